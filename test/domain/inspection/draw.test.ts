// The draw against a second, naive one, and what it promises for every pool, ratio and list of inspectors.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawRules, draw, drawCode, drawnOf, type Pooled } from '../../../src/domain/inspection/draw.ts'

const SEED = { seed: 1 }
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const pools = fc.uniqueArray(
  fc.record({ code: fc.stringMatching(/^[0-9A-Z]{2,4}$/), district_code: fc.constantFrom('1', '2', '3') }),
  {
    minLength: 1,
    maxLength: 60,
    selector: agency => agency.code,
  },
)
const inspectors = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己庚'), { minLength: 2, maxLength: 7 })
const rules = fc.record({
  seed: fc.string({ minLength: 1 }),
  ratio: fc.integer({ min: 1, max: 1_000_000 }),
  inspectors,
})
const nobody = () => false

/** Who is drawn with whom, whatever the order of the rows. */
function drawnWith(pool: readonly Pooled[], given: Omit<DrawRules<Pooled>, 'avoids'>) {
  const { lots } = draw(pool, { ...given, avoids: nobody }, hash)
  return new Map(lots.flatMap(l => (l.officers === null ? [] : [[l.agency.code, l.officers] as const])))
}

describe('how many are drawn', () => {
  it.each([
    [20, 50_000, 1],
    [21, 50_000, 2],
    [1, 1, 1],
    [0, 500_000, 0],
    [3, 1_000_000, 3],
    // 5 % of 70 000 is whole, and one agency more makes it one more.
    [70_000, 50_000, 3500],
    [70_001, 50_000, 3501],
    // 0.1 + 0.2 of ten in binary would be four.
    [10, 300_000, 3],
    [1_000_000, 333_333, 333_333],
  ])('of %i at %i millionths: %i', (pool, ratio, drawn) => {
    expect(drawnOf(pool, ratio)).toBe(drawn)
  })
})

it.each([
  [{ uscc: 'U', license_no: 'L', id: 7 }, 'U'],
  [{ uscc: null, license_no: 'L', id: 7 }, 'L'],
  [{ uscc: null, license_no: null, id: 7 }, '7'],
])('an agency is drawn by %j', (agency, code) => {
  expect(drawCode(agency)).toBe(code)
})

describe('the draw', () => {
  it('known by hand: two of three, the lowest digests of seed and code', () => {
    // printf 's|A' | sha256sum and so on.
    const lots = ['A', 'B', 'C'].map(code => ({ code, digest: hash(`s|${code}`) }))
    lots.sort((a, b) => (a.digest < b.digest ? -1 : 1))
    const pool = ['C', 'A', 'B'].map(code => ({ code, district_code: '1' }))
    const given = { seed: 's', ratio: 400_000, inspectors: ['甲', '乙'], avoids: nobody }
    const { lots: drawn } = draw(pool, given, hash)
    expect(drawn.map(l => [l.agency.code, l.lot, l.position])).toEqual(
      lots.map(({ code, digest }, i) => [code, digest, i + 1]),
    )
    expect(drawn.map(l => l.officers !== null)).toEqual([true, true, false])
  })

  it('does not depend on the order of agencies or inspectors', () => {
    fc.assert(
      fc.property(pools, rules, fc.infiniteStream(fc.nat()), (pool, given, noise) => {
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map(value => ({ value, at: noise.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(one => one.value)
        const other = drawnWith(shuffled(pool), { ...given, inspectors: shuffled(given.inspectors) })
        expect(other).toEqual(drawnWith(pool, given))
      }),
      SEED,
    )
  })

  it('takes from each district the ratio of its pool, rounded up, and the lowest lots', () => {
    fc.assert(
      fc.property(pools, rules, (pool, given) => {
        const { lots } = draw(pool, { ...given, avoids: nobody }, hash)
        for (const district of ['1', '2', '3']) {
          const own = lots.filter(l => l.agency.district_code === district)
          const drawn = own.filter(l => l.officers !== null)
          expect(drawn.length).toBe(Number((BigInt(own.length * given.ratio) + 999_999n) / 1_000_000n))
          expect(own.slice(0, drawn.length)).toEqual(drawn)
          expect(own.map(l => l.lot)).toEqual(own.map(l => hash(`${given.seed}|${l.agency.code}`)).sort())
        }
        expect(lots).toHaveLength(pool.length)
      }),
      SEED,
    )
  })

  it('sends two different inspectors, and nobody over one agency more than another', () => {
    fc.assert(
      fc.property(pools, rules, (pool, given) => {
        const pairs = [...drawnWith(pool, given).values()]
        for (const [a, b] of pairs) expect(a).not.toBe(b)
        const loads = given.inspectors.map(name => pairs.filter(pair => pair.includes(name)).length)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
      SEED,
    )
  })

  it('sends nobody where he must not go, and tells where no pair is left', () => {
    const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(59)), { maxLength: 200 })
    fc.assert(
      fc.property(pools, rules, pairs, (pool, given, barred) => {
        const bars = new Set(
          barred.map(
            ([i, a]) => `${given.inspectors[i % given.inspectors.length]}|${pool[a % pool.length]!.code}`,
          ),
        )
        const avoids = (name: string, { code }: Pooled) => bars.has(`${name}|${code}`)
        const { lots, unpaired } = draw(pool, { ...given, avoids }, hash)
        for (const { agency, officers } of lots)
          for (const name of officers ?? []) expect(avoids(name, agency)).toBe(false)
        for (const agency of unpaired)
          expect(given.inspectors.filter(name => !avoids(name, agency)).length).toBeLessThan(2)
        const due = ['1', '2', '3'].map(d =>
          drawnOf(pool.filter(a => a.district_code === d).length, given.ratio),
        )
        const paired = lots.filter(l => l.officers !== null).length
        expect(paired + unpaired.length).toBe(due.reduce((a, b) => a + b))
      }),
      SEED,
    )
  })
})
