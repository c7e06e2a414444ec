// The scheme whose places are split: its jurisdictions by every name, and what titles have used of the total.
import { Refusal } from '../../domain/refusal.ts'
import { DistrictIndex } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Reader } from '../../store/open.ts'
import { getSetting } from '../../store/reference.ts'
import { countTitles } from '../../store/title.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeNamed } from '../scheme/texts.ts'

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

/** Places that titles have used in the period of a scheme; `except`: an evaluation whose own do not count. */
export function grantedOf(reader: Reader, scheme: Scheme, except = 0): ReadonlyMap<string | null, number> {
  const { title, period } = nominationOf(scheme)
  return period === null ? new Map() : countTitles(reader, title, period, except)
}

export function readGranted(desk: Desk, scheme: Scheme): ReadonlyMap<string | null, number> {
  return ask(desk, reader => grantedOf(reader, scheme))
}
