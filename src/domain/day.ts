// Calendar days as plain 'YYYY-MM-DD' texts: they sort as texts, have no time zone and no clock.

/** A day that exists, 'YYYY-MM-DD', years 1900-9999. */
export type Day = string

/** What never ends (长期): after every other day. */
export const FOREVER: Day = '9999-12-31'

const CANONICAL = /^\d{4}-\d\d-\d\d$/
const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
]

/** Reads a day in one of the accepted written forms; 'form' if it has none of them, 'day' if no such day exists. */
export function parseDay(text: string): { day: Day } | 'form' | 'day' {
  if (CANONICAL.test(text)) return exists(...parts(text)) ? { day: text } : 'day'
  for (const form of FORMS) {
    const match = form.exec(text)
    if (!match) continue
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    return day === null ? 'day' : { day }
  }
  return 'form'
}

/** Whether the text is a day in the canonical form. */
export function isDay(text: string): boolean {
  return CANONICAL.test(text) && exists(...parts(text))
}

export function dayOf(year: number, month: number, date: number): Day | null {
  return exists(year, month, date) ? `${year}-${pad(month)}-${pad(date)}` : null
}

function exists(year: number, month: number, date: number): boolean {
  if (year < 1900 || year > 9999 || month < 1 || month > 12) return false
  return date >= 1 && date <= daysInMonth(year, month)
}

/**
 * Adds months; a day past the month's end becomes its last day (31 March - 1 month = 28/29 February). There is no day
 * after the last: what would lie beyond is that day.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  if (y > 9999) return FOREVER
  const m = (index % 12) + 1
  return `${y}-${pad(m)}-${pad(Math.min(date, daysInMonth(y, m)))}`
}

/** Adds days; the last day there is stays the last. */
export function addDays(day: Day, days: number): Day {
  const [year, month, date] = parts(day)
  const time = Date.UTC(year, month - 1, date + days)
  return time < utc(FOREVER) ? new Date(time).toISOString().slice(0, 10) : FOREVER
}

/** Whole days from `a` to `b`; negative if `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((utc(b) - utc(a)) / 86_400_000)
}

/** The days that count as "within N months" of an as-of day: as-of minus N months < day <= as-of. */
export function monthsWindow(asOf: Day, months: number): { from: Day; to: Day } {
  return { from: addDays(addMonths(asOf, -months), 1), to: asOf }
}

export function isWithin(day: Day, window: { from: Day; to: Day }): boolean {
  return window.from <= day && day <= window.to
}

/** 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(utc(day)).getUTCDay()
}

function parts(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function utc(day: Day): number {
  const [year, month, date] = parts(day)
  return Date.UTC(year, month - 1, date)
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : MONTHS[month - 1]!
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
