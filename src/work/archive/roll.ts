// What archives lack, the three rates, and the service systems that are to be rebuilt: agency by agency on the roll.
import {
  type ArchiveFacts,
  archiveGaps,
  type CommitmentRates,
  commitmentRates,
  type Gap,
  hasSigned,
  isBuilt,
  latestStaff,
  rollOn,
  type SystemStanding,
  systemsOn,
} from '../../domain/archive/roll.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { listAgencies, listAnnualChecks } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { recordsByAgency } from '../../store/record.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { districtNames } from '../list-agencies.ts'

export interface OnRoll {
  facts: ArchiveFacts
  district: string
}

/** Agencies on the roll in the order of the roster, and a warning of each of which that cannot be told. */
function readRoll(
  desk: Desk,
  reader: Reader,
  district: string | null,
): { roll: OnRoll[]; unknown: Problem[] } {
  const code = district === null ? undefined : districtNamed(reader, district).code
  const names = districtNames(reader)
  const commitments = recordsByAgency(reader, 'commitment')
  const systems = recordsByAgency(reader, 'system')
  const years = new Map<number, number[]>()
  for (const { agency_id, year } of listAnnualChecks(reader))
    years.set(agency_id, [...(years.get(agency_id) ?? []), year])
  const roll: OnRoll[] = []
  const unknown: Problem[] = []
  for (const agency of listAgencies(reader, code)) {
    const stands = rollOn(agency, desk.today)
    if (stands === 'unknown') unknown.push(about('CX1122', agency, 'license_status'))
    if (stands !== 'on') continue
    const facts = {
      agency,
      commitments: (commitments.get(agency.id) ?? []) as unknown as ArchiveFacts['commitments'],
      systems: (systems.get(agency.id) ?? []) as unknown as ArchiveFacts['systems'],
      annual_years: years.get(agency.id) ?? [],
    }
    roll.push({ facts, district: names.get(agency.district_code)! })
  }
  return { roll, unknown }
}

function about(code: 'CX1121' | 'CX1122', { name }: Agency, field: string): Problem {
  return problem(code, { agency: name }, {}, { field })
}

export interface DistrictRates extends CommitmentRates {
  /** Null: of all. */
  district_code: string | null
  district: string | null
}

/** Which of the three an agency keeps from 100%. */
export interface Shortfall {
  agency: Agency
  district: string
  agency_signed: boolean
  /** Null where the number of heads is unknown. */
  staff: number | null
  staff_signed: number
  built: boolean
}

/** Rates by jurisdiction and of all, who keeps them from 100%, and what stands against the figures. */
export function readRates(desk: Desk, district: string | null): Rates {
  return ask(desk, reader => ratesIn(desk, reader, district))
}

type Rates = Totals & { missing: Shortfall[]; warnings: Problem[] }

export function ratesIn(desk: Desk, reader: Reader, district: string | null): Rates {
  const { roll, unknown } = readRoll(desk, reader, district)
  const missing = roll.flatMap(({ facts, district: name }): Shortfall[] => {
    const { agency } = facts
    const staff_signed = latestStaff(facts, desk.today)?.signed_count ?? 0
    const one = {
      agency,
      district: name,
      agency_signed: hasSigned(facts, desk.today),
      staff: agency.staff_count,
      staff_signed,
      built: isBuilt(facts, desk.today),
    }
    const whole = one.agency_signed && one.staff !== null && staff_signed >= one.staff && one.built
    return whole ? [] : [one]
  })
  const warnings = [...unknown, ...roll.flatMap(({ facts }) => headWarnings(facts, desk.today))]
  return { ...totalsOf(desk, reader, roll, district), missing, warnings }
}

interface Totals {
  districts: DistrictRates[]
  total: DistrictRates
}

function totalsOf(desk: Desk, reader: Reader, roll: readonly OnRoll[], asked: string | null): Totals {
  return {
    districts: districtsOf(reader, roll, asked).map(({ code, name, own }) => ({
      district_code: code,
      district: name,
      ...commitmentRates(own, desk.today),
    })),
    total: { district_code: null, district: null, ...commitmentRates(factsOf(roll), desk.today) },
  }
}

function factsOf(roll: readonly OnRoll[]): ArchiveFacts[] {
  return roll.map(({ facts }) => facts)
}

/** Jurisdictions with agencies on the roll, in the official order; one that was asked for stands even without. */
function districtsOf(
  reader: Reader,
  roll: readonly OnRoll[],
  asked: string | null,
): { code: string; name: string; own: ArchiveFacts[] }[] {
  const wanted = asked === null ? null : districtNamed(reader, asked).code
  return listDistricts(reader)
    .map(({ code, name }) => {
      return { code, name, own: factsOf(roll.filter(({ facts }) => facts.agency.district_code === code)) }
    })
    .filter(({ code, own }) => own.length > 0 || code === wanted)
}

function headWarnings(facts: ArchiveFacts, today: string): Problem[] {
  const { agency } = facts
  const staff = agency.staff_count
  if (staff === null) return [about('CX1121', agency, 'staff_count')]
  const signed = latestStaff(facts, today)?.signed_count ?? 0
  return signed > staff
    ? [problem('CX1120', { agency: agency.name, signed, staff }, {}, { field: 'signed_count' })]
    : []
}

export interface ArchiveStanding {
  agency: Agency
  district: string
  built: boolean
  missing: Gap[]
}

/** Agencies whose archive lacks something, and by jurisdiction and in all how many are built. */
export function readGaps(
  desk: Desk,
  district: string | null,
): Totals & { agencies: ArchiveStanding[]; warnings: Problem[] } {
  return ask(desk, reader => {
    const { roll, unknown: warnings } = readRoll(desk, reader, district)
    const agencies = roll
      .map(({ facts, district: name }) => ({
        agency: facts.agency,
        district: name,
        built: isBuilt(facts, desk.today),
        missing: archiveGaps(facts, desk.today),
      }))
      .filter(one => one.missing.length > 0)
    return { ...totalsOf(desk, reader, roll, district), agencies, warnings }
  })
}

export interface SystemGaps {
  agency: Agency
  district: string
  systems: SystemStanding[]
}

/** Agencies of whose four systems one is not known to be built; of those in a state, where one is named. */
export function readSystemGaps(
  desk: Desk,
  wanted: { district: string | null; state: SystemStanding['state'] | null },
): { agencies: SystemGaps[]; warnings: Problem[] } {
  return ask(desk, reader => {
    const { roll, unknown: warnings } = readRoll(desk, reader, wanted.district)
    const agencies = roll
      .map(({ facts, district }) => {
        return { agency: facts.agency, district, systems: systemsOn(facts.systems, desk.today) }
      })
      .filter(({ systems }) =>
        systems.some(s => (wanted.state === null ? s.state !== 'built' : s.state === wanted.state)),
      )
    return { agencies, warnings }
  })
}
