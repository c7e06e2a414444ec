// Score sheets, and whether they count.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Standing } from '../domain/score/dossier.ts'
import { type Exclusions, exclusionsOf, isExcluded } from './exclusion.ts'
import type { Reader, Writer } from './open.ts'

/** A sheet as it is on file. */
export interface StoredSheet {
  id: number
  agency_id: number | null
  subject_id: number | null
  rater_kind: string
  rater: string
  /** JSON object: indicator number -> millionths. */
  ratings: string
  note: string | null
  withdrawn_on: string | null
  withdrawn_reason: string | null
}

const COLUMNS = 'id, agency_id, subject_id, rater_kind, rater, ratings, note, withdrawn_on, withdrawn_reason'

export function countSheets(reader: Reader, evaluationId: number): number {
  return reader.get<{ n: number }>('SELECT count(*) AS n FROM sheet WHERE evaluation_id = ?', evaluationId)!.n
}

/** The sheets for those given. */
export function sheetsOf(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
  ids: readonly number[],
): StoredSheet[] {
  return reader.all<StoredSheet>(
    `SELECT ${COLUMNS} FROM sheet
     WHERE evaluation_id = ? AND ${ownerOf(noun)} IN (SELECT value FROM json_each(?))`,
    evaluationId,
    JSON.stringify(ids),
  )
}

/** All sheets, or those for one, in order of whom they are about, rater kind and rater. */
export function listSheets(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
  whom: number | null,
): StoredSheet[] {
  return reader.all<StoredSheet>(
    `SELECT ${COLUMNS} FROM sheet WHERE evaluation_id = ? ${whom === null ? '' : `AND ${ownerOf(noun)} = ?`}
     ORDER BY ${ownerOf(noun)}, rater_kind, rater`,
    evaluationId,
    ...(whom === null ? [] : [whom]),
  )
}

/** Takes a sheet back, or with nulls lets it count again. */
export function setWithdrawn(writer: Writer, id: number, on: string | null, reason: string | null): void {
  writer.run('UPDATE sheet SET withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?', on, reason, id)
}

/** A sheet with whether it counts. */
export interface StandingSheet {
  rater_kind: string
  rater: string
  ratings: string
  note: string | null
  standing: Standing
}

/** By the id of whom they are about, those between two ids, in order of rater kind and rater. */
export function sheetsBetween(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
  { from, to }: { from: number; to: number },
): Map<number, StandingSheet[]> {
  const owner = ownerOf(noun)
  const exclusions = exclusionsOf(reader, evaluationId)
  const rows = reader.all<Omit<StandingSheet, 'standing'> & { owner: number; withdrawn_on: string | null }>(
    `SELECT ${owner} AS owner, rater_kind, rater, ratings, note, withdrawn_on FROM sheet
     WHERE evaluation_id = ? AND ${owner} BETWEEN ? AND ? ORDER BY ${owner}, rater_kind, rater`,
    evaluationId,
    from,
    to,
  )
  const found = new Map<number, StandingSheet[]>()
  for (const { owner: id, withdrawn_on, rater_kind, rater, ratings, note } of rows) {
    const standing = standingOf({ withdrawn_on, rater }, id, exclusions)
    const sheet: StandingSheet = { rater_kind, rater, ratings, note, standing }
    const list = found.get(id)
    if (list) list.push(sheet)
    else found.set(id, [sheet])
  }
  return found
}

/** Why it does not count, if it does not: what was taken back is not also excluded. */
export function standingOf(
  { withdrawn_on, rater }: Pick<StoredSheet, 'withdrawn_on' | 'rater'>,
  whom: number,
  exclusions: Exclusions,
): Standing {
  if (withdrawn_on !== null) return 'withdrawn'
  return isExcluded(exclusions, rater, whom) ? 'excluded' : 'counted'
}

export function ownerOf(noun: SubjectNoun): 'agency_id' | 'subject_id' {
  return noun === 'agency' ? 'agency_id' : 'subject_id'
}
