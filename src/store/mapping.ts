// Saved mappings: what the headers of one source's files mean.
import type { Reader, Writer } from './open.ts'

export interface MappedHeader {
  name: string
  /** What is imported, by its noun: agency, complaint, ... */
  kind: string
  /** As the file writes it. */
  header: string
  /** JSON key of the column, or `-` for one to pass over. */
  field: string
}

/** By name, kind and header. */
export function listMappings(reader: Reader): MappedHeader[] {
  return reader.all<MappedHeader>('SELECT name, kind, header, field FROM mapping ORDER BY name, kind, header')
}

/** Puts a mapping in the place of the one of its name and kind; an empty one only takes that away. */
export function replaceMapping(
  writer: Writer,
  name: string,
  kind: string,
  headers: ReadonlyMap<string, string>,
): void {
  writer.run('DELETE FROM mapping WHERE name = ? AND kind = ?', name, kind)
  for (const [header, field] of headers) {
    writer.run(
      'INSERT INTO mapping (name, kind, header, field) VALUES (?, ?, ?, ?)',
      name,
      kind,
      header,
      field,
    )
  }
}
