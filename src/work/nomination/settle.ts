// Records how a tie at the line was settled: by whom of the tied, by what rule, vote or lot, and why. Nothing is settled
// by the order of rows.
import type { Pool } from '../../domain/nomination/pool.ts'
import { isIn } from '../../domain/nomination/pool.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import {
  type Ruling,
  rulingColumns,
  settlingColumns,
  type TieMethod,
} from '../../domain/nomination/ruling.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import { idOf, nameOf, type PartyName } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { StoredCandidate } from '../../store/nomination.ts'
import type { Writer } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { insertRuling, listRulings } from '../../store/ruling.ts'
import { change, type Desk } from '../desk.ts'
import { computeForNomination, type NominationBasis } from '../evaluation/compute.ts'
import { partyNamed } from '../evaluation/party.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded } from '../evaluation/which.ts'
import type { GivenFields } from '../given-fields.ts'
import { type NominationList, readNominations } from './list.ts'
import { planNominees, renewProposal } from './propose.ts'
import { endRulings, poolNamed, readSaid, type Said } from './rulings.ts'

export interface Ruled {
  /** With any, nothing was changed. */
  problems: Problem[]
  pool: Pool
  list: NominationList
}

/** `chosen`: as many of the tied as places are open. */
export function settleTie(
  desk: Desk,
  which: string | null,
  { district, chosen }: { district: string | null; chosen: readonly string[] },
  given: GivenFields,
): Ruled {
  return change(desk, 'nomination settle', writer => {
    const { evaluation, computed, pool } = basisOf(writer, which, district)
    const { said, values, problems } = readSaid(desk, settlingColumns, given)
    const parties = chosen.map(key => partyNamed(writer, computed.scheme.applies_to.subject, key))
    const rulings = listRulings(writer, evaluation.id)
    const ruling: Ruling = {
      ...{ id: 0, kind: 'tie', district_code: pool.code, gate: null, party: null },
      ...{ method: values.method as TieMethod, ...said, tied: [] },
    }
    problems.push(...choose(writer, evaluation, computed, pool, rulings, ruling, parties))
    if (problems.length === 0) {
      // One that no longer fits is overtaken by this one.
      const plan = planNominees(writer, evaluation, computed, districtsOf(writer, pool))
      const fitting = new Set(plan.map(c => settledBy(c)))
      const overtaken = rulings.filter(r => isTieOf(r, pool) && !fitting.has(r.id))
      endRulings(writer, overtaken, said)
      insertRuling(writer, evaluation.id, ruling)
      renewProposal(writer, evaluation, computed, pool.code)
    }
    return {
      result: { problems, pool, list: readNominations(writer, evaluation) },
      summary: summaryOf(evaluation, pool, {
        ...{ chosen: parties.map(p => p.name), method: values.method },
        ...said,
      }),
    }
  }).result
}

/** The ties of a district are open again. */
export function reopenTie(
  desk: Desk,
  which: string | null,
  district: string | null,
  given: GivenFields,
): Ruled {
  return change(desk, 'nomination settle', writer => {
    const { evaluation, computed, pool } = basisOf(writer, which, district)
    const { said, problems } = readSaid(desk, rulingColumns, given)
    const settled = listRulings(writer, evaluation.id).filter(r => isTieOf(r, pool))
    if (settled.length === 0) problems.push(problem('CX1349', { district: pool.name }))
    if (problems.length === 0) {
      endRulings(writer, settled, said)
      renewProposal(writer, evaluation, computed, pool.code)
    }
    return {
      result: { problems, pool, list: readNominations(writer, evaluation) },
      summary: summaryOf(evaluation, pool, { withdraw: true, ...said }),
    }
  }).result
}

/** Refuses an evaluation without a proposal. */
function basisOf(writer: Writer, which: string | null, district: string | null) {
  const evaluation = notSuperseded(hasRun(evaluationFor(writer, which)))
  const computed = computeForNomination(writer, evaluation)
  const pool = poolNamed(writer, computed.scheme, district)
  readNominations(writer, evaluation)
  return { evaluation, computed, pool }
}

/** Fills in who is tied and who of them is chosen; the problems are what stands against it. */
function choose(
  writer: Writer,
  evaluation: Evaluation,
  computed: NominationBasis,
  pool: Pool,
  rulings: readonly Ruling[],
  ruling: Ruling,
  chosen: readonly PartyName[],
): Problem[] {
  const districts = districtsOf(writer, pool)
  const district = pool.name
  const names = new Map(
    computed.candidates.map(({ dossier }) => [idOf(nameOf(dossier)), nameOf(dossier)] as const),
  )
  const namesOf = (ids: Iterable<number>) => [...ids].map(id => names.get(id)!.name).join('、')
  const ties = openTies(
    planNominees(writer, evaluation, computed, districts).filter(c => isIn(pool, c.district_code)),
  )
  if (ties.length === 0) {
    return [problem('CX1345', { district, settled: rulings.some(r => isTieOf(r, pool)) })]
  }
  const ids = new Set(chosen.map(idOf))
  // Of several ties in a district each is settled by itself.
  const tie = ties.find(t => t.ids.some(id => ids.has(id))) ?? ties[0]!
  const tied = namesOf(tie.ids)
  const strangers = chosen.filter(p => !tie.ids.includes(idOf(p)))
  if (strangers.length > 0) {
    return strangers.map(({ name }) => {
      return problem('CX1346', { candidate: name, district, tied }, { column: '--choose' }, { value: name })
    })
  }
  if (ids.size !== tie.open) {
    const count = { district, chosen: ids.size, open: tie.open, tied }
    return [problem('CX1347', count, { column: '--choose' })]
  }
  ruling.tied = tie.ids.map(id => {
    const { agency_id, subject_id } = names.get(id)!
    return { agency_id, subject_id, chosen: ids.has(id) }
  })
  const after = planNominees(writer, evaluation, computed, districts, [...rulings, ruling])
  if (after.some(c => settledBy(c) === ruling.id)) return []
  const { percent } = nominationOf(computed.scheme).for_profit_share!
  return [problem('CX1348', { district, chosen: namesOf(ids), percent }, { column: '--choose' })]
}

/** Equals share a rank. */
function openTies(candidates: readonly StoredCandidate[]): { ids: number[]; open: number }[] {
  const byRank = new Map<number, { ids: number[]; open: number }>()
  for (const candidate of candidates) {
    const reason = JSON.parse(candidate.reason) as CandidateReason
    if (reason.is !== 'tied') continue
    const tie = byRank.get(candidate.rank!) ?? { ids: [], open: reason.open }
    tie.ids.push(idOf(candidate))
    byRank.set(candidate.rank!, tie)
  }
  return [...byRank.values()]
}

/** The ruling that settled a nominee's tie. */
function settledBy({ reason }: StoredCandidate): number | null {
  const why = JSON.parse(reason) as CandidateReason
  return why.is === 'nominated' ? (why.settled?.ruling ?? null) : null
}

function isTieOf({ kind, district_code }: Ruling, pool: Pool): boolean {
  return kind === 'tie' && district_code === pool.code
}

function districtsOf(writer: Writer, pool: Pool) {
  return listDistricts(writer).filter(d => pool.code === null || d.code === pool.code)
}

function summaryOf(
  { id }: Evaluation,
  { name }: Pool,
  more: Said & Record<string, unknown>,
): Record<string, unknown> {
  return { evaluation: id, district: name, ...more }
}
