// The shortest list of gains to the next line: what each indicator has lost and why, and the fewest against brute force.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fewestGains,
  type Gain,
  type Line,
  nextLine,
  possibleGains,
} from '../../../src/domain/score/gains.ts'
import type { IndicatorResult, SubjectResult } from '../../../src/domain/score/result.ts'
import { beijing } from '../fixtures.ts'

function indicator(given: Partial<IndicatorResult>): IndicatorResult {
  const score = given.score === undefined ? 500 : given.score
  return {
    ...{ number: 1, name: '甲', category: 1, points: 500, score, min: score ?? 0, max: score ?? 500 },
    ...{ evidence: 'review', ratings: [], rules: [], capped_at: null, condition: null, override: null },
    ...{ clause: 'default', points_clause: 'default' },
    ...given,
  }
}

/** One rating by one who counts, in hundredths. */
const rated = (points: number): IndicatorResult['ratings'] => [
  {
    ...{ rater_kind: 'expert', sum: points * 10_000, low: points * 10_000, high: points * 10_000, count: 1 },
    ...{ weight: 1, weights: 1, counted: true, set_aside: 0 },
  },
]

const gain = (indicators: IndicatorResult[]) =>
  possibleGains({ indicators }).map(g => [g.indicator, g.gain, g.by_rules, g.by_ratings])

describe('what an indicator has lost', () => {
  it.each<[string, Partial<IndicatorResult>, number[][]]>([
    ['nothing at full points', { ratings: rated(500) }, []],
    ['by ratings', { score: 425, ratings: rated(425) }, [[1, 75, 0, 75]]],
    ['by a rule of records', { evidence: 'records', score: 0 }, [[1, 500, 500, 0]]],
    [
      'by a cap, and by ratings above it',
      { evidence: 'both', score: 250, ratings: rated(400) },
      [[1, 250, 150, 100]],
    ],
    ['by a deduction', { score: 300, ratings: rated(500) }, [[1, 200, 200, 0]]],
    ['nothing that is known', { score: null }, []],
    [
      'nothing beside points set by hand',
      {
        score: 100,
        override: {
          ...{ indicator: 1, points: 100, reason: '甲', document: '乙' },
          computed: { min: 500, max: 500 },
        },
      },
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(gain([indicator(given)])).toEqual(expected)
  })

  it('the largest comes first, of equal ones that lost by rules, then by number', () => {
    const all = [
      indicator({ number: 1, score: 400, ratings: rated(400) }),
      indicator({ number: 2, score: 400, ratings: rated(400) }),
      indicator({ number: 3, score: 400, ratings: rated(500) }),
      indicator({ number: 4, score: 100, ratings: rated(100) }),
    ]
    expect(gain(all).map(([number]) => number)).toEqual([4, 3, 1, 2])
  })
})

describe('the next line', () => {
  const scheme = beijing()
  const at = (total: number | null, to_next: number | null) =>
    ({ total, bands: { to_next, cushion: null } }) as SubjectResult
  const decided = { ...scheme, grades: { ...scheme.grades, bands: [] } }
  const rule = { passed: '合格', failed: '不合格', min_total: 8000, clause: 'default' }
  it.each<[string, Line | null, Line | null]>([
    ['the grade above', nextLine(scheme, at(7775, 225)), { to: 'B', is: 'grade', needed: 225 }],
    ['the best grade has none', nextLine(scheme, at(9500, null)), null],
    ['an unknown total has none', nextLine(scheme, at(null, null)), null],
    [
      'the least total of a decision',
      nextLine({ ...decided, decision: rule }, at(7999, null)),
      { to: '合格', is: 'decision', needed: 1 },
    ],
    ['a total that reaches it', nextLine({ ...decided, decision: rule }, at(8000, null)), null],
    [
      'a decision without one',
      nextLine({ ...decided, decision: { ...rule, min_total: null } }, at(0, null)),
      null,
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})

describe('the fewest', () => {
  const gains = (sizes: readonly number[]): Gain[] =>
    sizes
      .map((size, i) => ({ indicator: i + 1, name: '甲', gain: size, by_rules: 0, by_ratings: size }))
      .sort((a, b) => b.gain - a.gain)

  it('are none where nothing is needed, and null where all are not enough', () => {
    expect(fewestGains(gains([5]), 0)).toEqual([])
    expect(fewestGains(gains([5, 3]), 9)).toBeNull()
    expect(fewestGains(gains([5, 3]), 8)).toHaveLength(2)
    expect(fewestGains(gains([5, 3]), 5)).toHaveLength(1)
  })

  it('are as few as any set that is enough, each needed, the largest first', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 750 }), { maxLength: 9 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 4000 }), (list, needed) => {
        const sum = (set: readonly number[]) => set.reduce((a, b) => a + b, 0)
        const enough = Array.from({ length: 2 ** list.length }, (_, mask) =>
          list.filter((_, i) => (mask >> i) & 1),
        ).filter(set => sum(set) >= needed)
        const least = enough.length === 0 ? null : Math.min(...enough.map(set => set.length))
        const found = fewestGains(gains(list), needed)
        expect(found?.length ?? null).toBe(least)
        if (found === null) return
        const taken = found.map(g => g.gain)
        expect(sum(taken)).toBeGreaterThanOrEqual(needed)
        expect(sum(taken.slice(0, -1))).toBeLessThan(needed)
        expect(taken).toEqual([...taken].sort((a, b) => b - a))
      }),
      { seed: 1 },
    )
  })
})
