// The papers of each nominee: recommendation form, cover of the self-summary, score tables; and all of them in one batch.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { plainOf } from '../formats/word-file.ts'
import { city, csvRows, paragraphs, wordRows } from './form-city.ts'
import { at, data, done, folder, HAND, here, SAMPLES, sha256 } from './run.ts'

async function refused(cwd: string, line: string, exit: number, code: string): Promise<void> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, line)
  expect([ran.code, ran.stdout, ran.stderr], line).toEqual([exit, '', expect.stringContaining(code)])
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
}

it('the recommendation form keeps its three rows and lists below them what is attached', async () => {
  const cwd = await city()
  await done(cwd, 'form recommendation 91110117CXYL047553 -o f.docx')
  expect(wordRows(join(cwd, 'f.docx'))).toHaveLength(3)
  expect(paragraphs(join(cwd, 'f.docx')).at(-1)).toBe(
    '附件：1.机构自评总结　2.人力资源服务机构诚信状况评估指标评分表',
  )
})

describe('form summary', () => {
  it('adds up the own ratings of the agency by category', async () => {
    const cwd = await city()
    const [header, ...sheets] = csvRows(readFileSync(join(SAMPLES, 'city', 'scores.csv'), 'utf8'))
    const column = (name: string) => header!.indexOf(name)
    const key = '91110117CXYL047553'
    const own = sheets.find(
      row => row[column('统一社会信用代码')] === key && /自/.test(row[column('评价主体')]!),
    )!
    const sum = (from: number, to: number) =>
      header!
        .map((title, i) => [Number.parseInt(title, 10), Number(own[i])] as const)
        .filter(([number]) => number >= from && number <= to)
        .reduce((all, [, rating]) => all + rating, 0)
        .toFixed(2)
    await done(cwd, `form summary ${key} -o s.docx`)
    const rows = wordRows(join(cwd, 's.docx'))
    expect(rows.slice(1).map(row => row.slice(0, 2))).toEqual([
      ['一、基本条件\n（10分）', sum(1, 4)],
      ['二、服务规范\n（15分）', sum(5, 8)],
      ['三、组织建设\n（15分）', sum(9, 12)],
      ['四、信用状况\n（30分）', sum(13, 16)],
      ['五、服务业绩\n（15分）', sum(17, 19)],
      ['六、社会责任\n（15分）', sum(20, 22)],
      ['合　计', sum(1, 22)],
    ])
    expect(rows[1]![2]).toBe('（设立情况、年检情况、从业时间、行政处罚）')
    const texts = paragraphs(join(cwd, 's.docx'))
    expect(texts).toContain('得分取自自我评价的评分表。')
    expect(texts).toContain('京人社市场发〔2013〕220号')
  })

  it('leaves the scores to be filled in where there is no sheet, and shows a code that is missing', async () => {
    const cwd = await at('opened')
    await done(cwd, ['agency', 'edit', HAND, '--uscc', '', '--license-no', '', '--reason', '核对'])
    // It is the first of the roster.
    await done(cwd, 'form summary 1 -o s.docx')
    const rows = wordRows(join(cwd, 's.docx'))
    expect(rows.slice(1).map(row => row[1])).toEqual(Array(7).fill(''))
    expect(paragraphs(join(cwd, 's.docx'))).toContain('没有自我评价的评分表，得分由机构填写。')
  })

  it('is one for each nominee, with --all a list beside, of one district alone', async () => {
    const cwd = await city()
    await done(cwd, 'form summary --district 平谷区 --all --out s')
    const names = readdirSync(join(cwd, 's')).sort()
    expect(names).toHaveLength(5)
    expect(names.filter(name => /^自评总结-110117-平谷区-[0-9A-Z]{18}-.+\.docx$/.test(name))).toHaveLength(4)
    expect(names).toContain('清单-自评总结-110117.csv')
  })

  it('is refused where none is asked for, of no agency, and without a proposal', async () => {
    const linyi = folder()
    await done(linyi, 'init --scheme linyi-2022-county')
    await done(linyi, 'evaluation open --year 2022 --as-of 2022-10-31')
    await refused(linyi, 'form summary --out s', 3, 'CX3017')
    await refused(await at('opened'), 'form summary 无此机构 -o s.docx', 4, 'CX4001')
    await refused(await city('finalized'), 'form summary --out s', 4, 'CX3024')
  })
})

describe('form results', () => {
  it('as a workbook is the table of the CSV, with numbers as numbers and codes as texts', async () => {
    const cwd = await city()
    await done(cwd, 'form results --format xlsx -o r.xlsx')
    const csv = csvRows((await done(cwd, 'form results --format csv')).stdout)
    const cells = await readSheet(readFileSync(join(cwd, 'r.xlsx')))
    expect(cells[0]![0]).toBe('人力资源服务机构诚信状况评估指标评分表')
    expect(cells[2]).toEqual(csv[0])
    // Below the table: what is ours, what it rests on, that nothing is charged, and the seal.
    expect(cells).toHaveLength(csv.length + 7)
    expect(cells[1]![0]).toMatch(/^2013年度　京人社市场发〔2013〕220号.*　截止日2013年10月31日$/)
    expect(cells.at(-1)![0]).toMatch(/^校验码 \S{14}　2013年11月4日制　日志第\d+条 /)
    for (const i of [1, 22, csv.length - 1]) {
      const row = cells[i + 2]!
      expect(row.map(cell => String(cell ?? ''))).toEqual(
        csv[i]!.map(cell => (/^\d+\.\d+$/.test(cell) ? String(Number(cell)) : cell)),
      )
      expect([typeof row[0], typeof row[5], typeof row[9]]).toEqual(['string', 'number', 'number'])
    }
  })

  it('of one agency is its sheet alone, as a page too', async () => {
    const cwd = await at('finalized')
    await done(cwd, `form results ${HAND} --format html -o r.html`)
    const page = readFileSync(join(cwd, 'r.html'), 'utf8')
    expect(page.match(/<tr>/g)).toHaveLength(23)
    expect(page).toContain('<td class="center">77.75</td>')
    expect(page).toContain('16.纠纷处理')
  })

  it('of one agency or one district names its market office in every format; of a CSV nothing is missed', async () => {
    const cwd = await city()
    const [, phones] = csvRows((await done(cwd, 'form hotline --format csv')).stdout).find(
      row => row[0] === '平谷区',
    )!
    await done(cwd, 'form results 91110117CXYL047553 -o a.docx')
    const footer = plainOf(readFileSync(join(cwd, 'a.docx')), 'word/footer1.xml')
    const contact = /联系方式：平谷区[\d、]+/.exec(footer)![0]
    expect(contact).toContain(phones)
    for (const line of ['91110117CXYL047553', '--district 平谷区', '--district 平谷区 --all']) {
      const { stderr } = await done(cwd, `form results ${line} --format html --force -o a.html`)
      expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toContain(contact)
      expect(stderr).not.toContain('没有联系方式')
    }
    for (const form of ['results --all', 'quota', 'ranking', 'nominees'])
      for (const at of ['', ' --out csv'])
        expect((await done(cwd, `form ${form} --format csv${at}`)).stderr, form).not.toContain('联系方式')
    // Of everybody the city is asked, which has named no phones.
    expect((await done(cwd, 'form results --format html -o all.html')).stderr).toContain('110000 市属机构')
  })

  it('of one district are its nominees, with --all everybody that was evaluated there', async () => {
    const cwd = await city()
    const { candidates } = await data<{ candidates: { decision: string; name: string }[] }>(
      cwd,
      'nomination list --district 平谷区',
    )
    const nominees = candidates.filter(c => c.decision === 'nominated').map(c => c.name)
    const named = async (line: string) => {
      const rows = csvRows((await done(cwd, `form results ${line} --format csv`)).stdout)
      return [...new Set(rows.slice(1).map(row => row[1]))]
    }
    expect(await named('--district 平谷区')).toEqual(nominees)
    const evaluated = await data<{ name: string }[]>(cwd, 'evaluation show --district 平谷区')
    expect((await named('--all --district 平谷区')).sort()).toEqual(evaluated.map(r => r.name).sort())
    await done(cwd, 'form results --district 平谷区 --out r')
    expect(readdirSync(join(cwd, 'r'))).toHaveLength(nominees.length)
    await done(cwd, 'form results --district 平谷区 --format html --out page')
    expect(readdirSync(join(cwd, 'page'))).toEqual(['评分表-110117-平谷区.html'])
    await refused(cwd, 'form results --district 无此区 --out x', 4, 'CX4002')
  })

  it('as one table is no batch: no list beside it', async () => {
    const cwd = await city()
    for (const line of ['results --all --format xlsx', 'results --all --format csv'])
      await done(cwd, `form ${line} --out one`)
    expect(readdirSync(join(cwd, 'one')).sort()).toEqual(['评分表.csv', '评分表.xlsx'])
    for (const line of ['form recommendation', 'form rectification', 'evaluation notice'])
      await done(cwd, `${line} --all --format csv --out texts`)
    expect(readdirSync(join(cwd, 'texts')).sort()).toEqual([
      ...['推荐表.csv', '评估结果告知.csv', '责令整改.csv'],
    ])
  })
})

describe('form package', () => {
  it('writes every paper of every nominee in order of kind and district, with one list', async () => {
    const cwd = await city()
    const before = sha256(join(cwd, 'chengxin.db'))
    await done(cwd, 'form package --out p')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const names = readdirSync(join(cwd, 'p'))
    const { candidates } = await data<{ candidates: { decision: string }[] }>(cwd, 'nomination list')
    const nominees = candidates.filter(c => c.decision === 'nominated').length
    const counts = new Map<string, number>()
    for (const name of names) {
      const kind = name.split(/[-.]/)[0]!
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual({
      ...{ 推荐表: nominees, 自评总结: nominees, 评分表: nominees },
      ...{ 推荐汇总表: 18, 名额分配表: 1, 清单: 1 },
    })
    const list = csvRows(readFileSync(join(cwd, 'p', '清单-推荐材料.csv'), 'utf8')).slice(1)
    expect(list.map(row => row[1])).toEqual(names.filter(name => !name.startsWith('清单')).sort())
    for (const [, name, bytes, digest] of list.filter((_, i) => i % 50 === 0)) {
      expect(sha256(join(cwd, 'p', name!))).toBe(digest)
      expect(readFileSync(join(cwd, 'p', name!))).toHaveLength(Number(bytes))
    }
    await refused(cwd, 'form package --out p', 5, 'CX5008')
  }, 60_000)

  it('of one district holds the same papers to the byte, as one by one, without the places of all', async () => {
    const cwd = await city()
    await done(cwd, 'form package --district 平谷区 --out p')
    await done(cwd, 'form recommendation --district 平谷区 --out one')
    await done(cwd, 'form summary --district 平谷区 --out one')
    await done(cwd, 'form nominees --district 平谷区 --out one')
    const names = readdirSync(join(cwd, 'p'))
    expect(names).toHaveLength(14)
    for (const name of readdirSync(join(cwd, 'one')))
      expect(sha256(join(cwd, 'p', name)), name).toBe(sha256(join(cwd, 'one', name)))
  })

  it('is refused of no district, without a proposal, and needs a folder', async () => {
    await refused(await city('finalized'), 'form package --out p', 4, 'CX3024')
    const cwd = await city()
    await refused(cwd, 'form package --district 无此区 --out p', 4, 'CX4002')
    await refused(cwd, 'form package', 2, '--out')
  })
})

it('notice and archive are the papers that their own nouns write', async () => {
  const cwd = await at('finalized')
  await done(cwd, `form notice ${HAND} -o a.docx`)
  await done(cwd, `evaluation notice ${HAND} -o b.docx`)
  expect(sha256(join(cwd, 'a.docx'))).toBe(sha256(join(cwd, 'b.docx')))
  await done(cwd, `form archive ${HAND} --format html -o a.html`)
  await done(cwd, `archive export ${HAND} --format html -o b.html`)
  expect(sha256(join(cwd, 'a.html'))).toBe(sha256(join(cwd, 'b.html')))
  await refused(cwd, 'form notice --out n', 2, 'CX6001')
  await refused(cwd, 'form archive --out n', 2, 'CX1123')
})
