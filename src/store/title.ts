// What the register of honors says of titles: how many of one were granted where, and who holds honors of the city.
import type { Day } from '../domain/day.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
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
