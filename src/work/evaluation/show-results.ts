// The results of an evaluation, and one of them with everything that led to it.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { PartyName } from '../../domain/score/party.ts'
import type { SubjectResult } from '../../domain/score/result.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { partyNames } from '../../store/party.ts'
import { findResult, listResults, type StoredResult } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { computeOne } from './compute.ts'
import type { Material } from './materials.ts'
import { partyNamed } from './party.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor, schemeOf } from './which.ts'

export interface ShownResult {
  party: PartyName
  result: StoredResult
}

/** The results of the last run, best first; those without a rank last. */
export function showResults(
  desk: Desk,
  which: string | null,
  district: string | null,
): { evaluation: Evaluation; scheme: Scheme; results: ShownResult[] } {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const scheme = schemeOf(reader, evaluation)
    const names = partyNames(reader, scheme.applies_to.subject)
    const results = listResults(reader, evaluation)
      .map(result => ({ party: names.get((result.agency_id ?? result.subject_id)!)!, result }))
      .filter(({ party }) => district === null || party.district_code === district)
    results.sort(
      (a, b) =>
        (a.result.rank ?? Infinity) - (b.result.rank ?? Infinity) ||
        b.result.max_total - a.result.max_total ||
        (a.party.agency_id ?? a.party.subject_id!) - (b.party.agency_id ?? b.party.subject_id!),
    )
    return { evaluation, scheme, results }
  })
}

export interface Explained {
  evaluation: Evaluation
  scheme: Scheme
  party: PartyName
  rank: number | null
  result: SubjectResult
  material: Material
  /** What the last run stored, where records changed since and it was otherwise. */
  stored: StoredResult | null
}

/** One result with everything that led to it, from what a finalized evaluation keeps, else from what is on file. */
export function explainResult(desk: Desk, which: string | null, key: string): Explained {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const scheme = schemeOf(reader, evaluation)
    const noun = scheme.applies_to.subject
    const party = partyNamed(reader, noun, key)
    const id = (party.agency_id ?? party.subject_id)!
    const stored = findResult(reader, evaluation, noun, id)
    const computed = computeOne(reader, evaluation, { noun, id })
    if (!stored || !computed) throw new Refusal('CX3013', { agency: party.name })
    const { result, ...material } = computed
    const same = result.min_total === stored.min_total && result.max_total === stored.max_total
    return {
      evaluation,
      scheme,
      party,
      rank: stored.rank,
      result,
      material,
      stored: same && result.grade === stored.grade ? null : stored,
    }
  })
}
