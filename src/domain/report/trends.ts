// What became more and what less against the year before, where something of it is on file. Rates and points are told as
// decimals; what either year does not know has no change.
import { percentText, scaledText } from '../exact.ts'
import { coverageRate } from '../inspection/due.ts'
import type { Tally, YearEvaluation, YearFigures, YearPart } from './year.ts'

export const trendNames = [
  'complaints_received',
  'complaints_upheld',
  'closed_rate',
  'on_time_rate',
  'penalties',
  'sanctions',
  'visits',
  'inspected_rate',
  'evaluated',
  'mean',
  'titles_granted',
  'titles_revoked',
  'black_listed',
] as const

export interface Trend {
  name: (typeof trendNames)[number]
  /** Counts or decimals; null where it is not known. */
  before: string | null
  now: string | null
  /** With its sign; 0 without. */
  change: string | null
}

/** None where nothing of the year before is on file. */
export function trendsOf({ whole, previous }: Pick<YearFigures, 'whole' | 'previous'>): Trend[] {
  if (previous === null) return []
  return trendNames.map(name => {
    const [before, now] = [measured(name, previous.whole, whole), measured(name, whole, previous.whole)]
    return { name, before, now, change: changeOf(before, now) }
  })
}

type Part = Omit<YearPart, 'rates'>

/** `other`: the year that it is held against. */
function measured(name: Trend['name'], part: Part, other: Part): string | null {
  const { complaints, penalties, sanctions, coverage, inspections, titles, listings } = part
  switch (name) {
    case 'complaints_received':
      return String(complaints.received)
    case 'complaints_upheld':
      return String(complaints.upheld)
    case 'closed_rate':
      return percentText(complaints.closed.n, complaints.closed.of)
    case 'on_time_rate':
      return percentText(complaints.on_time.n, complaints.on_time.of)
    case 'penalties':
      return String(penalties.count)
    case 'sanctions':
      return String(sanctions.count)
    case 'visits':
      return inspections.visits === 0 ? null : String(inspections.visits)
    case 'inspected_rate':
      return coverageRate(coverage, coverage)
    case 'evaluated':
      return ofScheme(part, other)?.evaluated.toString() ?? null
    case 'mean':
      return ofScheme(part, other)?.mean ?? null
    case 'titles_granted':
      return String(total(titles.granted))
    case 'titles_revoked':
      return String(total(titles.revoked))
    case 'black_listed':
      return String(listings.black)
    default: {
      const never: never = name
      return never
    }
  }
}

export function total(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0)
}

/** Only what one scheme measured can be compared: the first that the other year has too, else the first. */
function ofScheme({ evaluations }: Part, other: Part): YearEvaluation | undefined {
  if (other.evaluations.length === 0) return evaluations[0]
  return evaluations.find(({ scheme }) => other.evaluations.some(o => o.scheme === scheme))
}

/** In hundredths: all are counts, per cents or means of two decimals. */
function changeOf(before: string | null, now: string | null): string | null {
  if (before === null || now === null) return null
  const change = hundredths(now) - hundredths(before)
  const text = scaledText(change, 2).replace(/\.?0+$/, '')
  return change > 0n ? `+${text}` : text
}

function hundredths(text: string): bigint {
  const [whole = '0', decimals = ''] = text.split('.')
  return BigInt(whole + decimals.padEnd(2, '0'))
}
