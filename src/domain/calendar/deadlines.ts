// What a deadline leaves: the days to it, how near it is, and the last day on which a publicity before it can open.
// The day itself still counts, and on a day off it stays where it is.
import { addDays, type Day, dayOf, daysBetween } from '../day.ts'
import type { Deadline, PublicityRules } from '../scheme/scheme.ts'
import { lastDayToOpen } from './publicity-days.ts'
import type { WorkingCalendar } from './working-days.ts'

/** `T-7`: within the last week; `T-1`: tomorrow; `done` only of what can be told from the file. */
export type DeadlineMark = 'ahead' | 'T-7' | 'T-1' | 'today' | 'late' | 'done'

export function deadlineMark(daysLeft: number): DeadlineMark {
  if (daysLeft < 0) return 'late'
  if (daysLeft === 0) return 'today'
  if (daysLeft === 1) return 'T-1'
  return daysLeft <= 7 ? 'T-7' : 'ahead'
}

export function dueDay({ month_day }: Pick<Deadline, 'month_day'>, year: number): Day {
  const [month, date] = month_day.split('-').map(Number)
  return dayOf(year, month!, date!)!
}

/** What can be told to be missing before a deadline: a step of all, or of so many. */
export type OwedWhat =
  | 'evaluation_not_opened'
  | 'not_run'
  | 'run_again'
  | 'incomplete'
  | 'not_finalized'
  | 'not_proposed'
  | 'outdated'
  | 'ties_open'
  | 'papers_missing'
  | 'publicity_not_opened'
  | 'publicity_running'
  | 'publicity_not_closed'
  | 'objections_open'
  | 'not_granted'
  | 'not_filed'
  | 'not_handed_in'
  | 'not_inspected'

/** By both ways of counting; null where a year's notice is missing. */
interface BothWays<T> {
  first_day_counted: T | null
  first_day_not_counted: T | null
}

export interface OpeningPlan {
  working_days: number
  /** The scheme's own way of counting. */
  count_first_day: boolean
  last_day_to_open: BothWays<Day>
  /** Days left to those; negative once they have passed. */
  days_left: BothWays<number>
  /** Why there is no answer: a year whose notice is not loaded. */
  missing_year: string | null
}

/** When a publicity has to open at the latest to be closed by the day due: its last day is over the day after. */
export function planOpening(
  calendar: WorkingCalendar,
  { working_days, count_first_day }: PublicityRules,
  due: Day,
  today: Day,
): OpeningPlan {
  const [counted, not] = [true, false].map(first =>
    lastDayToOpen(calendar, addDays(due, -1), working_days, first),
  )
  const missing = [counted!, not!].find(found => 'missingYear' in found)
  const dayIn = (found: typeof counted) => (found && 'day' in found ? found.day : null)
  const left = (day: Day | null) => (day === null ? null : daysBetween(today, day))
  const last_day_to_open = { first_day_counted: dayIn(counted), first_day_not_counted: dayIn(not) }
  return {
    working_days,
    count_first_day,
    last_day_to_open,
    days_left: {
      first_day_counted: left(last_day_to_open.first_day_counted),
      first_day_not_counted: left(last_day_to_open.first_day_not_counted),
    },
    missing_year: missing && 'missingYear' in missing ? missing.missingYear : null,
  }
}
