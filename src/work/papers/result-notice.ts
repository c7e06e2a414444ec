// The written notice of an evaluation's result (BJ 三(五)): what came out, what cost points and by which clause, until
// when it can be objected to.

import { MICRO, pointsText } from '../../domain/exact.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { OBJECT_DAYS } from '../../domain/score/objection.ts'
import type { RuleResult } from '../../domain/score/outcome.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import type { IndicatorResult, SubjectResult } from '../../domain/score/result.ts'
import { meanText, type RatingGroup } from '../../domain/score/review.ts'
import { ratingHeader } from '../../domain/score/sheet-columns.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listNotices, type Notice } from '../../store/notice.ts'
import { ask, type Desk } from '../desk.ts'
import { computeEach } from '../evaluation/compute.ts'
import { finalizedOne } from '../evaluation/notices.ts'
import { partyNamed } from '../evaluation/party.ts'
import { schemeOf } from '../evaluation/which.ts'
import { districtNames } from '../list-agencies.ts'
import {
  chineseDay,
  contactText,
  gradeLabel,
  type Paper,
  type Stationery,
  standing,
  stationeryOf,
  wordPaper,
} from './paper.ts'

export interface Notices {
  notices: ResultNotice[]
  /** How many of them tell that the evaluation could not be completed. */
  open: number
}

export interface ResultNotice {
  party: PartyName
  district: string
  total: string
  /** The grade, or where the scheme decides and does not grade, the decision. */
  outcome: string
  /** Ratings or evidence are missing: there is no grade, no decision, where the scheme has neither no total. */
  open: boolean
  costs: Cost[]
  objectBy: string | null
  paper: Paper
}

/** An indicator without its full points, or a condition that is not met. */
export interface Cost {
  indicator: string
  points: string
  score: string
  reason: string
  clause: string
}

/** `subject`: null for everybody. Refuses what is not finalized, and whom it is not about. */
export function planNotices(desk: Desk, which: string | null, subject: string | null): Notices {
  return ask(desk, reader => {
    const evaluation = finalizedOne(reader, which)
    const scheme = schemeOf(reader, evaluation)
    const noun = scheme.applies_to.subject
    const one = subject === null ? null : partyNamed(reader, noun, subject)
    const districts = districtNames(reader)
    const served = new Map(listNotices(reader, evaluation).map(n => [(n.agency_id ?? n.subject_id)!, n]))
    const planned: ResultNotice[] = []
    const stationery = stationeryOf(desk, reader)
    const only = one ? { noun, ids: [(one.agency_id ?? one.subject_id)!] } : undefined
    for (const { dossier, result } of computeEach(reader, evaluation, only)) {
      const party = nameOf(dossier)
      const district = districts.get(party.district_code ?? '') ?? ''
      const notice = served.get((party.agency_id ?? party.subject_id)!) ?? null
      planned.push(noticeOf({ evaluation, scheme, party, district, notice, stationery }, result))
    }
    if (one && planned.length === 0) throw new Refusal('CX3013', { agency: one.name })
    return { notices: planned, open: planned.filter(n => n.open).length }
  })
}

/** To be filled in by hand. */
const BLANK = '　　　　　　　　'

interface About {
  evaluation: Evaluation
  scheme: Scheme
  party: PartyName
  district: string
  notice: Notice | null
  stationery: Stationery
}

function noticeOf(about: About, result: SubjectResult): ResultNotice {
  const { scheme, party, district, notice, stationery } = about
  const { total, min_total, max_total } = result
  const totalText = pointsText(total) ?? `${pointsText(min_total)}–${pointsText(max_total)}`
  const outcome = outcomeOf(scheme, result)
  const costs = result.indicators.flatMap(i => costOf(scheme, i))
  const told = { total: totalText, outcome, open: isOpen(scheme, result), costs }
  const code = party.uscc ?? party.code ?? String(party.agency_id ?? party.subject_id)
  const name = ['告知书', party.district_code ?? '', district, code, party.name].filter(p => p !== '')
  return {
    party,
    district,
    ...told,
    objectBy: notice?.object_by ?? null,
    paper: wordPaper(stationery, 'result-notice', name, () => contentOf(about, told)),
  }
}

function contentOf(
  { evaluation, scheme, party, notice, stationery }: About,
  { total, outcome, open, costs }: Pick<ResultNotice, 'total' | 'outcome' | 'open' | 'costs'>,
): PaperContent<'result-notice'> {
  const code = party.uscc ?? party.code
  return {
    subject_name: party.name,
    subject_code: code === null ? '' : `（${code}）`,
    you: scheme.applies_to.subject === 'person' ? '你' : '你单位',
    basis: `《${scheme.notice}》${scheme.document === scheme.notice ? '' : `（${scheme.document}）`}`,
    year: String(evaluation.year),
    as_of: chineseDay(evaluation.as_of),
    result: open ? openText(scheme, total) : resultText(scheme, total, outcome),
    costs: costsText(costs, open),
    has_rows: costs.length > 0,
    rows: costs,
    objection: objectionText(notice),
    contact: contactText(stationery, scheme, party.district_code),
    notes: notesOf(evaluation),
    method: notice?.method ?? BLANK,
    receiver: notice?.receiver ?? BLANK,
    served_on: notice ? chineseDay(notice.served_on) : BLANK,
    footer_note: scheme.papers.no_fee?.text ?? '',
  }
}

function outcomeOf(scheme: Scheme, { grade, decision }: SubjectResult): string {
  if (scheme.grades.bands.length > 0) return gradeLabel(scheme, grade)
  if (scheme.decision === null) return ''
  return decision === null ? '未定' : scheme.decision[decision]
}

function isOpen({ grades, decision: decides }: Scheme, { total, grade, decision }: SubjectResult): boolean {
  if (grades.bands.length > 0) return grade === null
  return decides === null ? total === null : decision === null
}

/** No range is a result: what is missing is told, and that another notice follows. */
function openText(scheme: Scheme, total: string): string {
  const { grades, decision } = scheme
  const parts = [
    ...(hasPoints(scheme) ? [`总分${total}分`] : []),
    ...(grades.bands.length > 0 ? ['等级未定'] : decision === null ? [] : ['结论未定']),
  ]
  return `评估未完成，尚缺评分或者佐证：${parts.join('，')}。补齐并重新审定以后另行告知结果。`
}

function costsText(costs: readonly Cost[], open: boolean): string {
  if (costs.length === 0) return '各项指标均满足要求。'
  return `没有得满分${open ? '、没有满足或者尚未评定' : '或者没有满足'}的指标如下：`
}

function resultText(scheme: Scheme, total: string, outcome: string): string {
  const rated = hasPoints(scheme)
  const parts = [
    ...(rated ? [`总分${total}分`] : []),
    ...(outcome === '' ? [] : [`${scheme.grades.bands.length > 0 ? '等级' : '结论'}：${outcome}`]),
  ]
  return `评估结果：${parts.join('，')}。`
}

function costOf(scheme: Scheme, indicator: IndicatorResult): Cost[] {
  const { points, score, min, max, condition, clause } = indicator
  const full = points === 0 ? condition !== 'not_met' && condition !== 'no_data' : score === points
  if (full && condition !== 'not_met') return []
  return [
    {
      indicator: ratingHeader(indicator),
      points: points === 0 ? '—' : pointsText(points),
      score:
        points === 0
          ? CONDITION[condition ?? 'no_data']
          : (pointsText(score) ?? `${pointsText(min)}–${pointsText(max)}`),
      reason: reasonOf(scheme, indicator),
      clause: clauseName(clause),
    },
  ]
}

const CONDITION = { met: '符合', not_met: '不符合', no_data: '未定' }

/** What was found first, then what the raters gave; points set by hand stand for all. */
function reasonOf({ raters }: Scheme, indicator: IndicatorResult): string {
  const { override, rules, ratings, capped_at, evidence } = indicator
  if (override !== null) return `人工确定：${override.reason}（${override.document}）`
  const found = rules.filter(r => r.hard && costs(r)).map(ruleText)
  if (capped_at !== null) found.push(`以${pointsText(capped_at)}分为限`)
  const counted = ratings.filter(r => r.counted)
  const rated = counted
    .filter(r => !isFull(r, indicator.points))
    .map(r => {
      const mean = indicator.points === 0 ? judgedText(meanText(r, DECIMALS)) : meanText(r, DECIMALS)
      return `${raters.find(k => k.kind === r.rater_kind)?.name ?? r.rater_kind}${mean}`
    })
  if (rated.length > 0) found.push(rated.join('、'))
  if (counted.length === 0 && evidence !== 'records' && indicator.score === null) found.push('没有评分')
  if (rules.some(r => r.hard && r.outcome === 'no_data')) found.push('台账无佐证')
  return found.join('；')
}

/** As on the score table; the whole mean is told by `explain`. */
const DECIMALS = 3

/** Who gave all there was took nothing; a condition is one. */
function isFull({ sum, count }: RatingGroup, points: number): boolean {
  return sum * 100 >= (points === 0 ? 100 : points) * count * MICRO
}

/** A condition is judged: said by all, by none, or by that share of the sheets. */
function judgedText(mean: string | null): string {
  return mean === '1.00' ? '评符合' : mean === '0.00' ? '评不符合' : `评符合的占${mean}`
}

function costs({ outcome, points }: RuleResult): boolean {
  return outcome === 'not_met' || (points !== null && outcome === 'met')
}

function ruleText(rule: RuleResult): string {
  const name = rule.note ?? zhCN.words.value.ruleType[rule.type] ?? rule.type
  const records = rule.records.length > 0 ? `（${rule.records.join('、')}）` : ''
  const missed = rule.outcome === 'not_met'
  const told = `${missed && rule.reason.is === 'count' ? '有 ' : ''}${zhCN.reason(rule.reason)}`
  return `${missed ? `不满足“${name}”` : name}：${told}${records}［${clauseName(rule.clause)}］`
}

function clauseName(clause: string): string {
  return clause === 'default' ? '本程序默认' : clause
}

function objectionText(notice: Notice | null): string {
  const until =
    notice === null
      ? `收到本告知书次日起${OBJECT_DAYS}个工作日内`
      : `${chineseDay(notice.object_by)}前（含当日）`
  return `对结果有异议的，可以在${until}书面提出。`
}

/** What the document does not say is named as ours. */
function notesOf(evaluation: Evaluation): string[] {
  return ['异议期限和条款一栏注明“本程序默认”的，原文没有规定。', ...standing(evaluation, '本告知书')]
}
