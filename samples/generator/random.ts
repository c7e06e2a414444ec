// A small seeded generator of numbers (mulberry32). Every purpose has its own stream, so a change
// to one file of the samples does not reshuffle the others. Only + - * and shifts are used: those
// give the same result on every machine, unlike logarithms or sines.

export interface Random {
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Bell-shaped around `mean`: the sum of twelve uniform numbers. */
  bell(mean: number, spread: number): number
  shuffle<T>(list: readonly T[]): T[]
}

const SEED = 20131031

/** FNV-1a over UTF-16 units, enough to keep the streams apart. */
function hash(text: string): number {
  let value = 0x811c9dc5 ^ SEED
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

export function randomFor(purpose: string): Random {
  let state = hash(purpose)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    chance: probability => next() < probability,
    pick: list => {
      if (list.length === 0) throw new Error(`nothing to pick from: ${purpose}`)
      return list[int(0, list.length - 1)]!
    },
    bell: (mean, spread) => {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += next()
      return mean + spread * sum
    },
    shuffle: list => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i)
        ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
      }
      return copy
    },
  }
}
