// Allotments that were adopted, and the places that follow from them.
import type { Reader, Writer } from './open.ts'

export interface StoredAllotment {
  id: number
  scheme_id: string
  method: string
  seats: number
  /** JSON. */
  input: string
  result: string
  reason: string | null
  adopted_on: string
}

/** The one adopted last. */
export function latestAllotment(reader: Reader, schemeId: string): StoredAllotment | undefined {
  return reader.get<StoredAllotment>(
    `SELECT id, scheme_id, method, seats, input, result, reason, adopted_on FROM allotment
     WHERE scheme_id = ? ORDER BY id DESC LIMIT 1`,
    schemeId,
  )
}

export function insertAllotment(writer: Writer, allotment: Omit<StoredAllotment, 'id'>): number {
  const { scheme_id, method, seats, input, result, reason, adopted_on } = allotment
  return writer.run(
    `INSERT INTO allotment (scheme_id, method, seats, input, result, reason, adopted_on)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[scheme_id, method, seats, input, result, reason, adopted_on],
  ).id
}

/** The places of one jurisdiction. Where they change, they no longer come from a row of an imported table. */
export function setPlaces(writer: Writer, schemeId: string, code: string, seats: number): void {
  writer.run(
    `INSERT INTO place (scheme_id, district_code, seats) VALUES (?, ?, ?)
     ON CONFLICT (scheme_id, district_code) DO UPDATE SET seats = excluded.seats, note = NULL, reason = NULL,
       batch_id = NULL, line = NULL
     WHERE seats <> excluded.seats`,
    ...[schemeId, code, seats],
  )
}
