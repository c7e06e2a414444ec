// Puts the question of an allotment together, from a table alone or for the jurisdictions of a scheme, and answers it.
import { type Problem, problem } from '../../domain/problem.ts'
import { type Allotment, allot, type Infeasible, sumOf, type Unit } from '../../domain/quota/allot.ts'
import { type Computed, type Method, quotaText, weightText } from '../../domain/quota/method.ts'
import { type TieText, tiesOf } from '../../domain/quota/steps.ts'
import { type Decimal, seatsByRatio } from '../../domain/quota/weights.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { nameKey, nearest } from '../../domain/text.ts'
import type { Desk } from '../desk.ts'
import { type GivenWeights, type NamedFactor, readWeights, type WeightsFile } from './read-weights.ts'

export interface Asked {
  /** Null: by the scheme's own table. */
  input: WeightsFile | null
  factors: readonly NamedFactor[]
  /** Whether the table has to weigh the units; for fixed places it need not. */
  weighs: boolean
  /** Null: as the scheme's document says. */
  seats: number | { ratio: Decimal } | null
  min: number | null
  max: number | null
  /** An id; `''` for the desk's own; null where the table alone is asked. */
  scheme: string | null
}

/** What is read before: the scheme and the table. */
export interface Prepared {
  scheme: Scheme | null
  /** Null where nothing is weighed: there is a table only. */
  given: GivenWeights | null
}

/** Everything that an allotment follows from but its method. */
export interface Basis extends Prepared {
  units: Unit[]
  scale: bigint
  seats: number
  /** The places of each unit by the official table; null where there is none. */
  official: (number | null)[]
  /** As the table has them; without one, as the official table. */
  fixed: (number | null)[]
  warnings: Problem[]
}

export interface AllottedRow {
  unit: string
  district_code: string | null
  weight: string | null
  quota: string | null
  seats: number
  min: number
  max: number | null
  used: number
  /** Less those used. */
  available: number
  official: number | null
}

export interface Allocation {
  scheme: Scheme | null
  method: Method
  /** The total asked for. */
  seats: number
  rows: AllottedRow[]
  /** The places given. */
  total: number
  ties: TieText[]
  /** Null of a fixed table, and where there is none. */
  allotment: Allotment | null
  infeasible: (Omit<Infeasible, 'units'> & { units: string[] }) | null
  warnings: Problem[]
}

/** What belongs to a scheme is loaded only for one: a table alone needs no database and no time to look for it. */
const ofScheme = () => import('./split-scheme.ts')

export async function prepare(desk: Desk, asked: Asked): Promise<Prepared> {
  const { input, scheme: named } = asked
  if (named === null) return { scheme: null, given: input && (await readWeights(input, asked, null)) }
  const { splitScheme, indexOf } = await ofScheme()
  const scheme = splitScheme(desk, named)
  return { scheme, given: input && (await readWeights(input, asked, indexOf(scheme))) }
}

/** `used`: of the period so far, by district; what the table says of it goes before. */
export function basisOf(
  { scheme, given }: Prepared,
  asked: Asked,
  used: ReadonlyMap<string | null, number>,
): Basis {
  const placed = given === null ? tableOf(scheme!) : weighed(given, scheme, asked)
  const told = given?.present.has('used') ?? false
  const units = placed.map(unit => ({ ...unit, used: told ? unit.used : (used.get(unit.code) ?? 0) }))
  const found = units.flatMap(({ name, min, max, used }) => {
    const lower = Math.max(min, used)
    if (max === null || lower <= max) return []
    return [problem('CX1300', { unit: name, lower, upper: max, used: used > min })]
  })
  if (found.length > 0) throw new Refusal(found)
  return {
    ...{ scheme, given, scale: given?.weights.scale ?? 1n, warnings: given?.warnings ?? [] },
    seats: seatsOf(asked.seats, scheme, given, placed),
    units: units.map(({ official: _, fixed: __, ...unit }) => unit),
    official: placed.map(unit => unit.official),
    fixed: placed.map(unit => unit.fixed),
  }
}

export async function readBasis(desk: Desk, asked: Asked): Promise<Basis> {
  const prepared = await prepare(desk, asked)
  const { scheme } = prepared
  const used = scheme === null ? new Map() : (await ofScheme()).readUsed(desk, scheme)
  return basisOf(prepared, asked, used)
}

type Placed = Unit & { official: number | null; fixed: number | null }

/** The jurisdictions by the official table; a scheme without one gives nothing to go by. */
function tableOf(scheme: Scheme): Placed[] {
  if (nominationOf(scheme).places_total.by !== 'table') throw new Refusal('CX1319', { scheme: scheme.id })
  return scheme.jurisdictions.map(({ code, name, places }) => ({
    ...{ name, code, weight: 0n, min: 0, max: null, used: 0 },
    ...{ official: places, fixed: places },
  }))
}

/** The rows of the table; for a scheme in its own order, and all of them. */
function weighed(
  { units, weights, file, factors, present }: GivenWeights,
  scheme: Scheme | null,
  asked: Asked,
): Placed[] {
  const rows = units.map((unit, i): Placed => {
    const min = unit.min ?? asked.min ?? 0
    const max = unit.max ?? asked.max
    const weight = weights.values[i]!
    // Weights that are whole numbers may be the places themselves.
    const whole =
      factors.length === 1 && weight % weights.scale === 0n ? Number(weight / weights.scale) : null
    const fixed = present.has('official') ? unit.official : whole
    return { ...unit, min, max, used: unit.used ?? 0, weight, fixed }
  })
  if (scheme === null) return rows
  const byCode = new Map(rows.map(row => [row.code, row]))
  const missing = scheme.jurisdictions.filter(j => !byCode.has(j.code)).map(j => j.name)
  if (missing.length > 0) throw new Refusal([problem('CX1311', { scheme: scheme.id, missing }, { file })])
  const hasTable = nominationOf(scheme).places_total.by === 'table'
  return scheme.jurisdictions.map(({ code, places }) => {
    const row = byCode.get(code)!
    return { ...row, official: hasTable ? places : row.official }
  })
}

const MOST = 1_000_000

function seatsOf(
  asked: Asked['seats'],
  scheme: Scheme | null,
  given: GivenWeights | null,
  placed: readonly Placed[],
): number {
  if (typeof asked === 'number') return asked
  if (asked === null)
    return scheme ? nominationOf(scheme).places_total.seats : sumOf(placed.map(p => p.fixed ?? 0))
  if (given === null) throw new Refusal('CX1319', { scheme: scheme!.id })
  const seats = seatsByRatio(asked.ratio, given.weights)
  if (seats > MOST) {
    const [value, max] = [String(seats), String(MOST)]
    throw new Refusal([problem('CX1034', { value, min: '0', max }, { column: '--ratio' })])
  }
  return Number(seats)
}

export async function allocate(desk: Desk, asked: Asked, method: Method): Promise<Allocation> {
  return answer(await readBasis(desk, asked), method)
}

export function answer(basis: Basis, method: Method): Allocation {
  return method === 'fixed' ? given(basis) : computed(basis, method)
}

function computed(basis: Basis, method: Computed): Allocation {
  const { scheme, seats, units, scale, official, given } = basis
  if (given === null) throw new Refusal('CX1319', { scheme: scheme!.id })
  const none = { scheme, method, seats, total: 0, ties: [], rows: [], allotment: null, infeasible: null }
  const found = allot({ method, seats, units, scale })
  if (found.is === 'infeasible') {
    const names = found.infeasible.units.map(i => units[i]!.name)
    return { ...none, infeasible: { ...found.infeasible, units: names }, warnings: basis.warnings }
  }
  const { allotment } = found
  const rows = units.map(({ name, code, min, max, used }, i): AllottedRow => {
    const has = allotment.seats[i]!
    return {
      ...{ unit: name, district_code: code },
      weight: weightText(allotment.basis, i),
      quota: quotaText(allotment.basis, i),
      ...{ seats: has, min, max, used, available: has - used, official: official[i]! },
    }
  })
  const ties = tiesOf(allotment)
  const warnings = [...basis.warnings, ...ties.map(tie => problem('CX1305', tie)), ...overUsed(basis, method)]
  return { ...none, rows, total: allotment.total, ties, allotment, warnings }
}

/** Who has used more than it would get if nothing had been used yet. */
function overUsed({ units, seats, scale }: Basis, method: Computed): Problem[] {
  if (units.every(unit => unit.used === 0)) return []
  const free = allot({ method, seats, scale, units: units.map(unit => ({ ...unit, used: 0 })) })
  if (free.is === 'infeasible') return []
  const open = new Set(free.allotment.ties.flatMap(tie => tie.units))
  return units.flatMap(({ name: unit, used }, i) => {
    const most = free.allotment.seats[i]! + (open.has(i) ? 1 : 0)
    return used > most ? [problem('CX1306', { unit, used, seats: most })] : []
  })
}

/** Places as the table has them: official ones, else the weights themselves. */
function given({ scheme, units, official, fixed, seats, warnings }: Basis): Allocation {
  const lacking = units.filter((_, i) => fixed[i] === null).map(unit => unit.name)
  if (lacking.length > 0) throw new Refusal('CX1023', { header: `推荐名额（${lacking.join('、')}）` })
  const rows = units.map(({ name, code, min, max, used }, i): AllottedRow => {
    const places = fixed[i]!
    return {
      ...{ unit: name, district_code: code, weight: null, quota: null, seats: places, min, max },
      ...{ used, available: places - used, official: official[i]! },
    }
  })
  const total = sumOf(rows.map(row => row.seats))
  if (total !== seats) throw new Refusal('CX1308', { seats, sum: total })
  const none = { ties: [], allotment: null, infeasible: null }
  return { scheme, method: 'fixed', seats, rows, total, ...none, warnings }
}

/** The row of a unit named by name or code. */
export function unitNamed<Row extends { unit: string; district_code: string | null }>(
  rows: readonly Row[],
  named: string,
): number {
  const key = nameKey(named)
  const found = rows.findIndex(({ unit, district_code }) => nameKey(unit) === key || district_code === key)
  if (found >= 0) return found
  const near = nearest(
    key,
    rows.map(row => row.unit),
  ).join('、')
  throw new Refusal('CX1317', { value: named, nearest: near })
}
