// Records of every kind: their columns are those that the kind packs.
import type { Value, Values } from '../domain/imports/column.ts'
import type { RecordTable } from '../domain/records/kind.ts'
import { once, type Reader, type Writer } from './open.ts'

export interface StoredRecord {
  id: number
  key: string
  agency_id: number | null
  subject_id: number | null
  /** Where it came from; null for one made by hand. */
  batch_id: number | null
  line: number | null
  values: Values
}

/** The records of the keys given, by key. */
export function recordsByKey(
  reader: Reader,
  table: RecordTable,
  keys: readonly string[],
): Map<string, StoredRecord> {
  const rows = reader.all<Values>(
    `SELECT * FROM ${table} WHERE key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(keys),
  )
  return new Map(rows.map(row => [String(row.key), storedOf(row)]))
}

export function recordById(reader: Reader, table: RecordTable, id: number): StoredRecord | undefined {
  const row = reader.get<Values>(`SELECT * FROM ${table} WHERE id = ?`, id)
  return row && storedOf(row)
}

/** The first record with a value in a field. */
export function recordWith(
  reader: Reader,
  table: RecordTable,
  field: string,
  value: Value,
): StoredRecord | undefined {
  const row = reader.get<Values>(`SELECT * FROM ${table} WHERE ${field} = ? ORDER BY id LIMIT 1`, value)
  return row && storedOf(row)
}

function storedOf(row: Values): StoredRecord {
  const {
    id,
    key,
    agency_id,
    subject_id = null,
    batch_id,
    line,
    evaluation_id: _evaluation,
    ...values
  } = row as Values & {
    agency_id: number | null
    subject_id?: number | null
    batch_id: number | null
    line: number | null
  }
  return { id: Number(id), key: String(key), agency_id, subject_id, batch_id, line, values }
}

/** How many rows a table holds; of one agency if it is named. */
export function countRows(reader: Reader, table: RecordTable | 'agency', agency?: number): number {
  const where = agency === undefined ? '' : 'WHERE agency_id = ?'
  const parameters = agency === undefined ? [] : [agency]
  return reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} ${where}`, ...parameters)!.n
}

/** Tables whose rows name a jurisdiction themselves. */
const PLACED: ReadonlySet<RecordTable> = new Set(['inspection', 'subject', 'task', 'opinion'])

/** Tables whose rows may be a subject's, and what they tell of it besides its id: an activity has its own word. */
const HELD: Partial<Record<RecordTable, string>> = {
  complaint: 's.name AS subject,',
  honor: 's.name AS subject,',
  offense: 's.name AS subject,',
  metric: 's.name AS subject,',
  annual_check: 's.name AS subject,',
  activity: '',
  paper: 's.name AS subject,',
}

/**
 * Records of a kind with their holder and jurisdiction, oldest first: all, or those of one agency, one subject or one
 * district.
 */
export const listRecords = once(
  (reader: Reader, table: RecordTable, { agency, district, subject = null }: OfWhom): readonly Listed[] => {
    const held = HELD[table]
    const placed = [...(PLACED.has(table) ? ['r'] : []), 'a', ...(held === undefined ? [] : ['s'])]
    const own = `coalesce(${placed.map(row => `${row}.district_code`).join(', ')}, NULL)`
    const asked = (
      [
        ['r.agency_id', agency],
        ['r.subject_id', subject],
        [own, district],
      ] as const
    ).filter(([, value]) => value !== null)
    return reader.all<Listed>(
      `SELECT r.*, ${held ?? ''} a.uscc AS uscc, a.name AS agency_name, d.code AS district_code, d.name AS district
     FROM ${table} r LEFT JOIN agency a ON a.id = r.agency_id
     ${held === undefined ? '' : 'LEFT JOIN subject s ON s.id = r.subject_id'}
     LEFT JOIN district d ON d.code = ${own}
     ${asked.length === 0 ? '' : `WHERE ${asked.map(([column]) => `${column} = ?`).join(' AND ')}`} ORDER BY r.id`,
      ...asked.map(([, value]) => value),
    )
  },
)

interface OfWhom {
  agency: number | null
  district: string | null
  subject?: number | null
}

type Listed = Values & { id: number; agency_id: number | null }

/** The records of a kind by agency: of all agencies, or of one. Those of no agency are left out. */
export function recordsByAgency(
  reader: Reader,
  table: RecordTable,
  agency: number | null = null,
): Map<number, Listed[]> {
  const found = new Map<number, Listed[]>()
  for (const record of listRecords(reader, table, { agency, district: null })) {
    if (record.agency_id === null) continue
    const own = found.get(record.agency_id)
    if (own) own.push(record)
    else found.set(record.agency_id, [record])
  }
  return found
}

/** Adds one record or agency made by hand: it has neither batch nor line. Out: its id. */
export function insertRecord(writer: Writer, table: RecordTable | 'agency', values: Values): number {
  const columns = Object.keys(values)
  const places = columns.map(() => '?').join(', ')
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`
  return writer.run(sql, ...Object.values(values)).id
}

/** Sets the fields of one record or agency. */
export function updateRecord(
  writer: Writer,
  table: RecordTable | 'agency',
  id: number,
  values: Values,
): void {
  const sets = Object.keys(values).map(column => `${column} = ?`)
  writer.run(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`, ...Object.values(values), id)
}
