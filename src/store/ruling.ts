// Rulings about nominations. One holds until it is ended.
import type { Day } from '../domain/day.ts'
import type { Ruling } from '../domain/nomination/ruling.ts'
import type { Reader, Writer } from './open.ts'

export function insertRuling(writer: Writer, evaluationId: number, ruling: Omit<Ruling, 'id'>): number {
  const {
    kind,
    district_code,
    gate,
    party,
    objection = null,
    method,
    reason,
    signer,
    ruled_on,
    tied,
  } = ruling
  const { id } = writer.run(
    `INSERT INTO nomination_ruling (evaluation_id, kind, district_code, gate, agency_id, subject_id, objection_id, method,
       reason, signer, ruled_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    evaluationId,
    kind,
    district_code,
    gate,
    party?.agency_id ?? null,
    party?.subject_id ?? null,
    objection,
    method,
    reason,
    signer,
    ruled_on,
  )
  for (const { agency_id, subject_id, chosen } of tied) {
    writer.run(
      'INSERT INTO ruling_candidate (ruling_id, agency_id, subject_id, chosen) VALUES (?, ?, ?, ?)',
      id,
      agency_id,
      subject_id,
      chosen ? 1 : 0,
    )
  }
  return id
}

/** Those that hold, in the order in which they were made. */
export function listRulings(reader: Reader, evaluationId: number): Ruling[] {
  const tied = new Map<number, Ruling['tied']>()
  for (const { ruling_id, agency_id, subject_id, chosen } of reader.all<{
    ruling_id: number
    agency_id: number | null
    subject_id: number | null
    chosen: number
  }>(
    `SELECT c.ruling_id, c.agency_id, c.subject_id, c.chosen FROM ruling_candidate c
     JOIN nomination_ruling r ON r.id = c.ruling_id WHERE r.evaluation_id = ? ORDER BY c.id`,
    evaluationId,
  )) {
    const of = tied.get(ruling_id) ?? []
    of.push({ agency_id, subject_id, chosen: chosen === 1 })
    tied.set(ruling_id, of)
  }
  return reader
    .all<Omit<Ruling, 'party' | 'tied'> & { agency_id: number | null; subject_id: number | null }>(
      `SELECT id, kind, district_code, gate, agency_id, subject_id, objection_id AS objection, method, reason, signer, ruled_on
       FROM nomination_ruling WHERE evaluation_id = ? AND ended_on IS NULL ORDER BY id`,
      evaluationId,
    )
    .map(({ agency_id, subject_id, ...ruling }) => ({
      ...ruling,
      party: agency_id === null && subject_id === null ? null : { agency_id, subject_id },
      tied: tied.get(ruling.id) ?? [],
    }))
}

export function endRuling(writer: Writer, id: number, day: Day, reason: string): void {
  writer.run('UPDATE nomination_ruling SET ended_on = ?, ended_reason = ? WHERE id = ?', day, reason, id)
}
