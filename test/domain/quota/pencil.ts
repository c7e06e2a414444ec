// Allotments worked out a second time, as slowly and plainly as can be: all claims in one list, sorted as fractions. It
// shares nothing with the rules.
import type { Computed } from '../../../src/domain/quota/method.ts'

export interface PlainUnit {
  weight: bigint
  min: number
  max: number | null
}

export interface Plain {
  /** Without places that tie. */
  seats: number[]
  tied: number[]
  open: number
}

/** The claim to a place when `had` are held, squared so that roots stay whole; d of 0 is before everything. */
function claim(method: Computed, w: bigint, had: number, seats: number, total: bigint): [bigint, bigint] {
  const k = BigInt(had)
  if (method === 'largest-remainder') return [w * BigInt(seats) - k * total, total]
  const square: Record<Exclude<Computed, 'largest-remainder'>, [bigint, bigint]> = {
    dhondt: [1n, (k + 1n) ** 2n],
    'sainte-lague': [4n, (2n * k + 1n) ** 2n],
    adams: [1n, k ** 2n],
    dean: [(2n * k + 1n) ** 2n, (2n * k * (k + 1n)) ** 2n],
    'huntington-hill': [1n, k * (k + 1n)],
  }
  const [n, d] = square[method]
  return d === 0n ? [w, 0n] : [w * w * n, d]
}

const sign = (x: bigint) => (x > 0n ? 1 : x < 0n ? -1 : 0)

function byClaim(a: [bigint, bigint], b: [bigint, bigint]): number {
  if (a[1] === 0n && b[1] === 0n) return sign(b[0] - a[0])
  if (a[1] === 0n || b[1] === 0n) return a[1] === 0n ? -1 : 1
  return sign(b[0] * a[1] - a[0] * b[1])
}

export function plainly(method: Computed, units: readonly PlainUnit[], seats: number): Plain {
  const total = units.reduce((sum, u) => sum + u.weight, 0n)
  const all = units
    .flatMap(({ weight, min, max }, unit) =>
      weight === 0n
        ? []
        : Array.from({ length: Math.max(0, (max ?? seats) - min) }, (_, i) => ({
            unit,
            claim: claim(method, weight, min + i, seats, total),
          })),
    )
    .sort((a, b) => byClaim(a.claim, b.claim))
  const result = units.map(u => u.min)
  const left = seats - result.reduce((a, b) => a + b, 0)
  const last = all[left - 1]
  const first = all[left]
  const ties = last !== undefined && first !== undefined && byClaim(last.claim, first.claim) === 0
  const given = ties ? all.slice(0, left).filter(c => byClaim(c.claim, last.claim) !== 0) : all.slice(0, left)
  for (const { unit } of given) result[unit]! += 1
  const tied = ties ? all.filter(c => byClaim(c.claim, last.claim) === 0).map(c => c.unit) : []
  return { seats: result, tied: tied.sort((a, b) => a - b), open: ties ? left - given.length : 0 }
}
