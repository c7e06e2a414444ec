// Score sheets, the raters excluded from rating, and points set by hand.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Override, Standing } from '../domain/score/dossier.ts'
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
  const excluded = exclusionsOf(reader, evaluationId)
  const rows = reader.all<Omit<StandingSheet, 'standing'> & { owner: number; withdrawn_on: string | null }>(
    `SELECT ${owner} AS owner, rater_kind, rater, ratings, note, withdrawn_on FROM sheet
     WHERE evaluation_id = ? AND ${owner} BETWEEN ? AND ? ORDER BY ${owner}, rater_kind, rater`,
    evaluationId,
    from,
    to,
  )
  const found = new Map<number, StandingSheet[]>()
  for (const { owner: id, withdrawn_on, rater_kind, rater, ratings, note } of rows) {
    const isExcluded = excluded.size > 0 && (excluded.has(`${rater}|`) || excluded.has(`${rater}|${id}`))
    const standing = withdrawn_on !== null ? 'withdrawn' : isExcluded ? 'excluded' : 'counted'
    const sheet: StandingSheet = { rater_kind, rater, ratings, note, standing }
    const list = found.get(id)
    if (list) list.push(sheet)
    else found.set(id, [sheet])
  }
  return found
}

/** Rater and id of whom they may not rate, none for nobody at all. */
function exclusionsOf(reader: Reader, evaluationId: number): Set<string> {
  const rows = reader.all<{ rater: string; of: number | null }>(
    'SELECT rater, coalesce(agency_id, subject_id) AS of FROM rater_exclusion WHERE evaluation_id = ?',
    evaluationId,
  )
  return new Set(rows.map(({ rater, of }) => `${rater}|${of ?? ''}`))
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
