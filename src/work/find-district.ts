// A jurisdiction named on the command line by code or name, old or new.
import { Refusal } from '../domain/refusal.ts'
import { type District, DistrictIndex } from '../domain/roster/district.ts'
import type { Reader } from '../store/open.ts'
import { listDistrictAliases, listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'

export function districtNamed(reader: Reader, codeOrName: string): District {
  const districts = listDistricts(reader)
  const found = new DistrictIndex(districts, listDistrictAliases(reader)).get(codeOrName)
  if (found) return found
  const available = districts.map(d => `${d.code} ${d.name}`).join('、')
  throw new Refusal('CX4002', { kind: 'district', value: codeOrName, available })
}

/** The code of a jurisdiction named by code or name. */
export function resolveDistrict(desk: Desk, codeOrName: string): string {
  return ask(desk, reader => districtNamed(reader, codeOrName).code)
}
