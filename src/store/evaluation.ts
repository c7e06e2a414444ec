// Evaluations, their sheets and their results.
import type { AgencyResult } from '../domain/score/score.ts'
import { spanOf } from './act.ts'
import type { Reader, Writer } from './open.ts'

export interface Evaluation {
  id: number
  scheme_id: string
  year: number
  as_of: string
  status: 'open' | 'finalized'
  result_sha256: string | null
  basis_sha256: string | null
  scheme_sha256: string | null
  scheme_source: string | null
}

export function insertEvaluation(writer: Writer, schemeId: string, year: number, asOf: string): number {
  return writer.run(
    "INSERT INTO evaluation (scheme_id, year, as_of, status) VALUES (?, ?, ?, 'open')",
    schemeId,
    year,
    asOf,
  ).id
}

export function listEvaluations(reader: Reader): Evaluation[] {
  return reader.all<Evaluation>('SELECT * FROM evaluation ORDER BY id')
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
): void {
  writer.run(
    "UPDATE evaluation SET status = 'finalized', scheme_sha256 = ?, scheme_source = ? WHERE id = ?",
    scheme.sha256,
    scheme.source,
    id,
  )
}

export interface StoredSheet {
  id: number
  agency_id: number
  rater_kind: string
  rater: string
  /** JSON object: indicator number -> millionths. */
  ratings: string
  note: string | null
}

export function listSheets(reader: Reader, evaluationId: number): StoredSheet[] {
  return reader.all<StoredSheet>(
    `SELECT id, agency_id, rater_kind, rater, ratings, note FROM sheet WHERE evaluation_id = ?
     ORDER BY agency_id, rater_kind, rater`,
    evaluationId,
  )
}

export function countSheets(reader: Reader, evaluationId: number): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM sheet WHERE evaluation_id = ?', evaluationId)!.n
}

/** The sheets for the agencies given. */
export function sheetsOfAgencies(
  reader: Reader,
  evaluationId: number,
  agencies: readonly number[],
): StoredSheet[] {
  return reader.all<StoredSheet>(
    `SELECT id, agency_id, rater_kind, rater, ratings, note FROM sheet
     WHERE evaluation_id = ? AND agency_id IN (SELECT value FROM json_each(?))`,
    evaluationId,
    JSON.stringify(agencies),
  )
}

export interface StoredResult {
  agency_id: number
  rank: number | null
  detail: AgencyResult
}

/** A result as its digest covers it. */
export interface ResultText {
  agency_id: number
  rank: number | null
  detail: string
  total: number | null
  min_total: number
  max_total: number
  computed_grade: string | null
  grade: string | null
}

export function resultText(row: ResultText): string {
  const { agency_id, rank, detail, total, min_total, max_total, computed_grade, grade } = row
  return `${JSON.stringify([agency_id, rank, total, min_total, max_total, computed_grade, grade])}${detail}\n`
}

/** Replaces the results of a run as a whole. `basis` is the canonical text of what each was computed from. */
export function replaceResults(
  writer: Writer,
  evaluationId: number,
  results: readonly (StoredResult & { basis: string })[],
): void {
  writer.run('DELETE FROM result WHERE evaluation_id = ?', evaluationId)
  for (const { agency_id, rank, detail, basis } of results) {
    writer.run(
      `INSERT INTO result (evaluation_id, agency_id, total, min_total, max_total, computed_grade, grade, rank, detail, basis)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      evaluationId,
      agency_id,
      detail.total,
      detail.min_total,
      detail.max_total,
      detail.computed_grade,
      detail.grade,
      rank,
      JSON.stringify(detail),
      basis,
    )
  }
}

/** Open evaluations with results for agencies that an entry made: they go when those agencies do. */
export function evaluationsOfMade(reader: Reader, entry: number): Evaluation[] {
  const { first, last } = spanOf(reader, entry)
  return reader.all<Evaluation>(
    `SELECT * FROM evaluation WHERE id IN (SELECT evaluation_id FROM result WHERE CAST(agency_id AS TEXT) IN
       (SELECT row_key FROM row_change WHERE seq BETWEEN ? AND ? AND +table_name = 'agency' AND before IS NULL))
     ORDER BY id`,
    first,
    last,
  )
}

/** The evaluation is as before its first run. */
export function discardResults(writer: Writer, evaluationId: number): void {
  writer.run('DELETE FROM result WHERE evaluation_id = ?', evaluationId)
  writer.run('UPDATE evaluation SET result_sha256 = NULL, basis_sha256 = NULL WHERE id = ?', evaluationId)
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

export function listResults(reader: Reader, evaluationId: number): StoredResult[] {
  return reader
    .all<{ agency_id: number; rank: number | null; detail: string }>(
      'SELECT agency_id, rank, detail FROM result WHERE evaluation_id = ? ORDER BY agency_id',
      evaluationId,
    )
    .map(row => ({ ...row, detail: JSON.parse(row.detail) as AgencyResult }))
}

/** How many agencies were evaluated, and how many of them have a total. */
export function countResults(reader: Reader, evaluationId: number): { evaluated: number; complete: number } {
  return reader.get<{ evaluated: number; complete: number }>(
    'SELECT count(*) AS evaluated, count(total) AS complete FROM result WHERE evaluation_id = ?',
    evaluationId,
  )!
}

export function findResult(reader: Reader, evaluationId: number, agencyId: number): StoredResult | undefined {
  const row = reader.get<{ agency_id: number; rank: number | null; detail: string }>(
    'SELECT agency_id, rank, detail FROM result WHERE evaluation_id = ? AND agency_id = ?',
    evaluationId,
    agencyId,
  )
  return row && { ...row, detail: JSON.parse(row.detail) as AgencyResult }
}
