// One district's proposal: who is nominated, tied, passed over or ineligible, and why.
import { pointsText } from '../exact.ts'
import { type Choice, chooseNominees } from './choose.ts'
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

/** Of a large tie only some names are told to each. */
const NAMED = 5

/** `share`: least percentage of for-profit nominees, 0 where the rule does not hold or is waived. */
export function proposeDistrict(
  candidates: readonly DistrictCandidate[],
  rule: { places: number; share: number },
): Proposed[] {
  const eligible = candidates.filter(c => c.failures.length === 0)
  const byId = new Map(eligible.map(c => [c.id, c]))
  const chosen = chooseNominees(eligible, rule)
  const ids = (wanted: Choice) => [...chosen.choices].filter(([, c]) => c.choice === wanted).map(([id]) => id)
  const tied = ids('tied')
  const inside = [...ids('nominated'), ...tied].map(id => byId.get(id)!.total ?? 0)
  const line = inside.length === 0 ? null : pointsText(inside.reduce((a, b) => Math.min(a, b)))
  const forProfit = eligible.filter(c => c.for_profit).length
  const { size, required } = chosen
  return candidates.map(({ id, total, failures }) => {
    if (failures.length > 0) {
      return { id, rank: null, total, decision: 'ineligible', reason: { is: 'gates', gates: failures } }
    }
    const { choice, rank, place, open } = chosen.choices.get(id)!
    switch (choice) {
      case 'nominated':
        return {
          id,
          rank,
          total,
          decision: choice,
          reason: { is: 'nominated', rank, place, places: rule.places },
        }
      case 'tied': {
        const others = tied.filter(other => other !== id && chosen.choices.get(other)!.rank === rank)
        const names = others.slice(0, NAMED).map(other => byId.get(other)!.name)
        return {
          id,
          rank,
          total,
          decision: choice,
          reason: { is: 'tied', open, with: names, others: others.length },
        }
      }
      case 'full':
        return { id, rank, total, decision: 'passed_over', reason: { is: 'full', places: rule.places, line } }
      case 'share': {
        const reason: CandidateReason = chosen.short_of_for_profit
          ? { is: 'short', size, places: rule.places, for_profit: forProfit }
          : { is: 'share', required, line }
        return { id, rank, total, decision: 'passed_over', reason }
      }
      default: {
        const never: never = choice
        return never
      }
    }
  })
}
