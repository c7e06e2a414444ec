// One unit of an allotment: what its places rest on, and how near it came to the next one.
import { scaledText } from '../exact.ts'
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
  /** By whom, and with what claim, the last place was got; null where no claim measured it. */
  last: { unit: string; claim: string; decimal: string } | null
  /** How much its claim falls short of that one. */
  short: string | null
}

export function explainUnit(allotment: Allotment, unit: number): UnitExplanation {
  const { basis, units, seats } = allotment
  const { name, code, min, max, used, weight } = units[unit]!
  const has = seats[unit]!
  const claims = weight > 0n && has !== max
  const all = stepsOf(allotment)
  const last = all.findLast(step => step.by === 'claim')
  const open = tiesOf(allotment).find(tie => tie.units.includes(name)) ?? null
  const decimal = claims ? claimDecimal(basis, unit, has) : null
  return {
    ...{ unit: name, district_code: code, method: basis.method, min, max, used },
    weight: weightText(basis, unit),
    quota: quotaText(basis, unit),
    seats: has,
    steps: all.filter(step => step.unit === name),
    tie: open,
    claim: claims ? claimFormula(basis, unit, has) : null,
    decimal,
    last: last ? { unit: last.unit, claim: last.claim!, decimal: last.decimal! } : null,
    short: last && decimal && open === null ? difference(last.decimal!, decimal) : null,
  }
}

/** Of two decimals with as many places. */
function difference(a: string, b: string): string {
  const places = a.length - a.indexOf('.') - 1
  return scaledText(BigInt(a.replace('.', '')) - BigInt(b.replace('.', '')), places)
}
