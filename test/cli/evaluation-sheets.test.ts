// Score sheets: written blank, filled in, imported, taken back and kept from counting; points set by hand; voices far from
// the others. Refused, the file stays as it was to the byte.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import PizZip from 'pizzip'
import readSheetNames from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { readWorkbook } from '../formats/read-all.ts'
import { at, data, done, HAND, here, SAMPLES, sha256 } from './run.ts'

interface Told {
  code: string
  line: number | null
  column: string | null
  value: string | null
  message: string
}
interface Outcome {
  batch: number | null
  same_as: number | null
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
  problems: Told[]
}
interface SheetRow {
  uscc: string | null
  code: string | null
  name: string
  rater_kind: string
  rater: string
  standing: string
  reason: string | null
  ratings: { indicator: number; points: string }[]
}

const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))

/** Refused: the exit code and the codes in their order; the file stays as it was. */
async function refused(cwd: string, line: readonly string[], exit: number, ...codes: string[]) {
  const before = db(cwd)
  const ran = await here(cwd, line)
  const found = [...ran.stderr.matchAll(/\[(CX\d{4})\]/g)].map(match => match[1])
  expect([ran.code, found], ran.stderr).toEqual([exit, codes])
  const english = await here(cwd, ['--lang', 'en', ...line])
  expect(english.stderr).toContain(codes[0]!)
  expect(db(cwd)).toBe(before)
  return ran.stderr
}

async function imported(cwd: string, file: string, code = 0) {
  const ran = await here(cwd, ['evaluation', 'import', file, '--json'])
  expect(ran.code, ran.stderr).toBe(code)
  return JSON.parse(ran.stdout) as { data: Outcome; warnings: Told[] }
}

async function table(cwd: string, line: string): Promise<string[][]> {
  const { stdout } = await done(cwd, `${line} --format csv`)
  return stdout
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map(row => row.split(','))
}

/** Fills cells of a table: row by row, header -> text. */
function filled(rows: string[][], cells: Readonly<Record<number, Record<string, string>>>): string {
  const header = rows[0]!
  const lines = rows.map((row, i) => row.map((cell, j) => cells[i]?.[header[j]!] ?? cell).join())
  return `${lines.join('\n')}\n`
}

function write(cwd: string, name: string, text: string | Uint8Array): string {
  writeFileSync(join(cwd, name), text)
  return name
}

/** The xml of a sheet: its limits and lists as range -> [type, first, second]. */
function entriesOf(path: string, sheet: number): Record<string, string[]> {
  const xml = new PizZip(readFileSync(path)).file(`xl/worksheets/sheet${sheet}.xml`)!.asText()
  const found = xml.matchAll(/<dataValidation ([^>]*)>(.*?)<\/dataValidation>/g)
  return Object.fromEntries(
    [...found].map(([, attributes, inner]) => {
      const get = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes!)?.[1] ?? ''
      const formulas = [...inner!.matchAll(/<formula\d>([^<]*)</g)].map(m => m[1]!.replaceAll('&quot;', '"'))
      return [get('sqref'), [get('type'), ...formulas, get('prompt')]]
    }),
  )
}

/** Windows of three types under the standards for windows. */
async function windows(): Promise<string> {
  const cwd = await at('init')
  await done(cwd, `subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
  await done(cwd, 'evaluation open --year 2012 --scheme service-window')
  return cwd
}

async function institutions(): Promise<string> {
  const cwd = await at('init')
  await done(cwd, `subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
  await done(cwd, 'evaluation open --year 2022 --scheme linyi-2022-city')
  return cwd
}

describe('evaluation template', () => {
  it('is a workbook with one sheet for each kind of rater, with the indicators that it rates and their limits', async () => {
    const cwd = await at('opened')
    const before = db(cwd)
    const ran = await done(cwd, 'evaluation template -o t.xlsx')
    expect(db(cwd)).toBe(before)
    expect(ran.stderr).toContain('自我评价、专家评价、群众评价')
    const path = join(cwd, 't.xlsx')
    const independent = (await readSheetNames(path)) as unknown as { sheet: string; data: unknown[][] }[]
    expect(independent.map(s => s.sheet)).toEqual(['自我评价', '专家评价', '群众评价'])
    const [self, expert] = independent.map(s => s.data.map(row => row.map(String)))
    expect(expert![0]!.slice(0, 7)).toEqual(
      '评估年度,方案,统一社会信用代码,机构名称,评价主体,评价人,5.信息公示'.split(','),
    )
    // Nobody rates what the records tell; experts rate 5, the agency itself does not.
    for (const sheet of [self!, expert!]) expect(sheet[0]!.join()).not.toContain('1.设立情况')
    expect(self![0]!.join()).not.toContain('5.信息公示')
    expect(expert!.slice(1).map(row => row[2])).toContain(HAND)
    const entries = entriesOf(path, 2)
    expect(entries['G2:G1048576']).toEqual(['decimal', '0', '3.75', expect.stringContaining('满分 3.75 分')])
    const zip = new PizZip(readFileSync(path))
    const xml = zip.file('xl/worksheets/sheet2.xml')!.asText()
    expect(xml).toMatch(/<pane [^>]*ySplit="1"/)
    expect(Object.keys(zip.files).filter(name => name.includes('comments'))).not.toEqual([])
    const { value } = await readWorkbook(readFileSync(path), 't.xlsx', { sheet: '专家评价' })
    expect(value!.rows[0]!.types?.[2]).not.toBe('number')
  })

  it.each(['wide', 'long'])(
    '%s: imports back once it is filled in, and what is left blank is passed over',
    async form => {
      const cwd = await at('opened')
      const line = `evaluation template --rater-kind 专家 --rater 专家1 --form ${form}`
      const rows = await table(cwd, line)
      const agencies = new Set(rows.slice(1).map(row => row[2])).size
      const one = rows.findIndex(row => row[2] === HAND)
      const at18 = rows.findIndex(row => row[2] === HAND && row[6] === '18')
      const cells =
        form === 'wide'
          ? { [one]: { '18.服务质量': '4.25', '5.信息公示': '3.5' } }
          : { [one]: { 得分: '3.5' }, [at18]: { 得分: '4.25' } }
      const { data: first, warnings } = await imported(cwd, write(cwd, 'f.csv', filled(rows, cells)))
      expect(first).toMatchObject({ added: 1, changed: 0, rejected: 0, rows: rows.length - 1 })
      expect(new Set(warnings.map(w => w.code))).toEqual(new Set(['CX1240']))
      expect(warnings).toHaveLength(agencies - 1)
      const [sheet] = await data<SheetRow[]>(cwd, 'evaluation sheets')
      expect(sheet).toMatchObject({ uscc: HAND, rater_kind: 'expert', rater: '专家1', standing: 'counted' })
      expect(sheet!.ratings).toEqual([
        { indicator: 5, points: '3.50' },
        { indicator: 18, points: '4.25' },
      ])
      expect((await imported(cwd, 'f.csv')).data).toMatchObject({ same_as: first.batch, added: 0 })
      const again = await imported(cwd, write(cwd, 'g.csv', `${filled(rows, cells)}\n`))
      expect(again.data).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    },
  )

  it('filled in by a workbook: names left to be written, rows without any passed over', async () => {
    const cwd = await at('opened')
    await done(cwd, 'evaluation template --rater-kind public -o t.xlsx')
    const { value } = await readWorkbook(readFileSync(join(cwd, 't.xlsx')), 't.xlsx')
    const columns = value!.header.map(header => ({ header, type: 'text' as const }))
    const name = value!.header.indexOf('评价人')
    const rows = value!.rows.map(({ cells }, i) =>
      cells.map((cell, j) => (i > 0 ? cell : j === name ? '样本90份' : j === name + 1 ? '3' : cell)),
    )
    write(cwd, 'f.xlsx', await writeXlsx([{ name: '群众评价', columns, rows }]))
    const { data: outcome, warnings } = await imported(cwd, 'f.xlsx')
    expect(outcome).toMatchObject({ added: 1, rows: value!.rows.length })
    expect(warnings.every(w => w.code === 'CX1240')).toBe(true)
  })

  it('has the raters given, but not for whom they are excluded; one agency or district if it is named', async () => {
    const cwd = await at('opened')
    await done(cwd, `evaluation exclude --rater 专家2 --subject ${HAND} --reason 亲属在该机构任职`)
    const line = 'evaluation template --rater-kind expert --rater 专家1 --rater 专家2'
    const pairs = (rows: string[][]) => rows.slice(1).map(row => [row[2], row[5]])
    expect(pairs(await table(cwd, `${line} --subject ${HAND}`))).toEqual([[HAND, '专家1']])
    const district = pairs(await table(cwd, `${line} --district 海淀区`))
    expect(district.map(([, rater]) => rater)).toEqual(['专家1', '专家2'])
  })

  it('limits a long form by the points beside each rating', async () => {
    const cwd = await at('opened')
    await done(cwd, 'evaluation template --rater-kind expert --form long -o t.xlsx')
    const path = join(cwd, 't.xlsx')
    expect(entriesOf(path, 1)).toEqual({ 'J2:J1048576': ['decimal', '0', '$I2', ''] })
    const [sheet] = (await readSheetNames(path)) as unknown as { data: unknown[][] }[]
    expect(sheet!.data[0]!.slice(6)).toEqual(['指标号', '指标', '满分', '得分', '备注'])
    expect(sheet!.data[1]!.slice(6, 10)).toEqual([5, '信息公示', 3.75, null])
  })

  it('has a sheet for each type of subject, and lists for what is judged', async () => {
    const cwd = await institutions()
    await done(cwd, 'evaluation template --rater-kind 资格审查 -o t.xlsx')
    const path = join(cwd, 't.xlsx')
    const sheets = (await readSheetNames(path)) as unknown as { sheet: string; data: unknown[][] }[]
    expect(sheets.map(s => s.sheet)).toEqual(['资格审查 县级公共就业和人才服务机构', '资格审查 职业培训机构'])
    expect(sheets[0]!.data[0]!.slice(2, 4)).toEqual(['主体编号', '机构名称'])
    expect(sheets[1]!.data[1]!.slice(2, 4)).toEqual(['JG-102', '顺义样例职业培训学校'])
    expect(entriesOf(path, 1)['G2:G1048576']!.slice(0, 2)).toEqual(['list', '"符合,不符合"'])
    await done(cwd, 'evaluation template --rater-kind panel --type training --format csv -o t.csv')
    await refused(cwd, ['evaluation', 'template', '--rater-kind', 'panel', '--format', 'csv'], 2, 'CX1256')
  })

  it.each([
    ['--rater-kind 邻居', 4, 'CX4002'],
    ['--type 信访', 2, 'CX6002'],
    ['--format csv', 2, 'CX1256'],
    ['--subject 91110105CXYL024935', 4, 'CX4001'],
    ['--district 平谷区', 4, 'CX1255'],
    ['--form broad', 2, 'CX6001'],
  ])('refuses %s', async (options, exit, code) => {
    await refused(await at('opened'), `evaluation template ${options}`.split(' '), exit, code)
  })

  it('is for an open evaluation', async () => {
    await refused(await at('finalized'), ['evaluation', 'template'], 5, 'CX3005')
  })
})

describe('sheets of subjects', () => {
  const HEAD = '评估年度,方案,主体编号,窗口名称,评价主体,评价人'
  const row = (code: string, name: string, rest: string) =>
    `2012,service-window,${code},${name},内部评议,评委1,${rest}`

  it('name them by number, by name or both; the same number is another indicator for another type', async () => {
    const cwd = await windows()
    const lines = [
      `${HEAD},1.执行条例,2`,
      row('CK-101', '', '9.5,8'),
      row('', '海淀样例职介窗口', '9,'),
      row('CK-103', '通州样例监察窗口', ',7'),
    ]
    const { data: outcome } = await imported(cwd, write(cwd, 's.csv', lines.join('\n')))
    expect(outcome).toMatchObject({ added: 3, rejected: 0 })
    const sheets = await data<SheetRow[]>(cwd, 'evaluation sheets')
    expect(sheets.map(s => [s.code, s.ratings.map(r => r.points)])).toEqual([
      ['CK-101', ['9.50', '8.00']],
      ['CK-102', ['9.00']],
      ['CK-103', ['7.00']],
    ])
    expect(sheets.every(s => s.uscc === null)).toBe(true)
    const long = [
      '评估年度,方案,主体编号,评价主体,评价人,指标号,得分',
      '2012,service-window,CK-101,内部评议,评委1,2,8.5',
    ]
    expect((await imported(cwd, write(cwd, 'l.csv', long.join('\n')))).data).toMatchObject({ changed: 1 })
  })

  it('are refused for whom the register does not have, has twice, or for a type of no window; all at once', async () => {
    const cwd = await windows()
    await done(cwd, 'subject add --kind 窗口 --name 海淀样例职介窗口 --district-code 海淀区 --type 职介')
    await done(cwd, 'subject add --kind 窗口 --name 无类型窗口 --code CK-109 --district-code 海淀区')
    const lines = [
      `${HEAD},1`,
      row('CK-999', '', '9'),
      row('', '海淀样例职介窗口', '9'),
      row('CK-109', '', '9'),
      row('', '', '9'),
      row('CK-101', '', '10.5'),
    ]
    const before = db(cwd)
    const { data: outcome } = await imported(cwd, write(cwd, 's.csv', lines.join('\n')), 3)
    expect(outcome.problems.map(p => [p.code, p.line, p.column])).toEqual([
      ['CX1200', 2, '主体编号'],
      ['CX1201', 3, '窗口名称'],
      ['CX1243', 4, '主体编号'],
      ['CX1023', 5, '主体编号'],
      ['CX1035', 6, '1'],
    ])
    expect(db(cwd)).toBe(before)
  })

  it('judge conditions in words, are refused for what is not asked of a type, and blank where it is not', async () => {
    const cwd = await institutions()
    const rows = await table(cwd, 'evaluation template --rater-kind panel --type training')
    const header = rows[0]!
    const own = header.filter(h => /^\d+\./.test(h))
    const words = ['符合', '不符合', '√', '×', '是', '否']
    const cells = Object.fromEntries(own.map((h, i) => [h, words[i % words.length]!]))
    write(cwd, 't.csv', filled(rows, { 1: { ...cells, 评价人: '评委1' } }))
    expect((await imported(cwd, 't.csv')).data).toMatchObject({ added: 1 })
    const [sheet] = await data<SheetRow[]>(cwd, 'evaluation sheets')
    expect(sheet!.ratings.map(r => r.points)).toEqual(own.map((_, i) => (i % 2 === 0 ? '1.00' : '0.00')))
    const other = (await table(cwd, 'evaluation template --rater-kind panel --type county_public'))[0]!.find(
      h => /^\d+\./.test(h) && !header.includes(h),
    )!
    const lines = [
      `评估年度,方案,主体编号,评价主体,评价人,${other},${own[0]}`,
      '2022,linyi-2022-city,JG-102,panel,评委2,符合,符合',
      '2022,linyi-2022-city,JG-101,panel,评委2,符合,0.5',
    ]
    const { data: outcome } = await imported(cwd, write(cwd, 'o.csv', lines.join('\n')), 3)
    expect(outcome.problems.map(p => [p.code, p.line, p.column])).toEqual([
      ['CX1242', 2, other],
      ['CX1032', 3, own[0]],
    ])
    const blank = [lines[0]!, '2022,linyi-2022-city,JG-102,panel,评委2,,符合']
    expect((await imported(cwd, write(cwd, 'b.csv', blank.join('\n')))).data).toMatchObject({ added: 1 })
  })
})

describe('a row without ratings', () => {
  const HEAD = '评估年度,方案,统一社会信用代码,评价主体,评价人,5.信息公示,6.服务规程'
  const row = (uscc: string, rest: string) => `2013,beijing-2013,${uscc},专家评价,${rest}`
  const OTHER = '91110108CXJG00023F'

  it('of a rater who rated others leaves what is on file', async () => {
    const cwd = await at('scored')
    const lines = [HEAD, row(HAND, '专家1,,'), row(OTHER, '专家1,3,3')]
    const { data: outcome, warnings } = await imported(cwd, write(cwd, 's.csv', lines.join('\n')))
    expect(outcome).toMatchObject({ rows: 2, changed: 1, unchanged: 0 })
    expect(warnings.map(w => [w.code, w.line])).toEqual([['CX1240', 2]])
    const sheets = await data<SheetRow[]>(cwd, `evaluation sheets --subject ${HAND} --rater 专家1`)
    expect(sheets[0]!.ratings.length).toBeGreaterThan(2)
  })

  it('of a rater who rated nobody is refused, and so is a rating of nobody', async () => {
    const cwd = await at('scored')
    const lines = [HEAD, row(HAND, '专家9,,'), row(OTHER, ',3,3'), row(OTHER, ',,'), row(OTHER, ',缺考,')]
    const { data: outcome } = await imported(cwd, write(cwd, 's.csv', lines.join('\n')), 3)
    expect(outcome.problems.map(p => [p.code, p.line, p.column])).toEqual([
      ['CX1068', 2, '评价人'],
      ['CX1023', 3, '评价人'],
      ['CX1069', 5, '5.信息公示'],
      ['CX1023', 5, '评价人'],
    ])
  })
})

describe('evaluation withdraw', () => {
  const LINE = ['evaluation', 'withdraw', HAND, '--rater', '专家1', '--reason', '填错机构']

  it('keeps the sheet in sight and out of the score, until it is lifted; an import says so and leaves it', async () => {
    const cwd = await at('run')
    const score = async () => {
      await done(cwd, 'evaluation run')
      type Explained = { indicators: { number: number; score: string; ratings: { count: number }[] }[] }
      const { indicators } = await data<Explained>(cwd, `evaluation explain ${HAND}`)
      const { score, ratings } = indicators.find(i => i.number === 18)!
      return [score, ratings.map(r => r.count)]
    }
    // By hand: 0.1 × 4.5 + 0.6 × (4.25 + 4) ÷ 2 + 0.3 × 4.4 = 4.245; without 专家1, 0.45 + 0.6 × 4 + 1.32.
    const before = await score()
    expect(before).toEqual(['4.25', expect.anything()])
    expect((await done(cwd, LINE)).stdout).toContain('已撤回')
    const [sheet] = await data<SheetRow[]>(cwd, `evaluation sheets --subject ${HAND} --rater 专家1`)
    expect(sheet).toMatchObject({ standing: 'withdrawn', reason: '填错机构', withdrawn_on: '2013-11-04' })
    expect((await score())[0]).toBe('4.17')
    const log = await data<{ command: string; summary: unknown }[]>(cwd, 'log list')
    expect(log.filter(e => e.command === 'evaluation withdraw')).toMatchObject([
      { summary: { rater_kind: 'expert', lift: false, reason: '填错机构' } },
    ])
    const scores = readFileSync(join(SAMPLES, 'five', 'scores.csv'), 'utf8')
    const same = await imported(cwd, write(cwd, 'again.csv', `${scores}\n`))
    expect([same.data.changed, same.warnings.map(w => w.code)]).toEqual([0, ['CX1241']])
    const other = await imported(
      cwd,
      write(cwd, 'other.csv', scores.replace(',专家1,,,,,3.5,', ',专家1,,,,,3.6,')),
      3,
    )
    expect(other.data.problems.map(p => [p.code, p.line])).toEqual([['CX1241', 3]])
    expect(other.data.problems[0]!.message).toContain('填错机构')
    await done(cwd, [...LINE, '--lift'])
    expect(await score()).toEqual(before)
  })

  it('is refused twice, for nobody, without a reason, and once finalized', async () => {
    const cwd = await at('scored')
    await refused(cwd, [...LINE, '--lift'], 3, 'CX1244')
    await done(cwd, LINE)
    await refused(cwd, LINE, 3, 'CX1244')
    await refused(cwd, LINE.with(4, '专家7'), 4, 'CX4002')
    await refused(cwd, [...LINE, '--rater-kind', 'self'], 4, 'CX4002')
    await refused(cwd, LINE.slice(0, 5), 2, 'CX6001')
    await refused(await at('finalized'), LINE, 5, 'CX3005')
  })

  it('asks as which kind, where a rater rated as two', async () => {
    const cwd = await at('scored')
    const lines = [
      '评估年度,方案,统一社会信用代码,评价主体,评价人,18',
      `2013,beijing-2013,${HAND},self,专家1,4`,
    ]
    await imported(cwd, write(cwd, 's.csv', lines.join('\n')))
    expect(await refused(cwd, LINE, 2, 'CX1245')).toContain('自我评价')
    const told = await data(cwd, [...LINE, '--rater-kind', '自评'])
    expect(told).toMatchObject({ rater_kind: 'self', standing: 'withdrawn' })
  })
})

it.each([
  [['evaluation', 'exclude', '--rater', ' ', '--reason', '有业务往来'], '--rater'],
  [['evaluation', 'exclude', '--rater', '专家1', '--reason', ' '], '--reason'],
  [['evaluation', 'withdraw', HAND, '--rater', '专家1', '--reason', ''], '--reason'],
])('a blank word is none: %s', async (line, place) => {
  const cwd = await at('scored')
  const entries = await data<unknown[]>(cwd, 'log list')
  const ran = await here(cwd, line)
  expect([ran.code, ran.stdout]).toEqual([3, ''])
  expect(ran.stderr).toContain('CX1023')
  expect(ran.stderr).toContain(place)
  expect(await data<unknown[]>(cwd, 'log list')).toEqual(entries)
})

describe('evaluation exclude', () => {
  const LINE = ['evaluation', 'exclude', '--rater', '专家1', '--reason', '有业务往来']
  const standings = async (cwd: string) =>
    (await data<SheetRow[]>(cwd, 'evaluation sheets --rater 专家1')).map(s => [s.uscc, s.standing])

  it('keeps sheets from counting, of one or of all, also those that come later; lifted, they count', async () => {
    const cwd = await at('scored')
    const OTHER = '91110108CXJG00023F'
    await done(cwd, [...LINE, '--subject', HAND])
    expect(await standings(cwd)).toEqual([
      [HAND, 'excluded'],
      [OTHER, 'counted'],
    ])
    await done(cwd, LINE)
    expect((await standings(cwd)).map(([, standing]) => standing)).toEqual(['excluded', 'excluded'])
    expect(await data(cwd, 'evaluation exclusions')).toMatchObject([
      { rater: '专家1', subject: { uscc: HAND }, reason: '有业务往来' },
      { rater: '专家1', subject: null },
    ])
    await done(cwd, 'evaluation run')
    type Explained = {
      indicators: { number: number; ratings: { rater_kind: string; set_aside: number }[] }[]
    }
    const { indicators } = await data<Explained>(cwd, `evaluation explain ${HAND}`)
    const expert = indicators.find(i => i.number === 18)!.ratings.find(r => r.rater_kind === 'expert')
    expect(expert).toMatchObject({ count: 1, set_aside: 1 })
    await done(cwd, [...LINE, '--lift'])
    await done(cwd, [...LINE, '--subject', HAND, '--lift'])
    expect((await standings(cwd)).map(([, standing]) => standing)).toEqual(['counted', 'counted'])
  })

  it('is refused twice, lifted where it is not, and once finalized', async () => {
    const cwd = await at('scored')
    await refused(cwd, [...LINE, '--lift'], 3, 'CX1246')
    await done(cwd, LINE)
    expect(await refused(cwd, LINE, 3, 'CX1246')).toContain('有业务往来')
    await refused(cwd, [...LINE, '--subject', '不在名录'], 4, 'CX4001')
    await refused(await at('finalized'), LINE, 5, 'CX3005')
  })
})

describe('evaluation override', () => {
  const LINE =
    `evaluation override ${HAND} 18 --points 5 --reason 现场复核 --document 会议纪要〔2013〕8号`.split(' ')
  interface Overridden {
    indicator: { number: number; score: string }
    computed: { min: string; max: string } | null
    reason: string
    document: string
  }

  it('stands in the result beside what is computed, is listed, set anew and lifted; each leaves one entry', async () => {
    const cwd = await at('run')
    const total = async () => {
      await done(cwd, 'evaluation run')
      return (await data<{ uscc: string; total: string }[]>(cwd, 'evaluation show')).find(
        r => r.uscc === HAND,
      )!.total
    }
    expect(await total()).toBe('77.75')
    const set = await data<Overridden>(cwd, LINE)
    expect(set).toMatchObject({ indicator: { score: '5.00' }, computed: { min: '4.25', max: '4.25' } })
    expect(await total()).toBe('78.50')
    await done(cwd, LINE.with(5, '0'))
    expect(await data(cwd, 'evaluation overrides')).toMatchObject([
      {
        uscc: HAND,
        indicator: { number: 18, points: '5.00', score: '0.00' },
        document: '会议纪要〔2013〕8号',
      },
    ])
    expect(await total()).toBe('73.50')
    const lift = ['evaluation', 'override', HAND, '18.服务质量', '--lift', '--reason', '撤销纪要']
    expect(await data(cwd, lift)).toMatchObject({ indicator: { score: '4.25' }, computed: null })
    expect(await total()).toBe('77.75')
    const log = await data<{ command: string }[]>(cwd, 'log list')
    expect(log.filter(e => e.command === 'evaluation override')).toHaveLength(3)
  })

  it.each([
    ['--points', '5.01', 3, ['CX1035']],
    ['--points', '-1', 3, ['CX1034']],
    ['--points', '4.255', 3, ['CX1036']],
    ['--points', '优', 3, ['CX1069']],
    ['--reason', '', 3, ['CX1023']],
    ['--document', ' ', 3, ['CX1023']],
  ])('refuses %s “%s”', async (option, value, exit, codes) => {
    await refused(await at('run'), LINE.with(LINE.indexOf(option) + 1, value), exit, ...codes)
  })

  it('refuses all that is missing at once, what is not asked, what has no points, and once finalized', async () => {
    const cwd = await at('run')
    await refused(cwd, LINE.slice(0, 4), 3, 'CX1023', 'CX1023', 'CX1023')
    await refused(cwd, LINE.with(3, '23'), 3, 'CX1063')
    await refused(cwd, LINE.with(3, '服务质量'), 3, 'CX1063')
    await refused(cwd, ['evaluation', 'override', HAND, '18', '--lift', '--reason', '误'], 3, 'CX1247')
    await refused(cwd, ['evaluation', 'override', HAND, '18', '--lift'], 2, 'CX6001')
    await refused(await at('finalized'), LINE, 5, 'CX3005')
    const judged = await institutions()
    await refused(judged, LINE.with(2, 'JG-101').with(3, '1'), 3, 'CX1248')
  })
})

describe('evaluation outliers', () => {
  it('lists single voices far from the others, and changes nothing', async () => {
    const cwd = await at('opened')
    const lines = [
      '评估年度,方案,统一社会信用代码,评价主体,评价人,18',
      `2013,beijing-2013,${HAND},self,机构自评,5`,
      `2013,beijing-2013,${HAND},expert,专家1,2`,
    ]
    await imported(cwd, write(cwd, 's.csv', lines.join('\n')))
    const before = db(cwd)
    const ran = await done(cwd, 'evaluation outliers')
    expect(ran.stderr).toContain('2 个')
    const about = { uscc: HAND, indicator: 18, points: '5.00', against: 'other_kinds', share_percent: '60' }
    expect(await data(cwd, 'evaluation outliers --district 朝阳区')).toEqual([
      expect.objectContaining({ ...about, rater: '机构自评', rating: '5.00', others: '2.00' }),
      expect.objectContaining({ ...about, rater: '专家1', rating: '2.00', others: '5.00' }),
    ])
    expect(await data(cwd, 'evaluation outliers --district 海淀区')).toEqual([])
    expect((await table(cwd, 'evaluation outliers')).map(row => row.length)).toEqual([9, 9, 9])
    expect(db(cwd)).toBe(before)
    await done(cwd, 'evaluation withdraw 91110105CXJG000159 --rater 专家1 --reason 填错')
    expect(await data(cwd, 'evaluation outliers')).toEqual([])
  })
})

it('sheets of a rater who is on file as somebody else are not touched', async () => {
  const cwd = await at('scored')
  await done(cwd, `evaluation withdraw ${HAND} --rater 专家2 --reason 回避`)
  const file = new Database(join(cwd, 'chengxin.db'), { readonly: true })
  expect(file.prepare('SELECT rater FROM sheet WHERE withdrawn_on IS NOT NULL').pluck().all()).toEqual([
    '专家2',
  ])
  file.close()
})
