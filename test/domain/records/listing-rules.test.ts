// What an entry of the red or the black list needs, and what it asks of others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import type { RecordTable } from '../../../src/domain/records/kind.ts'
import { listingKind } from '../../../src/domain/records/listing.ts'
import {
  entryFindings,
  lastDayOf,
  type Source,
  sourceLack,
  tasksOf,
} from '../../../src/domain/records/listing-rules.ts'
import { taskKind } from '../../../src/domain/records/task.ts'
import { complaint, penalty } from '../fixtures.ts'

const blank: Values = Object.fromEntries(listingKind.columns.map(c => [c.key, null]))
const entry = (given: Values = {}): Values => ({
  ...blank,
  agency_name: '甲',
  list: 'black',
  basis: '行政处罚',
  source_no: 'CF-1',
  noticed_on: '2013-05-01',
  listed_on: '2013-06-01',
  persons: '样一',
  ...given,
})

describe('the last day of a term', () => {
  it.each([
    ['2013-04-15', 'black', '2014-04-14'],
    ['2011-10-01', 'red', '2013-09-30'],
    ['2013-01-01', 'black', '2013-12-31'],
    // There is no 29 February in a year: the term ends the day before the last of the month.
    ['2012-02-29', 'black', '2013-02-27'],
    ['2012-02-29', 'red', '2014-02-27'],
    ['2012-03-01', 'black', '2013-02-28'],
  ] as const)('of %s on the %s list is %s', (from, list, last) => {
    expect(lastDayOf(from, list)).toBe(last)
  })
})

const verified = { closed_on: '2013-05-20', finding: 'upheld', dishonest: 1 } as const

describe('a basis on file', () => {
  const source = (table: RecordTable, values: object, agency_id = 1): Source => ({
    table,
    agency_id,
    values: { ...values },
  })
  it.each([
    ['a penalty in force', [source('penalty', penalty())], null],
    ['one under review still counts', [source('penalty', penalty({ status: 'under_review' }))], null],
    [
      'one revoked by the day',
      [source('penalty', penalty({ status: 'revoked', revoked_on: '2013-06-01' }))],
      'not_in_force',
    ],
    [
      'one revoked the day after',
      [source('penalty', penalty({ status: 'revoked', revoked_on: '2013-06-02' }))],
      null,
    ],
    [
      'one decided the day after',
      [source('penalty', penalty({ decision_date: '2013-06-02' }))],
      'not_in_force',
    ],
    ['a verified dishonest complaint', [source('complaint', complaint(verified))], null],
    ['upheld in part', [source('complaint', complaint({ ...verified, finding: 'partly_upheld' }))], null],
    [
      'closed the day after',
      [source('complaint', complaint({ ...verified, closed_on: '2013-06-02' }))],
      'not_verified',
    ],
    ['open', [source('complaint', complaint())], 'not_verified'],
    ['withdrawn', [source('complaint', complaint({ ...verified, finding: 'withdrawn' }))], 'not_verified'],
    ['not dishonest', [source('complaint', complaint({ ...verified, dishonest: 0 }))], 'not_dishonest'],
    [
      'nobody said whether dishonest',
      [source('complaint', complaint({ ...verified, dishonest: null }))],
      'not_dishonest',
    ],
    ['a sanction', [source('sanction', { decided_on: '2013-06-01' })], null],
    ['a sanction of the day after', [source('sanction', { decided_on: '2013-06-02' })], 'not_decided'],
    ['of another agency', [source('penalty', penalty(), 2)], 'other_agency'],
    ['of a number that nothing has', [], 'unknown'],
    [
      'of two that have the number, one carries',
      [source('complaint', complaint()), source('penalty', penalty())],
      null,
    ],
  ] as [string, Source[], string | null][])('%s', (_, sources, lack) => {
    expect(sourceLack(entry(), 1, sources)).toBe(lack)
  })

  it('the black list needs one, the red list may do without', () => {
    expect(sourceLack(entry({ source_no: null }), 1, [])).toBe('unnamed')
    expect(sourceLack(entry({ source_no: null, list: 'red' }), 1, [])).toBeNull()
    expect(sourceLack(entry({ list: 'red' }), 1, [])).toBe('unknown')
  })
})

describe('other entries of the agency', () => {
  const sources: Source[] = [{ table: 'penalty', agency_id: 1, values: { ...penalty() } }]
  const codes = (others: Values[], given: Values = {}) => {
    const numbered = others.map((o, i) => ({ ...entry(o), id: i + 1 }))
    const { refused, warned } = entryFindings(entry(given), 1, { others: numbered, sources })
    return [...refused, ...warned].map(f => f.fault.code)
  }
  it.each([
    ['none', [], {}, []],
    ['on it since before', [{ listed_on: '2013-01-01' }], {}, ['CX1154']],
    ['on it past its term', [{ listed_on: '2011-01-01', until: '2012-01-01' }], {}, ['CX1154']],
    ['off it the same day', [{ listed_on: '2013-01-01', exited_on: '2013-06-01' }], {}, []],
    ['off it the day after', [{ listed_on: '2013-01-01', exited_on: '2013-06-02' }], {}, ['CX1154']],
    ['on it later', [{ listed_on: '2013-07-01' }], {}, ['CX1154']],
    ['on it later than this one ended', [{ listed_on: '2013-07-01' }], { exited_on: '2013-07-01' }, []],
    ['a practitioner on it', [{ listed_on: '2013-01-01', person: '乙' }], {}, []],
    ['the same practitioner', [{ listed_on: '2013-01-01', person: '乙' }], { person: '乙' }, ['CX1154']],
    ['on the red list', [{ listed_on: '2013-01-01', list: 'red' }], {}, ['CX1155']],
    [
      'on both',
      [{ listed_on: '2013-01-01', list: 'red' }, { listed_on: '2013-02-01' }],
      {},
      ['CX1154', 'CX1155'],
    ],
  ] as [string, Values[], Values, string[]][])('%s', (_, others, given, wanted) => {
    expect(codes(others, given)).toEqual(wanted)
  })

  it('two entries stand in each other’s way whichever is there first', () => {
    const day = fc.integer({ min: 1, max: 28 }).map(n => `2013-06-${String(n).padStart(2, '0')}`)
    const span = fc
      .record({ listed_on: day, exited_on: fc.option(day) })
      .filter(({ listed_on, exited_on }) => exited_on === null || exited_on > listed_on)
    fc.assert(
      fc.property(span, span, (one, other) => {
        fc.pre(one.listed_on !== other.listed_on)
        const meet = (a: Values, b: Values) => codes([a], b).includes('CX1154')
        expect(meet(one, other)).toBe(meet(other, one))
        // Day by day, the day of leaving being free again.
        const on = ({ listed_on, exited_on }: typeof one, d: string) =>
          listed_on <= d && (exited_on === null || d < exited_on)
        const days = Array.from({ length: 30 }, (_, i) => `2013-06-${String(i + 1).padStart(2, '0')}`)
        expect(meet(one, other)).toBe(days.some(d => on(one, d) && on(other, d)))
      }),
      { seed: 1 },
    )
  })
})

describe('tasks', () => {
  it('of the black list are three, each a record of its own kind; of the red list none', () => {
    const entered = tasksOf(entry(), 'entered')
    const exited = tasksOf(entry({ exited_on: '2014-01-01' }), 'exited')
    expect(entered.map(t => t.title)).toEqual([
      '列入黑名单（2013-06-01）报信用信息系统',
      '列入黑名单（2013-06-01）报失信联合惩戒',
      '列入黑名单（2013-06-01）报经营异常名录',
    ])
    expect(exited.map(t => t.title)[0]).toBe('移出黑名单（2014-01-01）报信用信息系统')
    for (const task of [...entered, ...exited]) {
      expect(Object.keys(task).sort()).toEqual(taskKind.columns.map(c => c.key).sort())
      expect(taskKind.check({ ...task }, '2014-01-01')).toEqual({ refused: [], warned: [] })
    }
    expect(new Set([...entered, ...exited].map(t => taskKind.key(t, 1))).size).toBe(6)
    expect(tasksOf(entry({ list: 'red' }), 'entered')).toEqual([])
  })
})
