// Exact decimals and ratios, against an oracle that divides digit by digit as a person with a pencil does.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lesserRatio,
  parseScaled,
  percentText,
  pointsText,
  ratioText,
  roundHalfUp,
  scaledText,
  weightedMean,
} from '../../src/domain/exact.ts'

fc.configureGlobal({ seed: 20131031 })

/** n/d as decimal digits by long division: the whole part and `places` + 1 further digits. */
function longDivision(n: bigint, d: bigint, places: number): { digits: string; next: number } {
  let digits = (n / d).toString()
  let rest = n % d
  for (let i = 0; i < places; i++) {
    rest *= 10n
    digits += (rest / d).toString()
    rest %= d
  }
  return { digits, next: Number((rest * 10n) / d) }
}

/** Half up by the first dropped digit, carried by hand. */
function roundedByHand(n: bigint, d: bigint, places: number): string {
  const { digits, next } = longDivision(n, d, places)
  return next >= 5 ? (BigInt(digits) + 1n).toString() : BigInt(digits).toString()
}

const natural = fc.bigInt({ min: 0n, max: 10n ** 15n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n })

describe('parseScaled', () => {
  it.each([
    ['0', 2, 0],
    ['4', 2, 400],
    ['4.25', 2, 425],
    ['4.2', 2, 420],
    ['4.2500', 2, 425],
    ['90.0', 2, 9000],
    ['0.05', 2, 5],
    ['007', 0, 7],
    ['42.000', 0, 42],
    ['1.234567', 6, 1_234_567],
    ['0.000001', 6, 1],
    ['999999999', 6, 999_999_999_000_000],
    ['0.29', 2, 29],
    ['1.15', 2, 115],
  ])('reads %s to %i decimals as %i', (text, places, value) => {
    expect(parseScaled(text, places)).toBe(value)
  })

  it.each([
    ['4.255', 2],
    ['0.1', 0],
    ['0.0000001', 6],
    ['4.2501', 2],
  ])('refuses %s at %i decimals instead of cutting it', (text, places) => {
    expect(parseScaled(text, places)).toBe('places')
  })

  it.each([
    '',
    ' ',
    '-1',
    '+1',
    '1e3',
    '1,000',
    '.5',
    '5.',
    '1.2.3',
    '½',
    '４',
    'NaN',
    '0x10',
    '1 000',
    ' 1',
  ])('refuses "%s": no plain decimal', text => {
    expect(parseScaled(text, 2)).toBe('format')
  })

  it('reads every decimal as the integer that its digits spell', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.array(fc.nat(9), { maxLength: 6 }), (whole, decimals) => {
        const text = decimals.length > 0 ? `${whole}.${decimals.join('')}` : String(whole)
        const spelled = Number(`${whole}${decimals.join('')}${'0'.repeat(6 - decimals.length)}`)
        expect(parseScaled(text, 6)).toBe(spelled)
      }),
    )
  })
})

describe('scaledText and pointsText', () => {
  it.each([
    [7775, 2, '77.75'],
    [0, 2, '0.00'],
    [5, 2, '0.05'],
    [50, 2, '0.50'],
    [100, 2, '1.00'],
    [-5, 2, '-0.05'],
    [-12345, 2, '-123.45'],
    [42, 0, '42'],
    [1, 6, '0.000001'],
    [12345678901234567890n, 2, '123456789012345678.90'],
  ])('writes %s with %i decimals as %s', (value, places, text) => {
    expect(scaledText(value, places)).toBe(text)
  })

  it.each([
    [10000, '100.00'],
    [425, '4.25'],
    [0, '0.00'],
    [null, null],
  ])('prints %s hundredths as %s', (hundredths, text) => {
    expect(pointsText(hundredths)).toBe(text)
  })
})

describe('roundHalfUp', () => {
  it.each([
    ['4.245', 4245n, 1000n, 425],
    ['4.2449', 42449n, 10000n, 424],
    ['1.875 (half of 3.75)', 375n, 200n, 188],
    ['3.125', 3125n, 1000n, 313],
    ['3.375', 27n, 8n, 338],
    ['2.675', 2675n, 1000n, 268],
    ['1.005', 1005n, 1000n, 101],
    ['0.005', 5n, 1000n, 1],
    ['0.0049', 49n, 10000n, 0],
    ['1/3', 1n, 3n, 33],
    ['2/3', 2n, 3n, 67],
    ['99.995', 99995n, 1000n, 10000],
    ['0', 0n, 7n, 0],
  ])('rounds %s to hundredths, halves up', (_, n, d, hundredths) => {
    expect(roundHalfUp({ n, d }, 2)).toBe(hundredths)
  })

  it('agrees with long division by hand at any number of decimals', () => {
    fc.assert(
      fc.property(natural, positive, fc.nat(6), (n, d, places) => {
        expect(String(roundHalfUp({ n: n % 10n ** 9n, d }, places))).toBe(
          roundedByHand(n % 10n ** 9n, d, places),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('never cuts a half: k/2 hundredths go to the next one', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), k => {
        expect(roundHalfUp({ n: BigInt(2 * k + 1), d: 200n }, 2)).toBe(k + 1)
      }),
    )
  })
})

describe('ratioText', () => {
  it.each([
    ['4.245 in full', 4245n, 1000n, 2, 6, '4.245'],
    ['4.25 without padding', 425n, 100n, 2, 6, '4.25'],
    ['4 with two decimals at least', 4n, 1n, 2, 6, '4.00'],
    ['4.4 with two decimals at least', 44n, 10n, 2, 6, '4.40'],
    ['one third cut at six', 1n, 3n, 2, 6, '0.333333'],
    ['two thirds rounded at six', 2n, 3n, 2, 6, '0.666667'],
    ['1 without decimals', 1n, 1n, 0, 6, '1'],
    ['10 without losing its zero', 10n, 1n, 0, 2, '10'],
    ['100 without losing its zeros', 100n, 1n, 0, 2, '100'],
    ['0', 0n, 5n, 0, 6, '0'],
    ['6/7', 6n, 7n, 0, 6, '0.857143'],
    ['0.6', 6n, 10n, 0, 6, '0.6'],
    ['99.995 percent at two', 99995n, 1000n, 0, 2, '100'],
  ])('writes %s', (_, n, d, least, most, text) => {
    expect(ratioText({ n, d }, least, most)).toBe(text)
  })

  it('writes exactly two decimals when at least and at most two are wanted', () => {
    expect(ratioText({ n: 1n, d: 2n }, 2, 2)).toBe('0.50')
  })
})

describe('lesserRatio', () => {
  it.each([
    ['1/3 is less than 0.34', 1n, 3n, 34n, 100n, 'first'],
    ['1.875 is less than 1.8750001', 18750001n, 10000000n, 1875n, 1000n, 'second'],
    ['7.5 is less than 100/13', 15n, 2n, 100n, 13n, 'first'],
  ])('%s', (_, an, ad, bn, bd, lesser) => {
    const [a, b] = [
      { n: an, d: ad },
      { n: bn, d: bd },
    ]
    expect(lesserRatio(a, b)).toEqual(lesser === 'first' ? a : b)
  })
})

type Fraction = readonly [bigint, bigint]
const add = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]]
const times = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]]
const over = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1], a[1] * b[0]]

describe('weightedMean', () => {
  it.each([
    // Indicator 18 of the worked example: (10·4.5 + 60·4.125 + 30·4.4) / 100 = 4.245
    [
      'self 4.5, experts 4.25 and 4, public 4.4',
      [
        [450, 1, 10],
        [825, 2, 60],
        [440, 1, 30],
      ],
      4245n,
      10n,
    ],
    ['one kind alone takes the whole weight', [[675, 1, 30]], 675n, 1n],
    [
      'self and two experts, 10 and 60',
      [
        [350, 1, 10],
        [675, 2, 60],
      ],
      23750n,
      70n,
    ],
    ['three sheets of one kind', [[1000, 3, 60]], 1000n, 3n],
    [
      'a kind of weight zero changes nothing',
      [
        [400, 1, 10],
        [100, 1, 0],
      ],
      400n,
      1n,
    ],
  ])('%s', (_, parts, n, d) => {
    const mean = weightedMean(
      parts.map(([sum, count, weight]) => ({ sum: sum!, count: count!, weight: weight! })),
    )
    expect(mean.n * d).toBe(n * mean.d)
  })

  it('is the sum of weight × mean over the sum of weights, as plain fractions', () => {
    const part = fc.record({
      sum: fc.nat(100_000_000),
      count: fc.integer({ min: 1, max: 9 }),
      weight: fc.integer({ min: 1, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        let top: Fraction = [0n, 1n]
        let weights: Fraction = [0n, 1n]
        for (const { sum, count, weight } of parts) {
          const w: Fraction = [BigInt(weight), 1n]
          top = add(top, times(w, [BigInt(sum), BigInt(count)]))
          weights = add(weights, w)
        }
        const [n, d] = over(top, weights)
        const mean = weightedMean(parts)
        expect(mean.n * d).toBe(n * mean.d)
      }),
    )
  })

  it('lies between the least and the greatest of its parts', () => {
    const part = fc.record({
      sum: fc.nat(1000),
      count: fc.constant(1),
      weight: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        const { n, d } = weightedMean(parts)
        const sums = parts.map(p => BigInt(p.sum)).sort((a, b) => (a < b ? -1 : 1))
        expect(n >= sums[0]! * d && n <= sums.at(-1)! * d).toBe(true)
      }),
    )
  })
})

describe('a rate', () => {
  it.each([
    [0, 0, null],
    [0, 3, '0'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [3, 3, '100'],
    [19_999, 20_000, '99.99'],
    [99_999, 100_000, '99.99'],
    [12_975, 15_069, '86.1'],
  ])('%i of %i is %s per cent', (n, of, expected) => {
    expect(percentText(n, of)).toBe(expected)
  })
})
