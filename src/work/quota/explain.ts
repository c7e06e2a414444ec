// What the places of one unit rest on: of the allotment that was adopted, or of one that is computed now.
import { explainUnit, type UnitExplanation } from '../../domain/quota/explain.ts'
import type { Method } from '../../domain/quota/method.ts'
import { Refusal } from '../../domain/refusal.ts'
import { getSetting } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { type Adopted, adoptedOf } from './adopted.ts'
import { type Allocation, type Asked, allocate, unitNamed } from './allocation.ts'
import { type Source, type SourcedPlace, sourcedPlaces } from './source.ts'

export interface Explained extends UnitExplanation {
  /** Who was given the places that its tie kept open. */
  settled: string[]
  reason: string | null
  /** What the document gives it, and where; null of what no document splits. */
  official: number | null
  clause: string | null
  /** Null of what is computed now. */
  source: Source | null
}

const NOW = { settled: [], reason: null, source: null }

/** Null of what cannot be split: `allocation` says why. */
export async function explainComputed(
  desk: Desk,
  asked: Asked,
  method: Method,
  named: string,
): Promise<{ explained: Explained | null; allocation: Allocation }> {
  const allocation = await allocate(desk, asked, method)
  const { allotment, rows, infeasible, scheme } = allocation
  if (infeasible !== null) return { explained: null, allocation }
  const unit = unitNamed(rows, named)
  const row = rows[unit]!
  const clause = scheme?.jurisdictions.find(j => j.code === row.district_code)?.clause ?? null
  const explained = allotment === null ? fixedUnit(row) : explainUnit(allotment, unit)
  const { min, max, used, official } = row
  return { explained: { ...explained, ...NOW, min, max, used, official, clause }, allocation }
}

/** `scheme`: an id, or null for the desk's own. */
export function explainAdopted(desk: Desk, id: string | null, named: string): Explained {
  return ask(desk, reader => {
    const scheme = schemeById(reader, id ?? getSetting(reader, 'scheme')!)
    const adopted = adoptedOf(reader, scheme)
    const places = sourcedPlaces(reader, scheme, adopted)
    if (places.every(place => place.seats === 0)) throw new Refusal('CX1316', { scheme: scheme.id })
    const place = places[unitNamed(places, named)]!
    const { reason, official, clause, source } = place
    const explained = adopted?.allotment
      ? ofAdopted(adopted, adopted.allotment, place)
      : { ...fixedUnit(place), settled: [] }
    return { ...explained, reason, official, clause, source }
  })
}

function ofAdopted(
  { settled, steps }: Adopted,
  allotment: NonNullable<Adopted['allotment']>,
  { district_code, seats }: SourcedPlace,
): UnitExplanation & Pick<Explained, 'settled'> {
  const explained = explainUnit(
    allotment,
    allotment.units.findIndex(({ code }) => code === district_code),
  )
  const { unit, tie } = explained
  return {
    ...{ ...explained, settled: tie === null ? [] : settled },
    ...{ seats, steps: steps.filter(step => step.unit === unit) },
  }
}

function fixedUnit({
  unit,
  district_code,
  seats,
}: Pick<UnitExplanation, 'unit' | 'district_code' | 'seats'>): UnitExplanation {
  return {
    ...{ unit, district_code, seats, method: 'fixed', weight: null, quota: null },
    ...{ min: 0, max: null, used: 0, steps: [], tie: null, claim: null, decimal: null, last: null },
    short: null,
  }
}
