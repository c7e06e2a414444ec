// Import batches: which files came, what each changed, and taking one back.
import { recordKinds } from '../../domain/records/all.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Batch, listBatches, markUndone } from '../../store/batch.ts'
import { strayDuplicates } from '../../store/complaint.ts'
import { evaluationsOfMade, finalizedAfter } from '../../store/evaluation.ts'
import { builtOn, changesOfBatch, entryOfBatch, putBack, type RowChange } from '../../store/journal.ts'
import type { Reader } from '../../store/open.ts'
import { discardResults } from '../../store/result.ts'
import { ask, change, type Desk } from '../desk.ts'

export function listImports(desk: Desk): Batch[] {
  return ask(desk, listBatches)
}

export interface ShownBatch {
  batch: Batch
  /** Number of the log entry. */
  entry: number
  changes: { table: string; row: string; line: number | null; before: object | null; after: object | null }[]
}

/** Every row that a batch wrote, before and after. */
export function showImport(desk: Desk, id: number): ShownBatch {
  return ask(desk, reader => {
    const batch = batchNumbered(reader, id)
    const changes = changesOfBatch(reader, id)
    return {
      batch,
      entry: changes[0]?.entry ?? 0,
      changes: changes.filter(c => c.table_name !== 'batch').map(shown),
    }
  })
}

/** Personal data are left out, as from every list. */
function shown({ table_name: table, row_key: row, before, after }: RowChange): ShownBatch['changes'][number] {
  const read = (text: string | null) => {
    if (text === null) return null
    const held = JSON.parse(text) as Record<string, unknown>
    for (const key of PERSONAL) delete held[key]
    return held
  }
  const now = read(after)
  return {
    table,
    row,
    line: (now?.line as number | null | undefined) ?? null,
    before: read(before),
    after: now,
  }
}

const PERSONAL = recordKinds.flatMap(kind => kind.columns.filter(c => c.personal).map(c => c.key))

/** What an evaluation is computed from; places and mappings are not. */
const EVALUATED = new Set([
  ...['agency', 'sheet', 'complaint', 'penalty', 'honor', 'commitment', 'activity', 'inspection', 'metric'],
  ...['annual', 'license', 'offense'],
])

export interface Undone {
  batch: Batch
  rows: number
  /** Open evaluations whose results went with their agencies: they are to be run again. */
  discarded: number[]
}

/** Restores what was before a batch. Refuses, naming everything that was built on it. */
export function undoImport(desk: Desk, id: number): Undone {
  return change(desk, 'import undo', writer => {
    const batch = batchNumbered(writer, id)
    if (batch.undone === 1) throw new Refusal('CX5018', { batch: id })
    const { entry, rows } = entryOfBatch(writer, id)
    // What a finalized evaluation was computed from stays.
    const [finalized] = EVALUATED.has(batch.kind) ? finalizedAfter(writer, entry) : []
    if (finalized !== undefined) throw new Refusal('CX3005', { id: finalized })
    const { entries, referring } = builtOn(writer, entry)
    if (entries.length > 0 || referring.length > 0)
      throw new Refusal('CX5017', { batch: id, entries, referring })
    const strayBefore = strayDuplicates(writer)
    const evaluations = evaluationsOfMade(writer, entry)
    for (const evaluation of evaluations) discardResults(writer, evaluation)
    const discarded = evaluations.map(evaluation => evaluation.id)
    putBack(writer, entry)
    // A complaint that repeats one is counted there: without it, it would be counted nowhere.
    const stray = strayDuplicates(writer) - strayBefore
    if (stray > 0)
      throw new Refusal('CX5017', {
        batch: id,
        entries: [],
        referring: [{ table: 'complaint', rows: stray }],
      })
    markUndone(writer, id)
    const summary = { batch: id, file: batch.file, rows, discarded }
    return { result: { batch, rows, discarded }, summary }
  }).result
}

function batchNumbered(reader: Reader, id: number): Batch {
  const all = listBatches(reader)
  const found = all.find(b => b.id === id)
  if (found) return found
  throw new Refusal('CX4002', { kind: 'batch', value: String(id), available: all.map(b => b.id).join('、') })
}
