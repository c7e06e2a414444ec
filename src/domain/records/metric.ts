// Metrics (指标数据): a named number of an agency or a subject for a period, as its source gives it. A few names are known to rules;
// any other is kept as it is written.
import { MICRO, parseDecimal } from '../exact.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import { type Period, periodDays } from '../period.ts'
import { foldWidth } from '../text.ts'
import {
  holderKey,
  holderNameColumn,
  isSubjects,
  packAll,
  type RecordKind,
  subjectColumn,
  usccColumn,
  wordOf,
} from './kind.ts'

export interface Metric {
  metric: string
  period: Period
  /** Millionths of the unit. */
  value: number
  unit: string | null
}

interface KnownMetric {
  /** What files call it, the official word first. */
  words: readonly string[]
  /** Units as written -> how many of the first. `''` is none written: money without a unit could be 元 or 万元. */
  units: Readonly<Record<string, number>>
  signed: boolean
}

/** What rules of schemes may ask for. */
const knownMetrics = {
  net_profit: {
    words: ['净利润', '年度净利润', '税后净利润'],
    units: { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 },
    signed: true,
  },
  service_count: {
    words: ['服务人次', '年服务人次', '年服务量', '服务量'],
    units: { 人次: 1, 万人次: 10_000, '': 1 },
    signed: false,
  },
} as const satisfies Record<string, KnownMetric>

type MetricName = keyof typeof knownMetrics

/** A known metric of a whole year, as rules of schemes name it. */
export type AnnualFact = `annual.${MetricName}`

export const annualFacts = Object.keys(knownMetrics).map(name => `annual.${name}`) as AnnualFact[]

export function metricOf(fact: AnnualFact): MetricName {
  return fact.slice('annual.'.length) as MetricName
}

/** The unit that rules compute in. */
export function firstUnit(name: MetricName): string {
  return Object.keys(knownMetrics[name].units)[0]!
}

/** The value in millionths of the first unit, exactly; null for a unit that is not known. */
export function inFirstUnit({ metric, value, unit }: Metric): bigint | null {
  const factor = knownMetric(metric)?.units[unit ?? '']
  return factor === undefined ? null : BigInt(value) * BigInt(factor)
}

const columns: readonly Column[] = [
  usccColumn,
  holderNameColumn,
  {
    key: 'metric',
    headers: ['指标', '指标名称'],
    type: {
      is: 'name',
      known: Object.fromEntries(
        Object.entries(knownMetrics).flatMap(([name, { words }]) => words.map(word => [word, name])),
      ),
    },
    required: true,
  },
  { key: 'period', headers: ['期间', '年度', '时期'], type: { is: 'period' }, required: true },
  { key: 'value', headers: ['数值', '指标值'], type: { is: 'decimal', marks: true }, required: true },
  { key: 'unit', headers: ['单位'], type: { is: 'text' } },
  { key: 'source', headers: ['来源', '数据来源'], type: { is: 'text' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
  subjectColumn,
]

export const metricKind: RecordKind = {
  table: 'metric',
  noun: 'metric',
  columns,
  day: 'period',
  subject: 'known',
  oneHolder: true,
  unfilled: 'value',
  nameKey: () => 'agency_name',
  agencyOptional: isSubjects,
  check: (values, today) => {
    const days = values.period === null ? null : periodDays(String(values.period))
    const refused = [...markFaults(values), ...knownFaults(values)]
    const warned: Finding[] = []
    const value = String(values.period)
    if (days && days.from > today)
      refused.push({ fault: { code: 'CX1038', params: { value, today } }, key: 'period' })
    else if (days && days.to >= today)
      warned.push({ fault: { code: 'CX1082', params: { value } }, key: 'period' })
    return { refused, warned }
  },
  pack: packAll(columns, ['agency_name', 'uscc', 'subject']),
  label: values =>
    `${values.agency_name ?? values.subject} ${metricWord(String(values.metric))} ${values.period}`,
  key: (values, agencyId, subjectId) =>
    [holderKey(agencyId, subjectId), values.metric, values.period].join('|'),
}

/**
 * 是 and 否 are one and none, 85% is 0.85; what rules compute with in units is neither. A plain number of percent could
 * be meant either way.
 */
function markFaults(values: Values): Finding[] {
  const { metric, value, unit, subject } = values
  const percent = unit !== null && foldWidth(String(unit)).trim() === '%'
  if (typeof value === 'number') {
    if (!percent || (subject ?? null) === null) return []
    const written = wordOf(columns, 'value', values)
    return [{ fault: { code: 'CX1203', params: { value: written } }, key: 'value' }]
  }
  if (typeof value !== 'string') return []
  if (knownMetric(String(metric))) return [{ fault: { code: 'CX1033', params: { value } }, key: 'value' }]
  if (value.endsWith('%')) {
    values.value = (parseDecimal(value.slice(0, -1)) as number) / 100
    // The sign stood for the unit.
    if (percent) values.unit = null
  } else values.value = value === '是' ? MICRO : 0
  return []
}

/** What a rule computes with must have a unit that it knows, and a count is not below zero. */
function knownFaults(values: Values): Finding[] {
  const known = knownMetric(String(values.metric))
  if (!known) return []
  const found: Finding[] = []
  const unit = values.unit === null ? '' : String(values.unit)
  const header = '指标'
  if (!Object.hasOwn(known.units, unit)) {
    const allowed = Object.keys(known.units).filter(word => word !== '')
    found.push(
      unit === ''
        ? {
            fault: { code: 'CX1039', params: { value: known.words[0]!, header, needs: '单位' } },
            key: 'metric',
          }
        : { fault: { code: 'CX1032', params: { value: unit, allowed: allowed.join('、') } }, key: 'unit' },
    )
  }
  if (!known.signed && Number(values.value) < 0) {
    const value = wordOf(columns, 'value', values)
    found.push({ fault: { code: 'CX1034', params: { value, min: '0', max: '999999999' } }, key: 'value' })
  }
  return found
}

function knownMetric(name: string): KnownMetric | undefined {
  return Object.hasOwn(knownMetrics, name) ? knownMetrics[name as MetricName] : undefined
}

/** The official word of a known metric, the name itself of any other. */
export function metricWord(name: string): string {
  return knownMetric(name)?.words[0] ?? name
}
