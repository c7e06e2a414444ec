// The nomination list of an evaluation.
import type { Reader, Writer } from './open.ts'

export interface StoredCandidate {
  agency_id: number
  district_code: string
  rank: number | null
  total: number | null
  decision: 'nominated' | 'passed_over' | 'ineligible' | 'tied' | 'dropped'
  /** JSON: why, as data. */
  reason: string
}

/** Replaces the candidates of the given districts. */
export function replaceCandidates(
  writer: Writer,
  evaluationId: number,
  districts: readonly string[],
  candidates: readonly StoredCandidate[],
): void {
  for (const code of districts) {
    writer.run('DELETE FROM nomination WHERE evaluation_id = ? AND district_code = ?', evaluationId, code)
  }
  for (const c of candidates) {
    writer.run(
      `INSERT INTO nomination (evaluation_id, agency_id, district_code, rank, total, decision, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      evaluationId,
      c.agency_id,
      c.district_code,
      c.rank,
      c.total,
      c.decision,
      c.reason,
    )
  }
}

/** In the order of the official table, best rank first. */
export function listCandidates(reader: Reader, evaluationId: number): StoredCandidate[] {
  return reader.all<StoredCandidate>(
    `SELECT n.agency_id, n.district_code, n.rank, n.total, n.decision, n.reason
     FROM nomination n JOIN district d ON d.code = n.district_code
     WHERE n.evaluation_id = ? ORDER BY d.position, n.rank IS NULL, n.rank, n.agency_id`,
    evaluationId,
  )
}
