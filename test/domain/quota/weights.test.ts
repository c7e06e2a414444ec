// Weights put on one scale without rounding, and totals by ratio.
import { describe, expect, it } from 'vitest'
import { allot } from '../../../src/domain/quota/allot.ts'
import { compareMethods } from '../../../src/domain/quota/compare.ts'
import { explainUnit } from '../../../src/domain/quota/explain.ts'
import { exactText } from '../../../src/domain/quota/method.ts'
import { combine, readDecimal, readRatio, seatsByRatio } from '../../../src/domain/quota/weights.ts'
import { ALABAMA_1880 } from './censuses.ts'

const decimals = (...texts: string[]) => texts.map(text => readDecimal(text)!)

describe('a number', () => {
  it.each([
    ['127.42', '127.42'],
    ['1,412,120,000', '1412120000'],
    ['１２.50', '12.5'],
    ['007', '7'],
    ['900719925474099300000', '900719925474099300000'],
  ])('%s is read as %s', (text, wanted) => {
    const { digits, places } = readDecimal(text)!
    expect(exactText(digits, 10n ** BigInt(places))).toBe(wanted)
  })

  it.each(['', '-1', '1e3', '12,34', '1.', '.5', '五', '1.2.3', '0x10'])('"%s" is none', text => {
    expect(readDecimal(text)).toBeNull()
  })
})

describe('weights', () => {
  it('of one factor are its values over one scale', () => {
    expect(combine([{ weight: 7n, values: decimals('127.42', '116.2', '3') }])).toEqual({
      values: [12742n, 11620n, 300n],
      scale: 100n,
    })
  })

  it('of several are their shares, each counted as it weighs', () => {
    // 7 × (1/3, 2/3) + 3 × (3/4, 1/4) over 10: 55/120 and 65/120, that is 11/24 and 13/24.
    const found = combine([
      { weight: 7n, values: decimals('10', '20') },
      { weight: 3n, values: decimals('1.5', '0.5') },
    ])
    expect(found).toEqual({ values: [11n, 13n], scale: 24n })
  })
})

describe('a total by ratio', () => {
  const weights = combine([{ weight: 1n, values: decimals('110', '89.5') }])
  it.each([
    ['5%', 9n],
    ['0.05', 9n],
    ['100%', 199n],
    ['0.5%', 0n],
  ])('%s of 199.5 is %s', (text, wanted) => {
    expect(seatsByRatio(readRatio(text)!, weights)).toBe(wanted)
  })
  it.each(['0', '0%', '-5%', 'x', ''])('"%s" is no ratio', text => {
    expect(readRatio(text)).toBeNull()
  })
})

const states = Object.entries(ALABAMA_1880).map(([name, population]) => ({
  ...{ name, code: null, weight: BigInt(population), min: 1, max: null, used: 0 },
}))
const at = (unit: number) => states[unit]!.name

describe('compared', () => {
  it('1880: the larger total costs Alabama a seat by largest remainders, and nobody one by a divisor', () => {
    const [hamilton, webster, jefferson] = compareMethods(
      { units: states, scale: 1n, seats: 299 },
      ['largest-remainder', 'sainte-lague', 'dhondt'],
      1,
    )
    expect(hamilton!.paradoxes.map(p => ({ ...p, unit: at(p.unit) }))).toEqual([
      { unit: 'Alabama', from: 299, to: 300, before: 8, after: 7 },
    ])
    expect([webster!.paradoxes, jefferson!.paradoxes]).toEqual([[], []])
  })

  it('looks as far as asked: between 280 and 300 Florida loses one as well', () => {
    const of = (seats: number, range: number) =>
      compareMethods({ units: states, scale: 1n, seats }, ['largest-remainder'], range)[0]!.paradoxes.map(
        p => p.from,
      )
    expect([of(290, 3), of(290, 9), of(290, 10)]).toEqual([[], [286], [286, 299]])
  })

  it('tells who leaves the quota rule', () => {
    const units = [880, 24, 24, 24, 24, 24].map((weight, i) => ({
      ...{ name: `u${i}`, code: null, weight: BigInt(weight), min: 0, max: null, used: 0 },
    }))
    const [found] = compareMethods({ units, scale: 1n, seats: 50 }, ['dhondt'], 1)
    // 44 places would be its share; dividing favors the large one.
    expect(found!.violations).toEqual([{ unit: 0, seats: 45, lower: 44, upper: 44 }])
  })
})

describe('explained', () => {
  it('a unit has its quota, its steps, its next claim and what the last place was got by', () => {
    const answer = allot({ method: 'dhondt', seats: 8, units: states.slice(0, 3), scale: 1n })
    if (answer.is === 'infeasible') throw new Error('infeasible')
    // 1262505, 802525, 864694 with one place each: 631252.5, 432347, 420835, 401262.5, 315626.25 for the rest.
    expect(explainUnit(answer.allotment, 2)).toMatchObject({
      ...{ unit: 'California', seats: 2, weight: '864694', min: 1, tie: null },
      steps: [
        { place: 3, by: 'floor' },
        { place: 5, by: 'claim', claim: '864694/2', decimal: '432347.000000', next: 'Alabama' },
      ],
      claim: '864694/3',
      decimal: '288231.333333',
      last: { unit: 'Alabama', claim: '1262505/4', decimal: '315626.250000' },
    })
  })

  it('who is at the limit, or has no weight, has no claim', () => {
    const units = [
      { name: 'a', code: null, weight: 5n, min: 0, max: 1, used: 0 },
      { name: 'b', code: null, weight: 0n, min: 1, max: null, used: 0 },
      { name: 'c', code: null, weight: 1n, min: 0, max: null, used: 0 },
    ]
    const answer = allot({ method: 'adams', seats: 3, units, scale: 1n })
    if (answer.is === 'infeasible') throw new Error('infeasible')
    expect([0, 1, 2].map(i => explainUnit(answer.allotment, i).claim)).toEqual([null, null, '1/1'])
  })
})
