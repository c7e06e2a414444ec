// Choosing nominees against brute force: every set of candidates is tried, the best of the largest allowed ones
// are kept, and who is in all, some or none of them is compared with the choice.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  type Choice,
  type Chosen,
  chooseNominees,
} from '../../../src/domain/nomination/choose.ts'

fc.configureGlobal({ seed: 20131031 })

interface Oracle {
  size: number
  nominated: number[]
  tied: number[]
  passed: number[]
}

/** Key groups from best to worst: 0 is the best. Written for short key lists of small numbers. */
function groupsOf(candidates: readonly Candidate[]): Map<number, number> {
  const code = (c: Candidate): number => c.keys.reduce((sum, key) => sum * 100 + key, 0)
  const distinct = [...new Set(candidates.map(code))].sort((a, b) => b - a)
  return new Map(candidates.map(c => [c.id, distinct.indexOf(code(c))]))
}

/** Tries all sets. A group weighs ten times the next, so one better candidate outweighs any eight worse ones. */
function tryAllSets(candidates: readonly Candidate[], places: number, share: number): Oracle {
  const group = groupsOf(candidates)
  const weight = (c: Candidate): bigint => 10n ** BigInt(candidates.length - group.get(c.id)!)
  let best: Candidate[][] = []
  let bestSize = -1
  let bestWeight = -1n
  for (let bits = 0; bits < 2 ** candidates.length; bits++) {
    const set = candidates.filter((_, i) => (bits >> i) & 1)
    const forProfit = set.filter(c => c.for_profit).length
    if (set.length > places || forProfit * 100 < share * set.length) continue
    const total = set.reduce((sum, c) => sum + weight(c), 0n)
    if (set.length > bestSize || (set.length === bestSize && total > bestWeight)) {
      bestSize = set.length
      bestWeight = total
      best = [set]
    } else if (set.length === bestSize && total === bestWeight) best.push(set)
  }
  const within = (c: Candidate): number => best.filter(set => set.includes(c)).length
  const ids = (test: (count: number) => boolean): number[] =>
    candidates.filter(c => test(within(c))).map(c => c.id)
  return {
    size: bestSize,
    nominated: ids(count => count === best.length),
    tied: ids(count => count > 0 && count < best.length),
    passed: ids(count => count === 0),
  }
}

function chosenIds(candidates: readonly Candidate[], places: number, share: number): Oracle {
  const { size, choices } = chooseNominees(candidates, { places, share })
  const ids = (...wanted: Choice[]): number[] =>
    candidates.filter(c => wanted.includes(choices.get(c.id)!.choice)).map(c => c.id)
  return { size, nominated: ids('nominated'), tied: ids('tied'), passed: ids('full', 'share') }
}

const candidates = (most: number): fc.Arbitrary<Candidate[]> =>
  fc
    .array(
      fc.record({
        for_profit: fc.boolean(),
        keys: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 })),
      }),
      { maxLength: most },
    )
    .map(list => list.map((c, i) => ({ id: i + 1, ...c })))

const district = fc.record({
  eligible: candidates(8),
  places: fc.integer({ min: 0, max: 5 }),
  share: fc.constantFrom(0, 50),
})

const runs = { numRuns: 4000 }

describe('choosing nominees against all possible sets', () => {
  it('nominates who is in every best set, ties who is in some, passes over who is in none', () => {
    fc.assert(
      fc.property(district, ({ eligible, places, share }) => {
        expect(chosenIds(eligible, places, share)).toEqual(tryAllSets(eligible, places, share))
      }),
      runs,
    )
  })

  it('does so for other shares than one half', () => {
    fc.assert(
      fc.property(
        candidates(6),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 100 }),
        (eligible, places, share) => {
          expect(chosenIds(eligible, places, share)).toEqual(tryAllSets(eligible, places, share))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('leaves for the tied exactly the places that the nominated do not fill', () => {
    fc.assert(
      fc.property(district, ({ eligible, places, share }) => {
        const { choices, required } = chooseNominees(eligible, { places, share })
        const open = openPlaces(choices)
        const { size, nominated } = tryAllSets(eligible, places, share)
        expect(open).toBe(size - nominated.length)
        // 2 x for-profit >= nominated, or no rule.
        expect(required).toBe(share === 50 ? Math.floor((size + 1) / 2) : 0)
      }),
      runs,
    )
  })

  it('is short of for-profit agencies exactly when the share leaves places empty', () => {
    fc.assert(
      fc.property(district, ({ eligible, places, share }) => {
        const { short_of_for_profit } = chooseNominees(eligible, { places, share })
        const without = tryAllSets(eligible, places, 0).size
        expect(short_of_for_profit).toBe(tryAllSets(eligible, places, share).size < without)
      }),
      runs,
    )
  })

  it('ranks by all better candidates and places by the better ones nominated, equals sharing both', () => {
    fc.assert(
      fc.property(district, ({ eligible, places, share }) => {
        const { choices } = chooseNominees(eligible, { places, share })
        const group = groupsOf(eligible)
        const { nominated } = tryAllSets(eligible, places, share)
        for (const { id } of eligible) {
          const better = eligible.filter(c => group.get(c.id)! < group.get(id)!)
          const inside = better.filter(c => nominated.includes(c.id))
          const { rank, place } = choices.get(id)!
          expect({ id, rank, place }).toEqual({ id, rank: better.length + 1, place: inside.length + 1 })
        }
      }),
      runs,
    )
  })

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(
        district.chain(d =>
          fc.record({
            ...{
              places: fc.constant(d.places),
              share: fc.constant(d.share),
              eligible: fc.constant(d.eligible),
            },
            shuffled: fc.shuffledSubarray(d.eligible, { minLength: d.eligible.length }),
          }),
        ),
        ({ eligible, shuffled, places, share }) => {
          const straight = chooseNominees(eligible, { places, share })
          const turned = chooseNominees(shuffled, { places, share })
          const byId = (choices: Chosen['choices']) => [...choices].sort((a, b) => a[0] - b[0])
          expect(byId(turned.choices)).toEqual(byId(straight.choices))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

/** Each tie is among equals, which share a rank, and has its own open places. */
function openPlaces(choices: Chosen['choices']): number {
  const ties = new Map([...choices.values()].filter(c => c.choice === 'tied').map(c => [c.rank, c.open]))
  return [...ties.values()].reduce((sum, open) => sum + open, 0)
}

describe('the reason of those passed over', () => {
  it('is "full" only for candidates that rank below everyone nominated or tied', () => {
    fc.assert(
      fc.property(district, ({ eligible, places, share }) => {
        const { choices } = chooseNominees(eligible, { places, share })
        const group = groupsOf(eligible)
        const best = tryAllSets(eligible, places, share)
        const inside = [...best.nominated, ...best.tied].map(id => group.get(id)!)
        for (const [id, { choice }] of choices) {
          if (choice !== 'full') continue
          expect(best.size).toBe(Math.min(places, eligible.length))
          expect(inside.filter(g => g >= group.get(id)!)).toEqual([])
        }
      }),
      runs,
    )
  })

  it('is "share" only for candidates that had a chance without the rule, gave way to a lower one, or to an empty place', () => {
    fc.assert(
      fc.property(district, ({ eligible, places, share }) => {
        const { choices } = chooseNominees(eligible, { places, share })
        const free = tryAllSets(eligible, places, 0)
        const best = tryAllSets(eligible, places, share)
        const group = groupsOf(eligible)
        for (const [id, { choice }] of choices) {
          if (choice !== 'share') continue
          const below = [...best.nominated, ...best.tied].filter(other => group.get(other)! >= group.get(id)!)
          const empty = best.size < free.size
          expect([...free.nominated, ...free.tied].includes(id) || below.length > 0 || empty).toBe(true)
        }
      }),
      runs,
    )
  })
})

/** "A p95" is a public body A with 95 points, "B f95" a for-profit one. */
function read(list: string): Candidate[] {
  return list
    .split(' ')
    .filter(word => word !== '')
    .map((word, i) => ({ id: i, for_profit: word[0] === 'f', keys: [Number(word.slice(1))] }))
}

const cases = [
  [
    'the best fill the places',
    'f95 f90 f85 f80',
    2,
    50,
    'in in full full',
    { size: 2, required: 1, open: 0 },
  ],
  ['fewer candidates than places: all are in', 'f95 p90', 3, 50, 'in in', { size: 2, required: 1, open: 0 }],
  ['half may be public', 'p95 p90 f85 f80', 4, 50, 'in in in in', { size: 4, required: 2, open: 0 }],
  [
    'an odd number needs the larger half for-profit, which displaces a better public body',
    'p95 p90 f85 f80',
    3,
    50,
    'in share in in',
    { size: 3, required: 2, open: 0 },
  ],
  [
    'a district of the first three public keeps one of them',
    'p99 p98 p97 f60 f50 f40',
    3,
    50,
    'in share share in in full',
    { size: 3, required: 2, open: 0 },
  ],
  [
    'one for-profit agency allows two nominees of three',
    'p95 p90 p85 f60',
    3,
    50,
    'in share share in',
    { size: 2, required: 1, open: 0 },
  ],
  ['no for-profit agency, no nominee', 'p95 p90', 3, 50, 'share share', { size: 0, required: 0, open: 0 }],
  [
    'without the rule the public ones stay in',
    'p95 p90 f60',
    2,
    0,
    'in in full',
    { size: 2, required: 0, open: 0 },
  ],
  ['no place, nobody', 'f95 p90', 0, 50, 'full full', { size: 0, required: 0, open: 0 }],
  ['nobody eligible', '', 3, 50, '', { size: 0, required: 0, open: 0 }],
  [
    'a tie above the line does no harm',
    'f95 f95 f80',
    2,
    50,
    'in in full',
    { size: 2, required: 1, open: 0 },
  ],
  [
    'a tie below the line does no harm',
    'f95 f80 f80',
    1,
    50,
    'in full full',
    { size: 1, required: 1, open: 0 },
  ],
  ['equals at the line are tied', 'f95 f80 f80', 2, 50, 'in tied tied', { size: 2, required: 1, open: 1 }],
  [
    'three equals compete for two places',
    'f95 f80 f80 f80 f70',
    3,
    50,
    'in tied tied tied full',
    { size: 3, required: 2, open: 2 },
  ],
  [
    'a public and a for-profit body equal at the line are tied when either fits',
    'f95 f90 p80 f80',
    3,
    50,
    'in in tied tied',
    { size: 3, required: 2, open: 1 },
  ],
  [
    'a public and a for-profit body equal at the line are no tie when the rule needs the for-profit one',
    'f95 p90 p80 f80',
    3,
    50,
    'in in share in',
    { size: 3, required: 2, open: 0 },
  ],
  [
    'two public equals compete for the one place that the rule leaves them',
    'p95 p95 f60',
    2,
    50,
    'tied tied in',
    { size: 2, required: 1, open: 1 },
  ],
  [
    'equal public bodies displaced by the rule are passed over because of it, not because the places are full',
    'p95 p95 f60',
    1,
    50,
    'share share in',
    { size: 1, required: 1, open: 0 },
  ],
] as const

describe('choosing by hand', () => {
  it.each(cases)('%s', (_, list, places, share, expected, figures) => {
    const chosen = chooseNominees(read(list), { places, share })
    const words = [...chosen.choices]
      .sort((a, b) => a[0] - b[0])
      .map(([, found]) => found)
      .map(({ choice }) => (choice === 'nominated' ? 'in' : choice))
    expect(words.join(' ')).toBe(expected)
    expect({ size: chosen.size, required: chosen.required, open: openPlaces(chosen.choices) }).toEqual(
      figures,
    )
  })

  it('compares the keys from left to right: a later key cannot outweigh an earlier one', () => {
    const eligible: Candidate[] = [
      { id: 1, for_profit: true, keys: [9000, 0, 0] },
      { id: 2, for_profit: true, keys: [8999, 5, 99_999] },
      { id: 3, for_profit: true, keys: [9000, 0, 1] },
    ]
    const { choices } = chooseNominees(eligible, { places: 1, share: 50 })
    expect([...choices].map(([id, { choice, rank }]) => [id, choice, rank]).sort()).toEqual([
      [1, 'full', 2],
      [2, 'full', 3],
      [3, 'nominated', 1],
    ])
  })
})
