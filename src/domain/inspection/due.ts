// Which agencies an inspection campaign owes a visit, and how many of them it has seen (ZS 四(四)2).
import type { Day } from '../day.ts'
import { percentText } from '../exact.ts'
import { type Agency, isUnlicensedPublic, type LicenseStatus, licenseStatusOn } from '../roster/agency.ts'

/** What keeps an agency out: a license that is no longer valid, not yet issued, or of which nothing tells. */
export type NotDue = Exclude<LicenseStatus, 'valid'> | 'not_issued' | 'unknown'

/**
 * Null: to be inspected. `ended`: the day of the end that the license is stated to have come to, where that is on
 * record; before it the license went by its expiry day.
 */
export function notDue(agency: Agency, day: Day, ended: Day | null = null): NotDue | null {
  if (isUnlicensedPublic(agency)) return null
  if (ended !== null && ended > day) return notDue({ ...agency, license_status: null }, day)
  if (agency.issued_on !== null && agency.issued_on > day) return 'not_issued'
  const status = licenseStatusOn(agency, day) ?? 'unknown'
  return status === 'valid' ? null : status
}

/** A license given back or taken away. */
export interface LicenseEnd {
  agency_id: number | null
  status: 'cancelled' | 'revoked'
  on: Day
}

/** By agency, the last day on record of the end that its license is stated to have come to. */
export function endDays(agencies: readonly Agency[], ends: readonly LicenseEnd[]): Map<number, Day> {
  const stated = new Map(agencies.map(agency => [agency.id, agency.license_status]))
  const days = new Map<number, Day>()
  for (const { agency_id: id, status, on } of ends)
    if (id !== null && stated.get(id) === status && on > (days.get(id) ?? '')) days.set(id, on)
  return days
}

export interface Coverage {
  to_inspect: number
  inspected: number
  /** Whose license nobody knows: neither due nor not. */
  license_unknown: number
  missing: Agency[]
}

/** `seen`: ids of the agencies inspected; `ended`: days by agency. */
export function coverage(
  agencies: readonly Agency[],
  seen: ReadonlySet<number>,
  ended: ReadonlyMap<number, Day>,
  day: Day,
): Coverage {
  const states = agencies.map(agency => ({
    agency,
    state: notDue(agency, day, ended.get(agency.id) ?? null),
  }))
  const due = states.filter(({ state }) => state === null).map(({ agency }) => agency)
  const missing = due.filter(agency => !seen.has(agency.id))
  return {
    to_inspect: due.length,
    inspected: due.length - missing.length,
    license_unknown: states.filter(({ state }) => state === 'unknown').length,
    missing,
  }
}

/**
 * As papers tell it, in per cent: null while nobody at all was inspected, in `whole`, of which this is a part or all. That
 * no visit is on file does not tell that there was none; where there are visits, a part without any had none.
 */
export function coverageRate(
  { to_inspect, inspected }: Pick<Coverage, 'to_inspect' | 'inspected'>,
  whole: Pick<Coverage, 'inspected'>,
): string | null {
  return whole.inspected === 0 ? null : percentText(inspected, to_inspect)
}
