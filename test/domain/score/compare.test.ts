// What moved a result: one thing is changed at a time, and only the indicators that rest on it move, for that cause.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import { type Cause, compareResults } from '../../../src/domain/score/compare.ts'
import type { Materials, Sheet } from '../../../src/domain/score/dossier.ts'
import type { SubjectResult } from '../../../src/domain/score/result.ts'
import { scoreSubject } from '../../../src/domain/score/score.ts'
import { supposeScheme, supposeSheets, withoutRecords } from '../../../src/domain/score/suppose.ts'
import { beijing, complaint, contextOn, dossier, penalty } from '../fixtures.ts'

const scheme = beijing()

/** Every indicator rated with the same share of its points, in per cent. */
function sheet(rater_kind: string, rater: string, percent: number): Sheet {
  const ratings = scheme.indicators.map(i => [i.number, i.points * 100 * percent])
  return { rater_kind, rater, ratings: Object.fromEntries(ratings), standing: 'counted' }
}

const base: Materials = {
  dossier: dossier(),
  sheets: [sheet('self', '自', 100), sheet('expert', '甲', 80), sheet('public', '众', 60)],
  overrides: [],
  earlier: [],
}

function score(given: Partial<Materials> = {}, by: Scheme = scheme, on = '2013-10-31'): SubjectResult {
  return scoreSubject(by, { ...base, ...given }, contextOn(on))
}

const upheld = complaint({
  complaint_no: 'TS-9',
  category: '客户权益',
  dishonest: 1,
  closed_on: '2013-04-01',
  finding: 'upheld',
})
const fined = penalty({ decision_no: 'CF-9', decision_date: '2011-11-01' })

const none = { weights: new Map(), cap: null, points: new Map() }
const weights = (pairs: [string, number][]) => supposeScheme(scheme, { ...none, weights: new Map(pairs) })
const met = 'met' as const
const notMet = 'not_met' as const

interface Case {
  what: string
  before: SubjectResult
  after: SubjectResult
  /** Indicator numbers with hundredths before and after, and their causes without words of the scheme. */
  moved: [number, number, number, Cause[]][]
}

const byRecords = (record: string) => [{ is: 'rule', before: met, after: notMet, gone: [], come: [record] }]

/** Weights 10, 60, 30: of 7.50 points 82 % without the public, of 5.00 points 76 % with it, by hand. */
const cases: Case[] = [
  { what: 'nothing', before: score(), after: score(), moved: [] },
  {
    what: 'another rating by the only expert: 100, 80 → 100, 50 of 3.75 in 6 (weights 10 and 60)',
    before: only(6, [100, 80]),
    after: only(6, [100, 50]),
    // (10×100 + 60×80)/70 = 82.857 % → 3.107; (10×100 + 60×50)/70 = 57.143 % → 2.143
    moved: [[6, 311, 214, [{ is: 'ratings', rater_kind: 'expert', before: '3.00', after: '1.875' }]]],
  },
  {
    what: 'a withdrawn sheet leaves the other kind alone, whose weight becomes one',
    before: only(6, [100, 80]),
    after: only(6, [100, 80], 'withdrawn'),
    moved: [
      [
        6,
        311,
        300,
        [
          { is: 'ratings', rater_kind: 'self', before: '3.75', after: null },
          { is: 'weight', rater_kind: 'self', before: '0.142857', after: '0' },
          { is: 'weight', rater_kind: 'expert', before: '0.857143', after: '1' },
        ],
      ],
    ],
  },
  {
    what: 'points set by hand',
    before: score(),
    after: score({ overrides: [{ indicator: 1, points: 100, reason: '会议决定', document: '纪要1号' }] }),
    moved: [[1, 250, 100, [{ is: 'override', before: null, after: '1.00' }]]],
  },
  {
    what: 'another number of points, by which ratings are measured',
    before: score(),
    after: scoreSubject(
      supposeScheme(scheme, { ...none, points: new Map([[6, 750]]) }),
      { ...base, sheets: supposeSheets(scheme, base.sheets, new Map([[6, 750]])) },
      contextOn('2013-10-31'),
    ),
    // 82.857 % of 3.75 and of 7.50.
    moved: [
      [
        6,
        311,
        621,
        [
          { is: 'points', before: '3.75', after: '7.50' },
          { is: 'ratings', rater_kind: 'self', before: '3.75', after: '7.50' },
          { is: 'ratings', rater_kind: 'expert', before: '3.00', after: '6.00' },
        ],
      ],
    ],
  },
]

function only(number: number, [self, expert]: [number, number], standing: Sheet['standing'] = 'counted') {
  const rated = (kind: string, percent: number): Sheet => {
    const { points } = scheme.indicators.find(i => i.number === number)!
    return {
      rater_kind: kind,
      rater: kind,
      ratings: { [number]: points * 100 * percent },
      standing: 'counted',
    }
  }
  return score({ sheets: [{ ...rated('self', self), standing }, rated('expert', expert)] })
}

describe('compareResults', () => {
  it.each(cases)('$what', ({ before, after, moved }) => {
    const found = compareResults(before, after)
    expect(found.indicators.map(i => [i.number, i.before!.min, i.after!.min])).toEqual(
      moved.map(([number, a, b]) => [number, a, b]),
    )
    for (const [k, indicator] of found.indicators.entries()) {
      expect(indicator.causes).toEqual(moved[k]![3])
    }
    expect(found.moved).toBe(moved.length > 0)
  })

  it('names the record that came, and of two changes each at its indicator', () => {
    const found = compareResults(
      score(),
      score({ dossier: dossier({ complaints: [upheld], penalties: [fined] }) }),
    )
    const of = (number: number) => found.indicators.find(i => i.number === number)!
    expect(of(16)).toMatchObject({ before: { min: 750 }, after: { min: 0 }, causes: byRecords('TS-9') })
    const penalties = found.indicators.filter(i =>
      i.causes.some(c => c.is === 'rule' && c.come.includes('CF-9')),
    )
    expect(penalties.length).toBeGreaterThan(0)
    for (const { causes } of found.indicators) {
      for (const cause of causes) expect(cause.is).toBe('rule')
    }
  })

  it('the other way round the record is gone, and everything else is the mirror image', () => {
    const [a, b] = [score(), score({ dossier: dossier({ complaints: [upheld] }) })]
    const [there, back] = [compareResults(a, b), compareResults(b, a)]
    expect(back.indicators.map(i => [i.number, i.after, i.before])).toEqual(
      there.indicators.map(i => [i.number, i.before, i.after]),
    )
    const gone = back.indicators.find(i => i.number === 16)!.causes
    expect(gone).toMatchObject([{ is: 'rule', before: notMet, after: met, gone: ['TS-9'], come: [] }])
  })

  it('a penalty leaves its window on the day that the rule says, and is named as gone', () => {
    const fine = { dossier: dossier({ penalties: [fined] }) }
    expect(compareResults(score(fine), score(fine, scheme, '2013-10-31')).moved).toBe(false)
    const later = compareResults(score(fine), score(fine, scheme, '2013-11-01'))
    expect(later.indicators.flatMap(i => i.causes)).toEqual(
      later.indicators.map(() => expect.objectContaining({ is: 'rule', gone: ['CF-9'], come: [] })),
    )
    expect(later.indicators.length).toBeGreaterThan(0)
  })

  it('a weight of zero takes a kind away; every indicator that it rated moves for that cause only', () => {
    const { indicators } = compareResults(score(), score({}, weights([['self', 0]])))
    for (const { causes } of indicators) expect(new Set(causes.map(c => c.is))).toEqual(new Set(['weight']))
    expect(indicators.map(i => i.number)).toContain(6)
    expect(indicators.map(i => i.number)).not.toContain(1)
  })

  it('of somebody evaluated on one side only nothing is compared, and it moved', () => {
    expect(compareResults(undefined, score())).toEqual({
      indicators: [],
      vetoes: { gone: [], come: [] },
      moved: true,
    })
    expect(compareResults(undefined, undefined).moved).toBe(false)
  })

  it('an indicator that only one scheme has came by the scheme', () => {
    const fewer = { ...scheme, indicators: scheme.indicators.filter(i => i.number !== 22) }
    const { indicators } = compareResults(score({}, fewer), score())
    expect(indicators).toMatchObject([{ number: 22, before: null, causes: [{ is: 'scheme' }] }])
  })

  it('the changes of the indicators make the change of the total, whatever is left out and weighed', () => {
    const records = fc.subarray(['TS-9', 'CF-9'])
    const weight = fc.integer({ min: 0, max: 100 })
    const full = dossier({ complaints: [upheld], penalties: [fined] })
    fc.assert(
      fc.property(records, weight, weight, (left, self, expert) => {
        const before = score({ dossier: full })
        const by = weights([
          ['self', self],
          ['expert', expert],
        ])
        const after = score({ dossier: withoutRecords(full, scheme, new Set(left)) }, by)
        const { indicators } = compareResults(before, after)
        const sum = (side: 'min' | 'max') =>
          indicators.reduce((n, i) => n + i.after![side] - i.before![side], 0)
        expect(sum('min')).toBe(after.min_total - before.min_total)
        expect(sum('max')).toBe(after.max_total - before.max_total)
        for (const { causes } of indicators) expect(causes.map(c => c.is)).not.toContain('scheme')
      }),
      { seed: 1 },
    )
  })
})
