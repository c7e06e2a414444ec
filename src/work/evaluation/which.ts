// Which evaluation a command means, and the scheme it goes by.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { parseScheme } from '../../schemes/load.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme, listSchemeIds } from '../../store/reference.ts'

/** The evaluation named by number or year; unnamed, the only open one, else the only one at all. */
export function evaluationFor(reader: Reader, which: string | null): Evaluation {
  const all = listEvaluations(reader)
  if (which !== null) {
    const byNumber = all.filter(e => String(e.id) === which)
    const found = byNumber.length > 0 ? byNumber : all.filter(e => String(e.year) === which)
    if (found.length === 0) throw new Refusal('CX3001', { id: which })
    if (found.length > 1) throw new Refusal('CX3002', { open: names(found) })
    return found[0]!
  }
  if (all.length === 0) throw new Refusal('CX3003', {})
  const open = all.filter(e => e.status === 'open')
  const choice = open.length > 0 ? open : all
  if (choice.length > 1) throw new Refusal('CX3002', { open: names(choice) })
  return choice[0]!
}

/** As `evaluationFor`; refuses a finalized one. */
export function openOne(reader: Reader, which: string | null): Evaluation {
  const evaluation = evaluationFor(reader, which)
  if (evaluation.status === 'finalized') throw new Refusal('CX3005', { id: evaluation.id })
  return evaluation
}

function names(evaluations: readonly Evaluation[]): string {
  return evaluations.map(e => `${e.id}（${e.scheme_id} ${e.year}）`).join('、')
}

/** The scheme as on file; a finalized evaluation keeps the text it was finalized with. */
export function schemeOf(reader: Reader, evaluation: Evaluation): Scheme {
  return readStoredScheme(
    evaluation.scheme_source ?? sourceOf(reader, evaluation.scheme_id),
    evaluation.scheme_id,
  )
}

export function schemeById(reader: Reader, id: string): Scheme {
  return readStoredScheme(sourceOf(reader, id), id)
}

function sourceOf(reader: Reader, id: string): string {
  const stored = findScheme(reader, id)
  if (!stored) throw new Refusal('CX2005', { id, available: listSchemeIds(reader).join('、') })
  return stored.source
}

function readStoredScheme(source: string, id: string): Scheme {
  const { value, problems } = parseScheme(source, `${id}.yaml`)
  if (value === null) throw new Refusal(problems)
  return value
}
