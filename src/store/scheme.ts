// Schemes on file, and what a new text of one would meet: open evaluations with sheets that were filled by the old text.
import type { Reader, Writer } from './open.ts'
import type { StoredScheme } from './reference.ts'

export function listSchemes(reader: Reader): StoredScheme[] {
  return reader.all<StoredScheme>('SELECT id, sha256, source FROM scheme ORDER BY id')
}

export function replaceScheme(writer: Writer, { id, sha256, source }: StoredScheme): void {
  writer.run('UPDATE scheme SET sha256 = ?, source = ? WHERE id = ?', sha256, source, id)
}

export interface SchemeUse {
  evaluation: number
  year: number
  sheets: number
}

/** Open evaluations by a scheme; finalized ones keep the text they were finalized with. */
export function openUses(reader: Reader, id: string): SchemeUse[] {
  return reader.all<SchemeUse>(
    `SELECT id AS evaluation, year,
       (SELECT count(*) FROM sheet WHERE sheet.evaluation_id = evaluation.id) AS sheets
     FROM evaluation WHERE scheme_id = ? AND status = 'open' ORDER BY id`,
    id,
  )
}
