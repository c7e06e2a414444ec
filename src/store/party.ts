// The names of those whom evaluations are about.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { PartyName } from '../domain/score/party.ts'
import type { Reader } from './open.ts'

/** By id: all agencies, or all subjects of a kind. */
export function partyNames(reader: Reader, noun: SubjectNoun): Map<number, PartyName> {
  const rows = reader.all<PartyName>(
    noun === 'agency'
      ? `SELECT id AS agency_id, NULL AS subject_id, uscc, license_no AS code, name, district_code FROM agency`
      : `SELECT NULL AS agency_id, id AS subject_id, NULL AS uscc, code, name, district_code FROM subject
         WHERE kind = ?`,
    ...(noun === 'agency' ? [] : [noun]),
  )
  return new Map(rows.map(row => [(row.agency_id ?? row.subject_id)!, row]))
}

export function countParties(reader: Reader, noun: SubjectNoun): number {
  const sql =
    noun === 'agency'
      ? 'SELECT count(*) AS n FROM agency'
      : 'SELECT count(*) AS n FROM subject WHERE kind = ?'
  return reader.get<{ n: number }>(sql, ...(noun === 'agency' ? [] : [noun]))!.n
}
