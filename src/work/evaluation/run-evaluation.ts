// Runs and finalizes an evaluation: one subject after the other, so that it takes no more memory for more subjects.
import { pointsText } from '../../domain/exact.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { partyOf } from '../../domain/score/party.ts'
import { rankedBy } from '../../domain/score/rank.ts'
import { type Evaluation, finalizeEvaluation, setDigests } from '../../store/evaluation.ts'
import { insertFrozen } from '../../store/frozen.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { countParties } from '../../store/party.ts'
import { findScheme, readCalendar } from '../../store/reference.ts'
import {
  beginResults,
  type ComputedRow,
  countGrades,
  digestOfComputed,
  digestOfResults,
  insertComputed,
  storeComputed,
} from '../../store/result.ts'
import { change, changeAtLength, type Desk } from '../desk.ts'
import { checkIn } from './check-evaluation.ts'
import { basisOnFile, beginBasis } from './compute.ts'
import { basisSets, materialsOnFile } from './materials.ts'
import { startScoring } from './scoring.ts'
import { openOne, schemeOf } from './which.ts'

export interface RunSummary {
  evaluation: Evaluation
  /** How many were evaluated. */
  agencies: number
  /** What they are. */
  subject: SubjectNoun
  /** Whether the scheme goes on to nominations. */
  nominates: boolean
  /** Those whose total, or whose decision, is still unknown. */
  incomplete: number
  grades: { grade: string; label: string; agencies: number }[]
  /** Whether anything differs from the run before. */
  changed: boolean
}

/** Sets that are scored or wait for it while the next is read. */
const AHEAD = 6

/** Computes everybody and stores the results. The same records give the same results; then no entry is left. */
export async function runEvaluation(desk: Desk, which: string | null): Promise<RunSummary> {
  const { result } = await changeAtLength(desk, 'evaluation run', async writer => {
    const evaluation = openOne(writer, which)
    const scheme = schemeOf(writer, evaluation)
    const digests = await computeAll(writer, evaluation, scheme)
    // What is stored may have been changed past this program.
    const changed =
      digests.basis !== evaluation.basis_sha256 || digests.result !== digestOfResults(writer, evaluation)
    if (changed) {
      storeComputed(writer, evaluation, rankedBy(scheme))
      setDigests(writer, evaluation.id, digests)
    }
    const summary = summarize(writer, evaluation, scheme, changed)
    return { result: summary, summary: { evaluation: evaluation.id, agencies: summary.agencies, ...digests } }
  })
  return result
}

async function computeAll(
  writer: Writer,
  evaluation: Evaluation,
  scheme: Scheme,
): Promise<{ result: string; basis: string }> {
  const basis = beginBasis(writer, evaluation)
  const grounds = { scheme, asOf: evaluation.as_of, calendar: readCalendar(writer) }
  const scoring = startScoring(grounds, countParties(writer, scheme.applies_to.subject))
  beginResults(writer)
  const ahead: Promise<ComputedRow[]>[] = []
  const store = async () => {
    for (const row of await ahead.shift()!) insertComputed(writer, row)
  }
  try {
    for (const set of basisSets(writer, evaluation, scheme)) {
      ahead.push(scoring.score(set))
      for (const text of set) basis.add(text)
      if (ahead.length === AHEAD) await store()
    }
    while (ahead.length > 0) await store()
  } finally {
    await scoring.close()
  }
  return { result: digestOfComputed(writer, rankedBy(scheme)), basis: basis.hex() }
}

function summarize(reader: Reader, evaluation: Evaluation, scheme: Scheme, changed: boolean): RunSummary {
  const { evaluated, incomplete, byGrade } = countGrades(reader, evaluation, scheme.decision !== null)
  const { bands } = scheme.grades
  const { decision } = scheme
  const named =
    bands.length > 0 || decision === null
      ? bands
      : [decision.passed, decision.failed].map(grade => ({ grade, label: '' }))
  return {
    evaluation,
    agencies: evaluated,
    subject: scheme.applies_to.subject,
    nominates: scheme.nomination !== null,
    incomplete,
    grades: named.map(({ grade, label }) => ({ grade, label, agencies: byGrade.get(grade) ?? 0 })),
    changed,
  }
}

/** How many gaps a refusal names. */
const NAMED = 3

/**
 * Freezes scheme text, calendar, data and result by hash. Refuses when records changed since the last run, and what is unknown
 * unless `partialReason` says why it may be.
 */
export function finalizeRun(desk: Desk, which: string | null, partialReason: string | null): RunSummary {
  return change(desk, 'evaluation finalize', writer => {
    const evaluation = openOne(writer, which)
    if (evaluation.result_sha256 === null) throw new Refusal('CX3006', { id: evaluation.id })
    if (basisOnFile(writer, evaluation) !== evaluation.basis_sha256)
      throw new Refusal('CX3007', { id: evaluation.id })
    const { id, version } = evaluation
    if (digestOfResults(writer, evaluation) !== evaluation.result_sha256)
      throw new Refusal('CX5016', { evaluation: id, version, part: 'result' })
    const scheme = schemeOf(writer, evaluation)
    const result = summarize(writer, evaluation, scheme, false)
    if (result.agencies === 0) throw new Refusal('CX3015', { id: evaluation.id })
    if (result.incomplete > 0 && partialReason === null) {
      const open = checkIn(writer, evaluation, null).gaps.filter(gap => gap.open && gap.party)
      const largest = open.slice(0, NAMED).map(({ party, indicator, weight }) => ({
        agency: party!.name,
        indicator,
        points: pointsText(weight),
      }))
      const { incomplete, agencies, subject } = result
      const told = { id: evaluation.id, subject, incomplete, agencies, gaps: open.length, largest }
      throw new Refusal('CX1270', told)
    }
    for (const { dossier, basis } of materialsOnFile(writer, evaluation, scheme)) {
      insertFrozen(writer, evaluation, partyOf(dossier), basis)
    }
    const partial = result.incomplete > 0 ? partialReason : null
    finalizeEvaluation(writer, evaluation.id, findScheme(writer, evaluation.scheme_id)!, {
      calendar: JSON.stringify(readCalendar(writer)),
      partialReason: partial,
    })
    const { result_sha256, basis_sha256 } = evaluation
    const told = { evaluation: evaluation.id, version: evaluation.version, incomplete: result.incomplete }
    return {
      result: {
        ...result,
        evaluation: { ...evaluation, status: 'finalized' as const, partial_reason: partial },
      },
      summary: { ...told, partial_reason: partial, result: result_sha256, basis: basis_sha256 },
    }
  }).result
}

/** Whether records or sheets changed after the last run. */
export function isStale(reader: Reader, evaluation: Evaluation): boolean {
  return evaluation.status === 'open' && basisOnFile(reader, evaluation) !== evaluation.basis_sha256
}

export function hasRun(evaluation: Evaluation): Evaluation {
  if (evaluation.result_sha256 === null) throw new Refusal('CX3006', { id: evaluation.id })
  return evaluation
}
