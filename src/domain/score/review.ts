// What raters say of one indicator: the mean of each kind, then the scheme's weights over the kinds that the indicator
// takes and that rated. Exact: sums stay integers until the one rounding to hundredths.
import { MICRO, ratioText, roundHalfUp, weightedMean } from '../exact.ts'
import type { Indicator, Rater } from '../scheme/scheme.ts'
import type { Sheet } from './dossier.ts'

export interface RatingGroup {
  rater_kind: string
  /** Of the ratings given by sheets that stand: their sum, the lowest and the highest, in millionths of a point. */
  sum: number
  low: number
  high: number
  count: number
  /** Its part of `weights`, the sum over the kinds that are counted; 0 when not counted. */
  weight: number
  weights: number
  /** Whether it entered the score. */
  counted: boolean
  /** Ratings that do not stand: of sheets withdrawn or of raters excluded. */
  set_aside: number
}

/** The mean as a decimal; null when nobody of this kind rated. */
export function meanText({ sum, count }: RatingGroup, most = 6): string | null {
  return count === 0 ? null : ratioText({ n: BigInt(sum), d: BigInt(count * MICRO) }, 2, most)
}

/** The share after renormalizing over the kinds that are counted, a decimal; "0" when not counted. */
export function weightText({ weight, weights, counted }: RatingGroup): string {
  return counted ? ratioText({ n: BigInt(weight), d: BigInt(weights) }, 0, 6) : '0'
}

const NOBODY: readonly string[] = []

/** Kinds that the indicator does not take are told and not counted; so are kinds of weight 0. */
export function groupsOf(
  raters: readonly Rater[],
  indicator: Indicator,
  sheets: readonly Sheet[],
): RatingGroup[] {
  const { number } = indicator
  const takes = indicator.evidence === 'records' ? NOBODY : indicator.raters
  const groups: RatingGroup[] = []
  let weights = 0
  for (const { kind, weight } of raters) {
    let [sum, low, high, count, aside] = [0, 0, 0, 0, 0]
    for (const sheet of sheets) {
      if (sheet.rater_kind !== kind) continue
      const rating = sheet.ratings[number]
      if (rating === undefined) continue
      if (sheet.standing !== 'counted') {
        aside += 1
        continue
      }
      if (count === 0 || rating < low) low = rating
      if (rating > high) high = rating
      sum += rating
      count += 1
    }
    const taken = takes.includes(kind)
    if (count === 0 && aside === 0 && !taken) continue
    const counted = taken && count > 0 && weight > 0
    if (counted) weights += weight
    groups.push({
      rater_kind: kind,
      sum,
      low,
      high,
      count,
      weight: counted ? weight : 0,
      weights: 0,
      counted,
      set_aside: aside,
    })
  }
  for (const group of groups) group.weights = weights
  return groups
}

/** The weighted mean in hundredths of a point, halves up; null when nobody rated who counts. */
export function reviewScore(groups: readonly RatingGroup[]): number | null {
  let n = 0
  let d = 1
  let any = false
  for (const { counted, sum, count, weight } of groups) {
    if (!counted) continue
    any = true
    n = n * count + sum * weight * d
    d *= count
  }
  if (!any) return null
  const whole = d * groups[0]!.weights * MICRO
  const twice = 200 * n + whole
  // Small enough to be exact, as nearly always; the remainder makes the division one without a rest.
  if (Number.isSafeInteger(twice) && Number.isSafeInteger(2 * whole)) {
    return (twice - (twice % (2 * whole))) / (2 * whole)
  }
  const mean = weightedMean(groups.filter(g => g.counted))
  return roundHalfUp({ n: mean.n, d: mean.d * BigInt(MICRO) }, 2)
}

/**
 * Of a condition that is judged, not rated (1 fulfilled, 0 not): what all say who count. Where they differ, or nobody
 * judged, it is open: that is for the meeting to settle, not for a majority.
 */
export function judged(groups: readonly RatingGroup[]): 'met' | 'not_met' | 'no_data' {
  const counted = groups.filter(g => g.counted)
  if (counted.length === 0) return 'no_data'
  if (counted.every(g => g.low === MICRO)) return 'met'
  return counted.every(g => g.high === 0) ? 'not_met' : 'no_data'
}
