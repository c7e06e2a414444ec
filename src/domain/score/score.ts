// One agency's evaluation: ratings and records -> points per indicator -> total, grade, vetoes.
// Pure and exact: every mean is a ratio of integers until the scheme's rounding to hundredths.
import { lesserRatio, MICRO, type Ratio, ratioText, roundHalfUp, weightedMean } from '../exact.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import type { Dossier, RuleContext, Sheet } from './dossier.ts'
import type { RuleResult } from './outcome.ts'
import { applyRule } from './rules.ts'

export interface RatingGroup {
  rater_kind: string
  /** Mean of the ratings given, a decimal; null when nobody of this kind rated. */
  mean: string | null
  count: number
  /** Share after renormalizing over the kinds that are counted, a decimal; "0" when not counted. */
  weight: string
  /** Whether it entered the score. */
  counted: boolean
}

export interface IndicatorResult {
  number: number
  name: string
  category: number
  /** Hundredths, as all points here. */
  points: number
  /** Null while `min` and `max` differ. */
  score: number | null
  min: number
  max: number
  evidence: Indicator['evidence']
  ratings: RatingGroup[]
  rules: RuleResult[]
  /** The highest score left by a hard rule that is not met; null without cap. */
  capped_at: number | null
  clause: string
  points_clause: string
}

export interface AgencyResult {
  total: number | null
  min_total: number
  max_total: number
  computed_grade: string | null
  grade: string | null
  /** Indicators whose veto fired. */
  vetoes: number[]
  /** Points to the next better band and above the current band's floor; null where there is none. */
  bands: { to_next: number | null; cushion: number | null }
  indicators: IndicatorResult[]
}

/**
 * One agency's result from its dossier and sheets: every indicator in points (hundredths), total, grade, vetoes.
 * Refuses nothing; what is not known is a range.
 */
export function scoreAgency(
  scheme: Scheme,
  dossier: Dossier,
  sheets: readonly Sheet[],
  context: RuleContext,
): AgencyResult {
  const indicators = scheme.indicators.map(indicator =>
    scoreIndicator(scheme, indicator, dossier, sheets, context),
  )
  const min = indicators.reduce((sum, i) => sum + i.min, 0)
  const max = indicators.reduce((sum, i) => sum + i.max, 0)
  const total = indicators.every(i => i.score !== null) ? min : null
  const computed = total === null ? null : gradeOf(scheme, total)
  const vetoes = firedVetoes(scheme, indicators)
  return {
    total,
    min_total: min,
    max_total: max,
    computed_grade: computed,
    grade:
      computed !== null && vetoes.length > 0 ? lowerGrade(scheme, computed, scheme.vetoes.grade) : computed,
    vetoes,
    bands: total === null ? { to_next: null, cushion: null } : bandDistances(scheme, total),
    indicators,
  }
}

/** The band that a total in hundredths falls into; bands are half-open, the last begins at zero. */
export function gradeOf(scheme: Scheme, total: number): string {
  return scheme.grades.bands.find(band => total >= band.min)!.grade
}

function bandDistances(scheme: Scheme, total: number): AgencyResult['bands'] {
  const { bands } = scheme.grades
  const k = bands.findIndex(band => total >= band.min)
  const above = bands[k - 1]
  return { to_next: above ? above.min - total : null, cushion: total - bands[k]!.min }
}

function firedVetoes(scheme: Scheme, indicators: readonly IndicatorResult[]): number[] {
  return indicators
    .filter(i => scheme.vetoes.indicators.includes(i.number) && i.rules.some(isHardFailure))
    .map(i => i.number)
}

function lowerGrade(scheme: Scheme, a: string, b: string): string {
  const position = (grade: string) => scheme.grades.bands.findIndex(band => band.grade === grade)
  return position(a) >= position(b) ? a : b
}

function isHardFailure(rule: RuleResult): boolean {
  return rule.hard && rule.outcome === 'not_met'
}

function scoreIndicator(
  scheme: Scheme,
  indicator: Indicator,
  dossier: Dossier,
  sheets: readonly Sheet[],
  context: RuleContext,
): IndicatorResult {
  const rules = indicator.rules.map(rule => applyRule(rule, dossier, context))
  const { groups, mean } = review(scheme, indicator, sheets)
  const failed = rules.some(isHardFailure)
  // Half of 3.75 is 1.875: the cap is exact, and what it leaves is rounded.
  const cap: Ratio | null =
    indicator.evidence === 'both' && failed
      ? { n: BigInt(indicator.points) * BigInt(scheme.scoring.cap.percent), d: 10_000n }
      : null
  const range =
    indicator.evidence === 'records' ? fromRecords(indicator, rules) : fromReview(indicator, mean, cap)
  return {
    number: indicator.number,
    name: indicator.name,
    category: indicator.category,
    points: indicator.points,
    score: range.min === range.max ? range.min : null,
    ...range,
    evidence: indicator.evidence,
    ratings: groups,
    rules,
    capped_at: cap === null ? null : roundHalfUp(cap, 2),
    clause: indicator.clause,
    points_clause: indicator.points_clause,
  }
}

/** Full points if all hard rules are met, none if one is not, unknown without data; not met beats no data. */
function fromRecords(indicator: Indicator, rules: readonly RuleResult[]): { min: number; max: number } {
  if (rules.some(isHardFailure)) return { min: 0, max: 0 }
  const unknown = rules.some(rule => rule.hard && rule.outcome === 'no_data')
  return { min: unknown ? 0 : indicator.points, max: indicator.points }
}

function fromReview(
  indicator: Indicator,
  mean: Ratio | null,
  cap: Ratio | null,
): { min: number; max: number } {
  const full: Ratio = { n: BigInt(indicator.points), d: 100n }
  const highest = cap === null ? full : lesserRatio(full, cap)
  if (mean === null) return { min: 0, max: roundHalfUp(highest, 2) }
  const score = roundHalfUp(lesserRatio(mean, highest), 2)
  return { min: score, max: score }
}

/**
 * The review score of an indicator: mean per rater kind, then the scheme's weights over the kinds that the
 * indicator takes and that rated. Kinds it does not take are shown and not counted.
 */
function review(
  scheme: Scheme,
  indicator: Indicator,
  sheets: readonly Sheet[],
): { groups: RatingGroup[]; mean: Ratio | null } {
  const takes = indicator.evidence === 'records' ? [] : indicator.raters
  const parts = scheme.raters.map(rater => {
    let sum = 0
    let count = 0
    for (const sheet of sheets) {
      if (sheet.rater_kind !== rater.kind) continue
      const rating = sheet.ratings.get(indicator.number)
      if (rating === undefined) continue
      sum += rating
      count += 1
    }
    return {
      rater,
      sum,
      count,
      weight: rater.weight,
      counted: takes.includes(rater.kind) && count > 0 && rater.weight > 0,
    }
  })
  const counted = parts.filter(part => part.counted)
  const weights = BigInt(counted.reduce((sum, part) => sum + part.weight, 0))
  const groups = parts
    .filter(part => part.count > 0 || takes.includes(part.rater.kind))
    .map(part => ({
      rater_kind: part.rater.kind,
      mean: part.count === 0 ? null : ratioText({ n: BigInt(part.sum), d: BigInt(part.count * MICRO) }, 2, 6),
      count: part.count,
      weight: part.counted ? ratioText({ n: BigInt(part.weight), d: weights }, 0, 6) : '0',
      counted: part.counted,
    }))
  if (counted.length === 0) return { groups, mean: null }
  const mean = weightedMean(counted)
  return { groups, mean: { n: mean.n, d: mean.d * BigInt(MICRO) } }
}
