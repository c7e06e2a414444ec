// Of the year as a page: the years on file beside each other, up to the page's own.

import type { Coverage } from '../../domain/inspection/due.ts'
import type { ComplaintRates } from '../../domain/records/complaint-rates.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Figure, Section } from '../../formats/year-page/model.ts'
import type { ShownResult } from '../evaluation/show-results.ts'
import { gradeCounts, gradeSeries, gradesOf, totalsOf } from './page-results.ts'
import { meanPoints, number, percentOf, pointsOr, shareText, text } from './page-text.ts'
import { countText, rateText } from './rate-text.ts'

export interface YearOnFile {
  year: number
  /** Null where nobody was evaluated by the page's scheme, or nothing was computed. */
  results: readonly ShownResult[] | null
  complaints: ComplaintRates
  coverage: Coverage
}

export function trend(scheme: Scheme, years: readonly YearOnFile[]): Section {
  const x = years.map(y => String(y.year))
  const evaluated = years.flatMap(({ year, results }) => (results === null ? [] : [{ year, results }]))
  const means = years.map(({ results }) => (results === null ? null : meanPoints(totalsOf(results))))
  const totals: Figure = {
    title: '平均总分',
    note: '只算总分已定的；没有评估的年份空缺。',
    plot: {
      is: 'lines',
      max: Math.max(1, ...evaluated.flatMap(e => e.results.map(r => r.result.max_total))),
      x,
      series: [{ name: '平均总分', values: means, texts: means.map(pointsOr) }],
    },
    table: {
      columns: [text('年度'), ...['评估数量', '总分已定', '平均总分'].map(number)],
      rows: years.map(({ year, results }, i) => [
        ...[String(year), countText(results?.length), countText(results && totalsOf(results).length)],
        pointsOr(means[i]!),
      ]),
    },
  }
  const series = gradeSeries(scheme)
  const grades: Figure = {
    title: '等级',
    note: '条长为数量。',
    plot: {
      is: 'stacked',
      series,
      rows: evaluated.map(({ year, results }) => ({
        label: String(year),
        parts: gradeCounts(scheme, results),
      })),
    },
    table: {
      columns: [text('年度'), ...series.map(s => number(s.name))],
      rows: evaluated.map(({ year, results }) => [String(year), ...gradeCounts(scheme, results).map(String)]),
    },
  }
  return {
    id: 'trend',
    title: '历年情况',
    lead: years.length > 1 ? [] : ['库内还没有可以相比的其他年份。'],
    figures: [
      ...(means.some(mean => mean !== null) ? [totals] : []),
      ...(evaluated.length > 0 && gradesOf(scheme).length > 0 ? [grades] : []),
      complaintTrend(x, years),
      ...rateTrend(x, years),
    ],
  }
}

function complaintTrend(x: readonly string[], years: readonly YearOnFile[]): Figure {
  const series = [
    { name: '收到', values: years.map(y => y.complaints.received) },
    { name: '查实', values: years.map(y => y.complaints.upheld) },
  ]
  return {
    title: '投诉举报（件）',
    note: '按收到的年份；重复的只计一次。',
    plot: {
      is: 'lines',
      max: Math.max(1, ...series.flatMap(s => s.values)),
      x,
      series: series.map(s => ({ ...s, texts: s.values.map(String) })),
    },
    table: {
      columns: [text('年度'), ...series.map(s => number(s.name))],
      rows: years.map(({ year }, i) => [String(year), ...series.map(s => String(s.values[i]))]),
    },
  }
}

/** None while there is no rate of any year. */
function rateTrend(x: readonly string[], years: readonly YearOnFile[]): Figure[] {
  const rates = [
    { name: '投诉办结率', of: (y: YearOnFile) => y.complaints.closed },
    { name: '投诉按时率', of: (y: YearOnFile) => y.complaints.on_time },
    {
      name: '检查覆盖率',
      // No register is complete of inspections: of a year without any nothing is known.
      of: ({ coverage: { inspected, to_inspect } }: YearOnFile) => {
        return { n: inspected, of: inspected === 0 ? 0 : to_inspect }
      },
    },
  ]
  const series = rates.map(({ name, of }) => {
    const values = years.map(y => percentOf(of(y).n, of(y).of))
    return { name, values, texts: years.map(y => rateText(of(y).n, of(y).of)) }
  })
  if (series.every(({ values }) => values.every(v => v === null))) return []
  const figure: Figure = {
    title: '办理率和检查覆盖率',
    note: '检查覆盖率按上半年、以现有名录为分母；没有检查记录的年份空缺。',
    plot: {
      is: 'lines',
      max: 100,
      x,
      series,
    },
    table: {
      columns: [text('年度'), ...rates.map(r => number(r.name))],
      rows: years.map(y => [String(y.year), ...rates.map(({ of }) => shareText(of(y).n, of(y).of))]),
    },
  }
  return [figure]
}
