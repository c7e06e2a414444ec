// What is wrong with the roster as it is on file, agency by agency.
import { type Problem, problem } from '../domain/problem.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { rosterFaults } from '../domain/roster/check.ts'
import { nameKey } from '../domain/text.ts'
import { listAgencies } from '../store/agency.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { districtNamed } from './find-district.ts'

export interface RosterFinding {
  agency: Agency
  district: string
  problem: Problem
}

/** Of a district (code or name) or of all, in the order of the official table, then of the roster. */
export function checkRoster(desk: Desk, district: string | null): RosterFinding[] {
  return ask(desk, reader => {
    const only = district === null ? undefined : districtNamed(reader, district).code
    const agencies = listAgencies(reader, only)
    const named = grouped(agencies, placeOf)
    const placed = grouped(agencies, a => a.district_code)
    return listDistricts(reader).flatMap(({ code, name }) =>
      (placed.get(code) ?? []).flatMap(agency => {
        const namesakes = named.get(placeOf(agency))!.filter(a => a !== agency)
        return rosterFaults(agency, namesakes, desk.today).map(({ fault, key }): RosterFinding => {
          const found = problem(fault.code, fault.params as never, {}, { field: key })
          return { agency, district: name, problem: found }
        })
      }),
    )
  })
}

function placeOf({ district_code, name }: Agency): string {
  return `${district_code}|${nameKey(name)}`
}

function grouped(agencies: readonly Agency[], keyOf: (agency: Agency) => string): Map<string, Agency[]> {
  const groups = new Map<string, Agency[]>()
  for (const agency of agencies) {
    const group = groups.get(keyOf(agency))
    if (group) group.push(agency)
    else groups.set(keyOf(agency), [agency])
  }
  return groups
}
