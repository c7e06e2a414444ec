// Rulings about nominees: what is said of each, what comes of it, and whoever is put in or taken out by hand.
import type { Day } from '../../domain/day.ts'
import type { Column, Values } from '../../domain/imports/column.ts'
import { type Pool, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import { handReason } from '../../domain/nomination/propose.ts'
import { type Ruling, waiverIn } from '../../domain/nomination/ruling.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { dayFindings } from '../../domain/score/objection.ts'
import { idOf, type Party } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { setDecision } from '../../store/nomination.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { endRuling, insertRuling, listRulings } from '../../store/ruling.ts'
import type { Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { addFindings, type GivenFields, readWhole } from '../given-fields.ts'

/** What everybody says who decides. */
export interface Said {
  reason: string
  signer: string
  ruled_on: Day
}

/** Whoever enters it signs for it today unless told otherwise; no day to come. */
export function readSaid(
  desk: Desk,
  columns: readonly Column[],
  given: GivenFields,
): { said: Said; values: Values; problems: Problem[] } {
  const { values, problems } = readWhole(columns, given)
  const day = values.ruled_on as Day | null
  addFindings(problems, dayFindings(['ruled_on', '决定日期', day], null, desk.today), given.place)
  const { reason, signer } = values as Record<keyof Said, string | null>
  return {
    said: { reason: reason ?? '', signer: signer ?? desk.operator, ruled_on: day ?? desk.today },
    values,
    problems,
  }
}

/** The pool that a district names; where all compete together none is named. */
export function poolNamed(reader: Reader, scheme: Scheme, district: string | null): Pool {
  const districts = listDistricts(reader)
  const [first] = poolsOf(nominationOf(scheme), districts)
  if (first?.kind === 'whole') {
    if (district !== null) throw new Refusal('CX1343', { scheme: scheme.id })
    return first
  }
  if (district === null) throw new Refusal('CX1344', { available: districts.map(d => d.name).join('、') })
  return districtNamed(reader, district)
}

/** What is asked of a proposal besides the proposal itself. */
export interface AskedRulings {
  /** Ids of gates. */
  off: readonly string[]
  on: readonly string[]
  share: 'relax' | 'keep' | null
}

export interface RulingPlan {
  problems: Problem[]
  begins: Pick<Ruling, 'kind' | 'district_code' | 'gate'>[]
  ends: Ruling[]
}

/** Which rulings begin and end. `pool`: that whose share is waived. */
export function planRulings(
  scheme: Scheme,
  rulings: readonly Ruling[],
  { off, on, share }: AskedRulings,
  pool: Pool | null,
): RulingPlan {
  const plan: RulingPlan = { problems: [], begins: [], ends: [] }
  for (const id of new Set(off)) {
    const { gate, state, ruling } = gateNow(scheme, rulings, id, '--gate-off')
    if (state === 'on') plan.begins.push({ kind: 'gate', district_code: null, gate: id })
    else plan.problems.push(gateProblem(gate.name, state, ruling, '--gate-off'))
  }
  for (const id of new Set(on)) {
    const { gate, state, ruling } = gateNow(scheme, rulings, id, '--gate-on')
    if (ruling) plan.ends.push(ruling)
    else plan.problems.push(gateProblem(gate.name, state, ruling, '--gate-on'))
  }
  if (share !== null) planShare(plan, scheme, rulings, share, pool!)
  return plan
}

type GateState = 'on' | 'off' | 'off_in_scheme'

function gateNow(scheme: Scheme, rulings: readonly Ruling[], id: string, option: string) {
  const { gates } = nominationOf(scheme)
  const gate = gates.find(g => g.id === id)
  if (!gate) {
    const available = gates.map(g => `${g.id}（${g.name}）`).join('、')
    const unknown = { kind: 'gate', value: id, available }
    throw new Refusal([problem('CX4002', unknown, { column: option }, { value: id })])
  }
  const ruling = rulings.find(r => r.gate === id)
  const state: GateState = gate.on ? (ruling ? 'off' : 'on') : 'off_in_scheme'
  return { gate, state, ruling }
}

function gateProblem(gate: string, state: GateState, ruling: Ruling | undefined, column: string): Problem {
  const by = { signer: ruling?.signer ?? null, on: ruling?.ruled_on ?? null }
  return problem('CX1340', { gate, state, ...by }, { column })
}

function planShare(
  plan: RulingPlan,
  scheme: Scheme,
  rulings: readonly Ruling[],
  share: 'relax' | 'keep',
  pool: Pool,
): void {
  const rules = nominationOf(scheme)
  const place = { column: share === 'relax' ? '--relax-share' : '--keep-share' }
  const district = pool.name
  const waiver = waiverIn(rulings, pool.code)
  const lack =
    shareIn(rules, pool) === 0 ? 'no_share' : rules.for_profit_share!.may_waive ? null : 'no_waiver'
  if (share === 'keep' && waiver) plan.ends.push(waiver)
  else if (lack !== null) plan.problems.push(problem('CX1341', { district, lack }, place))
  else if (share === 'keep' || waiver) {
    const by = { signer: waiver?.signer ?? null, on: waiver?.ruled_on ?? null }
    plan.problems.push(problem('CX1342', { district, waived: waiver !== undefined, ...by }, place))
  } else plan.begins.push({ kind: 'share', district_code: pool.code, gate: null })
}

export function applyRulings(
  writer: Writer,
  evaluation: Evaluation,
  { begins, ends }: RulingPlan,
  said: Said,
): void {
  endRulings(writer, ends, said)
  for (const ruling of begins) {
    insertRuling(writer, evaluation.id, { ...ruling, party: null, method: null, tied: [], ...said })
  }
}

export function endRulings(writer: Writer, rulings: readonly Ruling[], { ruled_on, reason }: Said): void {
  for (const { id } of rulings) endRuling(writer, id, ruled_on, reason)
}

/** Takes a candidate out; the place stays open until nominees are proposed anew. */
export function dropNominee(
  writer: Writer,
  evaluation: Evaluation,
  party: Party,
  ruling: Said & Pick<Ruling, 'objection'>,
): void {
  ruleByHand(writer, evaluation, party, 'drop', ruling)
}

/** The last word holds: whoever is dropped is added no longer, and the other way round. */
export function ruleByHand(
  writer: Writer,
  evaluation: Evaluation,
  { agency_id, subject_id }: Party,
  how: 'add' | 'drop',
  said: Said & Pick<Ruling, 'objection'>,
): void {
  const party = { agency_id, subject_id }
  endRulings(
    writer,
    listRulings(writer, evaluation.id).filter(r => isAbout(r, party)),
    said,
  )
  const ruling = { kind: how, district_code: null, gate: null, party, method: null, tied: [], ...said }
  insertRuling(writer, evaluation.id, ruling)
  const decision = how === 'add' ? 'nominated' : 'dropped'
  setDecision(writer, evaluation.id, party, decision, JSON.stringify(handReason(ruling)))
}

/** Whether a ruling puts somebody in or takes them out. */
export function isAbout(ruling: Ruling, party: Party): boolean {
  return ruling.party !== null && idOf(ruling.party) === idOf(party)
}
