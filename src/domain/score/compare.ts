// Two results of one subject, indicator by indicator: what moved its points, and by which records, ratings and rules
// of the scheme.
import { pointsText } from '../exact.ts'
import type { Outcome, RuleResult } from './outcome.ts'
import type { IndicatorResult, SubjectResult } from './result.ts'
import { meanText, type RatingGroup, weightText } from './review.ts'

/** Texts are decimals. */
export type Cause =
  /** `gone` and `come`: records that decided before or that decide now. */
  | {
      is: 'rule'
      type: string
      note: string | null
      before: Outcome | null
      after: Outcome | null
      gone: string[]
      come: string[]
    }
  | { is: 'ratings'; rater_kind: string; before: string | null; after: string | null }
  /** After renormalizing. */
  | { is: 'weight'; rater_kind: string; before: string; after: string }
  | { is: 'points'; before: string; after: string }
  | { is: 'cap'; before: string; after: string }
  /** Points set by hand; null where they are computed. */
  | { is: 'override'; before: string | null; after: string | null }
  /** The scheme alone: an indicator that only one of two asks for, or counts otherwise. */
  | { is: 'scheme' }

export interface MovedIndicator {
  number: number
  name: string
  /** Null where it is not asked. */
  before: { min: number; max: number } | null
  after: { min: number; max: number } | null
  causes: Cause[]
}

export interface ResultDifference {
  indicators: MovedIndicator[]
  /** Vetoes and grade limits that fired only before, only after. */
  vetoes: { gone: (number | string)[]; come: (number | string)[] }
  /** Whether anything differs besides the rank, which others move. */
  moved: boolean
}

/** One of them may be undefined: not evaluated there. */
export function compareResults(
  before: SubjectResult | undefined,
  after: SubjectResult | undefined,
): ResultDifference {
  const indicators = before && after ? movedIndicators(before, after) : []
  const [had, has] = [before?.vetoes ?? [], after?.vetoes ?? []]
  const told = (r: SubjectResult | undefined) =>
    r && [r.min_total, r.max_total, r.computed_grade, r.grade, r.decision, r.consequences]
  return {
    indicators,
    vetoes: without(had, has),
    moved: indicators.length > 0 || JSON.stringify(told(before)) !== JSON.stringify(told(after)),
  }
}

function movedIndicators(before: SubjectResult, after: SubjectResult): MovedIndicator[] {
  const had = new Map(before.indicators.map(i => [i.number, i]))
  const has = new Map(after.indicators.map(i => [i.number, i]))
  const numbers = [...new Set([...had.keys(), ...has.keys()])].sort((a, b) => a - b)
  return numbers.flatMap((number): MovedIndicator[] => {
    const [a, b] = [had.get(number), has.get(number)]
    if (a && b && a.min === b.min && a.max === b.max && a.condition === b.condition) return []
    const { name } = (b ?? a)!
    const range = (i: IndicatorResult | undefined) => (i ? { min: i.min, max: i.max } : null)
    const found = a && b ? causesOf(a, b) : []
    const causes: Cause[] = found.length > 0 ? found : [{ is: 'scheme' }]
    return [{ number, name, before: range(a), after: range(b), causes }]
  })
}

function causesOf(a: IndicatorResult, b: IndicatorResult): Cause[] {
  const causes: Cause[] = []
  const byHand = ({ override }: IndicatorResult) => override && pointsText(override.points)
  if (byHand(a) !== byHand(b)) causes.push({ is: 'override', before: byHand(a), after: byHand(b) })
  // Points set by hand stand, whatever else there is.
  if (b.override) return causes
  if (a.points !== b.points) {
    causes.push({ is: 'points', before: pointsText(a.points), after: pointsText(b.points) })
  } else if (a.capped_at !== null && b.capped_at !== null && a.capped_at !== b.capped_at) {
    causes.push({ is: 'cap', before: pointsText(a.capped_at), after: pointsText(b.capped_at) })
  }
  return [...causes, ...ruleCauses(a.rules, b.rules), ...ratingCauses(a.ratings, b.ratings)]
}

/** Of rules that answer otherwise. Rules of two schemes are the same by type and note, in their order. */
function ruleCauses(before: readonly RuleResult[], after: readonly RuleResult[]): Cause[] {
  const [had, has] = [keyed(before), keyed(after)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key): Cause[] => {
    const [a, b] = [had.get(key), has.get(key)]
    if (
      a &&
      b &&
      a.outcome === b.outcome &&
      a.points?.min === b.points?.min &&
      a.points?.max === b.points?.max
    )
      return []
    const { type, note } = (b ?? a)!
    const records = without(a?.records ?? [], b?.records ?? [])
    return [{ is: 'rule', type, note, before: a?.outcome ?? null, after: b?.outcome ?? null, ...records }]
  })
}

function keyed(rules: readonly RuleResult[]): Map<string, RuleResult> {
  const found = new Map<string, RuleResult>()
  for (const rule of rules) {
    for (let n = 1; ; n++) {
      const key = `${rule.type}|${rule.note ?? ''}|${n}`
      if (found.has(key)) continue
      found.set(key, rule)
      break
    }
  }
  return found
}

function ratingCauses(before: readonly RatingGroup[], after: readonly RatingGroup[]): Cause[] {
  const [had, has] = [before, after].map(groups => new Map(groups.map(g => [g.rater_kind, g])))
  return [...new Set([...had!.keys(), ...has!.keys()])].flatMap((rater_kind): Cause[] => {
    const [a, b] = [had!.get(rater_kind), has!.get(rater_kind)]
    if (!a?.counted && !b?.counted) return []
    const causes: Cause[] = []
    if (!sameMean(a, b)) {
      const mean = (g: RatingGroup | undefined) => (g ? meanText(g) : null)
      causes.push({ is: 'ratings', rater_kind, before: mean(a), after: mean(b) })
    }
    const weight = (g: RatingGroup | undefined) => (g ? weightText(g) : '0')
    if (weight(a) !== weight(b))
      causes.push({ is: 'weight', rater_kind, before: weight(a), after: weight(b) })
    return causes
  })
}

function sameMean(a: RatingGroup | undefined, b: RatingGroup | undefined): boolean {
  const [one, other] = [a ?? { sum: 0, count: 0 }, b ?? { sum: 0, count: 0 }]
  if (one.count === 0 || other.count === 0) return one.count === other.count
  return BigInt(one.sum) * BigInt(other.count) === BigInt(other.sum) * BigInt(one.count)
}

function without<T>(before: readonly T[], after: readonly T[]): { gone: T[]; come: T[] } {
  return { gone: before.filter(x => !after.includes(x)), come: after.filter(x => !before.includes(x)) }
}
