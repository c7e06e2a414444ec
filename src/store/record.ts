// Records of every kind through one pair of statements: their columns are those that the kind packs.
import type { Values } from '../domain/imports/column.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import type { Origin } from './agency.ts'
import type { Parameter, Reader, Writer } from './open.ts'

export interface StoredRecord {
  id: number
  key: string
  agency_id: number | null
  values: Values
}

type Table = RecordKind['table']

/** Key -> record, for comparing with a file. */
export function readRecords(reader: Reader, table: Table): Map<string, StoredRecord> {
  const found = new Map<string, StoredRecord>()
  for (const row of reader.iterate<Values>(`SELECT * FROM ${table} ORDER BY id`)) {
    const { id, key, agency_id, batch_id: _batch, line: _line, ...values } = row
    found.set(String(key), {
      id: Number(id),
      key: String(key),
      agency_id: agency_id as number | null,
      values,
    })
  }
  return found
}

export function insertRecord(
  writer: Writer,
  table: Table,
  record: { key: string; agency_id: number | null; values: Values },
  origin: Origin,
): void {
  const names = Object.keys(record.values)
  const all = ['key', 'agency_id', ...names, 'batch_id', 'line']
  writer.run(
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
    record.key,
    record.agency_id,
    ...names.map(name => record.values[name] as Parameter),
    origin.batch,
    origin.line,
  )
}

export function updateRecord(
  writer: Writer,
  table: Table,
  id: number,
  record: { agency_id: number | null; values: Values },
  origin: Origin,
): void {
  const names = Object.keys(record.values)
  const sets = ['agency_id', ...names, 'batch_id', 'line'].map(name => `${name} = ?`).join(', ')
  const done = writer.run(
    `UPDATE ${table} SET ${sets} WHERE id = ?`,
    record.agency_id,
    ...names.map(name => record.values[name] as Parameter),
    origin.batch,
    origin.line,
    id,
  )
  if (done.changes !== 1) throw new Error(`${table} ${id} was not there to update`)
}

/** How many rows a table holds; of one agency if it is named. */
export function countRows(reader: Reader, table: Table | 'agency', agency?: number): number {
  const where = agency === undefined ? '' : 'WHERE agency_id = ?'
  const parameters = agency === undefined ? [] : [agency]
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} ${where}`, ...parameters)!.n
}

/** The columns named, of the rows that a batch wrote, in the order of its lines. */
export function readBatchRows(
  reader: Reader,
  table: string,
  batch: number,
  names: readonly string[],
): Values[] {
  const columns = ['line', ...names].join(', ')
  return reader.all<Values>(`SELECT ${columns} FROM ${table} WHERE batch_id = ? ORDER BY line, id`, batch)
}

/** Records of a kind with their agency, oldest first; `agency` keeps those of one. */
export function listRecords(
  reader: Reader,
  table: Table,
  agency: number | null,
): (Values & { agency_id: number | null })[] {
  return reader.all(
    `SELECT r.*, a.uscc AS uscc, a.name AS agency_name FROM ${table} r LEFT JOIN agency a ON a.id = r.agency_id
     WHERE ? IS NULL OR r.agency_id = ? ORDER BY r.id`,
    agency,
    agency,
  )
}
