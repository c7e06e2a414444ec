// Methods side by side, over the units of a table or of a scheme.
import { type Problem, problem } from '../../domain/problem.ts'
import { type Compared, compareMethods } from '../../domain/quota/compare.ts'
import { type Computed, decimalOf, exactText } from '../../domain/quota/method.ts'
import { type TieText, tiesOf } from '../../domain/quota/steps.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Desk } from '../desk.ts'
import { type Asked, readBasis } from './allocation.ts'

export interface ComparedRow {
  unit: string
  district_code: string | null
  weight: string
  quota: string | null
  official: number | null
  /** By method; null where it gives nothing. */
  seats: Record<string, number | null>
}

export interface MethodSummary {
  method: Computed
  total: number | null
  ties: TieText[]
  infeasible: { constraint: string; needed: number; available: number; by: number; units: string[] } | null
  paradoxes: { unit: string; from: number; to: number; before: number; after: number }[]
  quota_violations: { unit: string; seats: number; lower: number; upper: number }[]
  /** Against the official table. */
  gains: { unit: string; by: number }[]
  losses: { unit: string; by: number }[]
  /** Who ties neither gains nor loses until it is settled. */
  open: string[]
}

export interface Comparison {
  seats: number
  rows: ComparedRow[]
  methods: MethodSummary[]
  warnings: Problem[]
}

export async function compareQuotas(
  desk: Desk,
  asked: Asked,
  methods: readonly Computed[],
  range: number,
): Promise<Comparison> {
  const { given, scheme, units, seats, scale, official, warnings } = await readBasis(desk, asked)
  if (given === null) throw new Refusal('CX1319', { scheme: scheme!.id })
  const compared = compareMethods({ units, seats, scale }, methods, range)
  const total = units.reduce((sum, { weight }) => sum + weight, 0n)
  const rows = units.map(({ name, code, weight }, i): ComparedRow => {
    const bySeats = compared.map(({ method, answer }): [string, number | null] => [
      method,
      answer.is === 'allotted' ? answer.allotment.seats[i]! : null,
    ])
    return {
      ...{ unit: name, district_code: code, weight: exactText(weight, scale), official: official[i]! },
      quota: total === 0n ? null : decimalOf(weight * BigInt(seats), total),
      seats: Object.fromEntries(bySeats),
    }
  })
  const name = (i: number) => units[i]!.name
  const summaries = compared.map(one => summaryOf(one, name, official))
  const paradoxes = summaries.flatMap(({ method, paradoxes }) =>
    paradoxes.map(paradox => problem('CX1307', { method, ...paradox })),
  )
  const untold = summaries.flatMap(({ infeasible }) =>
    infeasible === null ? [] : [problem('CX1304', infeasible as never)],
  )
  return {
    ...{ seats, rows, methods: summaries },
    // What cannot be split cannot by any method.
    warnings: [...warnings, ...untold.slice(0, 1), ...paradoxes],
  }
}

function summaryOf(
  { method, answer, paradoxes, violations }: Compared,
  name: (unit: number) => string,
  official: readonly (number | null)[],
): MethodSummary {
  const named = <T extends { unit: number }>(found: readonly T[]) =>
    found.map(one => ({ ...one, unit: name(one.unit) }))
  const none = { method, paradoxes: named(paradoxes), quota_violations: named(violations) }
  if (answer.is === 'infeasible') {
    const infeasible = { ...answer.infeasible, units: answer.infeasible.units.map(name) }
    return { ...none, total: null, ties: [], infeasible, gains: [], losses: [], open: [] }
  }
  const { allotment } = answer
  const open = new Set(allotment.ties.flatMap(tie => tie.units))
  const moved = allotment.seats.flatMap((seats, i) => {
    const by = open.has(i) || official[i] === null ? 0 : seats - official[i]!
    return by === 0 ? [] : [{ unit: name(i), by }]
  })
  return {
    ...{ ...none, total: allotment.total, ties: tiesOf(allotment), infeasible: null },
    gains: moved.filter(m => m.by > 0),
    losses: moved.filter(m => m.by < 0).map(m => ({ ...m, by: -m.by })),
    open: [...open].map(name),
  }
}
