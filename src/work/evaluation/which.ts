// Which evaluation a command means, and the scheme it goes by.
import { createHash } from 'node:crypto'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { readScheme } from '../../schemes/load.ts'
import { type Evaluation, listEvaluations, listVersions } from '../../store/evaluation.ts'
import { once, type Reader } from '../../store/open.ts'
import { findScheme, listSchemeIds } from '../../store/reference.ts'

/**
 * The evaluation named by number or year; unnamed, the only open one, else the only one at all. `1@2` names a version
 * of it, without which it is the current one.
 */
export function evaluationFor(reader: Reader, which: string | null): Evaluation {
  const [, named, version] = /^(.+)@(\d{1,6})$/.exec(which ?? '') ?? []
  if (named === undefined) return currentOf(reader, which)
  const current = currentOf(reader, named)
  const found = [...earlierVersions(reader, current), current].find(e => e.version === Number(version))
  if (!found) {
    throw new Refusal('CX1271', { id: current.id, version: Number(version), latest: current.version })
  }
  return found
}

/** Versions that were finalized and opened again, as evaluations; oldest first. */
export function earlierVersions(reader: Reader, current: Evaluation): Evaluation[] {
  return listVersions(reader, current.id).map(({ evaluation_id: _id, ...kept }) => ({
    ...current,
    ...kept,
    status: 'finalized',
  }))
}

/** Refuses a version that was opened again: what is decided rests on the current one. */
export function notSuperseded(evaluation: Evaluation): Evaluation {
  const { id, version, reopened_reason: reason } = evaluation
  if (reason !== null) throw new Refusal('CX1272', { id, version, reason })
  return evaluation
}

function currentOf(reader: Reader, which: string | null): Evaluation {
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
  return readScheme(evaluation.scheme_source ?? sourceOf(reader, evaluation.scheme_id), evaluation.scheme_id)
}

export function schemeById(reader: Reader, id: string): Scheme {
  return readScheme(sourceOf(reader, id), id)
}

const sourceOf = once((reader: Reader, id: string): string => {
  const stored = findScheme(reader, id)
  if (!stored) throw new Refusal('CX2005', { id, available: listSchemeIds(reader).join('、') })
  // What is decided by another text than was added would not be what anybody agreed to.
  if (createHash('sha256').update(stored.source).digest('hex') !== stored.sha256)
    throw new Refusal('CX5015', { table: 'scheme', row: id })
  return stored.source
})
