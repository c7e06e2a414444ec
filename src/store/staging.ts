// Where an import's rows wait between being read and being written: temporary tables of the one transaction, so
// that planning a file of a million rows takes sets and no memory. Gone with the connection; never in the file.
// A row still to be decided is a JSON object of its values; a decided one has a column for each field to be written.
import type { Value, Values } from '../domain/imports/column.ts'
import { Repeats } from '../domain/imports/repeats.ts'
import type { AgencyKey } from '../domain/roster/match.ts'
import type { Reader, Writer } from './open.ts'
import type { Clash, Decided, Staged, StagedRow, Target } from './staged.ts'

const MEANT = ['uscc', 'license_no', 'name_key', 'district_code']

export class Staging {
  private readonly writer: Writer
  private readonly target: Target
  /** The fields of a decided row, in the order in which it holds them. */
  readonly fields: readonly string[]
  /** Their columns in the staging table. */
  private readonly held: readonly string[]
  private readonly sql: { open: string; decided: string; decide: string; leaveOpen: string }
  /** Whether there is anything to meet: before the first roster there is not. */
  private onFile = false
  /** What the rows as staged may share; none of it holds once a row was decided anew. */
  private repeats = repeatsOf(0)
  private decidedAnew = false
  /** Whether any row waits to be decided. */
  private open = false

  constructor(writer: Writer, target: Target) {
    this.writer = writer
    this.target = target
    this.fields = [...target.columns, ...(target.more ?? [])]
    this.held = this.fields.map((_, i) => `f${i}`)
    const decided = ['line', ...MEANT, ...this.held]
    this.sql = {
      open: `INSERT INTO temp.staged (line, ${MEANT.join(', ')}, row, action) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      decided: `INSERT INTO temp.staged (${decided.join(', ')}, action)
                VALUES (${decided.map(() => '?').join(', ')}, 'add')`,
      decide: `UPDATE temp.staged SET action = ?, target = ?, key = ?, part = ?, label = ?, row = NULL,
               ${this.held.map(column => `${column} = ?`).join(', ')} WHERE line = ?`,
      leaveOpen: `UPDATE temp.staged SET action = ?, target = ?, key = ?, part = ?, label = ?, row = ?
                  WHERE line = ?`,
    }
    for (const [name, columns] of [
      [
        'staged',
        `(line INTEGER PRIMARY KEY, uscc TEXT, license_no TEXT, name_key TEXT, district_code TEXT,
          row TEXT, action TEXT, target INTEGER, key TEXT, part TEXT, label TEXT, ${this.held.join(', ')})`,
      ],
      ['contact', '(line INTEGER, agency_id INTEGER, PRIMARY KEY (line, agency_id)) WITHOUT ROWID'],
    ]) {
      writer.run(`DROP TABLE IF EXISTS temp.${name}`)
      writer.run(`CREATE TEMP TABLE ${name} ${columns}`)
    }
  }

  /** Before the first row: about how many there will be. */
  expect(rows: number): void {
    this.repeats = repeatsOf(rows)
  }

  add({ line, uscc, license_no, name_key, district_code, row, held }: Staged): void {
    if (uscc !== null) this.repeats.uscc.add(uscc)
    if (license_no !== null) this.repeats.license_no.add(license_no)
    if (name_key !== null) this.repeats.name.add(`${district_code} ${name_key}`)
    if (held) this.writer.run(this.sql.decided, line, uscc, license_no, name_key, district_code, ...held)
    else {
      const action = row === null ? 'unread' : null
      this.open ||= row !== null
      this.writer.run(this.sql.open, line, uscc, license_no, name_key, district_code, row, action)
    }
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
    if (!this.open && !this.onFile) return []
    return this.writer
      .all<HeldRow>(
        `SELECT line, row, ${this.held.join(', ')} FROM temp.staged WHERE line > ?
         AND action IS NOT 'unread' AND (action IS NULL OR EXISTS (SELECT 1 FROM temp.contact c WHERE c.line = staged.line))
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
    this.decidedAnew = true
    const fate = [action, target, key ?? null, part ?? null, label ?? null]
    if (action === 'part' || action === 'merged')
      this.writer.run(this.sql.leaveOpen, ...fate, JSON.stringify(values), line)
    else this.writer.run(this.sql.decide, ...fate, ...this.fields.map(field => values[field] ?? null), line)
  }

  /** Rows that share a value with an earlier one, in the file's order. */
  clashes(of: 'uscc' | 'license_no' | 'target' | 'key' | { field: string }): Clash[] {
    const column = typeof of === 'string' ? of : this.column(of.field)
    if (of === 'target' && !this.onFile) return []
    if (!this.decidedAnew) {
      // Neither a target nor a key comes before a decision, nor do the fields of records.
      if ((of !== 'uscc' && of !== 'license_no') || !this.repeats[of].any) return []
    }
    return this.writer.all<Clash>(
      `SELECT s.line, d.first, s.${column} AS value, s.label
       FROM (SELECT ${column} AS value, min(line) AS first FROM temp.staged
             WHERE ${column} IS NOT NULL AND action IS NOT 'unread' GROUP BY ${column} HAVING count(*) > 1) d
       CROSS JOIN temp.staged s ON s.${column} = d.value
       WHERE s.line > d.first AND s.action IS NOT 'unread' ORDER BY s.line`,
    )
  }

  /** Good rows that bring a value of a field which a record on file has, unless the file says another of that record. */
  heldOnFile(field: string): { line: number; value: string; id: number }[] {
    const { table } = this.target
    const column = this.column(field)
    return this.writer.all(
      `SELECT s.line, s.${column} AS value, min(r.id) AS id
       FROM temp.staged s CROSS JOIN ${table} r ON r.${field} = s.${column}
       WHERE s.action IN ('add', 'change') AND r.id NOT IN
         (SELECT target FROM temp.staged WHERE target IS NOT NULL AND action IN ('change', 'same'))
       GROUP BY s.line ORDER BY s.line`,
    )
  }

  /** Rows of one name in one district, those of one name together and in the file's order. */
  namesakes(): (StagedRow & { name_key: string; district_code: string })[] {
    if (!this.decidedAnew && !this.repeats.name.any) return []
    return this.writer
      .all<HeldRow & { name_key: string; district_code: string }>(
        `SELECT s.*
         FROM (SELECT district_code, name_key FROM temp.staged WHERE district_code IS NOT NULL AND action IS NOT 'unread'
               GROUP BY district_code, name_key HAVING count(*) > 1) d
         CROSS JOIN temp.staged s ON s.district_code = d.district_code AND s.name_key = d.name_key
         WHERE s.action IS NOT 'unread'
         ORDER BY s.district_code, s.name_key, s.line`,
      )
      .map(row => ({ ...row, ...this.read(row) }))
  }

  /** The rows of the next `limit` stored rows that are made of several, behind a mark. */
  parts(behind: string, limit: number): { part: string; rows: StagedRow[] }[] {
    // Without it every chunk would look through all rows.
    this.writer.run("CREATE INDEX IF NOT EXISTS temp.staged_part ON staged (part) WHERE action = 'part'")
    const groups = new Map<string, StagedRow[]>()
    for (const row of this.writer.iterate<HeldRow & { part: string }>(
      `SELECT * FROM temp.staged WHERE action = 'part' AND part IN
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
       WHERE district_code IN (SELECT DISTINCT district_code FROM temp.staged
                               WHERE action IN ('add', 'change', 'same'))
         AND id NOT IN (SELECT target FROM temp.staged WHERE target IS NOT NULL AND action IN ('change', 'same'))
         AND id NOT IN (SELECT c.agency_id FROM temp.contact c JOIN temp.staged s USING (line) WHERE s.action = 'bad')
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
       SELECT ${columns.map(column => `s.${this.column(column)}`).join(', ')}, ?, s.line
       FROM temp.staged s WHERE s.action = 'add' AND s.line BETWEEN ? AND ? ORDER BY s.line`,
      batch,
      first,
      last,
    )
    // A row decided alone adds.
    if (!this.decidedAnew) return added.changes
    const sets = columns.map(column => `${column} = s.${this.column(column)}`).join(', ')
    const changed = this.writer.run(
      `UPDATE ${table} SET ${sets}, batch_id = ?, line = s.line FROM temp.staged s
       WHERE s.action = 'change' AND s.line BETWEEN ? AND ? AND ${table}.rowid = s.target`,
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
    const { table, columns } = this.target
    const equal = columns.map(column => `t.${column} IS s.${this.column(column)}`).join(' AND ')
    const count = (from: string, ...parameters: number[]) =>
      this.writer.get<{ n: number }>(
        `SELECT count(*) AS n FROM ${from} WHERE t.batch_id = ? AND t.line = s.line AND ${equal}`,
        ...parameters,
        batch,
      )!.n
    const added = count(
      `${table} t CROSS JOIN temp.staged s ON t.rowid > ? AND s.line = t.line AND s.action = 'add'`,
      before,
    )
    if (!this.decidedAnew) return added
    return added + count(`temp.staged s CROSS JOIN ${table} t ON t.rowid = s.target AND s.action = 'change'`)
  }

  /** The staging column that holds a field of decided rows. */
  column(field: string): string {
    return this.held[this.fields.indexOf(field)]!
  }

  private read(found: HeldRow): StagedRow {
    const { line, row } = found
    if (row !== null) return { line, values: JSON.parse(row) as Values }
    const values: Values = {}
    for (const [i, field] of this.fields.entries()) values[field] = found[this.held[i]!] as Value
    return { line, values }
  }
}

function repeatsOf(rows: number) {
  return { uscc: new Repeats(rows), license_no: new Repeats(rows), name: new Repeats(rows) }
}

interface HeldRow {
  line: number
  row: string | null
  [column: string]: unknown
}

export function greatestId(reader: Reader, table: string): number {
  return reader.get<{ id: number }>(`SELECT coalesce(max(rowid), 0) AS id FROM ${table}`)!.id
}
