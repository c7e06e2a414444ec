// Rules on yearly figures: that of the last full year, and that year's against the one before it. Compared as whole
// numbers of a millionth of the metric's first unit. Quarters are not added up: what is missing is unknown.
import { addDays } from '../day.ts'
import { decimalText, ratioText } from '../exact.ts'
import { type AnnualFact, firstUnit, inFirstUnit, metricOf, metricWord } from '../records/metric.ts'
import type { RuleBody } from '../scheme/scheme.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import type { Verdict } from './outcome.ts'

type Of<T extends RuleBody['type']> = Extract<RuleBody, { type: T }>

/** `min` is in millionths of the first unit. */
export function numberAtLeast(rule: Of<'number_at_least'>, dossier: Dossier, context: RuleContext): Verdict {
  const { fact } = rule
  const year = lastFullYear(context)
  const value = figureOf(dossier, fact, year)
  if (value === null) return missing(dossier, fact, [year])
  return {
    outcome: value >= BigInt(rule.min) ? 'met' : 'not_met',
    records: [refOf(fact, year)],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    reason: {
      is: 'number',
      fact,
      year,
      value: decimalText(value),
      least: decimalText(rule.min),
      unit: firstUnit(metricOf(fact)),
    },
  }
}

/**
 * `min` is the least ratio to the year before, in millionths. Compared as a change: by at least (min - 1) of what the
 * year before amounted to, so that a loss or nothing in that year still has an answer.
 */
export function growth(rule: Of<'growth'>, dossier: Dossier, context: RuleContext): Verdict {
  const { fact } = rule
  const year = lastFullYear(context)
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

/** The last year that ended on or before the as-of day. */
function lastFullYear({ asOf }: RuleContext): number {
  return Number(addDays(asOf, 1).slice(0, 4)) - 1
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
