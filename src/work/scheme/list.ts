// All schemes there are, shipped and on file, with the checklist that ships beside them.
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import { readShippedSource, shippedSchemes } from '../../schemes/library.ts'
import { parseScheme } from '../../schemes/load.ts'
import type { Desk } from '../desk.ts'
import { schemesOnFile } from './texts.ts'

export const CHECKLIST_ID = 'spring-thunder'

export interface ListedScheme {
  id: string
  /** Null for a checklist, and for a text on file that the program no longer takes. */
  scheme: Scheme | null
  title: string
  clause: string | null
  /** Whether it ships with the program, and whether it is on file: with the shipped text, or with another. */
  shipped: boolean
  on_file: 'same' | 'own' | null
}

export function listSchemes(desk: Desk): ListedScheme[] {
  const stored = new Map(schemesOnFile(desk).map(s => [s.id, s.source]))
  const shipped = new Map(shippedSchemes(desk.schemes).map(id => [id, readShippedSource(desk.schemes, id)]))
  const ids = [...new Set([...stored.keys(), ...shipped.keys()])].sort()
  const { title, clause } = readShippedChecklist(desk.schemes)
  return [
    ...ids.map((id): ListedScheme => {
      const own = stored.get(id)
      const { value } = parseScheme(own ?? shipped.get(id)!, `${id}.yaml`)
      return {
        id,
        scheme: value,
        title: value?.title ?? id,
        clause: null,
        shipped: shipped.has(id),
        on_file: own === undefined ? null : own === shipped.get(id) ? 'same' : 'own',
      }
    }),
    { id: CHECKLIST_ID, scheme: null, title, clause, shipped: true, on_file: null },
  ]
}
