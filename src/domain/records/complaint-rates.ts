// How a desk deals with its complaints, counted: taken up within seven days, closed, closed in time.
import { addDays, type Day } from '../day.ts'
import { type Complaint, isUpheld } from './complaint.ts'

export type CountedCase = Pick<Complaint, 'received_on' | 'accepted_on' | 'due_on' | 'closed_on' | 'finding'>

/** How many of how many. */
export interface Share {
  of: number
  n: number
}

export interface ComplaintRates {
  received: number
  upheld: number
  /** Taken up within seven days; a case that may still be is not counted yet. */
  taken_up: Share
  closed: Share
  /** Of those closed or fallen due: closed by the day stated for it. Without such a day a case is not counted. */
  on_time: Share
}

/** Days within which a complaint is to be taken up. */
const TAKEN_UP_WITHIN = 7

export function complaintRates(cases: readonly CountedCase[], today: Day): ComplaintRates {
  const share = (counted: readonly CountedCase[], met: (one: CountedCase) => boolean): Share => {
    return { of: counted.length, n: counted.filter(met).length }
  }
  const untilTakenUp = (one: CountedCase) => addDays(one.received_on, TAKEN_UP_WITHIN)
  // On the last day of its time a case is not late yet.
  const settled = cases.filter(c => c.accepted_on !== null || c.closed_on !== null || untilTakenUp(c) < today)
  const due = cases.filter(c => c.due_on !== null && (c.closed_on !== null || c.due_on < today))
  return {
    received: cases.length,
    upheld: cases.filter(isUpheld).length,
    // Closed at once, a case was taken up.
    taken_up: share(settled, c => (c.accepted_on ?? c.closed_on ?? '9') <= untilTakenUp(c)),
    closed: share(cases, c => c.closed_on !== null),
    on_time: share(due, c => c.closed_on !== null && c.closed_on <= c.due_on!),
  }
}
