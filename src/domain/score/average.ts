// The mean and the median of totals, exact: integers of a hundredth of a point in, decimals out.
import { meanOf, medianOf, type Ratio, ratioText } from '../exact.ts'

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
  const points = (value: Ratio | null) => value && ratioText({ n: value.n, d: 100n * value.d }, 2, 2)
  return { counted: known.length, mean: points(meanOf(known)), median: points(medianOf(known)) }
}
