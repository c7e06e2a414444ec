// Runs, shows and finalizes an evaluation.
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { AgencyResult } from '../../domain/score/score.ts'
import { listAgencies } from '../../store/agency.ts'
import {
  type Evaluation,
  finalizeEvaluation,
  findResult,
  listResults,
  replaceResults,
  setDigests,
} from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme } from '../../store/reference.ts'
import { ask, change, type Desk } from '../desk.ts'
import { agencyNamed } from '../find-agency.ts'
import { compute } from './compute.ts'
import { evaluationFor, schemeOf } from './which.ts'

export interface RunSummary {
  evaluation: Evaluation
  agencies: number
  /** Agencies whose total is still unknown. */
  incomplete: number
  grades: { grade: string; label: string; agencies: number }[]
  /** Whether anything differs from the run before. */
  changed: boolean
}

/** Computes every agency and stores the results. The same records give the same results; then nothing is written. */
export function runEvaluation(desk: Desk, which: string | null): RunSummary {
  return change(desk, 'evaluation run', writer => {
    const evaluation = evaluationFor(writer, which)
    if (evaluation.status === 'finalized') throw new Refusal('CX3005', { id: evaluation.id })
    const { scheme, agencies, digests } = compute(writer, evaluation)
    const changed = digests.basis !== evaluation.basis_sha256 || digests.result !== evaluation.result_sha256
    if (changed) {
      const rows = agencies.map(a => ({
        agency_id: a.dossier.agency.id,
        rank: a.rank,
        detail: a.result,
        basis: a.basis,
      }))
      replaceResults(writer, evaluation.id, rows)
      setDigests(writer, evaluation.id, digests)
    }
    const result = summarize(
      evaluation,
      scheme,
      agencies.map(a => a.result),
      changed,
    )
    return { result, summary: { evaluation: evaluation.id, agencies: agencies.length, ...digests } }
  }).result
}

function summarize(
  evaluation: Evaluation,
  scheme: Scheme,
  results: readonly AgencyResult[],
  changed: boolean,
): RunSummary {
  return {
    evaluation,
    agencies: results.length,
    incomplete: results.filter(r => r.total === null).length,
    grades: scheme.grades.bands.map(({ grade, label }) => ({
      grade,
      label,
      agencies: results.filter(r => r.grade === grade).length,
    })),
    changed,
  }
}

/** Freezes scheme text, data and result by hash. Refuses when records changed since the last run. */
export function finalizeRun(desk: Desk, which: string | null): RunSummary {
  return change(desk, 'evaluation finalize', writer => {
    const evaluation = evaluationFor(writer, which)
    if (evaluation.status === 'finalized') throw new Refusal('CX3005', { id: evaluation.id })
    if (evaluation.result_sha256 === null) throw new Refusal('CX3006', { id: evaluation.id })
    const { scheme, agencies, digests } = compute(writer, evaluation)
    if (digests.basis !== evaluation.basis_sha256) throw new Refusal('CX3007', { id: evaluation.id })
    if (agencies.length === 0) throw new Refusal('CX3015', { id: evaluation.id })
    finalizeEvaluation(writer, evaluation.id, findScheme(writer, evaluation.scheme_id)!)
    const finalized = { ...evaluation, status: 'finalized' as const }
    const result = summarize(
      finalized,
      scheme,
      agencies.map(a => a.result),
      false,
    )
    return { result, summary: { evaluation: evaluation.id, incomplete: result.incomplete, ...digests } }
  }).result
}

export interface ShownResult {
  agency: Agency
  rank: number | null
  result: AgencyResult
}

/** The results of the last run, best first; those without a total last. */
export function showResults(
  desk: Desk,
  which: string | null,
  district: string | null,
): { evaluation: Evaluation; scheme: Scheme; results: ShownResult[] } {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const agencies = new Map(listAgencies(reader).map(a => [a.id, a]))
    const results = listResults(reader, evaluation.id)
      .map(row => ({ agency: agencies.get(row.agency_id)!, rank: row.rank, result: row.detail }))
      .filter(row => district === null || row.agency.district_code === district)
    results.sort(
      (a, b) =>
        (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
        b.result.max_total - a.result.max_total ||
        a.agency.id - b.agency.id,
    )
    return { evaluation, scheme: schemeOf(reader, evaluation), results }
  })
}

/** One agency's result with everything that led to it. */
export function explainResult(
  desk: Desk,
  which: string | null,
  key: string,
): { evaluation: Evaluation; scheme: Scheme } & ShownResult {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const agency = agencyNamed(reader, key)
    const found = findResult(reader, evaluation.id, agency.id)
    if (!found) throw new Refusal('CX3013', { agency: agency.name })
    return {
      evaluation,
      scheme: schemeOf(reader, evaluation),
      agency,
      rank: found.rank,
      result: found.detail,
    }
  })
}

export function hasRun(evaluation: Evaluation): Evaluation {
  if (evaluation.result_sha256 === null) throw new Refusal('CX3006', { id: evaluation.id })
  return evaluation
}

/** Whether records or sheets changed after the last run. */
export function isStale(reader: Reader, evaluation: Evaluation): boolean {
  return evaluation.status === 'open' && compute(reader, evaluation).digests.basis !== evaluation.basis_sha256
}
