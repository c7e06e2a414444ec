// Records how a tie at the line was settled: by whom of the tied, by what rule, vote or lot, and why. Nothing is settled
// by the order of rows.
import type { Pool } from '../../domain/nomination/pool.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import {
  type Ruling,
  rulingColumns,
  settlingColumns,
  type TieMethod,
} from '../../domain/nomination/ruling.ts'
import { openTies } from '../../domain/nomination/settle.ts'
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
    const basis = basisOf(writer, which, district)
    const { evaluation, computed, pool, rulings } = basis
    const { said, values, problems } = readSaid(desk, settlingColumns, given)
    const parties = chosen.map(key => partyNamed(writer, computed.scheme.applies_to.subject, key))
    const method = values.method as TieMethod
    const choice = choose(basis, parties)
    problems.push(...choice.problems)
    const ruling: Omit<Ruling, 'id'> = {
      ...{ kind: 'tie', district_code: pool.code, gate: null, party: null, method, tied: choice.tied },
      ...said,
    }
    if (problems.length === 0) {
      // One that no longer fits is overtaken by this one.
      const fitting = new Set(plan(basis).map(settledBy))
      const overtaken = rulings.filter(r => isTieOf(r, pool) && !fitting.has(r.id))
      endRulings(writer, overtaken, said)
      insertRuling(writer, evaluation.id, ruling)
      renewProposal(writer, evaluation, computed, pool.code)
    }
    return {
      result: { problems, pool, list: readNominations(writer, evaluation) },
      summary: summaryOf(basis, { chosen: parties.map(p => p.name), method, ...said }),
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
    const basis = basisOf(writer, which, district)
    const { evaluation, computed, pool, rulings } = basis
    const { said, problems } = readSaid(desk, rulingColumns, given)
    const settled = rulings.filter(r => isTieOf(r, pool))
    if (settled.length === 0) problems.push(problem('CX1349', { district: pool.name }))
    if (problems.length === 0) {
      endRulings(writer, settled, said)
      renewProposal(writer, evaluation, computed, pool.code)
    }
    return {
      result: { problems, pool, list: readNominations(writer, evaluation) },
      summary: summaryOf(basis, { withdraw: true, ...said }),
    }
  }).result
}

interface Basis {
  writer: Writer
  evaluation: Evaluation
  computed: NominationBasis
  pool: Pool
  rulings: Ruling[]
}

/** Refuses an evaluation without a proposal. */
function basisOf(writer: Writer, which: string | null, district: string | null): Basis {
  const evaluation = notSuperseded(hasRun(evaluationFor(writer, which)))
  const computed = computeForNomination(writer, evaluation)
  const pool = poolNamed(writer, computed.scheme, district)
  readNominations(writer, evaluation)
  return { writer, evaluation, computed, pool, rulings: listRulings(writer, evaluation.id) }
}

function plan({ writer, evaluation, computed, pool, rulings }: Basis, more: readonly Ruling[] = []) {
  const districts = listDistricts(writer).filter(d => pool.code === null || d.code === pool.code)
  return planNominees(writer, evaluation, computed, districts, [...rulings, ...more])
}

/** Who is tied, and who of them is chosen; the problems are what stands against the choice. */
function choose(basis: Basis, chosen: readonly PartyName[]): { tied: Ruling['tied']; problems: Problem[] } {
  const { computed, pool, rulings } = basis
  const district = pool.name
  const refuse = (...problems: Problem[]) => ({ tied: [], problems })
  const ties = openTies(
    plan(basis).flatMap(candidate => {
      const reason = JSON.parse(candidate.reason) as CandidateReason
      return reason.is === 'tied' ? [{ id: idOf(candidate), rank: candidate.rank!, open: reason.open }] : []
    }),
  )
  if (ties.length === 0) {
    return refuse(problem('CX1345', { district, settled: rulings.some(r => isTieOf(r, pool)) }))
  }
  const place = { column: '--choose' }
  const names = new Map(computed.candidates.map(c => [idOf(nameOf(c.dossier)), nameOf(c.dossier)]))
  const namesOf = (ids: Iterable<number>) => [...ids].map(id => names.get(id)!.name).join('、')
  const ids = new Set(chosen.map(idOf))
  // Of several ties in a district each is settled by itself.
  const tie = ties.find(t => t.ids.some(id => ids.has(id))) ?? ties[0]!
  const told = { district, tied: namesOf(tie.ids) }
  const strangers = chosen.filter(p => !tie.ids.includes(idOf(p)))
  if (strangers.length > 0) {
    return refuse(
      ...strangers.map(({ name }) => problem('CX1346', { candidate: name, ...told }, place, { value: name })),
    )
  }
  if (ids.size !== tie.open) {
    return refuse(problem('CX1347', { chosen: ids.size, open: tie.open, ...told }, place))
  }
  const tied = tie.ids.map(id => {
    const { agency_id, subject_id } = names.get(id)!
    return { agency_id, subject_id, chosen: ids.has(id) }
  })
  const supposed: Ruling = {
    ...{ id: 0, kind: 'tie', district_code: pool.code, gate: null, party: null, method: 'rule', tied },
    ...{ reason: '', signer: '', ruled_on: '' },
  }
  if (plan(basis, [supposed]).some(c => settledBy(c) === supposed.id)) return { tied, problems: [] }
  const { percent } = nominationOf(computed.scheme).for_profit_share!
  return refuse(problem('CX1348', { district, chosen: namesOf(ids), percent }, place))
}

/** The ruling that settled a nominee's tie. */
function settledBy({ reason }: StoredCandidate): number | null {
  const why = JSON.parse(reason) as CandidateReason
  return why.is === 'nominated' ? (why.settled?.ruling ?? null) : null
}

function isTieOf({ kind, district_code }: Ruling, pool: Pool): boolean {
  return kind === 'tie' && district_code === pool.code
}

function summaryOf({ evaluation, pool }: Basis, more: Said & Record<string, unknown>) {
  return { evaluation: evaluation.id, district: pool.name, ...more }
}
