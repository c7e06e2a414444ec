// Written notices of results (BJ 三(五)) and objections to them.
import type { ObjectionOutcome } from '../domain/score/objection.ts'
import type { Party } from '../domain/score/party.ts'
import type { Evaluation } from './evaluation.ts'
import type { Reader, Writer } from './open.ts'

type Which = Pick<Evaluation, 'id' | 'version'>

export interface Notice extends Party {
  id: number
  served_on: string
  method: string | null
  receiver: string | null
  /** Last day on which an objection can be raised. */
  object_by: string
}

export interface Objection extends Party {
  id: number
  evaluation_id: number
  version: number
  raised_on: string
  content: string
  decide_by: string
  outcome: ObjectionOutcome | null
  decided_on: string | null
  decided_by: string | null
  reply: string | null
}

/** Of a version, in order of whom they are about. */
export function listNotices(reader: Reader, { id, version }: Which): Notice[] {
  return reader.all<Notice>(
    `SELECT id, agency_id, subject_id, served_on, method, receiver, object_by FROM result_notice
     WHERE evaluation_id = ? AND version = ? ORDER BY agency_id, subject_id`,
    id,
    version,
  )
}

export function insertNotice(writer: Writer, { id, version }: Which, notice: Omit<Notice, 'id'>): void {
  const { agency_id, subject_id, served_on, method, receiver, object_by } = notice
  writer.run(
    `INSERT INTO result_notice (evaluation_id, version, agency_id, subject_id, served_on, method, receiver, object_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    version,
    agency_id,
    subject_id,
    served_on,
    method,
    receiver,
    object_by,
  )
}

/** Of all versions, oldest first. */
export function listObjections(reader: Reader, evaluationId: number): Objection[] {
  return reader.all<Objection>(
    'SELECT * FROM result_objection WHERE evaluation_id = ? ORDER BY id',
    evaluationId,
  )
}

export function insertObjection(
  writer: Writer,
  { id, version }: Which,
  { agency_id, subject_id }: Party,
  raised: Pick<Objection, 'raised_on' | 'content' | 'decide_by'>,
): number {
  return writer.run(
    `INSERT INTO result_objection (evaluation_id, version, agency_id, subject_id, raised_on, content, decide_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    version,
    agency_id,
    subject_id,
    raised.raised_on,
    raised.content,
    raised.decide_by,
  ).id
}

export function setDecision(
  writer: Writer,
  id: number,
  {
    outcome,
    decided_on,
    decided_by,
    reply,
  }: Pick<Objection, 'outcome' | 'decided_on' | 'decided_by' | 'reply'>,
): void {
  writer.run(
    'UPDATE result_objection SET outcome = ?, decided_on = ?, decided_by = ?, reply = ? WHERE id = ?',
    outcome,
    decided_on,
    decided_by,
    reply,
    id,
  )
}
