// Double-random draw (双随机): agencies and pairs of inspectors follow from a seed published before, so that anybody
// can draw again. The digest is handed in: `hash` is SHA-256 of a text's UTF-8 bytes in lower-case hex.
import { MICRO } from '../exact.ts'
import type { Agency } from '../roster/agency.ts'

export interface Pooled {
  code: string
  district_code: string
}

export interface Lot<A extends Pooled> {
  agency: A
  /** Digest that orders the pool of its district. */
  lot: string
  /** In its district, from one. */
  position: number
  /** Null where it was not drawn. */
  officers: [string, string] | null
}

export interface DrawRules<A extends Pooled> {
  seed: string
  /** Millionths. */
  ratio: number
  /** Distinct. */
  inspectors: readonly string[]
  /** Whether an inspector must not inspect an agency (回避). */
  avoids: (inspector: string, agency: A) => boolean
}

/** By what an agency is drawn: known to everybody who draws again. */
export function drawCode({ uscc, license_no, id }: Pick<Agency, 'uscc' | 'license_no' | 'id'>): string {
  return uscc ?? license_no ?? String(id)
}

/** How many are drawn of a pool: the ratio of it, never less. */
export function drawnOf(pool: number, ratio: number): number {
  const micro = pool * ratio
  return (micro - (micro % MICRO)) / MICRO + (micro % MICRO === 0 ? 0 : 1)
}

/**
 * 1. Lot of an agency: hash(seed|code). In each district the lowest lots are drawn, as many as the ratio says.
 * 2. Drawn agencies get their inspectors in the order of their lots, whatever the district: the two who may inspect it
 *    and have the fewest agencies so far; among equals those of the lowest hash(seed|code|name).
 * Without anybody who must avoid one, no inspector has over one agency more than another.
 * Out: the lots by district and position, and the drawn agencies for which fewer than two inspectors are left.
 */
export function draw<A extends Pooled>(
  pool: readonly A[],
  rules: DrawRules<A>,
  hash: (text: string) => string,
): { lots: Lot<A>[]; unpaired: A[] } {
  const { seed, ratio, inspectors } = rules
  const byDistrict = new Map<string, Lot<A>[]>()
  for (const agency of pool) {
    const lots = byDistrict.get(agency.district_code) ?? []
    byDistrict.set(agency.district_code, lots)
    lots.push({ agency, lot: hash(`${seed}|${agency.code}`), position: 0, officers: null })
  }
  const drawn: Lot<A>[] = []
  for (const lots of byDistrict.values()) {
    lots.sort((a, b) => (a.lot < b.lot ? -1 : 1))
    for (const [i, lot] of lots.entries()) lot.position = i + 1
    drawn.push(...lots.slice(0, drawnOf(lots.length, ratio)))
  }
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1))
  const loads = new Map(inspectors.map(name => [name, 0]))
  const unpaired: A[] = []
  for (const lot of drawn) {
    const free = inspectors
      .filter(name => !rules.avoids(name, lot.agency))
      .map(name => ({ name, load: loads.get(name)!, key: hash(`${seed}|${lot.agency.code}|${name}`) }))
      .sort((a, b) => a.load - b.load || (a.key < b.key ? -1 : 1))
    const [first, second] = free
    if (first === undefined || second === undefined) {
      unpaired.push(lot.agency)
      continue
    }
    lot.officers = [first.name, second.name]
    for (const { name, load } of [first, second]) loads.set(name, load + 1)
  }
  const codes = [...byDistrict.keys()].sort()
  return { lots: codes.flatMap(code => byDistrict.get(code)!), unpaired }
}
