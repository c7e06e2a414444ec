// Choosing nominees in one district: as many as the places and the 50 % rule allow, and of those sets the best one.
// A tie is equality in all ranking keys; at the line it is a result, never settled by row order (design 4.5).

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
}

export type Choice = 'nominated' | 'tied' | 'full' | 'share'

export interface Chosen {
  /** Nominees when every tie is settled. */
  size: number
  /** For-profit nominees needed for that size. */
  required: number
  /** Fewer than the places allow because of the share. */
  short_of_for_profit: boolean
  /** `full`: places went to better ones. `share`: it would have been in without the 50 % rule. */
  choices: Map<number, Choice>
  /** Places that the tied compete for. */
  open: number
}

/** `eligible`: candidates that passed all gates, in any order. */
export function chooseNominees(eligible: readonly Candidate[], rule: DistrictRule): Chosen {
  const forProfit = eligible.filter(c => c.for_profit).length
  const possible = Math.min(rule.places, eligible.length)
  const size = rule.share > 0 ? Math.min(possible, Math.floor((forProfit * 100) / rule.share)) : possible
  const required = Math.ceil((size * rule.share) / 100)
  const choices = new Map<number, Choice>()
  for (const candidate of eligible) {
    choices.set(candidate.id, chooseOne(candidate, eligible, size, required, rule.places))
  }
  const nominated = [...choices.values()].filter(choice => choice === 'nominated').length
  return { size, required, short_of_for_profit: size < possible, choices, open: size - nominated }
}

/**
 * The best set takes the best `required` for-profit agencies and then the best of all others. A candidate is
 * nominated if it is in with all its equals placed before it, and out if it is out with all of them behind.
 */
function chooseOne(
  c: Candidate,
  all: readonly Candidate[],
  size: number,
  required: number,
  places: number,
): Choice {
  const better = all.filter(o => compare(o, c) > 0)
  const equal = all.filter(o => o.id !== c.id && compare(o, c) === 0)
  if (isIn(c, [...better, ...equal], size, required)) return 'nominated'
  if (isIn(c, better, size, required)) return 'tied'
  return better.length + equal.length < places ? 'share' : 'full'
}

function isIn(c: Candidate, before: readonly Candidate[], size: number, required: number): boolean {
  const forProfitBefore = before.filter(o => o.for_profit).length
  if (c.for_profit && forProfitBefore < required) return true
  const others = before.length - Math.min(required, forProfitBefore)
  return others < size - required
}

export function compare(a: Candidate, b: Candidate): number {
  for (let i = 0; i < a.keys.length; i++) {
    const difference = a.keys[i]! - b.keys[i]!
    if (difference !== 0) return difference
  }
  return 0
}
