// Adopts places that were computed: the places of the scheme with the allotment they rest on, in one logged command.
import { type Problem, problem } from '../../domain/problem.ts'
import type { Method } from '../../domain/quota/method.ts'
import { type Step, stepsOf } from '../../domain/quota/steps.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { nameKey } from '../../domain/text.ts'
import { insertAllotment, latestAllotment, type StoredAllotment, setPlaces } from '../../store/allotment.ts'
import { listDistricts, readPlaces } from '../../store/reference.ts'
import { change, type Desk } from '../desk.ts'
import { schemeForUse } from '../evaluation/open-evaluation.ts'
import { type QuotaTable, readQuota } from '../show-quota.ts'
import type { KeptInput, KeptResult } from './adopted.ts'
import { type Allocation, type Asked, answer, type Basis, basisOf, prepare } from './allocation.ts'
import { usedPlaces } from './used.ts'

/** What a person decides besides. */
export interface Decision {
  reason: string | null
  /** Units that get the places a tie keeps open. */
  settle: readonly string[]
}

export interface Departure {
  unit: string
  official: number
  seats: number
}

export interface Change {
  unit: string
  before: number
  after: number
}

export interface AdoptOutcome {
  allocation: Allocation
  /** With any, nothing was changed. */
  problems: Problem[]
  departures: Departure[]
  settled: string[]
  /** Against the places that were in force. */
  changes: Change[]
  /** The same had been adopted before. */
  unchanged: boolean
}

export async function adopt(
  desk: Desk,
  asked: Asked,
  method: Method,
  decision: Decision,
): Promise<AdoptOutcome> {
  const prepared = await prepare(desk, asked)
  return change(desk, 'quota allocate', writer => {
    const scheme = prepared.scheme!
    const basis = basisOf(prepared, asked, usedPlaces(writer, scheme))
    const computed = answer(basis, method)
    const { allocation, settled, problems } = settle(computed, decision)
    const departures = departuresOf(scheme, allocation)
    const { seats: official } = nominationOf(scheme).places_total
    const total = basis.seats === official ? null : { official, seats: basis.seats }
    if ((departures.length > 0 || total !== null) && decision.reason === null)
      problems.push(problem('CX1312', { scheme: scheme.id, units: departures, total }))
    const known = new Set(listDistricts(writer).map(d => d.code))
    const names = allocation.rows.filter(row => !known.has(row.district_code!)).map(row => row.unit)
    if (names.length > 0) problems.push(problem('CX1318', { scheme: scheme.id, names }))
    const refused = problems.length > 0 || allocation.infeasible !== null
    const kept: Omit<StoredAllotment, 'id'> = {
      ...{ scheme_id: scheme.id, method, seats: basis.seats, reason: decision.reason },
      input: JSON.stringify(inputOf(basis)),
      result: JSON.stringify(resultOf(allocation, settled)),
      adopted_on: desk.today,
    }
    const before = latestAllotment(writer, scheme.id)
    const places = readPlaces(writer, scheme.id)
    const inForce = allocation.rows.every(row => places.get(row.district_code!) === row.seats)
    const unchanged = inForce && before !== undefined && isSame(before, kept)
    if (!refused && !unchanged) {
      schemeForUse(desk, writer, scheme.id)
      for (const { district_code, seats } of allocation.rows)
        setPlaces(writer, scheme.id, district_code!, seats)
      insertAllotment(writer, kept)
      allocation.warnings.push(...overNominated(readQuota(writer, scheme.id)))
    }
    const changes = allocation.rows.flatMap(({ unit, district_code, seats: after }): Change[] => {
      const before = places.get(district_code!) ?? 0
      return before === after ? [] : [{ unit, before, after }]
    })
    return {
      result: { allocation, problems, departures, settled, changes, unchanged },
      summary: {
        ...{ scheme: scheme.id, method, seats: basis.seats, total: allocation.total },
        ...{ file: basis.given?.file ?? null, settled, reason: decision.reason },
      },
    }
  }).result
}

/** Where more are nominated than may be now. Nobody is dropped by that: people decide who leaves the list. */
function overNominated({ rows }: QuotaTable): Problem[] {
  return rows.flatMap(({ district, available, used }) => {
    const nominated = used?.nominated ?? 0
    return nominated > available ? [problem('CX1330', { unit: district.name, nominated, available })] : []
  })
}

function isSame(a: Omit<StoredAllotment, 'id'>, b: Omit<StoredAllotment, 'id'>): boolean {
  return (['method', 'seats', 'input', 'result', 'reason'] as const).every(key => a[key] === b[key])
}

/** Gives the places that a tie keeps open to whom the person names: to as many as are open, and with a reason. */
function settle(
  computed: Allocation,
  { reason, settle: named }: Decision,
): Pick<AdoptOutcome, 'allocation' | 'settled' | 'problems'> {
  const [tie] = computed.ties
  const tied = computed.rows.filter(row => tie?.units.includes(row.unit))
  const units = tied.map(row => row.unit)
  const problems: Problem[] = []
  const chosen = new Set<string>()
  for (const value of named) {
    const key = nameKey(value)
    const row = tied.find(({ unit, district_code }) => nameKey(unit) === key || district_code === key)
    if (row) chosen.add(row.unit)
    else problems.push(problem('CX1314', { value, units }, { column: '--settle' }))
  }
  // In the order of the rows: how they were named makes no difference.
  const settled = units.filter(unit => chosen.has(unit))
  if (tie && problems.length === 0 && settled.length !== tie.open)
    problems.push(problem('CX1313', { units, open: tie.open, settled: settled.length }))
  if (named.length > 0 && reason === null) problems.push(problem('CX1315', {}, { column: '--reason' }))
  if (problems.length > 0 || !tie) return { allocation: computed, settled, problems }
  const rows = computed.rows.map(row =>
    chosen.has(row.unit) ? { ...row, seats: row.seats + 1, available: row.available + 1 } : row,
  )
  const total = computed.total + settled.length
  const warnings = computed.warnings.filter(w => w.code !== 'CX1305')
  return { allocation: { ...computed, rows, total, warnings }, settled, problems }
}

function departuresOf(scheme: Scheme, { rows }: Allocation): Departure[] {
  if (nominationOf(scheme).places_total.by !== 'table') return []
  return rows.flatMap(({ unit, seats, official }) =>
    official === null || official === seats ? [] : [{ unit, official, seats }],
  )
}

function inputOf({ given, units, scale }: Basis): KeptInput {
  return {
    ...{ file: given?.file ?? null, factors: given?.factors ?? [], scale: String(scale) },
    told: given?.present.has('used') ?? false,
    units: units.map(({ weight, ...unit }) => ({ ...unit, weight: String(weight) })),
  }
}

function resultOf({ rows, ties, total, allotment }: Allocation, settled: readonly string[]): KeptResult {
  const steps = allotment === null ? [] : stepsOf(allotment)
  const [tie] = ties
  const given = settled.map(
    (unit, i): Step => ({
      ...{ place: total - settled.length + 1 + i, places: 1, unit, by: 'settled' },
      ...{ claim: tie!.claim, decimal: tie!.decimal, next: null, next_claim: null, next_decimal: null },
    }),
  )
  return {
    rows: rows.map(({ district_code, weight, seats }) => ({ district_code: district_code!, weight, seats })),
    ...{ ties, settled: [...settled], steps: [...steps, ...given] },
  }
}
