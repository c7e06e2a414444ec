// A single voice far from the others goes on a list for the meeting; it counts as before. Exact.
import { type Ratio, weightedMean } from '../exact.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import type { Sheet } from './dossier.ts'
import { groupsOf } from './review.ts'
import { indicatorsFor } from './score.ts'
import { highestRating } from './sheet-columns.ts'

export interface Outlier {
  indicator: Indicator
  rater_kind: string
  rater: string
  /** Millionths of a point, as the mean of the others. */
  rating: number
  others: Ratio
  /** Whose mean it is: of the other kinds that count, else of the other raters of its own. */
  against: 'other_kinds' | 'same_kind'
  /** How far it lies from it, as a share of the indicator's points. */
  share: Ratio
}

/** Of one subject, the farthest first. Sheets that do not stand and kinds that do not count have no voice here. */
export function outliersOf(scheme: Scheme, type: string | null, sheets: readonly Sheet[]): Outlier[] {
  const standing = sheets.filter(sheet => sheet.standing === 'counted')
  const { percent } = scheme.scoring.outlier
  return indicatorsFor(scheme, type)
    .flatMap(indicator => voices(scheme, indicator, standing))
    .filter(({ share }) => 100n * share.n >= BigInt(percent) * share.d)
    .sort(fartherFirst)
}

/** Ties stay in the order of indicators, rater kinds and raters. */
export function fartherFirst(one: { share: Ratio }, other: { share: Ratio }): number {
  const difference = other.share.n * one.share.d - one.share.n * other.share.d
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

function voices({ raters }: Scheme, indicator: Indicator, sheets: readonly Sheet[]): Outlier[] {
  const groups = groupsOf(raters, indicator, sheets).filter(g => g.counted)
  const highest = BigInt(highestRating(indicator))
  return groups.flatMap(({ rater_kind, sum, count }) => {
    const kinds = groups.filter(g => g.rater_kind !== rater_kind)
    const ofKinds = kinds.length > 0 ? weightedMean(kinds) : null
    return sheets.flatMap((sheet): Outlier[] => {
      const rating = sheet.ratings[indicator.number]
      if (sheet.rater_kind !== rater_kind || rating === undefined) return []
      const others = ofKinds ?? (count > 1 ? { n: BigInt(sum - rating), d: BigInt(count - 1) } : null)
      if (others === null) return []
      const apart = BigInt(rating) * others.d - others.n
      const share = { n: apart < 0n ? -apart : apart, d: others.d * highest }
      const against = ofKinds ? 'other_kinds' : 'same_kind'
      return [{ indicator, rater_kind, rater: sheet.rater, rating, others, against, share }]
    })
  })
}
