// Claims as floating-point numbers, only to see which of two that are well apart is the greater: most are, and exact
// fractions are slow. Two that are not, or that numbers hold badly, are left to the exact claims.
import type { Basis } from './method.ts'

/** The claim of a unit to one more place than it has, of the greatest weight's; NaN where numbers hold it badly. */
export type NearClaim = (unit: number, had: number) => number

/** Each number is within a few 2^-52 of its claim; so much apart leaves no doubt. */
const APART = 2 ** -40
/** Below it numbers lose digits. */
const LEAST = 2 ** -900

/** False of NaN. */
export function areApart(a: number, b: number): boolean {
  return Math.abs(a - b) > APART * Math.max(Math.abs(a), Math.abs(b))
}

export function nearClaims(basis: Basis): NearClaim {
  const { method, weights, seats, total } = basis
  if (method === 'largest-remainder') {
    const [whole, all] = [BigInt(seats), Number(total)]
    // A difference of two that are nearly equal would keep none of their digits: it is exact first, and then a number.
    return (unit, had) => held(Number(weights[unit]! * whole - BigInt(had) * total) / all)
  }
  const most = Number(weights.reduce((a, b) => (b > a ? b : a), 0n))
  const shares = weights.map(weight => Number(weight) / most)
  /** Before all others: no share is above 1. */
  const first = (share: number) => 2 + share
  const claims: Record<Exclude<Basis['method'], 'largest-remainder'>, (w: number, n: number) => number> = {
    dhondt: (w, n) => w / (n + 1),
    'sainte-lague': (w, n) => w / (2 * n + 1),
    adams: (w, n) => (n === 0 ? first(w) : w / n),
    dean: (w, n) => (n === 0 ? first(w) : (w * (2 * n + 1)) / (2 * n * (n + 1))),
    'huntington-hill': (w, n) => (n === 0 ? first(w) : (w * w) / (n * (n + 1))),
  }
  const claim = claims[method]
  return (unit, had) => held(claim(shares[unit]!, had))
}

function held(near: number): number {
  return Math.abs(near) >= LEAST && Number.isFinite(near) ? near : Number.NaN
}
