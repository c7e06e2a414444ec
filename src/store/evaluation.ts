// Evaluations and their versions.
import { spanOf } from './act.ts'
import { once, type Reader, type Writer } from './open.ts'

export interface Evaluation {
  id: number
  scheme_id: string
  year: number
  as_of: string
  status: 'open' | 'finalized'
  /** One more than it was opened again. */
  version: number
  result_sha256: string | null
  basis_sha256: string | null
  /** The scheme as it was when this version was finalized. */
  scheme_sha256: string | null
  scheme_source: string | null
  /** Why it was finalized although something is unknown. */
  partial_reason: string | null
  /** JSON: the working-day calendar as it was when this version was finalized. */
  calendar: string | null
  /** Why this version was opened again; null of the current one. */
  reopened_reason: string | null
}

/** A version that was finalized and opened again. */
export interface EvaluationVersion {
  evaluation_id: number
  version: number
  as_of: string
  result_sha256: string
  basis_sha256: string
  scheme_sha256: string
  scheme_source: string
  partial_reason: string | null
  calendar: string | null
  reopened_reason: string
}

const COLUMNS = `id, scheme_id, year, as_of, status, 1 + coalesce(reopened, 0) AS version, result_sha256, basis_sha256,
  scheme_sha256, scheme_source, partial_reason, calendar, NULL AS reopened_reason`

export function insertEvaluation(writer: Writer, schemeId: string, year: number, asOf: string): number {
  return writer.run(
    "INSERT INTO evaluation (scheme_id, year, as_of, status) VALUES (?, ?, ?, 'open')",
    schemeId,
    year,
    asOf,
  ).id
}

export const listEvaluations = once((reader: Reader): readonly Evaluation[] =>
  reader.all<Evaluation>(`SELECT ${COLUMNS} FROM evaluation ORDER BY id`),
)

/** Earlier versions of an evaluation, oldest first. */
export function listVersions(reader: Reader, id: number): EvaluationVersion[] {
  return reader.all<EvaluationVersion>(
    'SELECT * FROM evaluation_version WHERE evaluation_id = ? ORDER BY version',
    id,
  )
}

export function setDigests(writer: Writer, id: number, digests: { result: string; basis: string }): void {
  writer.run(
    'UPDATE evaluation SET result_sha256 = ?, basis_sha256 = ? WHERE id = ?',
    digests.result,
    digests.basis,
    id,
  )
}

export function finalizeEvaluation(
  writer: Writer,
  id: number,
  scheme: { sha256: string; source: string },
  { calendar, partialReason }: { calendar: string; partialReason: string | null },
): void {
  writer.run(
    `UPDATE evaluation SET status = 'finalized', scheme_sha256 = ?, scheme_source = ?, partial_reason = ?,
       calendar = ? WHERE id = ?`,
    scheme.sha256,
    scheme.source,
    partialReason,
    calendar,
    id,
  )
}

/** Keeps the finalized version as it is and begins the next one. */
export function reopenEvaluation(writer: Writer, evaluation: Evaluation, reason: string): void {
  const { id, version, as_of, result_sha256, basis_sha256, scheme_sha256, scheme_source } = evaluation
  writer.run(
    `INSERT INTO evaluation_version (evaluation_id, version, as_of, result_sha256, basis_sha256, scheme_sha256,
       scheme_source, partial_reason, calendar, reopened_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    version,
    as_of,
    result_sha256,
    basis_sha256,
    scheme_sha256,
    scheme_source,
    evaluation.partial_reason,
    evaluation.calendar,
    reason,
  )
  writer.run(
    `UPDATE evaluation SET status = 'open', reopened = ?, result_sha256 = NULL, basis_sha256 = NULL,
       scheme_sha256 = NULL, scheme_source = NULL, partial_reason = NULL, calendar = NULL
     WHERE id = ?`,
    version,
    id,
  )
}

/** Open evaluations with results for agencies that an entry made: they go when those agencies do. */
export function evaluationsOfMade(reader: Reader, entry: number): Evaluation[] {
  const { first, last } = spanOf(reader, entry)
  return reader.all<Evaluation>(
    `SELECT ${COLUMNS} FROM evaluation WHERE id IN
       (SELECT evaluation_id FROM result WHERE CAST(agency_id AS TEXT) IN
         (SELECT row_key FROM row_change WHERE seq BETWEEN ? AND ? AND +table_name = 'agency' AND before IS NULL))
     ORDER BY id`,
    first,
    last,
  )
}

/** Evaluations that were finalized after an entry, which may rest on what it brought. */
export function finalizedAfter(reader: Reader, entry: number): number[] {
  return reader
    .all<{ id: number }>(
      `SELECT DISTINCT CAST(row_key AS INTEGER) AS id FROM row_change
       WHERE table_name = 'evaluation' AND entry > ? AND after->>'status' = 'finalized'
         AND coalesce(before->>'status', '') <> 'finalized' ORDER BY id`,
      entry,
    )
    .map(row => row.id)
}
