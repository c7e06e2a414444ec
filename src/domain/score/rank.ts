// Ranks by printed total: equal totals share a rank, the next one counts all before it (1, 2, 2, 4).
import type { Scheme } from '../scheme/scheme.ts'
import type { Graded, Totals } from './result.ts'

/** Who is ranked by total: everybody who has one, those of them who passed, or nobody. */
export type Ranked = 'all' | 'passed' | 'none'

/** Nobody is ranked by points where there are none; where a decision is made, those that fail it are not ranked. */
export function rankedBy({ indicators, decision }: Scheme): Ranked {
  if (indicators.every(i => i.points === 0)) return 'none'
  return decision === null ? 'all' : 'passed'
}

/** The ranks of results by a scheme, in the order given. */
export function ranksOf(
  scheme: Scheme,
  results: readonly (Pick<Totals, 'total'> & Pick<Graded, 'decision'>)[],
): (number | null)[] {
  const ranked = rankedBy(scheme)
  const takes = { all: () => true, passed: isPassed, none: () => false }[ranked]
  return rankByTotal(results.map(r => (takes(r.decision) ? r.total : null)))
}

function isPassed(decision: Graded['decision']): boolean {
  return decision === 'passed'
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
