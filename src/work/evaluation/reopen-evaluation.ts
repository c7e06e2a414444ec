// Opens a finalized evaluation again: a new version begins, and the finalized one stays with all that it froze.
import { Refusal } from '../../domain/refusal.ts'
import { type Evaluation, reopenEvaluation } from '../../store/evaluation.ts'
import { listCandidates } from '../../store/nomination.ts'
import { change, type Desk } from '../desk.ts'
import { evaluationFor, notSuperseded } from './which.ts'

export interface Reopened {
  evaluation: Evaluation
  /** The version that was finalized. */
  kept: Evaluation
  /** Candidates of the nomination list that rests on it. */
  candidates: number
}

/** Scheme and records of the new version are those on file; the as-of day stays. */
export function reopenFinalized(desk: Desk, which: string | null, reason: string): Reopened {
  return change(desk, 'evaluation reopen', writer => {
    const kept = notSuperseded(evaluationFor(writer, which))
    if (kept.status === 'open') throw new Refusal('CX1273', { id: kept.id })
    reopenEvaluation(writer, kept, reason)
    const evaluation = evaluationFor(writer, String(kept.id))
    const candidates = listCandidates(writer, kept.id).length
    return {
      result: { evaluation, kept, candidates },
      summary: { evaluation: kept.id, version: evaluation.version, reason, candidates },
    }
  }).result
}
