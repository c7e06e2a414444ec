// Word templates that the bureau restyled, by the kind of paper that they make.
import type { Reader, Writer } from './open.ts'

export interface StoredTemplate {
  kind: string
  /** Name of the file that it was taken from. */
  file: string
  sha256: string
  used_on: string
}

export function listTemplates(reader: Reader): StoredTemplate[] {
  return reader.all<StoredTemplate>('SELECT kind, file, sha256, used_on FROM template ORDER BY kind')
}

/** The .docx file; null of a kind that is printed with the program's own. */
export function templateBytes(reader: Reader, kind: string): Uint8Array | null {
  const row = reader.get<{ content: string }>('SELECT content FROM template WHERE kind = ?', kind)
  return row ? Buffer.from(row.content, 'base64') : null
}

/** Instead of the one before. */
export function putTemplate(writer: Writer, template: StoredTemplate, bytes: Uint8Array): void {
  writer.run(
    `INSERT INTO template (kind, file, sha256, used_on, content) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET file = excluded.file, sha256 = excluded.sha256,
       used_on = excluded.used_on, content = excluded.content`,
    template.kind,
    template.file,
    template.sha256,
    template.used_on,
    Buffer.from(bytes).toString('base64'),
  )
}

/** The program's own again. */
export function dropTemplate(writer: Writer, kind: string): void {
  writer.run('DELETE FROM template WHERE kind = ?', kind)
}
