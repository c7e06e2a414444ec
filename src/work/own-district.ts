// Whose papers a desk makes: those of the jurisdiction named, else of the district desk's own; at the city desk of all.
import type { District } from '../domain/roster/district.ts'
import type { Reader } from '../store/open.ts'
import { getSetting } from '../store/reference.ts'
import { districtNamed } from './find-district.ts'

/** Null where the desk is the city's and names none. */
export function ownDistrict(reader: Reader, named: string | null): District | null {
  const asked = named ?? getSetting(reader, 'district')
  return asked === null ? null : districtNamed(reader, asked)
}
