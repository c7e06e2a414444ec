// The methods by which places are split, and what a unit that has so many claims for its next one. Claims are compared
// as ratios of integers only; what the methods are called is the literature's word.
import { ratioText, scaledText } from '../exact.ts'

export const COMPUTED = [
  'largest-remainder',
  'dhondt',
  'sainte-lague',
  'adams',
  'dean',
  'huntington-hill',
] as const
export type Computed = (typeof COMPUTED)[number]
/** `fixed`: places are as a table gives them. */
export const METHODS = [...COMPUTED, 'fixed'] as const
export type Method = (typeof METHODS)[number]

/** What claims of one allotment follow from: weights are integers over `scale`, which they have in common. */
export interface Basis {
  method: Computed
  seats: number
  weights: readonly bigint[]
  scale: bigint
  /** Sum of the weights. */
  total: bigint
}

/**
 * A claim as n / d; of Huntington–Hill it is the square. With d zero it comes before all others, the larger weight
 * first: Adams, Dean and Huntington–Hill give everybody of positive weight a first place.
 */
export interface Claim {
  n: bigint
  d: bigint
}

/** The claim of a unit to one more place than it has; all of one method have the same scale. */
export function claimOf({ method, seats, weights, total }: Basis, unit: number, had: number): Claim {
  const w = weights[unit]!
  const n = BigInt(had)
  switch (method) {
    case 'largest-remainder':
      return { n: w * BigInt(seats) - n * total, d: total }
    case 'dhondt':
      return { n: w, d: n + 1n }
    case 'sainte-lague':
      return { n: w, d: 2n * n + 1n }
    case 'adams':
      return { n: w, d: n }
    case 'dean':
      return had === 0 ? { n: w, d: 0n } : { n: w * (2n * n + 1n), d: 2n * n * (n + 1n) }
    case 'huntington-hill':
      return { n: w * w, d: n * (n + 1n) }
  }
}

/** More than zero where the first comes before the second. */
export function compareClaims(a: Claim, b: Claim): bigint {
  if (a.d !== 0n && b.d !== 0n) return a.n * b.d - b.n * a.d
  if (a.d === 0n && b.d === 0n) return a.n - b.n
  return a.d === 0n ? 1n : -1n
}

/** Whether a place is a first one, which no claim measures. */
export function isFirst(method: Computed, had: number): boolean {
  return had === 0 && (method === 'adams' || method === 'dean' || method === 'huntington-hill')
}

/** A weight as it is: a decimal where it has an end, else a fraction. */
export function weightText({ weights, scale }: Pick<Basis, 'weights' | 'scale'>, unit: number): string {
  return exactText(weights[unit]!, scale)
}

export function exactText(n: bigint, scale: bigint): string {
  const digits = scale.toString()
  if (!/^10*$/.test(digits)) return `(${n}/${scale})`
  const text = scaledText(n, digits.length - 1)
  return digits.length === 1 ? text : text.replace(/\.?0+$/, '')
}

/** The claim as it is worked out, exact: `127.42/3`, `127.42×90/1055.62-10`. */
export function claimFormula(
  basis: Basis,
  unit: number,
  had: number,
  w: string = weightText(basis, unit),
): string {
  switch (basis.method) {
    case 'largest-remainder':
      return `${w}×${basis.seats}/${exactText(basis.total, basis.scale)}-${had}`
    case 'dhondt':
      return `${w}/${had + 1}`
    case 'sainte-lague':
      return `${w}/${2 * had + 1}`
    case 'adams':
      return had === 0 ? w : `${w}/${had}`
    case 'dean':
      return had === 0 ? w : `${w}×${2 * had + 1}/${2 * had * (had + 1)}`
    case 'huntington-hill':
      return had === 0 ? w : `${w}/√${had * (had + 1)}`
  }
}

const CLAIM_DECIMALS = 6
const STEPS = 10n ** BigInt(CLAIM_DECIMALS)

/** The claim as a decimal, rounded half up; of a first place the weight. */
export function claimDecimal(basis: Basis, unit: number, had: number): string {
  const { n, d } = claimOf(basis, unit, had)
  const { method, scale } = basis
  if (d === 0n) return decimalOf(basis.weights[unit]!, scale)
  if (method === 'largest-remainder') return decimalOf(n, d)
  if (method !== 'huntington-hill') return decimalOf(n, d * scale)
  // The root of the square, to half a step, so that it rounds as the others.
  const half = wholeRoot((4n * STEPS * STEPS * n) / (d * scale * scale))
  return scaledText((half + 1n) / 2n, CLAIM_DECIMALS)
}

/** n / d of either sign, with six decimals. */
export function decimalOf(n: bigint, d: bigint): string {
  const scaled = (2n * STEPS * (n < 0n ? -n : n) + d) / (2n * d)
  return scaledText(n < 0n ? -scaled : scaled, CLAIM_DECIMALS)
}

/** The greatest integer whose square is not above x. */
function wholeRoot(x: bigint): bigint {
  if (x < 2n) return x
  // Any start that is not below the root leads to it.
  let root = 1n << BigInt(2 * x.toString(16).length)
  for (;;) {
    const better = (root + x / root) >> 1n
    if (better >= root) return root
    root = better
  }
}

/** What a unit would have if places could be cut: weight × seats ÷ total. */
export function quotaText({ weights, seats, total }: Basis, unit: number): string | null {
  return total === 0n ? null : ratioText({ n: weights[unit]! * BigInt(seats), d: total }, 0, CLAIM_DECIMALS)
}
