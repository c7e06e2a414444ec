// The summary of the year (年度总结; BJ 四(一), 四(四), ZS 四(四)): what was done and what is wanting, with the figures of
// the registers, tables of jurisdictions and of the year before, and blanks for what only a person can write.

import { coverageRate } from '../../domain/inspection/due.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { type Trend, total, trendsOf } from '../../domain/report/trends.ts'
import type { YearDistrict, YearFigures, YearPart } from '../../domain/report/year.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { table } from '../../formats/html-paper.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { getSetting } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { countText, rateCell } from '../report/rate-text.ts'
import { yearFiguresIn } from '../report/year-figures.ts'
import {
  asLetter,
  chineseDay,
  footerNote,
  htmlPaper,
  type Paper,
  type Stationery,
  stationeryOf,
  wordPaper,
} from './paper.ts'
import { numbered, summaryPage, TO_NOBODY } from './summary-paper.ts'
import { type Told, toldOf, yearSections } from './year-sections.ts'

type Content = PaperContent<'year-summary'>
type RateRow = Content['rates'][number]
type Row = Content['rows'][number]
type TrendRow = Content['trends'][number]

const { labels } = zhCN.words

const RATES: Readonly<Record<keyof RateRow, string>> = {
  district: '推荐范围',
  agencies: '机构数',
  signed: '机构已签',
  agency_rate: '签署率（%）',
  staff: '从业人员',
  staff_signed: '人员已签',
  staff_rate: '签署率（%）',
  archives: '已建档',
  archive_rate: '建档率（%）',
}
const ROWS: Readonly<Record<keyof Row, string>> = {
  district: '推荐范围',
  received: '投诉件数',
  closed_rate: '办结率%',
  on_time_rate: '按期率%',
  penalties: '处罚件数',
  sanctions: '惩戒件数',
  inspected_rate: '检查覆盖率%',
  evaluated: '评估数',
  mean: '平均分',
  median: '中位数',
  granted: '授予称号',
  taken_back: '撤销称号',
}
const TRENDS: Readonly<Record<keyof TrendRow, string>> = {
  name: '项目',
  before: '上年',
  now: '本年',
  change: '增减',
}

const TREND_NAMES: Readonly<Record<Trend['name'], string>> = {
  complaints_received: '收到投诉举报（件）',
  complaints_upheld: '查实投诉举报（件）',
  closed_rate: '投诉办结率（%）',
  on_time_rate: '投诉按期办结率（%）',
  penalties: '行政处罚（件）',
  sanctions: '惩戒（件）',
  visits: '检查（户次）',
  inspected_rate: '春雷行动检查覆盖率（%）',
  evaluated: '评估对象（家、人或个）',
  mean: '评估平均分',
  titles_granted: '授予称号（个）',
  titles_revoked: '撤销称号（个）',
  black_listed: '列入黑名单（条）',
}

export function yearSummaryPaper(
  desk: Desk,
  wanted: { year: number | null; district: string | null },
  format: 'docx' | 'html',
): Paper {
  return ask(desk, reader => {
    const figures = yearFiguresIn(desk, reader, wanted)
    const stationery = stationeryOf(desk, reader)
    const content = contentOf(desk, reader, stationery, figures)
    const name = ['年度总结', String(figures.year), figures.district ?? ''].filter(part => part !== '')
    if (format === 'docx') return wordPaper(stationery, 'year-summary', name, () => content, asLetter)
    return htmlPaper<'year-summary'>(
      stationery,
      name,
      () => content,
      paper =>
        summaryPage(paper, [
          ...(paper.has_rates ? [table(RATES, paper.rates, '签署率和建档率')] : []),
          ...(paper.has_rows ? [table(ROWS, paper.rows, '各推荐范围情况')] : []),
          ...(paper.has_trends ? [table(TRENDS, paper.trends, '与上年比较')] : []),
        ]),
    )
  })
}

function contentOf(desk: Desk, reader: Reader, stationery: Stationery, figures: YearFigures): Content {
  const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
  const { year, on, whole, districts, district, district_code, previous } = figures
  const name = district ?? '合计'
  const split = district === null ? districts : []
  const told = toldOf(whole, scheme)
  const rows = [
    ...split.map((d: YearDistrict) => rowOf(d.district, d, told, whole)),
    rowOf(name, whole, told, whole),
  ]
  // Of a document on agencies what is none is told too.
  const isShown = (values: readonly (string | null)[]) =>
    scheme.applies_to.subject === 'agency' || values.some(value => ![null, labels.none, '0'].includes(value))
  const trends = trendsOf(figures).filter(({ before, now }) => isShown([before, now]))
  const has_rows = isShown(Object.values(rows.at(-1)!).slice(1))
  const tables = told.rates || has_rows || trends.length > 0
  const roster = `机构数和从业人员数按现在的名录，为${chineseDay(on)}许可证有效的机构和无证的公共机构。`
  const basis = [
    ...(told.complaints ? [`投诉为${year}年收到的，办结情况截至${chineseDay(desk.today)}`] : []),
    ...(told.measures ? [`处罚、惩戒为${year}年作出、至${chineseDay(on)}没有撤销的`] : []),
  ]
  return {
    title: `${district ?? ''}${year}年${topicOf(scheme)}工作总结`,
    to: district === null ? TO_NOBODY : scheme.issuer,
    opening: `按照《${scheme.notice}》的要求，现将${district ?? '全市'}${year}年（截至${chineseDay(on)}）${topicOf(scheme)}情况总结如下：`,
    sections: numbered(yearSections(figures, scheme)),
    has_rates: told.rates,
    rates: [...split.map(d => rateRow(d.district, d)), rateRow(name, whole)],
    has_rows,
    rows,
    has_trends: trends.length > 0,
    trends: trends.map(trendRow),
    notes: [
      ...(tables ? [`“${labels.none}”表示没有可算的，不是零。${told.rates ? roster : ''}`] : []),
      ...(basis.length === 0 ? [] : [`${basis.join('；')}。`]),
      ...(previous === null ? [`${year - 1}年没有登记，不作比较。`] : []),
    ],
    footer_note: footerNote(stationery, 'year-summary', scheme, district_code),
  }
}

/** What the scheme is about: a scheme of others than agencies has its own matter. */
function topicOf({ applies_to, nomination, award, title }: Scheme): string {
  if (applies_to.subject === 'agency') return '人力资源服务机构诚信建设'
  const named = nomination?.title ?? award?.title
  return named === undefined ? title : `${named}评定`
}

function rateRow(district: string, { rates: r }: YearPart): RateRow {
  return {
    district,
    agencies: String(r.agencies),
    signed: String(r.agency_signed),
    agency_rate: rateCell(r.agency_signed, r.agencies),
    staff: String(r.staff),
    staff_signed: String(r.staff_signed),
    staff_rate: rateCell(r.staff_signed, r.staff),
    archives: String(r.archives),
    archive_rate: rateCell(r.archives, r.agencies),
  }
}

/** Of several evaluations each in its turn; of what is not told a dash. */
function rowOf(district: string, part: YearPart, told: Told, whole: YearPart): Row {
  const { complaints: c, coverage, evaluations } = part
  const each = (pick: (e: YearPart['evaluations'][number]) => string | null) =>
    evaluations.length === 0 ? labels.none : evaluations.map(e => pick(e) ?? labels.none).join('／')
  return {
    district,
    received: countText(told.complaints ? c.received : null),
    closed_rate: rateCell(c.closed.n, c.closed.of),
    on_time_rate: rateCell(c.on_time.n, c.on_time.of),
    penalties: countText(told.measures ? part.penalties.count : null),
    sanctions: countText(told.measures ? part.sanctions.count : null),
    inspected_rate: coverageRate(coverage, whole.coverage) ?? labels.none,
    evaluated: each(e => String(e.evaluated)),
    mean: each(e => e.mean),
    median: each(e => e.median),
    granted: countText(told.titles ? total(part.titles.granted) : null),
    taken_back: countText(told.titles ? total(part.titles.revoked) : null),
  }
}

function trendRow({ name, before, now, change }: Trend): TrendRow {
  const told = (value: string | null) => value ?? labels.none
  return { name: TREND_NAMES[name], before: told(before), now: told(now), change: told(change) }
}
