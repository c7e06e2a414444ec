// The one door for writing. `act` alone opens a write transaction and hands out the writable handle; the log entry
// and every changed row (before and after) are written in the same transaction, the rows by temporary triggers, so
// that no statement can slip past them.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { entryHash, type LogEntry } from '../domain/log/entry.ts'
import { describeSqlite, type Parameter, type Reader, type Store, type Writer } from './open.ts'

export interface Deed {
  operator: string
  /** The command as words: 'complaint import'. */
  command: string
  /** Local time YYYY-MM-DDTHH:MM:SS. */
  at: string
  /** Leaves an entry although no row changed: that somebody looked at personal data is what it is to tell. */
  insists?: true
}

/** Derived from other rows and sealed by a digest of their own, or the log itself. */
const NOT_JOURNALED = new Set(['log', 'row_change', 'migration', 'result', 'frozen'])

/** What a deed gives back, and what the log tells of it, as data. */
export interface Done<T> {
  result: T
  summary: Record<string, unknown>
}

export interface Acted<T> {
  result: T
  /** Null when no row changed: such a command leaves no entry, unless the deed insists on one. */
  entry: LogEntry | null
}

/** Runs `work` in one immediate transaction. Anything thrown rolls everything back. */
export function act<T>(store: Store, deed: Deed, work: (writer: Writer) => Done<T>): Acted<T> {
  const db = store.connection
  try {
    const no = begin(store)
    try {
      const { result, summary } = work(writerOf(store))
      const entry = sealEntry(store, deed, no, summary)
      db.exec('COMMIT')
      return { result, entry }
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  } catch (error) {
    throw describeSqlite(error, db.name)
  }
}

/** As `act`, for long work that lets the process breathe now and then, so that Ctrl-C is heard. */
export async function actAtLength<T>(
  store: Store,
  deed: Deed,
  work: (writer: Writer) => Promise<Done<T>>,
): Promise<Acted<T>> {
  const db = store.connection
  try {
    const no = begin(store)
    try {
      const { result, summary } = await work(writerOf(store))
      const entry = sealEntry(store, deed, no, summary)
      // The last moment at which Ctrl-C can still be heard.
      await setImmediate()
      db.exec('COMMIT')
      return { result, entry }
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  } catch (error) {
    throw describeSqlite(error, db.name)
  }
}

/** Opens the transaction; the number of the entry to come. */
function begin(store: Store): number {
  store.connection.exec('BEGIN IMMEDIATE')
  try {
    const no = (lastEntry(store)?.no ?? 0) + 1
    watchRows(store, no)
    return no
  } catch (error) {
    store.connection.exec('ROLLBACK')
    throw error
  }
}

function lastEntry(store: Store): { no: number; hash: string } | undefined {
  return store.get<{ no: number; hash: string }>('SELECT no, hash FROM log ORDER BY no DESC LIMIT 1')
}

function writerOf(store: Store): Writer {
  return {
    all: (sql, ...parameters) => store.all(sql, ...parameters),
    get: (sql, ...parameters) => store.get(sql, ...parameters),
    iterate: (sql, ...parameters) => store.iterate(sql, ...parameters),
    run: (sql: string, ...parameters: Parameter[]) => {
      const done = store.prepare(sql).run(...parameters)
      return { changes: done.changes, id: Number(done.lastInsertRowid) }
    },
  }
}

function sealEntry(store: Store, deed: Deed, no: number, summary: object): LogEntry | null {
  const previous = lastEntry(store)?.hash ?? ''
  const { rows, sha256 } = digestOfChanges(store, no)
  if (rows === 0 && !deed.insists) return null
  const unsealed = {
    no,
    at: deed.at,
    operator: deed.operator,
    command: deed.command,
    summary: JSON.stringify(summary),
    rows,
    rows_sha256: sha256,
    previous,
  }
  const entry = {
    ...unsealed,
    hash: entryHash(unsealed, text => createHash('sha256').update(text).digest('hex')),
  }
  store
    .prepare(
      `INSERT INTO log (no, at, operator, command, summary, rows, rows_sha256, previous, hash)
       VALUES (@no, @at, @operator, @command, @summary, @rows, @rows_sha256, @previous, @hash)`,
    )
    .run(entry)
  return entry
}

/** Rows read at a time for a digest: few, so that what was digested is soon let go. */
const DIGESTED = 10

/**
 * How many rows an entry changed, and the digest over them in their order: of each the line of JSON
 * [table, key, before, after]. Put together by the database, as bytes, which spares two conversions of every text.
 * Rows of another entry among them are not counted, though they are digested.
 */
export function digestOfChanges(reader: Reader, entry: number): { rows: number; sha256: string } {
  const digest = createHash('sha256')
  const { first, last } = spanOf(reader, entry)
  let rows = 0
  for (let from = first; from <= last; ) {
    const part = reader.get<{ n: number; last: number; text: Uint8Array }>(
      `SELECT sum(entry = ?) AS n, max(seq) AS last, CAST(group_concat(line, '') AS BLOB) AS text
       FROM (SELECT seq, entry, json_array(table_name, row_key, before, after) || char(10) AS line
             FROM row_change WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ${DIGESTED})`,
      entry,
      from,
      last,
    )!
    digest.update(part.text)
    rows += part.n
    from = part.last + 1
  }
  return { rows, sha256: digest.digest('hex') }
}

/**
 * The numbers of the journal's rows that an entry wrote: they lie together, for entries are written one after the
 * other, and are found by halving. An entry without rows has a last before its first.
 */
export function spanOf(reader: Reader, entry: number): { first: number; last: number } {
  return { first: firstFrom(reader, entry), last: firstFrom(reader, entry + 1) - 1 }
}

/** The number of the first row of this entry or a later one; behind the last row where there is none. */
function firstFrom(reader: Reader, entry: number): number {
  let low = 1
  let high = 1 + reader.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM row_change')!.seq
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = reader.get<{ entry: number }>(
      'SELECT entry FROM row_change WHERE seq >= ? ORDER BY seq LIMIT 1',
      middle,
    )!
    if (row.entry < entry) low = middle + 1
    else high = middle
  }
  return low
}

/** Lays the triggers of this connection on first use, and tells them the entry they write for. */
function watchRows(store: Store, entry: number): void {
  const db = store.connection
  const laid = store.get<{ n: number }>("SELECT count(*) AS n FROM temp.sqlite_master WHERE name = 'act'")
  if (laid?.n === 0) {
    db.exec('CREATE TEMP TABLE act (entry INTEGER NOT NULL)')
    for (const table of journaledTables(store)) db.exec(triggersOf(store, table))
  }
  db.exec('DELETE FROM temp.act')
  db.prepare('INSERT INTO temp.act (entry) VALUES (?)').run(entry)
}

function triggersOf(store: Store, table: string): string {
  const { image, key } = rowTexts(store, table)
  const note = (row: string, before: string, after: string) =>
    `INSERT INTO row_change (entry, table_name, row_key, before, after)
     VALUES ((SELECT entry FROM act), '${table}', ${key(row)}, ${before}, ${after});`
  return `
    CREATE TEMP TRIGGER act_insert_${table} AFTER INSERT ON main."${table}" BEGIN
      ${note('NEW', 'NULL', image('NEW'))} END;
    CREATE TEMP TRIGGER act_update_${table} AFTER UPDATE ON main."${table}" BEGIN
      ${note('NEW', image('OLD'), image('NEW'))} END;
    CREATE TEMP TRIGGER act_delete_${table} AFTER DELETE ON main."${table}" BEGIN
      ${note('OLD', image('OLD'), 'NULL')} END;`
}

/** The tables whose rows the journal keeps. */
export function journaledTables(reader: Reader): string[] {
  return reader
    .all<{ name: string }>(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .map(table => table.name)
    .filter(name => !NOT_JOURNALED.has(name))
}

/** A table's columns, and SQL for a row's image and its key as the journal writes them; `row` is an alias, NEW or OLD. */
export function rowTexts(reader: Reader, table: string) {
  const columns = reader.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)', table)
  const keys = columns.filter(c => c.pk > 0).map(c => c.name)
  return {
    columns: columns.map(c => c.name),
    image: (row: string) => `json_object(${columns.map(c => `'${c.name}', ${row}."${c.name}"`).join(', ')})`,
    // Cast as a whole, for what is joined has no type that an index could be made for.
    key: (row: string) => `CAST(${keys.map(k => `${row}."${k}"`).join(` || '|' || `)} AS TEXT)`,
  }
}
