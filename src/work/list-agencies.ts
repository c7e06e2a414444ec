// The roster for lists, and one agency with what is on file about it.
import type { Day } from '../domain/day.ts'
import type { Values } from '../domain/imports/column.ts'
import { recordKinds } from '../domain/records/all.ts'
import { type Agency, type LicenseStatus, licenseStatusOn } from '../domain/roster/agency.ts'
import { listAgencies } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { countRows } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { districtNamed } from './find-district.ts'
import { compareValues } from './list-records.ts'

/** Which agencies are wanted, and in which order; what is null is not asked. */
export interface WantedAgencies {
  /** Code or name. */
  district: string | null
  /** Of the license on the desk's day. */
  state: LicenseStatus | null
  /** The license's last day lies between these. */
  from: Day | null
  to: Day | null
  /** A field; without it, in the order in which they came to the file. Empty ones last. */
  sort: string | null
  descending: boolean
}

/** With the names of the jurisdictions by code. */
export function listAgenciesOf(
  desk: Desk,
  { district, state, from, to, sort, descending }: WantedAgencies,
): { agencies: Agency[]; districts: Map<string, string> } {
  return ask(desk, reader => {
    const all =
      district === null ? listAgencies(reader) : listAgencies(reader, districtNamed(reader, district).code)
    const agencies = all
      .filter(agency => state === null || licenseStatusOn(agency, desk.today) === state)
      .filter(({ valid_to: end }) => from === null || (end !== null && end >= from))
      .filter(({ valid_to: end }) => to === null || (end !== null && end <= to))
    if (sort !== null) {
      const value = (agency: Agency) => (agency as unknown as Values)[sort] ?? null
      agencies.sort((a, b) => compareValues(value(a), value(b), descending))
    }
    return { agencies, districts: districtNames(reader) }
  })
}

export function districtNames(reader: Reader): Map<string, string> {
  return new Map(listDistricts(reader).map(d => [d.code, d.name]))
}

export function showAgency(
  desk: Desk,
  key: string,
): { agency: Agency; district: string; records: Record<string, number> } {
  return ask(desk, reader => {
    const agency = agencyNamed(reader, key)
    const records = recordKinds.map(({ noun, table }) => [noun, countRows(reader, table, agency.id)] as const)
    return {
      agency,
      district: districtNames(reader).get(agency.district_code)!,
      records: Object.fromEntries(records),
    }
  })
}
