// Publicity of nominees and consultations on drafts, whom they are about, and what was said against them.
import type { Day } from '../domain/day.ts'
import type { PublicityKind, PublicityTerm } from '../domain/publicity/period.ts'
import type { ObjectionOutcome } from '../domain/score/objection.ts'
import type { Party } from '../domain/score/party.ts'
import type { Reader, Writer } from './open.ts'

/** Where opinions and objections are taken; of a jurisdiction, or under null of all. */
export interface PublicityPhones {
  district: string | null
  phones: string[]
}

export interface Publicity extends PublicityTerm {
  id: number
  kind: PublicityKind
  title: string
  scheme_id: string
  /** Of nominees. */
  evaluation_id: number | null
  /** One district's; null for all. */
  district_code: string | null
  first_day: Day
  last_day: Day
  channel: string | null
  phones: PublicityPhones[]
  closed_on: Day | null
  withdrawn_on: Day | null
  withdrawn_reason: string | null
}

export interface PublicityCase extends Party {
  id: number
  publicity_id: number
  removed_on: Day | null
}

export interface PublicityObjection extends Party {
  id: number
  publicity_id: number
  raised_on: Day
  /** Personal. */
  submitter: string | null
  /** Personal. */
  contact: string | null
  content: string
  reply_by: Day
  late_reason: string | null
  outcome: ObjectionOutcome | null
  resolved_on: Day | null
  resolved_by: string | null
  reply: string | null
  replied_on: Day | null
}

/** Oldest first. */
export function listPublicities(reader: Reader): Publicity[] {
  return reader
    .all<Omit<Publicity, 'phones' | 'count_first_day'> & { phones: string; count_first_day: number }>(
      'SELECT * FROM publicity ORDER BY id',
    )
    .map(row => ({
      ...row,
      count_first_day: row.count_first_day === 1,
      phones: JSON.parse(row.phones) as PublicityPhones[],
    }))
}

export function insertPublicity(
  writer: Writer,
  publicity: Omit<Publicity, 'id' | 'closed_on' | 'withdrawn_on' | 'withdrawn_reason'>,
): number {
  return writer.run(
    `INSERT INTO publicity (kind, title, scheme_id, evaluation_id, district_code, first_day, last_day, working_days,
       count_first_day, channel, phones)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    publicity.kind,
    publicity.title,
    publicity.scheme_id,
    publicity.evaluation_id,
    publicity.district_code,
    publicity.first_day,
    publicity.last_day,
    publicity.working_days,
    publicity.count_first_day ? 1 : 0,
    publicity.channel,
    JSON.stringify(publicity.phones),
  ).id
}

export function setClosed(writer: Writer, id: number, day: Day): void {
  writer.run('UPDATE publicity SET closed_on = ? WHERE id = ?', day, id)
}

export function setWithdrawn(writer: Writer, id: number, day: Day, reason: string): void {
  writer.run('UPDATE publicity SET withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?', day, reason, id)
}

/** In the order in which they were published. */
export function listCases(reader: Reader): PublicityCase[] {
  return reader.all<PublicityCase>(
    'SELECT id, publicity_id, agency_id, subject_id, removed_on FROM publicity_case ORDER BY id',
  )
}

export function insertCase(writer: Writer, publicityId: number, { agency_id, subject_id }: Party): void {
  writer.run(
    'INSERT INTO publicity_case (publicity_id, agency_id, subject_id) VALUES (?, ?, ?)',
    publicityId,
    agency_id,
    subject_id,
  )
}

export function setRemoved(writer: Writer, caseId: number, day: Day): void {
  writer.run('UPDATE publicity_case SET removed_on = ? WHERE id = ?', day, caseId)
}

/** Oldest first. */
export function listPublicityObjections(reader: Reader): PublicityObjection[] {
  return reader.all<PublicityObjection>('SELECT * FROM publicity_objection ORDER BY id')
}

export function insertPublicityObjection(
  writer: Writer,
  raised: Omit<PublicityObjection, 'id' | 'outcome' | 'resolved_on' | 'resolved_by' | 'reply' | 'replied_on'>,
): number {
  return writer.run(
    `INSERT INTO publicity_objection (publicity_id, agency_id, subject_id, raised_on, submitter, contact, content,
       reply_by, late_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    raised.publicity_id,
    raised.agency_id,
    raised.subject_id,
    raised.raised_on,
    raised.submitter,
    raised.contact,
    raised.content,
    raised.reply_by,
    raised.late_reason,
  ).id
}

export function setResolved(
  writer: Writer,
  id: number,
  resolved: Pick<PublicityObjection, 'outcome' | 'resolved_on' | 'resolved_by' | 'reply' | 'replied_on'>,
): void {
  writer.run(
    `UPDATE publicity_objection SET outcome = ?, resolved_on = ?, resolved_by = ?, reply = ?, replied_on = ?
     WHERE id = ?`,
    resolved.outcome,
    resolved.resolved_on,
    resolved.resolved_by,
    resolved.reply,
    resolved.replied_on,
    id,
  )
}
