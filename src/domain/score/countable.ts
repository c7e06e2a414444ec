// Records that `count_at_most` and `count_at_least` can count: each with its number, the day that places it in a
// window, and the fields a `where` may name. A record dated after the as-of day has not happened yet.
import type { Day } from '../day.ts'
import { activityKinds } from '../records/activity.ts'
import {
  type Complaint,
  complaintCategories,
  isClosed,
  isUndetermined,
  isVerified,
} from '../records/complaint.ts'
import { honorStatus } from '../records/honor.ts'
import { isOverdue } from '../records/inspection.ts'
import type { LicenseChange } from '../records/license.ts'
import type { Offense } from '../records/offense.ts'
import type { Countable, Where } from '../scheme/scheme.ts'
import type { Dossier } from './dossier.ts'

/** The fields that a `where` may name, with the words that they can hold; `any` for free text. */
export const countableFields: Readonly<
  Record<Countable, Readonly<Record<string, readonly (string | boolean)[] | 'any'>>>
> = {
  complaint: {
    category: complaintCategories,
    finding: ['upheld', 'partly_upheld', 'not_upheld', 'withdrawn'],
    dishonest: [true, false],
    serious: [true, false],
  },
  penalty: { kind: 'any', status: ['in_force', 'revoked', 'under_review'] },
  offense: { kind: ['violation', 'credit', 'accident'], serious: [true, false] },
  inspection: { batch: 'any', cooperated: [true, false] },
  rectification: { overdue: [true, false] },
  activity: { kind: activityKinds },
  honor: {
    status: ['valid', 'expired', 'revoked', 'not_yet'],
    title: 'any',
    holder_kind: ['agency', 'window', 'person'],
  },
  staff_offense: {},
  credit_default: {},
}

export interface Entry {
  ref: string
  day: Day
  fields: Record<string, string | boolean | null>
}

/** All entries of a kind that exist on the as-of day. */
export function entriesOf(record: Countable, dossier: Dossier, asOf: Day): Entry[] {
  switch (record) {
    case 'complaint':
      // A finding exists only from the closing on; until then the case is dated by its receipt.
      return dossier.complaints.map(c => {
        const closed = isClosed(c, asOf)
        return {
          ref: c.complaint_no,
          day: closed ? c.closed_on! : c.received_on,
          fields: {
            category: c.category,
            finding: closed ? c.finding : 'open',
            dishonest: c.dishonest === 1,
            serious: isVerified(c, asOf) || isUndetermined(c, asOf) ? seriousOf(c) : false,
          },
        }
      })
    case 'inspection':
      return dossier.inspections.map(i => ({
        ref: inspectionRef(i),
        day: i.date,
        fields: { batch: i.batch, cooperated: i.cooperated === null ? null : i.cooperated === 1 },
      }))
    case 'rectification':
      return dossier.inspections.flatMap(i =>
        i.rectify_due === null
          ? []
          : [{ ref: inspectionRef(i), day: i.rectify_due, fields: { overdue: isOverdue(i, asOf) } }],
      )
    case 'activity':
      return dossier.activities.map(a => ({ ref: a.title, day: a.held_on, fields: { kind: a.kind } }))
    case 'honor':
      return dossier.honors.map(h => ({
        ref: h.cert_no ?? h.title,
        day: h.granted_on,
        fields: { status: honorStatus(h, asOf), title: h.title, holder_kind: h.holder_kind },
      }))
    case 'penalty':
      return dossier.penalties.map(p => ({
        ref: p.decision_no,
        day: p.decision_date,
        fields: { kind: p.kind, status: p.status },
      }))
    case 'offense':
      return dossier.offenses.map(offenseEntry)
    case 'staff_offense':
      return dossier.offenses.filter(o => o.person !== null).map(offenseEntry)
    case 'credit_default':
      return dossier.offenses.filter(o => o.kind === 'credit').map(offenseEntry)
    default: {
      const never: never = record
      return never
    }
  }
}

function offenseEntry(offense: Offense): Entry {
  const { kind, serious, date } = offense
  return { ref: offenseRef(offense), day: date, fields: { kind, serious: serious === 1 } }
}

/** Without a number, by the day: who it was stays in the register, because explanations go out with papers. */
export function offenseRef({ offense_no, person, date }: Offense): string {
  return offense_no ?? (person === null ? date : `从业人员 ${date}`)
}

/** What entries that may fit lack: a finding first, for without one nobody asks how grave it is. */
export function undecidedOf(entries: readonly Entry[]): 'complaint.finding' | 'complaint.serious' {
  return entries.every(e => e.fields.finding !== null) ? 'complaint.serious' : 'complaint.finding'
}

/** A change of a license has no number: by what changed and when. */
export function changeRef({ change, occurred_on, decided_on }: LicenseChange): string {
  const day = occurred_on ?? decided_on
  return change === null ? day : `${change} ${day}`
}

export function fits(entry: Entry, where: Where): boolean {
  return Object.entries(where).every(([field, allowed]) => {
    const value = entry.fields[field]
    return value !== null && value !== undefined && allowed.includes(value)
  })
}

/** How grave an upheld complaint is, once an officer has decided it. */
function seriousOf({ serious = null }: Complaint): boolean | null {
  return serious === null ? null : serious === 1
}

/** A complaint closed without a finding, or not yet found grave or not, may turn out to fit: all else does. */
export function mayFit(entry: Entry, where: Where): boolean {
  const unknown = Object.keys(where).filter(
    field => (field === 'finding' || field === 'serious') && entry.fields[field] === null,
  )
  const rest = Object.entries(where).filter(([field]) => !unknown.includes(field))
  return unknown.length > 0 && fits(entry, Object.fromEntries(rest))
}

export function inspectionRef(inspection: { batch: string; date: Day }): string {
  return `${inspection.batch} ${inspection.date}`
}
