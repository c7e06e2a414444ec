// One unit of an allotment: what its places rest on, and how near it came to the next one.
import type { Allotment } from './allot.ts'
import { claimDecimal, claimFormula, quotaText, weightText } from './method.ts'
import { type Step, stepsOf, type TieText, tiesOf } from './steps.ts'

export interface UnitExplanation {
  unit: string
  district_code: string | null
  method: string
  weight: string | null
  /** Weight × seats ÷ total, as a decimal of six places. */
  quota: string | null
  seats: number
  min: number
  max: number | null
  used: number
  steps: Step[]
  tie: TieText | null
  /** Its claim to one more place; null of one at its limit, or without weight. */
  claim: string | null
  decimal: string | null
  /** By whom, and with what claim, the last place was got; null where none was got by a claim. */
  last: { unit: string; claim: string; decimal: string } | null
}

export function explainUnit(allotment: Allotment, unit: number): UnitExplanation {
  const { basis, units, seats } = allotment
  const { name, code, min, max, used, weight } = units[unit]!
  const has = seats[unit]!
  const claims = weight > 0n && has !== max
  const all = stepsOf(allotment)
  const last = all.findLast(step => step.claim !== null)
  return {
    ...{ unit: name, district_code: code, method: basis.method, min, max, used },
    weight: weightText(basis, unit),
    quota: quotaText(basis, unit),
    seats: has,
    steps: all.filter(step => step.unit === name),
    tie: tiesOf(allotment).find(tie => tie.units.includes(name)) ?? null,
    claim: claims ? claimFormula(basis, unit, has) : null,
    decimal: claims ? claimDecimal(basis, unit, has) : null,
    last: last ? { unit: last.unit, claim: last.claim!, decimal: last.decimal! } : null,
  }
}
