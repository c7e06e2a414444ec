// The year as a page: everything is read in one state of the file and put together as texts and figures; the page
// follows from those alone.

import { dayOf } from '../../domain/day.ts'
import { type Coverage, coverageRate } from '../../domain/inspection/due.ts'
import { complaintTimes } from '../../domain/records/complaint-times.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { District } from '../../domain/roster/district.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Card, Section, YearPage } from '../../formats/year-page/model.ts'
import { yearPage } from '../../formats/year-page/page.ts'
import { howMany } from '../../messages/zh-CN/how-many.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { listAgencies } from '../../store/agency.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { getSetting, listDistricts } from '../../store/reference.ts'
import { ratesIn } from '../archive/roll.ts'
import { complaintRatesIn, complaintsIn } from '../complaint-rates.ts'
import { ask, type Desk } from '../desk.ts'
import { isStale } from '../evaluation/run-evaluation.ts'
import { resultsIn, type ShownResult } from '../evaluation/show-results.ts'
import { evaluationFor, schemeById, schemeOf } from '../evaluation/which.ts'
import { coverageIn } from '../inspection/coverage.ts'
import { ownDistrict } from '../own-district.ts'
import {
  fileName,
  footerNote,
  isUncontacted,
  type Paper,
  type Stationery,
  stationeryOf,
} from '../papers/paper.ts'
import { readQuota } from '../show-quota.ts'
import { deadlinesIn } from './deadlines.ts'
import { emptyList, evaluatedList, rosterList } from './page-list.ts'
import { deadlineTable, quotaCard, quotaUse } from './page-quota.ts'
import { complaints, inspections, THREE, threeRates } from './page-records.ts'
import { byCategory, byDistrict, distribution, totalsOf } from './page-results.ts'
import { meanPoints, pointsOr } from './page-text.ts'
import { trend, type YearOnFile } from './page-trend.ts'
import { percentSign, rateText } from './rate-text.ts'

/** What is null is not asked. */
export interface WantedPage {
  year: number | null
  evaluation: string | null
  district: string | null
}

interface Round {
  year: number
  scheme: Scheme
  /** Null while there is none of the year. */
  evaluation: Evaluation | null
}

export function yearPaper(desk: Desk, wanted: WantedPage): Paper {
  return ask(desk, reader => {
    const round = roundOf(desk, reader, wanted)
    const district = ownDistrict(reader, wanted.district)
    const stationery = stationeryOf(desk, reader)
    const content = contentOf(desk, reader, stationery, round, district)
    const { code, line } = stationery.seal(content)
    return {
      name: fileName(['诚信年报', String(round.year), ...(district === null ? [] : [district.name])], 'html'),
      code: () => code,
      make: async () => {
        const bytes = yearPage({ ...content, footer: [...content.footer, line] })
        return { bytes, missing: [], code, uncontacted: isUncontacted(content.footer) }
      },
    }
  })
}

/** Unasked, the latest year that was evaluated by the desk's own scheme, by any where there is none, else today's. */
function roundOf(desk: Desk, reader: Reader, { year, evaluation: which }: WantedPage): Round {
  const found = (evaluation: Evaluation): Round => {
    return { year: evaluation.year, scheme: schemeOf(reader, evaluation), evaluation }
  }
  if (which !== null) return found(evaluationFor(reader, which))
  const id = getSetting(reader, 'scheme')!
  const all = listEvaluations(reader)
  const own = all.filter(e => e.scheme_id === id)
  const latest = Math.max(...(own.length > 0 ? own : all).map(e => e.year))
  const wanted = year ?? (all.length > 0 ? latest : Number(desk.today.slice(0, 4)))
  const ofYear = all.filter(e => e.year === wanted)
  const first = ofYear.filter(e => e.scheme_id === id)
  const choice = first.length > 0 ? first : ofYear
  if (choice.length > 1) {
    const open = choice.map(e => `${e.id}（${e.scheme_id} ${e.year}）`).join('、')
    throw new Refusal('CX3002', { open })
  }
  return choice[0] ? found(choice[0]) : { year: wanted, scheme: schemeById(reader, id), evaluation: null }
}

function contentOf(
  desk: Desk,
  reader: Reader,
  stationery: Stationery,
  round: Round,
  district: District | null,
): YearPage {
  const { year, scheme, evaluation } = round
  const code = district?.code ?? null
  const names = new Map(
    listDistricts(reader).flatMap(d => (code === null || d.code === code ? [[d.code, d.name] as const] : [])),
  )
  const results = resultsOf(reader, evaluation, code)
  const span = spanOf(year, desk.today)
  const counted = { ...span, district: code }
  const rates = ratesIn(desk, reader, code)
  const cases = complaintRatesIn(reader, desk.today, counted)
  const coverage = coverageIn(desk, reader, { year, batch: null, district: code })
  const deadlines = deadlinesIn(desk, reader, code)
  const quota = scheme.nomination === null ? null : readQuota(reader, scheme.id)
  const ofYear = quota !== null && (quota.year ?? year) === year ? quota : null
  const noun = scheme.applies_to.subject
  const evaluated = evaluation !== null && results !== null
  const years = yearsOn(desk, reader, round, results, code)
  const list = evaluated
    ? evaluatedList(reader, { scheme, evaluation }, results, names)
    : noun === 'agency'
      ? rosterList(listAgencies(reader, code ?? undefined), names)
      : emptyList(noun)
  const sections: Section[] = [
    threeRates(rates, desk.today),
    ...(evaluated
      ? [
          distribution(scheme, results),
          ...(district === null ? [byDistrict(scheme, results, names)] : []),
          ...(hasPoints(scheme) ? [byCategory(scheme, results)] : []),
        ]
      : []),
    complaints(cases.rows, complaintTimes(complaintsIn(reader, counted)), span),
    inspections(coverage),
    ...(ofYear === null ? [] : [quotaUse(ofYear, code)]),
    deadlineTable(deadlines),
    trend(scheme, years),
  ]
  const cards: Card[] = [
    ...THREE.map(({ name, of }) => {
      const { n, of: all } = of(rates.total)
      return { label: name, value: rateText(n, all), detail: all === 0 ? '没有可计的' : `${n} / ${all}` }
    }),
    ...evaluationCards(scheme, results),
    ...recordCards(cases.rows.at(-1)!, coverage.rows.at(-1)!),
    ...(ofYear === null ? [] : [quotaCard(ofYear, code)]),
  ]
  return {
    title: `${year}年度诚信建设情况${district === null ? '' : `（${district.name}）`}`,
    head: headOf(round, desk.today),
    notices: noticesOf(reader, round, results, [
      ...rates.warnings.map(w => w.code),
      ...(quota !== null && ofYear === null ? ['quota' as const] : []),
    ]),
    cards,
    sections: sections.filter(section => section.figures.length > 0 || section.lead.length > 0),
    list,
    footer: [
      footerNote(stationery, 'year-summary', scheme, code),
      '本页不含投诉人、从业人员等个人信息；不联网也可以打开。',
    ].filter(text => text !== ''),
  }
}

/** Null before anything was computed. */
function resultsOf(
  reader: Reader,
  evaluation: Evaluation | null,
  district: string | null,
): readonly ShownResult[] | null {
  if (evaluation === null || evaluation.result_sha256 === null) return null
  const { results } = resultsIn(reader, evaluation, null)
  return district === null ? results : results.filter(r => r.party.district_code === district)
}

/** The year as far as it has come. */
function spanOf(year: number, today: string): { from: string; to: string } {
  const to = dayOf(year, 12, 31)!
  return { from: dayOf(year, 1, 1)!, to: today.startsWith(`${year}-`) ? today : to }
}

/** As many as a chart holds. */
const YEARS = 10

/** Every year up to the page's in which something is on file. */
function yearsOn(
  desk: Desk,
  reader: Reader,
  { year, scheme, evaluation }: Round,
  results: YearOnFile['results'],
  district: string | null,
): YearOnFile[] {
  const everywhere = { agency: null, district }
  const own = listEvaluations(reader).filter(e => e.scheme_id === scheme.id && e.id !== evaluation?.id)
  const days = [
    ...listRecords(reader, 'complaint', everywhere).map(row => String(row.received_on)),
    ...listRecords(reader, 'inspection', everywhere).map(row => String(row.date)),
  ]
  const found = new Set([year, ...own.map(e => e.year), ...days.map(day => Number(day.slice(0, 4)))])
  return [...found]
    .filter(one => one <= year)
    .sort((a, b) => a - b)
    .slice(-YEARS)
    .map(one => {
      const before = own.findLast(e => e.year === one) ?? null
      const counted = { ...spanOf(one, desk.today), district }
      return {
        year: one,
        results: one === year ? results : resultsOf(reader, before, district),
        complaints: complaintRatesIn(reader, desk.today, counted).rows.at(-1)!,
        coverage: coverageIn(desk, reader, { year: one, batch: null, district }).rows.at(-1)!,
      }
    })
}

function headOf({ year, scheme, evaluation }: Round, today: string): string[] {
  const { document, title } = scheme
  const named = `${document} ${title}`
  const of =
    evaluation === null
      ? `${named}，${year} 年度还没有建立评估批次`
      : zhCN.words.said.explanation.explainHead(evaluation, scheme, null)
  return [of, `数据截至 ${today}`]
}

function noticesOf(
  reader: Reader,
  { scheme, evaluation }: Round,
  results: readonly ShownResult[] | null,
  said: readonly string[],
): string[] {
  const notices: string[] = []
  if (evaluation !== null) {
    const { status, partial_reason: partial, version, reopened_reason: reopened } = evaluation
    if (results === null) notices.push('评估还没有计算，没有总分和等级。')
    else if (status === 'open') notices.push('评估尚未审定，总分、等级和名次只供核对。')
    if (results !== null && isStale(reader, evaluation))
      notices.push('计算以后数据有变动，总分和等级是上次计算的结果，须重新计算。')
    if (partial !== null) notices.push(`带未定项审定，理由：${partial}`)
    if (reopened !== null) notices.push(`这是第 ${version} 版，已重新办理，以新版为准。`)
  }
  const open = (results ?? []).filter(r => r.result.grade === null).length
  if (open > 0)
    notices.push(
      `${howMany(open, scheme.applies_to.subject)}缺评分或佐证，总分、等级或结论未定：写出可能的范围，不作零分。`,
    )
  const count = (code: string) => said.filter(one => one === code).length
  if (count('CX1122') > 0) notices.push(`${count('CX1122')} 家许可证状态不明，没有算作在册。`)
  if (count('CX1120') > 0)
    notices.push(`${count('CX1120')} 家签署承诺书的人数多于从业人员数，按从业人员数计。`)
  if (count('quota') > 0) notices.push('名额使用情况是其他年度的，本页不列。')
  return notices
}

function evaluationCards(scheme: Scheme, results: readonly ShownResult[] | null): Card[] {
  if (results === null) return []
  const known = totalsOf(results)
  const open = results.filter(r => r.result.grade === null).length
  const noun = scheme.applies_to.subject
  return [
    { label: '已评估', value: howMany(results.length, noun), detail: `其中未定 ${howMany(open, noun)}` },
    ...(hasPoints(scheme)
      ? [
          {
            label: '平均总分',
            value: pointsOr(meanPoints(known)),
            detail: `总分已定的 ${howMany(known.length, noun)}`,
          },
        ]
      : []),
  ]
}

function recordCards(
  cases: { received: number; on_time: { n: number; of: number } },
  coverage: Pick<Coverage, 'inspected' | 'to_inspect'>,
): Card[] {
  const { n, of } = cases.on_time
  const { inspected, to_inspect } = coverage
  return [
    {
      label: '投诉按时率',
      value: rateText(n, of),
      detail: `收到 ${cases.received} 件${of === 0 ? '' : `，${n} / ${of} 按时`}`,
    },
    {
      label: '上半年检查覆盖率',
      value: percentSign(coverageRate(coverage, coverage)),
      detail:
        to_inspect === 0 ? '没有应检查的' : inspected === 0 ? '没有登记检查' : `${inspected} / ${to_inspect}`,
    },
  ]
}
