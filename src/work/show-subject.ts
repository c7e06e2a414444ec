// A subject (a practitioner, a window, ...) with what is on file about it in the other registers, by date.

import type { Values } from '../domain/imports/column.ts'
import { activityKind } from '../domain/records/activity.ts'
import { annualKind } from '../domain/records/annual.ts'
import { complaintKind } from '../domain/records/complaint.ts'
import { honorKind } from '../domain/records/honor.ts'
import { incentiveKind } from '../domain/records/incentive.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { listingKind } from '../domain/records/listing.ts'
import { metricKind } from '../domain/records/metric.ts'
import { namesSubject } from '../domain/records/naming.ts'
import { offenseKind } from '../domain/records/offense.ts'
import { paperKind } from '../domain/records/paper.ts'
import { penaltyKind } from '../domain/records/penalty.ts'
import { sanctionKind } from '../domain/records/sanction.ts'
import { subjectKind } from '../domain/records/subject.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, recordById } from '../store/record.ts'
import { ask, type Desk } from './desk.ts'
import { subjectNamed } from './find-subject.ts'
import { type RecordShown, recordView, shownRecord } from './record-history.ts'

const NAMING: readonly RecordKind[] = [
  complaintKind,
  offenseKind,
  sanctionKind,
  penaltyKind,
  honorKind,
  incentiveKind,
  listingKind,
  activityKind,
  annualKind,
  metricKind,
  paperKind,
]

const EVERYWHERE = { agency: null, district: null }

export interface SubjectShown extends RecordShown {
  /** What names the subject, register by register, oldest first. */
  records: { kind: RecordKind; rows: Values[] }[]
}

/** By name, by its code or by its id. Also records of the same agency count that name it and tell no subject. */
export function showSubject(desk: Desk, key: string): SubjectShown {
  return ask(desk, reader => {
    const found = subjectNamed(reader, key)
    const subject = { kind: String(found.values.kind), name: String(found.values.name) }
    const records = NAMING.map(kind => {
      const held = kind.subject ? listRecords(reader, kind.table, { ...EVERYWHERE, subject: found.id }) : []
      const named = (
        kind.oneHolder ? [] : listRecords(reader, kind.table, { ...EVERYWHERE, agency: found.agency_id })
      ).filter(
        row =>
          (row.subject_id ?? null) === null &&
          row.agency_id === found.agency_id &&
          namesSubject(row, subject),
      )
      const rows = [...held, ...named].map(row => viewOf(reader, kind, row.id))
      const day = (row: Values) => String(row[kind.day])
      return { kind, rows: rows.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)) }
    })
    return { ...shownRecord(reader, subjectKind, found), records: records.filter(r => r.rows.length > 0) }
  })
}

function viewOf(reader: Reader, kind: RecordKind, id: number): Values {
  return recordView(reader, kind, recordById(reader, kind.table, id)!)
}
