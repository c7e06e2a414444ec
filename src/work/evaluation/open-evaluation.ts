// Opens an evaluation: a scheme, a year and the day as of which everything is seen.
import { createHash } from 'node:crypto'
import { isDay } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { readShippedScheme, shippedSchemes } from '../../schemes/library.ts'
import { type Evaluation, insertEvaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Writer } from '../../store/open.ts'
import { findScheme, getSetting, insertScheme } from '../../store/reference.ts'
import { ask, change, type Desk } from '../desk.ts'
import { earlierVersions, schemeById } from './which.ts'

/** Without `asOf`, the scheme's own day of the year. Refuses a second evaluation of one scheme and year. */
export function openEvaluation(
  desk: Desk,
  wanted: { year: number; asOf: string | null; scheme: string | null },
): Evaluation {
  return change(desk, 'evaluation open', writer => {
    const scheme = schemeForUse(desk, writer, wanted.scheme ?? getSetting(writer, 'scheme')!)
    const asOf = wanted.asOf ?? `${wanted.year}-${scheme.as_of.month_day}`
    if (!isDay(asOf)) throw new Refusal('CX1030', { value: asOf })
    const taken = listEvaluations(writer).some(e => e.scheme_id === scheme.id && e.year === wanted.year)
    if (taken) throw new Refusal('CX3004', { scheme: scheme.id, year: wanted.year })
    const id = insertEvaluation(writer, scheme.id, wanted.year, asOf)
    const opened = listEvaluations(writer).find(e => e.id === id)!
    return { result: opened, summary: { evaluation: id, scheme: scheme.id, year: wanted.year, as_of: asOf } }
  }).result
}

/** The scheme on file; one that ships with the program is put there when it is first used. */
export function schemeForUse(desk: Desk, writer: Writer, id: string): Scheme {
  if (findScheme(writer, id) === undefined && shippedSchemes(desk.schemes).includes(id)) {
    const { scheme, source } = readShippedScheme(desk.schemes, id)
    insertScheme(writer, { id, sha256: createHash('sha256').update(source).digest('hex'), source })
    return scheme
  }
  return schemeById(writer, id)
}

/** Every version of every evaluation, oldest first. */
export function listAllEvaluations(desk: Desk): Evaluation[] {
  return ask(desk, reader => listEvaluations(reader).flatMap(e => [...earlierVersions(reader, e), e]))
}
