// One agency's evaluation explained: for every indicator the points, the ratings, the records and the clause.
import { pointsText } from '../domain/exact.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { RuleResult } from '../domain/score/outcome.ts'
import type { IndicatorResult } from '../domain/score/result.ts'
import { meanText, type RatingGroup, weightText } from '../domain/score/review.ts'
import type { Messages } from '../messages/messages.ts'
import type { Explained } from '../work/evaluation/show-results.ts'
import type { Paint, Shell } from './shell.ts'
import { pad } from './table.ts'

export function explainJson(
  m: Messages,
  { evaluation, party, rank, result }: Explained,
): Record<string, unknown> {
  return {
    uscc: party.uscc,
    name: party.name,
    district_code: party.district_code,
    evaluation: evaluation.id,
    as_of: evaluation.as_of,
    status: evaluation.status,
    total: pointsText(result.total),
    min_total: pointsText(result.min_total),
    max_total: pointsText(result.max_total),
    computed_grade: result.computed_grade,
    grade: result.grade,
    grades: result.grades,
    decision: result.decision,
    rank,
    vetoes: result.vetoes,
    bands: { to_next: pointsText(result.bands.to_next), cushion: pointsText(result.bands.cushion) },
    indicators: result.indicators.map(i => ({
      number: i.number,
      name: i.name,
      category: i.category,
      points: pointsText(i.points),
      score: pointsText(i.score),
      min: pointsText(i.min),
      max: pointsText(i.max),
      evidence: i.evidence,
      capped_at: pointsText(i.capped_at),
      condition: i.condition,
      ratings: i.ratings.map(ratingJson),
      rules: i.rules.map(({ points, ...r }) => ({
        ...r,
        reason: m.reason(r.reason),
        ...(points === null ? {} : { points: { min: pointsText(points.min), max: pointsText(points.max) } }),
      })),
      clause: i.clause,
      points_clause: i.points_clause,
    })),
  }
}

function ratingJson(group: RatingGroup): Record<string, unknown> {
  const { rater_kind, count, counted, set_aside } = group
  return { rater_kind, mean: meanText(group), count, weight: weightText(group), counted, set_aside }
}

export function explainLines(shell: Shell, color: Paint, explained: Explained): string[] {
  const { evaluation, scheme, party, rank, result } = explained
  const { words } = shell.m
  const range = `${pointsText(result.min_total)}–${pointsText(result.max_total)}`
  const lines = [
    color.bold(`${party.name}  ${party.uscc ?? party.code ?? ''}`),
    words.said.explainHead(evaluation, scheme),
    words.said.explainTotal({
      total: pointsText(result.total) ?? range,
      grade: result.grade,
      computed: result.computed_grade,
      rank,
      vetoes: result.vetoes,
      // A grade brought down by a veto has no distances: they are those of the computed one.
      toNext: result.vetoes.length > 0 ? null : pointsText(result.bands.to_next),
      cushion: result.vetoes.length > 0 ? null : pointsText(result.bands.cushion),
    }),
  ]
  const loose = result.indicators.filter(i => i.category === null)
  if (loose.length > 0) lines.push('')
  for (const indicator of loose) lines.push(...indicatorLines(shell, color, scheme, indicator))
  for (const category of scheme.categories) {
    const inside = result.indicators.filter(i => i.category === category.number)
    const known = inside.every(i => i.score !== null)
    const sum = known ? pointsText(inside.reduce((total, i) => total + i.score!, 0)) : words.labels.unknown
    lines.push('', color.bold(`${category.name}  ${sum} / ${pointsText(category.points)}`))
    for (const indicator of inside) lines.push(...indicatorLines(shell, color, scheme, indicator))
  }
  return lines
}

function indicatorLines(shell: Shell, color: Paint, scheme: Scheme, indicator: IndicatorResult): string[] {
  const { words } = shell.m
  const score = pointsText(indicator.score) ?? `${pointsText(indicator.min)}–${pointsText(indicator.max)}`
  const head = `  ${pad(`${indicator.number}.${indicator.name}`, 14)} ${pad(score, 11, 'right')} / ${pointsText(indicator.points)}`
  const source = words.said.source(
    words.value.evidence[indicator.evidence],
    clauseText(words, indicator.clause),
  )
  const lines = [`${head}  ${color.dim(source)}`]
  for (const rating of indicator.ratings) {
    const name = scheme.raters.find(r => r.kind === rating.rater_kind)?.name ?? rating.rater_kind
    lines.push(
      `      ${words.said.rating({
        name,
        mean: meanText(rating),
        count: rating.count,
        weight: weightText(rating),
        counted: rating.counted,
      })}`,
    )
  }
  for (const rule of indicator.rules) lines.push(`      ${ruleLine(shell, color, rule)}`)
  if (indicator.capped_at !== null) lines.push(`      ${words.said.capped(pointsText(indicator.capped_at))}`)
  return lines
}

const MARKS = { met: '✓', not_met: '✗', no_data: '?', not_applicable: '–' } as const

function ruleLine(shell: Shell, color: Paint, rule: RuleResult): string {
  const { m } = shell
  const paint = paintOf(color, rule)
  const span =
    rule.from !== null && rule.to !== null && rule.from !== rule.to ? `${rule.from} ~ ${rule.to}` : null
  const text = m.words.said.rule({
    note: rule.note ?? m.words.value.ruleType[rule.type] ?? rule.type,
    advisory: !rule.hard,
    reason: m.reason(rule.reason),
    records: rule.records,
    span,
    clause: clauseText(m.words, rule.clause),
  })
  return `${paint(MARKS[rule.outcome])} ${text}`
}

/** What costs points is red; what is unknown or only advised, yellow. */
function paintOf(color: Paint, { outcome, hard }: RuleResult): Paint {
  if (outcome === 'not_met') return hard ? color.red : color.yellow
  return outcome === 'no_data' ? color.yellow : color.green
}

/** Values that the document does not have are named as ours. */
export function clauseText(words: Messages['words'], clause: string): string {
  return clause === 'default' ? words.labels.ours : clause
}
