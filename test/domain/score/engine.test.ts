// What an evaluation can ask besides the rules of the first schemes: figures, quarters, graded rules, conditions that
// are judged, decisions, limits of grades, consequences, points set by hand, sheets that do not count.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator, Rule, RuleBody, Scheme, SchemeMetric } from '../../../src/domain/scheme/scheme.ts'
import type { Dossier, Materials, Sheet } from '../../../src/domain/score/dossier.ts'
import { reviewScore } from '../../../src/domain/score/review.ts'
import { applyRule } from '../../../src/domain/score/rules.ts'
import { scoreSubject } from '../../../src/domain/score/score.ts'
import { activity, beijing, complaint, contextOn, dossier, metric, penalty } from '../fixtures.ts'

fc.configureGlobal({ seed: 20131031 })

const AS_OF = '2013-10-31'
const METRICS: SchemeMetric[] = [
  { id: 'staff', name: '工作人员数', also: ['职工数'], unit: '人', is: 'number', types: [] },
  { id: 'rate', name: '办结率', also: [], unit: null, is: 'rate', types: [] },
  { id: 'free', name: '免费服务', also: [], unit: null, is: 'yes_no', types: [] },
]
const context = (asOf = AS_OF) => contextOn(asOf, { metrics: new Map(METRICS.map(m => [m.id, m])) })

function rule(body: RuleBody, given: Partial<Rule> = {}): Rule {
  return { advisory: false, types: [], clause: '一', note: null, ...body, ...given } as Rule
}

const figure = (name: string, period: string, value: number, unit: string | null = null) =>
  metric({ metric: name, period, value: Math.round(value * 1e6), unit })

describe('a figure', () => {
  const staff = (period: string, value: number, unit: string | null = '人') =>
    figure('工作人员数', period, value, unit)
  const cases: [string, RuleBody, ReturnType<typeof figure>[], string, string[]?][] = [
    [
      'is reached exactly',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2013', 5)],
      'met',
    ],
    [
      'missed by one',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2013', 4)],
      'not_met',
    ],
    [
      'is not exceeded',
      { type: 'number_at_most', fact: 'metric.staff', max: 5e6 },
      [staff('2013', 5)],
      'met',
    ],
    [
      'is exceeded',
      { type: 'number_at_most', fact: 'metric.staff', max: 5e6 },
      [staff('2013', 6)],
      'not_met',
    ],
    ['is not on file', { type: 'number_at_least', fact: 'metric.staff', min: 5e6 }, [], 'no_data'],
    [
      'of the year comes before its parts',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2013-Q3', 1), staff('2013', 9)],
      'met',
      ['工作人员数 2013'],
    ],
    [
      'of the latest part that has begun comes before the year before',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2012', 1), staff('2013-Q1', 2), staff('2013-Q4', 7)],
      'met',
      ['工作人员数 2013-Q4'],
    ],
    [
      'of a part that has not begun does not count',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2012', 1), staff('2013-11', 7)],
      'not_met',
      ['工作人员数 2012'],
    ],
    [
      'of two years ago does not count',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2011', 9)],
      'no_data',
    ],
    [
      'goes by its other names too',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [figure('职工数', '2013', 5, '人')],
      'met',
    ],
    [
      'in another unit is none',
      { type: 'number_at_least', fact: 'metric.staff', min: 5e6 },
      [staff('2013', 9, '户')],
      'no_data',
    ],
    [
      'of 90 % as a share',
      { type: 'ratio_at_least', fact: 'metric.rate', min: 9e5, months: 12 },
      [figure('办结率', '2013', 0.9)],
      'met',
    ],
    [
      'of 90 % in per cent',
      { type: 'ratio_at_least', fact: 'metric.rate', min: 9e5, months: 12 },
      [figure('办结率', '2013', 90, '%')],
      'met',
    ],
    [
      'of 89.9999 %',
      { type: 'ratio_at_least', fact: 'metric.rate', min: 9e5, months: 12 },
      [figure('办结率', '2013', 89.9999, '%')],
      'not_met',
    ],
    ['yes', { type: 'flag', fact: 'metric.free', in: [true] }, [figure('免费服务', '2013', 1)], 'met'],
    ['no', { type: 'flag', fact: 'metric.free', in: [true] }, [figure('免费服务', '2013', 0)], 'not_met'],
    [
      'always yes in three years',
      { type: 'always', fact: 'metric.free', in: [true], years: 3 },
      [figure('免费服务', '2011', 1), figure('免费服务', '2013', 1)],
      'met',
    ],
    [
      'once no in three years',
      { type: 'always', fact: 'metric.free', in: [true], years: 3 },
      [figure('免费服务', '2011', 0), figure('免费服务', '2013', 1)],
      'not_met',
    ],
    [
      'no before three years',
      { type: 'always', fact: 'metric.free', in: [true], years: 3 },
      [figure('免费服务', '2010', 0), figure('免费服务', '2013', 1)],
      'met',
    ],
    ['never told', { type: 'always', fact: 'metric.free', in: [true], years: 3 }, [], 'no_data'],
  ]
  it.each(cases)('%s', (_, body, metrics, outcome, records) => {
    const result = applyRule(rule(body), dossier({ metrics }), context())
    expect(result.outcome).toBe(outcome)
    if (records) expect(result.records).toEqual(records)
  })
})

describe('each quarter', () => {
  const body: RuleBody = {
    type: 'each_quarter_at_least',
    record: 'activity',
    where: { kind: ['调查'] },
    limit: 1,
  }
  const surveys = (...days: string[]) => days.map(held_on => activity({ kind: '调查', held_on }))
  it.each([
    ['has one', AS_OF, surveys('2013-03-31', '2013-04-01', '2013-09-30'), 'met'],
    ['but the second has one', AS_OF, surveys('2013-03-31', '2013-07-01'), 'not_met'],
    ['of which nothing is on file is unknown', '2013-03-31', surveys(), 'no_data'],
    ['that is over counts on its last day', '2013-06-30', surveys('2013-02-01'), 'not_met'],
    ['that has a day left does not', '2013-06-29', surveys('2013-02-01'), 'met'],
    ['before the first is over asks nothing', '2013-03-30', surveys(), 'met'],
    [
      'asks nothing of the quarter that is not over',
      AS_OF,
      surveys('2013-01-01', '2013-06-30', '2013-07-01'),
      'met',
    ],
  ] as const)('%s', (_, asOf, activities, outcome) => {
    expect(applyRule(rule(body), dossier({ activities: [...activities] }), context(asOf)).outcome).toBe(
      outcome,
    )
  })
})

/** Beijing with one indicator changed. */
function schemeWith(number: number, given: Partial<Indicator>, more: Partial<Scheme> = {}): Scheme {
  const scheme = { ...beijing(), ...more }
  const k = scheme.indicators.findIndex(i => i.number === number)
  scheme.indicators[k] = { ...scheme.indicators[k]!, ...given }
  return scheme
}

function sheet(
  rater_kind: string,
  number: number,
  points: number,
  standing: Sheet['standing'] = 'counted',
): Sheet {
  return { rater_kind, rater: rater_kind, ratings: { [number]: Math.round(points * 1e6) }, standing }
}

function score(scheme: Scheme, own: Partial<Materials> & { dossier?: Dossier } = {}) {
  return scoreSubject(
    scheme,
    { dossier: dossier(), sheets: [], overrides: [], earlier: [], ...own },
    context(),
  )
}

const rowOf = (scheme: Scheme, number: number, own: Partial<Materials>) =>
  score(scheme, own).indicators.find(i => i.number === number)!

describe('a graded rule', () => {
  const deduct: RuleBody = { type: 'deduct', record: 'penalty', where: {}, months: 12, each: 100, most: 200 }
  it.each([
    ['nothing', 0, 250],
    ['one', 1, 150],
    ['two', 2, 50],
    ['three, no more than the most', 3, 50],
  ])('deducts for %s', (_, count, hundredths) => {
    const penalties = Array.from({ length: count }, (_, i) => penalty({ decision_no: `CF-${i}` }))
    const row = rowOf(schemeWith(4, { rules: [rule(deduct)] }), 4, { dossier: dossier({ penalties }) })
    expect([row.min, row.max]).toEqual([hundredths, hundredths])
  })

  it('deducts for what may turn out to count as a range', () => {
    const open: RuleBody = { ...deduct, record: 'complaint', where: { finding: ['upheld'] } } as RuleBody
    const closed = complaint({ closed_on: '2013-05-01', finding: null })
    const row = rowOf(schemeWith(4, { rules: [rule(open)] }), 4, {
      dossier: dossier({ complaints: [closed] }),
    })
    expect([row.min, row.max, row.score]).toEqual([150, 250, null])
  })

  it.each([
    ['up', { zero: 0, full: 10e6 }, 5, 125],
    ['up, beyond the full', { zero: 0, full: 10e6 }, 11, 250],
    ['up, below zero', { zero: 2e6, full: 10e6 }, 1, 0],
    ['down', { zero: 10e6, full: 0 }, 4, 150],
    ['with halves up', { zero: 0, full: 250e6 }, 0.5, 1],
    ['just under the half', { zero: 0, full: 250e6 }, 0.499999, 0],
  ])('runs %s in a line', (_, goals, value, hundredths) => {
    const rules = [rule({ type: 'linear', fact: 'metric.staff', ...goals })]
    const metrics = [figure('工作人员数', '2013', value, '人')]
    const row = rowOf(schemeWith(4, { rules }), 4, { dossier: dossier({ metrics }) })
    expect([row.min, row.max]).toEqual([hundredths, hundredths])
  })

  it.each([
    [2, 0],
    [3, 100],
    [4.999999, 100],
    [5, 250],
  ])('steps at %d to %d hundredths', (value, hundredths) => {
    const steps = [
      { min: 3e6, points: 100 },
      { min: 5e6, points: 250 },
    ]
    const rules = [rule({ type: 'steps', fact: 'metric.staff', steps })]
    const metrics = [figure('工作人员数', '2013', value, '人')]
    const row = rowOf(schemeWith(4, { rules }), 4, { dossier: dossier({ metrics }) })
    expect(row.score).toBe(hundredths)
  })

  it('without its figure is anything up to the points', () => {
    const rules = [rule({ type: 'linear', fact: 'metric.staff', zero: 0, full: 10e6 })]
    expect(rowOf(schemeWith(4, { rules }), 4, {})).toMatchObject({ score: null, min: 0, max: 250 })
  })
})

describe('a condition', () => {
  const scheme = schemeWith(
    6,
    { points: 0, required: true, raters: ['self', 'expert'] },
    { decision: { passed: '符合', failed: '不符合', min_total: null, clause: '二' } },
  )
  it.each([
    ['all say yes', [sheet('self', 6, 1), sheet('expert', 6, 1)], 'met', null],
    ['all say no', [sheet('expert', 6, 0)], 'not_met', 'failed'],
    ['they differ', [sheet('self', 6, 1), sheet('expert', 6, 0)], 'no_data', null],
    ['nobody judged', [], 'no_data', null],
    ['who does not count said no', [sheet('public', 6, 0), sheet('expert', 6, 1)], 'met', null],
    ['who said no is excluded', [sheet('self', 6, 0, 'excluded'), sheet('expert', 6, 1)], 'met', null],
  ] as const)('%s', (_, sheets, condition, decision) => {
    const result = score(scheme, { sheets: [...sheets] })
    expect(result.indicators[5]).toMatchObject({ condition, score: 0 })
    // Everything else is required of nobody: all that is asked is this condition.
    expect(result.decision).toBe(condition === 'met' ? 'passed' : decision)
  })

  it('and a least total are both asked for', () => {
    const decided = { ...scheme, decision: { ...scheme.decision!, min_total: 9000 } }
    const full = (share: number): Sheet[] =>
      ['self', 'expert', 'public'].map(kind => ({
        rater_kind: kind,
        rater: kind,
        standing: 'counted',
        ratings: Object.fromEntries(
          decided.indicators.map(i => [i.number, i.points === 0 ? 1e6 : i.points * 1e4 * share]),
        ),
      }))
    const own = dossier({ annual_checks: [{ year: 2012, result: 'passed' }] })
    // One condition took the 3.75 points of indicator 6: 96.25 at most.
    expect(score(decided, { dossier: own, sheets: full(1) })).toMatchObject({
      total: 9625,
      decision: 'passed',
    })
    expect(score(decided, { dossier: own, sheets: full(0.5) }).decision).toBe('failed')
    expect(score(decided, { dossier: own }).decision).toBeNull()
  })
})

describe('grade limits', () => {
  const limit = {
    id: 'verified',
    name: '查实投诉三次以上',
    grade: 'D',
    on: true,
    rules: [
      rule({
        type: 'count_at_most',
        record: 'complaint',
        where: { finding: ['upheld'] },
        limit: 2,
        months: 12,
      }),
    ],
    clause: '三',
  }
  const full: Sheet[] = ['self', 'expert', 'public'].map(kind => ({
    rater_kind: kind,
    rater: kind,
    standing: 'counted',
    ratings: Object.fromEntries(beijing().indicators.map(i => [i.number, i.points * 1e4])),
  }))
  const upheld = (count: number, open = 0) =>
    dossier({
      annual_checks: [{ year: 2012, result: 'passed' }],
      complaints: Array.from({ length: count + open }, (_, i) =>
        complaint({
          complaint_no: `TS-${i}`,
          closed_on: '2013-05-01',
          dishonest: 0,
          finding: i < count ? 'upheld' : null,
        }),
      ),
    })
  const consequences = [{ id: 'dismissal', name: '应予辞退', grade: 'D', years: 2, clause: '四' }]
  const scheme: Scheme = { ...beijing(), grade_limits: [limit], consequences }

  it.each([
    ['two', upheld(2), 'A', [], { lowest: 'A', highest: 'A' }],
    ['three', upheld(3), 'D', ['verified'], { lowest: 'D', highest: 'D' }],
    ['two, and one that may be', upheld(2, 1), null, [], { lowest: 'D', highest: 'A' }],
  ] as const)('with %s', (_, own, grade, vetoes, grades) => {
    const result = score(scheme, { dossier: own, sheets: full })
    expect(result).toMatchObject({ computed_grade: 'A', grade, vetoes, grades })
  })

  it('that are off hold nothing', () => {
    const off = { ...scheme, grade_limits: [{ ...limit, on: false }] }
    expect(score(off, { dossier: upheld(3), sheets: full })).toMatchObject({ grade: 'A', vetoes: [] })
  })

  it.each([
    ['the year before too', [{ year: 2012, grade: 'D' }], ['dismissal']],
    ['another grade the year before', [{ year: 2012, grade: 'C' }], []],
    ['two years before, but not the one between', [{ year: 2011, grade: 'D' }], []],
    ['never before', [], []],
  ])('draw a consequence: %s', (_, earlier, ids) => {
    expect(score(scheme, { dossier: upheld(3), sheets: full, earlier }).consequences).toEqual(ids)
  })
})

describe('points set by hand', () => {
  it('stand instead of those computed, which stay visible', () => {
    const override = { indicator: 4, points: 100, reason: '复核', document: '会议纪要1号' }
    const row = rowOf(beijing(), 4, { dossier: dossier({ penalties: [penalty()] }), overrides: [override] })
    expect(row).toMatchObject({ score: 100, override: { ...override, computed: { min: 0, max: 0 } } })
  })
})

describe('the weighted mean', () => {
  it('is rounded as long division rounds it', () => {
    const group = fc.record({
      sum: fc.nat(9_000_000_000_000),
      count: fc.integer({ min: 1, max: 400 }),
      weight: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), groups => {
        const weights = groups.reduce((sum, g) => sum + g.weight, 0)
        const asked = groups.map((g, i) => ({
          ...g,
          rater_kind: String(i),
          low: 0,
          high: 0,
          weights,
          counted: true,
          set_aside: 0,
        }))
        // Numerator and denominator of the mean in hundredths, then halves up.
        let [n, d] = [0n, 1n]
        for (const g of groups) {
          n = n * BigInt(g.count) + BigInt(g.sum) * BigInt(g.weight) * d
          d *= BigInt(g.count)
        }
        d *= BigInt(weights) * 10_000n
        const whole = n / d
        expect(BigInt(reviewScore(asked)!)).toBe(2n * (n % d) >= d ? whole + 1n : whole)
      }),
      { numRuns: 500 },
    )
  })
})
