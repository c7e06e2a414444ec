// A complaint's whole life on the command line: answered, extended, linked, decided by a named officer; the limits and
// rates that come of it; and every refusal on the way.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

interface Case {
  complaint_no: string
  [key: string]: unknown
}

interface Stepped {
  record: Case
  problems: { code: string; column: string; message: string }[]
  touched: { title: string }[]
  listings: Record<string, unknown>[]
}

/** Many commands, each of which writes to disk and waits for it. */
const SLOW = { timeout: 30_000 }

type Line = string | readonly string[]
const words = (line: Line) => (typeof line === 'string' ? line.split(' ') : [...line])
const NEW = (no: string, more = '') =>
  `complaint add --agency ${HAND} --complaint-no ${no} --received-on 2013-10-08 --category 收费争议${more}`
const OTHER = '91110108CXJG00023F'

/** Refused with these problems, each a code and where: nothing is written, and people are told. */
async function refused(cwd: string, line: Line, wanted: string[], code = 3): Promise<void> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, words(line))
  expect([ran.code, ran.stdout]).toEqual([code, ''])
  for (const found of wanted) expect(ran.stderr).toContain(`[${found.split(' ')[0]}]`)
  if (code === 3) {
    const { problems } = await data<Stepped>(cwd, words(line), 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    const english = await here(cwd, ['--lang', 'en', ...words(line)])
    expect(english.stderr).not.toMatch(/undefined|\[object/)
  }
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
}

describe('a case from its first word to its last', () => {
  it('is answered, accepted, extended, closed, opened again; show tells it all', SLOW, async () => {
    const cwd = await at('records')
    await done(cwd, NEW('TS-9', ' --window-kind 信访'))
    const answered = await data<Stepped>(
      cwd,
      'complaint answer TS-9 --answered-on 2013-10-08 --handler 样办1',
    )
    expect(answered.record).toMatchObject({ answered_on: '2013-10-08', handler: '样办1' })
    // Day one is the day after; 12 October is worked: 10, 11, 12, 14, 15.
    const accepted = await data<Stepped>(
      cwd,
      'complaint accept TS-9 --accepted-on 2013-10-09 --limit-working-days 5',
    )
    expect(accepted.record).toMatchObject({ accepted_on: '2013-10-09', due_on: '2013-10-15' })
    const extended = await data<Stepped>(cwd, 'complaint extend TS-9 --working-days 3 --reason 等候鉴定')
    expect(extended.record).toMatchObject({
      ...{ due_on: '2013-10-18', first_due_on: '2013-10-15', extension_reason: '等候鉴定' },
    })
    await done(cwd, 'complaint extend TS-9 --days 20 --reason 补充材料')
    await done(cwd, 'complaint close TS-9 --finding 部分属实 --dishonest 否')
    await done(cwd, 'complaint reopen TS-9 --reason 投诉人不服')
    await done(cwd, NEW('TS-10', ' --duplicate-of TS-9'))
    const shown = await data<Case & { history: Case[] }>(cwd, 'complaint show TS-9')
    expect(shown).toMatchObject({
      ...{ due_on: '2013-11-07', first_due_on: '2013-10-15', extension_reason: '补充材料' },
      ...{ limit: 'stated', limit_on: '2013-11-07', reopened: 1, duplicates: ['TS-10'], decided_by: null },
    })
    const reasons = shown.history.map(h => [h.command, h.reason])
    expect(reasons).toContainEqual(['complaint extend', '等候鉴定'])
    expect(reasons).toContainEqual(['complaint reopen', '投诉人不服'])
    expect(reasons).toContainEqual(['complaint answer', null])
    const closing = shown.history.filter(h => h.command === 'complaint close').map(h => [h.field, h.after])
    expect(closing).toContainEqual(['decided_by', '测试员'])
    const { stdout } = await done(cwd, 'complaint show TS-9')
    for (const text of [
      '重复件：TS-10',
      '重开次数：1',
      '理由：投诉人不服',
      '办结时限：2013-10-18 → 2013-11-07',
    ])
      expect(stdout).toContain(text)
    const duplicate = await data<Case>(cwd, 'complaint show TS-10')
    expect(duplicate).toMatchObject({ duplicate_of: 'TS-9', duplicates: [], reopened: 0 })
    await done(cwd, 'log verify')
  })

  it('without a stated day goes by the default, and show says so', async () => {
    const cwd = await at('records')
    await done(cwd, NEW('TS-9'))
    // 8 October is day zero: 40 working days to 2 December, 60 to 30 December 2013.
    expect(await data<Case>(cwd, 'complaint show TS-9')).toMatchObject({
      ...{ due_on: null, limit: 'default', limit_on: '2013-12-30' },
    })
    expect((await done(cwd, 'complaint show TS-9')).stdout).toContain('办结时限：2013-12-30（默认）')
    const { record } = await data<Stepped>(cwd, 'complaint extend TS-9 --reason 案情复杂')
    // Thirty working days more: 31 December, 2-3, 6-10, 13-17, 20-24, 26-30 January, 7-8, 10-14 February.
    expect(record).toMatchObject({ first_due_on: '2013-12-30', due_on: '2014-02-14' })
  })

  it(
    'closed as a verified dishonest one names honors and list entries in force, and changes none',
    SLOW,
    async () => {
      const cwd = await at('records')
      await done(cwd, `listing import ${five('listings')}`)
      const lists = await data<unknown[]>(cwd, 'listing list')
      const line = 'complaint close TS2013-004 --finding 属实 --dishonest 是 --decided-by 样科长'
      const { record, touched, listings } = await data<Stepped>(cwd, line)
      expect(record).toMatchObject({ decided_by: '样科长', handler: '样办2' })
      expect(touched.map(h => h.title)).toEqual(['诚信服务窗口'])
      expect(listings).toEqual([
        {
          ...{ list: 'black', person: null, basis: '查实不诚信投诉' },
          ...{ listed_on: '2013-04-15', until: '2014-04-14' },
        },
      ])
      expect(await data<unknown[]>(cwd, 'listing list')).toEqual(lists)
      await done(cwd, 'complaint reopen TS2013-004 --reason 重查')
      const told = await done(cwd, 'complaint close TS2013-004 --finding 属实 --dishonest 是')
      expect(told.stderr).toContain('请核查名单：黑名单，2013-04-15 列入')
      await done(cwd, 'complaint reopen TS2013-004 --reason 重查')
      const { listings: none } = await data<Stepped>(
        cwd,
        'complaint close TS2013-004 --finding 属实 --dishonest 否',
      )
      expect(none).toEqual([])
    },
  )

  it('imported, was decided by its handler, else by who imports it; an open one by nobody', async () => {
    const cwd = await at('records')
    const rows = await data<Case[]>(cwd, 'complaint list')
    expect(rows.map(r => [r.complaint_no, r.decided_by])).toEqual([
      ['TS2013-001', '样办1'],
      ['TS2013-002', '样办1'],
      ['TS2013-003', '样办2'],
      ['TS2013-004', null],
      ['TS2013-005', null],
    ])
    const header =
      '投诉编号,收到日期,被投诉机构,统一社会信用代码,类别,涉不诚信,办结日期,查处结论,承办人,认定人'
    const row = (no: string, handler: string) =>
      `${no},2013-10-08,北京晴禾样例人力资源有限公司,${HAND},其他,是,2013-10-20,属实,${handler},`
    writeFileSync(join(cwd, 'a.csv'), `${header}\n${row('TS-1', '')}\n`)
    await done(cwd, 'complaint import a.csv')
    // Another clerk imports the longer ledger: who decided before stays.
    writeFileSync(join(cwd, 'b.csv'), `${header}\n${row('TS-1', '')}\n${row('TS-2', '')}\n`)
    const ran = await done(cwd, '--operator 另一人 complaint import b.csv --json')
    expect(JSON.parse(ran.stdout).data).toMatchObject({ added: 1, changed: 0, unchanged: 1 })
    const decided = (await data<Case[]>(cwd, 'complaint list')).map(r => r.decided_by)
    expect(decided.slice(-2)).toEqual(['测试员', '另一人'])
  })
})

describe('is refused, and nothing is written', () => {
  const prepared = async () => {
    const cwd = await at('records')
    await done(cwd, NEW('TS-9', ' --answered-on 2013-10-08 --accepted-on 2013-10-09'))
    await done(cwd, NEW('TS-10', ' --duplicate-of TS-9'))
    await done(cwd, NEW('TS-11'))
    return cwd
  }

  it.each([
    ['answer TS-9', ['CX1100 TS-9']],
    ['answer TS2013-001', ['CX1094 TS2013-001']],
    ['answer TS-11 --answered-on 2013-10-07', ['CX1037 --answered-on']],
    ['answer TS-11 --answered-on 2013-11-05', ['CX1038 --answered-on']],
    ['answer TS-11 --answered-on 昨天', ['CX1031 --answered-on']],
    ['accept TS-11 --limit-days 0', ['CX1034 --limit-days']],
    ['accept TS-11 --limit-days 三十', ['CX1033 --limit-days']],
    ['accept TS-11 --limit-working-days 367', ['CX1034 --limit-working-days']],
    ['accept TS-10', ['CX1100 TS-10']],
    ['extend TS-9', ['CX1023 --reason']],
    [['extend', 'TS-9', '--reason', ' ', '--days', '5'], ['CX1023 --reason']],
    ['extend TS-9 --reason 复杂 --due-on 2013-12-31', ['CX1106 --due-on']],
    ['extend TS-9 --reason 复杂 --days 0', ['CX1034 --days']],
    ['extend TS2013-001 --reason 复杂', ['CX1094 TS2013-001']],
    ['extend TS-10 --reason 复杂', ['CX1100 TS-10']],
    ['close TS-10 --finding 不属实', ['CX1100 TS-10']],
    ['link TS-9 --to TS-9', ['CX1101 --to']],
    ['link TS-11 --to TS-10', ['CX1102 --to']],
    ['link TS-11 --to TS2013-002', ['CX1103 --to']],
    ['link TS-9 --to TS-11', ['CX1104 TS-9']],
    ['link TS-10 --to TS-9', ['CX1100 TS-10']],
    ['link TS-9 --remove', ['CX1100 TS-9']],
  ] as [Line, string[]][])('complaint %s', async (line, wanted) => {
    await refused(await prepared(), ['complaint', ...words(line)], wanted)
  })

  it('names the original when a duplicate is named as one', async () => {
    const { stderr } = await here(await prepared(), 'complaint link TS-11 --to TS-10')
    expect(stderr).toContain('TS-10 本身是重复件，原件是 TS-9')
  })

  it.each([
    ['complaint accept TS-11 --limit-days 5 --due-on 2013-12-01', '--due-on 和 --limit-days 只能用一个'],
    ['complaint accept TS-11 --limit-days 5 --limit-working-days 5', '只能用一个'],
    ['complaint extend TS-9 --reason 复杂 --days 5 --working-days 5', '只能用一个'],
    ['complaint extend TS-9 --reason 复杂 --due-on 2014-02-01 --days 5', '只能用一个'],
    ['complaint link TS-9 --to TS-11 --remove', '--to 和 --remove 只能用一个'],
    ['complaint link TS-9', '缺少选项 --to'],
    ['complaint rates --by month', '--by'],
  ])('%s (usage)', async (line, told) => {
    const cwd = await prepared()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toContain('[CX6001]')
    expect(ran.stderr).toContain(told)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each(['answer TS-0', 'extend TS-0 --reason 复杂', 'link TS-0 --to TS-9', 'link TS-9 --to TS-0'])(
    'complaint %s: not on file',
    async line => {
      await refused(await prepared(), `complaint ${line}`, ['CX4002'], 4)
    },
  )

  it('counts no working days into a year whose calendar is not loaded', async () => {
    const cwd = await at('records')
    await done(cwd, `--today 2026-12-20 ${NEW('TS-9').replace('2013-10-08', '2026-12-18')}`)
    const ran = await here(cwd, '--today 2026-12-21 complaint accept TS-9 --limit-working-days 30')
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toContain('没有 2027 年的工作日历')
    const extend = await here(
      cwd,
      '--today 2026-12-21 complaint extend TS-9 --reason 复杂 --due-on 2027-05-01',
    )
    expect(extend.stderr).toContain('[CX1107]')
    await done(cwd, '--today 2026-12-21 complaint accept TS-9 --limit-days 60')
  })
})

describe('duplicates', () => {
  const link = 'complaint link TS2013-004 --to TS2013-001'

  it(
    'are counted once: no longer late, in no rate, in no dossier; unlinked, everything is as before',
    SLOW,
    async () => {
      const cwd = await at('records')
      const asked = async () => ({
        overdue: (await data<Case[]>(cwd, 'complaint overdue')).map(c => c.complaint_no),
        listed: (await data<Case[]>(cwd, 'complaint list --state overdue')).map(c => c.complaint_no),
        open: (await data<Case[]>(cwd, 'complaint list --state open')).map(c => c.complaint_no),
        rates: await data<unknown>(cwd, 'complaint rates'),
        windows: await data<unknown>(cwd, 'complaint rates --by window'),
      })
      const before = await asked()
      expect(before).toMatchObject({ overdue: ['TS2013-004'], listed: ['TS2013-004'], open: ['TS2013-004'] })
      const linked = await data<Stepped>(cwd, link)
      expect(linked.record).toMatchObject({ complaint_no: 'TS2013-004', duplicate_of: 'TS2013-001' })
      const after = await asked()
      expect(after).toMatchObject({ overdue: [], listed: [], open: [] })
      expect((after.rates as object[]).at(-1)).toMatchObject({ received: 4, closed: { of: 4, n: 4 } })
      expect((after.windows as object[]).at(-1)).toMatchObject({ window_kind: null, received: 4 })
      const duplicates = await data<Case[]>(cwd, 'complaint list --state duplicate')
      expect(duplicates.map(c => [c.complaint_no, c.duplicate_of])).toEqual([['TS2013-004', 'TS2013-001']])
      expect(await data<Case[]>(cwd, 'complaint list')).toHaveLength(5)
      await done(cwd, 'complaint link TS2013-004 --remove')
      expect(await asked()).toEqual(before)
      await done(cwd, 'log verify')
    },
  )

  it('are not looked at by an evaluation', async () => {
    const counted = async (...lines: string[]) => {
      const cwd = await at('records')
      for (const line of [...lines, 'evaluation open --year 2013 --as-of 2013-10-31', 'evaluation run'])
        await done(cwd, line)
      const { indicators } = await data<{
        indicators: { number: number; rules: { records: string[] }[] }[]
      }>(cwd, `evaluation explain ${HAND}`)
      return indicators.find(i => i.number === 16)!.rules.flatMap(r => r.records)
    }
    expect(await counted()).toContain('TS2013-004')
    expect(await counted(link)).not.toContain('TS2013-004')
  })

  const header = '投诉编号,收到日期,被投诉机构,统一社会信用代码,类别,重复于'
  const row = (no: string, of: string, uscc = HAND) => {
    const name = uscc === HAND ? '北京晴禾样例人力资源有限公司' : '北京石榴籽样例人才服务有限公司'
    return `${no},2013-10-08,${name},${uscc},其他,${of}`
  }
  const importing = async (cwd: string, rows: string[], more = '', code = 0) => {
    writeFileSync(join(cwd, 'd.csv'), `${header}\n${rows.join('\n')}\n`)
    return data<{
      batch: number
      added: number
      rejected: number
      problems: { code: string; line: number }[]
    }>(cwd, `complaint import d.csv${more}`, code)
  }

  it.each([
    ['before its original in the file', [row('A', 'B'), row('B', '')]],
    ['behind it', [row('B', ''), row('A', 'B')]],
    ['of one on file', [row('A', 'TS2013-001')]],
  ])('imported %s', async (_, rows) => {
    const cwd = await at('records')
    expect(await importing(cwd, rows)).toMatchObject({ added: rows.length, problems: [] })
    expect(await data<Case[]>(cwd, 'complaint list --state duplicate')).toHaveLength(1)
  })

  it.each([
    ['of itself', [row('A', 'A')], ['2 CX1101']],
    ['of nothing that is known', [row('A', 'Z')], ['2 CX1105']],
    ['of a duplicate in the file', [row('A', 'B'), row('B', 'TS2013-001')], ['2 CX1102']],
    ['of each other', [row('A', 'B'), row('B', 'A')], ['2 CX1102', '3 CX1102']],
    ['of another agency’s', [row('A', 'TS2013-002')], ['2 CX1103']],
    ['of another agency’s in the file', [row('A', 'B'), row('B', '', OTHER)], ['2 CX1103']],
    [
      'of a row that cannot come in',
      [row('A', 'B'), row('B', '', '91110105CXJG000158')],
      ['2 CX1105', '3 CX1042'],
    ],
  ])('imported %s are refused', async (_, rows, wanted) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems } = await importing(cwd, rows, '', 3)
    expect(problems.map(p => `${p.line} ${p.code}`)).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('the good rows come in without the bad ones, and without those that hang on a bad one', async () => {
    const cwd = await at('records')
    const rows = [row('A', 'B'), row('B', '', '91110105CXJG000158'), row('C', 'D'), row('D', '')]
    expect(await importing(cwd, rows, ' --rejects bad.csv', 3)).toMatchObject({ added: 2, rejected: 2 })
    const listed = await data<Case[]>(cwd, 'complaint list')
    expect(listed.map(c => c.complaint_no).slice(5)).toEqual(['C', 'D'])
  })

  it('one that is repeated cannot come in as a duplicate', async () => {
    const cwd = await at('records')
    await importing(cwd, [row('A', ''), row('B', 'A'), row('C', '')])
    const { problems } = await importing(cwd, [row('A', 'C')], '', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1104'])
    // Together with its duplicate it can.
    expect(await importing(cwd, [row('A', 'C'), row('B', 'C')])).toMatchObject({ changed: 2 })
  })

  it.each([
    ['Z', 'CX1105 --duplicate-of'],
    ['TS2013-002', 'CX1103 --duplicate-of'],
    ['TS-9', 'CX1101 --duplicate-of'],
    ['TS2013-004', 'CX1102 --duplicate-of'],
  ])('added by hand of %s are refused', async (of, wanted) => {
    const cwd = await at('records')
    await done(cwd, link)
    await refused(cwd, NEW('TS-9', ` --duplicate-of ${of}`), [wanted])
  })

  it('an import that brought an original cannot be taken back from under its duplicates', async () => {
    const cwd = await at('records')
    const { batch } = await importing(cwd, [row('A', '')])
    await done(cwd, NEW('TS-9', ' --duplicate-of A'))
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, `import undo ${batch}`)
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX5017')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    await done(cwd, 'complaint link TS-9 --remove')
    await done(cwd, `import undo ${batch}`)
  })
})

describe('limits and rates', () => {
  let cwd: string
  beforeAll(async () => {
    cwd = await at('records')
    const lines = [
      // Sixty working days from 1 July end on 24 September: 41 days late on 4 November.
      `${NEW('M-1').replace('2013-10-08', '2013-06-28')} --accepted-on 2013-07-01 --answered-on 2013-06-28`,
      `${NEW('M-2')} --window-kind 劳动监察 --answered-on 2013-10-09 --accepted-on 2013-10-16`,
      `${NEW('M-3')} --window-kind 信访 --answered-on 2013-10-08 --closed-on 2013-10-10 --finding 撤回`,
      NEW('O-1').replace('2013-10-08', '2006-03-01'),
    ]
    for (const line of lines) await done(cwd, line)
  }, 30_000)

  it('overdue goes by the day stated, else by the default, and says which', async () => {
    const { stdout } = await done(cwd, 'complaint overdue --json')
    const { data: rows, warnings } = JSON.parse(stdout) as { data: Case[]; warnings: { code: string }[] }
    expect(rows.map(r => [r.complaint_no, r.limit, r.limit_on, r.due_on, r.days_late])).toEqual([
      ['M-1', 'default', '2013-09-24', null, 41],
      ['TS2013-004', 'stated', '2013-10-01', '2013-10-01', 34],
    ])
    // The calendar of 2006 is not loaded: said, not assumed.
    expect(warnings.map(w => w.code)).toEqual(['CX1108'])
    const table = await done(cwd, 'complaint overdue')
    expect(table.stdout).toMatch(/M-1 .*2013-09-24 +默认 +41/)
    expect(table.stderr).toContain('另有 1 件的办结时限算不出')
    const english = await done(cwd, '--lang en complaint overdue')
    expect(english.stderr).toContain('The limit of 1 more case cannot be told')
    const listed = await data<Case[]>(cwd, 'complaint list --state overdue')
    expect(listed.map(r => r.complaint_no)).toEqual(['TS2013-004', 'M-1'])
  })

  it('rates of the year, by district', async () => {
    const rows = await data<Case[]>(cwd, 'complaint rates')
    // Eight in all. Answered: M-1 and M-3 at once, M-2 a day later, TS2013-004 open without; four closed without a day.
    // Taken up within a week: all but M-2 (eight days).
    // In time: 001, 002, 005, M-3; late 003 (four days), 004 and M-1 (open behind their limits); M-2 is not due.
    expect(rows.at(-1)).toMatchObject({
      ...{ district: null, received: 8, limit_unknown: 0 },
      ...{ same_day: { of: 4, n: 2 }, same_day_rate: '50', taken_up: { of: 8, n: 7 }, taken_up_rate: '87.5' },
      ...{ closed: { of: 8, n: 5 }, closed_rate: '62.5', on_time: { of: 7, n: 4 }, on_time_rate: '57.14' },
    })
    const own = await data<Case[]>(cwd, 'complaint rates --district 朝阳区')
    expect(own.map(r => [r.district, r.received])).toEqual([
      ['朝阳区', 5],
      [null, 5],
    ])
    const table = await done(cwd, 'complaint rates --district 密云县')
    expect(table.stdout).toContain('—')
  })

  it('tells of limits that cannot be told', async () => {
    const ran = await done(cwd, 'complaint rates --from 2006-01-01 --to 2006-12-31 --json')
    const { data: rows, warnings } = JSON.parse(ran.stdout) as { data: Case[]; warnings: { code: string }[] }
    expect(rows.at(-1)).toMatchObject({ received: 1, limit_unknown: 1, on_time_rate: null })
    expect(warnings.map(w => w.code)).toEqual(['CX1108'])
  })

  it('by window against the target', async () => {
    const rows = await data<Case[]>(cwd, 'complaint rates --by window')
    expect(rows.map(r => [r.window_kind, r.received, r.closed_rate, r.target, r.met])).toEqual([
      ['market', 0, null, null, null],
      ['petition', 1, '100', '100', true],
      ['labor_inspection', 1, '0', '90', false],
      ['arbitration', 0, null, '95', null],
      ['legal_advice', 0, null, '90', null],
      [null, 6, '66.67', null, null],
    ])
    const { stdout } = await done(cwd, 'complaint rates --by window --from 2013-10-01')
    expect(stdout).toMatch(/信访 +1 +100 +100 +是/)
    expect(stdout).toMatch(/劳动仲裁 +0 +— +95 +—/)
  })
})
