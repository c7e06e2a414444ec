// Graded rules: a share of the points instead of all or nothing. Exact; what is not known is a range.

import { isWithin } from '../day.ts'
import { decimalText, pointsText, roundHalfUp } from '../exact.ts'
import { firstUnit, metricOf } from '../records/metric.ts'
import type { GradedRule, Rule } from '../scheme/scheme.ts'
import { entriesOf, fits, mayFit, undecidedOf } from './countable.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import { figureOf, figureText, isVerdict, spanOf } from './figures.ts'
import { annualFigure } from './metrics.ts'
import type { Verdict } from './outcome.ts'

export function isGraded(rule: Rule): rule is Rule & GradedRule {
  return rule.type === 'deduct' || rule.type === 'steps' || rule.type === 'linear'
}

/** `full` is what the indicator gives at most, in hundredths. */
export function grade(rule: GradedRule, full: number, dossier: Dossier, context: RuleContext): Verdict {
  if (rule.type === 'deduct') return deduct(rule, dossier, context)
  const figure = numberOf(rule.fact, dossier, context)
  if ('outcome' in figure) return { ...figure, points: { min: 0, max: full } }
  const points = rule.type === 'steps' ? stepOf(rule.steps, figure.value) : along(rule, full, figure.value)
  const { span, ...told } = figure.told
  return {
    outcome: points >= full ? 'met' : 'not_met',
    ...span,
    points: { min: points, max: points },
    reason: { is: 'graded', ...told, points: pointsText(points) },
  }
}

function deduct(
  rule: Extract<GradedRule, { type: 'deduct' }>,
  dossier: Dossier,
  context: RuleContext,
): Verdict {
  const window = context.within(rule.months)
  const entries = entriesOf(rule.record, dossier, context.asOf).filter(e => isWithin(e.day, window))
  if (rule.record === 'inspection' && entries.length === 0) {
    return {
      outcome: 'no_data',
      ...window,
      points: { min: 0, max: rule.most },
      reason: { is: 'not_inspected' },
    }
  }
  const counted = entries.filter(e => fits(e, rule.where)).map(e => e.ref)
  const open = entries.filter(e => mayFit(e, rule.where))
  const taken = (records: number) => Math.min(rule.most, records * rule.each)
  const points = { min: taken(counted.length), max: taken(counted.length + open.length) }
  if (points.min !== points.max) {
    return {
      outcome: 'no_data',
      records: open.map(e => e.ref),
      ...window,
      points,
      reason: { is: 'missing', fact: undecidedOf(open) },
    }
  }
  return {
    outcome: points.min === 0 ? 'met' : 'not_met',
    records: counted,
    ...window,
    points,
    reason: { is: 'deducted', found: counted.length, points: pointsText(points.min) },
  }
}

/** A number in millionths and how it is told. */
function numberOf(
  fact: Exclude<GradedRule, { type: 'deduct' }>['fact'],
  dossier: Dossier,
  context: RuleContext,
):
  | Verdict
  | {
      value: bigint
      told: {
        name: string
        period: string
        value: string
        unit: string | null
        span: Pick<Verdict, 'records' | 'from' | 'to'>
      }
    } {
  if (fact.startsWith('metric.')) {
    const figure = figureOf(fact as `metric.${string}`, dossier, context)
    if (isVerdict(figure)) return figure
    const { metric, period, value } = figure
    const told = {
      name: metric.name,
      period,
      value: figureText(metric, value),
      unit: metric.unit,
      span: spanOf(figure),
    }
    return { value: BigInt(value), told }
  }
  const annual = fact as Exclude<typeof fact, `metric.${string}`>
  const figure = annualFigure(annual, dossier, context)
  if ('outcome' in figure) return figure
  const { year, value, ref } = figure
  const span = { records: [ref], from: `${year}-01-01`, to: `${year}-12-31` }
  const unit = firstUnit(metricOf(annual))
  return { value, told: { name: ref, period: String(year), value: decimalText(value), unit, span } }
}

/** The points of the highest step that is reached. */
function stepOf(steps: readonly { min: number; points: number }[], value: bigint): number {
  const reached = steps.filter(step => value >= BigInt(step.min))
  return reached.reduce((best, step) => Math.max(best, step.points), 0)
}

function along({ zero, full }: { zero: number; full: number }, points: number, value: bigint): number {
  const up = full > zero
  const way = BigInt(Math.abs(full - zero))
  const gone = up ? value - BigInt(zero) : BigInt(zero) - value
  if (gone <= 0n) return 0
  if (gone >= way) return points
  return roundHalfUp({ n: gone * BigInt(points), d: way * 100n }, 2)
}
