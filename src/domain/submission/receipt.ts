// The receipt code of a package: short enough to be read over the telephone, with a check character by which a misheard
// one is told from the code of another package. Every wrong character and every swap of neighbors is noticed.

/** Crockford's 32 characters: no I, L, O and U, which are heard or read as others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DATA = 9
const GROUP = 5

/** In: a digest in hex. Out: nine characters of it and the check character, as `7K2QM-0XV4D`. */
export function receiptOf(digest: string): string {
  const bits = BigInt(`0x${digest.slice(0, 12)}`) >> 3n
  const values = Array.from({ length: DATA }, (_, i) => Number((bits >> BigInt(5 * (DATA - 1 - i))) & 31n))
  return grouped([...values, checkOf(values)].map(value => ALPHABET[value]).join(''))
}

/**
 * A code as somebody heard and typed it: small letters, blanks and other dashes do no harm. `form`: no code at all;
 * `check`: a character is wrong, or two have changed places.
 */
export function readReceipt(typed: string): { receipt: string } | 'form' | 'check' {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const values = [...text].map(char => ALPHABET.indexOf(char))
  if (values.length !== DATA + 1 || values.includes(-1)) return 'form'
  if (checkOf(values.slice(0, DATA)) !== values[DATA]) return 'check'
  return { receipt: grouped(text) }
}

function grouped(text: string): string {
  return `${text.slice(0, GROUP)}-${text.slice(GROUP)}`
}

/**
 * The characters as numbers of the field of 32 elements, each multiplied by x once more than the one after it. A wrong
 * character changes the sum, because nothing but zero times something is zero; so does a swap, because no two neighbors
 * have the same weight.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum ^ value), 0)
}

/** Times x, modulo x^5 + x^2 + 1. */
function timesX(value: number): number {
  const shifted = value << 1
  return (shifted & 32) === 0 ? shifted : shifted ^ 0b100101
}
