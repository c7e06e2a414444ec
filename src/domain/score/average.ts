// The mean and the median of totals, exact: integers of a hundredth of a point in, decimals out.
import { ratioText } from '../exact.ts'

export interface Averages {
  /** How many have a total. */
  counted: number
  /** Rounded half up to hundredths; null of none. */
  mean: string | null
  /** Of an even number the middle of the two in the middle, to the thousandth that it may have. */
  median: string | null
}

export function averagesOf(totals: readonly (number | null)[]): Averages {
  const known = totals.filter(total => total !== null).sort((a, b) => a - b)
  const counted = known.length
  if (counted === 0) return { counted, mean: null, median: null }
  const sum = known.reduce((all, total) => all + BigInt(total), 0n)
  const middle = Math.floor((counted - 1) / 2)
  const two = BigInt(known[middle]!) + BigInt(known[counted - 1 - middle]!)
  return {
    counted,
    mean: ratioText({ n: sum, d: 100n * BigInt(counted) }, 2, 2),
    median: ratioText({ n: two, d: 200n }, 2, 3),
  }
}
