// The score table of an agency (评分表, BJ annex 1): every indicator with ratings, score and what it rests on.
import { pointsText } from '../../domain/exact.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { EvaluatedAgency } from '../../domain/score/dossier.ts'
import type { RuleResult } from '../../domain/score/outcome.ts'
import type { IndicatorResult } from '../../domain/score/result.ts'
import { meanText, type RatingGroup } from '../../domain/score/review.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { computeEach } from '../evaluation/compute.ts'
import { schemeOf } from '../evaluation/which.ts'
import { districtNames } from '../list-agencies.ts'
import {
  chineseDay,
  codeInName,
  footerNote,
  gradeLabel,
  type Paper,
  type Stationery,
  standing,
  wordPaper,
} from './paper.ts'

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
    const paper = wordPaper(stationery, 'results', fileOf(sheet), () => content)
    found.set(agency.id, { ...sheet, paper })
  }
  return agencies === null
    ? [...found.values()]
    : agencies.flatMap(({ id }) => {
        const sheet = found.get(id)
        return sheet ? [sheet] : []
      })
}

/** The parts of its file name. */
export function fileOf({ agency, district }: Pick<ResultSheet, 'agency' | 'district'>): string[] {
  return ['评分表', agency.district_code, district, codeInName(agency), agency.name]
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
    agency_code: agency.uscc ?? agency.license_no,
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
export function notesOf(scheme: Scheme, evaluation: Evaluation): string[] {
  const weights = scheme.raters.map(r => `${r.name}${r.weight}`).join('、')
  return [
    `评价权重（${weights}）、各指标分值和等级线原文未定，为本程序默认；缺一方评价时按其余权重折算。`,
    '“—”表示没有评分，括号内的评分不计入得分；✓为满足，✗为不满足。',
    ...standing(evaluation),
  ]
}
