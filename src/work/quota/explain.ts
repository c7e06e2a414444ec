// What the places of one unit rest on: of the allotment that was adopted, or of one that is computed now.
import { explainUnit, type UnitExplanation } from '../../domain/quota/explain.ts'
import type { Method } from '../../domain/quota/method.ts'
import { Refusal } from '../../domain/refusal.ts'
import { getSetting, readPlaces } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { type Adopted, adoptedOf } from './adopt.ts'
import { type Allocation, type Asked, allocate, unitNamed } from './allocation.ts'

export interface Explained extends UnitExplanation {
  /** Who was given the places that its tie kept open. */
  settled: string[]
  reason: string | null
}

/** Null of what cannot be split: `allocation` says why. */
export async function explainComputed(
  desk: Desk,
  asked: Asked,
  method: Method,
  named: string,
): Promise<{ explained: Explained | null; allocation: Allocation }> {
  const allocation = await allocate(desk, asked, method)
  const { allotment, rows, infeasible } = allocation
  if (infeasible !== null) return { explained: null, allocation }
  const unit = unitNamed(rows, named)
  if (allotment !== null)
    return { explained: { ...explainUnit(allotment, unit), settled: [], reason: null }, allocation }
  const { unit: name, district_code, seats, min, max, used } = rows[unit]!
  return { explained: { ...fixedUnit(name, district_code, seats), min, max, used }, allocation }
}

/** `scheme`: an id, or null for the desk's own. */
export function explainAdopted(desk: Desk, id: string | null, named: string): Explained {
  return ask(desk, reader => {
    const scheme = schemeById(reader, id ?? getSetting(reader, 'scheme')!)
    const adopted = adoptedOf(reader, scheme)
    if (adopted?.allotment) return ofAdopted(adopted, adopted.allotment, named)
    const places = readPlaces(reader, scheme.id)
    const rows = scheme.jurisdictions.map(j => ({
      ...{ unit: j.name, district_code: j.code, seats: places.get(j.code) ?? 0 },
    }))
    if (rows.every(row => row.seats === 0)) throw new Refusal('CX1316', { scheme: scheme.id })
    const { unit, district_code, seats } = rows[unitNamed(rows, named)]!
    return { ...fixedUnit(unit, district_code, seats), reason: adopted?.reason ?? null }
  })
}

function ofAdopted(
  { settled, steps, reason }: Adopted,
  allotment: NonNullable<Adopted['allotment']>,
  named: string,
): Explained {
  const rows = allotment.units.map(({ name, code }) => ({ unit: name, district_code: code }))
  const explained = explainUnit(allotment, unitNamed(rows, named))
  const { unit, seats, tie } = explained
  return {
    ...{ ...explained, reason, settled: tie === null ? [] : settled },
    seats: seats + (settled.includes(unit) ? 1 : 0),
    steps: steps.filter(step => step.unit === unit),
  }
}

function fixedUnit(unit: string, district_code: string | null, seats: number): Explained {
  return {
    ...{ unit, district_code, seats, method: 'fixed', weight: null, quota: null },
    ...{ min: 0, max: null, used: 0, steps: [], tie: null, claim: null, decimal: null, last: null },
    ...{ short: null },
    ...{ settled: [], reason: null },
  }
}
