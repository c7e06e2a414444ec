// Ranks by printed total: equal totals share a rank, the next one counts all before it (1, 2, 2, 4).
import type { Scheme } from '../scheme/scheme.ts'
import type { Graded, Totals } from './result.ts'

/** Nobody is ranked by points where there are none; where a decision is made, those that fail it are not ranked. */
export function rankedBy({ indicators, decision }: Scheme): 'all' | 'passed' | null {
  if (indicators.every(i => i.points === 0)) return null
  return decision === null ? 'all' : 'passed'
}

/** The ranks of results by a scheme, in the order given. */
export function ranksOf(
  scheme: Scheme,
  results: readonly (Pick<Totals, 'total'> & Pick<Graded, 'decision'>)[],
): (number | null)[] {
  const whom = rankedBy(scheme)
  const isRanked = whom === 'passed' ? (d: Graded['decision']) => d === 'passed' : () => whom !== null
  return rankByTotal(results.map(r => (isRanked(r.decision) ? r.total : null)))
}

/** Totals in hundredths, null where unknown; returns the rank for each, null where there is no total. */
export function rankByTotal(totals: readonly (number | null)[]): (number | null)[] {
  const above = new Map<number, number>()
  const sorted = totals.filter(t => t !== null).sort((a, b) => b - a)
  sorted.forEach((total, i) => {
    if (!above.has(total)) above.set(total, i + 1)
  })
  return totals.map(total => (total === null ? null : above.get(total)!))
}
