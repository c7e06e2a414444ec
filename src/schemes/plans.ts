// What the documents ask for by the calendar: the integrity month with its tasks, and the recurring duties.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { MonthPlan } from '../domain/campaign/campaign.ts'
import { isDay } from '../domain/day.ts'
import type { Duty } from '../domain/duty/duty.ts'
import { activityKinds } from '../domain/records/activity.ts'

const text = z.string().min(1)
/** A day of every year: 29 February is none. */
const monthDay = z.string().refine(day => isDay(`2001-${day}`), 'MM-DD')

const monthFormat = z.strictObject({
  document: text,
  name: text,
  from: monthDay,
  to: monthDay,
  tasks: z.array(z.strictObject({ title: text, days_after: z.int().nonnegative(), clause: text })).min(1),
})

export function readMonthPlan(folder: string): MonthPlan {
  return monthFormat.parse(parse(readFileSync(join(folder, 'month.yaml'), 'utf8')))
}

const dutyFormat = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: text,
  subject: z.enum(['agency', 'window', 'institution', 'platform', 'community']),
  only: text.nullable().default(null),
  period: z.enum(['quarter', 'half1', 'year']),
  evidence: z.discriminatedUnion('record', [
    z.strictObject({ record: z.literal('activity'), kind: z.enum(activityKinds) }),
    z.strictObject({ record: z.literal('inspection') }),
    z.strictObject({ record: z.literal('annual_check') }),
  ]),
  document: text,
  clause: text,
})

export function readDuties(folder: string): Duty[] {
  return z.array(dutyFormat).parse(parse(readFileSync(join(folder, 'duties.yaml'), 'utf8')))
}
