// From ratings and records to points, totals, grades and vetoes: the worked example by hand, caps, missing kinds,
// intervals, bands, and properties that hold for any dossier.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import type { Dossier, RuleContext, Sheet } from '../../../src/domain/score/dossier.ts'
import { gradeOf } from '../../../src/domain/score/grade.ts'
import type { SubjectResult } from '../../../src/domain/score/result.ts'
import { meanText, weightText } from '../../../src/domain/score/review.ts'
import { scoreSubject } from '../../../src/domain/score/score.ts'
import { agency, beijing, complaint, contextOn, dossier, honor, inspection, penalty } from '../fixtures.ts'

fc.configureGlobal({ seed: 20131031 })

/** Without overrides, and without earlier years. */
function scoreAgency(by: Scheme, own: Dossier, sheets: readonly Sheet[], on: RuleContext): SubjectResult {
  return scoreSubject(by, { dossier: own, sheets, overrides: [], earlier: [] }, on)
}

const scheme = beijing()
const context = contextOn('2013-10-31')

/** Maximum points of the 22 indicators in hundredths, from the notice: 10/15/15/30/15/15 shared out equally. */
const MAX = [
  250,
  250,
  250,
  250,
  ...Array(8).fill(375),
  ...Array(4).fill(750),
  ...Array(6).fill(500),
] as number[]
const RECORDS = [1, 2, 3, 4, 16]

/** Ratings as a sheet's row: indicators 1 to 22 separated by blanks, "-" for not rated. */
function sheet(rater_kind: string, rater: string, row: string): Sheet {
  const cells = row.split(/\s+/)
  const ratings = cells.flatMap((cell, i): [number, number][] =>
    cell === '-' ? [] : [[i + 1, Math.round(Number(cell) * 100) * 10_000]],
  )
  return { rater_kind, rater, ratings: Object.fromEntries(ratings), standing: 'counted' }
}

const allPass = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`SC-${String(i + 1).padStart(2, '0')}`, 'pass' as const]),
)

/** samples/five, 91110105CXJG000159, typed from the files. */
const first: Dossier = dossier({
  agency: agency({ staff_count: 42, standard_grade: 'AAA' }),
  complaints: [
    complaint({
      complaint_no: 'TS2013-001',
      received_on: '2013-02-18',
      category: '虚假信息',
      dishonest: 1,
      accepted_on: '2013-02-19',
      due_on: '2013-04-20',
      closed_on: '2013-03-28',
      finding: 'upheld',
    }),
    complaint({
      complaint_no: 'TS2013-004',
      received_on: '2013-08-01',
      category: '客户权益',
      dishonest: 1,
      accepted_on: '2013-08-02',
      due_on: '2013-10-01',
    }),
  ],
  penalties: [
    penalty({
      decision_no: '样例罚字〔2013〕2号',
      decision_date: '2013-04-02',
      status: 'revoked',
      revoked_on: '2013-07-01',
    }),
    penalty({ decision_no: '样例罚字〔2012〕3号', kind: '责令停产停业', decision_date: '2012-12-12' }),
  ],
  honors: [honor({ cert_no: 'YL-001' })],
  inspections: [inspection({ items: allPass })],
  annual_checks: [{ year: 2012, result: 'passed' }],
})
const firstSheets = [
  sheet(
    'self',
    '机构自评',
    '2.5 2.5 2.5 2.5 3.75 3.5 3.5 3.75 3.5 3.5 3.5 3.75 7 7 7 6.5 4.5 4.5 4.5 4 4 4.5',
  ),
  sheet('expert', '专家1', '- - - - 3.5 3.25 3.25 3.5 3 3.25 3.25 3.5 6.5 6.5 - - 4 4.25 4 3.5 3.5 4'),
  sheet('expert', '专家2', '- - - - 3.25 3 3.5 3.5 3.25 3 3 3.5 6 6.75 - - 4 4 4.25 3.5 4 4'),
  sheet('public', '样本120份', '- - - - - - - - - - - - - - 6.75 - - 4.4 - - - 4.2'),
]

const scoresOf = (result: SubjectResult) => result.indicators.map(i => i.score)
const indicator = (result: SubjectResult, number: number) => result.indicators[number - 1]!

/** The ratings of an indicator as they are told. */
function rated(result: SubjectResult, number: number) {
  return indicator(result, number).ratings.map(group => ({
    rater_kind: group.rater_kind,
    mean: meanText(group),
    count: group.count,
    weight: weightText(group),
    counted: group.counted,
  }))
}

describe('the worked example', () => {
  const result = scoreAgency(scheme, first, firstSheets, context)

  it.each([
    [1, 250, 'the license is valid, the code well-formed'],
    [2, 250, 'the annual check of 2012 is passed'],
    [3, 250, 'in business since 2009-03-12'],
    [4, 0, 'the penalty of 2012-12-12 is in force'],
    [5, 338, 'experts only: (3.5 + 3.25) / 2 = 3.375'],
    [6, 318, '(10·3.5 + 60·3.125) / 70 = 3.17857'],
    [7, 339, '(10·3.5 + 60·3.375) / 70 = 3.39286'],
    [8, 350, 'experts only: 3.5'],
    [9, 318, '(10·3.5 + 60·3.125) / 70 = 3.17857'],
    [10, 318, '(10·3.5 + 60·3.125) / 70 = 3.17857'],
    [11, 318, '(10·3.5 + 60·3.125) / 70 = 3.17857'],
    [12, 354, '(10·3.75 + 60·3.5) / 70 = 3.53571'],
    [13, 636, '(10·7 + 60·6.25) / 70 = 6.35714'],
    [14, 668, '(10·7 + 60·6.625) / 70 = 6.67857'],
    [15, 675, 'public only: 6.75; the complaint is open and has no finding'],
    [16, 0, 'a verified dishonest complaint, and one open past its limit'],
    [17, 407, '(10·4.5 + 60·4) / 70 = 4.07143'],
    [18, 425, '(10·4.5 + 60·4.125 + 30·4.4) / 100 = 4.245'],
    [19, 418, '(10·4.5 + 60·4.125) / 70 = 4.17857'],
    [20, 357, '(10·4 + 60·3.5) / 70 = 3.57143'],
    [21, 379, '(10·4 + 60·3.75) / 70 = 3.78571'],
    [22, 407, 'experts and public: (60·4 + 30·4.2) / 90 = 4.06667'],
  ])('indicator %i has %i hundredths: %s', (number, hundredths) => {
    expect(indicator(result, number)).toMatchObject({
      number,
      score: hundredths,
      min: hundredths,
      max: hundredths,
    })
  })

  it('totals 77.75, grade C, 2.25 below B and 7.75 above the floor of C', () => {
    const { total, min_total, max_total, computed_grade, grade, vetoes, bands } = result
    expect({ total, min_total, max_total, computed_grade, grade, vetoes, bands }).toEqual({
      total: 7775,
      min_total: 7775,
      max_total: 7775,
      computed_grade: 'C',
      grade: 'C',
      vetoes: [],
      bands: { to_next: 225, cushion: 775 },
    })
  })

  it('shows the ratings of indicator 18 with means, counts and weights', () => {
    expect(rated(result, 18)).toEqual([
      { rater_kind: 'self', mean: '4.50', count: 1, weight: '0.1', counted: true },
      { rater_kind: 'expert', mean: '4.125', count: 2, weight: '0.6', counted: true },
      { rater_kind: 'public', mean: '4.40', count: 1, weight: '0.3', counted: true },
    ])
  })

  it('shows the self-rating of indicator 5 without counting it', () => {
    expect(rated(result, 5)).toEqual([
      { rater_kind: 'self', mean: '3.75', count: 1, weight: '0', counted: false },
      { rater_kind: 'expert', mean: '3.375', count: 2, weight: '1', counted: true },
    ])
  })

  it('renormalizes the weights of indicator 7 over the kinds it takes', () => {
    expect(rated(result, 7)).toEqual([
      { rater_kind: 'self', mean: '3.50', count: 1, weight: '0.142857', counted: true },
      { rater_kind: 'expert', mean: '3.375', count: 2, weight: '0.857143', counted: true },
    ])
  })

  it('names the records that cost points', () => {
    const named = (number: number) => indicator(result, number).rules.map(r => [r.type, r.outcome, r.records])
    expect(named(4)).toEqual([['no_penalty', 'not_met', ['样例罚字〔2012〕3号']]])
    expect(named(16)).toEqual([
      ['no_verified_complaint', 'not_met', ['TS2013-001']],
      ['ratio_at_least', 'not_met', ['TS2013-004']],
    ])
  })
})

/** Sheets that rate everything that can be rated with its maximum, except as told: "13:0 14:5". */
function full(except = ''): Sheet[] {
  const changed = new Map(except.split(' ').map(pair => pair.split(':') as [string, string]))
  const row = MAX.map((max, i) => changed.get(String(i + 1)) ?? String(max / 100)).join(' ')
  return [sheet('expert', '专家1', row), sheet('public', '样本', row)]
}

/** Everything on file is good. */
const good = dossier({
  inspections: [inspection({ items: allPass })],
  annual_checks: [{ year: 2012, result: 'passed' }],
})

function score(given: Partial<Dossier>, sheets: Sheet[], by: Scheme = scheme) {
  return scoreAgency(by, { ...good, ...given }, sheets, context)
}

const failing = { inspections: [inspection({ items: { ...allPass, 'SC-04': 'fail' } })] }

describe('a hard rule not met', () => {
  it.each([
    ['3.75', 188, 'half of 3.75 is 1.875'],
    ['3.5', 188, 'above the cap'],
    ['1.88', 188, 'just above the cap'],
    ['1.87', 187, 'below the cap it stays'],
    ['0.5', 50, 'far below the cap it stays'],
    ['0', 0, 'zero stays zero'],
  ])('caps a review of %s at half of 3.75: %i (%s)', (rating, hundredths) => {
    const capped = indicator(score(failing, full(`5:${rating}`)), 5)
    expect(capped).toMatchObject({ score: hundredths, capped_at: 188 })
  })

  it('caps 7.50 at 3.75', () => {
    const complaints = [complaint({ category: '客户权益', closed_on: '2013-05-01', finding: 'upheld' })]
    expect(indicator(score({ complaints }, full()), 15)).toMatchObject({ score: 375, capped_at: 375 })
  })

  it('leaves the other indicators alone', () => {
    const scores = scoresOf(score(failing, full()))
    expect(scores).toEqual(MAX.map((max, i) => (i === 4 ? 188 : max)))
  })

  it('without ratings leaves an interval up to the cap', () => {
    const open = indicator(score(failing, []), 5)
    expect(open).toMatchObject({ score: null, min: 0, max: 188 })
  })

  it('empties a records indicator without any cap', () => {
    expect(indicator(score({ penalties: [penalty()] }, full()), 4)).toMatchObject({
      score: 0,
      capped_at: null,
    })
  })

  it('does not touch an indicator that people alone decide', () => {
    const changed = beijing()
    changed.indicators[17]!.rules.push({
      type: 'no_penalty',
      months: 24,
      advisory: false,
      types: [],
      clause: 'default',
      note: null,
    })
    const reviewed = indicator(score({ penalties: [penalty()] }, full(), changed), 18)
    expect(reviewed).toMatchObject({ score: 500, capped_at: null })
  })

  it('follows the percentage of the scheme', () => {
    const changed = beijing()
    changed.scoring.cap.percent = 0
    expect(indicator(score(failing, [], changed), 5)).toMatchObject({ score: 0, min: 0, max: 0 })
    changed.scoring.cap.percent = 100
    expect(indicator(score(failing, full(), changed), 5)).toMatchObject({ score: 375 })
  })

  it('beats another rule without data: a records indicator is zero, not open', () => {
    const changed = beijing()
    changed.indicators[1]!.rules.push({
      type: 'no_penalty',
      months: 24,
      advisory: false,
      types: [],
      clause: 'default',
      note: null,
    })
    const result = score({ annual_checks: [], penalties: [penalty()] }, full(), changed)
    expect(indicator(result, 2).rules.map(r => r.outcome)).toEqual(['no_data', 'met', 'not_met'])
    expect(indicator(result, 2)).toMatchObject({ score: 0, min: 0, max: 0 })
  })

  it('beats another rule without data: a reviewed indicator is capped', () => {
    const changed = beijing()
    changed.indicators[6]!.rules.push({
      type: 'no_penalty',
      months: 24,
      advisory: false,
      types: [],
      clause: 'default',
      note: null,
    })
    const result = score({ inspections: [], penalties: [penalty()] }, full(), changed)
    expect(indicator(result, 7).rules.map(r => r.outcome)).toEqual(['no_data', 'not_met'])
    expect(indicator(result, 7)).toMatchObject({ score: 188, capped_at: 188 })
  })
})

describe('a rule that costs nothing', () => {
  it('is one without data on a reviewed indicator', () => {
    const result = score({ inspections: [] }, full())
    expect([5, 7, 8].map(n => indicator(result, n).score)).toEqual([375, 375, 375])
    expect(indicator(result, 5)).toMatchObject({ capped_at: null })
    expect(indicator(result, 5).rules[0]!.outcome).toBe('no_data')
  })

  it('is an advisory one that is not met', () => {
    const result = score({}, full())
    expect(indicator(result, 20).rules[0]).toMatchObject({ outcome: 'not_met', hard: false })
    expect(indicator(result, 20)).toMatchObject({ score: 500, capped_at: null })
  })

  it('is one that does not apply: a public body without a license, an agency without a code', () => {
    const body = agency({
      kind: 'public',
      license_no: null,
      license_status: null,
      valid_to: null,
      uscc: null,
    })
    const result = score({ agency: body, annual_checks: [] }, full())
    expect(indicator(result, 1).rules.map(r => r.outcome)).toEqual(['not_applicable', 'not_applicable'])
    expect(indicator(result, 2).rules.map(r => r.outcome)).toEqual(['not_applicable', 'not_applicable'])
    expect([indicator(result, 1).score, indicator(result, 2).score]).toEqual([250, 250])
  })
})

describe('a records indicator without data', () => {
  it.each([
    ['no annual check', { annual_checks: [] }, 2],
    ['no start of business', { agency: agency({ business_start: null, issued_on: null }) }, 3],
    ['no statement about the license', { agency: agency({ license_status: null, valid_to: null }) }, 1],
  ] as [string, Partial<Dossier>, number][])(
    'is open between nothing and all points: %s',
    (_, given, number) => {
      const result = score(given, full())
      expect(indicator(result, number)).toMatchObject({ score: null, min: 0, max: 250 })
      expect(result).toMatchObject({
        total: null,
        min_total: 9750,
        max_total: 10_000,
        computed_grade: null,
        grade: null,
        bands: { to_next: null, cushion: null },
      })
    },
  )

  it('ignores ratings: people do not decide it', () => {
    const zeros = sheet('expert', '专家', MAX.map(() => '0').join(' '))
    const result = score({}, [zeros])
    expect(indicator(result, 1).score).toBe(250)
    expect(rated(result, 1)).toEqual([
      { rater_kind: 'expert', mean: '0.00', count: 1, weight: '0', counted: false },
    ])
  })
})

describe('ratings', () => {
  it('that are missing are unknown, not zero', () => {
    const result = score({}, [])
    expect(result).toMatchObject({ total: null, min_total: 1750, max_total: 10_000 })
    expect(scoresOf(result)).toEqual(MAX.map((max, i) => (RECORDS.includes(i + 1) ? max : null)))
  })

  it('of zero are zero, not unknown', () => {
    const result = score({}, full(MAX.map((_, i) => `${i + 1}:0`).join(' ')))
    expect(result).toMatchObject({ total: 1750, min_total: 1750, max_total: 1750, grade: 'D' })
  })

  it.each([
    ['self alone', '4.5 - -', 450],
    ['experts alone', '- 4 -', 400],
    ['public alone', '- - 3.33', 333],
    ['self and experts: (10·4.5 + 60·4) / 70', '4.5 4 -', 407],
    ['self and public: (10·4.5 + 30·3) / 40 = 3.375', '4.5 - 3', 338],
    ['experts and public: (60·4 + 30·3) / 90', '- 4 3', 367],
    ['all three: (10·5 + 60·4 + 30·3) / 100', '5 4 3', 380],
    ['nobody', '- - -', null],
  ])('of indicator 18 by %s', (_, row, hundredths) => {
    const [self, expert, people] = row.split(' ') as [string, string, string]
    const only = (kind: string, cell: string) => sheet(kind, kind, `${'- '.repeat(17)}${cell}`)
    const result = score({}, [only('self', self), only('expert', expert), only('public', people)])
    expect(indicator(result, 18).score).toBe(hundredths)
  })

  it('of several sheets of one kind are averaged before the weights', () => {
    const rows = ['5', '4', '4', '3.99'].map((cell, i) =>
      sheet('expert', `专家${i}`, `${'- '.repeat(17)}${cell}`),
    )
    const result = score({}, [sheet('self', '自评', `${'- '.repeat(17)}1`), ...rows])
    // Experts 16.99 / 4 = 4.2475; (10·1 + 60·4.2475) / 70 = 3.78357
    expect(indicator(result, 18).score).toBe(378)
    expect(rated(result, 18)[1]).toMatchObject({ mean: '4.2475', count: 4 })
  })

  it('by a kind that the indicator does not take are shown, not counted, and leave it open', () => {
    const result = score({}, [sheet('self', '自评', MAX.map(max => String(max / 100)).join(' '))])
    expect(indicator(result, 15)).toMatchObject({ score: null, min: 0, max: 750 })
    expect(rated(result, 15)).toEqual([
      { rater_kind: 'self', mean: '7.50', count: 1, weight: '0', counted: false },
      { rater_kind: 'public', mean: null, count: 0, weight: '0', counted: false },
    ])
  })

  it('name the kinds that are missing', () => {
    expect(rated(score({}, []), 18)).toEqual(
      ['self', 'expert', 'public'].map(rater_kind => ({
        rater_kind,
        mean: null,
        count: 0,
        weight: '0',
        counted: false,
      })),
    )
  })

  it('by a kind of weight zero are shown, not counted', () => {
    const changed = beijing()
    changed.raters[0]!.weight = 0
    const only = (kind: string, cell: string) => sheet(kind, kind, `${'- '.repeat(17)}${cell}`)
    const result = score({}, [only('self', '1'), only('expert', '4')], changed)
    expect(indicator(result, 18)).toMatchObject({ score: 400 })
    expect(rated(result, 18)[0]).toMatchObject({ mean: '1.00', weight: '0', counted: false })
  })
})

describe('vetoes', () => {
  const bad = { penalties: [penalty()], annual_checks: [{ year: 2012, result: 'failed' }] }
  const switched = (...indicators: number[]): Scheme => {
    const changed = beijing()
    changed.vetoes.indicators = indicators
    return changed
  }

  it('are none in the shipped scheme, whatever fails', () => {
    expect(score(bad, full())).toMatchObject({ vetoes: [], computed_grade: 'A', grade: 'A', total: 9500 })
  })

  it('that fire are all shown, lower the grade and leave total and computed grade visible', () => {
    expect(score(bad, full(), switched(2, 4, 16))).toMatchObject({
      vetoes: [2, 4],
      total: 9500,
      computed_grade: 'A',
      grade: 'D',
      bands: { to_next: null, cushion: 500 },
    })
  })

  it('do not fire where the rules are met, have no data or only advise', () => {
    expect(score({ annual_checks: [] }, full(), switched(2, 4, 20)).vetoes).toEqual([])
  })

  it('never raise a grade', () => {
    const lenient = switched(4)
    lenient.vetoes.grade = 'B'
    const low = full('13:0 14:0 15:0')
    expect(score(bad, low, lenient)).toMatchObject({
      total: 7250,
      computed_grade: 'C',
      grade: 'C',
      vetoes: [4],
    })
    expect(score(bad, full(), lenient)).toMatchObject({ computed_grade: 'A', grade: 'B', vetoes: [4] })
  })

  it('are shown without a grade while the total is open', () => {
    expect(score({ penalties: [penalty()] }, [], switched(4))).toMatchObject({
      vetoes: [4],
      total: null,
      computed_grade: null,
      grade: null,
    })
  })

  it('fire on a reviewed indicator that is capped', () => {
    expect(score(failing, full(), switched(5))).toMatchObject({
      vetoes: [5],
      computed_grade: 'A',
      grade: 'D',
    })
  })
})

describe('bands', () => {
  it.each([
    [10_000, 'A'],
    [9000, 'A'],
    [8999, 'B'],
    [8950, 'B'],
    [8000, 'B'],
    [7999, 'C'],
    [7000, 'C'],
    [6999, 'D'],
    [1, 'D'],
    [0, 'D'],
  ])('are half-open: %i hundredths are %s', (total, grade) => {
    expect(gradeOf(scheme, total)).toBe(grade)
  })

  it.each([
    ['13:0 14:5', 9000, 'A', { to_next: null, cushion: 0 }],
    ['13:0 14:4.99', 8999, 'B', { to_next: 1, cushion: 999 }],
    ['', 10_000, 'A', { to_next: null, cushion: 1000 }],
    ['13:0 14:0 15:0 18:0', 7250, 'C', { to_next: 750, cushion: 250 }],
    ['13:0 14:0 15:0 18:0 19:0', 6750, 'D', { to_next: 250, cushion: 6750 }],
  ])('with "%s" rated lower the total is %i, grade %s', (except, total, grade, bands) => {
    expect(score({}, full(except))).toMatchObject({ total, computed_grade: grade, grade, bands })
  })
})

/** Any dossier around the as-of day, and any sheets. */
const day = fc
  .integer({ min: Date.UTC(2011, 0, 1) / 86_400_000, max: Date.UTC(2014, 0, 31) / 86_400_000 })
  .map(n => new Date(n * 86_400_000).toISOString().slice(0, 10))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const anyPenalty = fc
  .record({ decision_date: day, status: fc.constantFrom('in_force', 'under_review'), revoked_on: maybe(day) })
  .map(({ decision_date, status, revoked_on }) =>
    penalty(
      revoked_on === null
        ? { decision_date, status: status as 'in_force' }
        : { decision_date, status: 'revoked', revoked_on },
    ),
  )
const anyComplaint = fc
  .record({
    received_on: day,
    category: fc.constantFrom('虚假信息', '用工权益', '客户权益'),
    dishonest: maybe(fc.constantFrom(0, 1)),
    due_on: maybe(day),
    closing: maybe(fc.tuple(day, fc.constantFrom('upheld', 'partly_upheld', 'not_upheld', 'withdrawn'))),
  })
  .map(({ closing, ...rest }) =>
    complaint({
      ...rest,
      accepted_on: null,
      closed_on: closing?.[0] ?? null,
      finding: (closing?.[1] ?? null) as 'upheld' | null,
    }),
  )
const anyInspection = fc
  .record({
    batch: fc.constantFrom('甲', '乙', '丙'),
    date: day,
    cooperated: maybe(fc.constantFrom(0, 1)),
    items: fc.dictionary(
      fc.constantFrom('SC-01', 'SC-04', 'SC-08', 'SC-09'),
      fc.constantFrom('pass' as const, 'fail' as const, 'not_applicable' as const),
    ),
    rectify_due: maybe(day),
    rectified_on: maybe(day),
  })
  .map(inspection)
const anySheet = fc
  .record({
    rater_kind: fc.constantFrom('self', 'expert', 'public'),
    ratings: fc.array(maybe(fc.nat(100)), { minLength: 22, maxLength: 22 }),
  })
  .map(
    ({ rater_kind, ratings }): Sheet => ({
      rater_kind,
      rater: '某人',
      // A share of the maximum in hundredths, as millionths of a point.
      ratings: Object.fromEntries(
        ratings.flatMap((share, i): [number, number][] =>
          share === null ? [] : [[i + 1, Math.floor((MAX[i]! * share) / 100) * 10_000]],
        ),
      ),
      standing: 'counted',
    }),
  )
const anyDossier = fc
  .record({
    start: maybe(day),
    valid_to: maybe(day),
    kind: fc.constantFrom('for_profit' as const, 'public' as const),
    licensed: fc.boolean(),
    complaints: fc.array(anyComplaint, { maxLength: 4 }),
    penalties: fc.array(anyPenalty, { maxLength: 4 }),
    inspections: fc.array(anyInspection, { maxLength: 3 }),
    annual_checks: fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2011, max: 2014 }), result: fc.constantFrom('passed', 'failed') }),
      { maxLength: 3, selector: c => c.year },
    ),
  })
  .map(({ start, valid_to, kind, licensed, ...records }) =>
    dossier({
      ...records,
      agency: agency({
        kind,
        valid_to,
        license_status: null,
        issued_on: null,
        business_start: start,
        license_no: licensed ? 'L-1' : null,
      }),
    }),
  )
const anySheets = fc.array(anySheet, { maxLength: 5 })
const runs = { numRuns: 500 }

describe('for any records and sheets', () => {
  it('the total is the sum of the printed rows and lies between 0 and 100', () => {
    fc.assert(
      fc.property(anyDossier, anySheets, (d, sheets) => {
        const result = scoreAgency(scheme, d, sheets, context)
        let [low, high] = [0, 0]
        for (const [i, row] of result.indicators.entries()) {
          expect(row.min >= 0 && row.min <= row.max && row.max <= MAX[i]!).toBe(true)
          expect(row.score).toBe(row.min === row.max ? row.min : null)
          low += row.min
          high += row.max
        }
        expect([result.min_total, result.max_total]).toEqual([low, high])
        expect(low >= 0 && high <= 10_000).toBe(true)
        expect(result.total).toBe(low === high ? low : null)
      }),
      runs,
    )
  })

  it('taking away a penalty never lowers the total', () => {
    fc.assert(
      fc.property(anyDossier, anyPenalty, anySheets, (d, extra, sheets) => {
        const more = scoreAgency(scheme, { ...d, penalties: [...d.penalties, extra] }, sheets, context)
        const less = scoreAgency(scheme, d, sheets, context)
        expect(less.min_total).toBeGreaterThanOrEqual(more.min_total)
        expect(less.max_total).toBeGreaterThanOrEqual(more.max_total)
      }),
      runs,
    )
  })

  it('the order of sheets and records changes no score, outcome, grade or interval', () => {
    const facts = (result: SubjectResult) => ({
      ...result,
      indicators: result.indicators.map(i => ({
        ...i,
        rules: i.rules.map(r => ({ ...r, records: [...r.records].sort() })),
      })),
    })
    fc.assert(
      fc.property(anyDossier, anySheets, (d, sheets) => {
        const turned = {
          ...d,
          complaints: d.complaints.toReversed(),
          penalties: d.penalties.toReversed(),
          inspections: d.inspections.toReversed(),
          annual_checks: d.annual_checks.toReversed(),
        }
        expect(facts(scoreAgency(scheme, turned, sheets.toReversed(), context))).toEqual(
          facts(scoreAgency(scheme, d, sheets, context)),
        )
      }),
      runs,
    )
  })

  it('rating what nobody rated leads into the interval given before', () => {
    fc.assert(
      fc.property(anyDossier, anySheets, anySheet, (d, sheets, late) => {
        const before = scoreAgency(scheme, d, sheets, context)
        const open = new Set(before.indicators.filter(i => i.score === null).map(i => i.number))
        const kept = Object.entries(late.ratings).filter(([number]) => open.has(Number(number)))
        const added = { ...late, ratings: Object.fromEntries(kept) }
        const after = scoreAgency(scheme, d, [...sheets, added], context)
        for (const [i, row] of after.indicators.entries()) {
          const was = before.indicators[i]!
          expect(row.min >= was.min && row.max <= was.max).toBe(true)
        }
      }),
      runs,
    )
  })

  it('leaves records, sheets and scheme as they were', () => {
    fc.assert(
      fc.property(anyDossier, anySheets, (d, sheets) => {
        const before = structuredClone({ d, sheets, scheme })
        scoreAgency(scheme, d, sheets, context)
        expect({ d, sheets, scheme }).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })

  it('what happens after the as-of day changes nothing', () => {
    const later = fc
      .integer({ min: 1, max: 60 })
      .map(n => new Date(Date.UTC(2013, 9, 31 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(anyDossier, anySheets, later, (d, sheets, after) => {
        const known = scoreAgency(scheme, d, sheets, context)
        const more = {
          ...d,
          penalties: [...d.penalties, penalty({ decision_date: after })],
          complaints: [...d.complaints, complaint({ received_on: after, accepted_on: after, due_on: after })],
          inspections: [
            ...d.inspections,
            inspection({ batch: '后', date: after, cooperated: 0, items: { 'SC-01': 'fail' } }),
          ],
          annual_checks: [...d.annual_checks, { year: 2015, result: 'failed' }],
        }
        expect(scoreAgency(scheme, more, sheets, context)).toEqual(known)
      }),
      runs,
    )
  })
})
