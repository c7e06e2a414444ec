// The score table of an agency (评分表, BJ annex 1): every indicator with ratings, score and what it rests on.
import { pointsText } from '../../domain/exact.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { EvaluatedAgency } from '../../domain/score/dossier.ts'
import type { RuleResult } from '../../domain/score/outcome.ts'
import type { IndicatorResult } from '../../domain/score/result.ts'
import { meanText, type RatingGroup } from '../../domain/score/review.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { computeEach } from '../evaluation/compute.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, schemeOf } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNames } from '../list-agencies.ts'
import { readNominations } from '../nomination/list.ts'
import {
  chineseDay,
  footerNote,
  gradeLabel,
  type Paper,
  type Stationery,
  standing,
  stationeryOf,
  wordPaper,
} from './paper.ts'
import { nomineesOf } from './recommendation.ts'
import { type SheetFormat, sealedSheet } from './sheet.ts'

export interface ResultSheet {
  agency: EvaluatedAgency
  district: string
  rows: ResultRow[]
  total: string
  grade: string
  paper: Paper
}

export interface ResultRow {
  category: string
  indicator: string
  criterion: string
  points: string
  /** Means by rater kind, in the scheme's order. */
  means: string[]
  score: string
  basis: string
}

/** Which agencies: one, all evaluated, or (default) the nominees. */
export type ResultScope = { agency: string } | 'all' | 'nominees'

/** The score tables of a scope, ready to be written as Word or as one table. Refuses an agency that was not evaluated, and schemes for others. */
export function planResults(
  desk: Desk,
  which: string | null,
  scope: ResultScope,
): { sheets: ResultSheet[]; table: (format: SheetFormat) => Paper } {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const scheme = schemeOf(reader, evaluation)
    // The table is annex 1 of the notices on agencies; others have `evaluation explain` and the notice of the result.
    if (scheme.applies_to.subject !== 'agency') {
      throw new Refusal('CX3017', { scheme: scheme.id, paper: '评分表' })
    }
    const agencies =
      scope === 'all'
        ? null
        : scope === 'nominees'
          ? nomineesOf(readNominations(reader, evaluation)).map(n => n.candidate.agency)
          : [agencyNamed(reader, scope.agency)]
    const stationery = stationeryOf(desk, reader)
    const sheets = resultSheetsOf(reader, stationery, evaluation, agencies)
    if (typeof scope === 'object' && sheets.length === 0)
      throw new Refusal('CX3013', { agency: agencies![0]!.name })
    const sheet = resultsTable(scheme, evaluation, sheets)
    const table = sealedSheet(stationery, sheet, '评分表', footerNote(stationery, 'results', scheme, null))
    return { sheets, table }
  })
}

/** Of the agencies given, in their order, as far as they were evaluated; null for all that were. */
export function resultSheetsOf(
  reader: Reader,
  stationery: Stationery,
  evaluation: Evaluation,
  agencies: readonly { id: number }[] | null,
): ResultSheet[] {
  if (agencies?.length === 0) return []
  const scheme = schemeOf(reader, evaluation)
  const names = districtNames(reader)
  const only = agencies ? ({ noun: 'agency', ids: agencies.map(a => a.id) } as const) : undefined
  const found = new Map<number, ResultSheet>()
  for (const { dossier, result } of computeEach(reader, evaluation, only)) {
    const { agency } = dossier
    if (!agency) continue
    const { total, min_total, max_total, grade, indicators } = result
    const sheet = {
      ...{ agency, district: names.get(agency.district_code)! },
      rows: indicators.map(i => resultRow(scheme, i)),
      total: pointsText(total) ?? `${pointsText(min_total)}–${pointsText(max_total)}`,
      grade: gradeLabel(scheme, grade),
    }
    const content = fieldsOf(stationery, scheme, evaluation, agency, sheet)
    const code = agency.uscc ?? agency.license_no ?? String(agency.id)
    const file = ['评分表', agency.district_code, sheet.district, code, agency.name]
    found.set(agency.id, { ...sheet, paper: wordPaper(stationery, 'results', file, () => content) })
  }
  return agencies === null
    ? [...found.values()]
    : agencies.flatMap(({ id }) => {
        const sheet = found.get(id)
        return sheet ? [sheet] : []
      })
}

/** All of them in one table, a row for each indicator: one sheet, so that it can be filtered. */
function resultsTable(scheme: Scheme, evaluation: Evaluation, sheets: readonly ResultSheet[]): SheetOut {
  const { papers, raters, document, title } = scheme
  const text = (header: string, width?: number) => ({
    header,
    type: 'text' as const,
    ...(width ? { width } : {}),
  })
  const points = (header: string, decimals = 2) => ({
    header,
    type: 'decimal' as const,
    decimals,
    align: 'center' as const,
  })
  return {
    name: '评分表',
    title: papers.results.title,
    subtitle: `${evaluation.year}年度　${document} ${title}　截止日${chineseDay(evaluation.as_of)}`,
    notes: notesOf(scheme, evaluation),
    columns: [
      ...[text('统一社会信用代码', 21), text('机构名称', 34), text('推荐范围', 10), text('类别', 10)],
      ...[text('指标', 16), points('满分')],
      // A mean has up to three decimals.
      ...raters.map(r => points(r.name, 3)),
      ...[points('得分'), text('依据', 40), points('总分'), text('等级', 14)],
    ],
    rows: sheets.flatMap(({ agency, district, rows, total, grade }) =>
      rows.map(r => [
        ...[agency.uscc, agency.name, district, r.category, r.indicator, r.points, ...r.means],
        ...[r.score, r.basis, total, grade],
      ]),
    ),
    landscape: true,
  }
}

function resultRow(scheme: Scheme, indicator: IndicatorResult): ResultRow {
  const mean = (kind: string) => meanOf(indicator.ratings.find(r => r.rater_kind === kind))
  return {
    category: scheme.categories.find(c => c.number === indicator.category)?.name ?? '',
    indicator: `${indicator.number}.${indicator.name}`,
    criterion: scheme.indicators.find(i => i.number === indicator.number)!.criterion,
    points: pointsText(indicator.points),
    means: scheme.raters.map(r => mean(r.kind)),
    score: pointsText(indicator.score) ?? `${pointsText(indicator.min)}–${pointsText(indicator.max)}`,
    basis: basisText(indicator),
  }
}

/** The column is narrow: three decimals on paper, the whole mean in `explain`. In brackets what does not count. */
function meanOf(group: RatingGroup | undefined): string {
  const mean = group ? meanText(group, 3) : null
  return mean === null ? '—' : group!.counted ? mean : `(${mean})`
}

/** What decided, in short: rules that are not met first, with the records; then those met. */
function basisText(indicator: IndicatorResult): string {
  const { override, evidence, ratings } = indicator
  if (override !== null) return `人工确定：${override.reason}（${override.document}）`
  const parts = indicator.rules.filter(r => r.hard && r.outcome !== 'no_data').map(ruleText)
  if (indicator.capped_at !== null) parts.push(`以${pointsText(indicator.capped_at)}分为限`)
  if (indicator.rules.some(r => r.hard && r.outcome === 'no_data')) parts.push('台账无佐证')
  if (evidence !== 'records' && !ratings.some(r => r.counted)) parts.push('没有评分')
  return parts.length > 0 ? parts.join('；') : '评审'
}

function ruleText(rule: RuleResult): string {
  const records =
    rule.outcome === 'not_met' && rule.records.length > 0 ? `（${rule.records.join('、')}）` : ''
  const name = rule.note ?? zhCN.words.value.ruleType[rule.type] ?? rule.type
  return rule.outcome === 'not_met' ? `${name}✗：${zhCN.reason(rule.reason)}${records}` : `${name}✓`
}

function fieldsOf(
  stationery: Stationery,
  scheme: Scheme,
  evaluation: Evaluation,
  agency: EvaluatedAgency,
  sheet: Pick<ResultSheet, 'district' | 'rows' | 'total' | 'grade'>,
): PaperContent<'results'> {
  const short = (name: string) => name.replace(/评价$/, '')
  return {
    title: scheme.papers.results.title,
    agency_name: agency.name,
    agency_code: agency.uscc ?? agency.license_no ?? String(agency.id),
    district: sheet.district,
    year: String(evaluation.year),
    as_of: chineseDay(evaluation.as_of),
    scheme: `${scheme.document} ${scheme.title}`,
    rater1: short(scheme.raters[0]?.name ?? ''),
    rater2: short(scheme.raters[1]?.name ?? ''),
    rater3: short(scheme.raters[2]?.name ?? ''),
    rows: sheet.rows.map(({ means, criterion, ...row }) => ({
      ...row,
      indicator: `${row.indicator}\n${criterion}`,
      r1: means[0] ?? '',
      r2: means[1] ?? '',
      r3: means[2] ?? '',
    })),
    total: sheet.total,
    grade: sheet.grade,
    notes: notesOf(scheme, evaluation),
    footer_note: footerNote(stationery, 'results', scheme, agency.district_code),
  }
}

/** What the document leaves open and we filled in is named as ours. */
function notesOf(scheme: Scheme, evaluation: Evaluation): string[] {
  const weights = scheme.raters.map(r => `${r.name}${r.weight}`).join('、')
  return [
    `评价权重（${weights}）、各指标分值和等级线原文未定，为本程序默认；缺一方评价时按其余权重折算。`,
    '“—”表示没有评分，括号内的评分不计入得分；✓为满足，✗为不满足。',
    ...standing(evaluation),
  ]
}
