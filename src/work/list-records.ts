// Records of one kind for lists. Names and contacts of complainants stay in the file unless asked for with a reason.
import type { Day } from '../domain/day.ts'
import type { Value, Values } from '../domain/imports/column.ts'
import { periodDays } from '../domain/period.ts'
import { type RecordKind, withoutPersonal } from '../domain/records/kind.ts'
import type { Reader } from '../store/open.ts'
import { listRecords } from '../store/record.ts'
import { ask, askOnRecord, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { districtNamed } from './find-district.ts'
import { bodyOf, registeredSubjects, subjectNamed } from './find-subject.ts'
import { limitsWhenAsked } from './limit-rules.ts'

/** Which records are wanted, and in which order; what is null is not asked. */
export interface Wanted {
  /** Any name of an agency. */
  agency: string | null
  /** Number or name of a subject. */
  subject: string | null
  /** Code or name. */
  district: string | null
  /** First and last day; a period counts that touches them. */
  from: Day | null
  to: Day | null
  /** One of the kind's states, on the desk's day. */
  state: string | null
  /** A field; without it, in the order in which they came to the file. Empty ones last. */
  sort: string | null
  descending: boolean
  /** Exact values of fields of the kind's `filters`. */
  fields?: Values
}

/** `personal`: the reason for which names and contacts are wanted too; that is logged. */
export function listRecordsOf(
  desk: Desk,
  kind: RecordKind,
  wanted: Wanted,
  personal: string | null = null,
): Values[] {
  if (personal === null)
    return ask(desk, reader => listed(reader, desk, kind, wanted)).map(row => withoutPersonal(kind, row))
  return askOnRecord(desk, `${kind.noun} list`, reader => {
    const rows = listed(reader, desk, kind, wanted)
    return { result: rows, summary: { reason: personal, records: rows.length } }
  })
}

function listed(reader: Reader, desk: Desk, kind: RecordKind, wanted: Wanted): Values[] {
  const agency = wanted.agency === null ? null : agencyNamed(reader, wanted.agency).id
  const district = wanted.district === null ? null : districtNamed(reader, wanted.district).code
  const state = kind.states?.find(s => s.name === wanted.state)
  const limits = limitsWhenAsked(reader)
  const subject = wanted.subject === null ? null : subjectNamed(reader, wanted.subject).id
  const kept = recordsHeld(reader, kind, { agency, district, subject })
    .filter(row => isWithin(row[kind.day] ?? null, wanted))
    .filter(row => state === undefined || state.holds(row, desk.today, limits))
    .filter(row => Object.entries(wanted.fields ?? {}).every(([key, value]) => row[key] === value))
  const { sort } = wanted
  if (sort !== null) kept.sort((a, b) => compareValues(a[sort] ?? null, b[sort] ?? null, wanted.descending))
  return kept.map(recordOf)
}

/** Without what ties its row to others. */
export function recordOf(row: Values): Values {
  const { key: _key, agency_id: _agency, batch_id: _batch, line: _line, evaluation_id: _of, ...values } = row
  return values
}

/** An activity entered before its body was in the register is found by its name. */
function recordsHeld(
  reader: Reader,
  kind: RecordKind,
  { agency, district, subject }: { agency: number | null; district: string | null; subject: number | null },
): ReturnType<typeof listRecords> {
  if (subject === null || kind.subject !== 'told')
    return listRecords(reader, kind.table, { agency, district, subject })
  const bodies = registeredSubjects(reader)
  return listRecords(reader, kind.table, { agency, district }).filter(row => bodyOf(row, bodies) === subject)
}

function isWithin(day: Value, { from, to }: Wanted): boolean {
  if (from === null && to === null) return true
  if (typeof day !== 'string') return false
  const days = periodDays(day) ?? { from: day, to: day }
  return (from === null || days.to >= from) && (to === null || days.from <= to)
}

/** Texts by their characters, not by a language: the same order everywhere. */
export function compareValues(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b === descending ? 1 : -1
}
