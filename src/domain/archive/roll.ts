// Which agencies are on the roll, what their archives lack, and the three rates that are to reach 100% (BJ 四(一)).
import type { Day } from '../day.ts'
import type { Commitment } from '../records/commitment.ts'
import { serviceSystems } from '../records/system.ts'
import { type Agency, isUnlicensedPublic, licenseStatusOn } from '../roster/agency.ts'

/** How one of the four service systems was found last. */
export interface SystemFound {
  system: string
  state: 'built' | 'missing'
  rebuild_by: Day | null
}

/** What gaps and rates follow from. */
export interface ArchiveFacts {
  agency: Agency
  commitments: readonly Pick<Commitment, 'kind' | 'signed_on' | 'signed_count'>[]
  systems: readonly SystemFound[]
  /** Years of which an annual check is on file. */
  annual_years: readonly number[]
}

/** Licensed on the day, or a public body that needs no license. Without a state or an expiry day nobody can tell. */
export function rollOn(agency: Agency, day: Day): 'on' | 'off' | 'unknown' {
  const status = licenseStatusOn(agency, day)
  if (status !== null && status !== 'valid') return 'off'
  return status === 'valid' || isUnlicensedPublic(agency) ? 'on' : 'unknown'
}

export type SystemState = 'built' | 'no_record' | 'missing' | 'overdue'

export interface SystemStanding {
  system: string
  state: SystemState
  due_on: Day | null
}

/** All four, in the order of the notices. Without a record nobody knows; a gap is overdue when its day is past. */
export function systemsOn(found: readonly SystemFound[], today: Day): SystemStanding[] {
  return serviceSystems.map(({ name }) => {
    const last = found.find(s => s.system === name)
    if (last === undefined) return { system: name, state: 'no_record', due_on: null }
    if (last.state === 'built') return { system: name, state: 'built', due_on: null }
    const overdue = last.rebuild_by !== null && last.rebuild_by < today
    return { system: name, state: overdue ? 'overdue' : 'missing', due_on: last.rebuild_by }
  })
}

export type Gap =
  | { is: 'basic'; field: BasicField }
  | { is: 'agency_commitment' }
  /** None at all, or fewer than there are heads. */
  | { is: 'staff_commitment'; signed: number | null; staff: number | null }
  | { is: 'annual_check'; year: number }
  | ({ is: 'system' } & SystemStanding)

/** Without these nobody knows whom the archive is of. An agency has a code or a license number, or both. */
export const basicFields = ['code', 'legal_rep', 'address', 'phone', 'business_start', 'staff_count'] as const
export type BasicField = (typeof basicFields)[number]

export function archiveGaps(facts: ArchiveFacts, today: Day): Gap[] {
  const { agency } = facts
  const staff = latestStaff(facts, today)
  const lastYear = Number(today.slice(0, 4)) - 1
  const fallsDue = !isUnlicensedPublic(agency) && (agency.issued_on ?? '').slice(0, 4) <= String(lastYear)
  const short = staff === null || (staff.signed_count ?? 0) < (agency.staff_count ?? 0)
  return [
    ...basicFields.filter(field => isEmpty(agency, field)).map((field): Gap => ({ is: 'basic', field })),
    ...(hasSigned(facts, today) ? [] : [{ is: 'agency_commitment' } as const]),
    ...(short && agency.staff_count !== 0
      ? [{ is: 'staff_commitment', signed: staff?.signed_count ?? null, staff: agency.staff_count } as const]
      : []),
    ...(fallsDue && !facts.annual_years.includes(lastYear)
      ? [{ is: 'annual_check', year: lastYear } as const]
      : []),
    ...systemsOn(facts.systems, today)
      .filter(s => s.state !== 'built')
      .map((s): Gap => ({ is: 'system', ...s })),
  ]
}

/** Built: basic information and the agency's commitment are there. What else is missing keeps it incomplete, not unbuilt. */
export function isBuilt(facts: ArchiveFacts, today: Day): boolean {
  return hasSigned(facts, today) && !basicFields.some(field => isEmpty(facts.agency, field))
}

function isEmpty(agency: Agency, field: BasicField): boolean {
  // A public body of 2013 has neither code nor license.
  if (field === 'code') return agency.uscc === null && agency.license_no === null && agency.kind !== 'public'
  return agency[field] === null
}

export function hasSigned({ commitments }: ArchiveFacts, today: Day): boolean {
  return commitments.some(c => c.kind === 'agency' && c.signed_on <= today)
}

/** The latest by day counts: it tells how many have signed in all. */
export function latestStaff(
  { commitments }: ArchiveFacts,
  today: Day,
): ArchiveFacts['commitments'][number] | null {
  return commitments
    .filter(c => c.kind === 'staff' && c.signed_on <= today)
    .reduce<ArchiveFacts['commitments'][number] | null>(
      (a, c) => (a && a.signed_on > c.signed_on ? a : c),
      null,
    )
}

export interface CommitmentRates {
  agencies: number
  agency_signed: number
  /** Heads, of the agencies that tell them; how many do not. */
  staff: number
  staff_signed: number
  staff_unknown: number
  archives: number
}

/** Over agencies on the roll. More signatures than heads count as the heads. */
export function commitmentRates(all: readonly ArchiveFacts[], today: Day): CommitmentRates {
  const counted = all.filter(({ agency }) => agency.staff_count !== null)
  const sum = (count: (facts: ArchiveFacts) => number) => counted.reduce((n, facts) => n + count(facts), 0)
  return {
    agencies: all.length,
    agency_signed: all.filter(facts => hasSigned(facts, today)).length,
    staff: sum(({ agency }) => agency.staff_count!),
    staff_signed: sum(facts =>
      Math.min(latestStaff(facts, today)?.signed_count ?? 0, facts.agency.staff_count!),
    ),
    staff_unknown: all.length - counted.length,
    archives: all.filter(facts => isBuilt(facts, today)).length,
  }
}
