// Choosing with what people decided, against brute force: every set that holds the places, the share and the rulings is
// tried, and the best of the largest are kept.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DistrictCandidate, proposeDistrict } from '../../../src/domain/nomination/propose.ts'
import type { PoolRulings, Ruling } from '../../../src/domain/nomination/ruling.ts'
import { shareCost } from '../../../src/domain/nomination/share-cost.ts'

interface Given {
  candidates: DistrictCandidate[]
  places: number
  share: number
  relaxed: boolean
  hands: ('add' | 'drop' | null)[]
}

function ruling(given: Partial<Ruling>): Ruling {
  return {
    ...{ id: 1, kind: 'tie', district_code: '110105', gate: null, party: null, method: 'vote' },
    ...{ reason: '局务会', signer: '样局长', ruled_on: '2013-11-04', tied: [] },
    ...given,
  }
}

const party = (id: number) => ({ agency_id: id, subject_id: null })
const tie = (ids: readonly number[], chosen: readonly number[], id = 9): Ruling =>
  ruling({ id, tied: ids.map(t => ({ ...party(t), chosen: chosen.includes(t) })) })

function rulingsOf({ candidates, hands }: Given, ties: readonly Ruling[] = []): PoolRulings {
  const of = (kind: 'add' | 'drop') =>
    new Map(
      candidates
        .filter((_, i) => hands[i] === kind)
        .map(({ id }) => [id, ruling({ kind, party: party(id), method: null })]),
    )
  return { added: of('add'), dropped: of('drop'), ties }
}

const given: fc.Arbitrary<Given> = fc
  .array(
    fc.record({
      for_profit: fc.boolean(),
      key: fc.integer({ min: 0, max: 2 }),
      fails: fc.integer({ min: 0, max: 5 }).map(n => n === 0),
      hand: fc.constantFrom(null, null, null, 'add' as const, 'drop' as const),
    }),
    { maxLength: 8 },
  )
  .chain(list =>
    fc.record({
      candidates: fc.constant(
        list.map(({ for_profit, key, fails }, i) => ({
          ...{ id: i + 1, name: `机构${i + 1}`, for_profit, total: 9000 + key, keys: fails ? [] : [key] },
          failures: fails
            ? [{ name: '许可证有效', clause: 'default', reason: { is: 'no_total' as const }, records: [] }]
            : [],
        })),
      ),
      hands: fc.constant(list.map(c => c.hand)),
      places: fc.integer({ min: 0, max: 5 }),
      share: fc.constantFrom(0, 50),
      relaxed: fc.boolean(),
    }),
  )

/** Sets beside those put in by hand, as lists of ids; only what the rulings leave free is tried. */
function bestSets({ candidates, hands, places, share, relaxed }: Given): {
  added: number[]
  best: number[][]
} {
  const eligible = candidates.map((c, i) => ({ ...c, hand: hands[i] })).filter(c => c.failures.length === 0)
  const added = eligible.filter(c => c.hand === 'add')
  const free = eligible.filter(c => c.hand === null)
  const left = Math.max(0, places - added.length)
  const sets = Array.from({ length: 2 ** free.length }, (_, bits) =>
    free.filter((_, i) => (bits >> i) & 1),
  ).filter(set => set.length <= left)
  const holds = (set: typeof free) => {
    const all = [...set, ...added]
    return all.filter(c => c.for_profit).length * 100 >= share * all.length
  }
  const forProfit = (set: typeof free) => set.filter(c => c.for_profit).length
  const allowed = (): typeof sets => {
    if (relaxed) {
      // No place empty; of those sets the ones that hold the share, or come nearest to it.
      const full = sets.filter(set => set.length === Math.min(left, free.length))
      const most = Math.max(...full.map(forProfit))
      return full.some(holds) ? full.filter(holds) : full.filter(set => forProfit(set) === most)
    }
    return sets.some(holds) ? sets.filter(holds) : sets.filter(set => forProfit(set) === set.length)
  }
  // One better candidate outweighs any number of worse ones; one more outweighs all.
  const worth = (set: typeof free) => set.reduce((sum, c) => sum + 10 ** (c.keys[0]! * 2), set.length * 1e9)
  const most = Math.max(...allowed().map(worth))
  return {
    added: added.map(c => c.id),
    best: allowed()
      .filter(set => worth(set) === most)
      .map(set => set.map(c => c.id)),
  }
}

const decided = (given: Given, ties: readonly Ruling[] = []) =>
  proposeDistrict(given.candidates, given, rulingsOf(given, ties))
const idsOf = (list: ReturnType<typeof decided>, decision: string) =>
  list.filter(p => p.decision === decision).map(p => p.id)

const inAll = (sets: readonly number[][]) => sets[0]!.filter(id => sets.every(set => set.includes(id)))
const inSome = (sets: readonly number[][]) =>
  [...new Set(sets.flat())].filter(id => !inAll(sets).includes(id))
const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)

/** Ties that are open: who, and for how many places. */
function tiesIn(list: ReturnType<typeof decided>): { ids: number[]; open: number }[] {
  const ranks = [...new Set(list.filter(p => p.decision === 'tied').map(p => p.rank))]
  return ranks.map(rank => {
    const tied = list.filter(p => p.decision === 'tied' && p.rank === rank)
    return { ids: tied.map(p => p.id), open: (tied[0]!.reason as { open: number }).open }
  })
}

const runs = { seed: 1, numRuns: 3000 }

describe('against all possible sets', () => {
  it('with candidates added and dropped: nominates who is in every best set, ties who is in some', () => {
    fc.assert(
      fc.property(given, district => {
        const list = decided(district)
        const { added, best } = bestSets(district)
        expect(sorted(idsOf(list, 'nominated'))).toEqual(sorted([...added, ...inAll(best)]))
        expect(sorted(idsOf(list, 'tied'))).toEqual(sorted(inSome(best)))
      }),
      runs,
    )
  })

  it('with a tie settled: keeps the best sets that hold just the chosen of the tied, or leaves the tie open', () => {
    let settled = 0
    fc.assert(
      fc.property(given, fc.nat(), (district, pick) => {
        const before = decided(district)
        const [first] = tiesIn(before)
        if (!first) return
        const turned = [...first.ids, ...first.ids].slice(pick % first.ids.length)
        const chosen = turned.slice(0, first.open)
        const list = decided(district, [tie(first.ids, chosen)])
        const { added, best } = bestSets(district)
        const fitting = best.filter(set => first.ids.every(id => set.includes(id) === chosen.includes(id)))
        if (fitting.length === 0) {
          expect(list).toEqual(before)
          return
        }
        settled++
        expect(sorted(idsOf(list, 'nominated'))).toEqual(sorted([...added, ...inAll(fitting)]))
        expect(sorted(idsOf(list, 'tied'))).toEqual(sorted(inSome(fitting)))
      }),
      runs,
    )
    expect(settled).toBeGreaterThan(200)
  })

  it('with all ties settled one after the other nothing stays open', () => {
    fc.assert(
      fc.property(given, fc.nat(), (district, pick) => {
        const ties: Ruling[] = []
        for (let i = 0; i < 5; i++) {
          const [next] = tiesIn(decided(district, ties))
          if (!next) break
          // Of the choices among the tied one at least is a best set.
          const { best } = bestSets(district)
          const within = best
            .map(set => next.ids.filter(id => set.includes(id)))
            .filter(ids => ids.length === next.open)
          ties.push(tie(next.ids, within[pick % within.length]!, i + 1))
        }
        const list = decided(district, ties)
        const { added, best } = bestSets(district)
        expect(idsOf(list, 'tied')).toEqual([])
        const nominated = idsOf(list, 'nominated').filter(id => !added.includes(id))
        expect(best.map(sorted)).toContainEqual(sorted(nominated))
      }),
      runs,
    )
  })

  it('a ruling about others than are tied, or for another number of places, changes nothing', () => {
    fc.assert(
      fc.property(given, fc.nat(), (district, pick) => {
        const before = decided(district)
        const [first] = tiesIn(before)
        if (!first) return
        const { ids, open } = first
        const stranger = district.candidates.map(c => c.id).find(id => !ids.includes(id))
        const others = [
          tie(ids.slice(1), ids.slice(1, 1 + open)),
          tie(ids, ids.slice(0, open + 1)),
          tie(ids, ids.slice(0, open - 1)),
          ...(stranger === undefined ? [] : [tie([...ids, stranger], ids.slice(0, open))]),
        ]
        expect(decided(district, [others[pick % others.length]!])).toEqual(before)
      }),
      runs,
    )
  })

  it('ranks do not hang on who was added or dropped', () => {
    fc.assert(
      fc.property(given, district => {
        const ranks = (g: Given) => decided(g).map(p => [p.id, p.rank])
        expect(ranks(district)).toEqual(ranks({ ...district, hands: [] }))
      }),
      runs,
    )
  })

  it('the order of the candidates makes no difference', () => {
    fc.assert(
      fc.property(given, district => {
        const turned = {
          ...district,
          candidates: [...district.candidates].reverse(),
          hands: [...district.hands].reverse(),
        }
        const brief = (list: ReturnType<typeof decided>) =>
          list.map(p => [p.id, p.rank, p.decision]).sort((a, b) => Number(a[0]) - Number(b[0]))
        expect(brief(decided(turned))).toEqual(brief(decided(district)))
      }),
      runs,
    )
  })
})

describe('what the share costs', () => {
  it('is the difference between the best set that holds it and the best of all', () => {
    fc.assert(
      fc.property(given, district => {
        const list = decided(district)
        const listed = list.map((p, i) => ({
          ...{ id: p.id, rank: p.rank, for_profit: district.candidates[i]!.for_profit },
          by_hand: district.candidates[i]!.failures.length === 0 ? (district.hands[i] ?? null) : null,
        }))
        const { relaxed } = district
        const cost = shareCost(listed, district.places, { share: 50, relaxed })
        const held = bestSets({ ...district, share: 50 })
        const strict = bestSets({ ...district, share: 50, relaxed: false })
        const without = bestSets({ ...district, share: 0, relaxed: false })
        expect(cost.size).toBe(strict.best[0]!.length + strict.added.length)
        if (held.best.length > 1 || without.best.length > 1) {
          expect(cost.pairs).toEqual([])
          return
        }
        const [kept, free] = [held.best[0]!, without.best[0]!]
        expect(sorted(cost.pairs.map(p => p.out))).toEqual(sorted(free.filter(id => !kept.includes(id))))
        const ins = cost.pairs.flatMap(p => (p.in === null ? [] : [p.in]))
        expect(sorted(ins)).toEqual(sorted(kept.filter(id => !free.includes(id))))
      }),
      runs,
    )
  })

  const cases: [string, string, number, { in: number | null; out: number }[]][] = [
    ['one of one: a public body gives way', 'p95 f93', 1, [{ in: 2, out: 1 }]],
    ['two: one may be public', 'p95 f93 f90', 2, []],
    ['two public ones before: the second gives way', 'p95 p94 f90', 2, [{ in: 3, out: 2 }]],
    ['three: two must be for-profit', 'p95 p94 f93 f90', 3, [{ in: 4, out: 2 }]],
    [
      'three public ones before: two give way, better ones first',
      'p95 p94 p93 f90 f80',
      3,
      [
        { in: 4, out: 2 },
        { in: 5, out: 3 },
      ],
    ],
    [
      'all public: every place stays empty',
      'p95 p94',
      2,
      [
        { in: null, out: 1 },
        { in: null, out: 2 },
      ],
    ],
    [
      'one for-profit of three: one public gives way, one place stays empty',
      'p95 p94 p93 f60',
      3,
      [
        { in: 4, out: 2 },
        { in: null, out: 3 },
      ],
    ],
    ['enough for-profit ones: nothing', 'f95 f94 p93', 3, []],
    ['a tie in either set: nobody is in or out yet', 'p95 p95 f60', 2, []],
  ]
  it.each(cases)('%s', (_, list, places, pairs) => {
    const words = list.split(' ')
    const rank = (word: string) => words.filter(w => Number(w.slice(1)) > Number(word.slice(1))).length + 1
    const listed = words.map((word, i) => ({
      ...{ id: i + 1, rank: rank(word), for_profit: word[0] === 'f', by_hand: null },
    }))
    expect(shareCost(listed, places, { share: 50, relaxed: false }).pairs).toEqual(pairs)
  })
})

describe('by hand', () => {
  const pool = (list: string, places: number, hands: Given['hands'] = []): Given => ({
    candidates: list.split(' ').map((word, i) => {
      const total = Number(word.slice(1)) * 100
      const is = { id: i + 1, name: word, for_profit: word[0] === 'f' }
      return { ...is, total, keys: [total], failures: [] }
    }),
    places,
    hands,
    share: 50,
    relaxed: false,
  })
  const words = (district: Given, ties: readonly Ruling[] = []) =>
    decided(district, ties)
      .map(p => p.decision)
      .join(' ')

  it('relaxed: no place stays empty, and the for-profit ones that there are come first up to the share', () => {
    const relaxed = (list: string, places: number) => words({ ...pool(list, places), relaxed: true })
    expect(words(pool('p95 p94 p93 f60', 3))).toBe('nominated passed_over passed_over nominated')
    expect(relaxed('p95 p94 p93 f60', 3)).toBe('nominated nominated passed_over nominated')
    expect(relaxed('p95 p94', 2)).toBe('nominated nominated')
    expect(relaxed('p95 p94 f60 f50', 2)).toBe('nominated passed_over nominated passed_over')
  })

  it('an added one takes the place of the last', () => {
    expect(words(pool('f95 f90 f80', 2, [null, null, 'add']))).toBe('nominated passed_over nominated')
  })

  it('more added than places: nobody else is chosen, and all of them stay', () => {
    expect(words(pool('f95 f90 f80', 1, [null, 'add', 'add']))).toBe('passed_over nominated nominated')
  })

  it('an added public body counts for the share of the others', () => {
    expect(words(pool('p95 f90 f80', 2, ['add', null, null]))).toBe('nominated nominated passed_over')
    expect(words(pool('p95 p94 f80', 2, ['add', null, null]))).toBe('nominated passed_over nominated')
  })

  it('a dropped one makes room for the next', () => {
    expect(words(pool('f95 f90 f80', 2, ['drop', null, null]))).toBe('dropped nominated nominated')
  })

  it('a tie settled puts the chosen before the others, and says how', () => {
    const district = pool('f95 f80 f80 f80', 2)
    const list = decided(district, [tie([2, 3, 4], [3])])
    expect(list.map(p => [p.decision, p.rank])).toEqual([
      ['nominated', 1],
      ['passed_over', 3],
      ['nominated', 2],
      ['passed_over', 3],
    ])
    const by = { ruling: 9, method: 'vote', reason: '局务会', signer: '样局长', on: '2013-11-04' }
    expect(list[2]!.reason).toMatchObject({ is: 'nominated', place: 2, settled: by })
    expect(list[1]!.reason).toEqual({ is: 'settled', by })
  })

  it('a choice among the tied that the share does not allow leaves the tie open', () => {
    const district = pool('p80 p80 f80 f80', 2)
    expect(words(district)).toBe('tied tied tied tied')
    const all = [1, 2, 3, 4]
    expect(words(district, [tie(all, [1, 2])])).toBe('tied tied tied tied')
    expect(words(district, [tie(all, [1, 3])])).toBe('nominated passed_over nominated passed_over')
    expect(words(district, [tie(all, [3, 4])])).toBe('passed_over passed_over nominated nominated')
  })

  it('gates that are switched off are named on whom they would keep out', () => {
    const gate = { name: '从业满36个月', clause: 'default', reason: { is: 'no_total' as const }, records: [] }
    const district = pool('f95 f90', 2)
    district.candidates[1]!.despite = [gate]
    const [first, second] = decided(district)
    expect(first!.reason.despite).toBeUndefined()
    expect(second!.reason).toMatchObject({ is: 'nominated', despite: [gate] })
  })
})
