// A district's desk speaks of its own district unless another is named; a city's of all.
import type { Reader } from '../store/open.ts'
import { getSetting } from '../store/reference.ts'

/** Code or name as given, else the code of the desk's own district; null at the city. */
export function ownDistrict(reader: Reader, named: string | null): string | null {
  return named ?? getSetting(reader, 'district')
}
