// The complaint that a number means, and how it is shown.
import type { Values } from '../domain/imports/column.ts'
import { complaintKind } from '../domain/records/complaint.ts'
import { withoutPersonal } from '../domain/records/kind.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/text.ts'
import { agenciesById } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, recordsByKey, type StoredRecord } from '../store/record.ts'

export function complaintNumbered(reader: Reader, no: string): StoredRecord {
  const found = recordsByKey(reader, 'complaint', [no.trim()]).get(no.trim())
  if (found) return found
  const known = listRecords(reader, 'complaint', { agency: null, district: null }).map(r =>
    String(r.complaint_no),
  )
  throw new Refusal('CX4002', {
    kind: 'complaint',
    value: no,
    available: nearest(no, known).join('、') || '—',
  })
}

/** With its agency; with who complained only where that is asked for. */
export function complaintRecord(
  reader: Reader,
  { agency_id, values }: StoredRecord,
  personal = false,
): Values {
  const agency = agenciesById(reader, [agency_id!])[0]!
  const record = { uscc: agency.uscc, agency_name: agency.name, ...values }
  return personal ? record : withoutPersonal(complaintKind, record)
}
