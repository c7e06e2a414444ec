// Computing an evaluation: pure from its materials on, repeatable to the byte.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { type Dossier, type RuleContext, ruleContext } from '../../domain/score/dossier.ts'
import { idOf, partyOf } from '../../domain/score/party.ts'
import type { SubjectResult } from '../../domain/score/result.ts'
import { scorer } from '../../domain/score/score.ts'
import { outstandingDays } from '../../store/dossier.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { BasisDigest, frozenCalendar } from '../../store/frozen.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme, readCalendar } from '../../store/reference.ts'
import { listResults } from '../../store/result.ts'
import { limitRules } from '../limit-rules.ts'
import { basisSets, type Material, materialsOf, materialsOnFile, type Only } from './materials.ts'
import { schemeOf } from './which.ts'

export type Computed = Material & { result: SubjectResult }

/** The scheme of an evaluation's current version, and what its rules need on its as-of day. */
export function groundsOf(reader: Reader, evaluation: Evaluation): { scheme: Scheme; context: RuleContext } {
  const scheme = schemeOf(reader, evaluation)
  return { scheme, context: contextOf(reader, evaluation, scheme) }
}

/** A finalized version goes by the working days that it froze. */
export function contextOf(reader: Reader, { as_of, calendar }: Evaluation, scheme: Scheme): RuleContext {
  const frozen = frozenCalendar(calendar) ?? undefined
  return ruleContext(as_of, scheme.metrics, limitRules(reader, scheme, frozen))
}

/** Scores everybody whom the scheme is for, one after the other, so that none has to be held. Writes nothing. */
export function* computeEach(reader: Reader, evaluation: Evaluation, only?: Only): Generator<Computed> {
  const { scheme, context } = groundsOf(reader, evaluation)
  const score = scorer(scheme, context)
  for (const material of materialsOf(reader, evaluation, scheme, only)) {
    yield { ...material, result: score(material) }
  }
}

/** One subject, or undefined where the evaluation is not about it. */
export function computeOne(
  reader: Reader,
  evaluation: Evaluation,
  noun: SubjectNoun,
  id: number,
): Computed | undefined {
  const [found] = computeEach(reader, evaluation, { noun, ids: [id] })
  return found
}

/** Begun with the scheme, the as-of day and the calendar; what was read of everybody is added in order of id. */
export function beginBasis(reader: Reader, evaluation: Evaluation): BasisDigest {
  const { scheme_sha256, scheme_id, as_of, status } = evaluation
  const scheme = scheme_sha256 ?? findScheme(reader, scheme_id)!.sha256
  const calendar = status === 'open' ? readCalendar(reader) : frozenCalendar(evaluation.calendar)
  return new BasisDigest(scheme, as_of, calendar)
}

/** Of what is on file now. */
export function basisOnFile(reader: Reader, evaluation: Evaluation): string {
  const digest = beginBasis(reader, evaluation)
  const scheme = schemeOf(reader, evaluation)
  for (const set of basisSets(reader, evaluation, scheme)) {
    for (const basis of set) digest.add(basis)
  }
  return digest.hex()
}

export interface NominationBasis {
  scheme: Scheme
  context: RuleContext
  candidates: { dossier: Dossier; total: number | null; decision: 'passed' | 'failed' | null }[]
}

/**
 * What nominations are chosen from: the stored results of the last run beside today's records. A finalized result
 * stands; what became known since still counts at the gates. Refuses an open evaluation that was not run, or whose records changed.
 */
export function computeForNomination(reader: Reader, evaluation: Evaluation): NominationBasis {
  if (evaluation.result_sha256 === null) throw new Refusal('CX3006', { id: evaluation.id })
  const { scheme, context } = groundsOf(reader, evaluation)
  const stored = new Map(listResults(reader, evaluation).map(r => [idOf(r), r]))
  const digest = beginBasis(reader, evaluation)
  const outstanding = outstandingDays(reader)
  const candidates: NominationBasis['candidates'] = []
  for (const material of materialsOnFile(reader, evaluation, scheme)) {
    digest.add(material.basis)
    const { dossier } = material
    const result = stored.get(idOf(partyOf(dossier)))
    if (!result) continue
    const days = dossier.agency ? (outstanding.get(dossier.agency.id) ?? []) : []
    const { total, decision } = result
    candidates.push({ dossier: { ...dossier, outstanding: days }, total, decision })
  }
  if (evaluation.status === 'open' && digest.hex() !== evaluation.basis_sha256) {
    throw new Refusal('CX3007', { id: evaluation.id })
  }
  return { scheme, context, candidates }
}
