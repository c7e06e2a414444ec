// How the evaluations of a year came out: how many, with what outcome, their mean and median.

import { type Tally, tally, type YearEvaluation } from '../../domain/report/year.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { averagesOf } from '../../domain/score/average.ts'
import { idOf } from '../../domain/score/party.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import { listCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { listResults, type StoredResult } from '../../store/result.ts'
import { schemeOf } from '../evaluation/which.ts'

/** An evaluation with its results, each with its jurisdiction, and its nominees. */
export interface ReadEvaluation {
  evaluation: Evaluation
  scheme: Scheme
  results: (StoredResult & { district_code: string | null })[]
  nominees: StoredCandidate[]
}

/** Those of the year that were run. */
export function readEvaluations(reader: Reader, year: number): ReadEvaluation[] {
  return listEvaluations(reader)
    .filter(evaluation => evaluation.year === year && evaluation.result_sha256 !== null)
    .map(evaluation => {
      const scheme = schemeOf(reader, evaluation)
      const names = partyNames(reader, scheme.applies_to.subject)
      const placed = (result: StoredResult) => names.get(idOf(result))!.district_code
      return {
        ...{ evaluation, scheme },
        results: listResults(reader, evaluation).map(r => ({ ...r, district_code: placed(r) })),
        nominees: listCandidates(reader, evaluation.id).filter(c => c.decision === 'nominated'),
      }
    })
}

/** Of a jurisdiction, or of all; none where it has no result there. */
export function outcomeOf(
  { evaluation, scheme, results, nominees }: ReadEvaluation,
  code: string | null,
): YearEvaluation[] {
  const isHere = (one: { district_code: string | null }) => code === null || one.district_code === code
  const own = results.filter(isHere)
  if (own.length === 0) return []
  const rated = hasPoints(scheme)
  return [
    {
      ...{ id: evaluation.id, scheme: scheme.id, title: scheme.title, subject: scheme.applies_to.subject },
      ...{ status: evaluation.status, evaluated: own.length },
      outcomes: outcomesOf(scheme, own),
      ...averagesOf(rated ? own.map(r => r.total) : []),
      nominated: nominees.filter(isHere).length,
    },
  ]
}

/** What no grade or decision tells yet. */
const UNDECIDED = '未定'

function outcomesOf({ grades, decision }: Scheme, results: readonly StoredResult[]): Tally[] {
  const graded = grades.bands.length > 0
  if (!graded && decision === null) return []
  const kinds = results.map(r => (graded ? r.grade : r.decision === null ? null : decision![r.decision]))
  const order = graded ? grades.bands.map(b => b.grade) : [decision!.passed, decision!.failed]
  return tally(
    kinds.map(kind => kind ?? UNDECIDED),
    [...order, UNDECIDED],
  )
}
