// Where the text of a scheme is: in a file, in the database, with an evaluation, or shipped with the program.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { readShippedSource, shippedSchemes } from '../../schemes/library.ts'
import { parseScheme } from '../../schemes/load.ts'
import { findScheme, type StoredScheme } from '../../store/reference.ts'
import { listSchemes } from '../../store/scheme.ts'
import { ask, askIfThere, type Desk } from '../desk.ts'
import { evaluationFor } from '../evaluation/which.ts'

/** How the clerk names a scheme; the text of a file is read before. */
export type Named =
  | { by: 'id'; id: string }
  | { by: 'evaluation'; evaluation: string }
  | { by: 'file'; file: string; source: string }

export interface SchemeText {
  source: string
  /** What problems call it. */
  file: string
  from: 'file' | 'database' | 'evaluation' | 'shipped'
}

/** The text of the database stands before the shipped one. Refuses what is nowhere, naming what there is. */
export function textOf(desk: Desk, named: Named): SchemeText {
  switch (named.by) {
    case 'file':
      return { source: named.source, file: named.file, from: 'file' }
    case 'evaluation':
      return ask(desk, reader => {
        const { id, scheme_id, scheme_source } = evaluationFor(reader, named.evaluation)
        const source = scheme_source ?? findScheme(reader, scheme_id)!.source
        return { source, file: `${scheme_id}@${id}`, from: 'evaluation' as const }
      })
    default: {
      const { id } = named
      const file = `${id}.yaml`
      const stored = askIfThere(desk, reader => findScheme(reader, id))
      if (stored) return { source: stored.source, file, from: 'database' }
      if (shippedSchemes(desk.schemes).includes(id))
        return { source: readShippedSource(desk.schemes, id), file, from: 'shipped' }
      throw new Refusal('CX2005', { id, available: knownIds(desk).join('、') })
    }
  }
}

/** As `textOf`, read; refuses a faulty one with all its faults. */
export function schemeNamed(desk: Desk, named: Named): Scheme {
  const { source, file } = textOf(desk, named)
  const { value, problems } = parseScheme(source, file)
  if (value === null) throw new Refusal(problems)
  return value
}

/** Schemes on file; none where there is no database. */
export function schemesOnFile(desk: Desk): StoredScheme[] {
  return askIfThere(desk, listSchemes) ?? []
}

function knownIds(desk: Desk): string[] {
  return [...new Set([...schemesOnFile(desk).map(s => s.id), ...shippedSchemes(desk.schemes)])].sort()
}
