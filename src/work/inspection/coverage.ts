// How many of the agencies of each district were inspected in the first half of the year (ZS 四(四)2).
import { type Day, dayOf, isWithin } from '../../domain/day.ts'
import { windowOf } from '../../domain/inspection/checklist.ts'
import { type Coverage, coverage, endDays, type LicenseEnd } from '../../domain/inspection/due.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import { listAgencies } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { batchNamed } from './find-batch.ts'

export interface DistrictCoverage extends Coverage {
  /** Null: of all. */
  district_code: string | null
  district: string | null
}

export interface CoverageTable {
  from: Day
  to: Day
  clause: string
  /** Licenses are looked at on this day: the last of the window, or today before that. */
  on: Day
  /** By district, all last. */
  rows: DistrictCoverage[]
  warnings: Problem[]
}

interface Wanted {
  year: number | null
  batch: string | null
  district: string | null
}

export function coverageOf(desk: Desk, wanted: Wanted): CoverageTable {
  return ask(desk, reader => coverageIn(desk, reader, wanted))
}

export function coverageIn(desk: Desk, reader: Reader, wanted: Wanted): CoverageTable {
  const checklist = readShippedChecklist(desk.schemes)
  const window = windowOf(checklist, wanted.year ?? Number(desk.today.slice(0, 4)))
  const on = desk.today < window.to ? desk.today : window.to
  const batch = wanted.batch === null ? null : batchNamed(reader, wanted.batch)
  const district = wanted.district === null ? undefined : districtNamed(reader, wanted.district).code
  const agencies = listAgencies(reader, district)
  const seen = seenIn(reader, window, batch)
  const ended = endDays(agencies, licenseEnds(reader))
  const byDistrict = listDistricts(reader).flatMap(({ code, name }): DistrictCoverage[] => {
    const own = agencies.filter(a => a.district_code === code)
    if (own.length === 0) return []
    return [{ district_code: code, district: name, ...coverage(own, seen, ended, on) }]
  })
  const all = { district_code: null, district: null, ...coverage(agencies, seen, ended, on) }
  const left = all.missing.length
  const late = desk.today > window.to && left > 0
  return {
    ...window,
    clause: checklist.window.clause,
    on,
    rows: [...byDistrict, all],
    warnings: late ? [problem('CX1119', { left, of: all.to_inspect, due: window.to })] : [],
  }
}

/** Of all agencies, whenever in a year. */
export function coverageOfYear(reader: Reader, year: number, today: Day): Coverage {
  const window = { from: dayOf(year, 1, 1)!, to: dayOf(year, 12, 31)! }
  const agencies = listAgencies(reader)
  const on = today < window.to ? today : window.to
  return coverage(agencies, seenIn(reader, window, null), endDays(agencies, licenseEnds(reader)), on)
}

function seenIn(reader: Reader, window: { from: Day; to: Day }, batch: string | null): Set<number> {
  return new Set(
    listRecords(reader, 'inspection', { agency: null, district: null })
      .filter(row => isWithin(String(row.date), window) && (batch === null || row.batch === batch))
      .map(row => row.agency_id!),
  )
}

/** Cancelled by the register of licenses, revoked by the penalties. */
function licenseEnds(reader: Reader): LicenseEnd[] {
  const everywhere = { agency: null, district: null }
  const cancelled = listRecords(reader, 'license', everywhere)
    .filter(row => row.kind === 'cancel')
    .map(row => ({ agency_id: row.agency_id, status: 'cancelled' as const, on: String(row.decided_on) }))
  const revoked = listRecords(reader, 'penalty', everywhere)
    .filter(row => String(row.kind).split(';').includes('吊销许可证件'))
    .map(row => ({ agency_id: row.agency_id, status: 'revoked' as const, on: String(row.decision_date) }))
  return [...cancelled, ...revoked]
}
