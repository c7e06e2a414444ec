// By when a complaint is to be closed: the day stated for it, else the scheme's default in working days. One rule for
// the evaluation, the overdue list and the rates.
import type { WorkingCalendar } from '../calendar/working-days.ts'
import { addDays, type Day, daysBetween } from '../day.ts'
import type { Value, Values } from '../imports/column.ts'

export interface LimitRules {
  calendar: WorkingCalendar
  /** Working days for a complaint whose own limit is blank. */
  complaintLimit: number
}

/** What a limit is counted from. */
export interface LimitedCase {
  received_on: Day
  accepted_on: Day | null
  due_on: Day | null
}

/** The last day of a case's limit; `later` if it surely lies after `day`; null if it cannot be told. */
export function dueDay(complaint: LimitedCase, rules: LimitRules, day: Day): Day | 'later' | null {
  if (complaint.due_on !== null) return complaint.due_on
  const start = complaint.accepted_on ?? complaint.received_on
  const due = rules.calendar.addWorkingDays(start, rules.complaintLimit)
  // So many working days are never fewer calendar days.
  return due?.day ?? (daysBetween(start, day) < rules.complaintLimit ? 'later' : null)
}

/** Where the limit of a case stands: the day, null if it cannot be told, and whether somebody stated it. */
export interface Limit {
  limit_on: Day | null
  limit: 'stated' | 'default' | 'unknown'
}

/** `rules` is asked only where nobody stated a limit. */
export function limitOf(complaint: LimitedCase, rules: () => LimitRules, day: Day): Limit {
  if (complaint.due_on !== null) return { limit_on: complaint.due_on, limit: 'stated' }
  const due = dueDay(complaint, rules(), day)
  return due === null || due === 'later'
    ? { limit_on: null, limit: 'unknown' }
    : { limit_on: due, limit: 'default' }
}

/**
 * Open although its day has passed; on the day itself it is not late yet. A duplicate is handled where its original
 * is. Null: open, and its limit cannot be told.
 */
export function isOverdue(values: Values, today: Day, rules: () => LimitRules): boolean | null {
  if (values.closed_on !== null || values.duplicate_of !== null) return false
  const due = values.due_on ?? dueDay(values as unknown as LimitedCase, rules(), today)
  return due === null ? null : due !== 'later' && due < today
}

/** So many days after a day, day one the day after it; a year whose calendar is not loaded is named, never assumed. */
export function countedFrom(
  day: Day,
  { days, workingDays }: { days: Value; workingDays: Value },
  calendar: WorkingCalendar,
): { day: Day } | { missingYear: string } {
  if (typeof days === 'number') return { day: addDays(day, days) }
  const counted = calendar.addWorkingDays(day, Number(workingDays))
  if (counted !== null) return { day: counted.day }
  return { missingYear: calendar.unknownFrom(addDays(day, 1), 1).slice(0, 4) }
}
