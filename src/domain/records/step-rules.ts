// What a correction leaves to the steps of a record: it corrects what a step said, and neither takes the step nor
// makes it say what it would have refused.
import { type Finding, fault, type Values } from '../imports/column.ts'
import { isUpheld } from './complaint.ts'
import type { RecordKind, RecordTable } from './kind.ts'
import { listingKind } from './listing.ts'

interface StepRule {
  /** Of its command, where that is not the kind's own. */
  noun?: string
  verb: string
  /** The field that tells whether it was taken. */
  field: string
  /** Its value once it was; any at all unless named. */
  value?: string
  /** What stands against a record of which it was taken. */
  faults?: (values: Values) => Finding[]
}

const rules: Partial<Record<RecordTable, readonly StepRule[]>> = {
  complaint: [{ verb: 'close', field: 'closed_on', faults: undecided }],
  listing: [{ verb: 'exit', field: 'exited_on', faults: untoldExit }],
  penalty: [
    { verb: 'revoke', field: 'status', value: 'revoked' },
    { verb: 'review', field: 'status', value: 'under_review' },
    { verb: 'repair', field: 'repaired_on' },
  ],
  sanction: [{ verb: 'done', field: 'rectified_on' }],
  inspection: [{ verb: 'rectify', field: 'rectified_on' }],
  incentive: [{ verb: 'end', field: 'ended_on' }],
  honor: [
    { noun: 'title', verb: 'revoke', field: 'status', value: 'revoked' },
    { noun: 'title', verb: 'plate', field: 'plate_returned_on' },
  ],
}

/** In: a record before it is corrected and after. Out: the steps that the correction would take. */
export function stepsByEdit(kind: RecordKind, before: Values, after: Values): Finding[] {
  return rulesOf(kind)
    .filter(rule => !isTaken(rule, before) && isTaken(rule, after))
    .map(({ noun = kind.noun, verb, field }) => {
      const header = kind.columns.find(c => c.key === field)!.headers[0]!
      const params = { value: kind.label(before), header, verb: `${noun} ${verb}` }
      return { fault: fault('CX1163', params), key: field }
    })
}

/** What the steps that were taken of a record would have refused. */
export function stepFaults(kind: RecordKind, values: Values): Finding[] {
  return rulesOf(kind).flatMap(rule => (isTaken(rule, values) ? (rule.faults?.(values) ?? []) : []))
}

function rulesOf({ table }: RecordKind): readonly StepRule[] {
  return rules[table] ?? []
}

function isTaken({ field, value }: StepRule, values: Values): boolean {
  const held = values[field] ?? null
  return value === undefined ? held !== null : held === value
}

/** Whether an upheld complaint concerns integrity is said by whoever closes it. */
function undecided(values: Values): Finding[] {
  const open = isUpheld(values) && (values.dishonest ?? null) === null
  return open ? [{ fault: fault('CX1023', { header: '涉不诚信' }), key: 'dishonest' }] : []
}

/** Taken off in a way and for a reason; as run out only after the last day. */
function untoldExit(values: Values): Finding[] {
  const empty = (['exit_kind', 'exit_reason'] as const).filter(key => (values[key] ?? null) === null)
  const missing = empty.map((key): Finding => {
    const params = { header: listingKind.columns.find(c => c.key === key)!.headers[0]! }
    return { fault: fault('CX1023', params), key }
  })
  const { exit_kind, exited_on, until = null } = values
  if (exit_kind !== 'expired' || until === null || exited_on! > until) return missing
  const value = listingKind.label(values)
  const params = { value, noun: 'listing', state: 'running', on: String(until) } as const
  return [...missing, { fault: fault('CX1150', params), key: 'exited_on' }]
}
