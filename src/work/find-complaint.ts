// The complaint that a number means, and how it is shown.
import type { Values } from '../domain/imports/column.ts'
import { complaintKind } from '../domain/records/complaint.ts'
import { withoutPersonal } from '../domain/records/kind.ts'
import { agenciesById } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import type { StoredRecord } from '../store/record.ts'
import { recordNamed } from './find-record.ts'

export function complaintNumbered(reader: Reader, no: string): StoredRecord {
  return recordNamed(reader, complaintKind, no)
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
