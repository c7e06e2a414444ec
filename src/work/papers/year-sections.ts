// The prose of the summary of the year, section by section.
import { writtenAs } from '../../domain/imports/written.ts'
import { coverageRate } from '../../domain/inspection/due.ts'
import { toldAmount } from '../../domain/inspection/summary.ts'
import { incentiveKind } from '../../domain/records/incentive.ts'
import { total } from '../../domain/report/trends.ts'
import type { Tally, YearEvaluation, YearFigures, YearPart } from '../../domain/report/year.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { howMany } from '../../messages/zh-CN/how-many.ts'
import { NONE, percentSign, rateText } from '../report/rate-text.ts'
import { type Section, TO_WRITE, tallyText } from './summary-paper.ts'

/** Items not met that are named, and those that are as many. */
const NAMED = 5

/** What a summary tells of. */
export type Told = Record<
  'rates' | 'complaints' | 'measures' | 'inspections' | 'titles' | 'listings',
  boolean
>

/** Documents on agencies ask for all; under others that is told of which anything is on file, or for which they provide. */
export function toldOf(
  { rates, complaints, penalties, sanctions, inspections, listings, ...part }: YearPart,
  { applies_to, nomination, award }: Scheme,
): Told {
  const onAgencies = applies_to.subject === 'agency'
  const isTold = (...counts: number[]) => onAgencies || counts.some(count => count > 0)
  const { granted, revoked } = part.titles
  const nominated = part.evaluations.map(e => e.nominated)
  return {
    rates: isTold(rates.agencies),
    complaints: isTold(complaints.received),
    measures: isTold(penalties.count, penalties.revoked, sanctions.count),
    inspections: isTold(inspections.visits),
    titles: nomination !== null || award !== null || isTold(total(granted), total(revoked), ...nominated),
    listings: isTold(listings.red, listings.black, listings.exited, total(part.incentives)),
  }
}

export function yearSections({ whole, spring, year }: YearFigures, scheme: Scheme): Section[] {
  const told = toldOf(whole, scheme)
  const topic = scheme.applies_to.subject === 'agency' ? '诚信状况评估' : '评估结果'
  const problems = problemLines(whole, told)
  const section = (title: string, is: boolean, lines: () => string[]) =>
    is ? [{ title, lines: lines() }] : []
  return [
    ...section('签署率和建档率', told.rates, () => rateLines(whole)),
    ...section('投诉举报处理', told.complaints, () => complaintLines(whole)),
    ...section('行政处罚和惩戒', told.measures, () => measureLines(whole)),
    ...section('春雷行动和检查整改', told.inspections, () => inspectionLines(whole, spring)),
    { title: topic, lines: evaluationLines(whole.evaluations, year) },
    ...section(scheme.nomination === null ? '称号' : '推荐和称号', told.titles, () =>
      titleLines(whole, scheme),
    ),
    ...section('红黑名单和激励限制', told.listings, () => listingLines(whole)),
    {
      title: '存在的问题',
      lines: [...problems, `${problems.length === 0 ? '' : '其他'}问题和原因：${TO_WRITE}`],
    },
    { title: '成效和下一步打算', lines: [`成效和经验：${TO_WRITE}`, `下一步打算：${TO_WRITE}`] },
  ]
}

function rateLines({ rates: r }: YearPart): string[] {
  const unknown = r.staff_unknown === 0 ? '' : `（另有${r.staff_unknown}家人数不明，没有计入）`
  // Of nobody a head count: nothing is known, and nothing is said to be wanting.
  const heads = r.staff > 0 || r.staff_unknown === 0
  const staff = heads
    ? `从业人员${r.staff}人，签署诚信服务承诺书的${r.staff_signed}人，签署率${rateText(r.staff_signed, r.staff)}${unknown}`
    : '从业人员人数不明'
  const wanting = heads ? `尚差${r.staff - r.staff_signed}人${unknown}` : '差多少不明'
  return [
    `共有机构${r.agencies}家。签署诚信自律承诺书的${r.agency_signed}家，签署率${rateText(r.agency_signed, r.agencies)}；${staff}；已建诚信档案${r.archives}家，建档率${rateText(r.archives, r.agencies)}。`,
    `距100%的目标，机构签署尚差${r.agencies - r.agency_signed}家，从业人员签署${wanting}，建档尚差${r.agencies - r.archives}家。`,
  ]
}

function complaintLines({ complaints: c }: YearPart): string[] {
  const unknown = c.limit_unknown === 0 ? '' : `（另有${c.limit_unknown}件期限无法推算，没有计入）`
  return [
    `收到投诉举报${c.received}件，查实${c.upheld}件，办结${c.closed.n}件，办结率${rateText(c.closed.n, c.closed.of)}；已办结或已到期的${c.on_time.of}件中按期办结${c.on_time.n}件，按期办结率${rateText(c.on_time.n, c.on_time.of)}${unknown}。`,
  ]
}

function measureLines({ penalties: p, sanctions: s }: YearPart): string[] {
  const revoked = p.revoked === 0 ? '' : `另有${p.revoked}件已撤销，没有计入。`
  return [
    `作出行政处罚${p.count}件${ofKinds(p.kinds)}。${revoked}`,
    `作出惩戒${s.count}件${ofKinds(s.kinds)}。`,
  ]
}

function inspectionLines({ coverage: c, inspections: i }: YearPart, spring: YearFigures['spring']): string[] {
  const known = spring.filter(({ value }) => value !== null)
  const figures = known.map(({ item, value, unclear }) => {
    const open = unclear.length === 0 ? '' : `（另有${unclear.length}条看不出是否计入）`
    return `${item.name}${toldAmount(item, value)}${item.unit}${open}`
  })
  return [
    // Revoked licenses are known without any inspection, and tell nothing of one.
    ...(known.every(({ item }) => item.take === 'penalties')
      ? ['没有登记春雷行动检查。']
      : [`春雷行动：${figures.join('，')}。`]),
    c.inspected === 0
      ? `应检查机构${c.to_inspect}家，${i.visits === 0 ? '' : '上半年'}没有登记检查，覆盖率${NONE}。`
      : `应检查机构${c.to_inspect}家，已检查${c.inspected}家，覆盖率${percentSign(coverageRate(c, c))}。`,
    ...(i.visits === 0
      ? []
      : [
          `全年检查${i.visits}户次，要求整改${i.ordered}件，已整改${i.rectified}件（其中超期后完成${i.late}件），超期未完成${i.overdue}件。`,
        ]),
  ]
}

function evaluationLines(evaluations: readonly YearEvaluation[], year: number): string[] {
  if (evaluations.length === 0) return [`没有${year}年度的评估结果。`]
  return evaluations.map(e => {
    const outcomes = e.outcomes.map(({ kind, count }) => `${kind}：${many(count, e.subject)}`).join('、')
    const mean =
      e.mean === null ? '' : `有总分的${many(e.counted, e.subject)}，平均分${e.mean}，中位数${e.median}。`
    const state = e.status === 'finalized' ? '已审定' : '尚未审定'
    return `按《${e.title}》评估${many(e.evaluated, e.subject)}（${state}）${outcomes === '' ? '' : `：${outcomes}`}。${mean}`
  })
}

function titleLines({ evaluations, titles }: YearPart, { nomination, applies_to }: Scheme): string[] {
  const subjects = [...new Set([...evaluations.map(e => e.subject), applies_to.subject])]
  const nominated = subjects.flatMap(subject => {
    const own = evaluations.filter(e => e.subject === subject)
    const count = own.reduce((sum, e) => sum + e.nominated, 0)
    return count === 0 && (nomination === null || subject !== applies_to.subject)
      ? []
      : [many(count, subject)]
  })
  return [
    `${nominated.length === 0 ? '' : `推荐${nominated.join('、')}；`}授予称号${total(titles.granted)}个${ofKinds(titles.granted, '个')}；撤销称号${total(titles.revoked)}个${ofKinds(titles.revoked, '个')}。`,
  ]
}

/** Agencies are counted otherwise than persons and windows. */
function many(count: number, subject: SubjectNoun): string {
  return howMany(count, subject).replace(' ', '')
}

const incentiveColumn = incentiveKind.columns.find(({ key }) => key === 'kind')!

function listingLines({ listings: l, incentives }: YearPart): string[] {
  const kinds = incentives.map(({ kind, count }) => ({
    kind: writtenAs(incentiveColumn, kind) ?? kind,
    count,
  }))
  return [
    `列入红名单${l.red}条、黑名单${l.black}条，移出${l.exited}条。`,
    `激励和限制${total(incentives)}项${ofKinds(kinds, '项')}。`,
  ]
}

function problemLines({ problems, inspections, complaints }: YearPart, told: Told): string[] {
  // Whoever has as many as the last that is named is named with it.
  const least = problems[Math.min(NAMED, problems.length) - 1]?.count ?? 0
  const named = problems.filter(({ count }) => count >= least)
  const open = complaints.closed.of - complaints.closed.n
  const left = [
    ...(told.inspections ? [`尚未整改${inspections.ordered - inspections.rectified}件`] : []),
    ...(told.complaints ? [`投诉举报尚未办结${open}件`] : []),
  ]
  const found =
    named.length === 0
      ? '检查没有登记不合格的项目。'
      : `检查发现不合格的项目共${total(problems)}项次，最多的是：${tallyText(named, '次')}。`
  return [...(told.inspections ? [found] : []), ...(left.length === 0 ? [] : [`${left.join('，')}。`])]
}

function ofKinds(tallies: readonly Tally[], unit = '件'): string {
  const text = tallyText(tallies, unit)
  return text === null ? '' : `（${text}）`
}
