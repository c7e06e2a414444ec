// The names of those whom evaluations are about.
import type { Day } from '../domain/day.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { PartyName } from '../domain/score/party.ts'
import { once, type Reader } from './open.ts'

/** By id: all agencies, or all subjects of a kind. */
export const partyNames = once((reader: Reader, noun: SubjectNoun): ReadonlyMap<number, PartyName> => {
  const rows = reader.all<PartyName>(
    noun === 'agency'
      ? `SELECT id AS agency_id, NULL AS subject_id, uscc, license_no AS code, name, district_code FROM agency`
      : `SELECT NULL AS agency_id, id AS subject_id, NULL AS uscc, code, name, district_code FROM subject
         WHERE kind = ?`,
    ...(noun === 'agency' ? [] : [noun]),
  )
  return new Map(rows.map(row => [(row.agency_id ?? row.subject_id)!, row]))
})

/** The types of subjects by id; agencies have none. */
export function subjectTypes(reader: Reader, noun: SubjectNoun): Map<number, string | null> {
  if (noun === 'agency') return new Map()
  const rows = reader.all<{ id: number; type: string | null }>(
    'SELECT id, type FROM subject WHERE kind = ?',
    noun,
  )
  return new Map(rows.map(({ id, type }) => [id, type]))
}

/** Subjects of a kind that had not ended by a day and whose type is none of these, in order of id. */
export function subjectsOfOtherTypes(
  reader: Reader,
  noun: Exclude<SubjectNoun, 'agency'>,
  types: readonly string[],
  day: Day,
): (PartyName & { type: string | null })[] {
  return reader.all(
    `SELECT NULL AS agency_id, id AS subject_id, NULL AS uscc, code, name, district_code, type FROM subject
     WHERE kind = ? AND (ended_on IS NULL OR ended_on > ?)
       AND (type IS NULL OR type NOT IN (SELECT value FROM json_each(?))) ORDER BY id`,
    noun,
    day,
    JSON.stringify(types),
  )
}

/**
 * Subjects registered as another kind that had not ended by a day, whose type is one of these, and that do not stand in
 * the register as this kind too.
 */
export function subjectsElsewhere(
  reader: Reader,
  noun: SubjectNoun,
  other: SubjectNoun,
  types: readonly string[],
  day: Day,
): PartyName[] {
  return reader.all(
    `SELECT NULL AS agency_id, id AS subject_id, NULL AS uscc, code, name, district_code FROM subject AS s
     WHERE kind = ? AND (ended_on IS NULL OR ended_on > ?) AND type IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM subject WHERE kind = ? AND name = s.name) ORDER BY id`,
    other,
    day,
    JSON.stringify(types),
    noun,
  )
}

export function countParties(reader: Reader, noun: SubjectNoun): number {
  const sql =
    noun === 'agency'
      ? 'SELECT count(*) AS n FROM agency'
      : 'SELECT count(*) AS n FROM subject WHERE kind = ?'
  return reader.get<{ n: number }>(sql, ...(noun === 'agency' ? [] : [noun]))!.n
}
