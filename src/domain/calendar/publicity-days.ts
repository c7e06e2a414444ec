// Periods of publicity (公示) as arithmetic: from the day it opens to its last day, and back from the day something is
// due. Documents count working days; some mean the day it opens as day one (ZS 公示: 5月30日至6月5日), some the next.
import { addDays, type Day } from '../day.ts'
import type { WorkingCalendar } from './working-days.ts'

/** A year on which the answer depends has no notice on file. */
export interface MissingYear {
  missingYear: string
}

export interface PublicityPeriod {
  /** The day it opens, worked or not. */
  first_day: Day
  last_day: Day
  counted: Day[]
}

/** A publicity of so many working days. Opened on a day off, it is counted from the next working day either way. */
export function publicityPeriod(
  calendar: WorkingCalendar,
  opens: Day,
  workingDays: number,
  countFirst: boolean,
): PublicityPeriod | MissingYear {
  const found = calendar.addWorkingDays(opens, workingDays, countFirst)
  if (found !== null) return { first_day: opens, last_day: found.day, counted: found.counted }
  return { missingYear: calendar.unknownFrom(countFirst ? opens : addDays(opens, 1), 1).slice(0, 4) }
}

/**
 * The latest working day on which a publicity can open so that its last day is not after the day due. A day due that
 * is off stays where it is: the publicity ends on a working day before it.
 */
export function lastDayToOpen(
  calendar: WorkingCalendar,
  due: Day,
  workingDays: number,
  countFirst: boolean,
): { day: Day } | MissingYear {
  let left = countFirst ? workingDays : workingDays + 1
  for (let day = due; ; day = addDays(day, -1)) {
    const works = calendar.isWorkingDay(day)
    if (works === null) return { missingYear: day.slice(0, 4) }
    if (works) left--
    if (left === 0) return { day }
  }
}
