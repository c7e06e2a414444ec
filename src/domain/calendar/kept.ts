// The calendar as it is on file or was frozen, and what of it an evaluation rests on.
import type { Day } from '../day.ts'
import type { CalendarDay } from './working-days.ts'

export interface KeptCalendar {
  years: number[]
  days: CalendarDay[]
  /** Years that were imported; none of calendars frozen before there could be any. */
  notices?: { year: number; notice: string }[]
}

/**
 * What of a calendar belongs to the basis of an evaluation: nothing while all of it came with the program, so that
 * evaluations of earlier versions keep their digests; else every year that a limit running on the as-of day can reach.
 */
export function calendarBasis({ years, days, notices = [] }: KeptCalendar, asOf: Day): string | null {
  const last = Number(asOf.slice(0, 4)) + 1
  if (!notices.some(({ year }) => year <= last)) return null
  return JSON.stringify({
    years: years.filter(year => year <= last),
    days: days.filter(({ day }) => Number(day.slice(0, 4)) <= last).map(({ day, kind }) => [day, kind]),
  })
}
