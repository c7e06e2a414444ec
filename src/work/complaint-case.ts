// The steps of a complaint's life, the cases that are late, and one case with its history.

import { daysBetween, isWithin } from '../domain/day.ts'
import type { Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { type Complaint, complaintKind, isOverdue, isVerified } from '../domain/records/complaint.ts'
import { type Step, stepFields, takeStep } from '../domain/records/complaint-case.ts'
import { type ComplaintRates, complaintRates } from '../domain/records/complaint-rates.ts'
import { type Honor, honorStatus } from '../domain/records/honor.ts'
import { withoutPersonal } from '../domain/records/kind.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/text.ts'
import { agenciesById, listAgencyKeys } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, recordsByKey, type StoredRecord, updateRecord } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, change, type Desk } from './desk.ts'
import { type GivenFields, readGiven } from './given-fields.ts'
import { listRecordsOf, type Wanted } from './list-records.ts'
import { pastOf, type RecordChange } from './record-history.ts'

export interface StepTaken {
  /** With any, the case is as it was. */
  problems: Problem[]
  record: Values
  /** Honors in force of an agency whose complaint is now a verified dishonest one: to be looked at, not changed. */
  touched: { title: string; holder: string; plate_no: string | null; granted_on: string }[]
}

/** `place`: how the clerk names a field. Refuses a step that does not follow from where the case is. */
export function stepComplaint(
  desk: Desk,
  no: string,
  step: Step,
  given: GivenFields & { reason: string | null },
): StepTaken {
  return change(desk, `complaint ${step}`, writer => {
    const found = complaintNumbered(writer, no)
    const columns = complaintKind.columns.filter(c => stepFields[step].includes(c.key))
    const { values, problems } = readGiven(columns, given)
    const { today, operator } = desk
    const { after, refused } = takeStep(step, found.values, { values, reason: given.reason, today, operator })
    // What a bad cell does not say is an echo of it.
    const bad = new Set(problems.map(p => p.field))
    for (const { fault, key } of refused.filter(f => !bad.has(f.key)))
      problems.push(problem(fault.code, fault.params as never, { column: given.place(key) }, { field: key }))
    const done = problems.length === 0
    if (done) updateRecord(writer, 'complaint', found.id, after)
    const [agency] = agenciesById(writer, [found.agency_id!])
    const record = withoutPersonal(complaintKind, {
      uscc: agency!.uscc,
      agency_name: agency!.name,
      ...(done ? after : found.values),
    })
    const closed = done && step === 'close' && isVerified(after as unknown as Complaint, today)
    const touched = closed && after.dishonest === 1 ? honorsInForce(writer, found.agency_id!, today) : []
    const reason = given.reason === null ? {} : { reason: given.reason }
    return {
      result: { problems, record, touched },
      summary: { record: complaintKind.label(found.values), ...reason },
    }
  }).result
}

/** Open cases whose time has run out, the latest first, and how many open ones have no time set. */
export function overdueComplaints(
  desk: Desk,
  of: Pick<Wanted, 'agency' | 'district'>,
): { rows: (Values & { days_late: number })[]; undated: number } {
  const wanted: Wanted = { ...of, from: null, to: null, state: 'open', sort: 'due_on', descending: false }
  const open = listRecordsOf(desk, complaintKind, wanted)
  const late = open.filter(row => isOverdue(row, desk.today))
  return {
    rows: late.map(row => ({ ...row, days_late: daysBetween(String(row.due_on), desk.today) })),
    undated: open.filter(row => row.due_on === null).length,
  }
}

export interface DistrictRates extends ComplaintRates {
  /** Null: of all. */
  district_code: string | null
  district: string | null
}

/** Rates of the cases received between two days, by district, and of all of them last. */
export function complaintRatesOf(desk: Desk, between: { from: string; to: string }): DistrictRates[] {
  return ask(desk, reader => {
    const cases = listRecords(reader, 'complaint', { agency: null, district: null }).filter(c =>
      isWithin(String(c.received_on), between),
    ) as unknown as (Complaint & { agency_id: number })[]
    const districtOf = new Map(listAgencyKeys(reader).map(a => [a.id, a.district_code]))
    const byDistrict = listDistricts(reader).flatMap(({ code, name }): DistrictRates[] => {
      const own = cases.filter(c => districtOf.get(c.agency_id) === code)
      const place = { district_code: code, district: name }
      return own.length === 0 ? [] : [{ ...place, ...complaintRates(own, desk.today) }]
    })
    return [...byDistrict, { district_code: null, district: null, ...complaintRates(cases, desk.today) }]
  })
}

/** One case and what was done with it, oldest first. */
export function showComplaint(desk: Desk, no: string): { record: Values; history: RecordChange[] } {
  return ask(desk, reader => {
    const found = complaintNumbered(reader, no)
    const [agency] = agenciesById(reader, [found.agency_id!])
    const record = withoutPersonal(complaintKind, {
      uscc: agency!.uscc,
      agency_name: agency!.name,
      ...found.values,
    })
    const history = pastOf(reader, complaintKind, found.id)
    return { record, history }
  })
}

function complaintNumbered(reader: Reader, no: string): StoredRecord {
  const found = recordsByKey(reader, 'complaint', [no.trim()]).get(no.trim())
  if (found) return found
  const known = listRecords(reader, 'complaint', { agency: null, district: null }).map(r =>
    String(r.complaint_no),
  )
  throw new Refusal('CX4002', {
    kind: 'complaint',
    value: no,
    available: nearest(no, known).join('、') || '—',
  })
}

/** Of an agency, its windows and its people. */
export function honorsInForce(reader: Reader, agency: number, today: string): StepTaken['touched'] {
  return (
    listRecords(reader, 'honor', { agency, district: null }) as unknown as (Honor & {
      plate_no: string | null
    })[]
  )
    .filter(honor => honorStatus(honor, today) === 'valid')
    .map(({ title, holder, plate_no, granted_on }) => ({ title, holder, plate_no, granted_on }))
}
