// Open publicities counted anew by another calendar. Those that were closed stay as they were.
import type { KeptCalendar } from '../../domain/calendar/kept.ts'
import { publicityPeriod } from '../../domain/calendar/publicity-days.ts'
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Day } from '../../domain/day.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { openPublicities, setLastDay } from '../../store/publicity-days.ts'

export interface Recounted {
  id: number
  title: string
  first_day: Day
  /** The last day as it was, and as it is. */
  before: Day
  after: Day
}

/** Those whose last day becomes another one, and those that the calendar could not count any more. */
export function planRecount(
  reader: Reader,
  { years, days }: KeptCalendar,
): { recounted: Recounted[]; problems: Problem[] } {
  const calendar = new WorkingCalendar(years, days)
  const recounted: Recounted[] = []
  const problems: Problem[] = []
  for (const { id, title, first_day, last_day, working_days, count_first_day } of openPublicities(reader)) {
    const period = publicityPeriod(calendar, first_day, working_days, count_first_day === 1)
    if ('missingYear' in period) problems.push(problem('CX1325', { id, title, year: period.missingYear }))
    else if (period.last_day !== last_day)
      recounted.push({ id, title, first_day, before: last_day, after: period.last_day })
  }
  return { recounted, problems }
}

export function recount(writer: Writer, planned: readonly Recounted[]): void {
  for (const { id, after } of planned) setLastDay(writer, id, after)
}
