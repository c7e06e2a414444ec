// Points set by hand.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Override } from '../domain/score/dossier.ts'
import type { Party } from '../domain/score/party.ts'
import type { Reader, Writer } from './open.ts'
import { ownerOf } from './sheet.ts'

export type StoredOverride = Party & Override & { id: number }

export function listOverrides(reader: Reader, evaluationId: number): StoredOverride[] {
  return reader.all<StoredOverride>(
    `SELECT id, agency_id, subject_id, indicator, points, reason, document FROM override WHERE evaluation_id = ?
     ORDER BY agency_id, subject_id, indicator`,
    evaluationId,
  )
}

/** By the id of whom they are about. */
export function overridesOf(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
): Map<number, Override[]> {
  const found = new Map<number, Override[]>()
  for (const { id: _id, agency_id, subject_id, ...override } of listOverrides(reader, evaluationId)) {
    const owner = ownerOf(noun) === 'agency_id' ? agency_id! : subject_id!
    found.set(owner, [...(found.get(owner) ?? []), override])
  }
  return found
}

export function findOverride(
  reader: Reader,
  evaluationId: number,
  { agency_id, subject_id }: Party,
  indicator: number,
): StoredOverride | undefined {
  return listOverrides(reader, evaluationId).find(
    o => o.agency_id === agency_id && o.subject_id === subject_id && o.indicator === indicator,
  )
}

/** One for an indicator: what was set before is set anew. */
export function setOverride(
  writer: Writer,
  evaluationId: number,
  { agency_id, subject_id }: Party,
  { indicator, points, reason, document }: Override,
): void {
  const before = findOverride(writer, evaluationId, { agency_id, subject_id }, indicator)
  if (before) {
    writer.run(
      'UPDATE override SET points = ?, reason = ?, document = ? WHERE id = ?',
      points,
      reason,
      document,
      before.id,
    )
    return
  }
  writer.run(
    `INSERT INTO override (evaluation_id, agency_id, subject_id, indicator, points, reason, document)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    evaluationId,
    agency_id,
    subject_id,
    indicator,
    points,
    reason,
    document,
  )
}

export function deleteOverride(writer: Writer, id: number): void {
  writer.run('DELETE FROM override WHERE id = ?', id)
}
