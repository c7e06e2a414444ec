// The one path by which a file's rows come in: read -> plan (pure) -> apply exactly that plan, in one transaction.
// A bad row refuses the whole file unless its rejects are asked for; the same file again changes nothing.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Column, Fault, Values } from '../../domain/imports/column.ts'
import { type ReadRow, readRows } from '../../domain/imports/read-rows.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import type { Encoding, Table } from '../../domain/table.ts'
import { placeOf, readTable } from '../../formats/table-file.ts'
import type { Origin } from '../../store/agency.ts'
import { findBatch, insertBatch } from '../../store/batch.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { readBatchRows } from '../../store/record.ts'
import { changeAtLength, type Desk } from '../desk.ts'

export interface ImportSource {
  /** Name as the clerk knows it. */
  file: string
  bytes: Uint8Array
  encoding?: string
  sheet?: string
}

export interface ImportOptions {
  dryRun: boolean
  /** Import the good rows and hand back the bad ones. */
  rejects: boolean
}

/** What a kind of file brings: its columns, how its rows are planned, and how a planned row is written. */
export interface Importer<P> {
  kind: string
  scope: string
  columns: readonly Column[]
  oneOf?: readonly (readonly string[])[]
  /** What is wrong with the columns as a whole. */
  checkHeader?: (present: ReadonlySet<string>) => Fault[]
  /** Decides for every row; a row without a plan must have a problem. Reads, never writes. */
  plan: (reader: Reader, rows: readonly ReadRow[]) => RowPlans<P>
  apply: (writer: Writer, plan: P, origin: Origin) => void
  /** What else is wrong with a row that has bad cells, so that all is told at once. */
  checkPartial?: (row: ReadRow) => Problem[]
  /** The table that the rows go to, and what of a plan must be found there after writing. */
  table: string
  stored: (plan: P) => Values
}

export interface RowPlans<P> {
  plans: RowPlan<P>[]
  /** `twin`: the line of the row that this one repeats; neither can be told to be the right one. */
  bad: { index: number; problems: Problem[]; twin?: number }[]
  warnings: Problem[]
  /** On file where the file should have them, and not in it. */
  missing?: { uscc: string | null; name: string }[]
}

export interface RowPlan<P> {
  index: number
  line: number
  action: 'add' | 'change' | 'same'
  /** Field by field, for changes. */
  changes: FieldChange[]
  plan: P
}

export interface FieldChange {
  /** The record or agency, as the clerk calls it. */
  what: string
  /** JSON key, and the column's official header. */
  field: string
  header: string
  /** As written in files. */
  before: string | null
  after: string | null
}

export interface ImportOutcome {
  /** Null when nothing was written: refused, dry run, or the same file again. */
  batch: number | null
  /** The batch that brought this very file before. */
  same_as: number | null
  encoding: Encoding | null
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
  problems: Problem[]
  warnings: Problem[]
  changes: FieldChange[]
  /** Agencies of the districts in the file that it does not name: reported, never deleted. */
  missing: { uscc: string | null; name: string }[]
  /** The table and the indexes of its bad rows with their problems, for a rejects file. */
  rejects: { table: Table; rows: Map<number, Problem[]> } | null
}

/**
 * Imports one file. Out: counts, problems and warnings with their places, changes field by field. Nothing is written
 * when a row is bad (unless its rejects are asked for), on a dry run, or when the same file came before.
 */
export async function importFile<P>(
  desk: Desk,
  command: string,
  importer: Importer<P>,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { value: table, problems, warnings } = await readTable(source.bytes, source.file, source)
  if (table === null) return { ...nothing, problems, warnings }
  const read = readRows(table, importer.columns, placeOf, importer.oneOf)
  const whole = read.headerProblems.length > 0 ? [] : (importer.checkHeader?.(read.present) ?? [])
  for (const found of whole) {
    const place = { file: table.file, line: table.headerLine }
    read.headerProblems.push(problem(found.code, found.params as never, place))
  }
  if (read.headerProblems.length > 0) {
    const all = [...problems, ...read.headerProblems]
    return {
      ...nothing,
      encoding: table.encoding,
      rows: table.rows.length,
      problems: all,
      warnings: read.warnings,
    }
  }
  markFaultyRows(table, read, problems)
  for (const row of read.partial) read.bad.get(row.index)?.push(...(importer.checkPartial?.(row) ?? []))
  // Two sheets of one workbook are two files.
  const sha256 = createHash('sha256')
    .update(source.bytes)
    .update(table.sheet ?? '')
    .digest('hex')
  const { result } = await changeAtLength(desk, command, async writer => {
    const outcome = await planAndApply(writer, importer, { table, read, sha256 }, options)
    outcome.warnings.unshift(...warnings)
    const { batch, rows, added, changed, unchanged, rejected } = outcome
    return {
      result: outcome,
      summary: { file: source.file, sha256, batch, rows, added, changed, unchanged, rejected },
    }
  })
  return result
}

/** Rows that the file itself spoiled (too many cells, formula errors) are bad like those with bad values. */
function markFaultyRows(table: Table, read: ReturnType<typeof readRows>, problems: readonly Problem[]): void {
  const indexOf = new Map(table.rows.map((row, index) => [row.line, index]))
  for (const found of problems) {
    const index = indexOf.get(found.place.line ?? 0) ?? -1
    read.bad.set(index, [found, ...(read.bad.get(index) ?? [])])
  }
  read.rows = read.rows.filter(row => !read.bad.has(row.index))
}

const nothing: ImportOutcome = {
  batch: null,
  same_as: null,
  encoding: null,
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  problems: [],
  warnings: [],
  changes: [],
  missing: [],
  rejects: null,
}

async function planAndApply<P>(
  writer: Writer,
  importer: Importer<P>,
  input: { table: Table; read: ReturnType<typeof readRows>; sha256: string },
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { table, read, sha256 } = input
  const { kind, scope } = importer
  const before = { ...nothing, encoding: table.encoding, rows: table.rows.length }
  const same = findBatch(writer, kind, scope, sha256)
  if (same) return { ...before, same_as: same.id, unchanged: table.rows.length, warnings: [] }

  const planned = importer.plan(writer, read.rows)
  const { bad, warnings } = planned
  // Refused as a whole, one line of a pair tells enough; importing the rest, neither may come in.
  const twins = options.rejects ? twinsOf(table, planned) : new Map<number, Problem[]>()
  const plans = planned.plans.filter(p => !twins.has(p.index))
  const rejects = new Map(
    [...read.bad, ...twins, ...bad.map(b => [b.index, b.problems] as const)].sort((a, b) => a[0] - b[0]),
  )
  const outcome: ImportOutcome = {
    ...before,
    added: plans.filter(p => p.action === 'add').length,
    changed: plans.filter(p => p.action === 'change').length,
    unchanged: plans.filter(p => p.action === 'same').length,
    rejected: rejects.size,
    problems: [...rejects.values()].flat(),
    warnings: [...read.warnings, ...warnings],
    changes: plans.flatMap(p => p.changes),
    missing: planned.missing ?? [],
    rejects: { table, rows: rejects },
  }
  if (options.dryRun) return outcome
  if (rejects.size > 0 && !options.rejects) return { ...outcome, added: 0, changed: 0, unchanged: 0 }

  const { added, changed, unchanged, rejected, rows } = outcome
  const batch = insertBatch(writer, {
    kind,
    scope,
    file: table.file,
    sha256,
    encoding: table.encoding,
    rows,
    added,
    changed,
    unchanged,
    rejected,
  })
  const written = plans.filter(p => p.action !== 'same')
  for (const [i, { plan, line }] of written.entries()) {
    // Ctrl-C is heard only when the process breathes; what it leaves open is rolled back.
    if (i % BREATH === BREATH - 1) await setImmediate()
    importer.apply(writer, plan, { batch, line })
  }
  const stored = written.map(p => importer.stored(p.plan))
  checkWritten(writer, importer.table, batch, stored)
  return { ...outcome, batch }
}

/** The rows that others of the file repeat, with the problem that names the repetition. */
function twinsOf<P>(table: Table, { plans, bad }: RowPlans<P>): Map<number, Problem[]> {
  const indexOf = new Map(plans.map(p => [p.line, p.index]))
  const twins = new Map<number, Problem[]>()
  for (const { index, problems, twin } of bad) {
    const first = twin === undefined ? undefined : indexOf.get(twin)
    const repeats = problems.find(p => p.code === 'CX1052')
    if (first === undefined || !repeats) continue
    const params = { ...(repeats.params as { value: string }), firstLine: table.rows[index]!.line }
    twins.set(first, [problem('CX1052', params, placeOf(table, table.rows[first]!))])
  }
  return twins
}

/** Rows between two breaths: some milliseconds of work. */
const BREATH = 500

/** The batch is read again in the same transaction and must be what was planned, before "done" is said. */
function checkWritten(reader: Reader, table: string, batch: number, planned: readonly Values[]): void {
  const names = Object.keys(planned[0] ?? {})
  const found = readBatchRows(reader, table, batch, names)
  const same =
    found.length === planned.length && planned.every((p, i) => names.every(n => p[n] === found[i]![n]))
  if (!same) throw new Error(`batch ${batch}: what ${table} holds is not what was planned`)
}
