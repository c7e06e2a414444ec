// The journal of changed rows, read back: what an entry changed, what a row was before, and putting it back.
// `+table_name` keeps SQLite from the index of a table's rows, where an entry's few lie among those of all others.
import { rowTexts, spanOf } from './act.ts'
import type { Reader, Writer } from './open.ts'

export interface RowChange {
  seq: number
  entry: number
  table_name: string
  row_key: string
  /** JSON of the row; null before it was made, or after it was deleted. */
  before: string | null
  after: string | null
}

/** The changes of the entry that made a batch, oldest first. */
export function changesOfBatch(reader: Reader, batch: number): RowChange[] {
  const { first, last } = spanOf(reader, entryOfBatch(reader, batch).entry)
  return reader.all<RowChange>(
    `SELECT seq, entry, table_name, row_key, before, after FROM row_change
     WHERE seq BETWEEN ? AND ? ORDER BY seq`,
    first,
    last,
  )
}

export type PastRow = RowChange & { at: string; operator: string; command: string; reason: string | null }

/**
 * Everything that happened to one row, oldest first, with who did it and, where one was given, the reason. What was
 * before the row was last made is another's: numbers of rows taken back are given again.
 */
export function historyOf(reader: Reader, table: string, key: string): PastRow[] {
  const all = reader.all<PastRow>(
    `SELECT c.seq, c.entry, c.table_name, c.row_key, c.before, c.after, l.at, l.operator, l.command,
            l.summary->>'reason' AS reason
     FROM row_change c JOIN log l ON l.no = c.entry
     WHERE c.table_name = ? AND c.row_key = ? ORDER BY c.seq`,
    table,
    key,
  )
  return all.slice(Math.max(0, all.map(change => change.before).lastIndexOf(null)))
}

/** Rows of a table whose `column` names an agency, by row key. */
export function keysOfAgency(reader: Reader, table: 'annual_check', agency: number): string[] {
  return reader
    .all<{ key: string }>(
      `SELECT CAST(id AS TEXT) AS key FROM ${table} WHERE agency_id = ? ORDER BY id`,
      agency,
    )
    .map(row => row.key)
}

/** What was built on an entry since. */
export interface BuiltOn {
  /** Later entries that left rows of this one otherwise, or gave what they held to other rows. */
  entries: number[]
  /** Rows of other entries that refer to rows that this one made, by table. */
  referring: { table: string; rows: number }[]
}

/** What was undone since counts no more: a row that is again what this entry left is not built on. */
export function builtOn(reader: Reader, entry: number): BuiltOn {
  const { first, last } = spanOf(reader, entry)
  const later = reader.all<{ entry: number }>(
    `WITH own AS (SELECT table_name, row_key, after, max(seq) AS seq FROM row_change
                  WHERE seq BETWEEN ? AND ? AND table_name <> 'batch' GROUP BY table_name, row_key),
          last AS (SELECT table_name, row_key, after, max(seq) AS seq FROM row_change
                   WHERE (table_name, row_key) IN (SELECT table_name, row_key FROM own)
                   GROUP BY table_name, row_key),
          undone AS (SELECT c.entry FROM row_change c JOIN batch b ON c.row_key = CAST(b.id AS TEXT)
                     WHERE c.table_name = 'batch' AND c.before IS NULL AND b.undone = 1)
     SELECT DISTINCT c.entry FROM own
     JOIN last USING (table_name, row_key)
     JOIN row_change c ON c.table_name = own.table_name AND c.row_key = own.row_key AND c.seq > own.seq
     JOIN log l ON l.no = c.entry
     WHERE last.after IS NOT own.after AND c.entry NOT IN undone AND l.command <> 'import undo'
     UNION
     -- A code or a number that a row of this entry had before may be another agency's by now.
     SELECT max(c.entry) FROM row_change f
     JOIN agency a ON (a.uscc = f.before->>'uscc' OR a.license_no = f.before->>'license_no')
                   AND CAST(a.id AS TEXT) <> f.row_key
     JOIN row_change c ON c.table_name = 'agency' AND c.row_key = CAST(a.id AS TEXT)
     WHERE f.seq BETWEEN ? AND ? AND +f.table_name = 'agency' AND f.before IS NOT NULL GROUP BY a.id
     ORDER BY 1`,
    first,
    last,
    first,
    last,
  )
  const references = reader.all<{ child: string; column: string; parent: string }>(
    `SELECT m.name AS child, f."from" AS "column", f."table" AS parent
     FROM sqlite_master m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND m.name NOT IN ('result', 'frozen') AND f."table" <> 'batch' ORDER BY m.name`,
  )
  const counts = new Map<string, number>()
  for (const { child, column, parent } of references) {
    const { key } = rowTexts(reader, child)
    const { n } = reader.get<{ n: number }>(
      `SELECT count(*) AS n FROM "${child}" t
       WHERE CAST(t."${column}" AS TEXT) IN
             (SELECT row_key FROM row_change WHERE seq BETWEEN ? AND ? AND +table_name = ? AND before IS NULL)
         AND ${key('t')} NOT IN (SELECT row_key FROM row_change WHERE seq BETWEEN ? AND ? AND +table_name = ?)`,
      first,
      last,
      parent,
      first,
      last,
      child,
    )!
    if (n > 0) counts.set(child, (counts.get(child) ?? 0) + n)
  }
  return {
    entries: later.map(row => row.entry),
    referring: [...counts].map(([table, rows]) => ({ table, rows })),
  }
}

/** The entry that made a batch, and how many changes of rows it holds besides the batch itself. */
export function entryOfBatch(reader: Reader, batch: number): { entry: number; rows: number } {
  const { entry } = reader.get<{ entry: number }>(
    "SELECT entry FROM row_change WHERE table_name = 'batch' AND row_key = ? AND before IS NULL",
    String(batch),
  )!
  const { first, last } = spanOf(reader, entry)
  return { entry, rows: last - first }
}

/** Puts every row that an entry changed back as it was before it. The batch's own row is left. */
export function putBack(writer: Writer, entry: number): void {
  const { first, last } = spanOf(writer, entry)
  const tables = writer.all<{ name: string }>(
    `SELECT table_name AS name FROM row_change WHERE seq BETWEEN ? AND ? AND table_name <> 'batch'
     GROUP BY table_name ORDER BY min(seq) DESC`,
    first,
    last,
  )
  // What was written last refers to what was written first, and goes first.
  for (const { name: table } of tables) {
    const { key, columns } = rowTexts(writer, table)
    // With min() SQLite takes the other columns from the row of the minimum.
    const earliest = `SELECT row_key, before, min(seq) FROM row_change
                      WHERE seq BETWEEN ? AND ? AND +table_name = ? GROUP BY row_key`
    writer.run(
      `DELETE FROM "${table}" AS t
       WHERE ${key('t')} IN (SELECT row_key FROM (${earliest}) WHERE before IS NULL)`,
      first,
      last,
      table,
    )
    const sets = columns.map(column => `"${column}" = f.before->>'${column}'`).join(', ')
    writer.run(
      `UPDATE "${table}" AS t SET ${sets} FROM (${earliest}) f
       WHERE f.before IS NOT NULL AND ${key('t')} = f.row_key`,
      first,
      last,
      table,
    )
  }
}
