// The figures of a campaign's summary (BJ 四(四)), each with the records that it counts.
import { type Day, isWithin } from '../day.ts'
import type { Value, Values } from '../imports/column.ts'
import { activityKinds } from '../records/activity.ts'
import { sanctionLadder } from '../records/sanction.ts'
import { serviceSystems } from '../records/system.ts'
import { taskIs } from '../records/task.ts'
import type { Campaign, CampaignEntry } from './campaign.ts'
import type { Rebuilding } from './rebuilding.ts'

export interface Figure {
  count: number
  /** Of how many, where it is a share. */
  of: number | null
  /** Numbers of the records, or their ids where they have none. */
  records: string[]
}

/** Heads, and how many of the records do not tell theirs. */
export interface Heads extends Figure {
  heads: number
  unknown: number
}

export interface MonthFigures {
  pacts: Figure
  inspections: { visits: Figure; agencies: Figure; failed: Figure }
  /** Of how many it is on file whether they have it, and of those that lacked it in the month what became. */
  systems: { system: string; found: Figure; missing: Figure; rebuilt: Figure; overdue: Figure }[]
  activities: (Heads & { kind: string })[]
  commitments: { agencies: Figure; agencies_to_date: Figure; staff: Heads; staff_to_date: Heads }
  complaints: { received: Figure; closed: Figure }
  sanctions: (Figure & { kind: string })[]
  tasks: { done: Figure; open: Figure; overdue: Figure }
}

/** Rows of the registers of one district, or of all. */
export interface MonthFile {
  /** Agencies in business; of them the shares are told. */
  agencies: ReadonlySet<number>
  entries: readonly CampaignEntry[]
  systems: readonly { id: number; system: string }[]
  rebuilding: readonly (Rebuilding & { id: number; system: string })[]
  inspections: readonly Values[]
  activities: readonly Values[]
  commitments: readonly Values[]
  complaints: readonly Values[]
  sanctions: readonly Values[]
  tasks: readonly Values[]
}

/** Always told, because the notice asks for them: 诚信兴业 and the publicity of the month. */
const ALWAYS_TOLD: readonly string[] = ['培训', '宣传']

export function monthFigures(file: MonthFile, campaign: Campaign, today: Day): MonthFigures {
  const window = { from: campaign.starts_on, to: campaign.ends_on }
  const during = (rows: readonly Values[], day: string) => rows.filter(row => within(row[day], window))
  const posted = file.entries.filter(e => e.kind === 'pact' && file.agencies.has(e.agency_id))
  const signed = (kind: string, rows: readonly Values[]) => rows.filter(row => row.kind === kind)
  const staffOf = (rows: readonly Values[]) =>
    heads(
      latest(signed('staff', rows).filter(row => file.agencies.has(Number(row.agency_id)))),
      'signed_count',
    )
  const inMonth = during(file.commitments, 'signed_on')
  const activities = during(file.activities, 'held_on')
  const sanctions = during(file.sanctions, 'decided_on')
  const told = (kind: string) => ALWAYS_TOLD.includes(kind) || activities.some(a => a.kind === kind)
  const inState = (state: 'open' | 'done' | 'overdue') =>
    figure(file.tasks.filter(task => taskIs(state, task, today)))
  return {
    pacts: { count: posted.length, of: file.agencies.size, records: posted.map(e => String(e.id)) },
    inspections: inspected(during(file.inspections, 'date'), file.agencies),
    systems: serviceSystems.map(({ name }) => {
      const own = file.rebuilding.filter(r => r.system === name)
      return {
        system: name,
        found: figure(file.systems.filter(s => s.system === name)),
        missing: figure(own),
        rebuilt: figure(own.filter(r => r.rebuilt_on !== null)),
        overdue: figure(own.filter(r => r.overdue)),
      }
    }),
    activities: activityKinds
      .filter(told)
      .map(kind => ({ kind, ...heads(signed(kind, activities), 'head_count') })),
    commitments: {
      agencies: ofAgencies(signed('agency', inMonth), file.agencies),
      agencies_to_date: ofAgencies(signed('agency', file.commitments), file.agencies),
      staff: staffOf(inMonth),
      staff_to_date: staffOf(file.commitments),
    },
    complaints: {
      received: figure(during(file.complaints, 'received_on'), 'complaint_no'),
      closed: figure(during(file.complaints, 'closed_on'), 'complaint_no'),
    },
    sanctions: sanctionLadder
      .map(kind => ({ kind, ...figure(signed(kind, sanctions), 'sanction_no') }))
      .filter(({ count }) => count > 0),
    tasks: { done: inState('done'), open: inState('open'), overdue: inState('overdue') },
  }
}

function within(day: Value | undefined, window: { from: Day; to: Day }): boolean {
  return typeof day === 'string' && isWithin(day, window)
}

function figure(rows: readonly Values[] | readonly { id: number }[], number = 'id'): Figure {
  const records = rows.map(row => String((row as Values)[number] ?? row.id))
  return { count: rows.length, of: null, records }
}

/** Agencies in business that the rows name, each counted once. */
function ofAgencies(rows: readonly Values[], agencies: ReadonlySet<number>): Figure {
  const own = rows.filter(row => agencies.has(Number(row.agency_id)))
  const count = new Set(own.map(row => row.agency_id)).size
  return { ...figure(own), count, of: agencies.size }
}

/** Of others than agencies (employers, unlicensed agents) only the visits are counted. */
function inspected(rows: readonly Values[], agencies: ReadonlySet<number>): MonthFigures['inspections'] {
  const looked = ofAgencies(rows, agencies)
  const failed = rows.filter(row =>
    Object.values(JSON.parse(String(row.items)) as Record<string, string>).includes('fail'),
  )
  return {
    visits: figure(rows),
    agencies: looked,
    failed: { ...ofAgencies(failed, agencies), of: looked.count },
  }
}

function heads(rows: readonly Values[], field: string): Heads {
  const known = rows.map(row => row[field]).filter(n => typeof n === 'number')
  return {
    ...figure(rows),
    heads: known.reduce((sum, n) => sum + n, 0),
    unknown: rows.length - known.length,
  }
}

/** The last record of each agency: what its staff signed is told anew each time. */
function latest(rows: readonly Values[]): Values[] {
  const last = new Map<Value | undefined, Values>()
  for (const row of rows) {
    const before = last.get(row.agency_id)
    if (before === undefined || String(before.signed_on) <= String(row.signed_on))
      last.set(row.agency_id, row)
  }
  return [...last.values()]
}
