// The results of an evaluation, as the last run stored them.
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { gradesBetween } from '../../domain/score/grade.ts'
import type { PartyName } from '../../domain/score/party.ts'
import type { Graded } from '../../domain/score/result.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames, subjectTypes } from '../../store/party.ts'
import { listResults, type StoredResult } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { compareValues } from '../list-records.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor, schemeOf } from './which.ts'

export interface ShownResult {
  party: PartyName
  /** The subject's type; null of agencies. */
  type: string | null
  result: StoredResult
  /** Null where only an explanation can tell. */
  grades: Graded['grades'] | null
}

/** Which results are wanted, and in which order; what is null is not asked. */
export interface WantedResults {
  district: string | null
  grade: string | null
  status: ResultStatus | null
  /** Without it best first, those without a rank last. */
  sort: ResultSort | null
  descending: boolean
  limit: number | null
}

export type ResultStatus = 'complete' | 'incomplete'
export type ResultSort = 'rank' | 'total' | 'name' | 'district_code' | 'grade' | 'type'

const ALL: WantedResults = {
  district: null,
  grade: null,
  status: null,
  sort: null,
  descending: false,
  limit: null,
}

/** Of everybody where nothing else is wanted. */
export function showResults(
  desk: Desk,
  which: string | null,
  wanted: WantedResults | null,
): { evaluation: Evaluation; scheme: Scheme; results: ShownResult[] } {
  return ask(desk, reader => resultsIn(reader, hasRun(evaluationFor(reader, which)), wanted))
}

export function resultsIn(
  reader: Reader,
  evaluation: Evaluation,
  wanted: WantedResults | null,
): { evaluation: Evaluation; scheme: Scheme; results: ShownResult[] } {
  const { district, grade, status, sort, descending, limit } = wanted ?? ALL
  const scheme = schemeOf(reader, evaluation)
  const noun = scheme.applies_to.subject
  const names = partyNames(reader, noun)
  const types = subjectTypes(reader, noun)
  const results = listResults(reader, evaluation)
    .map((result): ShownResult => {
      const id = (result.agency_id ?? result.subject_id)!
      const grades = gradesBetween(scheme, result)
      return { party: names.get(id)!, type: types.get(id) ?? null, result, grades }
    })
    .filter(
      shown =>
        (district === null || shown.party.district_code === district) &&
        (grade === null || shown.result.grade === grade) &&
        (status === null || statusOf(scheme, shown) === status),
    )
  results.sort(byRank)
  if (sort !== null) results.sort((a, b) => compareValues(keyOf(a, sort), keyOf(b, sort), descending))
  return { evaluation, scheme, results: limit === null ? results : results.slice(0, limit) }
}

/** Incomplete is one without decision or, where none is made, without total or grade. */
export function statusOf({ decision }: Scheme, { result }: ShownResult): ResultStatus {
  const { total, grade } = result
  const open = decision === null ? total === null || grade === null : result.decision === null
  return open ? 'incomplete' : 'complete'
}

function byRank(a: ShownResult, b: ShownResult): number {
  return (
    (a.result.rank ?? Infinity) - (b.result.rank ?? Infinity) ||
    b.result.max_total - a.result.max_total ||
    (a.party.agency_id ?? a.party.subject_id!) - (b.party.agency_id ?? b.party.subject_id!)
  )
}

function keyOf({ party, type, result }: ShownResult, sort: ResultSort): string | number | null {
  switch (sort) {
    case 'rank':
    case 'total':
    case 'grade':
      return result[sort]
    case 'name':
    case 'district_code':
      return party[sort]
    case 'type':
      return type
  }
}
