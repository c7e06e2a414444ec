// The upward table of a campaign: each number with the records behind it, or why there is none. Inspections on file are
// not known to be all there were, so that what no record could tell is null and not 0; penalties are complete.
import type { Day } from '../day.ts'
import { decimalText } from '../exact.ts'
import type { Values } from '../imports/column.ts'
import { officersOf, targetOf } from '../records/inspection.ts'
import { isInForce, type Penalty } from '../records/penalty.ts'
import type { Condition, SummaryItem, SummedField, Wording } from './checklist.ts'

/** An inspection, or a penalty, with what it adds to a number. */
export interface Counted {
  record: Values
  amount: number
}

/** Why there is no number. */
export type Gap = 'no_inspection' | 'no_target' | 'item_blank' | 'field_blank' | 'not_by_batch'

export interface Figure {
  /** Counts, or fen. */
  value: number | null
  gap: Gap | null
  counted: Counted[]
  /** Records that may belong here, but do not say so. */
  unclear: Values[]
}

export interface SummaryFigure extends Figure {
  item: SummaryItem
  /** Of a sum of several fields. */
  parts: (Figure & { field: SummedField })[]
}

export interface SummaryBasis {
  inspections: readonly Values[]
  /** Decided in the time; null where they cannot be told to belong. */
  penalties: readonly Values[] | null
  to: Day
}

/** As it is told: money is stored in fen, a millionth of the 万元 that the table is in. */
export function toldAmount(item: SummaryItem, value: number | null): string | number | null {
  const money = item.take === 'sum' && item.fields.some(({ field }) => field === 'refunded_fen')
  return value !== null && money ? decimalText(value) : value
}

export function summarize(items: readonly SummaryItem[], basis: SummaryBasis): SummaryFigure[] {
  return items.map(item => ({ item, parts: [], ...figureOf(item, basis) }))
}

function figureOf(item: SummaryItem, basis: SummaryBasis): Figure & { parts?: SummaryFigure['parts'] } {
  if (item.take === 'penalties') return penaltiesOf(item.kinds, basis)
  if (basis.inspections.length === 0) return none('no_inspection')
  if (item.take === 'inspections') return inspectionsOf(item.where, basis.inspections)
  const parts = item.fields.map(field => ({
    field,
    ...sumOf(field, item.expected, basis.inspections),
  }))
  if (parts.length === 1) return parts[0]!
  const known = parts.filter(part => part.value !== null)
  if (known.length === 0) return { ...none('field_blank'), parts }
  const counted = new Map<Values, number>()
  for (const { record, amount } of parts.flatMap(part => part.counted))
    counted.set(record, (counted.get(record) ?? 0) + amount)
  return {
    value: known.reduce((sum, part) => sum + part.value!, 0),
    gap: null,
    counted: [...counted].map(([record, amount]) => ({ record, amount })),
    unclear: [],
    parts,
  }
}

const none = (gap: Gap): Figure => ({ value: null, gap, counted: [], unclear: [] })

function penaltiesOf(kinds: readonly string[], { penalties, to }: SummaryBasis): Figure {
  if (penalties === null) return none('not_by_batch')
  const counted = penalties
    .filter(penalty => isInForce(penalty as unknown as Penalty, to))
    .filter(penalty =>
      String(penalty.kind)
        .split(';')
        .some(kind => kinds.includes(kind)),
    )
    .map(record => ({ record, amount: 1 }))
  return { value: counted.length, gap: null, counted, unclear: [] }
}

function inspectionsOf(where: readonly Condition[], inspections: readonly Values[]): Figure {
  const answers = inspections.map(record => ({ record, answer: anyOf(where, record) }))
  const gaps = answers.map(({ answer }) => answer)
  if (gaps.every(answer => answer === 'no_target' || answer === 'item_blank'))
    return none(gaps.includes('item_blank') ? 'item_blank' : 'no_target')
  const counted = answers
    .filter(({ answer }) => answer === 'yes')
    .map(({ record }) => ({ record, amount: 1 }))
  const unclear = answers.filter(({ answer }) => answer === 'unclear').map(({ record }) => record)
  return { value: counted.length, gap: null, counted, unclear }
}

type Answer = 'yes' | 'unclear' | 'no' | 'item_blank' | 'no_target'

/** The first answer in this order is that of several conditions. */
const STRENGTH: readonly Answer[] = ['yes', 'unclear', 'no', 'item_blank', 'no_target']

function anyOf(where: readonly Condition[], record: Values): Answer {
  const answers = where.map(condition => answerOf(condition, record))
  return STRENGTH.find(answer => answers.includes(answer))!
}

function answerOf({ target, failed, findings, measure }: Condition, record: Values): Answer {
  if (target !== undefined && targetOf(record) !== target) return 'no_target'
  const items = failed && (JSON.parse(String(record.items)) as Record<string, string>)
  if (failed?.every(id => items![id] === undefined)) return 'item_blank'
  const said = [
    failed === undefined || failed.some(id => items![id] === 'fail') ? 'yes' : 'no',
    findings === undefined ? 'yes' : reads(findings, record.findings),
    measure === undefined ? 'yes' : reads(measure, record.measure),
  ] as const
  return said.includes('no') ? 'no' : said.includes('unclear') ? 'unclear' : 'yes'
}

/** A blank text says neither. */
function reads({ yes, no, unclear }: Wording, text: Values[string] | undefined): 'yes' | 'unclear' | 'no' {
  const has = (words: readonly string[] = []) => words.some(word => String(text ?? '').includes(word))
  if (has(yes)) return 'yes'
  if (has(unclear)) return 'unclear'
  return no === undefined || has(no) ? 'no' : 'unclear'
}

/**
 * Of the records that have the number; those that should have it and do not are unclear. Officers are listed by name,
 * all else is a number.
 */
function sumOf({ field }: SummedField, expected: Condition | null, inspections: readonly Values[]): Figure {
  const filled = inspections.filter(record => (record[field] ?? null) !== null)
  const unclear = inspections.filter(
    record => !filled.includes(record) && expected !== null && answerOf(expected, record) === 'yes',
  )
  if (filled.length === 0) return { ...none('field_blank'), unclear }
  const counted = filled.map(record => ({
    record,
    amount: field === 'officers' ? officersOf(record).length : Number(record[field]),
  }))
  return { value: counted.reduce((sum, c) => sum + c.amount, 0), gap: null, counted, unclear }
}
