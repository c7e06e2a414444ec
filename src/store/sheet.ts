// Score sheets, the raters excluded from rating, and points set by hand.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Override } from '../domain/score/dossier.ts'
import type { Reader } from './open.ts'

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

/** The sheets for the agencies given. */
export function sheetsOfAgencies(
  reader: Reader,
  evaluationId: number,
  agencies: readonly number[],
): StoredSheet[] {
  return reader.all<StoredSheet>(
    `SELECT ${COLUMNS} FROM sheet
     WHERE evaluation_id = ? AND agency_id IN (SELECT value FROM json_each(?))`,
    evaluationId,
    JSON.stringify(agencies),
  )
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
    ? `WHEN EXISTS (SELECT 1 FROM rater_exclusion x WHERE x.evaluation_id = s.evaluation_id AND x.rater = s.rater
            AND coalesce(x.${owner}, s.${owner}) = s.${owner} AND x.${otherOf(noun)} IS NULL)
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

/** By the id of whom they are about. */
export function overridesOf(
  reader: Reader,
  evaluationId: number,
  noun: SubjectNoun,
): Map<number, Override[]> {
  const rows = reader.all<Override & { owner: number }>(
    `SELECT ${ownerOf(noun)} AS owner, indicator, points, reason, document FROM override
     WHERE evaluation_id = ? AND ${ownerOf(noun)} IS NOT NULL ORDER BY owner, indicator`,
    evaluationId,
  )
  const found = new Map<number, Override[]>()
  for (const { owner, ...override } of rows) found.set(owner, [...(found.get(owner) ?? []), override])
  return found
}

export function ownerOf(noun: SubjectNoun): 'agency_id' | 'subject_id' {
  return noun === 'agency' ? 'agency_id' : 'subject_id'
}

function otherOf(noun: SubjectNoun): 'agency_id' | 'subject_id' {
  return noun === 'agency' ? 'subject_id' : 'agency_id'
}
