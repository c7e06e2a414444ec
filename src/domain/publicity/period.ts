// A publicity in time: how long it lasts, and where it is on a day.
import type { Day } from '../day.ts'

export type PublicityKind = 'nominees' | 'consultation'

/** `over`: its last day is past, and nobody has closed it yet. */
export type PublicityState = 'open' | 'over' | 'closed' | 'withdrawn'

export interface PublicityTerm {
  working_days: number
  count_first_day: boolean
}

/** The last day itself is still open. */
export function publicityState(
  { last_day, closed_on, withdrawn_on }: { last_day: Day; closed_on: Day | null; withdrawn_on: Day | null },
  today: Day,
): PublicityState {
  if (withdrawn_on !== null) return 'withdrawn'
  if (closed_on !== null) return 'closed'
  return today > last_day ? 'over' : 'open'
}
