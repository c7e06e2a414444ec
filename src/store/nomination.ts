// The nomination list of an evaluation: of agencies and of other subjects, each in a table of its own.
import type { Party } from '../domain/score/party.ts'
import type { Reader, Writer } from './open.ts'

export type StoredDecision = 'nominated' | 'passed_over' | 'ineligible' | 'tied' | 'dropped'

export interface StoredCandidate extends Party {
  /** Null of subjects that belong to none. */
  district_code: string | null
  rank: number | null
  total: number | null
  decision: StoredDecision
  /** JSON: why, as data. */
  reason: string
}

const FIELDS = 'evaluation_id, district_code, rank, total, decision, reason'

/** Replaces the candidates of the given districts; null for all. */
export function replaceCandidates(
  writer: Writer,
  evaluationId: number,
  districts: readonly string[] | null,
  candidates: readonly StoredCandidate[],
): void {
  for (const table of ['nomination', 'subject_nomination']) {
    if (districts === null) writer.run(`DELETE FROM ${table} WHERE evaluation_id = ?`, evaluationId)
    for (const code of districts ?? []) {
      writer.run(`DELETE FROM ${table} WHERE evaluation_id = ? AND district_code = ?`, evaluationId, code)
    }
  }
  for (const c of candidates) {
    const [table, key] = tableOf(c)
    const id = c.agency_id ?? c.subject_id
    // Whoever has moved here stands in another district still.
    if (districts !== null)
      writer.run(`DELETE FROM ${table} WHERE evaluation_id = ? AND ${key} = ?`, evaluationId, id)
    writer.run(
      `INSERT INTO ${table} (${key}, ${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      evaluationId,
      c.district_code,
      c.rank,
      c.total,
      c.decision,
      c.reason,
    )
  }
}

/** What became of one candidate, and why (JSON). */
export function setDecision(
  writer: Writer,
  evaluationId: number,
  party: Party,
  decision: StoredDecision,
  reason: string,
): void {
  const [table, key] = tableOf(party)
  writer.run(
    `UPDATE ${table} SET decision = ?, reason = ? WHERE evaluation_id = ? AND ${key} = ?`,
    decision,
    reason,
    evaluationId,
    party.agency_id ?? party.subject_id,
  )
}

function tableOf({ agency_id }: Party): readonly [table: string, key: string] {
  return agency_id === null ? ['subject_nomination', 'subject_id'] : ['nomination', 'agency_id']
}

/** In the order of the official table, best rank first; last those of no district. */
export function listCandidates(reader: Reader, evaluationId: number): StoredCandidate[] {
  return reader.all<StoredCandidate>(
    `SELECT n.agency_id, n.subject_id, n.district_code, n.rank, n.total, n.decision, n.reason FROM (
       SELECT agency_id, NULL AS subject_id, ${FIELDS} FROM nomination
       UNION ALL SELECT NULL, subject_id, ${FIELDS} FROM subject_nomination
     ) AS n LEFT JOIN district d ON d.code = n.district_code
     WHERE n.evaluation_id = ?
     ORDER BY d.position IS NULL, d.position, n.rank IS NULL, n.rank, n.agency_id, n.subject_id`,
    evaluationId,
  )
}
