// The scheme whose places are split: its jurisdictions by every name, and what is used of the total.
import { Refusal } from '../../domain/refusal.ts'
import { DistrictIndex } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { getSetting } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeNamed } from '../scheme/texts.ts'
import { usedPlaces } from './used.ts'

/** Refuses a scheme whose places are not split. */
export function splitScheme(desk: Desk, named: string): Scheme {
  const id = named === '' ? ask(desk, reader => getSetting(reader, 'scheme')!) : named
  const scheme = schemeNamed(desk, { by: 'id', id })
  const { by } = nominationOf(scheme).places_total
  if (by === 'whole' || scheme.jurisdictions.length === 0) throw new Refusal('CX1310', { scheme: id })
  return scheme
}

export function indexOf({ jurisdictions }: Scheme): DistrictIndex {
  const aliases = jurisdictions.flatMap(({ code: district_code, also }) =>
    also.map(({ code, name }) => ({ code, name, district_code })),
  )
  return new DistrictIndex(jurisdictions, aliases)
}

export function readUsed(desk: Desk, scheme: Scheme): ReadonlyMap<string | null, number> {
  return ask(desk, reader => usedPlaces(reader, scheme))
}
