// What is due by the schemes that the bureau works by, planned backwards: the desk's own, and those of the evaluations
// on file. The same file and the same day give the same plan.
import {
  type DeadlineMark,
  deadlineMark,
  dueDay,
  type OpeningPlan,
  planOpening,
} from '../domain/calendar/deadlines.ts'
import { WorkingCalendar } from '../domain/calendar/working-days.ts'
import { type Day, daysBetween } from '../domain/day.ts'
import type { Deadline, Scheme } from '../domain/scheme/scheme.ts'
import { type Evaluation, listEvaluations } from '../store/evaluation.ts'
import type { Reader } from '../store/open.ts'
import { nomineePublicities } from '../store/publicity-days.ts'
import { getSetting, readCalendar } from '../store/reference.ts'
import { schemeById, schemeOf } from './evaluation/which.ts'
import { unpublishedNominees } from './report/published.ts'

export interface DeadlineStatus extends Omit<Deadline, 'month_day'> {
  /** Id of the scheme that sets it. */
  scheme: string
  due_on: Day
  /** Negative when it has passed; 0 on the day itself, which still counts. */
  days_left: number
  mark: DeadlineMark
  /** Where what is due has to be published before. */
  publicity: Opening | null
}

/** `opened`: publicities of the evaluation's nominees so far. `unpublished`: nominees who are in none. */
export type Opening = OpeningPlan & { opened: number; unpublished: number }

export interface PlannedDeadline {
  scheme: Scheme
  /** The latest by the scheme. */
  evaluation: Evaluation | null
  /** That the deadline is of. */
  year: number
  deadline: DeadlineStatus
}

/** Of the year of a scheme's latest evaluation, else of today's. */
export function planDeadlines(reader: Reader, today: Day): PlannedDeadline[] {
  const all = listEvaluations(reader)
  const { years, days } = readCalendar(reader)
  const calendar = new WorkingCalendar(years, days)
  const ids = new Set([getSetting(reader, 'scheme')!, ...all.map(e => e.scheme_id)])
  return [...ids].flatMap(id => {
    const own = all.filter(e => e.scheme_id === id)
    const evaluation = own.reduce<Evaluation | null>((a, b) => (a && a.year > b.year ? a : b), null)
    const scheme = evaluation ? schemeOf(reader, evaluation) : schemeById(reader, id)
    const year = evaluation?.year ?? Number(today.slice(0, 4))
    const opened = evaluation ? nomineePublicities(reader, evaluation.id).length : 0
    const unpublished = evaluation ? unpublishedNominees(reader, evaluation.id).length : 0
    const opening = (due: Day) => {
      return { ...planOpening(calendar, scheme.publicity, due, today), opened, unpublished }
    }
    return scheme.deadlines
      .filter(d => d.year === null || d.year >= year)
      .map(d => ({ scheme, evaluation, year, deadline: planDeadline(d, scheme.id, year, today, opening) }))
  })
}

function planDeadline(
  { month_day, ...deadline }: Deadline,
  scheme: string,
  year: number,
  today: Day,
  opening: (due: Day) => Opening,
): DeadlineStatus {
  const due_on = dueDay({ month_day }, deadline.year ?? year)
  const days_left = daysBetween(today, due_on)
  return {
    ...deadline,
    scheme,
    due_on,
    days_left,
    mark: deadlineMark(days_left),
    publicity: deadline.after_publicity ? opening(due_on) : null,
  }
}
