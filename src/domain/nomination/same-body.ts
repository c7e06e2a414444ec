// Nominees that are one and the same: a body that two districts nominate, or that is on the roster twice; and nominees of
// one corporate group.
import type { SameBy } from '../records/paper-problems.ts'
import { nameKey } from '../text.ts'

export interface Nominee {
  name: string
  uscc: string | null
  /** License number of an agency, own number of another subject. */
  code: string | null
  district_code: string | null
  corporate_group: string | null
}

export interface Together<N> {
  /** As the first of them has it. */
  value: string
  nominees: N[]
}

/**
 * Each set of nominees that are one, once, in the order of the list. A body keeps the organization part of its credit
 * code wherever it is registered. A name alone tells nothing within a district, where two bodies of one name have passed
 * the roster as two.
 */
export function nominatedTwice<N extends Nominee>(nominees: readonly N[]): (Together<N> & { by: SameBy })[] {
  const told = new Set<string>()
  const found: (Together<N> & { by: SameBy })[] = []
  for (const [by, key] of SAME) {
    for (const { value, nominees: same } of together(nominees, n => n[by], key)) {
      const places = new Set(same.map(n => n.district_code))
      if (by === 'name' && places.size === 1) continue
      const who = same.map(n => nominees.indexOf(n)).join()
      if (told.has(who)) continue
      told.add(who)
      found.push({ by, value, nominees: same })
    }
  }
  return found
}

const SAME: readonly (readonly [SameBy, (text: string) => string])[] = [
  ['uscc', code => code.slice(8, 17)],
  ['code', nameKey],
  ['name', nameKey],
]

/** Several nominees of one corporate group. */
export function ofOneGroup<N extends Nominee>(nominees: readonly N[]): Together<N>[] {
  return together(nominees, n => n.corporate_group, nameKey)
}

/** Those that share what the key makes of a field, where it is filled. */
function together<N>(
  all: readonly N[],
  field: (one: N) => string | null,
  key: (text: string) => string,
): Together<N>[] {
  const groups = new Map<string, Together<N>>()
  for (const one of all) {
    const value = field(one)
    if (value === null) continue
    const group = groups.get(key(value))
    if (group) group.nominees.push(one)
    else groups.set(key(value), { value, nominees: [one] })
  }
  return [...groups.values()].filter(group => group.nominees.length > 1)
}
