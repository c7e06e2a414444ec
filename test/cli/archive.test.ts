// The archive on the screen and on paper: every record in its section with its source, for the desk and for the public.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

interface Entry {
  date: string | null
  kind: string
  text: string
  state: string | null
  source: { file: string | null; line: number | null; entry: number; operator: string } | null
  record: string
  public: boolean
}
interface Shown {
  agency: Record<string, unknown>
  sections: { id: string; title: string; public: boolean; entries: Entry[] }[]
}

const MORE = ['sanctions', 'offenses', 'systems', 'incentives', 'listings', 'subjects', 'annual']
const DONGLI = '91110101CXJG000315'
const FENGTAI = '12110106CXJG0004XA'
const MIYUN = '52110228CXJG000587'
const SHILIU = '91110108CXJG00023F'
/** All registers of the five, and what is added by hand. */
let cwd: string

beforeAll(async () => {
  cwd = await at('finalized')
  for (const name of MORE) await done(cwd, `${name.replace(/s$/, '')} import ${five(name)}`)
  await done(cwd, 'nomination propose')
  const commitment = (agency: string, more: string) => done(cwd, `commitment add --agency ${agency} ${more}`)
  await commitment(HAND, '--kind 机构 --signed-on 2013-10-08 --displayed 是')
  await commitment(HAND, '--kind 从业人员 --signed-on 2013-10-08 --signed-count 30')
  await commitment(HAND, '--kind 从业人员 --signed-on 2013-10-20 --signed-count 41')
  await commitment(FENGTAI, '--kind 机构 --signed-on 2013-10-09')
  await commitment(FENGTAI, '--kind 从业人员 --signed-on 2013-10-09 --signed-count 25')
  await commitment(MIYUN, '--kind 从业人员 --signed-on 2013-10-09 --signed-count 5')
  await commitment(DONGLI, '--kind 机构 --signed-on 2013-10-09')
}, 30_000)

const show = (line: string, of = HAND) => data<Shown>(cwd, `archive show ${of} ${line}`.trim())
const allEntries = ({ sections }: Shown) => sections.flatMap(s => s.entries)

describe('archive show', () => {
  it('has the six sections of 三(六)1, each record in its own', async () => {
    const { sections } = await show('')
    expect(
      sections.map(s => [s.id, s.entries.map(e => e.record).filter(r => !r.startsWith('agency#'))]),
    ).toEqual([
      ['basic', ['CY-002']],
      ['law_abiding', ['annual#1', '样例罚字〔2012〕3号', '样例罚字〔2013〕2号', 'BL-001', 'inspection#1']],
      ['complaints', ['TS2013-001', 'TS2013-004']],
      ['rewards_sanctions', ['YL-001', '样例惩字〔2013〕1号', '样例惩字〔2013〕2号', 'listing#1']],
      [
        'promises',
        ['commitment#1', 'commitment#2', 'system#1', 'system#2', 'system#3', 'system#4', 'commitment#3'],
      ],
      ['evaluation', ['evaluation#1']],
    ])
  })

  it('opens with the agency: since when, by whom, from which line', async () => {
    const { agency, sections } = await show('')
    expect(agency).toEqual({
      uscc: HAND,
      name: '北京晴禾样例人力资源有限公司',
      license_no: '样例人服证字110105第0001号',
      district_code: '110105',
      district: '朝阳区',
      opened_on: '2013-11-04',
      opened_by: '测试员',
      opened_entry: 2,
      opened_file: 'roster.csv',
      opened_line: 2,
    })
    expect(sections[0]!.entries.find(e => e.text === '建立诚信档案')).toMatchObject({ date: '2013-11-04' })
  })

  it('tells of each entry the line of the file, or who made it by hand', async () => {
    const entries = allEntries(await show(''))
    const source = (record: string) => entries.find(e => e.record === record)!.source
    expect(source('TS2013-004')).toMatchObject({ file: 'complaints.csv', line: 5, operator: '测试员' })
    expect(source('commitment#1')).toMatchObject({ file: null, line: null, operator: '测试员' })
    const log = await data<{ no: number; command: string }[]>(cwd, 'log list')
    const commandOf = (record: string) => log.find(e => e.no === source(record)!.entry)!.command
    expect([commandOf('commitment#1'), commandOf('evaluation#1'), commandOf('annual#1')]).toEqual([
      'commitment add',
      'evaluation finalize',
      'annual import',
    ])
  })

  it('says what was decided of the evaluation, and of a revoked penalty and an open complaint that they are such', async () => {
    const entries = allEntries(await show(''))
    const of = (record: string) => entries.find(e => e.record === record)!
    expect(of('evaluation#1').text).toMatch(
      /^2013年度诚信状况评估等级C（诚信一般）；总分77\.75；示范单位推荐：不符合条件$/,
    )
    expect(of('样例罚字〔2013〕2号')).toMatchObject({ state: '已撤销', public: false })
    expect(of('TS2013-004')).toMatchObject({ state: '未办结；超期', public: false })
  })

  it('says of an empty section that nothing is on file', async () => {
    const ran = await done(cwd, `archive show ${FENGTAI}`)
    expect(ran.stdout).toMatch(/投诉举报及处理情况\n {2}无记录/)
    const rows = (await done(cwd, `archive show ${FENGTAI} --format ndjson`)).stdout.trim().split('\n')
    const empty = rows
      .map(row => JSON.parse(row) as { section: string; entry: unknown })
      .filter(r => r.entry === null)
    expect(empty.map(r => r.section)).toEqual(['complaints', 'rewards_sanctions'])
  })

  it.each([HAND, SHILIU, DONGLI, FENGTAI, MIYUN])(
    '--public of %s is a part of it, without sources and persons',
    async of => {
      const [inside, open] = [await show('', of), await show('--public', of)]
      for (const { id, entries, public: isOpen } of open.sections) {
        const own = inside.sections.find(s => s.id === id)!
        expect(isOpen).toBe(own.public)
        expect(entries.length).toBe(own.entries.filter(e => e.public).length)
        for (const entry of entries) {
          expect([entry.public, entry.source]).toEqual([true, null])
          const same = own.entries.filter(e => e.record === entry.record && e.kind === entry.kind)
          const parts = same.map(e => e.text.split('；'))
          expect(parts.some(all => entry.text.split('；').every(part => all.includes(part)))).toBe(true)
        }
      }
      const said = JSON.stringify(open)
      // Legal representatives and staff, clerks and inspectors, telephones, complainants.
      expect(said).not.toMatch(
        /样[一二三四五]|样例员工|样办|样检|测试员|010-0000|某求职者|某员工|某公司|匿名/,
      )
      expect(JSON.stringify(inside)).not.toMatch(/某求职者|某员工|某公司|匿名/)
    },
  )

  it('--public on the screen has no column of sources', async () => {
    const csv = (await done(cwd, `archive show ${HAND} --public --format csv`)).stdout
    expect(csv.split('\r\n')[0]).toBe('\uFEFF栏目,日期,类别,事项,状态,记录')
    expect((await done(cwd, `archive show ${HAND} --format csv`)).stdout.split('\r\n')[0]).toBe(
      '\uFEFF栏目,日期,类别,事项,状态,来源,可公开,记录',
    )
  })

  it('refuses an agency that is not on the roster', async () => {
    const ran = await here(cwd, 'archive show 91110105CXJG000150')
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([4, '', expect.stringContaining('CX4001')])
  })

  it('tells of each field of the roster the file that it came with', async () => {
    const own = await at('roster')
    const later = readFileSync(five('roster'), 'utf8').replace('朝阳区样例路1号', '朝阳区新址9号')
    writeFileSync(join(own, 'later.csv'), later)
    await done(own, 'agency import later.csv')
    const { sections } = await data<Shown>(own, `archive show ${HAND}`)
    const of = (text: string) => sections[0]!.entries.find(e => e.text === text)!.source
    expect(of('住所地址：朝阳区新址9号')).toMatchObject({ file: 'later.csv', line: 2, entry: 3 })
    expect(of('法定代表人：样一')).toMatchObject({ file: 'roster.csv', line: 2, entry: 2 })
  })

  it('of a record set by hand keeps the file that told of it, and says who changed it', async () => {
    const own = await at('roster')
    await done(own, `system import ${five('systems')}`)
    await done(own, `system set --agency ${HAND} --system 反馈 --state 已建立 --operator 样办9`)
    const shown = allEntries(await data<Shown>(own, `archive show ${HAND}`))
    const entry = shown.find(e => e.record === 'system#4')!
    expect(entry.source).toMatchObject({ file: 'systems.csv', line: 5, operator: '测试员' })
    expect(entry.text).toContain('变更（2013-11-04 样办9）：建立情况“未建立”→“已建立”')
  })

  it('tells what a record said before, but not to the public', async () => {
    const own = await at('finalized')
    const csv = readFileSync(five('penalties'), 'utf8').replace('5000.00', '8000.00')
    writeFileSync(join(own, 'p.csv'), csv)
    await done(own, 'penalty import p.csv')
    const of = async (line: string) =>
      allEntries(await data<Shown>(own, `archive show ${MIYUN}${line}`)).find(e => e.kind === 'penalty')!
    const { text, source } = await of('')
    expect(text).toContain('罚款8000.00元')
    expect(text).toContain('变更（2013-11-04 测试员）：罚款金额“5000.00”→“8000.00”')
    expect(source).toMatchObject({ file: 'p.csv', line: 2 })
    expect((await of(' --public')).text).not.toContain('5000')
  })
})

const xmlOf = (path: string, part: RegExp): string =>
  new PizZip(readFileSync(path))
    .file(part)
    .map(f => f.asText())
    .join('')
const plain = (xml: string) => xml.replace(/<\/w:(p|tc)>/g, '\n').replace(/<[^>]+>/g, '')

describe('archive export', () => {
  it('writes a paper for each agency of a district or of all, under names that sort', async () => {
    const ran = await done(cwd, 'archive export --all --out all')
    const names = readdirSync(join(cwd, 'all')).sort()
    expect(names[0]).toBe('清单-诚信档案.csv')
    expect(names[1]).toBe('诚信档案-110101-东城区-91110101CXJG000315-北京东篱样例劳务派遣有限公司.docx')
    expect(names).toHaveLength(6)
    expect(ran.stdout.trim().split('\n')).toHaveLength(6)
    await done(cwd, 'archive export --district 密云区 --out one --format html --public')
    expect(readdirSync(join(cwd, 'one'))).toEqual([
      '诚信档案公开-110228-密云县-52110228CXJG000587-密云样例职业介绍服务社.html',
    ])
  })

  it('of Word holds the sections and their entries, the note on fees and the check line', async () => {
    await done(cwd, `archive export ${HAND} -o hand.docx`)
    const body = plain(xmlOf(join(cwd, 'hand.docx'), /^word\/document\.xml$/))
    const { sections } = await show('')
    let from = 0
    for (const { title, entries } of sections) {
      from = body.indexOf(`${title}\n`, from)
      expect(from, title).toBeGreaterThan(0)
      for (const entry of entries) expect(body.slice(from)).toContain(`${entry.text}\n`)
    }
    expect(body).toContain('栏目依据：京人社市场发〔2013〕220号 三(六)1')
    expect(body).not.toMatch(/[{}]|【缺/)
    const footer = plain(xmlOf(join(cwd, 'hand.docx'), /^word\/footer\d*\.xml$/))
    expect(footer).toContain('不向服务机构收取任何费用')
    expect(footer).toMatch(/校验码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}　\d{4}年\d+月\d+日制　日志第\d+条/)
    expect(xmlOf(join(cwd, 'hand.docx'), /document\.xml$/)).toContain('w:w="11906" w:h="16838"')
  })

  it('for the public has neither sources nor what stays inside, and says that it is the open part', async () => {
    await done(cwd, `archive export ${HAND} --public -o open.docx`)
    const body = plain(xmlOf(join(cwd, 'open.docx'), /^word\/document\.xml$/))
    expect(body).toContain('依法可以公开的部分')
    expect(body).not.toMatch(/来源|\.csv|样一|样办|TS2013-004|010-0000|测试员/)
  })

  it('has the year of an annual check, which has no day', async () => {
    await done(cwd, `archive export ${HAND} -o year.docx`)
    await done(cwd, `archive export ${HAND} --format html -o year.html`)
    const page = readFileSync(join(cwd, 'year.html'), 'utf8')
    expect(page).toMatch(/<td class="date">2012年<\/td><td class="text">[^<]*年检/)
    const body = plain(xmlOf(join(cwd, 'year.docx'), /^word\/document\.xml$/))
    expect(body).toMatch(/2012年\s+2012年度年检/)
    for (const text of [page, body]) expect(text).not.toMatch(/年0月|月0日/)
  })

  it('has a word for a section without entries', async () => {
    await done(cwd, `archive export ${FENGTAI} -o fengtai.docx`)
    expect(plain(xmlOf(join(cwd, 'fengtai.docx'), /^word\/document\.xml$/)).match(/无记录/g)).toHaveLength(2)
  })

  it('of an agency without code and license number says so; its file is named by its place on the roster', async () => {
    const own = await at('init')
    writeFileSync(
      join(own, 'r.csv'),
      '机构名称,机构类别,推荐范围\n无码样例公司,经营性,朝阳区\n无码样例中心,公共,朝阳区\n',
    )
    await done(own, 'agency import r.csv')
    await done(own, 'activity add --agency 1 --kind 公益 --title 助残 --held-on 2013-10-12 --head-count 4')
    await done(own, 'commitment add --agency 1 --kind 机构 --signed-on 2013-10-08')
    for (const format of ['docx', 'html']) {
      const { stderr } = await done(own, `archive export --all --format ${format} --out ${format}`)
      expect(stderr).toMatch(/无码样例公司.*统一社会信用代码或许可证号/)
      expect(stderr).not.toMatch(/无码样例中心.*许可证号/)
    }
    const name = '诚信档案-110105-朝阳区-1-无码样例公司'
    const body = plain(xmlOf(join(own, 'docx', `${name}.docx`), /^word\/document\.xml$/))
    const page = readFileSync(join(own, 'html', `${name}.html`), 'utf8')
    const line = '统一社会信用代码（许可证号）：'
    for (const text of [body, page]) {
      expect(text).toContain(`${line}【缺：统一社会信用代码或许可证号】`)
      for (const field of ['许可证编号', '法定代表人', '住所地址', '联系电话', '从业起始日期'])
        expect(text).toContain(`${field}：【缺】`)
    }
    const center = readFileSync(join(own, 'html', '诚信档案-110105-朝阳区-2-无码样例中心.html'), 'utf8')
    expect(center).toContain(`${line}—<`)
    expect(center).not.toContain('许可证编号：【缺】')
    // What the entry says is no state.
    const entries = allEntries(await data<Shown>(own, 'archive show 1'))
    expect(
      entries.filter(e => ['activity', 'commitment'].includes(e.kind)).map(e => [e.text, e.state]),
    ).toEqual([
      ['机构诚信承诺书', null],
      ['公益：助残；4人', null],
    ])
  })

  it.each(['docx', 'html'])('is the same bytes again, and no entry of the log: %s', async format => {
    const before = sha256(join(cwd, 'chengxin.db'))
    await done(cwd, `archive export ${HAND} --format ${format} -o first.${format}`)
    await done(cwd, `archive export ${HAND} --format ${format} -o second.${format}`)
    expect(sha256(join(cwd, `first.${format}`))).toBe(sha256(join(cwd, `second.${format}`)))
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('of HTML shows a name with markup as it is written', async () => {
    const own = await at('init')
    const rows = readFileSync(five('roster'), 'utf8').replace(
      '北京晴禾样例人力资源有限公司',
      '<script>alert(1)</script>&样例公司',
    )
    writeFileSync(join(own, 'r.csv'), rows)
    await done(own, 'agency import r.csv')
    for (const format of ['html', 'docx'])
      await done(own, `archive export ${HAND} --format ${format} --out a`)
    // What Windows refuses in a name is left out of it.
    const names = readdirSync(join(own, 'a')).sort()
    expect(names.map(n => n.replace(/\.\w+$/, ''))).toEqual(
      Array(2).fill('诚信档案-110105-朝阳区-91110105CXJG000159-scriptalert(1)script&样例公司'),
    )
    const page = readFileSync(join(own, 'a', names[1]!), 'utf8')
    expect(page).toContain('机构名称：&lt;script&gt;alert(1)&lt;/script&gt;&amp;样例公司')
    expect(page).not.toMatch(/<script|https?:|src=|href=/i)
    expect(page).toContain("default-src 'none'")
    const tags = [...page.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)].filter(t => t[2] !== 'meta')
    const open: string[] = []
    for (const [, closing, name] of tags) closing ? expect(open.pop()).toBe(name) : open.push(name!)
    expect(open).toEqual([])
  })

  it.each([
    ['nobody', 'archive export --out x'],
    ['an agency and all', `archive export ${HAND} --all --out x`],
    ['a district and all', 'archive export --district 朝阳区 --all --out x'],
  ])('refuses to guess whose are wanted: %s', async (_, line) => {
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining('CX1123')])
  })

  it('refuses to overwrite, several papers for one file, and what is unknown', async () => {
    await done(cwd, `archive export ${HAND} --out kept`)
    const refused = async (line: string) => {
      const ran = await here(cwd, line)
      return [ran.code, /CX\d{4}/.exec(ran.stderr)?.[0]]
    }
    expect(await refused(`archive export ${HAND} --out kept`)).toEqual([5, 'CX5008'])
    expect(await refused('archive export --all -o all.docx')).toEqual([2, 'CX6003'])
    expect(await refused('archive export 没有这家 --out x')).toEqual([4, 'CX4001'])
    expect(await refused('archive export --district 没有 --out x')).toEqual([4, 'CX4002'])
  })
})
