// Cases that are late, and the rates of a district or a window.
import { type Day, daysBetween, isWithin } from '../domain/day.ts'
import type { Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import type { ComplaintCase } from '../domain/records/complaint.ts'
import { complaintKind } from '../domain/records/complaint.ts'
import { isOverdue, type Limit, type LimitedCase, limitOf } from '../domain/records/complaint-limit.ts'
import {
  type ComplaintRates,
  complaintRates,
  type WindowRates,
  windowRates,
} from '../domain/records/complaint-rates.ts'
import { withoutPersonal } from '../domain/records/kind.ts'
import type { Reader } from '../store/open.ts'
import { listRecords } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { districtNamed } from './find-district.ts'
import { limitRules, limitsWhenAsked } from './limit-rules.ts'
import type { Wanted } from './list-records.ts'

export type OverdueCase = Values & Limit & { days_late: number }

/** Open cases whose time has run out, the latest first; and a warning of those whose limit cannot be told. */
export function overdueComplaints(
  desk: Desk,
  of: Pick<Wanted, 'agency' | 'district'>,
): { rows: OverdueCase[]; warnings: Problem[] } {
  return ask(desk, reader => {
    const rules = limitsWhenAsked(reader)
    const agency = of.agency === null ? null : agencyNamed(reader, of.agency).id
    const district = of.district === null ? null : districtNamed(reader, of.district).code
    const cases = listRecords(reader, 'complaint', { agency, district }).map(row => ({
      row,
      late: isOverdue(row, desk.today, rules),
    }))
    const rows = cases
      .filter(({ late }) => late === true)
      .map(({ row }): OverdueCase => {
        const { key: _key, agency_id: _agency, batch_id: _batch, line: _line, ...values } = row
        const limit = limitOf(values as unknown as LimitedCase, rules, desk.today)
        const days_late = daysBetween(limit.limit_on!, desk.today)
        return { ...withoutPersonal(complaintKind, values), ...limit, days_late }
      })
    rows.sort((a, b) => b.days_late - a.days_late)
    return { rows, warnings: unknownLimits(cases.filter(({ late }) => late === null).length) }
  })
}

export interface DistrictRates extends ComplaintRates {
  /** Null: of all. */
  district_code: string | null
  district: string | null
}

/** Which cases are counted: received between two days, of all districts or of one by code or name. */
export interface Counted {
  from: Day
  to: Day
  district: string | null
}

/** Rates by district, and of all counted last; and a warning of limits that cannot be told. */
export function complaintRatesOf(desk: Desk, counted: Counted): RatesRead {
  return ask(desk, reader => complaintRatesIn(reader, desk.today, counted))
}

interface RatesRead {
  rows: DistrictRates[]
  warnings: Problem[]
}

export function complaintRatesIn(reader: Reader, today: Day, counted: Counted): RatesRead {
  const rules = limitRules(reader)
  const cases = complaintsIn(reader, counted)
  const byDistrict = listDistricts(reader).flatMap(({ code, name }): DistrictRates[] => {
    const own = cases.filter(c => c.district_code === code)
    const place = { district_code: code, district: name }
    return own.length === 0 ? [] : [{ ...place, ...complaintRates(own, today, rules) }]
  })
  const all = { district_code: null, district: null, ...complaintRates(cases, today, rules) }
  return { rows: [...byDistrict, all], warnings: unknownLimits(all.limit_unknown) }
}

/** What each kind of window closed, against its target. */
export function windowRatesOf(desk: Desk, counted: Counted): WindowRates[] {
  return ask(desk, reader => windowRates(complaintsIn(reader, counted)))
}

type PlacedCase = ComplaintCase & { district_code: string | null }

export function complaintsIn(reader: Reader, { from, to, district }: Counted): PlacedCase[] {
  const code = district === null ? null : districtNamed(reader, district).code
  return listRecords(reader, 'complaint', { agency: null, district: code }).filter(c =>
    isWithin(String(c.received_on), { from, to }),
  ) as unknown as PlacedCase[]
}

function unknownLimits(cases: number): Problem[] {
  return cases === 0 ? [] : [problem('CX1108', { cases })]
}
