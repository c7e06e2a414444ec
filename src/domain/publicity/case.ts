// What objections make of those published, and of the publicity as a whole.
import type { Day } from '../day.ts'
import type { ObjectionOutcome } from '../score/objection.ts'

/** `objected`: an objection is open, which blocks the case; `cleared`: all were answered and none upheld. */
export type CaseState = 'published' | 'objected' | 'cleared' | 'removed'

/** From the outcomes of all objections to one case, null for those that are open. Only an upheld one removes it. */
export function caseState(outcomes: readonly (ObjectionOutcome | null)[]): CaseState {
  if (outcomes.includes('upheld')) return 'removed'
  if (outcomes.includes(null)) return 'objected'
  return outcomes.length === 0 ? 'published' : 'cleared'
}

export interface Blocks {
  /** The last day is not past. */
  running: boolean
  /** Numbers of the objections that are open on that day. */
  objections: number[]
}

/** What keeps a publicity from being closed on a day (LY 五4: 公示期满无异议). */
export function blocksClosing(
  lastDay: Day,
  objections: readonly { id: number; resolved_on: Day | null }[],
  on: Day,
): Blocks {
  return {
    running: on <= lastDay,
    objections: objections.filter(o => o.resolved_on === null || o.resolved_on > on).map(o => o.id),
  }
}
