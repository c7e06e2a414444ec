// Which agencies an inspection campaign owes a visit, and how many of them it has seen (ZS 四(四)2).
import type { Day } from '../day.ts'
import { type Agency, isUnlicensedPublic, type LicenseStatus, licenseStatusOn } from '../roster/agency.ts'

/** What keeps an agency out: a license that is no longer valid, not yet issued, or of which nothing tells. */
export type NotDue = Exclude<LicenseStatus, 'valid'> | 'not_issued' | 'unknown'

/** Null: to be inspected. */
export function notDue(agency: Agency, day: Day): NotDue | null {
  if (isUnlicensedPublic(agency)) return null
  if (agency.issued_on !== null && agency.issued_on > day) return 'not_issued'
  const status = licenseStatusOn(agency, day) ?? 'unknown'
  return status === 'valid' ? null : status
}

export interface Coverage {
  to_inspect: number
  inspected: number
  /** Whose license nobody knows: neither due nor not. */
  license_unknown: number
  missing: Agency[]
}

/** `seen`: ids of the agencies inspected. */
export function coverage(agencies: readonly Agency[], seen: ReadonlySet<number>, day: Day): Coverage {
  const due = agencies.filter(agency => notDue(agency, day) === null)
  const missing = due.filter(agency => !seen.has(agency.id))
  return {
    to_inspect: due.length,
    inspected: due.length - missing.length,
    license_unknown: agencies.filter(agency => notDue(agency, day) === 'unknown').length,
    missing,
  }
}
