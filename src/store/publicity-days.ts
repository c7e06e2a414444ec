// The days of publicities: those that are still open are counted anew when the calendar changes.
import type { Day } from '../domain/day.ts'
import type { Party } from '../domain/score/party.ts'
import type { Reader, Writer } from './open.ts'

export interface OpenPublicity {
  id: number
  title: string
  first_day: Day
  last_day: Day
  working_days: number
  count_first_day: 0 | 1
}

export function openPublicities(reader: Reader): OpenPublicity[] {
  return reader.all<OpenPublicity>(
    `SELECT id, title, first_day, last_day, working_days, count_first_day FROM publicity
     WHERE closed_on IS NULL AND withdrawn_on IS NULL ORDER BY id`,
  )
}

export function setLastDay(writer: Writer, id: number, lastDay: Day): void {
  writer.run('UPDATE publicity SET last_day = ? WHERE id = ?', lastDay, id)
}

export interface NomineePublicity {
  id: number
  /** Null: of all districts. */
  district_code: string | null
  last_day: Day
  closed_on: Day | null
}

/** Of the nominees of an evaluation, oldest first. */
export function nomineePublicities(reader: Reader, evaluation: number): NomineePublicity[] {
  return reader.all<NomineePublicity>(
    `SELECT id, district_code, last_day, closed_on FROM publicity
     WHERE evaluation_id = ? AND withdrawn_on IS NULL ORDER BY first_day, id`,
    evaluation,
  )
}

/** Nominees of an evaluation who were published; taken out again or not. */
export function publishedNominees(reader: Reader, evaluation: number): Party[] {
  return reader.all<Party>(
    `SELECT agency_id, subject_id FROM publicity_case JOIN publicity ON publicity.id = publicity_id
     WHERE evaluation_id = ? AND withdrawn_on IS NULL`,
    evaluation,
  )
}

/** Objections to the nominees of an evaluation that nobody has decided, by the district of whom they are about. */
export function undecidedObjections(
  reader: Reader,
  evaluation: number,
): { district_code: string | null; objections: number }[] {
  return reader.all(
    `SELECT coalesce(agency.district_code, subject.district_code, publicity.district_code) AS district_code,
       count(*) AS objections
     FROM publicity_objection JOIN publicity ON publicity.id = publicity_objection.publicity_id
       LEFT JOIN agency ON agency.id = publicity_objection.agency_id
       LEFT JOIN subject ON subject.id = publicity_objection.subject_id
     WHERE publicity.evaluation_id = ? AND withdrawn_on IS NULL AND outcome IS NULL GROUP BY 1 ORDER BY 1`,
    evaluation,
  )
}
