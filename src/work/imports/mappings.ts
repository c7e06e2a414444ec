// Mappings of a source's headers to our fields: saved with an import, shown, used again by name.
import type { Column } from '../../domain/imports/column.ts'
import { Refusal } from '../../domain/refusal.ts'
import { headerKey } from '../../domain/text.ts'
import { listMappings, type MappedHeader, replaceMapping } from '../../store/mapping.ts'
import { ask, change, type Desk } from '../desk.ts'

export function savedMappings(desk: Desk): MappedHeader[] {
  return ask(desk, listMappings)
}

/** The saved mapping of a name for one kind of file. Refuses a name that is not there. */
export function savedMapping(desk: Desk, kind: string, name: string): Map<string, string> {
  const all = savedMappings(desk).filter(m => m.kind === kind)
  const found = all.filter(m => m.name === name)
  if (found.length > 0) return new Map(found.map(m => [m.header, m.field]))
  const names = [...new Set(all.map(m => m.name))]
  throw new Refusal('CX4002', { kind: 'mapping', value: name, available: names.join('、') || '—' })
}

/** Keeps a mapping under a name, in the place of an earlier one of that name; nothing is logged if it is the same. */
export function saveMapping(
  desk: Desk,
  kind: string,
  name: string,
  headers: ReadonlyMap<string, string>,
): void {
  const before = savedMappings(desk).filter(m => m.kind === kind && m.name === name)
  const same = before.length === headers.size && before.every(m => headers.get(m.header) === m.field)
  if (same) return
  change(desk, 'import mapping', writer => {
    replaceMapping(writer, name, kind, headers)
    return { result: null, summary: { name, kind, headers: headers.size } }
  })
}

/** Fields given by JSON key or by official header, as keys. Refuses a field that the kind of file has not. */
export function resolveMapping(
  columns: readonly Column[],
  given: ReadonlyMap<string, string>,
): Map<string, string> {
  const byName = new Map(
    columns.flatMap(column => [column.key, ...column.headers].map(name => [headerKey(name), column.key])),
  )
  return new Map(
    [...given].map(([header, wanted]) => {
      const field = wanted === '-' ? '-' : byName.get(headerKey(wanted))
      if (field !== undefined) return [header, field]
      const allowed = columns.map(column => column.key).join('、')
      throw new Refusal('CX6002', { value: wanted, option: '--map', allowed })
    }),
  )
}
