// Working days by the State Council's yearly notices: weekends, days off and make-up days.
// A year without a loaded notice is refused, never taken as plain Monday to Friday.
import { addDays, type Day, FOREVER, weekday } from '../day.ts'

export interface CalendarDay {
  day: Day
  /** Off although a weekday would work, or work although a weekend would be off. */
  kind: 'off' | 'work'
  name: string
}

export class WorkingCalendar {
  private readonly special: Map<Day, 'off' | 'work'>
  private readonly years: Set<string>

  constructor(years: Iterable<number>, special: Iterable<CalendarDay>) {
    this.years = new Set([...years].map(String))
    this.special = new Map([...special].map(entry => [entry.day, entry.kind]))
  }

  /** Whether the day is worked; null when its year's notice is not loaded, and for what never ends. */
  isWorkingDay(day: Day): boolean | null {
    if (day === FOREVER || !this.years.has(day.slice(0, 4))) return null
    const kind = this.special.get(day)
    if (kind) return kind === 'work'
    const n = weekday(day)
    return n !== 0 && n !== 6
  }

  /** The first day of which nothing is known, from a day on forwards (1) or backwards (-1). */
  unknownFrom(start: Day, step: 1 | -1): Day {
    let day = start
    while (this.isWorkingDay(day) !== null) day = addDays(day, step)
    return day
  }

  /** The working days from one day to another, both included, and the years between them without a notice. */
  between(from: Day, to: Day): { counted: Day[]; missing: number[] } {
    const missing: number[] = []
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
      if (!this.years.has(String(year))) missing.push(year)
    const counted: Day[] = []
    if (missing.length > 0) return { counted, missing }
    for (let day = from; day <= to; day = addDays(day, 1)) if (this.isWorkingDay(day)) counted.push(day)
    return { counted, missing }
  }

  /**
   * The n-th working day (n >= 1) counted from `start`. Day one is the day after, or `start` itself with `countFirst`
   * if it is a working day. Null when the count runs into a year whose notice is not loaded.
   */
  addWorkingDays(start: Day, n: number, countFirst = false): { day: Day; counted: Day[] } | null {
    if (n < 1) throw new RangeError(`${n} working days`)
    const counted: Day[] = []
    let day = countFirst ? start : addDays(start, 1)
    for (;;) {
      const works = this.isWorkingDay(day)
      if (works === null) return null
      if (works) counted.push(day)
      if (counted.length === n) return { day, counted }
      day = addDays(day, 1)
    }
  }
}
