// Ranking keys as numbers where higher is better, so that candidates compare left to right.
import { type Day, daysBetween, isWithin, monthsWindow } from '../day.ts'
import { isVerified } from '../records/complaint.ts'
import type { RankingKey } from '../scheme/scheme.ts'
import type { Dossier } from '../score/dossier.ts'

/** Months in which verified complaints count against a candidate (default, as for indicator 16). */
const COMPLAINT_MONTHS = 12

/**
 * One number for each key, in the scheme's order; total in hundredths, which is known
 * where it is a key; days in business as of the day. `cityHonor`:
 * holds an honor of the city or above (LY 四(二)2).
 */
export function rankingKeys(
  keys: readonly RankingKey[],
  total: number | null,
  { agency, subject, outstanding, complaints }: Dossier,
  { year, as_of: asOf, cityHonor }: { year: number; as_of: Day; cityHonor: boolean },
): number[] {
  return keys.map(key => {
    switch (key) {
      case 'total':
        return total!
      case 'standard_grade':
        return agency?.standard_grade?.length ?? 0
      case 'month_outstanding':
        // In a campaign of the evaluation's year, and known by the as-of day.
        return outstanding.some(day => day <= asOf && day.startsWith(`${year}-`)) ? 1 : 0
      case 'verified_complaints': {
        const window = monthsWindow(asOf, COMPLAINT_MONTHS)
        return -complaints.filter(c => isVerified(c, asOf) && isWithin(c.closed_on!, window)).length
      }
      case 'business_start': {
        const start = agency?.business_start ?? agency?.issued_on ?? subject?.started_on ?? null
        return start === null ? 0 : Math.max(0, daysBetween(start, asOf))
      }
      case 'city_honor':
        return cityHonor ? 1 : 0
      default: {
        const never: never = key
        return never
      }
    }
  })
}
