// Import batches: which files came, what each changed, and taking one back.
import { Refusal } from '../../domain/refusal.ts'
import { type Batch, listBatches, markUndone } from '../../store/batch.ts'
import { builtOn, changesOfBatch, entryOfBatch, putBack, type RowChange } from '../../store/journal.ts'
import type { Reader } from '../../store/open.ts'
import { ask, change, type Desk } from '../desk.ts'
import { evaluationFor } from '../evaluation/which.ts'

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

function shown({ table_name: table, row_key: row, before, after }: RowChange): ShownBatch['changes'][number] {
  const read = (text: string | null) => (text === null ? null : (JSON.parse(text) as Record<string, unknown>))
  const now = read(after)
  return {
    table,
    row,
    line: (now?.line as number | null | undefined) ?? null,
    before: read(before),
    after: now,
  }
}

/** Restores what was before a batch. Refuses, naming everything that was built on it. */
export function undoImport(desk: Desk, id: number): { batch: Batch; rows: number } {
  return change(desk, 'import undo', writer => {
    const batch = batchNumbered(writer, id)
    if (batch.undone === 1) throw new Refusal('CX5018', { batch: id })
    const { entry, rows } = entryOfBatch(writer, id)
    const { entries, referring } = builtOn(writer, entry)
    if (entries.length > 0 || referring.length > 0)
      throw new Refusal('CX5017', { batch: id, entries, referring })
    // What a finalized evaluation was computed from stays.
    const evaluation = batch.kind === 'sheet' ? evaluationFor(writer, batch.scope) : null
    if (evaluation?.status === 'finalized') throw new Refusal('CX3005', { id: evaluation.id })
    putBack(writer, entry)
    markUndone(writer, id)
    return { result: { batch, rows }, summary: { batch: id, file: batch.file, rows } }
  }).result
}

function batchNumbered(reader: Reader, id: number): Batch {
  const all = listBatches(reader)
  const found = all.find(b => b.id === id)
  if (found) return found
  throw new Refusal('CX4002', { kind: 'batch', value: String(id), available: all.map(b => b.id).join('、') })
}
