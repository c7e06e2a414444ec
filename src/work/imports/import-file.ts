// The one path by which a file's rows come in: opened, read and staged piece by piece, decided in sets, and exactly
// that written, in one transaction. A bad row refuses the whole file unless its rejects are asked for; the same file
// again changes nothing.
import { headerTest, matchHeader, type RowReader } from '../../domain/imports/read-rows.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Encoding, Table, TableHead } from '../../domain/table.ts'
import { type Source, sha256Of } from '../../formats/source.ts'
import { openTable, placeOf } from '../../formats/table-file.ts'
import { findBatch, insertBatch } from '../../store/batch.ts'
import type { Writer } from '../../store/open.ts'
import { greatestId } from '../../store/staging.ts'
import { breathe, changeAtLength, type Desk, type Progress } from '../desk.ts'
import { encodingDoubt } from './encoding-doubt.ts'
import type { FieldChange, Importer, Rejects } from './importer.ts'
import { resolveMapping } from './mappings.ts'
import { type Plan, planFile } from './plan-file.ts'

export interface ImportSource {
  source: Source
  encoding?: string
  sheet?: string
  /** What the clerk said of headers: header -> field (key or official header), or `-` for one to pass over. */
  mapping?: ReadonlyMap<string, string>
}

export interface ImportOptions {
  dryRun: boolean
  /** Import the good rows and hand back the bad ones. */
  rejects: boolean
  /** Told what will be handed back before anything is committed; where it throws, nothing is imported. */
  keep?: (rejects: Rejects) => Promise<void>
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
  /** The headers that were read as the clerk said, with their fields. */
  mapping: ReadonlyMap<string, string>
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
  mapping: new Map(),
}

/**
 * Imports one file. Out: counts, problems and warnings with their places, changes field by field. Nothing is written
 * when a row is bad (unless its rejects are asked for), on a dry run, or when the same file came before.
 */
export async function importFile(
  desk: Desk,
  command: string,
  importer: Importer,
  input: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { source } = input
  // Before anything else of it is read: a file that is edited meanwhile is noticed.
  const sha256 = sha256Of(source)
  try {
    const outcome = await importHashed(desk, command, importer, input, options, sha256)
    if (outcome.batch !== null || isStill(source, sha256)) return outcome
  } catch (error) {
    if (error instanceof Refusal || isStill(source, sha256)) throw error
  }
  // What was said of it is of a file that nobody has.
  throw new Refusal('CX5019', { path: source.file })
}

async function importHashed(
  desk: Desk,
  command: string,
  importer: Importer,
  input: ImportSource,
  options: ImportOptions,
  sha256: string,
): Promise<ImportOutcome> {
  const { source } = input
  const mapping = resolveMapping(importer.columns, input.mapping ?? new Map())
  const isHeader = headerTest(importer.columns, mapping)
  const { value: table, problems, warnings } = await openTable(source, { ...input, isHeader })
  if (table === null) return { ...nothing, problems, warnings }
  const { head } = table
  const rules = {
    ...(importer.oneOf ? { oneOf: importer.oneOf } : {}),
    mapping,
  }
  const header = matchHeader(head, importer.columns, placeOf, rules)
  const whole = header.problems.length > 0 ? [] : (importer.checkHeader?.(header.reader.present) ?? [])
  const wrong = whole.map(f => problem(f.code, f.params as never, { file: head.file, line: head.headerLine }))
  header.problems.push(...wrong)
  if (header.problems.length > 0) {
    const doubt = input.encoding === undefined && encodingDoubt(head, header.reader.present)
    if (doubt) return { ...nothing, encoding: head.encoding, rows: countRows(table), problems: [doubt] }
    const found = { problems: [...problems, ...header.problems], warnings: header.warnings }
    return { ...nothing, encoding: head.encoding, rows: countRows(table), ...found }
  }
  const { reason = null } = importer
  const { result } = await changeAtLength(desk, command, async writer => {
    const outcome = await bringIn(
      writer,
      importer,
      { reader: header.reader, table },
      {
        sha256,
        reading: readingOf(head, mapping, reason),
        options,
        unchanged: () => isStill(source, sha256),
        progress: desk.progress ?? (() => undefined),
      },
    )
    outcome.mapping = mapping
    outcome.warnings.unshift(...warnings, ...(outcome.same_as === null ? header.warnings : []))
    const { batch, rows, added, changed, unchanged, rejected } = outcome
    const file = head.file
    return {
      result: outcome,
      summary: {
        ...{ file, sha256, batch, rows, added, changed, unchanged, rejected },
        ...(reason === null ? {} : { reason }),
      },
    }
  })
  return result
}

/** A file that is gone is not what it was. */
function isStill(source: Source, sha256: string): boolean {
  try {
    return sha256Of(source) === sha256
  } catch {
    return false
  }
}

/** Two sheets of one workbook are two files; so is a file read with other columns, or brought for another reason. */
function readingOf(
  head: TableHead,
  mapping: ReadonlyMap<string, string>,
  reason: string | null,
): string | null {
  if (head.sheet === undefined && mapping.size === 0 && reason === null) return null
  const sheet = head.sheet ?? null
  const headers = [...mapping].sort().map(([header, field]) => ({ header, field }))
  return JSON.stringify({ sheet, mapping: headers, ...(reason === null ? {} : { reason }) })
}

function countRows(table: Table): number {
  let rows = 0
  for (const part of table.parts()) rows += part.rows.length
  return rows
}

interface Order {
  /** What makes the file the same one when it comes again. */
  sha256: string
  reading: string | null
  options: ImportOptions
  /** Whether the file is still what it was when it was opened. */
  unchanged: () => boolean
  progress: Progress
}

async function bringIn(
  writer: Writer,
  importer: Importer,
  opened: { reader: RowReader; table: Table },
  { sha256, reading, options, unchanged, progress }: Order,
): Promise<ImportOutcome> {
  const { kind, scope } = importer
  const { head } = opened.table
  const { file, encoding } = head
  const same = findBatch(writer, { kind, scope, sha256, reading })
  if (same)
    return { ...nothing, encoding, rows: same.rows, same_as: same.id, unchanged: same.rows, warnings: [] }

  const plan = await planFile(writer, importer, opened, options.rejects, progress)
  if (!unchanged()) throw new Refusal('CX5019', { path: file })
  if (plan.spoiled.length > 0) return { ...nothing, problems: plan.spoiled, warnings: plan.warnings }
  const { add, change, same: unchangedRows } = plan.counts
  const outcome: ImportOutcome = {
    ...nothing,
    encoding,
    rows: plan.rows,
    added: add,
    changed: change,
    unchanged: unchangedRows,
    rejected: plan.bad.size,
    problems: [...plan.bad.values()].flat(),
    warnings: plan.warnings,
    changes: plan.changes,
    missing: plan.missing,
  }
  if (plan.bad.size > 0 && !options.rejects) return { ...outcome, added: 0, changed: 0, unchanged: 0 }
  if (options.dryRun) return outcome
  if (plan.rejected.length > 0) await options.keep?.({ head, rows: plan.rejected })
  // Nothing but bad rows: there is no batch to speak of.
  if (plan.bad.size > 0 && add + change === 0) return outcome
  const { added, changed, rejected, rows } = outcome
  const counts = { rows, added, changed, unchanged: unchangedRows, rejected }
  const batch = insertBatch(writer, { kind, scope, file, sha256, reading, encoding, ...counts })
  await write(writer, importer, plan, batch, progress)
  return { ...outcome, batch }
}

/** Lines written by one statement, between two breaths: each statement copies the pages that it touches first. */
const STRIDE = 25_000

/** Writes what was planned and reads it again in the same transaction, before "done" is said. */
async function write(
  writer: Writer,
  { target }: Importer,
  { staging, planner, counts }: Plan,
  batch: number,
  progress: Progress,
): Promise<void> {
  const before = greatestId(writer, target.table)
  const planned = counts.add + counts.change
  const last = planned === 0 ? -1 : staging.lastLine()
  let written = 0
  for (let line = 0; line <= last; line += STRIDE) {
    written += staging.write(batch, line, line + STRIDE - 1)
    progress('write', Math.min(line + STRIDE, last), last)
    await breathe()
  }
  if (written !== planned || staging.countWritten(batch, before) !== planned) {
    throw new Error(`batch ${batch}: what ${target.table} holds is not what was planned`)
  }
  planner.after?.(writer, staging, batch)
}
