// The documents that ship with the program: schemes by id, and the working-day calendar.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/working-days.ts'
import { isDay } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { CHECKLIST_FILE } from './checklist.ts'
import { readScheme } from './load.ts'

/** What lies beside the schemes and is none. */
const OTHERS: readonly string[] = ['calendar.yaml', 'duties.yaml', 'month.yaml', CHECKLIST_FILE]

/** Ids of the shipped schemes. */
export function shippedSchemes(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && !OTHERS.includes(name))
    .map(name => name.slice(0, -'.yaml'.length))
    .sort()
}

/** A shipped scheme with its text. Refuses an unknown id, naming those there are. */
export function readShippedScheme(folder: string, id: string): { scheme: Scheme; source: string } {
  if (!shippedSchemes(folder).includes(id)) {
    throw new Refusal('CX2005', { id, available: shippedSchemes(folder).join('、') })
  }
  const source = readShippedSource(folder, id)
  return { scheme: readScheme(source, id), source }
}

/** The text of one of the shipped schemes. */
export function readShippedSource(folder: string, id: string): string {
  return readFileSync(join(folder, `${id}.yaml`), 'utf8')
}

const day = z.string().refine(isDay)
const calendarFormat = z.record(
  z.string().regex(/^\d{4}$/),
  z.array(z.strictObject({ name: z.string(), off: z.array(day), work: z.array(day).default([]) })),
)

/** All years whose notice is on file, with their days off and make-up working days. */
export function readShippedCalendar(folder: string): { years: number[]; days: CalendarDay[] } {
  const notices = calendarFormat.parse(parse(readFileSync(join(folder, 'calendar.yaml'), 'utf8')))
  const days = Object.values(notices).flatMap(holidays =>
    holidays.flatMap(({ name, off, work }) => [
      ...off.map((d): CalendarDay => ({ day: d, kind: 'off', name })),
      ...work.map((d): CalendarDay => ({ day: d, kind: 'work', name })),
    ]),
  )
  return { years: Object.keys(notices).map(Number), days }
}
