// How firm an order is: how often two change places when the weights of rater kinds and every single rating are varied
// a little. Anybody can repeat it: all follows from a seed. `hash` is SHA-256 of a text in lower-case hex.
import type { Scheme } from '../scheme/scheme.ts'
import type { Materials, RuleContext } from './dossier.ts'
import { scorer } from './score.ts'

export interface Variation {
  seed: string
  runs: number
  /** Most by which a weight goes up or down, in ten-thousandths of itself. */
  weights: number
  /** Most by which a rating goes up or down, in ten-thousandths of the indicator's points. */
  ratings: number
}

export interface Contender {
  /** By what it is drawn: known to everybody who repeats it. */
  code: string
  materials: Materials
  /** Ranking keys of a total in hundredths; higher is better. */
  keys: (total: number) => readonly number[]
}

export interface Places {
  /** Runs in which the second is before the first. */
  swapped: number
  /** Runs in which nothing is between them. */
  equal: number
}

/**
 * For each pair of contenders with totals; one may stand in several. In a run the weights are the same for all. Which
 * ratings there are stays, so that totals are known however they vary.
 */
export function changesOfPlace(
  scheme: Scheme,
  context: RuleContext,
  pairs: readonly (readonly [Contender, Contender])[],
  { seed, runs, weights, ratings }: Variation,
  hash: (text: string) => string,
  compare: (a: readonly number[], b: readonly number[]) => number,
): Places[] {
  const contenders = new Map(pairs.flat().map(c => [c.code, c]))
  const numbers = new Map(scheme.indicators.map(({ number, points }) => [number, { number, points }]))
  const rated = [...numbers.values()].sort((a, b) => a.number - b.number)
  const found = pairs.map(() => ({ swapped: 0, equal: 0 }))
  for (let run = 1; run <= runs; run++) {
    const draws = new Draws(hash(`${seed}|${run}`))
    const raters = scheme.raters.map(r => ({ ...r, weight: r.weight * (WHOLE + draws.within(weights)) }))
    const score = scorer({ ...scheme, raters }, context)
    const keys = new Map<string, readonly number[]>()
    for (const { code, materials, keys: keysOf } of contenders.values()) {
      const own = new Draws(hash(`${seed}|${run}|${code}`))
      const sheets = varied(materials.sheets, rated, ratings, own)
      keys.set(code, keysOf(score({ ...materials, sheets }).total!))
    }
    for (const [i, [first, second]] of pairs.entries()) {
      const order = compare(keys.get(first.code)!, keys.get(second.code)!)
      if (order < 0) found[i]!.swapped += 1
      if (order === 0) found[i]!.equal += 1
    }
  }
  return found
}

const WHOLE = 10_000

/** Each rating by itself, never below zero or above the points. What is judged and not rated stays. */
function varied(
  sheets: Materials['sheets'],
  numbers: readonly { number: number; points: number }[],
  most: number,
  draws: Draws,
): Materials['sheets'] {
  return sheets.map(({ rater_kind, rater, standing, ratings }) => {
    const moved: (number | undefined)[] = []
    for (const { number, points } of numbers) {
      const rating = ratings[number]
      if (rating === undefined) continue
      // A ten-thousandth of so many hundredths of a point is as many millionths.
      const other = rating + points * draws.within(most)
      moved[number] = points === 0 ? rating : Math.min(Math.max(other, 0), points * WHOLE)
    }
    return { rater_kind, rater, standing, ratings: moved }
  })
}

/** Whole numbers drawn one after the other from a digest: xoshiro128** (Blackman and Vigna), 32 bits at a time. */
class Draws {
  private readonly state: Uint32Array

  constructor(digest: string) {
    this.state = Uint32Array.from([0, 8, 16, 24], at => Number.parseInt(digest.slice(at, at + 8), 16))
  }

  /** From minus `most` to `most`, each as likely as the other. */
  within(most: number): number {
    const span = 2 * most + 1
    // What lies above the last whole multiple of the span would favor the low ones.
    const limit = 2 ** 32 - (2 ** 32 % span)
    for (;;) {
      const drawn = this.next()
      if (drawn < limit) return (drawn % span) - most
    }
  }

  private next(): number {
    const s = this.state
    const drawn = Math.imul(rotate(Math.imul(s[1]!, 5), 7), 9) >>> 0
    const shifted = s[1]! << 9
    s[2]! ^= s[0]!
    s[3]! ^= s[1]!
    s[1]! ^= s[2]!
    s[0]! ^= s[3]!
    s[2]! ^= shifted
    s[3] = rotate(s[3]!, 11)
    return drawn
  }
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}
