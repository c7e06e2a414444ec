// Days as ISO text (YYYY-MM-DD). Arithmetic goes through UTC, so the time zone of the machine
// cannot move a date.

import type { Random } from './random.ts'

const DAY = 86_400_000

function parts(day: string): [number, number, number] {
  const [year, month, date] = day.split('-').map(Number)
  return [year!, month!, date!]
}

export function toDate(day: string): Date {
  const [year, month, date] = parts(day)
  return new Date(Date.UTC(year, month - 1, date))
}

export function addDays(day: string, count: number): string {
  return new Date(toDate(day).getTime() + count * DAY).toISOString().slice(0, 10)
}

/** The same day of the month; generated days stay below the 29th or are month ends of long months. */
export function addYears(day: string, years: number): string {
  const [year, month, date] = parts(day)
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10)
}

export function dayBetween(random: Random, from: string, to: string): string {
  return addDays(from, random.int(0, (toDate(to).getTime() - toDate(from).getTime()) / DAY))
}

/** As Excel on a Chinese Windows writes a date into CSV: 2012/4/9. */
export function excelDay(day: string): string {
  return day === '' ? '' : parts(day).join('/')
}
