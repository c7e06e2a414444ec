// The cut line of a district: who is in as the last, and who as the first below is not.
import type { Decision } from './propose.ts'

export interface CutLine {
  /** Several where they are equal in every key. */
  last: number[]
  next: number[]
  /** At the line, still to be settled: then nobody is the last and nobody the next. */
  tied: number[]
}

/** Whoever stands above the last and gave way to the for-profit share lies not at the line: points do not decide it. */
export function cutLine(proposed: readonly { id: number; rank: number | null; decision: string }[]): CutLine {
  const of = (decision: Decision) => proposed.filter(p => p.decision === decision && p.rank !== null)
  const tied = of('tied')
  if (tied.length > 0) return { last: [], next: [], tied: tied.map(p => p.id) }
  const lowest = of('nominated').reduce((rank, p) => Math.max(rank, p.rank!), 0)
  const below = of('passed_over').filter(p => p.rank! > lowest)
  const highest = below.reduce((rank, p) => Math.min(rank, p.rank!), Number.POSITIVE_INFINITY)
  return {
    last: of('nominated')
      .filter(p => p.rank === lowest)
      .map(p => p.id),
    next: below.filter(p => p.rank === highest).map(p => p.id),
    tied: [],
  }
}
