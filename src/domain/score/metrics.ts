// Rules on yearly figures: that of the last full year, and that year's against the one before it. Compared as whole
// numbers of a millionth of the metric's first unit. Quarters are not added up: what is missing is unknown.
import { decimalText, ratioText } from '../exact.ts'
import { type AnnualFact, firstUnit, inFirstUnit, metricOf, metricWord } from '../records/metric.ts'
import type { RuleBody } from '../scheme/scheme.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import type { Verdict } from './outcome.ts'

type Of<T extends RuleBody['type']> = Extract<RuleBody, { type: T }>

/** The limit is in millionths of the first unit. */
export function compareAnnual(
  fact: AnnualFact,
  limit: { min: number } | { max: number },
  dossier: Dossier,
  context: RuleContext,
): Verdict {
  const figure = annualFigure(fact, dossier, context)
  if ('outcome' in figure) return figure
  const { year, value, ref } = figure
  const met = 'min' in limit ? value >= BigInt(limit.min) : value <= BigInt(limit.max)
  const bound = 'min' in limit ? limit.min : limit.max
  return {
    outcome: met ? 'met' : 'not_met',
    records: [ref],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    reason: {
      is: 'number',
      fact,
      year,
      value: decimalText(value),
      least: `${'min' in limit ? '' : '≤ '}${decimalText(bound)}`,
      unit: firstUnit(metricOf(fact)),
    },
  }
}

/** The figure of the last full year in millionths of the first unit, or the verdict that there is none. */
export function annualFigure(
  fact: AnnualFact,
  dossier: Dossier,
  context: RuleContext,
): Verdict | { year: number; value: bigint; ref: string } {
  const year = context.lastFullYear
  const value = figureOf(dossier, fact, year)
  return value === null ? missing(dossier, fact, [year]) : { year, value, ref: refOf(fact, year) }
}

/**
 * `min` is the least ratio to the year before, in millionths. Compared as a change: by at least (min - 1) of what the
 * year before amounted to, so that a loss or nothing in that year still has an answer.
 */
export function growth(rule: Of<'growth'>, dossier: Dossier, context: RuleContext): Verdict {
  const { fact } = rule
  const year = context.lastFullYear
  const [value, before] = [figureOf(dossier, fact, year), figureOf(dossier, fact, year - 1)]
  if (value === null || before === null) return missing(dossier, fact, [year - 1, year])
  const size = before < 0n ? -before : before
  const met = (value - before) * 1_000_000n >= BigInt(rule.min - 1_000_000) * size
  return {
    outcome: met ? 'met' : 'not_met',
    records: [refOf(fact, year - 1), refOf(fact, year)],
    from: `${year - 1}-01-01`,
    to: `${year}-12-31`,
    reason: {
      is: 'growth',
      fact,
      year,
      value: decimalText(value),
      before: decimalText(before),
      unit: firstUnit(metricOf(fact)),
      percent: before > 0n && value >= 0n ? ratioText({ n: value * 100n, d: before }, 0, 2) : null,
      least: ratioText({ n: BigInt(rule.min), d: 10_000n }, 0, 4),
    },
  }
}

function figureOf(dossier: Dossier, fact: AnnualFact, year: number): bigint | null {
  const found = dossier.metrics.find(m => m.metric === metricOf(fact) && m.period === String(year))
  return found ? inFirstUnit(found) : null
}

function refOf(fact: AnnualFact, year: number): string {
  return `${metricWord(metricOf(fact))} ${year}`
}

function missing(dossier: Dossier, fact: AnnualFact, years: readonly number[]): Verdict {
  const absent = years.filter(year => figureOf(dossier, fact, year) === null)
  const there = years.filter(year => !absent.includes(year))
  // Where the metric was never heard of, the years say nothing more.
  const known = dossier.metrics.some(m => m.metric === metricOf(fact))
  return {
    outcome: 'no_data',
    records: there.map(year => refOf(fact, year)),
    reason: known ? { is: 'metric_missing', fact, years: absent } : { is: 'missing', fact },
  }
}
