// Near misses: records that a rule does not count and nearly would. They left its window lately, enter it only after
// the as-of day, or differ in one thing from what counts. Worked out for explanations only; no points depend on them.
import { addDays, addMonths, type Day, daysBetween, isWithin } from '../day.ts'
import { type Complaint, isClosed, isUpheld } from '../records/complaint.ts'
import { dueDay } from '../records/complaint-limit.ts'
import { honorStatus } from '../records/honor.ts'
import { isInForce } from '../records/penalty.ts'
import type { Countable, Rule, Where } from '../scheme/scheme.ts'
import { type Entry, entriesOf, fits, inspectionRef, mayFit } from './countable.ts'
import type { Dossier, RuleContext } from './dossier.ts'

/** So many days before the window and after the as-of day are near; ours, no document speaks of it. */
export const NEAR_DAYS = 90

export interface NearMiss {
  of: Countable | 'tenure'
  record: string
  /** The day by which it would count. */
  day: Day
  /**
   * `left`: it counted until so many days ago, 0 for the as-of day itself. `later`: it counts from so many days after
   * the as-of day on, `due`: unless it is closed by then, `completed`: the time asked for is over by then. `differs`: it
   * would count if `field` were not `value`. `repeats`: it counts as the complaint `value`.
   */
  why: 'left' | 'later' | 'due' | 'completed' | 'differs' | 'repeats'
  days: number | null
  field: string | null
  value: string | null
  /** Since when it differs, where that is on file; `days` are counted from there. */
  since: Day | null
}

/** A complaint that repeats another. Dossiers hold the originals only. */
export type Duplicate = Complaint & { duplicate_of: string }

/** The near misses of a rule, in the order of the day by which they would count. */
export function nearMisses(
  rule: Rule,
  dossier: Dossier,
  context: RuleContext,
  duplicates: readonly Duplicate[] = [],
): NearMiss[] {
  const found = [
    ...byWindow(rule, dossier, context),
    ...repeated(rule, dossier, context, duplicates),
    ...fallingDue(rule, dossier, context),
    ...notYetCompleted(rule, dossier, context),
  ]
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** What a rule looks at, and in what each differs from what it counts. */
interface Candidate {
  ref: string
  day: Day
  differs: Difference[]
}

interface Difference {
  field: string
  value: string
  since?: Day | null
}

/** Differences that may pass or be decided otherwise: what a record is about does not change. */
const MAY_CHANGE: readonly string[] = ['finding', 'dishonest', 'status', 'serious', 'overdue']

const NOTHING = { days: null, field: null, value: null, since: null }

/** What the rule names itself: it may count, or may not. */
const UNDETERMINED: Difference = { field: 'undetermined', value: 'finding' }

function byWindow(rule: Rule, dossier: Dossier, { asOf, within }: RuleContext): NearMiss[] {
  const counting = countingOf(rule)
  if (counting === null) return []
  const { of, months, candidates } = counting
  const window = within(months)
  const soon = addDays(asOf, NEAR_DAYS)
  const then = candidates(dossier, soon)
  return candidates(dossier, asOf).flatMap((now, k): NearMiss[] => {
    const miss = { of, record: now.ref, day: now.day, ...NOTHING }
    if (isWithin(now.day, window) && now.differs.length === 0) return []
    const later = then[k]!
    if (later.differs.length === 0 && later.day >= asOf && later.day <= soon)
      return [{ ...miss, day: later.day, why: 'later', days: daysBetween(asOf, later.day) }]
    const [difference, ...more] = now.differs
    if (difference === undefined) {
      const days = daysBetween(leftOn(now.day, months), asOf)
      return now.day < window.from && days <= NEAR_DAYS ? [{ ...miss, why: 'left', days }] : []
    }
    // Open cases are dated by their receipt, however long ago that was.
    const reached = isWithin(now.day, window) || (difference.value === 'open' && now.day <= asOf)
    const telling = more.length === 0 && reached && MAY_CHANGE.includes(difference.field)
    if (!telling) return []
    const { field, value, since = null } = difference
    return [
      {
        ...miss,
        why: 'differs',
        field,
        value,
        since,
        days: since === null ? null : daysBetween(since, asOf),
      },
    ]
  })
}

/** The first as-of day on which a record of a day lies outside the last `months` months. */
export function leftOn(day: Day, months: number): Day {
  let left = addMonths(day, months)
  // Where the month is shorter: of 31 August six months on, 28 February still counts it and 1 March does not.
  while (addMonths(left, -months) < day) left = addDays(left, 1)
  return left
}

interface Counting {
  of: Countable
  months: number
  /** As they are on a day, in an order that does not depend on it. */
  candidates: (dossier: Dossier, day: Day) => Candidate[]
}

/** Of rules that count the records of so many months; null of others. */
function countingOf(rule: Rule): Counting | null {
  switch (rule.type) {
    case 'no_penalty':
      return { of: 'penalty', months: rule.months, candidates: penalties }
    case 'no_verified_complaint':
      return {
        of: 'complaint',
        months: rule.months,
        candidates: ({ complaints }, day) => complaints.map(c => verified(c, rule.dishonest, day)),
      }
    case 'count_at_most':
    case 'count_at_least':
    case 'deduct':
      return {
        of: rule.record,
        months: rule.months,
        candidates: (dossier, day) => {
          const settled = rule.record === 'rectification' ? settledOf(dossier, day) : []
          const ended = rule.record === 'honor' ? endsOf(dossier, day) : []
          return entriesOf(rule.record, dossier, day).map((entry, k) =>
            candidate(entry, rule.where, settled[k] ?? false, ended[k] ?? null),
          )
        },
      }
    case 'inspection_items':
      return {
        of: 'inspection',
        months: rule.months,
        candidates: ({ inspections }) =>
          inspections.map(i => ({ ref: inspectionRef(i), day: i.date, differs: [] })),
      }
    case 'ratio_at_least':
      return rule.fact === 'survey.satisfaction'
        ? { of: 'activity', months: rule.months, candidates: surveys }
        : null
    default:
      return null
  }
}

function penalties({ penalties: all }: Dossier, day: Day): Candidate[] {
  return all.map(p => ({
    ref: p.decision_no,
    day: p.decision_date,
    differs:
      p.decision_date <= day && !isInForce(p, day)
        ? [{ field: 'status', value: 'revoked', since: p.revoked_on }]
        : [],
  }))
}

function verified(complaint: Complaint, dishonest: boolean, day: Day): Candidate {
  const closed = isClosed(complaint, day)
  const { complaint_no: ref, closed_on, received_on, finding } = complaint
  const differs: Candidate['differs'] = []
  if (!closed) differs.push({ field: 'finding', value: 'open' })
  else if (finding === null) differs.push(UNDETERMINED)
  else if (!isUpheld(complaint)) differs.push({ field: 'finding', value: finding })
  if (dishonest && complaint.dishonest !== 1)
    differs.push({ field: 'dishonest', value: complaint.dishonest === 0 ? 'false' : 'unknown' })
  return { ref, day: closed ? closed_on! : received_on, differs }
}

function surveys({ activities }: Dossier): Candidate[] {
  return activities
    .filter(a => a.kind === '调查' && a.satisfaction !== null)
    .map(a => ({ ref: a.title, day: a.held_on, differs: [] }))
}

/** `settled`: what was put right in time; that is no near miss of being late. */
function candidate(entry: Entry, where: Where, settled: boolean, since: Day | null): Candidate {
  const { ref, day, fields } = entry
  const differs = Object.keys(where)
    .filter(field => !fits(entry, { [field]: where[field]! }))
    .map(
      (field): Difference => ({
        field,
        value: String(fields[field] ?? 'unknown'),
        since: field === 'status' ? since : null,
      }),
    )
  if (mayFit(entry, where)) return { ref, day, differs: [UNDETERMINED] }
  return { ref, day, differs: settled ? [...differs, { field: 'settled', value: 'true' }] : differs }
}

/** In the order of `entriesOf`. */
function settledOf({ inspections }: Dossier, day: Day): boolean[] {
  return inspections
    .filter(i => i.rectify_due !== null)
    .map(i => i.rectified_on !== null && i.rectified_on <= day && i.rectified_on <= i.rectify_due!)
}

/** Since when honors do not stand any more, in the order of `entriesOf`. */
function endsOf({ honors }: Dossier, day: Day): (Day | null)[] {
  return honors.map(h => {
    const status = honorStatus(h, day)
    return status === 'revoked' ? h.revoked_on : status === 'expired' ? h.valid_to : null
  })
}

/** A duplicate that would count if it were an original. */
function repeated(
  rule: Rule,
  dossier: Dossier,
  context: RuleContext,
  duplicates: readonly Duplicate[],
): NearMiss[] {
  const counting = countingOf(rule)
  if (counting?.of !== 'complaint') return []
  const window = context.within(counting.months)
  return counting
    .candidates({ ...dossier, complaints: [...duplicates] }, context.asOf)
    .flatMap(({ ref, day, differs }, k): NearMiss[] =>
      differs.length === 0 && isWithin(day, window)
        ? [
            {
              ...{ of: 'complaint', record: ref, day, why: 'repeats', ...NOTHING },
              ...{ field: 'duplicate_of', value: duplicates[k]!.duplicate_of },
            },
          ]
        : [],
    )
}

/** Open complaints that are late soon, for the rate of those handled on time. */
function fallingDue(rule: Rule, { complaints }: Dossier, context: RuleContext): NearMiss[] {
  if (rule.type !== 'ratio_at_least' || rule.fact !== 'complaint.on_time_rate') return []
  const { asOf } = context
  return complaints.flatMap((complaint): NearMiss[] => {
    if (isClosed(complaint, asOf) || complaint.received_on > asOf) return []
    const due = dueDay(complaint, context, asOf)
    if (due === null || due === 'later' || due < asOf || due > addDays(asOf, NEAR_DAYS)) return []
    const days = daysBetween(asOf, due)
    const record = complaint.complaint_no
    return [{ of: 'complaint', record, day: due, why: 'due', ...NOTHING, days }]
  })
}

function notYetCompleted(rule: Rule, { agency, subject }: Dossier, { asOf }: RuleContext): NearMiss[] {
  if (rule.type !== 'tenure') return []
  const start = agency === null ? subject!.started_on : (agency.business_start ?? agency.issued_on)
  if (start === null) return []
  const day = addMonths(start, rule.months)
  const days = daysBetween(asOf, day)
  if (days <= 0 || days > NEAR_DAYS) return []
  return [{ of: 'tenure', record: start, day, why: 'completed', ...NOTHING, days }]
}
