// Raters who may not rate somebody, or nobody at all, because of a conflict of interest.
import type { Party } from '../domain/score/party.ts'
import type { Reader, Writer } from './open.ts'

/** Of nobody in particular where both ids are null. */
export interface Exclusion extends Party {
  id: number
  rater: string
  reason: string
}

export function listExclusions(reader: Reader, evaluationId: number): Exclusion[] {
  return reader.all<Exclusion>(
    'SELECT id, rater, agency_id, subject_id, reason FROM rater_exclusion WHERE evaluation_id = ? ORDER BY rater, id',
    evaluationId,
  )
}

/** Rater and id of whom they may not rate, none for nobody at all. */
export type Exclusions = ReadonlySet<string>

export function exclusionsOf(reader: Reader, evaluationId: number): Exclusions {
  return new Set(
    listExclusions(reader, evaluationId).map(
      ({ rater, agency_id, subject_id }) => `${rater}|${agency_id ?? subject_id ?? ''}`,
    ),
  )
}

export function isExcluded(exclusions: Exclusions, rater: string, whom: number): boolean {
  return exclusions.size > 0 && (exclusions.has(`${rater}|`) || exclusions.has(`${rater}|${whom}`))
}

export function insertExclusion(
  writer: Writer,
  evaluationId: number,
  { rater, agency_id, subject_id, reason }: Omit<Exclusion, 'id'>,
): void {
  writer.run(
    'INSERT INTO rater_exclusion (evaluation_id, rater, agency_id, subject_id, reason) VALUES (?, ?, ?, ?, ?)',
    evaluationId,
    rater,
    agency_id,
    subject_id,
    reason,
  )
}

export function deleteExclusion(writer: Writer, id: number): void {
  writer.run('DELETE FROM rater_exclusion WHERE id = ?', id)
}
