// How long something is published: so many working days, with the day it is put up counted or not.
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { Day } from '../day.ts'

export type PublicityKind = 'nominees' | 'consultation'

/** `over`: its last day is past, and nobody has closed it yet. */
export type PublicityState = 'open' | 'over' | 'closed' | 'withdrawn'

export interface PublicityTerm {
  working_days: number
  count_first_day: boolean
}

/**
 * The working days that count from the day on which it is put up; the last of them is the last day. Otherwise the first
 * year on the way whose calendar is not loaded.
 */
export function daysCounted(
  calendar: WorkingCalendar,
  firstDay: Day,
  { working_days, count_first_day }: PublicityTerm,
): Day[] | { missing: number } {
  const found = calendar.addWorkingDays(firstDay, working_days, count_first_day)
  if (found) return found.counted
  let year = Number(firstDay.slice(0, 4))
  while (year < 9999 && calendar.isWorkingDay(`${year}-01-01`) !== null) year += 1
  return { missing: year }
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
