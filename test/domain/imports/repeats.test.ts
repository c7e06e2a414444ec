// Whether anything came twice, against a set that keeps the texts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Repeats } from '../../../src/domain/imports/repeats.ts'

function told(texts: readonly string[], expected = texts.length): boolean {
  const repeats = new Repeats(expected)
  for (const text of texts) repeats.add(text)
  return repeats.any
}

describe('repeats', () => {
  it('are told as a set tells them', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '\0'),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), texts => {
        expect(told(texts)).toBe(new Set(texts).size < texts.length)
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  const codes = (n: number) =>
    Array.from({ length: n }, (_, i) => `9111010${String(i * 7).padStart(11, '0')}`)
  it('none among two hundred thousand codes that differ in their digits', () =>
    expect(told(codes(200_000))).toBe(false))

  it.each([0, 1, 99_999])('the one that comes again, whichever: %i', i => {
    const all = codes(100_000)
    expect(told([...all, all[i]!])).toBe(true)
  })

  it('none in short names and numbers that run on', () => {
    const all = Array.from({ length: 100_000 }, (_, i) => [`${i}`, `第${i}公司`, `110101 第${i}公司`]).flat()
    expect(told(all.slice(0, 250_000))).toBe(false)
  })

  it('are found in a file that holds a fourth more than was expected', () => {
    const all = codes(100_000)
    expect(told(all, 80_000)).toBe(false)
    expect(told([...all, all[7]!], 80_000)).toBe(true)
  })

  it.each([
    ['many more texts come than were expected', 10_000],
    ['too many are expected', 3_000_000],
  ])('are left to the database where %s', (_, expected) => expect(told(codes(100_000), expected)).toBe(true))
})
