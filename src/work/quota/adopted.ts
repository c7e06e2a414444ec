// The allotment that was adopted last, as it was kept.
import { type Allotment, allot, type Unit } from '../../domain/quota/allot.ts'
import type { Step, TieText } from '../../domain/quota/steps.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { latestAllotment, type StoredAllotment } from '../../store/allotment.ts'
import type { Reader } from '../../store/open.ts'
import { readPlaces } from '../../store/reference.ts'

/** As kept: all that the result follows from. */
export interface KeptInput {
  file: string | null
  factors: { name: string; weight: number }[]
  scale: string
  /** Whether the table said what was used, or titles on file did. */
  told: boolean
  units: (Omit<Unit, 'weight'> & { weight: string })[]
}

/** As kept: what came out. */
export interface KeptResult {
  rows: { district_code: string; weight: string | null; seats: number }[]
  ties: TieText[]
  settled: string[]
  steps: Step[]
}

/** What was adopted last and is still in force. */
export interface Adopted extends KeptResult {
  method: string
  seats: number
  reason: string | null
  adopted_on: string
  /** Computed anew from what was kept; null of a fixed table. */
  allotment: Allotment | null
}

/** Null where nothing was adopted, or other places were laid over it since. */
export function adoptedOf(reader: Reader, scheme: Scheme): Adopted | null {
  const kept = latestAllotment(reader, scheme.id)
  if (kept === undefined) return null
  const result = JSON.parse(kept.result) as KeptResult
  const places = readPlaces(reader, scheme.id)
  if (result.rows.some(row => places.get(row.district_code) !== row.seats)) return null
  const { method, seats, reason, adopted_on } = kept
  return { ...result, method, seats, reason, adopted_on, allotment: again(kept) }
}

function again({ method, seats, input }: StoredAllotment): Allotment | null {
  if (method === 'fixed') return null
  const kept = JSON.parse(input) as KeptInput
  const units = kept.units.map(unit => ({ ...unit, weight: BigInt(unit.weight) }))
  const found = allot({ method: method as never, seats, scale: BigInt(kept.scale), units })
  return found.is === 'allotted' ? found.allotment : null
}
