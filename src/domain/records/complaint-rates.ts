// How a desk deals with its complaints, counted: answered the same day, taken up within seven days, closed, closed in
// time; and what each kind of window closes, against its target. A complaint that repeats another is counted there.
import { addDays, type Day } from '../day.ts'
import { type ComplaintCase, isUpheld, type WindowKind } from './complaint.ts'
import { dueDay, type LimitRules } from './complaint-limit.ts'

export type CountedCase = Pick<
  ComplaintCase,
  | 'received_on'
  | 'answered_on'
  | 'accepted_on'
  | 'due_on'
  | 'closed_on'
  | 'finding'
  | 'window_kind'
  | 'duplicate_of'
>

/** How many of how many. */
export interface Share {
  of: number
  n: number
}

export interface ComplaintRates {
  received: number
  upheld: number
  /** First answered on the day of receipt: SD 三(五)2. What was closed without a day of answer is not known to be. */
  same_day: Share
  /** Taken up within seven days (SW 劳动监察五); a case that may still be is not counted yet. */
  taken_up: Share
  closed: Share
  /** Of those closed or fallen due: closed by the day stated for it, else by the scheme's default. */
  on_time: Share
  /** Cases that may have been closed late or have fallen due: a year of the calendar is not loaded. */
  limit_unknown: number
}

/** Days within which a complaint is to be taken up. */
const TAKEN_UP_WITHIN = 7

export function complaintRates(all: readonly CountedCase[], today: Day, rules: LimitRules): ComplaintRates {
  const cases = countedOnce(all)
  const share = (counted: readonly CountedCase[], met: (one: CountedCase) => boolean): Share => {
    return { of: counted.length, n: counted.filter(met).length }
  }
  const untilTakenUp = (one: CountedCase) => addDays(one.received_on, TAKEN_UP_WITHIN)
  const answered = cases.filter(
    c => c.answered_on !== null || (c.closed_on === null && c.received_on < today),
  )
  // On the last day of its time a case is not late yet.
  const settled = cases.filter(c => c.accepted_on !== null || c.closed_on !== null || untilTakenUp(c) < today)
  const limited = cases.map(c => ({ ...c, due: dueDay(c, rules, c.closed_on ?? today) }))
  const due = limited.filter(c => c.due !== null && (c.closed_on !== null || c.due < today))
  return {
    received: cases.length,
    upheld: cases.filter(isUpheld).length,
    same_day: share(answered, c => c.answered_on === c.received_on),
    // Closed at once, a case was taken up.
    taken_up: share(settled, c => (c.accepted_on ?? c.closed_on ?? '9') <= untilTakenUp(c)),
    closed: closedOf(cases),
    // 'later' stands behind every day.
    on_time: { of: due.length, n: due.filter(c => c.closed_on !== null && c.closed_on <= c.due!).length },
    limit_unknown: limited.filter(c => c.due === null).length,
  }
}

/** Per cent of cases that a window is to close: SW 信访五, 劳动监察五, 劳动仲裁五, 法律咨询六. */
const TARGETS: Readonly<Record<WindowKind, number | null>> = {
  market: null,
  petition: 100,
  labor_inspection: 90,
  arbitration: 95,
  legal_advice: 90,
}

export interface WindowRates {
  /** Null: of cases for which none is stated. */
  window_kind: WindowKind | null
  received: number
  closed: Share
  /** In per cent. */
  target: number | null
  /** Null without a target, or without a case. */
  met: boolean | null
}

/** By window, those without a case too; cases of none last, if there are any. */
export function windowRates(all: readonly CountedCase[]): WindowRates[] {
  const cases = countedOnce(all)
  const rates = ([...Object.keys(TARGETS), null] as (WindowKind | null)[]).map((window_kind): WindowRates => {
    const closed = closedOf(cases.filter(c => c.window_kind === window_kind))
    const target = window_kind === null ? null : TARGETS[window_kind]
    // Whole numbers: 19 of 20 are 95 %.
    const met = target === null || closed.of === 0 ? null : closed.n * 100 >= target * closed.of
    return { window_kind, received: closed.of, closed, target, met }
  })
  return rates.filter(rate => rate.window_kind !== null || rate.received > 0)
}

function closedOf(cases: readonly CountedCase[]): Share {
  return { of: cases.length, n: cases.filter(c => c.closed_on !== null).length }
}

function countedOnce(cases: readonly CountedCase[]): readonly CountedCase[] {
  return cases.filter(c => c.duplicate_of === null)
}
