// Plate numbers counted on from the first.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { platesFrom } from '../../../src/domain/title/plates.ts'

it.each([
  ['P-0009', 3, ['P-0009', 'P-0010', 'P-0011']],
  ['P-9', 2, ['P-9', 'P-10']],
  ['P-9999', 2, ['P-9999', 'P-10000']],
  ['007', 2, ['007', '008']],
  ['　ｐ- 01', 1, ['Ｐ-01']],
  ['2013年12号牌7', 2, ['2013年12号牌7', '2013年12号牌8']],
  ['P-0001', 0, []],
  ['P-99999999999999999999', 2, ['P-99999999999999999999', 'P-100000000000000000000']],
  ['P-', 2, null],
  ['', 1, null],
] as [string, number, string[] | null][])('%s, %i of them: %j', (first, count, wanted) => {
  expect(platesFrom(first, count)).toEqual(wanted)
})

it('are all different, as many as wanted, and each begins where the one before ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 200 }), (from, count) => {
      const plates = platesFrom(`P-${String(from).padStart(4, '0')}`, count)!
      expect(new Set(plates).size).toBe(count)
      expect(platesFrom(plates.at(-1)!, 2)![1]).toBe(`P-${String(from + count).padStart(4, '0')}`)
    }),
    { seed: 1 },
  )
})
