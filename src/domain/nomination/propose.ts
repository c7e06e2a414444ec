// One district's proposal: who is nominated, tied, passed over or ineligible, and why.
import { pointsText } from '../exact.ts'
import { chooseNominees, compare } from './choose.ts'
import type { CandidateReason } from './reason.ts'

export type Decision = 'nominated' | 'passed_over' | 'ineligible' | 'tied'

export interface DistrictCandidate {
  id: number
  name: string
  for_profit: boolean
  total: number | null
  /** Empty for those that fail a gate. */
  keys: readonly number[]
  failures: Extract<CandidateReason, { is: 'gates' }>['gates']
}

export interface Proposed {
  id: number
  /** Among the district's eligible, equals sharing one; null for the ineligible. */
  rank: number | null
  total: number | null
  decision: Decision
  reason: CandidateReason
}

/** `share`: least percentage of for-profit nominees, 0 where the rule does not hold or is waived. */
export function proposeDistrict(
  candidates: readonly DistrictCandidate[],
  rule: { places: number; share: number },
): Proposed[] {
  const eligible = candidates.filter(c => c.failures.length === 0)
  const byId = new Map(eligible.map(c => [c.id, c]))
  const chosen = chooseNominees(eligible, rule)
  const nominated = [...chosen.choices]
    .filter(([, choice]) => choice === 'nominated')
    .map(([id]) => byId.get(id)!)
  const tied = [...chosen.choices].filter(([, choice]) => choice === 'tied').map(([id]) => byId.get(id)!)
  const line = pointsText(Math.min(...[...nominated, ...tied].map(c => c.total ?? 0))) ?? ''
  const forProfit = eligible.filter(c => c.for_profit).length
  return candidates.map(candidate => {
    const { id, total } = candidate
    if (candidate.failures.length > 0) {
      return {
        id,
        rank: null,
        total,
        decision: 'ineligible',
        reason: { is: 'gates', gates: candidate.failures },
      }
    }
    const rank = 1 + eligible.filter(other => compare(other, candidate) > 0).length
    const choice = chosen.choices.get(id)!
    switch (choice) {
      case 'nominated': {
        const place = 1 + nominated.filter(other => compare(other, candidate) > 0).length
        return { id, rank, total, decision: choice, reason: { is: 'nominated', place, places: rule.places } }
      }
      case 'tied': {
        const others = tied.filter(other => other.id !== id).map(other => other.name)
        return { id, rank, total, decision: choice, reason: { is: 'tied', open: chosen.open, with: others } }
      }
      case 'full':
        return { id, rank, total, decision: 'passed_over', reason: { is: 'full', places: rule.places, line } }
      case 'share':
        return { id, rank, total, decision: 'passed_over', reason: shareReason() }
      default: {
        const never: never = choice
        return never
      }
    }
  })

  function shareReason(): CandidateReason {
    if (chosen.short_of_for_profit) {
      return { is: 'short', size: chosen.size, places: rule.places, for_profit: forProfit }
    }
    return { is: 'share', required: chosen.required, line }
  }
}
