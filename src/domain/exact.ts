// Exact decimals as scaled integers and as ratios of integers. No binary floats: 4.245 is 4.245,
// and half of it rounds where a person with a pencil rounds it.

/** A non-negative rational number; `d` > 0. Not reduced: it lives only until its rounding. */
export interface Ratio {
  n: bigint
  d: bigint
}

/** Points in files and schemes are read as integers of one millionth. */
export const MICRO = 1_000_000

const DECIMAL = /^(\d+)(?:\.(\d+))?$/
/** Whole digits and decimals together, so that the integer is exact. */
const DIGITS = 15

/**
 * Reads a plain non-negative decimal ("4.25", "0", "90.0") as an integer of 10^-places.
 * Returns 'format' for anything else (signs, exponents, thousands marks) and 'places' when it has more
 * significant decimals than can be kept: cutting them would be a guess.
 */
export function parseScaled(text: string, places: number): number | 'format' | 'places' {
  const match = DECIMAL.exec(text)
  if (!match || match[1]!.length + places > DIGITS) return 'format'
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > places) return 'places'
  return Number(match[1]) * 10 ** places + Number(decimals.padEnd(places, '0') || '0')
}

/**
 * As `parseScaled` in millionths, with a minus before it if need be (also the typographic one); 'size' when it has more
 * whole digits than stay exact beside six decimals.
 */
export function parseDecimal(text: string): number | 'format' | 'places' | 'size' {
  const digits = text.replace(/^[-−]/, '')
  if (/^\d{10,}(\.\d+)?$/.test(digits)) return 'size'
  const value = parseScaled(digits, 6)
  return typeof value !== 'number' || value === 0 || digits === text ? value : -value
}

/** Millionths of either sign as a decimal text with as many decimals as it has: (-1_500_000) -> "-1.5". */
export function decimalText(micro: number | bigint): string {
  return scaledText(micro, 6).replace(/\.?0+$/, '')
}

/** Writes a scaled integer as a decimal text with exactly `places` decimals: (7775, 2) -> "77.75". */
export function scaledText(value: number | bigint, places: number): string {
  const digits = String(value < 0 ? -value : value).padStart(places + 1, '0')
  const sign = value < 0 ? '-' : ''
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Points as printed: hundredths to text with two decimals; null stays null. */
export function pointsText(hundredths: number): string
export function pointsText(hundredths: number | null): string | null
export function pointsText(hundredths: number | null): string | null {
  return hundredths === null ? null : scaledText(hundredths, 2)
}

/** Rounds a non-negative ratio to `places` decimals, halves up, as a scaled integer. */
export function roundHalfUp(ratio: Ratio, places: number): number {
  const scaled = 2n * ratio.n * 10n ** BigInt(places) + ratio.d
  return Number(scaled / (2n * ratio.d))
}

/** A ratio as a decimal text of at most `most` decimals (rounded half-up) and at least `least`. */
export function ratioText(ratio: Ratio, least: number, most: number): string {
  return shortText(roundHalfUp(ratio, most), least, most)
}

/** A scaled integer of `most` decimals as a decimal text of at least `least`: (4_250_000, 2, 6) -> "4.25". */
export function shortText(value: number, least: number, most: number): string {
  const text = scaledText(value, most)
  let end = text.length
  for (let cut = most - least; cut > 0 && text[end - 1] === '0'; cut--) end -= 1
  return text.slice(0, end).replace(/\.$/, '')
}

/** In per cent, to two places. Nothing of nothing has no rate, and 100 is said only of all. */
export function percentText(n: number, of: number): string | null {
  if (of === 0) return null
  const text = ratioText({ n: BigInt(n) * 100n, d: BigInt(of) }, 0, 2)
  return n < of && text === '100' ? '99.99' : text
}

export function lesserRatio(a: Ratio, b: Ratio): Ratio {
  return a.n * b.d <= b.n * a.d ? a : b
}

/**
 * The weighted mean of several groups of ratings, exact.
 * Each part: the sum of `count` ratings (scaled integers, all of one scale) and its integer weight.
 * At least one part must have a count and a weight above zero; the result has the parts' scale.
 */
export function weightedMean(parts: readonly { sum: number; count: number; weight: number }[]): Ratio {
  let n = 0n
  let d = 1n
  let weights = 0n
  for (const part of parts) {
    const count = BigInt(part.count)
    n = n * count + BigInt(part.sum) * BigInt(part.weight) * d
    d *= count
    weights += BigInt(part.weight)
  }
  return { n, d: d * weights }
}

/** The mean of integers; null of none. */
export function meanOf(values: readonly number[]): Ratio | null {
  if (values.length === 0) return null
  return { n: values.reduce((sum, value) => sum + BigInt(value), 0n), d: BigInt(values.length) }
}

/** The value in the middle, of an even number the mean of the two in the middle; null of none. */
export function medianOf(values: readonly number[]): Ratio | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor((sorted.length - 1) / 2)
  return { n: BigInt(sorted[middle]!) + BigInt(sorted[sorted.length - 1 - middle]!), d: 2n }
}
