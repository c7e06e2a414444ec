// How long complaints take from receipt to closing, in calendar days. A complaint that repeats another is counted there.
import { daysBetween } from '../day.ts'
import { medianOf, ratioText } from '../exact.ts'
import type { CountedCase } from './complaint-rates.ts'

export interface ComplaintTimes {
  /** Days from the first to the last of each span, both included; null has no last. */
  spans: { from: number; to: number | null; cases: number }[]
  closed: number
  open: number
  /** Of the closed, in days and at most a half; null without any. */
  median: string | null
  longest: number | null
}

const SPANS: readonly (readonly [number, number | null])[] = [
  [0, 0],
  [1, 7],
  [8, 15],
  [16, 30],
  [31, 60],
  [61, null],
]

export function complaintTimes(
  all: readonly Pick<CountedCase, 'received_on' | 'closed_on' | 'duplicate_of'>[],
): ComplaintTimes {
  const cases = all.filter(c => c.duplicate_of === null)
  const days = cases
    .flatMap(c => (c.closed_on === null ? [] : [daysBetween(c.received_on, c.closed_on)]))
    .sort((a, b) => a - b)
  const middle = medianOf(days)
  const within = ([from, to]: (typeof SPANS)[number]) =>
    days.filter(d => d >= from && (to === null || d <= to)).length
  return {
    spans: SPANS.map(span => ({ from: span[0], to: span[1], cases: within(span) })),
    closed: days.length,
    open: cases.length - days.length,
    median: middle && ratioText(middle, 0, 1),
    longest: days.at(-1) ?? null,
  }
}
