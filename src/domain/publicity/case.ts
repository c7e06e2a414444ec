// What objections make of those published, and of the publicity as a whole.
import type { Day } from '../day.ts'
import type { ObjectionOutcome } from '../score/objection.ts'

/**
 * `objected`: an objection is open, which blocks the case; `cleared`: all were answered and none upheld; `dropped`: taken
 * off the list by a person, whatever was objected.
 */
export type CaseState = 'published' | 'objected' | 'cleared' | 'removed' | 'dropped'

/** From the outcomes of all objections to one case, null for those that are open. Only an upheld one removes it. */
export function caseState(outcomes: readonly (ObjectionOutcome | null)[], dropped: boolean): CaseState {
  if (outcomes.includes('upheld')) return 'removed'
  if (dropped) return 'dropped'
  if (outcomes.includes(null)) return 'objected'
  return outcomes.length === 0 ? 'published' : 'cleared'
}

/** Whether a case is still one of those published. */
export function stands({ state }: { state: CaseState }): boolean {
  return state !== 'removed' && state !== 'dropped'
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
