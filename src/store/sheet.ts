// Score sheets, and whether they count.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Standing } from '../domain/score/dossier.ts'
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

/** A sheet with whether it counts, and where it does not, why. */
export type StandingSheet = StoredSheet & { standing: Standing; reason: string | null }

/** All sheets, or those for one, in order of whom they are about, rater kind and rater. */
export function listSheets(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
  whom: number | null,
): StandingSheet[] {
  const rows = reader.all<StoredSheet & { excluded: string | null }>(
    `SELECT ${COLUMNS}, (SELECT reason FROM ${exclusionSql(noun)} ORDER BY x.${ownerOf(noun)} IS NULL) AS excluded
     FROM sheet s WHERE evaluation_id = ? ${whom === null ? '' : `AND ${ownerOf(noun)} = ?`}
     ORDER BY ${ownerOf(noun)}, rater_kind, rater`,
    evaluationId,
    ...(whom === null ? [] : [whom]),
  )
  return rows.map(({ excluded, ...sheet }) => {
    if (sheet.withdrawn_on !== null)
      return { ...sheet, standing: 'withdrawn', reason: sheet.withdrawn_reason }
    return { ...sheet, standing: excluded === null ? 'counted' : 'excluded', reason: excluded }
  })
}

/** The exclusions that stand against a sheet: of its rater from whom it is about, or from everybody. */
function exclusionSql(noun: SubjectNoun): string {
  const owner = ownerOf(noun)
  return `rater_exclusion x WHERE x.evaluation_id = s.evaluation_id AND x.rater = s.rater
            AND coalesce(x.${owner}, s.${owner}) = s.${owner} AND x.${otherOf(noun)} IS NULL`
}

/** A sheet as another desk has it. Out: its id. */
export function insertSheet(
  writer: Writer,
  evaluationId: number,
  {
    agency_id,
    rater_kind,
    rater,
    ratings,
    note,
  }: Pick<StoredSheet, 'agency_id' | 'rater_kind' | 'rater' | 'ratings' | 'note'>,
): number {
  return writer.run(
    'INSERT INTO sheet (evaluation_id, agency_id, rater_kind, rater, ratings, note) VALUES (?, ?, ?, ?, ?, ?)',
    ...[evaluationId, agency_id, rater_kind, rater, ratings, note],
  ).id
}

export function setRatings(writer: Writer, id: number, ratings: string): void {
  writer.run('UPDATE sheet SET ratings = ? WHERE id = ?', ratings, id)
}

/** Takes a sheet back, or with nulls lets it count again. */
export function setWithdrawn(writer: Writer, id: number, on: string | null, reason: string | null): void {
  writer.run('UPDATE sheet SET withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?', on, reason, id)
}

/**
 * The sheets about those between two ids, by id, as JSON lists in order of rater kind and rater. A sheet says its
 * `standing` only where it does not count; ratings are a JSON text within.
 */
export function sheetTexts(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
  { from, to }: { from: number; to: number },
): Map<number, string> {
  const owner = ownerOf(noun)
  const about = noun === 'agency' ? `'agency_id', agency_id, ` : ''
  const told = `${about}'rater_kind', rater_kind, 'rater', rater, 'ratings', ratings, 'note', note`
  const excluded = reader.get('SELECT 1 FROM rater_exclusion WHERE evaluation_id = ? LIMIT 1', evaluationId)
    ? `WHEN EXISTS (SELECT 1 FROM ${exclusionSql(noun)})
       THEN json_object(${told}, 'standing', 'excluded')`
    : ''
  const rows = reader.all<{ owner: number; sheets: string }>(
    `SELECT ${owner} AS owner, json_group_array(CASE
         WHEN withdrawn_on IS NOT NULL THEN json_object(${told}, 'standing', 'withdrawn')
         ${excluded}
         ELSE json_object(${told}) END ORDER BY rater_kind, rater) AS sheets
     FROM sheet s WHERE evaluation_id = ? AND ${owner} BETWEEN ? AND ? GROUP BY ${owner}`,
    evaluationId,
    from,
    to,
  )
  return new Map(rows.map(row => [row.owner, row.sheets]))
}

export function ownerOf(noun: SubjectNoun): 'agency_id' | 'subject_id' {
  return noun === 'agency' ? 'agency_id' : 'subject_id'
}

function otherOf(noun: SubjectNoun): 'agency_id' | 'subject_id' {
  return noun === 'agency' ? 'subject_id' : 'agency_id'
}
