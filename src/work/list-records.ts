// Records of one kind for lists. Names and contacts of complainants stay in the file.
import type { Values } from '../domain/imports/column.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { listRecords } from '../store/record.ts'
import { ask, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'

export function listRecordsOf(desk: Desk, kind: RecordKind, agency: string | null): Values[] {
  const personal = kind.columns.filter(c => c.personal).map(c => c.key)
  const hidden = new Set([...personal, 'key', 'id', 'agency_id', 'batch_id', 'line'])
  return ask(desk, reader => {
    const rows = listRecords(reader, kind.table, agency === null ? null : agencyNamed(reader, agency).id)
    return rows.map(row => Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key))))
  })
}
