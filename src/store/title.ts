// What the register of honors says of titles: how many of one were granted where, who got one by an evaluation, who
// holds honors of the city; and what stands of nominees in publicity and in papers.
import type { Day } from '../domain/day.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Party } from '../domain/score/party.ts'
import type { Published } from '../domain/title/grant.ts'
import type { Reader } from './open.ts'

/**
 * District code -> titles of that name granted from one year to another and not taken back, but for those that rest on
 * the evaluation. Under null those of no district.
 */
export function countTitles(
  reader: Reader,
  title: string,
  { from, to }: { from: number; to: number },
  except: number,
): Map<string | null, number> {
  const rows = reader.all<{ district_code: string | null; n: number }>(
    `SELECT coalesce(a.district_code, s.district_code) AS district_code, count(*) AS n
     FROM honor h LEFT JOIN agency a ON a.id = h.agency_id LEFT JOIN subject s ON s.id = h.subject_id
     WHERE h.title = ? AND h.status <> 'revoked' AND h.granted_on BETWEEN ? AND ?
       AND h.evaluation_id IS NOT ?
     GROUP BY 1`,
    title,
    `${from}-01-01`,
    `${to}-12-31`,
    except,
  )
  return new Map(rows.map(row => [row.district_code, row.n]))
}

/** The same of all that stood on a day, whatever became of them since. */
export function countTitlesOn(
  reader: Reader,
  title: string,
  from: number,
  day: Day,
): Map<string | null, number> {
  const rows = reader.all<{ district_code: string | null; n: number }>(
    `SELECT coalesce(a.district_code, s.district_code) AS district_code, count(*) AS n
     FROM honor h LEFT JOIN agency a ON a.id = h.agency_id LEFT JOIN subject s ON s.id = h.subject_id
     WHERE h.title = ? AND h.granted_on BETWEEN ? AND ? AND (h.status <> 'revoked' OR h.revoked_on > ?)
     GROUP BY 1`,
    title,
    `${from}-01-01`,
    day,
    day,
  )
  return new Map(rows.map(row => [row.district_code, row.n]))
}

/** Ids of the agencies or subjects that hold an honor of the city or above, in force on the day (LY 四(二)2). */
export function cityHonorHolders(reader: Reader, noun: SubjectNoun, day: Day): Set<number> {
  const key = noun === 'agency' ? 'agency_id' : 'subject_id'
  const rows = reader.all<{ id: number }>(
    `SELECT DISTINCT ${key} AS id FROM honor
     WHERE ${key} IS NOT NULL AND level IN ('市级', '省级', '国家级', '部级', '省部级')
       AND granted_on <= ? AND (valid_to IS NULL OR valid_to >= ?)
       AND status <> 'expired' AND (status = 'valid' OR revoked_on > ?)`,
    day,
    day,
    day,
  )
  return new Set(rows.map(row => row.id))
}

/** Titles that rest on an evaluation, oldest first. */
export function titlesOfEvaluation(
  reader: Reader,
  evaluationId: number,
): (Party & { status: 'valid' | 'expired' | 'revoked'; granted_on: Day })[] {
  return reader.all(
    'SELECT agency_id, subject_id, status, granted_on FROM honor WHERE evaluation_id = ? ORDER BY id',
    evaluationId,
  )
}

/** Everybody who was published as a nominee of an evaluation, each as in the last publicity that it was in. */
export function publishedNominees(reader: Reader, evaluationId: number): (Party & Published)[] {
  const rows = reader.all<Party & Published>(
    `SELECT c.agency_id, c.subject_id, p.last_day, p.closed_on, c.removed_on
     FROM publicity_case c JOIN publicity p ON p.id = c.publicity_id
     WHERE p.evaluation_id = ? AND p.withdrawn_on IS NULL ORDER BY p.id, c.id`,
    evaluationId,
  )
  return [...new Map(rows.map(row => [row.agency_id ?? row.subject_id, row])).values()]
}

/** Publicities of the draft of a scheme, on which opinions are asked for. */
export function countConsultations(reader: Reader, schemeId: string): { open: number; closed: number } {
  return reader.get<{ open: number; closed: number }>(
    `SELECT count(*) FILTER (WHERE closed_on IS NULL) AS open, count(closed_on) AS closed FROM publicity
     WHERE kind = 'consultation' AND scheme_id = ? AND withdrawn_on IS NULL`,
    schemeId,
  )!
}

/** Applications that came in for a year; one that names no scheme counts for all of the year. */
export function countApplications(reader: Reader, schemeId: string, year: number): number {
  return reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM paper
     WHERE kind = 'application' AND year = ? AND (scheme IS NULL OR scheme = ?)`,
    year,
    schemeId,
  )!.n
}

/** Ids of the agencies or subjects of whom a paper that is to be filed came in for a year. */
export function filedBy(reader: Reader, noun: SubjectNoun, schemeId: string, year: number): Set<number> {
  const key = noun === 'agency' ? 'agency_id' : 'subject_id'
  const rows = reader.all<{ id: number }>(
    `SELECT DISTINCT ${key} AS id FROM paper
     WHERE kind NOT IN ('application', 'other') AND year = ? AND (scheme IS NULL OR scheme = ?)
       AND ${key} IS NOT NULL`,
    year,
    schemeId,
  )
  return new Set(rows.map(row => row.id))
}
