// What changed against the year before: counts, per cents and means, computed with a pencil; what is not known has no
// change, and means are compared of one scheme only.
import { describe, expect, it } from 'vitest'
import { trendNames, trendsOf } from '../../../src/domain/report/trends.ts'
import { byCount, tally, type YearEvaluation, type YearPart } from '../../../src/domain/report/year.ts'

const share = (n: number, of: number) => ({ n, of })

function part(more: Partial<YearPart> = {}): YearPart {
  return {
    rates: { agencies: 0, agency_signed: 0, staff: 0, staff_signed: 0, staff_unknown: 0, archives: 0 },
    complaints: {
      ...{ received: 0, upheld: 0, limit_unknown: 0 },
      ...{ same_day: share(0, 0), taken_up: share(0, 0), closed: share(0, 0), on_time: share(0, 0) },
    },
    penalties: { count: 0, kinds: [], revoked: 0 },
    sanctions: { count: 0, kinds: [] },
    coverage: { to_inspect: 0, inspected: 0, license_unknown: 0 },
    inspections: { visits: 0, ordered: 0, rectified: 0, late: 0, overdue: 0 },
    ...{ problems: [], evaluations: [], incentives: [] },
    titles: { granted: [], revoked: [] },
    listings: { red: 0, black: 0, exited: 0 },
    ...more,
  }
}

function evaluation(scheme: string, mean: string | null): YearEvaluation {
  return {
    ...{ id: 1, scheme, title: scheme, subject: 'agency', status: 'finalized' },
    ...{ evaluated: 3, outcomes: [], nominated: 0, counted: 3, mean, median: mean },
  }
}

const trend = (name: string, before: YearPart, now: YearPart) =>
  trendsOf({ whole: now, previous: { year: 2012, whole: before } }).find(t => t.name === name)

const closed = (n: number, of: number) => part({ complaints: { ...part().complaints, closed: share(n, of) } })
const inspected = (visits: number, n: number, of: number) =>
  part({
    inspections: { visits, ordered: 0, rectified: 0, late: 0, overdue: 0 },
    coverage: { to_inspect: of, inspected: n, license_unknown: 0 },
  })

describe('a trend', () => {
  it.each([
    ['penalties', part({ penalties: { count: 3, kinds: [], revoked: 0 } }), part(), '3', '0', '-3'],
    ['closed_rate', closed(1, 3), closed(2, 3), '33.33', '66.67', '+33.34'],
    // One decimal is tenths, not hundredths.
    ['closed_rate', closed(1, 4), closed(67, 200), '25', '33.5', '+8.5'],
    ['closed_rate', closed(67, 200), closed(1, 4), '33.5', '25', '-8.5'],
    ['closed_rate', closed(9, 10), closed(99_999, 100_000), '90', '99.99', '+9.99'],
    ['closed_rate', closed(1, 1), closed(1, 1), '100', '100', '0'],
    ['closed_rate', closed(0, 0), closed(1, 2), null, '50', null],
    // Without a visit nobody knows whom one missed.
    ['inspected_rate', inspected(0, 0, 10), inspected(5, 5, 10), null, '50', null],
    [
      'mean',
      part({ evaluations: [evaluation('a', '77.75')] }),
      part({ evaluations: [evaluation('a', '80.00')] }),
      '77.75',
      '80.00',
      '+2.25',
    ],
    [
      'mean',
      part({ evaluations: [evaluation('a', '80.00')] }),
      part({ evaluations: [evaluation('b', '70.00')] }),
      null,
      null,
      null,
    ],
    ['mean', part(), part({ evaluations: [evaluation('b', '70.00')] }), null, '70.00', null],
  ] as const)('of %s', (name, earlier, later, before, now, change) => {
    expect(trend(name, earlier, later)).toEqual({ name, before, now, change })
  })

  it('is told of everything that is counted, each once, out of its own figures', () => {
    const year = (base: number): YearPart => ({
      ...part(),
      complaints: {
        ...{ received: base + 1, upheld: base + 2, limit_unknown: 0 },
        ...{ same_day: share(0, 0), taken_up: share(0, 0), closed: share(1, 2), on_time: share(1, 5) },
      },
      penalties: { count: base + 3, kinds: [], revoked: 90 },
      sanctions: { count: base + 4, kinds: [] },
      coverage: { to_inspect: 10, inspected: 7, license_unknown: 0 },
      inspections: { visits: base + 5, ordered: 91, rectified: 92, late: 93, overdue: 94 },
      evaluations: [{ ...evaluation('a', '80.00'), evaluated: base + 6 }],
      titles: {
        granted: [
          { kind: '甲', count: base },
          { kind: '乙', count: 7 },
        ],
        revoked: [{ kind: '甲', count: base + 8 }],
      },
      listings: { red: 95, black: base + 9, exited: 96 },
    })
    const told = trendsOf({ whole: year(20), previous: { year: 2012, whole: year(10) } })
    expect(told.map(({ name }) => name)).toEqual([...trendNames])
    expect(told.map(({ name, before, now, change }) => [name, before, now, change].join(' '))).toEqual([
      'complaints_received 11 21 +10',
      'complaints_upheld 12 22 +10',
      'closed_rate 50 50 0',
      'on_time_rate 20 20 0',
      'penalties 13 23 +10',
      'sanctions 14 24 +10',
      'visits 15 25 +10',
      'inspected_rate 70 70 0',
      'evaluated 16 26 +10',
      'mean 80.00 80.00 0',
      'titles_granted 17 27 +10',
      'titles_revoked 18 28 +10',
      'black_listed 19 29 +10',
    ])
  })

  it('is not told where nothing of the year before is on file', () => {
    expect(trendsOf({ whole: part(), previous: null })).toEqual([])
  })
})

it('counts by kind in the order given, what is not in it behind', () => {
  const counted = tally(['丙', '乙', '丙', '丁'], ['甲', '乙', '丙'])
  expect(counted).toEqual([
    { kind: '乙', count: 1 },
    { kind: '丙', count: 2 },
    { kind: '丁', count: 1 },
  ])
  expect(byCount(counted).map(t => t.kind)).toEqual(['丙', '乙', '丁'])
})
