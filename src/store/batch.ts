// Import batches: which file brought which rows.
import type { Reader, Writer } from './open.ts'

export interface Batch {
  id: number
  kind: string
  scope: string
  file: string
  sha256: string
  encoding: string
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
  undone: number
  /** What besides its bytes made the file read as it was: JSON of sheet and mapping; null for neither. */
  reading: string | null
}

/** The batch that brought this very file whole; one that gave rows back or was taken back did not. */
export function findBatch(
  reader: Reader,
  { kind, scope, sha256, reading }: Pick<Batch, 'kind' | 'scope' | 'sha256' | 'reading'>,
): Batch | undefined {
  return reader.get<Batch>(
    `SELECT * FROM batch WHERE kind = ? AND scope = ? AND sha256 = ? AND reading IS ? AND rejected = 0 AND undone = 0
     ORDER BY id LIMIT 1`,
    kind,
    scope,
    sha256,
    reading,
  )
}

export function insertBatch(writer: Writer, batch: Omit<Batch, 'id' | 'undone'>): number {
  return writer.run(
    `INSERT INTO batch (kind, scope, file, sha256, reading, encoding, rows, added, changed, unchanged, rejected)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    batch.kind,
    batch.scope,
    batch.file,
    batch.sha256,
    batch.reading,
    batch.encoding,
    batch.rows,
    batch.added,
    batch.changed,
    batch.unchanged,
    batch.rejected,
  ).id
}

/** Oldest first. */
export function listBatches(reader: Reader): Batch[] {
  return reader.all<Batch>('SELECT * FROM batch ORDER BY id')
}

export function markUndone(writer: Writer, id: number): void {
  writer.run('UPDATE batch SET undone = 1 WHERE id = ?', id)
}

/** Batches and rows by kind, for the year at a glance. */
export function countBatches(reader: Reader): { kind: string; batches: number }[] {
  return reader.all(
    'SELECT kind, count(*) AS batches FROM batch WHERE undone = 0 GROUP BY kind ORDER BY min(id)',
  )
}
