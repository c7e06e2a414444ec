// The mean and the median of totals, exact: integers of a hundredth of a point in, decimals out.
import { medianOf, ratioText } from '../exact.ts'

export interface Averages {
  /** How many have a total. */
  counted: number
  /** Rounded half up to hundredths; null of none. */
  mean: string | null
  /** Rounded as the mean: half a hundredth of two in the middle is told up, so that both stand with two decimals. */
  median: string | null
}

export function averagesOf(totals: readonly (number | null)[]): Averages {
  const known = totals.filter(total => total !== null)
  const counted = known.length
  const middle = medianOf(known)
  if (middle === null) return { counted, mean: null, median: null }
  const sum = known.reduce((all, total) => all + BigInt(total), 0n)
  return {
    counted,
    mean: ratioText({ n: sum, d: 100n * BigInt(counted) }, 2, 2),
    median: ratioText({ n: middle.n, d: 100n * middle.d }, 2, 2),
  }
}
