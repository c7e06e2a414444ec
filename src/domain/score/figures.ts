// The figures that a scheme declares (`metric.ID`): which one on file counts on a day, and in what unit.
// The figure of the as-of year; without it the latest of that year's parts that have begun, else the year before's.
import type { Day } from '../day.ts'
import { decimalText, ratioText } from '../exact.ts'
import { periodDays } from '../period.ts'
import type { Metric } from '../records/metric.ts'
import type { MetricFact, RuleBody, SchemeMetric } from '../scheme/scheme.ts'
import { nameKey } from '../text.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import type { Verdict } from './outcome.ts'

type Of<T extends RuleBody['type']> = Extract<RuleBody, { type: T }>

/** What is on file under one of the metric's names. */
export interface Figure {
  metric: SchemeMetric
  period: string
  /** Millionths; of rates a share of one. */
  value: number
}

/** The figure that counts, or the verdict that tells why there is none. */
export function figureOf(fact: MetricFact, dossier: Dossier, context: RuleContext): Figure | Verdict {
  const metric = declared(fact, context)
  const year = context.asOf.slice(0, 4)
  const own = named(metric, dossier.metrics)
  const found =
    own.find(m => m.period === year) ??
    latestPart(own, year, context.asOf) ??
    own.find(m => m.period === String(Number(year) - 1))
  if (!found) return { outcome: 'no_data', reason: { is: 'missing', fact: metric.name } }
  return measured(metric, found)
}

/** Those of the last `years` years, the as-of year among them. */
export function figuresOf(
  fact: MetricFact,
  years: number,
  dossier: Dossier,
  { asOf, ...context }: RuleContext,
): (Figure | Verdict)[] {
  const metric = declared(fact, context)
  const year = Number(asOf.slice(0, 4))
  return named(metric, dossier.metrics)
    .filter(m => Number(m.period.slice(0, 4)) > year - years && begunBy(m.period, asOf))
    .map(m => measured(metric, m))
}

function declared(fact: MetricFact, { metrics }: Pick<RuleContext, 'metrics'>): SchemeMetric {
  return metrics.get(fact.slice('metric.'.length))!
}

function named(metric: SchemeMetric, metrics: readonly Metric[]): Metric[] {
  const keys = [metric.name, ...metric.also].map(nameKey)
  return metrics.filter(m => keys.includes(nameKey(m.metric)))
}

function latestPart(metrics: readonly Metric[], year: string, asOf: Day): Metric | undefined {
  const parts = metrics.filter(m => m.period.startsWith(`${year}-`) && begunBy(m.period, asOf))
  const begins = (m: Metric) => periodDays(m.period)!.from
  return parts.reduce<Metric | undefined>((a, b) => (a && begins(a) >= begins(b) ? a : b), undefined)
}

function begunBy(period: string, asOf: Day): boolean {
  return periodDays(period)!.from <= asOf
}

const PERCENT = ['%', '％', '百分比']

function measured(metric: SchemeMetric, { period, value, unit }: Metric): Figure | Verdict {
  const percent = unit !== null && PERCENT.includes(unit)
  // 85 % is 0.85 of one; the value has six decimals, of which two go.
  if (metric.is === 'rate' && percent && value % 100 === 0) return { metric, period, value: value / 100 }
  const fits = metric.is === 'number' ? unit === null || unit === metric.unit : unit === null
  if (fits) return { metric, period, value }
  const wanted = metric.is === 'rate' ? '%' : (metric.unit ?? '—')
  return { outcome: 'no_data', reason: { is: 'figure_unit', name: metric.name, unit: unit ?? '', wanted } }
}

export function isVerdict(found: Figure | Verdict): found is Verdict {
  return 'outcome' in found
}

/** A limit in millionths, reached or not. */
export function compareFigure(
  fact: MetricFact,
  limit: { min: number } | { max: number },
  dossier: Dossier,
  context: RuleContext,
): Verdict {
  const figure = figureOf(fact, dossier, context)
  if (isVerdict(figure)) return figure
  const met = 'min' in limit ? figure.value >= limit.min : figure.value <= limit.max
  const bound = 'min' in limit ? limit.min : limit.max
  return {
    outcome: met ? 'met' : 'not_met',
    ...spanOf(figure),
    reason: {
      is: 'figure',
      name: figure.metric.name,
      period: figure.period,
      value: figureText(figure.metric, figure.value),
      limit: `${'min' in limit ? '≥' : '≤'} ${figureText(figure.metric, bound)}`,
      unit: figure.metric.unit,
    },
  }
}

/** Yes or no. */
export function flagFigure(
  rule: Of<'flag'> & { fact: MetricFact },
  dossier: Dossier,
  context: RuleContext,
): Verdict {
  const figure = figureOf(rule.fact, dossier, context)
  if (isVerdict(figure)) return figure
  return {
    outcome: isAmong(figure, rule.in) ? 'met' : 'not_met',
    ...spanOf(figure),
    reason: {
      is: 'figure',
      name: figure.metric.name,
      period: figure.period,
      value: figureText(figure.metric, figure.value),
      limit: rule.in.map(word => (word === true ? '是' : word === false ? '否' : word)).join('、'),
      unit: null,
    },
  }
}

/** Every figure of the last years, one at least. */
export function always(rule: Of<'always'>, dossier: Dossier, context: RuleContext): Verdict {
  const found = figuresOf(rule.fact, rule.years, dossier, context)
  const wrong = found.find(isVerdict)
  if (wrong) return wrong
  const figures = found as Figure[]
  const { name } = declared(rule.fact, context)
  if (figures.length === 0) return { outcome: 'no_data', reason: { is: 'missing', fact: name } }
  const failed = figures.filter(f => !isAmong(f, rule.in))
  return {
    outcome: failed.length === 0 ? 'met' : 'not_met',
    records: figures.map(refOf),
    from: figures.map(f => periodDays(f.period)!.from).reduce((a, b) => (a < b ? a : b)),
    to: context.asOf,
    reason: {
      is: 'figures',
      name,
      periods: figures.map(f => f.period),
      failed: failed.map(f => f.period),
    },
  }
}

function isAmong(figure: Figure, words: readonly (string | boolean)[]): boolean {
  return words.includes(figure.value !== 0)
}

export function spanOf(figure: Figure): Pick<Verdict, 'records' | 'from' | 'to'> {
  return { records: [refOf(figure)], ...periodDays(figure.period)! }
}

function refOf({ metric, period }: Figure): string {
  return `${metric.name} ${period}`
}

/** As people write it: 85%, 是, 3.5. */
export function figureText(metric: SchemeMetric, value: number): string {
  if (metric.is === 'yes_no') return value === 0 ? '否' : '是'
  if (metric.is === 'number') return decimalText(value)
  return `${value < 0 ? '-' : ''}${ratioText({ n: BigInt(Math.abs(value)), d: 10_000n }, 0, 4)}%`
}
