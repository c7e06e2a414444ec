// What subjects of the register and agencies owe in a year, and which record shows that it was done.
import { type DutySubject, type Evidence, type OwedDuty, owedDuties } from '../domain/duty/duty.ts'
import type { Values } from '../domain/imports/column.ts'
import { activityKind } from '../domain/records/activity.ts'
import { annualKind } from '../domain/records/annual.ts'
import { inspectionKind } from '../domain/records/inspection.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { SubjectIndex } from '../domain/records/subject-index.ts'
import { Refusal } from '../domain/refusal.ts'
import { isInBusiness, isUnlicensedPublic } from '../domain/roster/agency.ts'
import { readDuties } from '../schemes/plans.ts'
import { listAgencies } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { listRecords } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { districtNamed } from './find-district.ts'
import { bodyOf, registeredSubjects } from './find-subject.ts'

export type Subject = DutySubject & {
  code: string | null
  district_code: string | null
  district: string | null
}

export interface DutiesWanted {
  year: number
  quarter: number | null
  /** Number or name of a subject or an agency. */
  subject: string | null
  /** Code or name. */
  district: string | null
  /** Only what a period that is over lacks. */
  missing: boolean
}

export function listDuties(desk: Desk, wanted: DutiesWanted): OwedDuty<Subject>[] {
  const duties = readDuties(desk.schemes)
  return ask(desk, reader => {
    const { year, quarter } = wanted
    const all = [...subjectsOnFile(reader), ...agencySubjects(reader)]
    const evidence = [...activityEvidence(reader), ...agencyEvidence(reader)]
    const code = wanted.district === null ? null : districtNamed(reader, wanted.district).code
    const subjects = (wanted.subject === null ? all : subjectsNamed(all, wanted.subject)).filter(
      s => code === null || s.district_code === code,
    )
    return owedDuties(duties, subjects, evidence, { year, today: desk.today })
      .filter(owed => quarter === null || owed.period === `${year}-Q${quarter}`)
      .filter(owed => !wanted.missing || owed.state === 'missing')
  })
}

function subjectsOnFile(reader: Reader): Subject[] {
  return listRecords(reader, 'subject', { agency: null, district: null }).map(row => ({
    ...(row as unknown as Pick<
      Subject,
      'id' | 'kind' | 'name' | 'code' | 'post' | 'started_on' | 'ended_on'
    >),
    district_code: row.district_code as string | null,
    district: row.district as string | null,
    unchecked: false,
  }))
}

function agencySubjects(reader: Reader): Subject[] {
  const names = new Map(listDistricts(reader).map(d => [d.code, d.name]))
  return listAgencies(reader)
    .filter(isInBusiness)
    .map(agency => ({
      id: agency.id,
      kind: 'agency',
      name: agency.name,
      code: agency.uscc,
      post: null,
      district_code: agency.district_code,
      district: names.get(agency.district_code) ?? null,
      started_on: agency.issued_on ?? agency.business_start,
      ended_on: null,
      unchecked: isUnlicensedPublic(agency),
    }))
}

/** An activity of a name that several subjects have shows nothing for any of them. */
function activityEvidence(reader: Reader): Evidence[] {
  const subjects = registeredSubjects(reader)
  return listRecords(reader, 'activity', { agency: null, district: null }).flatMap(row => {
    const body = bodyOf(row, subjects)
    return body === null ? [] : [shows('subject', body, activityKind, row)]
  })
}

function agencyEvidence(reader: Reader): Evidence[] {
  return [inspectionKind, annualKind].flatMap(kind =>
    listRecords(reader, kind.table, { agency: null, district: null })
      .filter(row => row.agency_id !== null)
      .map(row => shows('agency', row.agency_id!, kind, row)),
  )
}

function shows(of: Evidence['of'], id: number, kind: RecordKind, row: Values): Evidence {
  return {
    of,
    id,
    record: kind.table as Evidence['record'],
    kind: kind === activityKind ? String(row.kind) : null,
    when: String(row[kind.day]),
    // Whose it is stands beside it.
    shown: { id: Number(row.id), label: kind.label({ ...row, agency_name: '', subject: '' }).trim() },
  }
}

function subjectsNamed(all: readonly Subject[], text: string): Subject[] {
  const index = new SubjectIndex(all)
  const found = new Set<unknown>(index.find(text))
  if (found.size === 0) {
    const available = index.nearestTo(text).join('、') || '—'
    throw new Refusal('CX4002', { kind: 'subject', value: text, available })
  }
  return all.filter(subject => found.has(subject))
}
