// Allotments: published ones as data, every method against one worked out plainly, and what must hold of all of them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Allotment, allot, sumOf, type Unit } from '../../../src/domain/quota/allot.ts'
import { COMPUTED, type Computed } from '../../../src/domain/quota/method.ts'
import { stepsOf, tiesOf } from '../../../src/domain/quota/steps.ts'
import { ALABAMA_1880, FIRST_CENSUS } from './censuses.ts'
import { plainly } from './pencil.ts'

const SEED = { seed: 1 }
const unit = (name: string, weight: number | bigint, more: Partial<Unit> = {}): Unit => ({
  ...{ name, code: null, weight: BigInt(weight), min: 0, max: null, used: 0 },
  ...more,
})
const named = (weights: Record<string, number>) => Object.entries(weights).map(([n, w]) => unit(n, w))

function split(method: Computed, units: readonly Unit[], seats: number): Allotment {
  const answer = allot({ method, seats, units, scale: 1n })
  if (answer.is === 'infeasible') throw new Error(JSON.stringify(answer.infeasible))
  return answer.allotment
}
const obstacle = (method: Computed, units: readonly Unit[], seats: number) => {
  const answer = allot({ method, seats, units, scale: 1n })
  return answer.is === 'infeasible' ? answer.infeasible : null
}

describe('published allotments', () => {
  // Four parties and eight seats, the example of most encyclopedias.
  const parties = named({ A: 100_000, B: 80_000, C: 30_000, D: 20_000 })
  it.each([
    ['dhondt', [4, 3, 1, 0]],
    ['sainte-lague', [3, 3, 1, 1]],
  ] as const)('four parties by %s', (method, seats) => {
    expect(split(method, parties, 8).seats).toEqual(seats)
  })

  // Balinski and Young, Fair Representation: six states and 36 seats, on which the five divisor methods all differ.
  const six = named({ A: 27_744, B: 25_178, C: 19_951, D: 14_610, E: 9_225, F: 3_292 })
  it.each([
    ['adams', [10, 9, 7, 5, 3, 2]],
    ['dean', [10, 9, 7, 5, 4, 1]],
    ['huntington-hill', [10, 9, 7, 6, 3, 1]],
    ['sainte-lague', [10, 9, 8, 5, 3, 1]],
    ['dhondt', [11, 9, 7, 5, 3, 1]],
    ['largest-remainder', [10, 9, 7, 5, 4, 1]],
  ] as const)('six states by %s', (method, seats) => {
    expect(split(method, six, 36).seats).toEqual(seats)
  })

  // Their other example: five states, 26,000 people and 26 seats.
  const five = named({ A: 9061, B: 7179, C: 5259, D: 3319, E: 1182 })
  it.each([
    ['adams', [9, 7, 5, 3, 2]],
    ['dean', [9, 7, 5, 4, 1]],
    ['huntington-hill', [9, 7, 6, 3, 1]],
    ['sainte-lague', [9, 8, 5, 3, 1]],
    ['dhondt', [10, 7, 5, 3, 1]],
    // 9.061, 7.179, 5.259, 3.319 and 1.182: one place is left for the greatest remainder, .319.
    ['largest-remainder', [9, 7, 5, 4, 1]],
  ] as const)('five states by %s', (method, seats) => {
    expect(split(method, five, 26).seats).toEqual(seats)
  })

  it('the first census: Hamilton’s bill of 120 seats and the 105 of the law that passed', () => {
    const states = named(FIRST_CENSUS)
    expect(sumOf(Object.values(FIRST_CENSUS))).toBe(3_615_920)
    expect(split('largest-remainder', states, 120).seats).toEqual([
      21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2,
    ])
    expect(split('dhondt', states, 105).seats).toEqual([19, 14, 13, 10, 10, 8, 7, 6, 5, 4, 2, 2, 2, 2, 1])
  })

  it('1880: one seat more in all takes one from Alabama, and gives one to Illinois and Texas', () => {
    // Every state has one at least, which Nevada owes to the constitution.
    const states = named(ALABAMA_1880).map(state => ({ ...state, min: 1 }))
    expect(sumOf(Object.values(ALABAMA_1880))).toBe(49_371_340)
    const of = (seats: number) => {
      const found = split('largest-remainder', states, seats).seats
      return Object.fromEntries(Object.keys(ALABAMA_1880).map((name, i) => [name, found[i]]))
    }
    expect(of(299)).toMatchObject({ Alabama: 8, Illinois: 18, Texas: 9 })
    expect(of(300)).toMatchObject({ Alabama: 7, Illinois: 19, Texas: 10 })
  })

  it('a new unit with its own places moves one between the others', () => {
    const two = named({ North: 1045, South: 8955 })
    expect(split('largest-remainder', two, 100).seats).toEqual([10, 90])
    expect(split('largest-remainder', [...two, unit('New', 525)], 105).seats).toEqual([11, 89, 5])
  })
})

describe('single rules', () => {
  it.each([
    ['adams', 2, [1, 1, 0, 0]],
    ['dean', 3, [1, 1, 1, 0]],
    ['huntington-hill', 4, [1, 1, 1, 1]],
    ['adams', 5, [2, 1, 1, 1]],
  ] as const)(
    '%s gives first places before all others, with %i places to the largest',
    (method, seats, wanted) => {
      expect(split(method, named({ a: 900, b: 50, c: 30, d: 20 }), seats).seats).toEqual(wanted)
    },
  )

  it.each(COMPUTED)('%s gives nothing to weight zero, but what a floor says', method => {
    const units = [unit('a', 10), unit('b', 0), unit('c', 0, { min: 2 })]
    expect(split(method, units, 6).seats).toEqual([4, 0, 2])
  })

  it('what was used is a floor, and a cap holds', () => {
    const units = [unit('a', 70, { max: 3 }), unit('b', 20, { used: 4, min: 1 }), unit('c', 10)]
    const found = split('largest-remainder', units, 10)
    expect(found.seats).toEqual([3, 4, 3])
    expect(stepsOf(found).map(s => [s.place, s.places, s.unit, s.by])).toEqual([
      [1, 4, 'b', 'used'],
      [5, 3, 'a', 'whole_quota'],
      [8, 1, 'c', 'whole_quota'],
      [9, 1, 'c', 'claim'],
      [10, 1, 'c', 'claim'],
    ])
  })

  it('floors that leave too little for the whole quotas are kept, and the greatest quotas served first', () => {
    const units = [unit('a', 60), unit('b', 38), unit('c', 1, { min: 2 }), unit('d', 1, { min: 2 })]
    expect(split('largest-remainder', units, 10).seats).toEqual([4, 2, 2, 2])
  })

  it('tells each place with its claim, and who would have been next', () => {
    const steps = stepsOf(split('sainte-lague', named({ A: 53, B: 24, C: 23 }), 3))
    expect(
      steps.map(s => [s.place, s.unit, s.claim, s.decimal, s.next, s.next_claim, s.next_decimal]),
    ).toEqual([
      [1, 'A', '53/1', '53.000000', 'B', '24/1', '24.000000'],
      [2, 'B', '24/1', '24.000000', 'C', '23/1', '23.000000'],
      [3, 'C', '23/1', '23.000000', 'A', '53/3', '17.666667'],
    ])
  })

  it.each([
    ['huntington-hill', '10/√6', '4.082483'],
    ['dean', '10×5/12', '4.166667'],
    ['adams', '10/2', '5.000000'],
    ['dhondt', '10/3', '3.333333'],
    ['sainte-lague', '10/5', '2.000000'],
  ] as const)('%s works its claim out as %s', (method, claim, decimal) => {
    const units = [unit('a', 10, { min: 2, max: 3 }), unit('b', 10, { min: 5, max: 6 })]
    const steps = stepsOf(split(method, units, 9))
    expect(steps).toContainEqual(expect.objectContaining({ unit: 'a', claim, decimal }))
  })

  it('largest-remainder works its claim out as the quota less what is held', () => {
    const steps = stepsOf(split('largest-remainder', named({ a: 13, b: 7 }), 9))
    expect(steps.at(-1)).toMatchObject({ unit: 'a', claim: '13×9/20-5', decimal: '0.850000', next: 'b' })
  })

  it('weights that differ only beyond what a binary number holds are told apart', () => {
    const units = [unit('a', 9_007_199_254_740_992n), unit('b', 9_007_199_254_740_993n)]
    for (const method of COMPUTED) {
      const found = split(method, units, 3)
      expect([method, found.seats, found.ties], method).toEqual([method, [1, 2], []])
    }
  })

  it('a tie gives its places to nobody and names all who share it', () => {
    const found = split('dhondt', named({ a: 6, b: 3, c: 3, d: 1 }), 2)
    // 6, then 6/2 = 3/1 = 3/1 for the second place.
    expect(found.seats).toEqual([1, 0, 0, 0])
    expect(found.total).toBe(1)
    expect(tiesOf(found)).toEqual([{ units: ['a', 'b', 'c'], open: 1, claim: '6/2', decimal: '3.000000' }])
  })
})

describe('what cannot be', () => {
  it.each([
    ['floors', [unit('a', 1, { min: 3 }), unit('b', 1), unit('c', 1, { used: 2 })], 4, [5, 4, 1], [0, 2]],
    ['caps', [unit('a', 1, { max: 3 }), unit('b', 5, { max: 1 }), unit('c', 0)], 7, [7, 4, 3], [0, 1]],
    ['weights', [unit('a', 0, { min: 1 }), unit('b', 0)], 3, [3, 1, 2], [0, 1]],
  ] as const)('%s', (constraint, units, seats, [needed, available, by], concerned) => {
    for (const method of COMPUTED)
      expect(obstacle(method, units, seats)).toEqual({
        ...{ constraint, needed, available, by },
        units: concerned,
      })
  })

  it('no places are split as none, and floors that are the total as they are', () => {
    for (const method of COMPUTED) {
      expect(split(method, named({ a: 1, b: 2 }), 0).seats).toEqual([0, 0])
      expect(split(method, [unit('a', 0, { min: 2 }), unit('b', 0)], 2).seats).toEqual([2, 0])
    }
  })
})

/** Few different weights, so that ties are frequent. */
const problemOf = (weight: fc.Arbitrary<number>) =>
  fc.record({
    units: fc.array(
      fc.record({
        weight,
        min: fc.integer({ min: 0, max: 2 }),
        room: fc.option(fc.integer({ min: 0, max: 6 })),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    seats: fc.integer({ min: 0, max: 25 }),
    method: fc.constantFrom(...COMPUTED),
  })
const bounded = (given: readonly { weight: number; min: number; room: number | null }[]) =>
  given.map(({ weight, min, room }, i) =>
    unit(`u${i}`, weight, { min, max: room === null ? null : min + room }),
  )
const free = fc.record({
  units: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 7 }),
  seats: fc.integer({ min: 0, max: 40 }),
})
const weigh = (weights: readonly number[]) => weights.map((w, i) => unit(`u${i}`, w))

describe('always', () => {
  it.each([
    ['few weights', fc.integer({ min: 0, max: 6 })],
    ['many weights', fc.integer({ min: 0, max: 1_000_000 })],
  ] as const)('is what a plain list of all claims gives (%s)', (_, weight) => {
    fc.assert(
      fc.property(problemOf(weight), ({ units: given, seats, method }) => {
        const units = bounded(given)
        const answer = allot({ method, seats, units, scale: 1n })
        const least = sumOf(units.map(u => u.min))
        const most = sumOf(units.map(u => (u.weight === 0n ? u.min : (u.max ?? Infinity))))
        expect(answer.is === 'infeasible').toBe(least > seats || most < seats)
        if (answer.is === 'infeasible') return
        const { allotment } = answer
        const plain = plainly(method, units, seats)
        const [tie] = allotment.ties
        expect([allotment.seats, tie?.units ?? [], tie?.open ?? 0]).toEqual([
          ...[plain.seats, plain.tied, plain.open],
        ])
      }),
      { ...SEED, numRuns: 1500 },
    )
  })

  it('gives the total, keeps floors and caps, and counts its steps', () => {
    fc.assert(
      fc.property(problemOf(fc.integer({ min: 0, max: 9 })), ({ units: given, seats, method }) => {
        const units = bounded(given)
        const answer = allot({ method, seats, units, scale: 1n })
        if (answer.is === 'infeasible') return
        const { allotment } = answer
        const open = allotment.ties[0]?.open ?? 0
        expect([allotment.total + open, sumOf(allotment.seats)]).toEqual([seats, allotment.total])
        const steps = stepsOf(allotment)
        units.forEach(({ name, min, max }, i) => {
          expect(allotment.seats[i]).toBeGreaterThanOrEqual(min)
          expect(allotment.seats[i]).toBeLessThanOrEqual(max ?? Infinity)
          const own = steps.filter(s => s.unit === name)
          expect(sumOf(own.map(s => s.places))).toBe(allotment.seats[i])
        })
        // Places are numbered through.
        let place = 1
        for (const step of steps) {
          expect(step.place).toBe(place)
          place += step.places
        }
      }),
      SEED,
    )
  })

  it('is the same by name whatever the order of the rows, and whatever the names', () => {
    const turned = problemOf(fc.integer({ min: 0, max: 5 })).chain(problem =>
      fc.record({
        problem: fc.constant(problem),
        order: fc.shuffledSubarray(
          problem.units.map((_, i) => i),
          {
            minLength: problem.units.length,
            maxLength: problem.units.length,
          },
        ),
      }),
    )
    fc.assert(
      fc.property(turned, ({ problem: { units: given, seats, method }, order }) => {
        const units = bounded(given)
        const ask = (all: readonly Unit[]) => {
          const answer = allot({ method, seats, units: all, scale: 1n })
          return answer.is === 'infeasible' ? null : answer.allotment
        }
        const one = ask(units)
        const other = ask(order.map(i => units[i]!))
        const renamed = ask(units.map(u => ({ ...u, name: `z${100 - Number(u.name.slice(1))}` })))
        if (one === null) {
          expect([other, renamed]).toEqual([null, null])
          return
        }
        expect(order.map(i => one.seats[i])).toEqual(other!.seats)
        const names = (a: Allotment) => a.ties.flatMap(t => t.units.map(i => a.units[i]!.name)).sort()
        expect(names(other!)).toEqual(names(one))
        const claims = (a: Allotment) => stepsOf(a).filter(s => s.claim !== null)
        expect(claims(other!)).toEqual(claims(one))
        expect(renamed!.seats).toEqual(one.seats)
      }),
      SEED,
    )
  })

  it('ties exactly those for whom the award is not unique', () => {
    fc.assert(
      fc.property(problemOf(fc.integer({ min: 1, max: 4 })), ({ units: given, seats, method }) => {
        const units = bounded(given)
        const answer = allot({ method, seats, units, scale: 1n })
        if (answer.is === 'infeasible') return
        const { allotment } = answer
        // Somebody ties if and only if a hair more weight gives it a place and a hair less takes it.
        const hair = (i: number, by: bigint) => {
          const moved = units.map((u, k) => ({ ...u, weight: u.weight * 1_000_000n + (k === i ? by : 0n) }))
          const found = allot({ method, seats, units: moved, scale: 1n })
          return found.is === 'infeasible' ? null : found.allotment
        }
        const tied = new Set(allotment.ties.flatMap(t => t.units))
        units.forEach((_, i) => {
          const [more, less] = [hair(i, 1n)!, hair(i, -1n)!]
          expect(more.seats[i]! > less.seats[i]!, `${i}`).toBe(tied.has(i))
        })
      }),
      SEED,
    )
  })

  const DIVISORS = COMPUTED.filter(m => m !== 'largest-remainder')
  it.each(DIVISORS)('%s: a larger total costs nobody a place', method => {
    fc.assert(
      fc.property(free, ({ units, seats }) => {
        const [less, more] = [seats, seats + 1].map(n => split(method, weigh(units), n))
        const open = new Set(more!.ties.flatMap(t => t.units))
        less!.seats.forEach((had, i) => {
          expect(more!.seats[i]! + (open.has(i) ? 1 : 0)).toBeGreaterThanOrEqual(had)
        })
      }),
      SEED,
    )
  })

  it.each(DIVISORS)('%s: who gains weight against another loses no place to it', method => {
    fc.assert(
      fc.property(free, fc.integer({ min: 1, max: 50 }), ({ units, seats }, by) => {
        const before = split(method, weigh(units), seats)
        const after = split(method, weigh(units.map((w, i) => (i === 0 ? w + by : w))), seats)
        const open = new Set(after.ties.flatMap(t => t.units))
        expect(after.seats[0]! + (open.has(0) ? 1 : 0)).toBeGreaterThanOrEqual(before.seats[0]!)
        for (let i = 1; i < units.length; i++) {
          const least = before.seats[i]! + (before.ties.some(t => t.units.includes(i)) ? 1 : 0)
          expect(after.seats[i]).toBeLessThanOrEqual(least)
        }
      }),
      SEED,
    )
  })

  it('largest remainder without floors never leaves the quota', () => {
    fc.assert(
      fc.property(free, ({ units, seats }) => {
        const total = sumOf(units)
        const found = split('largest-remainder', weigh(units), seats)
        units.forEach((w, i) => {
          const lower = Math.floor((w * seats) / total)
          const upper = (w * seats) % total === 0 ? lower : lower + 1
          expect(found.seats[i]).toBeGreaterThanOrEqual(lower)
          expect(found.seats[i]).toBeLessThanOrEqual(upper)
        })
      }),
      SEED,
    )
  })
})
