// The roster for lists, and one agency with what is on file about it.
import { recordKinds } from '../domain/records/all.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { listAgencies } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { countRows } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { districtNamed } from './find-district.ts'

/** Agencies of a district (code or name), or all, with the names of the jurisdictions by code. */
export function listAgenciesOf(
  desk: Desk,
  district: string | null,
): { agencies: Agency[]; districts: Map<string, string> } {
  return ask(desk, reader => ({
    agencies:
      district === null ? listAgencies(reader) : listAgencies(reader, districtNamed(reader, district).code),
    districts: districtNames(reader),
  }))
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
