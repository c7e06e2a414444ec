// The evaluation of one subject: ratings and records -> points per indicator -> total, grade, decision.
// Pure and exact: every mean is a ratio of integers until the scheme's rounding to hundredths.
import type { Indicator, Rule, Scheme } from '../scheme/scheme.ts'
import type { Materials, RuleContext } from './dossier.ts'
import { gradeResult } from './grade.ts'
import { isGraded } from './graded.ts'
import type { RuleResult } from './outcome.ts'
import type { IndicatorResult, SubjectResult } from './result.ts'
import { groupsOf, judged, type RatingGroup, reviewScore } from './review.ts'
import { applyRule } from './rules.ts'

/**
 * One subject's result from its dossier and sheets: every indicator in points (hundredths), total, grade, decision.
 * Refuses nothing; what is not known is a range.
 */
export function scoreSubject(scheme: Scheme, materials: Materials, context: RuleContext): SubjectResult {
  return scorer(scheme, context)(materials)
}

/** As `scoreSubject`, for many: what is asked of each type of subject is worked out once. */
export function scorer(scheme: Scheme, context: RuleContext): (materials: Materials) => SubjectResult {
  const byType = new Map<string | null, Indicator[]>()
  return materials => {
    const { dossier } = materials
    const type = dossier.subject?.type ?? null
    let asked = byType.get(type)
    if (asked === undefined) {
      asked = indicatorsFor(scheme, type)
      byType.set(type, asked)
    }
    const indicators = asked.map(indicator => scoreIndicator(scheme, indicator, materials, context))
    let min = 0
    let max = 0
    let known = true
    for (const indicator of indicators) {
      min += indicator.min
      max += indicator.max
      known &&= indicator.score !== null
    }
    const totals = { total: known ? min : null, min_total: min, max_total: max }
    return { ...totals, ...gradeResult(scheme, totals, indicators, materials, context), indicators }
  }
}

/** The indicators, and of each the rules, that are asked of a type of subject. */
export function indicatorsFor(scheme: Scheme, type: string | null): Indicator[] {
  const asks = ({ types }: { types: readonly string[] }) =>
    types.length === 0 || (type !== null && types.includes(type))
  return scheme.indicators
    .filter(asks)
    .map(indicator => ({ ...indicator, rules: indicator.rules.filter(asks) }))
}

function scoreIndicator(
  scheme: Scheme,
  indicator: Indicator,
  { dossier, sheets, overrides }: Materials,
  context: RuleContext,
): IndicatorResult {
  const rules: RuleResult[] = []
  // Graded rules give or take points of their own; only the others fail an indicator as a whole.
  let failed = false
  let open = false
  for (const rule of indicator.rules) {
    const result = applyRule(rule, dossier, context, indicator.points)
    rules.push(result)
    if (result.hard && !isGraded(rule)) {
      failed ||= result.outcome === 'not_met'
      open ||= result.outcome === 'no_data'
    }
  }
  const ratings = groupsOf(scheme.raters, indicator, sheets)
  const capped = indicator.evidence === 'both' && failed && indicator.points > 0
  // Half of 3.75 is 1.875, printed 1.88. Rounding keeps order, so the lesser of two is rounded as their rounded lesser.
  const cap = capped ? halfUp(indicator.points * scheme.scoring.cap.percent) : null
  const computed = deducted(
    indicator.rules,
    rules,
    indicator.evidence === 'records'
      ? fromRecords(indicator, rules, failed, open)
      : fromReview(ratings, Math.min(indicator.points, cap ?? indicator.points)),
  )
  const given = overrides.find(o => o.indicator === indicator.number)
  const range = given ? { min: given.points, max: given.points } : computed
  return {
    number: indicator.number,
    name: indicator.name,
    category: indicator.category,
    points: indicator.points,
    score: range.min === range.max ? range.min : null,
    min: range.min,
    max: range.max,
    evidence: indicator.evidence,
    ratings,
    rules,
    capped_at: cap,
    condition: indicator.required ? conditionOf(indicator, failed, open, ratings) : null,
    override: given ? { ...given, computed } : null,
    clause: indicator.clause,
    points_clause: indicator.points_clause,
  }
}

/** Hundredths of a hundredth to hundredths, halves up. */
function halfUp(value: number): number {
  return (value + 50 - ((value + 50) % 100)) / 100
}

interface Range {
  min: number
  max: number
}

/**
 * Full points, or what a graded rule gives, if all other hard rules are met; none if one is not; unknown without data.
 * Not met beats no data.
 */
function fromRecords(
  indicator: Indicator,
  rules: readonly RuleResult[],
  failed: boolean,
  open: boolean,
): Range {
  if (failed) return { min: 0, max: 0 }
  const giving = rules.find(r => r.points !== null && r.type !== 'deduct')?.points
  const { min, max } = giving ?? { min: indicator.points, max: indicator.points }
  return { min: open ? 0 : min, max }
}

function fromReview(ratings: readonly RatingGroup[], highest: number): Range {
  const mean = reviewScore(ratings)
  if (mean === null) return { min: 0, max: highest }
  const score = Math.min(mean, highest)
  return { min: score, max: score }
}

/** Deductions come last and leave nothing below zero. */
function deducted(rules: readonly Rule[], results: readonly RuleResult[], range: Range): Range {
  let { min, max } = range
  for (const [k, rule] of rules.entries()) {
    if (rule.type !== 'deduct' || rule.advisory) continue
    const { points } = results[k]!
    min -= points!.max
    max -= points!.min
  }
  return { min: Math.max(0, min), max: Math.max(0, max) }
}

/** Its hard rules, and where it is judged rather than rated, what the judges say. Not met beats no data. */
function conditionOf(
  indicator: Indicator,
  failed: boolean,
  open: boolean,
  ratings: readonly RatingGroup[],
): IndicatorResult['condition'] {
  if (failed) return 'not_met'
  const said = indicator.points === 0 && indicator.evidence !== 'records' ? judged(ratings) : 'met'
  return said === 'met' && open ? 'no_data' : said
}
