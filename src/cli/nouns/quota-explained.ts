// What is said of the places of one unit: where they come from, how each was got, what the next one would take.
import type { Method } from '../../domain/quota/method.ts'
import type { Step } from '../../domain/quota/steps.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Explained } from '../../work/quota/explain.ts'
import type { Source } from '../../work/quota/source.ts'

export function explainedLines(m: Messages, e: Explained): string[] {
  const { said, value, column } = m.words
  const departs = e.official !== null && e.official !== e.seats
  const fixed = e.method === 'fixed'
  const method = fixed && departs ? said.quotaOther : value.quotaMethod[e.method as Method]
  const limits = [
    ...(e.min > 0 ? [said.field(column.min_seats!, String(e.min))] : []),
    ...(e.max === null ? [] : [said.field(column.max_seats!, String(e.max))]),
    ...(e.used > 0 ? [said.field(column.used!, String(e.used))] : []),
  ]
  const steps = e.steps.map(step => said.quotaStep({ ...step, span: span(step), by: value.gotBy[step.by] }))
  const unreasoned = departs && e.source !== null && e.reason === null
  return [
    said.quotaExplained({ unit: e.unit, seats: e.seats, method }),
    ...(fixed && e.source !== null ? [said.field(column.got_by!, sourceText(m, e.source, e.clause))] : []),
    ...(e.weight === null ? [] : [said.field(column.weight_given!, e.weight)]),
    ...(e.quota === null ? [] : [said.field(column.exact_quota!, e.quota)]),
    ...limits,
    ...steps.map(line => `  ${line}`),
    ...(e.tie === null ? [] : [said.quotaTied(e.tie)]),
    ...(e.settled.length === 0 ? [] : [said.quotaSettled(e.settled)]),
    ...(departs ? [said.field(column.official!, said.quotaOfDocument(e.official!, e.clause))] : []),
    ...(e.reason === null ? [] : [said.field(column.reason!, e.reason)]),
    ...(unreasoned ? [said.field(column.reason!, said.noReason)] : []),
    ...(e.claim === null || e.tie !== null
      ? []
      : [said.quotaNextClaim({ ...e, claim: e.claim, decimal: e.decimal! })]),
    ...(e.seats === e.max ? [said.quotaAtLimit(e.max)] : []),
  ]
}

/** Where places come from; of the document, by which clause. */
export function sourceText(
  { words: { said, value } }: Messages,
  source: Source,
  clause: string | null,
): string {
  const { quotaSource } = said
  switch (source.is) {
    case 'document':
      return quotaSource.document(clause)
    case 'import':
      return quotaSource.import(source)
    case 'allotment':
      return quotaSource.allotment({ ...source, method: value.quotaMethod[source.method as Method] })
  }
}

/** The number of a place, or of the first and last of several got at once. */
export function span({ place, places }: Step): string {
  return places === 1 ? String(place) : `${place}–${place + places - 1}`
}
