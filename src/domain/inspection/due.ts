// Which agencies an inspection campaign owes a visit, and how many of them it has seen (ZS 四(四)2).
import type { Day } from '../day.ts'
import { type Agency, isUnlicensedPublic, type LicenseStatus, licenseStatusOn } from '../roster/agency.ts'

/** Null: to be inspected. Otherwise the state of its license, which keeps it out; `unknown` where nothing tells. */
export function notDue(agency: Agency, day: Day): Exclude<LicenseStatus, 'valid'> | 'unknown' | null {
  if (isUnlicensedPublic(agency)) return null
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
