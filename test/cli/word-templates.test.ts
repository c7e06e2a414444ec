// Word templates as a bureau restyles them: exported, changed, checked, put in use, given back; and the papers made with them.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { TEMPLATES, type TemplateId } from '../../src/domain/papers/templates.ts'
import type { Desk } from '../../src/work/desk.ts'
import { everyPaper } from '../../src/work/papers/every.ts'
import { type Stationery, wordPaper } from '../../src/work/papers/paper.ts'
import { altered, p, plainOf, wordFile } from '../formats/word-file.ts'
import { at, data, done, FINALIZE, folder, HAND, here, ROOT, SAMPLES, sha256 } from './run.ts'

const SAMPLE = join(SAMPLES, 'templates', 'recommendation.docx')
const MARK = '本局版式'
const kinds = Object.keys(TEMPLATES) as TemplateId[]
const shipped = (kind: string) => readFileSync(join(ROOT, 'src', 'formats', 'templates', `${kind}.docx`))
const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))

/** The program's template with a line of ours at its head. */
const restyled = (kind: string) =>
  altered(shipped(kind), 'word/document.xml', xml => xml.replace('<w:body>', `<w:body>${p('本局', '版式')}`))

/** Notes at the end are not filled in: what stands there would be printed as it stands. */
const withEndnote = (bytes: Uint8Array, text: string) =>
  altered(bytes, 'word/endnotes.xml', () => `<w:endnotes xmlns:w="w">${p(text)}</w:endnotes>`)

const deskOf = (cwd: string): Desk => ({
  ...{ db: join(cwd, 'chengxin.db'), today: '2013-11-04', now: '2013-11-04T00:00:00', operator: '测试员' },
  ...{ migrations: join(ROOT, 'migrations'), schemes: join(ROOT, 'src', 'schemes') },
  ...{ templates: join(ROOT, 'src', 'formats', 'templates'), onUpgrade: () => {} },
})

/** All restyled templates in a folder `own`, put in use. */
async function inUse(cwd: string): Promise<void> {
  for (const kind of kinds) {
    writeFileSync(join(cwd, `${kind}.docx`), restyled(kind))
    await done(cwd, `template use ${kind} ${kind}.docx`)
  }
}

interface Listed {
  kind: string
  title: string
  default: boolean
  file: string | null
  sha256: string
  used_on: string | null
}
interface Shown extends Listed {
  fields: { field: string; shape: string; required: boolean; within: string | null; write: string }[]
}
interface Found {
  kind: string | null
  ok: boolean
  problems: { code: string; field: string | null; value: string | null; file: string; message: string }[]
}

describe('template list, show, export', () => {
  it('list and show work without a database, and name every kind by id or as an office calls it', async () => {
    const cwd = folder()
    const listed = await data<Listed[]>(cwd, 'template list')
    expect(listed.map(t => t.kind)).toEqual(kinds)
    for (const { kind, title, ...rest } of listed) {
      expect(title).toBe(TEMPLATES[kind as TemplateId].title)
      expect(rest).toMatchObject({ default: true, file: null, used_on: null })
      expect(await data(cwd, ['template', 'show', title])).toMatchObject({ kind, title })
    }
    const { fields } = await data<Shown>(cwd, 'template show results')
    expect(fields.find(f => f.field === 'rows.score')).toMatchObject({
      ...{ shape: 'text', required: true, within: 'rows', write: '{score}' },
    })
    expect(fields.find(f => f.field === 'rows')).toMatchObject({ shape: 'rows', write: '{#rows}…{/rows}' })
    expect(fields.find(f => f.field === 'notes')).toMatchObject({ write: '{#notes}{.}{/notes}' })
    const { stdout } = await done(cwd, 'template show 评分表 --lang en')
    expect(stdout).toContain('rows.score')
    expect(stdout).not.toMatch(/\p{Script=Han}/u)
    const none = await here(cwd, 'template show 聘书')
    expect([none.code, none.stderr]).toEqual([4, expect.stringContaining('CX4002')])
    expect(none.stderr).toContain('没有“聘书”这个文书种类')
    expect(none.stderr).toContain('recommendation（推荐表）')
  })

  it('export writes one to a file, several or all to a folder with a list', async () => {
    const cwd = folder()
    await done(cwd, 'template export 推荐表 -o r.docx')
    expect(readFileSync(join(cwd, 'r.docx')).equals(shipped('recommendation'))).toBe(true)
    await done(cwd, 'template export recommendation results --out two')
    expect(readdirSync(join(cwd, 'two')).sort()).toEqual([
      '模板-推荐表-recommendation.docx',
      '模板-评分表-results.docx',
    ])
    await done(cwd, 'template export --all --out all')
    expect(readdirSync(join(cwd, 'all'))).toHaveLength(kinds.length + 1)
    expect(readdirSync(join(cwd, 'all'))).toContain('清单-模板.csv')
    for (const line of ['template export', 'template export results --all']) {
      const ran = await here(cwd, line)
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX6001')])
    }
    expect((await here(cwd, 'template export results archive -o two.docx')).stderr).toContain('CX6003')
    expect((await here(cwd, 'template export 推荐表 -o r.docx')).stderr).toContain('CX5008')
  })
})

describe('template check', () => {
  it('passes what was exported and restyled, says which kind it took, and needs no database', async () => {
    const cwd = folder()
    const ran = await done(cwd, ['template', 'check', SAMPLE])
    expect(ran.stdout).toContain('可以用作推荐表的模板')
    expect(ran.stderr).toContain('按字段判断为推荐表（recommendation）')
    expect(await data(cwd, ['template', 'check', SAMPLE, '--as', '推荐表'])).toEqual({
      ...{ file: SAMPLE, kind: 'recommendation', ok: true, problems: [] },
    })
  })

  it('tells all faults at once, each with the place, in both languages, and exits 3', async () => {
    const cwd = folder()
    const body = ['{agncy_name}', '{#reasons}', p('{.', '}'), '｛opinion｝', '{opinion_label}']
    writeFileSync(join(cwd, 't.docx'), wordFile({ body, footer: ['{check_line'] }))
    const found = await data<Found>(cwd, 'template check t.docx', 3)
    expect([found.kind, found.ok]).toEqual(['recommendation', false])
    expect(found.problems.map(f => [f.code, f.value ?? f.field, f.file])).toEqual([
      ['CX1402', '｛', 't.docx'],
      ['CX1402', '｝', 't.docx'],
      ['CX1401', '{agncy_name}', 't.docx'],
      ['CX1403', '{#reasons}', 't.docx'],
      ['CX1402', '{check_line', 't.docx'],
      ['CX1404', 'agency_name', 't.docx'],
      ...['attachments', 'footer_note', 'check_line'].map(field => ['CX1404', field, 't.docx']),
    ])
    const zh = await here(cwd, 'template check t.docx')
    expect(zh.code).toBe(3)
    for (const text of ['agency_name', '在页脚：“{check_line”', '缺少必填字段：机构名称', '9 处问题'])
      expect(`${zh.stdout}${zh.stderr}`).toContain(text)
    const en = await here(cwd, 'template check t.docx --lang en')
    expect(en.stderr).toContain('(closest: agency_name)')
    expect(en.stderr).toContain('In the footer: "{check_line"')
  })

  const inside = (part: string, change: (xml: string) => string) => altered(shipped('results'), part, change)

  it.each([
    ['old.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'CX1400', '旧格式（.doc）'],
    ['old.wps', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'CX1400', '旧格式（.wps）'],
    ['a.txt', Buffer.from('{agency_name}'), 'CX1400', '不是 Word 文件'],
    ['cut.docx', shipped('results').subarray(0, 3000), 'CX1400', '已损坏'],
    ['m.docm', wordFile({ body: [], more: { 'word/vbaProject.bin': 'x' } }), 'CX1400', '宏'],
    ['none.docx', wordFile({ body: ['没有字段'] }), 'CX1408', '--as'],
    [
      'out.docx',
      wordFile({
        body: ['{agency_name}{#reasons}{.}{/reasons}{opinion_label}{check_line}'],
        more: {
          'word/_rels/document.xml.rels':
            '<Relationships><Relationship Id="a" Type="x" Target="http://a.cn/b.png" TargetMode="External"/></Relationships>',
        },
      }),
      'CX1407',
      'http://a.cn/b.png',
    ],
    [
      'field.docx',
      inside('word/footer1.xml', xml => xml.replace('>PAGE<', '>DATE<')),
      'CX1410',
      '不能用的域：DATE',
    ],
    [
      'twice.docx',
      inside('word/document.xml', xml =>
        xml.replace('<w:body>', `<w:body>${p('{#rows}'.repeat(12), '{/rows}'.repeat(12))}`),
      ),
      'CX1403',
      '{#rows} 写在了自己的各行里面',
    ],
    [
      'first.docx',
      inside('word/document.xml', xml => xml.replace('</w:sectPr>', '<w:titlePg/></w:sectPr>')),
      'CX1404',
      '首页缺少必填字段：校验码、制表日期和日志编号（页脚）',
    ],
    [
      'object.docx',
      wordFile({ body: [], more: { 'word/embeddings/o.bin': 'x' } }),
      'CX1400',
      '嵌入了别的文件或控件（word/embeddings/o.bin）',
    ],
    ['endnote.docx', withEndnote(shipped('results'), '{title}'), 'CX1400', '试填时出错：{title}'],
    ['big.docx', new Uint8Array(5 * 1024 * 1024 + 1), 'CX1400', '5 MB'],
    ['crossed.docx', inside('word/document.xml', xml => xml.replace('</w:p>', '</w:q>')), 'CX1400', 'XML'],
    [
      'half.docx',
      inside('word/document.xml', xml => xml.slice(0, xml.length / 2)),
      'CX1400',
      'word/document.xml 不是完好的 XML',
    ],
    ['short.docx', inside('word/document.xml', xml => xml.slice(0, -30)), 'CX1400', 'word/document.xml'],
    ['styles.docx', inside('word/styles.xml', () => 'garbage<'), 'CX1400', 'word/styles.xml'],
  ])('refuses %s', async (name, bytes, code, text) => {
    const cwd = folder()
    writeFileSync(join(cwd, name), bytes)
    const ran = await here(cwd, ['template', 'check', name])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(code)])
    expect(ran.stderr).toContain(text)
  })

  it('refuses what only filling finds', async () => {
    const cwd = folder()
    const properties = (text: string) =>
      altered(shipped('recommendation'), 'docProps/core.xml', xml =>
        xml.replace(/<dc:title>[^<]*/, `<dc:title>${text}`),
      )
    for (const [text, told] of [
      ['{titel}', '{titel}'],
      ['{#title}', 'unclosed_loop {title}'],
    ] as const) {
      writeFileSync(join(cwd, 't.docx'), properties(text))
      const ran = await here(cwd, 'template check t.docx')
      expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1400')])
      expect(ran.stderr).toContain(`试填时出错：${told}`)
    }
  })

  it('is told of a file that is not there, and a kind that there is not', async () => {
    expect((await here(folder(), 'template check none.docx')).code).toBe(4)
    expect((await here(folder(), ['template', 'check', SAMPLE, '--as', '聘书'])).code).toBe(4)
  })
})

describe('template use', () => {
  it('stores the file with a log entry that names it; the same again changes nothing; --default goes back', async () => {
    const cwd = await at('init')
    const line = ['template', 'use', 'recommendation', SAMPLE]
    const before = db(cwd)
    const dry = await data<Record<string, unknown>>(cwd, [...line, '--dry-run'])
    expect(dry).toMatchObject({ changed: true, dry_run: true, after: { file: 'recommendation.docx' } })
    expect(db(cwd)).toBe(before)
    expect(await data(cwd, line)).toMatchObject({
      ...{ kind: 'recommendation', changed: true, before: { default: true } },
      ...{ after: { default: false, file: 'recommendation.docx', used_on: '2013-11-04' } },
      sha256: sha256(SAMPLE),
    })
    const listed = await data<Listed[]>(cwd, 'template list')
    expect(listed.filter(t => !t.default)).toMatchObject([
      { kind: 'recommendation', file: 'recommendation.docx', sha256: sha256(SAMPLE), used_on: '2013-11-04' },
    ])
    const log = await data<{ command: string; summary: unknown }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({
      command: 'template use',
      summary: { kind: 'recommendation', file: 'recommendation.docx', template_sha256: sha256(SAMPLE) },
    })
    expect((await done(cwd, 'log list')).stdout).toContain(`template_sha256=${sha256(SAMPLE)}`)
    const stored = db(cwd)
    expect(await data(cwd, line)).toMatchObject({ changed: false })
    expect(db(cwd)).toBe(stored)
    await done(cwd, 'template export recommendation -o now.docx')
    expect(sha256(join(cwd, 'now.docx'))).toBe(sha256(SAMPLE))
    await done(cwd, 'template export recommendation --default -o own.docx')
    expect(readFileSync(join(cwd, 'own.docx')).equals(shipped('recommendation'))).toBe(true)
    await done(cwd, 'template use recommendation --default')
    expect((await data<Listed[]>(cwd, 'template list')).every(t => t.default)).toBe(true)
    const back = db(cwd)
    expect(await data(cwd, 'template use recommendation --default')).toMatchObject({ changed: false })
    // The program's own, exported, is the program's own.
    expect(await data(cwd, 'template use recommendation own.docx')).toMatchObject({ changed: false })
    expect(db(cwd)).toBe(back)
    await done(cwd, 'log verify')
  })

  it('refuses a faulty file, neither or both of file and --default, and leaves the database as it was', async () => {
    const cwd = await at('init')
    writeFileSync(join(cwd, 't.docx'), wordFile({ body: ['{agency_name}'] }))
    const before = db(cwd)
    const refused: [string, number, string][] = [
      ['template use recommendation t.docx', 3, 'CX1404'],
      ['template use results t.docx', 3, 'CX1404'],
      ['template use recommendation', 2, 'CX6001'],
      ['template use recommendation t.docx --default', 2, 'CX6001'],
      ['template use 聘书 t.docx', 4, 'CX4002'],
      ['template use recommendation none.docx', 4, 'CX5009'],
    ]
    for (const [line, code, problem] of refused) {
      const ran = await here(cwd, line)
      expect([line, ran.code, ran.stderr]).toEqual([line, code, expect.stringContaining(problem)])
    }
    expect(db(cwd)).toBe(before)
    const bare = await here(folder(), ['template', 'use', 'recommendation', SAMPLE])
    expect([bare.code, bare.stderr]).toEqual([4, expect.stringContaining('CX5002')])
  })

  it('every kind: what is put in use is what is in use', async () => {
    const cwd = await at('init')
    await inUse(cwd)
    await done(cwd, 'template export --all --out now')
    for (const kind of kinds) {
      const name = readdirSync(join(cwd, 'now')).find(
        file => file.split('-').slice(2).join('-') === `${kind}.docx`,
      )!
      expect(sha256(join(cwd, 'now', name)), kind).toBe(sha256(join(cwd, `${kind}.docx`)))
    }
  })
})

describe('a value that is missing', () => {
  const stationery: Stationery = {
    template: () => wordFile({ body: ['{agency_name}', '{#rows}{indicator}：{score}{/rows}', '{grade}'] }),
    office: () => ({ kind: 'city', name: '', market_phones: [] }),
    seal: () => ({ code: 'A', line: 'B' }),
  }

  it('is printed by its name, in rows too, and told once', async () => {
    const rows = [{ indicator: '一', score: null }, { indicator: null, score: '5' }, { indicator: '三' }]
    const content = { agency_name: null, rows, grade: '' }
    const { bytes, missing } = await wordPaper(
      stationery,
      'results',
      ['评分表'],
      () => content as never,
    ).make()
    expect(plainOf(bytes)).toBe('【缺：机构名称】\n一：【缺：得分】【缺：指标】：5三：【缺：得分】\n\n')
    expect(missing).toEqual(['机构名称', '得分', '指标'])
  })

  it('has a template that asks for what the program no longer gives say so on the paper and on the screen', async () => {
    const cwd = await at('run')
    const old = altered(shipped('results'), 'word/document.xml', xml =>
      xml.replace('{agency_name}', '{agency_name}{fax}').replace('{basis}', '{basis}{clause}'),
    )
    const file = new Database(join(cwd, 'chengxin.db'))
    file
      .prepare("INSERT INTO template VALUES ('results', 'old.docx', 'x', ?, '2013-01-01')")
      .run(Buffer.from(old).toString('base64'))
    file.close()
    const ran = await done(cwd, `form results ${HAND} --out o`)
    expect(ran.stderr).toContain('有空缺：fax、条款')
    const paper = plainOf(readFileSync(join(cwd, 'o', readdirSync(join(cwd, 'o'))[0]!)))
    expect(paper).toContain('晴禾样例人力资源有限公司【缺：fax】')
    expect(paper.match(/【缺：条款】/g)!.length).toBeGreaterThan(20)
  })
})

describe('the papers of the city', () => {
  const city = folder()

  beforeAll(async () => {
    copyFileSync(join(await at('init'), 'chengxin.db'), join(city, 'chengxin.db'))
    const files = {
      agency: 'roster',
      complaint: 'complaints',
      inspection: 'inspection',
      evaluation: 'scores',
    }
    for (const [noun, file] of Object.entries(files)) {
      if (noun === 'evaluation') await done(city, 'evaluation open --year 2013 --as-of 2013-10-31')
      await done(city, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
    }
    const rest = ['evaluation run', FINALIZE, 'nomination propose', 'publicity open --district 平谷区']
    rest.push('inspection draw 抽查 --seed 1 --ratio 1% --inspectors 样检1、样检2')
    for (const line of rest) await done(city, line)
  }, 60_000)

  const AGENCY = '91110117CXYL047553'
  const PAPERS: Partial<Record<TemplateId, string>> = {
    recommendation: `form recommendation ${AGENCY}`,
    results: `form results ${AGENCY}`,
    'result-notice': `evaluation notice ${AGENCY}`,
    publicity: 'form publicity 1',
    inspection: 'form inspection 抽查',
    archive: `archive export ${AGENCY}`,
    'archive-public': `archive export ${AGENCY} --public`,
    explanation: `evaluation explain ${AGENCY} --format docx`,
    summary: `form summary ${AGENCY}`,
    ranking: 'form ranking --format docx',
    nominees: 'form nominees --format docx',
    quota: 'form quota --format docx',
    hotline: 'form hotline --format docx',
    'inspection-summary': 'form inspection-summary --format docx',
    'year-summary': 'report year --format docx',
  }

  it('are made with the restyled templates, say the same, and carry the same check code', async () => {
    const first = async (line: string, out: string) => {
      await done(city, `${line} --out ${out}`)
      const name = readdirSync(join(city, out)).sort()[0]!
      return readFileSync(join(city, out, name))
    }
    const before = new Map<string, Buffer>()
    for (const [kind, line] of Object.entries(PAPERS)) before.set(kind, await first(line, `before-${kind}`))
    await inUse(city)
    const code = (bytes: Uint8Array) => /校验码 (\S{14})/.exec(plainOf(bytes, 'word/footer1.xml'))![1]!
    const today = new Map([...everyPaper(deskOf(city))].map(paper => [paper.code, paper.name]))
    for (const [kind, line] of Object.entries(PAPERS)) {
      const after = await first(line, `after-${kind}`)
      expect(plainOf(after), kind).toBe(`${MARK}\n${plainOf(before.get(kind)!)}`)
      expect(code(after), kind).toBe(code(before.get(kind)!))
      expect(today.get(code(after)), kind).toBe(readdirSync(join(city, `after-${kind}`)).sort()[0])
    }
  }, 60_000)
})
