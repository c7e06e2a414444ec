// The figures of a year as papers and pages tell them, and how things are counted by kind.
import type { CommitmentRates } from '../archive/roll.ts'
import type { Day } from '../day.ts'
import type { Coverage } from '../inspection/due.ts'
import type { SummaryFigure } from '../inspection/summary.ts'
import type { ComplaintRates } from '../records/complaint-rates.ts'
import type { SubjectNoun } from '../scheme/scheme.ts'
import type { Averages } from '../score/average.ts'

export interface Tally {
  kind: string
  count: number
}

/** How an evaluation of the year came out. */
export interface YearEvaluation extends Averages {
  id: number
  scheme: string
  /** Of the scheme. */
  title: string
  subject: SubjectNoun
  status: 'open' | 'finalized'
  evaluated: number
  /** By grade, or where the scheme decides and does not grade, by decision; what is not known last. */
  outcomes: Tally[]
  nominated: number
}

export interface YearPart {
  /** Of the agencies on the roll on the last day. */
  rates: CommitmentRates
  /** Received in the year, as they stand today. */
  complaints: ComplaintRates
  /** Decided in the year: in force on the last day by kind, and those that were revoked by then. */
  penalties: { count: number; kinds: Tally[]; revoked: number }
  sanctions: { count: number; kinds: Tally[] }
  /** Spring Thunder, in its days. */
  coverage: Omit<Coverage, 'missing'>
  /** Of the inspections of the year: how many there were, and what was to be put right; of that done late, and overdue. */
  inspections: { visits: number; ordered: number; rectified: number; late: number; overdue: number }
  /** Items that inspections of the year found not met, the most frequent first. */
  problems: Tally[]
  evaluations: YearEvaluation[]
  /** By title. */
  titles: { granted: Tally[]; revoked: Tally[] }
  listings: { red: number; black: number; exited: number }
  incentives: Tally[]
}

export interface YearDistrict extends YearPart {
  district_code: string
  district: string
}

export interface YearFigures {
  year: number
  /** The last day that is looked at: today, or the last of the year. */
  on: Day
  /** Null of all. */
  district_code: string | null
  district: string | null
  whole: YearPart
  districts: YearDistrict[]
  /** The table of the inspections in its days. */
  spring: SummaryFigure[]
  /** Null where nothing of that year is on file. Its rates are left out: the roster of then is not kept. */
  previous: { year: number; whole: Omit<YearPart, 'rates'> } | null
}

/** In the order given, what is not in it behind in the order in which it comes; none that never was. */
export function tally(kinds: readonly string[], order: readonly string[] = []): Tally[] {
  const counts = new Map<string, number>(order.map(kind => [kind, 0]))
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }))
}

/** The most frequent first. */
export function byCount(tallies: readonly Tally[]): Tally[] {
  return tallies.toSorted((a, b) => b.count - a.count)
}
