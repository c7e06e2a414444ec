// Weights as exact integers over one scale: decimals as they are written, several factors as their weighted shares.
import { foldWidth } from '../text.ts'

/** A decimal, exact: `digits` over 10^`places`. */
export interface Decimal {
  digits: bigint
  places: number
}

/** Longer numbers are no weights of anything. */
const WHOLE = 30
const DECIMALS = 20

/** Reads a plain non-negative decimal, also with thousands marks; null for anything else. */
export function readDecimal(text: string): Decimal | null {
  const plain = foldWidth(text).trim()
  const marked = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(marked) ?? []
  if (whole === undefined || whole.length > WHOLE || decimals.length > DECIMALS) return null
  return { digits: BigInt(whole + decimals), places: decimals.length }
}

export interface Factor {
  /** How much it counts among the others. */
  weight: bigint
  /** Of each unit. */
  values: readonly Decimal[]
}

export interface Weights {
  values: bigint[]
  scale: bigint
}

/**
 * One factor is the weight itself. Of several, each counts by its unit's share of its sum: all over one denominator, so
 * that nothing is rounded. No sum may be zero then.
 */
export function combine(factors: readonly Factor[]): Weights {
  const scaled = factors.map(({ values }) => {
    const places = values.reduce((most, v) => Math.max(most, v.places), 0)
    return { places, values: values.map(v => v.digits * 10n ** BigInt(places - v.places)) }
  })
  const [one] = scaled
  if (one && scaled.length === 1) return { values: one.values, scale: 10n ** BigInt(one.places) }
  const sums = scaled.map(({ values }) => values.reduce((sum, v) => sum + v, 0n))
  const product = sums.reduce((all, sum) => all * sum, 1n)
  const counts = factors.reduce((sum, { weight }) => sum + weight, 0n)
  const values = scaled[0]!.values.map((_, unit) =>
    scaled.reduce((sum, f, k) => sum + factors[k]!.weight * f.values[unit]! * (product / sums[k]!), 0n),
  )
  const common = values.reduce(greatestDivisor, product * counts)
  return { values: values.map(v => v / common), scale: (product * counts) / common }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b)
}

/** `5%`, `0.05`: the whole part of so much of all weights (SW: windows by ratio; that it is rounded down is ours). */
export function seatsByRatio(ratio: Decimal, { values, scale }: Weights): bigint {
  const total = values.reduce((sum, v) => sum + v, 0n)
  return (ratio.digits * total) / (10n ** BigInt(ratio.places) * scale)
}

export function readRatio(text: string): Decimal | null {
  const percent = text.trim().endsWith('%')
  const read = readDecimal(percent ? text.trim().slice(0, -1) : text)
  if (read === null || read.digits === 0n) return null
  return percent ? { digits: read.digits, places: read.places + 2 } : read
}
