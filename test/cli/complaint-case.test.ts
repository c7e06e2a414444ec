// A complaint as a case, from its first word to its reopening, with every refusal on the way.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, HAND, here, sha256 } from './run.ts'

interface Case {
  complaint_no: string
  accepted_on: string | null
  closed_on: string | null
  finding: string | null
  dishonest: number | null
  outcome: string | null
  handler: string | null
  due_on: string | null
}

interface Stepped {
  record: Case
  problems: { code: string; column: string }[]
  touched: { title: string }[]
}

const NEW = `complaint add --agency ${HAND} --complaint-no TS-9 --received-on 2013-10-10 --category 收费争议`
const show = (cwd: string) => data<Case & { history: Record<string, unknown>[] }>(cwd, 'complaint show TS-9')

describe('a case', () => {
  it('is accepted, closed, opened again and closed otherwise; each step is in its history', async () => {
    const cwd = await at('records')
    await done(cwd, NEW)
    await done(cwd, 'complaint accept TS-9 --accepted-on 2013-10-11 --due-on 2013-10-31 --handler 样办1')
    const overdue = await data<(Case & { days_late: number })[]>(cwd, `complaint overdue --agency ${HAND}`)
    // 31 October to 4 November, and 1 October.
    expect(overdue.map(c => [c.complaint_no, c.days_late])).toEqual([
      ['TS2013-004', 34],
      ['TS-9', 4],
    ])
    const closed = await data<Stepped>(
      cwd,
      'complaint close TS-9 --finding 部分属实 --dishonest 是 --outcome 退费',
    )
    expect(closed.record).toMatchObject({
      ...{ accepted_on: '2013-10-11', closed_on: '2013-11-04', finding: 'partly_upheld', dishonest: 1 },
      ...{ outcome: '退费', handler: '样办1' },
    })
    const reopened = await data<Stepped>(cwd, ['complaint', 'reopen', 'TS-9', '--reason', '补充 证据'])
    expect(reopened.record).toMatchObject({
      closed_on: null,
      finding: null,
      outcome: null,
      due_on: '2013-10-31',
    })
    await done(cwd, 'complaint close TS-9 --finding 不属实 --closed-on 2013-11-03')
    const { history, ...now } = await show(cwd)
    expect(now).toMatchObject({ closed_on: '2013-11-03', finding: 'not_upheld', accepted_on: '2013-10-11' })
    const told = (command: string) =>
      history.filter(h => h.command === command).map(h => [h.field, h.before, h.after])
    expect(told('complaint accept')).toEqual([
      ['accepted_on', null, '2013-10-11'],
      ['due_on', null, '2013-10-31'],
      ['handler', null, '样办1'],
    ])
    expect(told('complaint reopen')).toEqual([
      ['dishonest', '是', null],
      ['closed_on', '2013-11-04', null],
      ['finding', '部分属实', null],
      ['outcome', '退费', null],
      ['decided_by', '测试员', null],
    ])
    const log = await data<{ command: string; summary: unknown }[]>(cwd, 'log list')
    expect(log.find(e => e.command === 'complaint reopen')?.summary).toEqual({
      record: 'TS-9',
      reason: '补充 证据',
    })
    await done(cwd, 'log verify')
  })

  it('closed as a verified dishonest one names the honors in force, and changes none', async () => {
    const cwd = await at('records')
    const honors = await data<unknown[]>(cwd, 'honor list')
    const line = 'complaint close TS2013-004 --finding 属实 --dishonest 是'
    const { touched } = await data<Stepped>(cwd, line)
    expect(touched.map(h => h.title)).toEqual(['诚信服务窗口'])
    expect(await data<unknown[]>(cwd, 'honor list')).toEqual(honors)
  })

  it.each(['--finding 不属实', '--finding 撤回', '--finding 属实 --dishonest 否'])(
    'closed with %s touches nothing',
    async how => {
      const { touched } = await data<Stepped>(await at('records'), `complaint close TS2013-004 ${how}`)
      expect(touched).toEqual([])
    },
  )

  it('is what indicator 16 sees: decided by the officer, counted from its closing', async () => {
    const counted = async (how: string) => {
      const cwd = await at('records')
      await done(cwd, `complaint close TS2013-004 --closed-on 2013-10-20 ${how}`)
      await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
      await done(cwd, 'evaluation run')
      const { indicators } = await data<{
        indicators: { number: number; rules: { records: unknown[] }[] }[]
      }>(cwd, `evaluation explain ${HAND}`)
      return JSON.stringify(indicators.find(i => i.number === 16)!.rules[0]!.records)
    }
    expect(await counted('--finding 属实 --dishonest 是')).toContain('TS2013-004')
    expect(await counted('--finding 属实 --dishonest 否')).not.toContain('TS2013-004')
    expect(await counted('--finding 不属实')).not.toContain('TS2013-004')
  })

  it('tells nobody who complained', async () => {
    const cwd = await at('records')
    await done(cwd, `${NEW} --complainant 王某 --contact 13800000000`)
    for (const line of ['show TS-9', 'accept TS-9', 'close TS-9 --finding 撤回', 'list', 'overdue']) {
      const ran = await done(cwd, `complaint ${line} --json`)
      expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/王某|13800000000/)
    }
  })
})

describe('is refused, and the case stays as it is', () => {
  it.each([
    ['close TS2013-004', ['CX1023 --finding']],
    ['close TS2013-004 --finding 属实', ['CX1023 --dishonest']],
    [
      'close TS2013-004 --finding 不属实 --closed-on 2013-07-31',
      ['CX1037 --closed-on', 'CX1037 --closed-on'],
    ],
    ['close TS2013-004 --finding 不属实 --closed-on 2013-11-05', ['CX1038 --closed-on']],
    ['close TS2013-004 --finding 大概 --closed-on 2013-02-30', ['CX1030 --closed-on', 'CX1032 --finding']],
    ['close TS2013-001 --finding 不属实', ['CX1094 TS2013-001']],
    ['accept TS2013-004', ['CX1094 TS2013-004']],
    ['accept TS2013-001', ['CX1094 TS2013-001']],
    ['reopen TS2013-004 --reason 重查', ['CX1094 TS2013-004']],
    ['reopen TS2013-001', ['CX1023 --reason']],
    [['reopen', 'TS2013-001', '--reason', ' '], ['CX1023 --reason']],
    ['reopen TS2013-001 --reason 重查 --due-on 2013-01-01', ['CX1037 --due-on']],
  ] as [string | string[], string[]][])('complaint %s', async (line, wanted) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const words = ['complaint', ...(typeof line === 'string' ? line.split(' ') : line)]
    const ran = await here(cwd, words)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/没有改动\n$/)
    const { problems } = await data<Stepped>(cwd, words, 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each(['show', 'accept', 'close', 'reopen'])(
    'complaint %s of a number that is not on file',
    async verb => {
      const ran = await here(await at('records'), `complaint ${verb} TS2013-04`)
      expect([ran.code, ran.stdout]).toEqual([4, ''])
      expect(ran.stderr).toMatch(/CX4002.*\n.*TS2013-004/)
    },
  )
})

describe('rates', () => {
  it('by district of those received in the year, all last', async () => {
    const cwd = await at('records')
    const rows = await data<Record<string, unknown>[]>(cwd, 'complaint rates')
    // Five complaints, all taken up within a week; TS2013-003 was closed four days late, TS2013-004 is open and late.
    expect(rows.at(-1)).toMatchObject({
      ...{ district: null, received: 5, taken_up: { of: 5, n: 5 }, taken_up_rate: '100' },
      ...{ closed: { of: 5, n: 4 }, closed_rate: '80', on_time: { of: 5, n: 3 }, on_time_rate: '60' },
    })
    const sum = (key: string) => rows.slice(0, -1).reduce((total, row) => total + Number(row[key]), 0)
    expect([sum('received'), sum('upheld')]).toEqual([5, rows.at(-1)!.upheld])
  })

  it('of a period without any have no rate', async () => {
    const rows = await data<unknown[]>(
      await at('records'),
      'complaint rates --from 2012-01-01 --to 2012-12-31',
    )
    expect(rows).toMatchObject([{ received: 0, taken_up_rate: null, closed_rate: null, on_time_rate: null }])
  })
})
