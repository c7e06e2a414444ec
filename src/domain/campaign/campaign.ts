// A time of special work such as the integrity month (诚信服务月, BJ 三(四)), and what it asks the desk to do.
import { addDays, type Day } from '../day.ts'
import type { Values } from '../imports/column.ts'
import { taskKind } from '../records/task.ts'

export interface Campaign {
  id: number
  name: string
  starts_on: Day
  ends_on: Day
  /** By when missing systems are rebuilt. */
  rebuild_by: Day
}

/** An agency posted the pact, or stood out. */
export type EntryKind = 'pact' | 'outstanding'

export interface CampaignEntry {
  id: number
  agency_id: number
  kind: EntryKind
  day: Day
  reason: string | null
}

/** The integrity month as its notice has it. */
export interface MonthPlan {
  document: string
  /** Before the year. */
  name: string
  /** First and last day, MM-DD. */
  from: string
  to: string
  /** What the desk has to do, due so many days after the last day. */
  tasks: readonly { title: string; days_after: number; clause: string }[]
}

/** The campaign as it was asked for; what was not said is as in the notice, missing systems being rebuilt in its time. */
export function planCampaign(
  plan: MonthPlan,
  wanted: {
    name: string | null
    year: number | null
    from: Day | null
    to: Day | null
    rebuildBy: Day | null
  },
  today: Day,
): Omit<Campaign, 'id'> {
  const year = wanted.year ?? Number((wanted.from ?? today).slice(0, 4))
  const ends_on = wanted.to ?? `${year}-${plan.to}`
  return {
    name: wanted.name ?? `${plan.name}${year}`,
    starts_on: wanted.from ?? `${year}-${plan.from}`,
    ends_on,
    rebuild_by: wanted.rebuildBy ?? ends_on,
  }
}

/** The plan's tasks for the desk of a district, or of the city. */
export function tasksOf(
  plan: MonthPlan,
  { name, ends_on }: Omit<Campaign, 'id'>,
  district: string | null,
): Values[] {
  const blank = Object.fromEntries(taskKind.columns.map(column => [column.key, null]))
  return plan.tasks.map(({ title, days_after, clause }) => ({
    ...blank,
    title,
    kind: 'campaign',
    district_code: district,
    campaign: name,
    basis: `${plan.document} ${clause}`,
    due_on: addDays(ends_on, days_after),
  }))
}
