// Changes of place under varied weights and ratings: repeatable, symmetrical, none without variation.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareKeys } from '../../../src/domain/nomination/choose.ts'
import { cutLine } from '../../../src/domain/nomination/cut-line.ts'
import type { Sheet } from '../../../src/domain/score/dossier.ts'
import {
  type Contender,
  changesOfPlace,
  type Places,
  type Variation,
} from '../../../src/domain/score/robustness.ts'
import { beijing, contextOn, dossier } from '../fixtures.ts'

const scheme = beijing()
const context = contextOn('2013-10-31')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Rated by each kind with a share of all points, in per cent. */
function contender(code: string, percents: Record<string, number>): Contender {
  const sheets = Object.entries(percents).map(([rater_kind, percent]): Sheet => {
    const ratings = scheme.indicators.map(i => [i.number, i.points * 100 * percent])
    return { rater_kind, rater: rater_kind, ratings: Object.fromEntries(ratings), standing: 'counted' }
  })
  const materials = {
    dossier: dossier({ annual_checks: [{ year: 2013, result: 'passed' }] }),
    sheets,
    overrides: [],
    earlier: [],
  }
  return { code, materials, keys: total => [total] }
}

function places(a: Contender, b: Contender, variation: Partial<Variation> = {}): Places {
  const all = { seed: '1', runs: 100, weights: 2000, ratings: 500, ...variation }
  return changesOfPlace(scheme, context, [[a, b]], all, hash, compareKeys)[0]!
}

const share = fc.integer({ min: 0, max: 100 })
const pair = fc
  .tuple(share, share, share, share, share, share)
  .map(([a, b, c, d, e, f]) => [
    contender('甲', { self: a, expert: b, public: c }),
    contender('乙', { self: d, expert: e, public: f }),
  ])
const variation = fc.record({
  seed: fc.string(),
  weights: fc.integer({ min: 0, max: 5000 }),
  ratings: fc.integer({ min: 0, max: 2000 }),
})

describe('changesOfPlace', () => {
  it('gives the same answer to the same seed', () => {
    fc.assert(
      fc.property(pair, variation, ([a, b], v) => {
        expect(places(a!, b!, { ...v, runs: 5 })).toEqual(places(a!, b!, { ...v, runs: 5 }))
      }),
      { seed: 1, numRuns: 20 },
    )
  })

  it('without variation nobody changes places', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const still = { weights: 0, ratings: 0, runs: 3 }
        const [there, back] = [places(a!, b!, still), places(b!, a!, still)]
        // One order holds in all runs.
        expect([0, 3]).toContain(there.swapped)
        expect([0, 3]).toContain(there.equal)
        expect(there.swapped + back.swapped + there.equal).toBe(3)
      }),
      { seed: 1, numRuns: 20 },
    )
  })

  it('is symmetrical: who is not before is behind or equal, run by run', () => {
    fc.assert(
      fc.property(pair, variation, ([a, b], v) => {
        const [there, back] = [places(a!, b!, { ...v, runs: 7 }), places(b!, a!, { ...v, runs: 7 })]
        expect(there.equal).toBe(back.equal)
        expect(there.swapped + back.swapped + there.equal).toBe(7)
      }),
      { seed: 1, numRuns: 20 },
    )
  })

  it('does not depend on the other pairs that are looked at', () => {
    const [a, b, c] = [80, 81, 82].map((p, i) => contender(String(i), { expert: p, public: p }))
    const v = { seed: '7', runs: 40, weights: 2000, ratings: 500 }
    const together = changesOfPlace(
      scheme,
      context,
      [
        [a!, b!],
        [b!, c!],
      ],
      v,
      hash,
      compareKeys,
    )
    expect(together).toEqual([places(a!, b!, v), places(b!, c!, v)])
  })

  it('varies weights within their range: 100 by the one kind and 0 by the other against 1 and 99', () => {
    // Shares of the points where self and expert rate, weights 10 and 60: 14.3 % against 85.0 %. Even at 12 and 48 the
    // first has 20 % only; at 1 to 1 it would be 50 and 50. So no weight within 20 % turns them round.
    const [a, b] = [
      contender('甲', { self: 100, expert: 0, public: 50 }),
      contender('乙', { self: 1, expert: 99, public: 50 }),
    ]
    expect(places(b, a, { ratings: 0 })).toEqual({ swapped: 0, equal: 0 })
    // At nine tenths up and down it can be 19 against 6, where the first is before: some runs reach it.
    expect(places(b, a, { ratings: 0, weights: 9000, runs: 400 }).swapped).toBeGreaterThan(0)
  })

  it('varies ratings by no more than their share of the points, and not above or below', () => {
    // Nobody who has nothing passes somebody who has over twice the range: 0 + 5 % is below 11 % - 5 %.
    expect(
      places(contender('甲', { expert: 11, public: 11 }), contender('乙', { expert: 0, public: 0 })),
    ).toEqual({
      swapped: 0,
      equal: 0,
    })
    // All of the points can only be lowered: 100 - 5 is above 89 + 5.
    const full = places(
      contender('甲', { expert: 100, public: 100 }),
      contender('乙', { expert: 89, public: 89 }),
      { weights: 0 },
    )
    expect(full).toEqual({ swapped: 0, equal: 0 })
  })

  it('whoever is equal is before the other about as often as behind', () => {
    const { swapped } = places(
      contender('甲', { expert: 80, public: 80 }),
      contender('乙', { expert: 80, public: 80 }),
      {
        runs: 400,
      },
    )
    expect(swapped).toBeGreaterThan(150)
    expect(swapped).toBeLessThan(250)
  })
})

describe('cutLine', () => {
  const at = (decision: string, rank: number | null, id: number) => ({ id, rank, decision })
  it.each([
    ['nobody', [], { last: [], next: [], tied: [] }],
    [
      'the last that is in and the first that is not',
      [at('nominated', 1, 1), at('nominated', 2, 2), at('passed_over', 3, 3), at('passed_over', 4, 4)],
      { last: [2], next: [3], tied: [] },
    ],
    [
      'all who are equal there',
      [at('nominated', 1, 1), at('nominated', 1, 2), at('passed_over', 3, 3), at('passed_over', 3, 4)],
      { last: [1, 2], next: [3, 4], tied: [] },
    ],
    [
      'nobody who gave way to the share above the last',
      [at('nominated', 1, 1), at('passed_over', 2, 2), at('nominated', 3, 3), at('passed_over', 4, 4)],
      { last: [3], next: [4], tied: [] },
    ],
    [
      'only the tied where there is a tie',
      [at('nominated', 1, 1), at('tied', 2, 2), at('tied', 2, 3), at('passed_over', 4, 4)],
      { last: [], next: [], tied: [2, 3] },
    ],
    [
      'nobody next where all are in; the ineligible stand nowhere',
      [at('nominated', 1, 1), at('ineligible', null, 2)],
      { last: [1], next: [], tied: [] },
    ],
  ])('%s', (_what, proposed, expected) => {
    expect(cutLine(proposed)).toEqual(expected)
  })
})
