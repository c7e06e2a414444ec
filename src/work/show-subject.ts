// A subject (a practitioner, a window, ...) with what is on file about it in the other registers, by date.

import type { Values } from '../domain/imports/column.ts'
import { activityKind } from '../domain/records/activity.ts'
import { honorKind } from '../domain/records/honor.ts'
import { incentiveKind } from '../domain/records/incentive.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { listingKind } from '../domain/records/listing.ts'
import { namesSubject } from '../domain/records/naming.ts'
import { offenseKind } from '../domain/records/offense.ts'
import { penaltyKind } from '../domain/records/penalty.ts'
import { sanctionKind } from '../domain/records/sanction.ts'
import { subjectKind } from '../domain/records/subject.ts'
import { Refusal } from '../domain/refusal.ts'
import { nameKey } from '../domain/text.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, recordById, type StoredRecord } from '../store/record.ts'
import { ask, type Desk } from './desk.ts'
import { recordNamed } from './find-record.ts'
import { type RecordShown, recordView, shownRecord } from './record-history.ts'

const NAMING: readonly RecordKind[] = [
  offenseKind,
  sanctionKind,
  penaltyKind,
  honorKind,
  incentiveKind,
  listingKind,
  activityKind,
]

export interface SubjectShown extends RecordShown {
  /** What names the subject, register by register, oldest first. */
  records: { kind: RecordKind; rows: Values[] }[]
}

/** By name, by its code or by its id. Records of the same agency count that name it. */
export function showSubject(desk: Desk, key: string): SubjectShown {
  return ask(desk, reader => {
    const found = subjectNamed(reader, key)
    const subject = { kind: String(found.values.kind), name: String(found.values.name) }
    const records = NAMING.map(kind => {
      const rows = listRecords(reader, kind.table, { agency: found.agency_id, district: null })
        .filter(row => row.agency_id === found.agency_id && namesSubject(row, subject))
        .map(row => viewOf(reader, kind, row.id))
      const day = (row: Values) => String(row[kind.day])
      return { kind, rows: rows.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)) }
    })
    return { ...shownRecord(reader, subjectKind, found), records: records.filter(r => r.rows.length > 0) }
  })
}

function viewOf(reader: Reader, kind: RecordKind, id: number): Values {
  return recordView(reader, kind, recordById(reader, kind.table, id)!)
}

/** A name that only one subject has serves as well. */
function subjectNamed(reader: Reader, key: string): StoredRecord {
  const named = listRecords(reader, 'subject', { agency: null, district: null }).filter(
    s => nameKey(String(s.name)) === nameKey(key),
  )
  if (named.length === 1) return recordById(reader, 'subject', named[0]!.id)!
  if (named.length === 0) return recordNamed(reader, subjectKind, key)
  const matches = named.map(s => `${s.name}（${s.agency_name ?? s.parent ?? s.district ?? '—'}，id=${s.id}）`)
  throw new Refusal('CX1161', { value: key, matches: matches.join('、') })
}
