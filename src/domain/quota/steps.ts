// How each place of an allotment was got: by a floor, by what was used, by a whole quota, or by a claim.
import type { Allotment } from './allot.ts'
import { claimDecimal, claimFormula, isFirst, weightText } from './method.ts'

/** Several places at once where a unit begins with them. `first`: everybody's first place, which no claim measures. */
export interface Step {
  /** The number of the place, or of the first of them. */
  place: number
  places: number
  unit: string
  by: 'floor' | 'used' | 'whole_quota' | 'first' | 'claim' | 'settled'
  /** As worked out, exact; and as a decimal. Null of what no claim was needed for. */
  claim: string | null
  decimal: string | null
  /** Who would have got it else. */
  next: string | null
  next_claim: string | null
  next_decimal: string | null
}

const UNCLAIMED = { claim: null, decimal: null, next: null, next_claim: null, next_decimal: null }

export function stepsOf({ basis, units, floors, whole, awards }: Allotment): Step[] {
  const steps: Step[] = []
  let place = 1
  const begin = (unit: number, places: number, by: Step['by']) => {
    if (places > 0) steps.push({ place, places, unit: units[unit]!.name, by, ...UNCLAIMED })
    place += places
  }
  floors.forEach((floor, i) => {
    begin(i, floor, units[i]!.used > units[i]!.min ? 'used' : 'floor')
  })
  whole.forEach((places, i) => {
    begin(i, places, 'whole_quota')
  })
  // A claim that is next in line is so for many places, and then gets one.
  const told = units.map((_, i) => ({ weight: weightText(basis, i), had: -1, claim: '', decimal: '' }))
  const tell = (unit: number, had: number) => {
    const one = told[unit]!
    if (one.had === had) return one
    one.had = had
    one.claim = claimFormula(basis, unit, had, one.weight)
    one.decimal = claimDecimal(basis, unit, had)
    return one
  }
  const has = floors.map((floor, i) => floor + whole[i]!)
  awards.to.forEach((unit, i) => {
    const had = has[unit]!
    const next = awards.next[i]!
    const { claim, decimal } = tell(unit, had)
    const other = next < 0 ? null : tell(next, has[next]!)
    has[unit] = had + 1
    steps.push({
      place: place++,
      places: 1,
      unit: units[unit]!.name,
      by: isFirst(basis.method, had) ? 'first' : 'claim',
      claim,
      decimal,
      next: other === null ? null : units[next]!.name,
      next_claim: other?.claim ?? null,
      next_decimal: other?.decimal ?? null,
    })
  })
  return steps
}

export interface TieText {
  units: string[]
  open: number
  claim: string
  decimal: string
}

export function tiesOf({ basis, units, ties }: Allotment): TieText[] {
  return ties.map(tie => ({
    units: tie.units.map(i => units[i]!.name),
    open: tie.open,
    claim: claimFormula(basis, tie.units[0]!, tie.had[0]!),
    decimal: claimDecimal(basis, tie.units[0]!, tie.had[0]!),
  }))
}
