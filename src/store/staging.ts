// Where an import's rows wait between being read and being written: temporary tables of the one transaction, so
// that planning a file of a million rows takes sets and no memory. Gone with the connection; never in the file.
// A row still to be decided is a JSON object of its values; a decided one is a JSON array in the order of the
// columns that it will be written to.
import type { Value, Values } from '../domain/imports/column.ts'
import type { AgencyKey, Wanted } from '../domain/roster/match.ts'
import { nameKey } from '../domain/text.ts'
import type { Reader, Writer } from './open.ts'

/** What becomes of a row; `part`: one of several rows that make one stored row. */
export type Action = 'add' | 'change' | 'same' | 'part' | 'merged' | 'bad'

export interface StagedRow {
  /** Its line in the file, by which the row is known. */
  line: number
  /** As read; once decided, as it will be stored. */
  values: Values
}

export interface Decided {
  action: Action
  /** The stored row that it changes or repeats. */
  target: number | null
  values: Values
  /** What no other row of the file may have, and how the clerk calls it. */
  key?: string
  label?: string
  /** What the rows of one stored row have in common. */
  part?: string
}

/** Two rows of one file that cannot both be right. */
export interface Clash {
  line: number
  first: number
  value: string
  label: string | null
}

const TABLES = {
  staged: `(
    line INTEGER PRIMARY KEY,
    uscc TEXT, license_no TEXT, name_key TEXT, district_code TEXT,
    row TEXT NOT NULL, action TEXT, target INTEGER, key TEXT, part TEXT, label TEXT)`,
  contact: '(line INTEGER, agency_id INTEGER, PRIMARY KEY (line, agency_id)) WITHOUT ROWID',
}

export class Staging {
  private readonly writer: Writer
  private readonly target: Target
  private readonly decidedFields: readonly string[]
  /** Whether there is anything to meet: before the first roster there is not. */
  private onFile = false

  constructor(writer: Writer, target: Target) {
    this.writer = writer
    this.target = target
    this.decidedFields = [...target.columns, ...(target.more ?? [])]
    for (const [name, columns] of Object.entries(TABLES)) {
      writer.run(`DROP TABLE IF EXISTS temp.${name}`)
      writer.run(`CREATE TEMP TABLE ${name} ${columns}`)
    }
  }

  /** `wanted`: the agency that the row means, if any. `action`: decided already, whatever is on file. */
  add(row: StagedRow, wanted: Wanted | null, action: Action | null): void {
    this.writer.run(
      'INSERT INTO temp.staged (line, uscc, license_no, name_key, district_code, row, action) VALUES (?, ?, ?, ?, ?, ?, ?)',
      row.line,
      wanted?.uscc ?? null,
      wanted?.license_no ?? null,
      wanted === null || wanted.name === null ? null : nameKey(wanted.name),
      wanted?.district_code ?? null,
      this.written(row.values, action),
      action,
    )
  }

  /** Notes for every row the agencies on file that share its code, its license number or its name. */
  findContacts(): void {
    this.onFile = this.writer.get('SELECT 1 FROM agency LIMIT 1') !== undefined
    if (!this.onFile) return
    this.writer.run('CREATE INDEX temp.staged_name ON staged (name_key)')
    for (const where of [
      'staged s CROSS JOIN agency a ON a.uscc = s.uscc',
      'staged s CROSS JOIN agency a ON a.license_no = s.license_no',
      'agency a CROSS JOIN staged s ON s.name_key = name_key(a.name)',
    ]) {
      this.writer.run(`INSERT OR IGNORE INTO temp.contact SELECT s.line, a.id FROM ${where}`)
    }
  }

  /** Up to `limit` rows behind a line that are undecided or touch an agency on file, in the file's order. */
  undecided(behind: number, limit: number): StagedRow[] {
    return this.writer
      .all<{ line: number; row: string }>(
        `SELECT line, row FROM temp.staged WHERE line > ?
         AND (action IS NULL OR EXISTS (SELECT 1 FROM temp.contact c WHERE c.line = staged.line))
         ORDER BY line LIMIT ?`,
        behind,
        limit,
      )
      .map(row => this.read(row))
  }

  /** The agencies that the rows between two lines touch. */
  agenciesTouched(first: number, last: number): AgencyKey[] {
    return this.writer.all<AgencyKey>(
      `SELECT id, uscc, license_no, name, district_code FROM agency
       WHERE id IN (SELECT agency_id FROM temp.contact WHERE line BETWEEN ? AND ?) ORDER BY id`,
      first,
      last,
    )
  }

  decide(line: number, { action, target, values, key, part, label }: Decided): void {
    this.writer.run(
      'UPDATE temp.staged SET action = ?, target = ?, row = ?, key = ?, part = ?, label = ? WHERE line = ?',
      action,
      target,
      this.written(values, action),
      key ?? null,
      part ?? null,
      label ?? null,
      line,
    )
  }

  /** Rows that share a value with an earlier one, in the file's order. */
  clashes(column: 'uscc' | 'license_no' | 'target' | 'key'): Clash[] {
    if (column === 'target' && !this.onFile) return []
    return this.writer.all<Clash>(
      `SELECT s.line, d.first, s.${column} AS value, s.label
       FROM (SELECT ${column} AS value, min(line) AS first FROM temp.staged
             WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1) d
       CROSS JOIN temp.staged s ON s.${column} = d.value
       WHERE s.line > d.first ORDER BY s.line`,
    )
  }

  /** Rows of one name in one district, those of one name together and in the file's order. */
  namesakes(): (StagedRow & { name_key: string; district_code: string })[] {
    return this.writer
      .all<{ line: number; row: string; name_key: string; district_code: string }>(
        `SELECT s.line, s.row, s.name_key, s.district_code
         FROM (SELECT district_code, name_key FROM temp.staged WHERE district_code IS NOT NULL
               GROUP BY district_code, name_key HAVING count(*) > 1) d
         CROSS JOIN temp.staged s ON s.district_code = d.district_code AND s.name_key = d.name_key
         ORDER BY s.district_code, s.name_key, s.line`,
      )
      .map(row => ({ ...row, ...this.read(row) }))
  }

  /** The rows of the next `limit` stored rows that are made of several, and the last of their marks. */
  parts(behind: string, limit: number): { part: string; rows: StagedRow[] }[] {
    const groups = new Map<string, StagedRow[]>()
    for (const row of this.writer.iterate<{ part: string; line: number; row: string }>(
      `SELECT part, line, row FROM temp.staged WHERE action = 'part' AND part IN
         (SELECT DISTINCT part FROM temp.staged WHERE action = 'part' AND part > ? ORDER BY part LIMIT ?)
       ORDER BY part, line`,
      behind,
      limit,
    )) {
      const group = groups.get(row.part)
      if (group) group.push(this.read(row))
      else groups.set(row.part, [this.read(row)])
    }
    return [...groups].map(([part, rows]) => ({ part, rows }))
  }

  /** Takes rows out of what will be written. */
  refuse(lines: Iterable<number>): void {
    this.writer.run(
      `UPDATE temp.staged SET action = 'bad' WHERE line IN (SELECT value FROM json_each(?))`,
      JSON.stringify([...lines]),
    )
  }

  counts(): { add: number; change: number; same: number } {
    return this.writer.get(
      `SELECT coalesce(sum(action = 'add'), 0) AS "add", coalesce(sum(action = 'change'), 0) AS change,
              coalesce(sum(action = 'same'), 0) AS same FROM temp.staged`,
    )!
  }

  /** Agencies on file in the districts of good rows that no row of the file means. */
  missingAgencies(): { uscc: string | null; name: string }[] {
    if (!this.onFile) return []
    return this.writer.all(
      `SELECT uscc, name FROM agency
       WHERE district_code IN (SELECT DISTINCT row->>${this.field('district_code')} FROM temp.staged
                               WHERE action IN ('add', 'change', 'same'))
         AND id NOT IN (SELECT target FROM temp.staged WHERE target IS NOT NULL AND action IN ('change', 'same'))
       ORDER BY id`,
    )
  }

  /** The last line that will be written; 0 for none. */
  lastLine(): number {
    return this.writer.get<{ line: number }>(
      "SELECT coalesce(max(line), 0) AS line FROM temp.staged WHERE action IN ('add', 'change')",
    )!.line
  }

  /** Writes the decided rows between two lines to their table. Out: how many. */
  write(batch: number, first: number, last: number): number {
    const { table, columns } = this.target
    const added = this.writer.run(
      `INSERT INTO ${table} (${columns.join(', ')}, batch_id, line)
       SELECT ${columns.map((_, i) => `s.row->>${i}`).join(', ')}, ?, s.line
       FROM temp.staged s WHERE s.action = 'add' AND s.line BETWEEN ? AND ? ORDER BY s.line`,
      batch,
      first,
      last,
    )
    const sets = columns.map((column, i) => `${column} = s.row->>${i}`).join(', ')
    const changed = this.writer.run(
      `UPDATE ${table} SET ${sets}, batch_id = ?, line = s.line FROM temp.staged s
       WHERE s.action = 'change' AND s.line BETWEEN ? AND ? AND ${table}.id = s.target`,
      batch,
      first,
      last,
    )
    return added.changes + changed.changes
  }

  /**
   * How many of the decided rows their table now holds exactly as decided. `before`: the greatest id there was
   * before they were written.
   */
  countWritten(batch: number, before: number): number {
    const { table, columns, more = [] } = this.target
    const held = columns.map(column => `t.${column}`)
    const besides = more.map(field => `s.row->>${this.field(field)}`)
    const equal = `s.row = json_array(${[...held, ...besides].join(', ')})`
    const count = (from: string, ...parameters: number[]) =>
      this.writer.get<{ n: number }>(
        `SELECT count(*) AS n FROM ${from} WHERE t.batch_id = ? AND t.line = s.line AND ${equal}`,
        ...parameters,
        batch,
      )!.n
    return (
      count(
        `${table} t CROSS JOIN temp.staged s ON t.id > ? AND s.line = t.line AND s.action = 'add'`,
        before,
      ) + count(`temp.staged s CROSS JOIN ${table} t ON t.id = s.target AND s.action = 'change'`)
    )
  }

  /** Where a decided row holds a field. */
  field(name: string): number {
    return this.decidedFields.indexOf(name)
  }

  private written(values: Values, action: Action | null): string {
    const open = action === null || action === 'part' || action === 'merged'
    return JSON.stringify(open ? values : this.decidedFields.map(field => values[field] ?? null))
  }

  private read({ line, row }: { line: number; row: string }): StagedRow {
    const held = JSON.parse(row) as Values | Value[]
    if (!Array.isArray(held)) return { line, values: held }
    const values: Values = {}
    for (const [i, field] of this.decidedFields.entries()) values[field] = held[i]!
    return { line, values }
  }
}

/** The table that an import writes to, and its columns (without id, batch and line). */
export interface Target {
  table: string
  columns: readonly string[]
  /** What is decided with a row and written elsewhere. */
  more?: readonly string[]
}

export function greatestId(reader: Reader, table: string): number {
  return reader.get<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`)!.id
}
