// The checklist of a campaign of inspections (春雷行动, ZS 四(四)2) as its file tells it: items, window, summary.
import type { Day } from '../day.ts'
import type { InspectionTarget } from '../records/inspection.ts'

export interface Checklist {
  title: string
  clause: string
  /** Id of the scheme whose document asks for it. */
  scheme: string
  /** MM-DD of every year. */
  window: { from: string; to: string; clause: string }
  officers: { min: number; clause: string }
  items: readonly ChecklistItem[]
  /** What a scheme's document says of orders to put right, and of those that are not followed. */
  orders: readonly { scheme: string; clause: string; otherwise: string }[]
  summary: readonly SummaryItem[]
}

export interface ChecklistItem {
  id: string
  name: string
  basis: string
  /** What a breach is punished by; null where nothing says. */
  breach: string | null
}

/** Where a number of the upward table comes from. */
export type SummaryItem = { id: string; name: string; unit: string } & (
  | { take: 'inspections'; where: readonly Condition[] }
  | { take: 'sum'; fields: readonly SummedField[]; expected: Condition | null }
  | { take: 'penalties'; kinds: readonly string[] }
)

export const summedFields = [
  'officers',
  'market_officers',
  'police_officers',
  'other_officers',
  'refunded_fen',
] as const

export interface SummedField {
  /** After the item's, as in officers.police. */
  id: string
  field: (typeof summedFields)[number]
  name: string
}

/** All that is asked must hold. */
export interface Condition {
  target?: InspectionTarget | undefined
  /** Any of these items. */
  failed?: readonly string[] | undefined
  findings?: Wording | undefined
  measure?: Wording | undefined
}

/** What a text must contain, and what of it leaves the question open. */
export interface Wording {
  yes: readonly string[]
  /** What tells that it is something else; with it, a text that says neither leaves the question open. */
  no?: readonly string[] | undefined
  unclear?: readonly string[] | undefined
}

/** The days of a year in which the inspections are due. */
export function windowOf({ window }: Checklist, year: number): { from: Day; to: Day } {
  return { from: `${year}-${window.from}`, to: `${year}-${window.to}` }
}
