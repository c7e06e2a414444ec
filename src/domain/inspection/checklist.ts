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
  places: Readonly<Record<string, string>>
  officers: { min: number; clause: string }
  items: readonly ChecklistItem[]
  /** What a scheme's document says of orders to put right, and of those that are not followed. */
  orders: readonly { scheme: string; clause: string; otherwise: string }[]
  summary: readonly SummaryItem[]
}

export interface ChecklistItem {
  id: string
  name: string
  /** All that it rests on, for the screen. */
  basis: string
  /** The same by source: `law`, or the id of the scheme whose document says it. */
  bases: Readonly<Record<string, string>>
  /** What a breach is punished by; null where nothing says. */
  breach: string | null
}

/** What it rests on where a scheme holds: the law and that scheme's document, which is called `own`; a dash of neither. */
export function basisIn(
  { bases }: ChecklistItem,
  { scheme, own, law }: { scheme: string; own: string; law: 'short' | 'full' },
): string {
  const clause = bases[scheme]
  const told = [
    ...(bases.law === undefined ? [] : [law === 'full' ? lawText(bases.law) : bases.law]),
    ...(clause === undefined ? [] : [`${own}${clause}`]),
  ]
  return told.length === 0 ? '—' : told.join('、')
}

/** An article as papers cite it: 暂行条例32（一） is 《人力资源市场暂行条例》第三十二条第（一）项. */
export function lawText(short: string): string {
  const [, articles] = /^暂行条例(.+)$/.exec(short) ?? []
  if (articles === undefined) return short
  return `《人力资源市场暂行条例》${articles
    .replace(/\d+/g, no => `第${numeral(Number(no))}条`)
    .replace(/（([一二三四五六七八九十]+)）/g, '第（$1）项')}`
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Below a hundred. */
function numeral(no: number): string {
  const tens = Math.floor(no / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[no % 10]}`
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
