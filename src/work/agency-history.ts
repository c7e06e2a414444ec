// An agency's past, field by field, with who changed it, by which file and line.

import type { Value, Values } from '../domain/imports/column.ts'
import { writtenAs } from '../domain/imports/written.ts'
import { type Agency, agencyFields, rosterColumns } from '../domain/roster/agency.ts'
import { listBatches } from '../store/batch.ts'
import { historyOf, keysOfAgency } from '../store/journal.ts'
import { ask, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'

export interface PastChange {
  at: string
  operator: string
  command: string
  /** As the clerk gave it with the command. */
  reason: string | null
  field: string
  header: string
  before: string | null
  after: string | null
  batch: number | null
  file: string | null
  line: number | null
}

export function agencyHistory(desk: Desk, key: string): { agency: Agency; changes: PastChange[] } {
  return ask(desk, reader => {
    const agency = agencyNamed(reader, key)
    const files = new Map(listBatches(reader).map(b => [b.id, b.file]))
    const rows = [
      ...historyOf(reader, 'agency', String(agency.id)),
      ...keysOfAgency(reader, 'annual_check', agency.id).flatMap(k => historyOf(reader, 'annual_check', k)),
    ]
    rows.sort((a, b) => a.seq - b.seq)
    const changes = rows.flatMap(row => {
      const before = read(row.before)
      const after = read(row.after)
      const batch = (after?.batch_id ?? null) as number | null
      const { at, operator, command, reason } = row
      const origin = {
        at,
        operator,
        command,
        reason,
        batch,
        file: batch === null ? null : (files.get(batch) ?? null),
      }
      const line = (after?.line ?? null) as number | null
      return fieldsOf(row.table_name, before, after).map(change => ({ ...origin, ...change, line }))
    })
    return { agency, changes }
  })
}

function read(text: string | null): Values | null {
  return text === null ? null : (JSON.parse(text) as Values)
}

type Field = Pick<PastChange, 'field' | 'header' | 'before' | 'after'>

function fieldsOf(table: string, before: Values | null, after: Values | null): Field[] {
  const column = (key: string) => rosterColumns.find(c => c.key === key)!
  const compare = (field: string, key: string, header: string): Field[] => {
    const value = (values: Values | null): Value => values?.[key] ?? null
    if (value(before) === value(after)) return []
    const written = (values: Values | null) => writtenAs(column(field), value(values))
    return [{ field, header, before: written(before), after: written(after) }]
  }
  if (table === 'annual_check') {
    const year = String(after?.year ?? before?.year)
    return compare('annual_result', 'result', `${year}${column('annual_result').headers[0]}`)
  }
  return agencyFields.flatMap(field => compare(field, field, column(field).headers[0]!))
}
