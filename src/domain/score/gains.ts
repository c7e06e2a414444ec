// What lifts a total to the next line: of each indicator the points that it has lost, and the fewest indicators whose
// points together are enough.
import type { Scheme } from '../scheme/scheme.ts'
import type { IndicatorResult, SubjectResult } from './result.ts'
import { reviewScore } from './review.ts'

/** Points in hundredths that an indicator has lost, all of which it may gain. */
export interface Gain {
  indicator: number
  name: string
  gain: number
  /** Lost by hard rules that are not met, caps, deductions and graded rules. */
  by_rules: number
  /** Lost by ratings below full. */
  by_ratings: number
}

/** The next line above a total: the next better grade, or the least total of the decision. */
export interface Line {
  to: string
  is: 'grade' | 'decision'
  needed: number
}

/** Null where the total is not known or there is nothing above it. */
export function nextLine(scheme: Scheme, { total, bands }: SubjectResult): Line | null {
  if (total === null) return null
  if (bands.to_next !== null) {
    const next = scheme.grades.bands.filter(band => band.min > total).at(-1)!
    return { to: next.grade, is: 'grade', needed: bands.to_next }
  }
  const { decision } = scheme
  const least = decision?.min_total ?? null
  return decision === null || least === null || total >= least
    ? null
    : { to: decision.passed, is: 'decision', needed: least - total }
}

/** Of all indicators below full, the largest gain first; of equal ones that lost by rules first, then by number. */
export function possibleGains({ indicators }: Pick<SubjectResult, 'indicators'>): Gain[] {
  return indicators
    .map(gainOf)
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || b.by_rules - a.by_rules || a.indicator - b.indicator)
}

/** Points set by hand stand: nothing is gained beside them. */
function gainOf({ number, name, points, score, evidence, ratings, override }: IndicatorResult): Gain {
  const about = { indicator: number, name }
  if (score === null || override !== null) return { ...about, gain: 0, by_rules: 0, by_ratings: 0 }
  const rated = evidence === 'records' ? points : Math.min(points, reviewScore(ratings) ?? points)
  return { ...about, gain: points - score, by_rules: rated - score, by_ratings: points - rated }
}

/** The shortest list that reaches what is needed, from gains with the largest first; null where all do not. */
export function fewestGains(gains: readonly Gain[], needed: number): Gain[] | null {
  const taken: Gain[] = []
  let sum = 0
  for (const gain of gains) {
    if (sum >= needed) break
    taken.push(gain)
    sum += gain.gain
  }
  return sum >= needed ? taken : null
}
