// The working-day calendar at the command line: counting without a database, what is loaded, a notice that comes in
// whole or not at all, and what follows from another calendar.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { act } from '../../src/store/act.ts'
import { openStore } from '../../src/store/open.ts'
import { at, data, done, FINALIZE, folder, here, ROOT, SAMPLES, sha256 } from './run.ts'

interface Counted {
  date: string
  counted: string[]
  source: string
}
type Row = readonly [day: string, kind: string, name: string]

/** A notice as a file; 2027 and its days are made up. */
const NOTICE: readonly Row[] = [
  ['2026-12-31', '放假', '元旦'],
  ['2027-01-01', '放假', '元旦'],
  ['2027-01-02', '放假', '元旦'],
  ['2027-01-03', '上班', '元旦'],
  ['2027-05-01', '放假', '劳动节'],
  ['2027-10-01', '放假', '国庆节'],
]
const MORE = ['--notice', '样例通知', '--json']
const REPLACE = ['--replace', '--reason', '通知更正']

function write(cwd: string, rows: readonly Row[], name = 'notice.csv', header = '日期,安排,名称'): string {
  writeFileSync(join(cwd, name), `${[header, ...rows.map(row => row.join(','))].join('\n')}\n`)
  return name
}

/** The shipped days of a year as a file, and some more. */
async function notice(cwd: string, year: number, more: readonly Row[]): Promise<string> {
  const shown = await data<{ holidays: { name: string; off: string[]; work: string[] }[] }>(
    cwd,
    `calendar show ${year}`,
  )
  const rows = shown.holidays.flatMap(({ name, off, work }): Row[] => [
    ...off.map((day): Row => [day, '放假', name]),
    ...work.map((day): Row => [day, '上班', name]),
  ])
  return write(cwd, [...rows.filter(([day]) => !more.some(row => row[0] === day)), ...more], `${year}.csv`)
}

/** A publicity put on file as the program would, in a logged change. */
function publish(cwd: string, title: string, days: readonly [first: string, last: string, n: number]): void {
  const store = openStore(join(cwd, 'chengxin.db'), join(ROOT, 'migrations'), 'write')
  const deed = { operator: '测试员', command: 'publicity open', at: '2013-11-04T00:00:00' }
  const [first, last, n] = days
  act(store, deed, writer => {
    writer.run(
      `INSERT INTO publicity (kind, title, scheme_id, first_day, last_day, working_days, count_first_day, phones)
       VALUES ('consultation', ?, 'beijing-2013', ?, ?, ?, 1, '[]')`,
      ...[title, first, last, n],
    )
    return { result: null, summary: {} }
  })
  store.close()
}

const problems = (stdout: string) =>
  (JSON.parse(stdout) as { data: { problems: { code: string; line: number }[] } }).data.problems

describe('counting', () => {
  let cwd: string
  beforeEach(() => {
    cwd = folder()
  })

  it('needs no database and makes none', async () => {
    const days = '2019-05-30 2019-05-31 2019-06-03 2019-06-04 2019-06-05'.split(' ')
    expect(await data<Counted>(cwd, 'calendar add 2019-05-30 5 --count-first-day')).toEqual({
      ...{ date: '2019-06-05', counted: days, source: 'shipped' },
      ...{ from: '2019-05-30', working_days: 5, first_day_counted: true },
    })
    const without = await data<Counted>(cwd, 'calendar add 2019年5月30日 5')
    expect([without.date, without.counted[0]]).toEqual(['2019-06-06', '2019-05-31'])
    const ran = await done(cwd, 'calendar between 2013-09-27 2013-10-08')
    expect(ran.stdout).toBe('4\n')
    expect(ran.stderr).toBe(
      '计入 4 天：2013-09-27 2013-09-29 2013-09-30 2013-10-08\n没有数据库，按程序所带的工作日历\n',
    )
    expect(await data(cwd, 'calendar show')).toMatchObject({ source: 'shipped' })
    expect(existsSync(join(cwd, 'chengxin.db'))).toBe(false)
  })

  it('counts both days, also where there is only one or none that is worked', async () => {
    const between = (line: string) => data<object>(cwd, `calendar between ${line}`)
    expect(await between('2013-10-08 2013-10-08')).toEqual({
      ...{
        from: '2013-10-08',
        to: '2013-10-08',
        working_days: 1,
        counted: ['2013-10-08'],
        source: 'shipped',
      },
    })
    expect(await between('2013-10-01 2013-10-07')).toMatchObject({ working_days: 0, counted: [] })
    // As the year has been counted ever since: 365 days, 104 weekend days, 11 days off on weekdays by law.
    expect(await between('2013-01-01 2013-12-31')).toMatchObject({ working_days: 250 })
  })

  it.each([
    ['calendar add 2026-12-30 5', '2027 年'],
    ['calendar add 2030-01-01 1 --count-first-day', '2030 年'],
    ['calendar between 2004-06-01 2028-01-01', '2004–2006、2027–2028 年'],
    ['calendar show 2027', '2027 年'],
  ])('%s is refused: a year is not loaded', async (line, years) => {
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toContain('CX1320')
    expect(ran.stderr).toContain(years)
    expect(ran.stderr).toContain('chengxin calendar import')
    expect((await here(cwd, `--lang en ${line}`)).stderr).toContain('no calendar is loaded')
  })

  it.each([
    ['calendar add 2013-02-30 5', 'CX6006'],
    ['calendar add 5 2013-02-28', 'CX6002'],
    ['calendar add 2013-02-28 0', 'CX6002'],
    ['calendar add 2013-02-28 1.5', 'CX6002'],
    ['calendar between 2013-10-08 2013-10-07', 'CX6002'],
    ['calendar show 13', 'CX6002'],
    ['calendar import x.csv', 'CX6001'],
  ])('%s is misused', async (line, code) => {
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining(code)])
  })
})

describe('a notice', () => {
  let cwd: string
  const db = () => join(cwd, 'chengxin.db')
  const bring = (file: string, ...more: string[]) => here(cwd, ['calendar', 'import', file, ...MORE, ...more])

  beforeEach(async () => {
    cwd = await at('init')
  })

  it('loads its year, with December before it; the same again changes nothing', async () => {
    const before = sha256(db())
    const dry = await bring(write(cwd, NOTICE), '--dry-run')
    expect([dry.code, sha256(db())]).toEqual([0, before])
    const ran = await bring(write(cwd, NOTICE))
    expect(ran.code, ran.stderr).toBe(0)
    expect(JSON.parse(ran.stdout).data).toMatchObject({
      ...{
        notice: '样例通知',
        encoding: 'utf-8',
        dry_run: false,
        publicities: [],
        evaluations: [],
        problems: [],
      },
      years: [{ year: 2027, done: 'added', days_off: 5, make_up_days: 1 }],
    })
    expect(await data(cwd, 'calendar add 2026-12-30 3')).toMatchObject({
      ...{ source: 'database', counted: ['2027-01-03', '2027-01-04', '2027-01-05'] },
    })
    const { years } = await data<{ years: object[] }>(cwd, 'calendar show')
    expect(years.at(-1)).toMatchObject({ year: 2027, origin: 'imported', notice: '样例通知', days_off: 5 })
    expect(await data(cwd, 'calendar show 2027')).toMatchObject({
      holidays: [
        { name: '元旦', off: ['2026-12-31', '2027-01-01', '2027-01-02'], work: ['2027-01-03'] },
        { name: '劳动节', off: ['2027-05-01'], work: [] },
        { name: '国庆节', off: ['2027-10-01'], work: [] },
      ],
    })
    const once = sha256(db())
    const again = await done(cwd, ['calendar', 'import', 'notice.csv', '--notice', '另一个名称'])
    expect(again.stdout).toBe('2027 年：与已收录的相同，没有改动\n')
    expect(sha256(db())).toBe(once)
    expect((await done(cwd, 'log verify')).code).toBe(0)
  })

  it('is read with flags instead of words, from standard input, and by English keys', async () => {
    const flags = NOTICE.map(([day, kind, name]): Row => [day, name, kind === '放假' ? '1' : '0'])
    const file = readFileSync(join(cwd, write(cwd, flags, 'flags.csv', 'date,name,is_off_day')), 'utf8')
    const ran = await here(cwd, ['calendar', 'import', '-', ...MORE], { stdin: file })
    expect(ran.code, ran.stderr).toBe(0)
    expect(JSON.parse(ran.stdout).data.years).toMatchObject([{ year: 2027, done: 'added', make_up_days: 1 }])
    const keys = NOTICE.map(([day, kind, name]): Row => [day, kind === '放假' ? 'off' : 'work', name])
    const same = await bring(write(cwd, keys, 'keys.csv', 'date,kind,name'))
    expect(JSON.parse(same.stdout).data.years).toMatchObject([{ done: 'unchanged' }])
    const sample = await bring(join(SAMPLES, 'calendar-2026.csv'))
    expect(JSON.parse(sample.stdout).data.years).toMatchObject([{ year: 2026, done: 'unchanged' }])
  })

  it('comes as GB18030, which is said, or as a workbook whose days are dates', async () => {
    const text = `日期,安排,名称\n${NOTICE.map(row => row.join(',')).join('\n')}\n`
    writeFileSync(join(cwd, 'gb.csv'), iconv.encode(text, 'gb18030'))
    const gb = await bring('gb.csv')
    expect(JSON.parse(gb.stdout).data).toMatchObject({ encoding: 'gb18030', years: [{ done: 'added' }] })
    const forced = await bring('gb.csv', '--encoding', 'utf-8')
    expect([forced.code, problems(forced.stdout).map(p => p.code)]).toEqual([3, ['CX1002']])
    const columns = ['日期', '安排', '名称'].map((title, i) => {
      return { header: title, type: i === 0 ? ('date' as const) : ('text' as const) }
    })
    const rows = NOTICE.map(row => [...row])
    writeFileSync(join(cwd, 'book.xlsx'), await writeXlsx([{ name: '2027', columns, rows }]))
    const book = await bring('book.xlsx', '--sheet', '2027')
    expect(JSON.parse(book.stdout).data).toMatchObject({ encoding: 'xlsx', years: [{ done: 'unchanged' }] })
    const sheet = await bring('book.xlsx', '--sheet', '2028')
    expect([sheet.code, problems(sheet.stdout).map(p => p.code)]).toEqual([3, ['CX1007']])
  })

  it.each([
    ['nothing', '', 'CX1001'],
    ['no rows', '日期,安排,名称\n', 'CX1005'],
    ['a cell too many', '日期,安排,名称\n2027-01-01,放假,元旦,又\n', 'CX1006'],
  ])('of %s is refused', async (_, text, code) => {
    const before = sha256(db())
    writeFileSync(join(cwd, 'x.csv'), text)
    const ran = await bring('x.csv')
    expect([ran.code, problems(ran.stdout).map(p => p.code), sha256(db())]).toEqual([3, [code], before])
  })

  it('tells all its faults at once and leaves the file as it was', async () => {
    const before = sha256(db())
    const bad: Row[] = [
      ['2027-01-01', '放假', '元旦'],
      ['2027-02-30', '放假', '春节'],
      ['2027-02-08', '半天', '春节'],
      ['2027-02-09', '放假', ''],
      ['2027-05-01', '放假', '劳动节'],
      ['2027-05-01', '上班', '劳动节'],
      ['2027-05-04', '上班', '劳动节'],
    ]
    const ran = await bring(write(cwd, bad))
    expect(ran.code).toBe(3)
    expect(problems(ran.stdout).map(p => [p.line, p.code])).toEqual([
      [3, 'CX1030'],
      [4, 'CX1032'],
      [5, 'CX1023'],
      [7, 'CX1052'],
      [8, 'CX1321'],
    ])
    expect(ran.stderr).toContain('工作日历没有改动')
    expect(sha256(db())).toBe(before)
  })

  it.each([
    ['days of a year that is not all there', [...NOTICE.slice(0, 5)], 'CX1323', '2027-10-01'],
    [
      'December of a year whose next is not there',
      [...NOTICE, ['2027-12-31', '放假', 'X']],
      'CX1323',
      '2028',
    ],
  ] as const)('is refused with %s', async (_, rows, code, named) => {
    const before = sha256(db())
    const ran = await here(cwd, ['calendar', 'import', write(cwd, rows as readonly Row[]), '--notice', 'X'])
    expect([ran.code, ran.stdout, sha256(db())]).toEqual([3, '', before])
    expect(ran.stderr).toContain(code)
    expect(ran.stderr).toContain(named)
  })

  it('that says two things in a row, or neither, is refused', async () => {
    const rows = [...NOTICE.map(row => [...row, '']), ['2027-10-02', '放假', '国庆节', '0']]
    writeFileSync(
      join(cwd, 'x.csv'),
      `日期,安排,名称,是否放假\n${rows.map(row => row.join(',')).join('\n')}\n`,
    )
    const both = await bring('x.csv')
    expect([both.code, problems(both.stdout).map(p => [p.line, p.code])]).toEqual([3, [[8, 'CX1322']]])
    writeFileSync(join(cwd, 'y.csv'), '日期,名称,是否放假\n2027-01-01,元旦,1\n2027-05-01,X,\n')
    const neither = await bring('y.csv')
    expect([neither.code, problems(neither.stdout).map(p => [p.line, p.code])]).toEqual([3, [[3, 'CX1023']]])
    writeFileSync(join(cwd, 'z.csv'), '日期,名称\n2027-01-01,元旦\n')
    const headers = await bring('z.csv')
    expect([headers.code, problems(headers.stdout).map(p => p.code)]).toEqual([3, ['CX1020']])
  })

  it('replaces a year only when told why, and tells day by day', async () => {
    const before = sha256(db())
    const file = await notice(cwd, 2013, [['2013-11-07', '放假', '样例日']])
    const refused = await here(cwd, ['calendar', 'import', file, '--notice', '更正通知'])
    expect([refused.code, refused.stdout, sha256(db())]).toEqual([3, '', before])
    expect(refused.stderr).toContain('CX1324')
    expect(refused.stderr).toContain('2013-11-07：通知没有列出 → 放假（样例日）')
    const unsaid = await here(cwd, ['calendar', 'import', file, '--notice', '更正通知', '--replace'])
    expect([unsaid.code, sha256(db())]).toEqual([2, before])
    const ran = await done(cwd, ['calendar', 'import', file, '--notice', '更正通知', ...REPLACE])
    expect(ran.stdout).toBe('2013 年：与已收录的有 1 天不同\n  2013-11-07：通知没有列出 → 放假（样例日）\n')
    const log = await data<object[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({
      command: 'calendar import',
      summary: { file: '2013.csv', years: [2013], notice: '更正通知', reason: '通知更正' },
    })
    expect(await data(cwd, 'calendar between 2013-11-04 2013-11-08')).toMatchObject({ working_days: 4 })
    const { years } = await data<{ years: { year: number; notice: string | null }[] }>(cwd, 'calendar show')
    expect(years.filter(y => y.notice !== null)).toMatchObject([{ year: 2013, notice: '更正通知' }])
    expect((await done(cwd, 'log verify')).code).toBe(0)
  })

  it('counts open publicities again, in the same change, and says so', async () => {
    publish(cwd, '征求意见', ['2013-11-04', '2013-11-08', 5])
    publish(cwd, '年底公示', ['2026-12-25', '2026-12-31', 5])
    const file = await notice(cwd, 2013, [['2013-11-07', '放假', '样例日']])
    const ran = await done(cwd, ['calendar', 'import', file, '--notice', '更正通知', ...REPLACE])
    expect(ran.stdout).toContain(
      '第 1 号公示“征求意见”（2013-11-04 开始）重新计算：末日由 2013-11-08 改为 2013-11-11',
    )
    expect(ran.stdout).not.toContain('年底公示')
    // The next year's notice reaches into December: 25, 28, 29, 30; then Sunday 3 January, made up.
    const next = await bring(write(cwd, NOTICE))
    expect(JSON.parse(next.stdout).data.publicities).toEqual([
      {
        ...{ id: 2, title: '年底公示', first_day: '2026-12-25' },
        ...{ before: '2026-12-31', after: '2027-01-03' },
      },
    ])
    const log = await data<{ command: string; rows: number; summary: object }[]>(cwd, 'log list')
    // Six days, the year, the publicity.
    expect(log.at(-1)).toMatchObject({ rows: 8, summary: { publicities: [2] } })
    expect((await done(cwd, 'log verify')).code).toBe(0)
  })

  it('is refused where an open publicity could not be counted any more', async () => {
    // From Thursday 26 November 2026, 25 working days to 30 December.
    publish(cwd, '长公示', ['2026-11-26', '2026-12-30', 25])
    const more: Row[] = ['2026-11-27', '2026-11-30'].map(day => [day, '放假', '样例日'])
    const file = await notice(cwd, 2026, more)
    const before = sha256(db())
    const ran = await here(cwd, ['calendar', 'import', file, ...MORE, ...REPLACE])
    expect([ran.code, problems(ran.stdout).map(p => p.code), sha256(db())]).toEqual([3, ['CX1325'], before])
    expect((await here(cwd, ['calendar', 'import', file, '--notice', 'X', ...REPLACE])).stderr).toContain(
      '没有 2027 年的工作日历',
    )
  })
})

describe('another calendar', () => {
  const stale = async (cwd: string) =>
    (await data<{ evaluation: { stale: boolean } }>(cwd, 'status')).evaluation.stale

  it('makes an open evaluation stale, and a finalized one not: that keeps its own', async () => {
    const cwd = await at('run')
    const before = await data<object>(cwd, 'evaluation show')
    expect(await stale(cwd)).toBe(false)
    // Years after the next of the as-of day's do not matter.
    const later = await done(cwd, ['calendar', 'import', write(cwd, NOTICE), '--notice', 'X'])
    expect(later.stderr).not.toContain('evaluation run')
    expect(await stale(cwd)).toBe(false)
    const first = await notice(cwd, 2013, [['2013-03-07', '放假', '样例日']])
    const ran = await done(cwd, ['calendar', 'import', first, '--notice', '更正通知', ...REPLACE])
    expect(ran.stderr).toContain('评估批次 1（2013 年度）按原来的日历算过')
    expect(await stale(cwd)).toBe(true)
    const refused = await here(cwd, FINALIZE)
    expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('CX3007')])
    await done(cwd, 'evaluation run')
    expect(await stale(cwd)).toBe(false)
    expect(await data<object>(cwd, 'evaluation show')).toEqual(before)
    await done(cwd, FINALIZE)
    const second = await notice(cwd, 2013, [['2013-03-08', '放假', '样例日']])
    const then = await done(cwd, ['calendar', 'import', second, '--notice', '再更正', ...REPLACE])
    expect(then.stderr).not.toContain('evaluation run')
    expect(await stale(cwd)).toBe(false)
    expect((await done(cwd, 'evaluation replay')).code).toBe(0)
    expect((await done(cwd, 'log verify')).code).toBe(0)
    // Opened again it goes by the calendar on file, and its first version by the one it kept.
    await done(cwd, 'evaluation reopen --reason 更正')
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    expect((await done(cwd, 'evaluation replay --evaluation 1@1')).code).toBe(0)
    expect((await done(cwd, 'evaluation replay --evaluation 1@2')).code).toBe(0)
    expect((await done(cwd, 'log verify')).code).toBe(0)
  })

  it('of a year that was finalized before there were imports leaves its digest as it was', async () => {
    const cwd = await at('finalized')
    const file = await notice(cwd, 2013, [['2013-03-07', '放假', '样例日']])
    await done(cwd, ['calendar', 'import', file, '--notice', '更正通知', ...REPLACE])
    expect((await done(cwd, 'evaluation replay')).code).toBe(0)
    expect((await done(cwd, 'log verify')).code).toBe(0)
  })
})
