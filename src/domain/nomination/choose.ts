// Choosing nominees in one district: as many as the places and the 50 % rule allow, and of those sets the best one.
// A tie is equality in all ranking keys; at the line it is a result, never settled by row order.
import { forProfitNeeded } from './pool.ts'

export interface Candidate {
  id: number
  for_profit: boolean
  /** Ranking keys, best first; higher is better in each. Compared left to right. */
  keys: readonly number[]
}

export interface DistrictRule {
  places: number
  /** Least percentage of for-profit agencies among those nominated (50: `2 x for-profit >= nominated`); 0 for none. */
  share: number
  /**
   * The share is relaxed as far as it has to be (BJ 附件2备注: 可适度放宽比例): no place stays empty for want of for-profit
   * agencies, and those that there are still come first up to the share.
   */
  relaxed?: boolean
  /** Put in by hand: they take places before all others and count for the share. */
  added?: { all: number; forProfit: number }
}

export type Choice = 'nominated' | 'tied' | 'full' | 'share'

export interface Chosen {
  /** Nominees when every tie is settled, with those put in by hand. */
  size: number
  /** For-profit nominees needed for that size; where the share is relaxed, as many as there are towards it. */
  required: number
  /** Fewer than the places allow because of the share. */
  short_of_for_profit: boolean
  /**
   * `full`: the places went to better ones. `share`: the 50 % rule gave its place away or left it empty. `rank` counts all
   * better candidates, equals sharing it; `place` counts the better ones that are nominated; `open` is the number of
   * places that the tied among its equals compete for.
   */
  choices: Map<number, { choice: Choice; rank: number; place: number; open: number }>
}

/** How many candidates stand before one, and how many of them are for-profit. */
interface Before {
  all: number
  forProfit: number
}

/** `eligible`: candidates that passed all gates but for those put in by hand, in any order. */
export function chooseNominees(eligible: readonly Candidate[], rule: DistrictRule): Chosen {
  const { all, forProfit } = rule.added ?? NOBODY
  const places = Math.max(0, rule.places - all)
  const possible = Math.min(places, eligible.length)
  const set = bestSize(possible, eligible.filter(c => c.for_profit).length, rule, { all, forProfit })
  const decided: { id: number; state: State; rank: number; place: number; open: number }[] = []
  let better: Before = { all: 0, forProfit: 0 }
  let nominated = 0
  let lastIn = 0
  for (const equals of groupEquals(eligible)) {
    const rank = better.all + 1
    const place = nominated + 1
    const withEquals = {
      all: better.all + equals.length,
      forProfit: better.forProfit + equals.filter(c => c.for_profit).length,
    }
    const states = equals.map(candidate => stateOf(candidate, better, withEquals, set))
    const sure = states.filter(state => state === 'nominated').length
    const open = taken(withEquals, set) - taken(better, set) - sure
    for (const [i, { id }] of equals.entries()) decided.push({ id, state: states[i]!, rank, place, open })
    if (states.some(state => state !== 'out')) lastIn = rank
    nominated += sure
    better = withEquals
  }
  // Whoever is out within the places, while a lower one or an equal is in, or while a place stays empty, gave way to the rule.
  const choice = (state: State, rank: number): Choice =>
    state !== 'out' ? state : rank <= places || rank <= lastIn || set.size < possible ? 'share' : 'full'
  const choices = new Map(decided.map(({ id, state, ...d }) => [id, { choice: choice(state, d.rank), ...d }]))
  const size = all + set.size
  const required = rule.relaxed ? forProfit + set.required : forProfitNeeded(size, rule.share)
  return { size, required, short_of_for_profit: set.size < possible, choices }
}

const NOBODY: Before = { all: 0, forProfit: 0 }

interface BestSet {
  size: number
  /** How many of them must be for-profit. */
  required: number
}

/** The largest set of at most so many that holds the share together with those put in by hand. */
function bestSize(
  possible: number,
  forProfit: number,
  { share, relaxed = false }: Pick<DistrictRule, 'share' | 'relaxed'>,
  added: Before,
): BestSet {
  for (let size = possible; size >= 0; size--) {
    const required = Math.max(0, forProfitNeeded(added.all + size, share) - added.forProfit)
    if (relaxed) return { size, required: Math.min(required, size, forProfit) }
    if (required <= Math.min(size, forProfit)) return { size, required }
  }
  // Those put in by hand break the share by themselves: for-profit ones only bring it nearer.
  const size = Math.min(possible, forProfit)
  return { size, required: size }
}

/** The rank of everybody, equals sharing one. */
export function ranksOf(candidates: readonly Pick<Candidate, 'id' | 'keys'>[]): Map<number, number> {
  const ranks = new Map<number, number>()
  for (const equals of groupEquals(candidates)) {
    const rank = ranks.size + 1
    for (const { id } of equals) ranks.set(id, rank)
  }
  return ranks
}

type State = 'nominated' | 'tied' | 'out'

/** How many of the best so many candidates are in the set. */
function taken(best: Before, set: BestSet): number {
  const byShare = Math.min(set.required, best.forProfit)
  return byShare + Math.min(set.size - set.required, best.all - byShare)
}

/**
 * The best set takes the best `required` for-profit agencies and then the best of all others. A candidate is
 * nominated if it is in with all its equals before it, and out if it is out with all of them behind.
 */
function stateOf(candidate: Candidate, better: Before, withEquals: Before, set: BestSet): State {
  const lastOfEquals = {
    all: withEquals.all - 1,
    forProfit: withEquals.forProfit - (candidate.for_profit ? 1 : 0),
  }
  if (isIn(candidate, lastOfEquals, set)) return 'nominated'
  return isIn(candidate, better, set) ? 'tied' : 'out'
}

function isIn(candidate: Candidate, before: Before, set: BestSet): boolean {
  if (candidate.for_profit && before.forProfit < set.required) return true
  return before.all - Math.min(set.required, before.forProfit) < set.size - set.required
}

/** Best group first; the members of a group are equal in every key. */
function groupEquals<C extends Pick<Candidate, 'keys'>>(candidates: readonly C[]): C[][] {
  const groups: C[][] = []
  for (const candidate of [...candidates].sort((a, b) => compareKeys(b.keys, a.keys))) {
    const group = groups.at(-1)
    if (group && compareKeys(group[0]!.keys, candidate.keys) === 0) group.push(candidate)
    else groups.push([candidate])
  }
  return groups
}

/** Above zero where the first keys are the better ones, zero where they are equal. */
export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [i, key] of a.entries()) {
    const difference = key - b[i]!
    if (difference !== 0) return difference
  }
  return 0
}
