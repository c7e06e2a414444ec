// What moved somebody between two results, as JSON and as columns.
import { pointsText } from '../domain/exact.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { Cause, MovedIndicator } from '../domain/score/compare.ts'
import { changeOf, type Difference, isRankOnly, type Standing } from '../work/evaluation/differences.ts'
import { codeTitle, nameTitle } from './party-columns.ts'
import type { ListColumn, Shell } from './shell.ts'

export function differenceJson(difference: Difference): Record<string, unknown> {
  const { uscc, code, name, district_code, before, after, indicators, vetoes } = difference
  return {
    uscc,
    code,
    name,
    district_code,
    change: pointsText(changeOf(difference)),
    before: standingJson(before),
    after: standingJson(after),
    vetoes,
    indicators: indicators.map(i => ({ ...i, before: rangeJson(i.before), after: rangeJson(i.after) })),
  }
}

function standingJson(standing: Standing | null): Record<string, unknown> | null {
  if (standing === null) return null
  const { total, min_total, max_total, grade, decision, rank } = standing
  return {
    total: pointsText(total),
    min_total: pointsText(min_total),
    max_total: pointsText(max_total),
    grade,
    decision,
    rank,
  }
}

function rangeJson(range: MovedIndicator['before']): Record<string, unknown> | null {
  return range && { min: pointsText(range.min), max: pointsText(range.max) }
}

export function differenceColumns(shell: Shell, scheme: Scheme): ListColumn<Difference>[] {
  const { column, labels } = shell.m.words
  const total = (s: Standing | null) =>
    s === null ? labels.none : rangeText({ min: s.min_total, max: s.max_total })
  const signed = (change: number | null) =>
    change === null ? labels.none : `${change > 0 ? '+' : ''}${pointsText(change)}`
  return [
    { title: codeTitle(shell, scheme.applies_to.subject), cell: d => d.uscc ?? d.code },
    { title: nameTitle(shell, scheme.applies_to.subject), cell: d => d.name },
    { title: column.total_before!, cell: d => total(d.before), align: 'right' },
    { title: column.total_after!, cell: d => total(d.after), align: 'right' },
    { title: column.change!, cell: d => signed(changeOf(d)), align: 'right' },
    { title: column.grade_before!, cell: d => d.before?.grade ?? labels.none },
    { title: column.grade_after!, cell: d => d.after?.grade ?? labels.none },
    { title: column.rank_before!, cell: d => d.before?.rank ?? labels.none, align: 'right' },
    { title: column.rank_after!, cell: d => d.after?.rank ?? labels.none, align: 'right' },
    { title: column.causes!, cell: d => causesText(shell, scheme, d) },
  ]
}

function rangeText({ min, max }: { min: number; max: number }): string {
  return min === max ? pointsText(min) : `${pointsText(min)}–${pointsText(max)}`
}

function causesText(shell: Shell, scheme: Scheme, difference: Difference): string {
  const { labels, said } = shell.m.words
  if (isRankOnly(difference)) return said.cause.rank
  const { indicators, vetoes } = difference
  const largest = [...indicators].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, TOLD)
  const texts = largest.map(({ before, after, causes, ...indicator }) =>
    said.movedIndicator({
      ...indicator,
      before: before && rangeText(before),
      after: after && rangeText(after),
      causes: causes.map(cause => causeText(shell, scheme, cause)),
    }),
  )
  if (vetoes.gone.length + vetoes.come.length > 0) {
    texts.push(said.cause.vetoes({ gone: vetoes.gone.map(String), come: vetoes.come.map(String) }))
  }
  if (indicators.length > TOLD) texts.push(said.cause.more(indicators.length - TOLD))
  return texts.join(labels.stop)
}

/** How many indicators a row tells of; JSON has all. */
const TOLD = 3

function sizeOf({ before, after }: MovedIndicator): number {
  const [was, is] = [before ?? { min: 0, max: 0 }, after ?? { min: 0, max: 0 }]
  return Math.max(Math.abs(is.min - was.min), Math.abs(is.max - was.max))
}

function causeText({ m }: Shell, scheme: Scheme, cause: Cause): string {
  const { said, value } = m.words
  const rater = (kind: string) => scheme.raters.find(r => r.kind === kind)?.name ?? kind
  switch (cause.is) {
    case 'rule':
      return said.cause.rule({ ...cause, rule: cause.note ?? value.ruleType[cause.type] ?? cause.type })
    case 'ratings':
      return said.cause.ratings({ ...cause, rater: rater(cause.rater_kind) })
    case 'weight':
      return said.cause.weight({ ...cause, rater: rater(cause.rater_kind) })
    case 'points':
      return said.cause.points(cause)
    case 'cap':
      return said.cause.cap(cause)
    case 'override':
      return said.cause.override(cause)
    case 'scheme':
      return said.cause.scheme
    default: {
      const never: never = cause
      return never
    }
  }
}
