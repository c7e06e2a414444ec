// The roster as a table that imports back unchanged: official headers, official words, codes as texts.

import type { Values } from '../domain/imports/column.ts'
import { writtenAs } from '../domain/imports/written.ts'
import { rosterColumns } from '../domain/roster/agency.ts'
import { listAgencies, listAnnualChecks } from '../store/agency.ts'
import { ask, type Desk } from './desk.ts'
import { districtNamed } from './find-district.ts'
import { districtNames } from './list-agencies.ts'

/** All agencies, or those of a district (code or name), with the newest annual check of each. */
export function exportRoster(
  desk: Desk,
  district: string | null,
): { header: string[]; rows: (string | null)[][] } {
  return ask(desk, reader => {
    const names = districtNames(reader)
    // Oldest year first: the newest stays.
    const checks = new Map(listAnnualChecks(reader).map(check => [check.agency_id, check]))
    const agencies = listAgencies(
      reader,
      district === null ? undefined : districtNamed(reader, district).code,
    )
    const rows = agencies.map((agency, i) => {
      const check = checks.get(agency.id)
      const values: Values = {
        ...agency,
        seq: String(i + 1),
        district: names.get(agency.district_code) ?? null,
        annual_year: check?.year ?? null,
        annual_result: check?.result ?? null,
      }
      return rosterColumns.map(column => writtenAs(column, values[column.key] ?? null))
    })
    return { header: rosterColumns.map(column => column.headers[0]!), rows }
  })
}
