// The receipt code: every wrong character and every swap of neighbors is noticed.

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readReceipt, receiptOf } from '../../../src/domain/submission/receipt.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
const samples = Array.from({ length: 200 }, (_, i) => receiptOf(digestOf(String(i))))
const read = (code: string) => {
  const found = readReceipt(code)
  return typeof found === 'string' ? found : found.receipt
}

/** Its characters without the dash. */
const chars = (code: string) => [...code.replace('-', '')]

describe('a receipt code', () => {
  it('is ten characters in two groups, from the first 45 bits of the digest', () => {
    expect(samples.every(code => /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(code))).toBe(true)
    expect(new Set(samples).size).toBe(samples.length)
    expect(receiptOf('0'.repeat(64))).toBe('00000-00000')
    // Only the last of the 45 bits is set: one behind eight zeros, and the check character x times it.
    expect(receiptOf(`00000000000${'8'}${'0'.repeat(52)}`)).toBe('00000-00012')
    expect(receiptOf(`00000000000${'7'}${'f'.repeat(52)}`)).toBe('00000-00000')
  })

  it('is read however it is typed', () => {
    for (const code of samples) {
      expect(read(code)).toBe(code)
      expect(read(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code)
      expect(read(chars(code).join('-'))).toBe(code)
      expect(read(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
      expect(read(code.replaceAll('1', 'I'))).toBe(code)
    }
  })

  it('with any one character wrong is noticed', () => {
    for (const code of samples.slice(0, 40)) {
      const right = chars(code)
      for (const [at, was] of right.entries()) {
        const wrong = ALPHABET.filter(c => c !== was).map(c => read(right.with(at, c).join('')))
        expect(new Set(wrong), code).toEqual(new Set(['check']))
      }
    }
  })

  it('with any two neighbors swapped is noticed', () => {
    for (const code of samples) {
      const right = chars(code)
      for (let at = 0; at + 1 < right.length; at++) {
        const [a, b] = [right[at]!, right[at + 1]!]
        if (a === b) continue
        expect(
          read(
            right
              .with(at, b)
              .with(at + 1, a)
              .join(''),
          ),
          code,
        ).toBe('check')
      }
    }
  })

  it.each(['', '12345', '12345-123456', '12345-1234U', '号码一二三', '*****-*****'])('is not %j', typed => {
    expect(readReceipt(typed)).toBe('form')
  })
})
