// Working days without a file of one's own: by the calendar on file where there is a file, so that imported years
// count, else by the one that came with the program.
import type { KeptCalendar } from '../../domain/calendar/kept.ts'
import { type PublicityPeriod, publicityPeriod } from '../../domain/calendar/publicity-days.ts'
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Day } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readShippedCalendar } from '../../schemes/library.ts'
import { readCalendar } from '../../store/reference.ts'
import { askIfThere, type Desk } from '../desk.ts'

export type CalendarSource = 'database' | 'shipped'

export function calendarHere(desk: Desk): { kept: KeptCalendar; source: CalendarSource } {
  const onFile = askIfThere(desk, readCalendar)
  return onFile === undefined
    ? { kept: readShippedCalendar(desk.schemes), source: 'shipped' }
    : { kept: onFile, source: 'database' }
}

export function addWorkingDays(
  desk: Desk,
  day: Day,
  workingDays: number,
  countFirst: boolean,
): Pick<PublicityPeriod, 'last_day' | 'counted'> & { source: CalendarSource } {
  const { kept, source } = calendarHere(desk)
  const found = publicityPeriod(new WorkingCalendar(kept.years, kept.days), day, workingDays, countFirst)
  if ('missingYear' in found) throw new Refusal('CX1320', { years: found.missingYear })
  return { last_day: found.last_day, counted: found.counted, source }
}

export function workingDaysBetween(
  desk: Desk,
  from: Day,
  to: Day,
): { counted: Day[]; source: CalendarSource } {
  const { kept, source } = calendarHere(desk)
  const { counted, missing } = new WorkingCalendar(kept.years, kept.days).between(from, to)
  if (missing.length > 0) throw new Refusal('CX1320', { years: rangesOf(missing) })
  return { counted, source }
}

/** 1999–2006、2027: years in order, those that follow on each other as one. */
function rangesOf(years: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const year of years) {
    const last = ranges.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else ranges.push([year, year])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')
}
