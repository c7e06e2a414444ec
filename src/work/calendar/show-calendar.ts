// The calendar as it is loaded: which years by which notice, and the days of one.
import type { KeptCalendar } from '../../domain/calendar/kept.ts'
import { noticeYear } from '../../domain/calendar/notice.ts'
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Day } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Desk } from '../desk.ts'
import { type CalendarSource, calendarHere } from './count-days.ts'

export interface ListedYear {
  year: number
  /** The notice that it was imported from; null of years that came with the program. */
  notice: string | null
  /** Of the year from January to December. */
  working_days: number
  days_off: number
  make_up_days: number
}

export interface Holiday {
  name: string
  off: Day[]
  work: Day[]
}

export function listYears(desk: Desk): { years: ListedYear[]; source: CalendarSource } {
  const { kept, source } = calendarHere(desk)
  return { years: kept.years.map(year => listed(kept, year)), source }
}

/** One year's notice by holiday. Refuses a year that is not loaded. */
export function showYear(
  desk: Desk,
  year: number,
): { year: ListedYear; holidays: Holiday[]; source: CalendarSource } {
  const { kept, source } = calendarHere(desk)
  if (!kept.years.includes(year)) throw new Refusal('CX1320', { years: String(year) })
  const holidays = new Map<string, Holiday>()
  for (const { day, kind, name } of daysOf(kept, year)) {
    const holiday = holidays.get(name) ?? { name, off: [], work: [] }
    holiday[kind].push(day)
    holidays.set(name, holiday)
  }
  return { year: listed(kept, year), holidays: [...holidays.values()], source }
}

function daysOf({ days }: KeptCalendar, year: number): KeptCalendar['days'] {
  return days.filter(({ day }) => noticeYear(day) === year).sort((a, b) => (a.day < b.day ? -1 : 1))
}

function listed(kept: KeptCalendar, year: number): ListedYear {
  const own = daysOf(kept, year)
  const off = own.filter(({ kind }) => kind === 'off').length
  return {
    year,
    notice: kept.notices?.find(n => n.year === year)?.notice ?? null,
    working_days: new WorkingCalendar([year], kept.days).between(`${year}-01-01`, `${year}-12-31`).counted
      .length,
    days_off: off,
    make_up_days: own.length - off,
  }
}
