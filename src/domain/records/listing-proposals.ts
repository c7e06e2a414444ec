// Who is to come on the red or the black list, and which entries are past their term: ZS 三(四), BJ 三(八)2.
// Proposals only; a person makes each entry.
import { type Day, isWithin, monthsWindow } from '../day.ts'
import type { Values } from '../imports/column.ts'
import { type Complaint, isVerified } from './complaint.ts'
import { listingState } from './listing.ts'
import type { List } from './listing-rules.ts'
import type { Offense } from './offense.ts'
import { isInForce, type Penalty } from './penalty.ts'
import type { RectificationOrder } from './sanction-ladder.ts'

/** Ours, after what indicators 16 and 4 look back on. */
const COMPLAINT_MONTHS = 12
const PENALTY_MONTHS = 24

export interface ListingDossier {
  complaints: readonly Complaint[]
  penalties: readonly (Penalty & { repaired_on: Day | null })[]
  offenses: readonly Offense[]
  /** Days on which the agency itself was sanctioned. */
  sanctioned: readonly Day[]
  orders: readonly RectificationOrder[]
  listings: readonly (Values & { id: number })[]
  /** Of the latest finalized evaluation; null where it has none. */
  grade: string | null
}

export interface Behind {
  is: 'complaint' | 'penalty' | 'evaluation' | 'entry'
  /** Number of the complaint or decision, id of the evaluation or the entry. */
  ref: string
  day: Day
}

export interface ListingProposal {
  action: 'enter' | 'exit'
  list: List
  person: string | null
  clause: string
  records: Behind[]
  /** Of an entry to be taken off. */
  listing_id: number | null
}

const CLAUSE: Readonly<Record<List, string>> = {
  black: '舟山三(四)；京人社市场发〔2013〕220号三(八)2',
  red: '舟山三(四)',
}

/** `evaluation`: the latest finalized one, where there is one. */
export function proposeListings(
  dossier: ListingDossier,
  evaluation: { id: number; as_of: Day } | null,
  asOf: Day,
): ListingProposal[] {
  const states = dossier.listings.map(entry => ({ entry, state: listingState(entry, asOf) }))
  const overdue = states
    .filter(({ state }) => state === 'expired')
    .map(({ entry }): ListingProposal => {
      const records: Behind[] = [{ is: 'entry', ref: String(entry.id), day: entry.until as Day }]
      const list = entry.list as List
      return {
        action: 'exit',
        list,
        person: entry.person as string | null,
        clause: CLAUSE[list],
        records,
        listing_id: entry.id,
      }
    })
  const own = states.filter(({ entry }) => entry.person === null)
  const listed = (list: List) => own.some(({ entry, state }) => entry.list === list && state === 'listed')
  const enter = (list: List, records: Behind[]): ListingProposal[] =>
    records.length === 0 || listed(list)
      ? []
      : [{ action: 'enter', list, person: null, clause: CLAUSE[list], records, listing_id: null }]
  const against = recordsAgainst(dossier, asOf)
  const used = new Set(dossier.listings.filter(l => l.list === 'black').map(l => l.source_no))
  // A penalty whose credit is repaired is no longer published; it still stands against praise.
  for (const { decision_no, repaired_on } of dossier.penalties)
    if (repaired_on !== null && repaired_on <= asOf) used.add(decision_no)
  const fresh = against.filter(({ ref }) => !used.has(ref))
  const good = dossier.grade === 'A' && evaluation !== null && against.length === 0 && isClean(dossier, asOf)
  return [
    ...overdue,
    ...enter('black', fresh),
    ...enter('red', good ? [{ is: 'evaluation', ref: String(evaluation.id), day: evaluation.as_of }] : []),
  ]
}

/** Verified dishonest complaints and penalties in force, the latest first. */
function recordsAgainst({ complaints, penalties }: ListingDossier, asOf: Day): Behind[] {
  const complained = complaints
    .filter(c => isVerified(c, asOf) && c.dishonest === 1)
    .filter(c => isWithin(c.closed_on!, monthsWindow(asOf, COMPLAINT_MONTHS)))
    .map((c): Behind => ({ is: 'complaint', ref: c.complaint_no, day: c.closed_on! }))
  const punished = penalties
    .filter(p => isInForce(p, asOf) && isWithin(p.decision_date, monthsWindow(asOf, PENALTY_MONTHS)))
    .map((p): Behind => ({ is: 'penalty', ref: p.decision_no, day: p.decision_date }))
  return [...complained, ...punished].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

/** No sanction and no offense that recent, nothing left to be put right, not on the black list. */
function isClean({ offenses, sanctioned, orders, listings }: ListingDossier, asOf: Day): boolean {
  const recent = monthsWindow(asOf, PENALTY_MONTHS)
  return (
    !offenses.some(o => isWithin(o.date, recent)) &&
    !sanctioned.some(day => isWithin(day, recent)) &&
    !orders.some(o => o.due < asOf && (o.done === null || o.done > asOf)) &&
    !listings.some(l => l.list === 'black' && ['listed', 'expired'].includes(listingState(l, asOf)))
  )
}
