// All that is due, late ones first, with what is still owed for it.
import { deadlineMark } from '../../domain/calendar/deadlines.ts'
import { type Day, daysBetween } from '../../domain/day.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import { once, type Reader } from '../../store/open.ts'
import { getSetting } from '../../store/reference.ts'
import { type DeadlineStatus, planDeadlines } from '../deadlines.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { coverageIn } from '../inspection/coverage.ts'
import { CHECKLIST_ID } from '../scheme/list.ts'
import { completionOf } from './completion.ts'
import { type Owed, owedOf } from './owed.ts'

export interface ReportedDeadline
  extends Pick<
    DeadlineStatus,
    'id' | 'scheme' | 'name' | 'clause' | 'due_on' | 'days_left' | 'mark' | 'publicity'
  > {
  /** To whom; null where nothing is handed in. */
  to: string | null
  /** Since when nothing is owed any more; null while anything is, and where nothing on file tells. */
  completed_on: Day | null
  /** Whether the file can tell anything of it besides the day. */
  tracked: boolean
  /** Set by another scheme than the desk's: a default. */
  by_default: boolean
  /** Whether its mark is of the district that was asked for, not of all. */
  of_district: boolean
  owed: Owed[]
}

export interface DeadlineReport {
  today: Day
  deadlines: ReportedDeadline[]
}

/** `district`: what is owed by this one and by all. */
export function reportDeadlines(desk: Desk, district: string | null): DeadlineReport {
  return ask(desk, reader => deadlinesIn(desk, reader, district))
}

export function deadlinesIn(desk: Desk, reader: Reader, district: string | null): DeadlineReport {
  const code = district === null ? null : districtNamed(reader, district).code
  const deadlines = [...plannedIn(reader, desk.today), ...inspectionDeadline(desk, reader, district)]
    .map(deadline => ({
      ...deadline,
      owed: deadline.owed.filter(o => code === null || o.district_code === null || o.district_code === code),
    }))
    .sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : 0))
  return { today: desk.today, deadlines }
}

/** With what all districts owe. */
const plannedIn = once((reader: Reader, today: Day): readonly ReportedDeadline[] =>
  planDeadlines(reader, today).map(plan => {
    const { year: _year, after_publicity, done_by: _by, handed_in, ...told } = plan.deadline
    const owed = owedOf(reader, plan, today)
    const tracked = after_publicity || handed_in !== null
    const flags = { tracked, by_default: false, of_district: false }
    return { ...told, ...flags, ...completionOf(reader, plan, owed), owed }
  }),
)

/** What is done comes last. */
function rankOf({ mark, due_on }: ReportedDeadline): string {
  return `${mark === 'done' ? 1 : 0}${due_on}`
}

/** The inspection of the first half of today's year; none while nobody is to be inspected. */
function inspectionDeadline(desk: Desk, reader: Reader, district: string | null): ReportedDeadline[] {
  const { to, clause, rows } = coverageIn(desk, reader, { year: null, batch: null, district })
  const all = rows.at(-1)!
  if (all.to_inspect === 0) return []
  const checklist = readShippedChecklist(desk.schemes)
  const own = getSetting(reader, 'scheme')
  const days_left = daysBetween(desk.today, to)
  const owed = rows
    .filter(row => row.district_code !== null && row.inspected < row.to_inspect)
    .map(({ district_code, district, to_inspect, inspected }): Owed => {
      const count = to_inspect - inspected
      return { district_code, district, what: 'not_inspected', count, until: null, in_time: null }
    })
  return [
    {
      id: 'inspection',
      scheme: CHECKLIST_ID,
      name: checklist.title,
      to: null,
      clause,
      due_on: to,
      days_left,
      mark: all.inspected === all.to_inspect ? 'done' : deadlineMark(days_left),
      publicity: null,
      completed_on: null,
      ...{ tracked: true, by_default: checklist.scheme !== own, of_district: district !== null },
      owed,
    },
  ]
}
