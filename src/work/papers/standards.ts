// The cells of one standard or condition on a paper: what is on file of it, who judged it, how it came out; what is not
// known is left to be filled in by hand, with boxes and units.

import { pointsText } from '../../domain/exact.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Clause, Indicator, Rule, Scheme, SchemeMetric } from '../../domain/scheme/scheme.ts'
import type { RuleResult } from '../../domain/score/outcome.ts'
import type { IndicatorResult, SubjectResult } from '../../domain/score/result.ts'
import { meanText, type RatingGroup } from '../../domain/score/review.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { clauseText } from '../evaluation/explanation.ts'

/** A standard or condition as it is called, with its points and what it asks. */
function standardText({ name, points, criterion }: Indicator): string {
  return `${name}${points > 0 ? `（${pointsText(points)}分）` : ''}\n${withoutRemarks(criterion)}`
}

/** How the words of the document were read is a remark for whoever keeps the scheme: 原文残缺, 期间为默认值. */
function withoutRemarks(text: string): string {
  return text.replace(/（([^（）]*)）/g, (_, inner: string) => {
    const kept = inner.split('，').filter(part => !/原文|默认值/.test(part))
    return kept.length === 0 ? '' : `（${kept.join('，')}）`
  })
}

/** A standard as a row of a table; without a result to be filled in. */
export function standardRow(scheme: Scheme, indicator: Indicator, result: IndicatorResult | null) {
  return {
    number: String(indicator.number),
    indicator: standardText(indicator),
    clause: clauseOf(indicator.clause),
    facts: factsOf(scheme, indicator, result),
    result: resultOf(indicator, result),
  }
}

export function clauseOf(clause: Clause): string {
  return clauseText(zhCN, clause)
}

/** What is on file of it and who judged it; what is not on file is left to be filled in. */
function factsOf(scheme: Scheme, indicator: Indicator, result: IndicatorResult | null): string {
  if (result === null) {
    const asked = indicator.rules.map(rule => byHand(scheme, rule))
    return [...asked, ...(indicator.evidence === 'records' ? [] : ['情况：'])].join('\n')
  }
  const { override, rules, ratings, points } = result
  const lines = rules.map((found, k) => {
    if (found.outcome === 'no_data') return byHand(scheme, indicator.rules[k]!)
    return foundText(found, nameOfRule(scheme, indicator.rules[k]!))
  })
  if (ratings.length > 0) lines.push(ratings.map(group => ratedText(scheme, group, points)).join('；'))
  if (result.capped_at !== null) lines.push(`以${pointsText(result.capped_at)}分为限`)
  if (override) lines.push(`人工确定：${override.reason}（${override.document}）`)
  return lines.join('\n')
}

/** Whether a rule is met and by what; of one that is not, which records decided, unless they are the figure told. */
function foundText({ outcome, reason, records }: RuleResult, name: string): string {
  const told = outcome === 'not_met' && reason.is !== 'figure' && records.length > 0
  const mark = { met: '✓', not_met: '✗', not_applicable: '–', no_data: '？' }[outcome]
  return `${mark} ${name}：${zhCN.reason(reason)}${told ? `（${records.join('、')}）` : ''}`
}

/** What one kind of rater gave on the average or, of a condition, judged. */
export function ratedText({ raters }: Scheme, group: RatingGroup, points: number): string {
  const name = raters.find(r => r.kind === group.rater_kind)?.name ?? group.rater_kind
  const mean = meanText(group)
  if (mean === null) return `${name}：未评`
  const said = points > 0 ? mean : ({ '1.00': '符合', '0.00': '不符合' }[mean] ?? `评符合的占${mean}`)
  return `${name}：${said}（${group.count}份${group.counted ? '' : '，不计入'}）`
}

const YES_NO = '□是　□否'
/** So many signs leave no room for boxes or a unit on their line. */
const LONG = 11
/** Does not leave its unit on the next line. */
const BLANK = '\u00a0'.repeat(10)

/** A rule as it is filled in: a figure with its unit, or yes and no. */
function byHand(scheme: Scheme, rule: Rule): string {
  const metric = metricOf(scheme, rule)
  const name = nameOfRule(scheme, rule)
  const on = [...name].length > LONG ? '\n' : ''
  if (!metric || metric.is === 'yes_no' || rule.type === 'always') return `${name}：${on}${YES_NO}`
  return `${name}：${on}${BLANK}${metric.is === 'rate' ? '％' : (metric.unit ?? '')}`
}

function metricOf({ metrics }: Scheme, rule: Rule): SchemeMetric | undefined {
  const fact = 'fact' in rule ? rule.fact : ''
  return metrics.find(m => `metric.${m.id}` === fact)
}

function nameOfRule(scheme: Scheme, rule: Rule): string {
  const called = rule.note ?? metricOf(scheme, rule)?.name ?? zhCN.words.value.ruleType[rule.type]
  const name = withoutRemarks(called ?? rule.type)
  return rule.advisory ? `${name}（仅提示）` : name
}

const CONDITION = { met: '符合', not_met: '不符合', no_data: '待定' }
const TO_TICK = ['□符合', '□不符合']

/** Points, or whether a condition is met; boxes where that is for a person to say. */
function resultOf({ points, required }: Indicator, result: IndicatorResult | null): string {
  if (points === 0) {
    const condition = result?.condition ?? null
    if (result !== null && condition === null) return '—'
    return (
      condition === null ? TO_TICK : [CONDITION[condition], ...(condition === 'no_data' ? TO_TICK : [])]
    ).join('\n')
  }
  if (result === null) return '　　　　分'
  const score = pointsText(result.score) ?? `${pointsText(result.min)}–${pointsText(result.max)}`
  const short = required && result.condition !== null && result.condition !== 'met'
  return [score, ...(short ? [CONDITION[result.condition!]] : [])].join('\n')
}

/** The total where points are given, then the decision. */
export function conclusionOf(scheme: Scheme, result: SubjectResult | null): string {
  const rated = hasPoints(scheme)
  const { passed = '', failed = '' } = scheme.decision ?? {}
  if (result === null)
    return `${rated ? '总分：　　　　分　　' : ''}${scheme.decision ? `□${passed}　　□${failed}` : ''}`
  const { total, min_total, max_total, decision } = result
  const points = pointsText(total) ?? `${pointsText(min_total)}–${pointsText(max_total)}`
  const word = decision === null ? '待定' : decision === 'passed' ? passed : failed
  return `${rated ? `总分：${points}分　　` : ''}${scheme.decision ? word : ''}`
}
