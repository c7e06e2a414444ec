// One district's proposal: who is nominated, tied, passed over or ineligible, and why.
import { pointsText } from '../exact.ts'
import type { RankingKey } from '../scheme/scheme.ts'
import { type Choice, type DistrictRule, ranksOf } from './choose.ts'
import type { CandidateReason, FailedGate, Settled } from './reason.ts'
import { NO_RULINGS, type PoolRulings, type Ruling } from './ruling.ts'
import { chooseSettled } from './settle.ts'

export type Decision = 'nominated' | 'passed_over' | 'ineligible' | 'tied' | 'dropped'

export interface DistrictCandidate {
  id: number
  name: string
  for_profit: boolean
  total: number | null
  /** Empty for those that fail a gate. */
  keys: readonly number[]
  failures: FailedGate[]
  /** Gates that are switched off and would keep it out. */
  despite?: FailedGate[]
}

export interface Proposed {
  id: number
  /** Among the district's eligible, equals sharing one; null for the ineligible. */
  rank: number | null
  total: number | null
  decision: Decision
  reason: CandidateReason
}

export interface ProposalRule extends Omit<DistrictRule, 'added'> {
  /** What the keys are, by which reasons name them. */
  ranking?: readonly RankingKey[]
}

/** Of a large tie only some names are told to each. */
const NAMED = 5

/**
 * `share`: least percentage of for-profit nominees, 0 where the rule does not hold; `relaxed`: it is waived. Whoever fails a gate is
 * not nominated by hand either; whoever was dropped keeps the rank, so that others' ranks do not hang on it.
 */
export function proposeDistrict(
  candidates: readonly DistrictCandidate[],
  { places, share, relaxed = false, ranking = [] }: ProposalRule,
  { added, dropped, ties }: PoolRulings = NO_RULINGS,
): Proposed[] {
  const eligible = candidates.filter(c => c.failures.length === 0)
  const byId = new Map(eligible.map(c => [c.id, c]))
  const putIn = eligible.filter(c => added.has(c.id))
  const free = eligible.filter(c => !added.has(c.id) && !dropped.has(c.id))
  const counted = { all: putIn.length, forProfit: putIn.filter(c => c.for_profit).length }
  const settling = chooseSettled(free, { places, share, relaxed, added: counted }, ties)
  const { chosen } = settling
  const keyed = new Map(settling.candidates.map(c => [c.id, c.keys]))
  const ranks = ranksOf(eligible.map(({ id, keys }) => ({ id, keys: keyed.get(id) ?? [...keys, 0] })))
  const ids = (wanted: Choice) => [...chosen.choices].filter(([, c]) => c.choice === wanted).map(([id]) => id)
  const tied = ids('tied')
  const nominated = ids('nominated')
  const inside = [...nominated, ...tied].map(id => byId.get(id)!.total ?? 0)
  const line = inside.length === 0 ? null : pointsText(inside.reduce((a, b) => Math.min(a, b)))
  const forProfit = [...putIn, ...free].filter(c => c.for_profit).length
  const { size, required } = chosen

  /** Which key tells a candidate from the last nominated one of the same total. */
  const last = nominated.reduce<number | null>((a, b) => (a && ranks.get(a)! > ranks.get(b)! ? a : b), null)
  const apart = (id: number): { key?: RankingKey } => {
    const [own, other] = [byId.get(id)!, last === null ? null : byId.get(last)!]
    if (other === null || own.total === null || own.total !== other.total) return {}
    const key = ranking[own.keys.findIndex((value, i) => value !== other.keys[i])]
    return key === undefined ? {} : { key }
  }

  const decide = (id: number): { decision: Decision; reason: CandidateReason } => {
    const byHand = added.get(id)
    if (byHand) return { decision: 'nominated', reason: handReason(byHand) }
    const { choice, rank, open, ...found } = chosen.choices.get(id)!
    const ruling = settling.by.get(id)
    const settled = ruling && settledBy(ruling)
    switch (choice) {
      case 'nominated': {
        const place = found.place + putIn.filter(c => ranks.get(c.id)! < ranks.get(id)!).length
        const rank = ranks.get(id)!
        const shared = nominated.some(other => other !== id && ranks.get(other) === rank)
        const told = { is: choice, rank, place, places, ...(shared ? { shared } : {}) }
        return { decision: choice, reason: settled ? { ...told, settled } : told }
      }
      case 'tied': {
        const others = tied.filter(other => other !== id && chosen.choices.get(other)!.rank === rank)
        const names = others.slice(0, NAMED).map(other => byId.get(other)!.name)
        return { decision: choice, reason: { is: 'tied', open, with: names, others: others.length } }
      }
      case 'full':
      case 'share': {
        const decision = 'passed_over'
        if (settled) return { decision, reason: { is: 'settled', by: settled } }
        if (choice === 'full') return { decision, reason: { is: 'full', places, line, ...apart(id) } }
        if (!chosen.short_of_for_profit) return { decision, reason: { is: 'share', required, line } }
        return { decision, reason: { is: 'short', size, places, for_profit: forProfit } }
      }
      default: {
        const never: never = choice
        return never
      }
    }
  }
  return candidates.map(({ id, total, failures, despite = [] }): Proposed => {
    const rank = ranks.get(id) ?? null
    const out = dropped.get(id)
    if (out) return { id, rank, total, decision: 'dropped', reason: handReason(out) }
    if (failures.length > 0) {
      return { id, rank, total, decision: 'ineligible', reason: { is: 'gates', gates: failures } }
    }
    const { decision, reason } = decide(id)
    return { id, rank, total, decision, reason: despite.length > 0 ? { ...reason, despite } : reason }
  })
}

export function handReason({
  kind,
  reason,
  signer,
  ruled_on: on,
  objection = null,
}: Omit<Ruling, 'id'>): CandidateReason {
  const how = kind === 'add' ? 'add' : 'drop'
  return { is: 'by_hand', how, reason, signer, on, ...(objection === null ? {} : { objection }) }
}

function settledBy({ id, method, reason, signer, ruled_on }: Ruling): Settled {
  return { ruling: id, method: method!, reason, signer, on: ruled_on }
}
