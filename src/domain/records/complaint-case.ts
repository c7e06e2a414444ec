// The life of a complaint as a case: answered, accepted, extended, closed with a finding, opened again, linked to the
// one that it repeats. What a step sets and refuses.
import { type Day, FOREVER } from '../day.ts'
import { type Column, type Fault, type Finding, fault, type Value, type Values } from '../imports/column.ts'
import { complaintKind, isUpheld } from './complaint.ts'
import { countedFrom, dueDay, type LimitedCase, type LimitRules } from './complaint-limit.ts'

export type Step = 'answer' | 'accept' | 'extend' | 'close' | 'reopen'

/** The most days that a limit may be counted in. */
const MOST_DAYS = 366

const count = (key: string, header: string): Column => ({
  key,
  headers: [header],
  type: { is: 'int', max: MOST_DAYS },
})

/** Days instead of a day: of the whole limit, or of what is added to it. */
const COUNTS = {
  accept: [count('limit_days', '时限天数'), count('limit_working_days', '时限工作日数')],
  extend: [count('days', '延长天数'), count('working_days', '延长工作日数')],
} as const

const stored = (...keys: string[]) => complaintKind.columns.filter(column => keys.includes(column.key))

/** The fields that a step takes: those that it sets, and days that one is counted from. */
export const stepColumns: Readonly<Record<Step, readonly Column[]>> = {
  answer: stored('answered_on', 'handler'),
  accept: [...stored('accepted_on', 'due_on', 'handler'), ...COUNTS.accept],
  extend: [...stored('due_on'), ...COUNTS.extend],
  close: stored('closed_on', 'finding', 'dishonest', 'serious', 'outcome', 'handler', 'decided_by'),
  reopen: stored('due_on'),
}

/** Working days of an extension that nobody counts otherwise: 劳动保障监察条例 17. */
const EXTENSION = 30

export interface StepGiven {
  /** What the officer says of the fields of the step; null says nothing. */
  values: Values
  /** Why a limit is extended, or a closed case opened again. */
  reason: string | null
  today: Day
  operator: string
  /** What limits are counted by, where one is. */
  rules: () => LimitRules
}

/** A case that a step is taken in. */
interface Taking extends StepGiven {
  before: Values
  after: Values
  refuse: (fault: Fault, key?: string) => void
  needs: (key: string, header: string) => void
}

const TAKE: Readonly<Record<Step, (taking: Taking) => void>> = {
  answer({ before, after, values, today, refuse }) {
    if (before.answered_on !== null) refuse(stands(before, 'answered', before.answered_on ?? null))
    after.answered_on = values.answered_on ?? today
  },
  accept(taking) {
    const { before, after, values, today, refuse } = taking
    if (before.accepted_on !== null)
      refuse(
        fault('CX1094', {
          value: complaintKind.label(before),
          state: 'accepted',
          on: before.accepted_on as Day,
        }),
      )
    after.accepted_on = values.accepted_on ?? today
    after.due_on = counted(taking, 'accept', after.accepted_on as Day) ?? after.due_on!
  },
  extend(taking) {
    const { before, after, values, reason, rules, refuse, needs } = taking
    // A limit that nobody stated is extended all the same; it must be known from which day.
    const due = (before.due_on as Day | null) ?? dueDay(before as unknown as LimitedCase, rules(), FOREVER)
    if (reason === null) needs('reason', '理由')
    if (due === null) {
      const start = (before.accepted_on ?? before.received_on) as Day
      const { missingYear } = countedFrom(
        start,
        { days: null, workingDays: rules().complaintLimit },
        rules().calendar,
      ) as { missingYear: string }
      refuse(fault('CX1107', { value: start, year: missingYear }), 'due_on')
      return
    }
    const { due_on: named = null, days = null, working_days = null } = values
    const silent = named === null && days === null && working_days === null
    const given = silent ? { ...taking, values: { working_days: EXTENSION } } : taking
    const extended = counted(given, 'extend', due) ?? named
    if (extended === null) return
    if (extended <= due) refuse(fault('CX1106', { value: String(extended), due }), 'due_on')
    after.due_on = extended
    after.first_due_on = before.first_due_on ?? due
    after.extension_reason = reason
  },
  close({ after, values, today, operator, needs }) {
    after.closed_on = values.closed_on ?? today
    after.handler = after.handler ?? operator
    // Who closes it now decides, not who handled it so far.
    const decides = isUpheld(after) && (values.dishonest ?? values.serious ?? null) !== null
    after.decided_by = values.decided_by ?? (decides ? (values.handler ?? operator) : null)
    if (after.finding === null) needs('finding', '查处结论')
    if (isUpheld(after) && (values.dishonest ?? null) === null) needs('dishonest', '涉不诚信')
  },
  reopen({ before, after, reason, refuse, needs }) {
    if (before.closed_on === null)
      refuse(fault('CX1094', { value: complaintKind.label(before), state: 'open', on: null }))
    if (reason === null) needs('reason', '理由')
    // What it was closed with stays in its history.
    Object.assign(after, { closed_on: null, finding: null, outcome: null, decided_by: null })
    // What was decided of it goes with its finding; what was only alleged stays alleged.
    if (before.decided_by !== null) Object.assign(after, { dishonest: null, serious: null })
  },
}

/**
 * In: a complaint as it is on file, and what the officer says. Out: how it is to be, and what stands against that.
 * Whether an upheld complaint concerns integrity is hers to decide: without her word it is not closed.
 */
export function takeStep(
  step: Step,
  before: Values,
  given: StepGiven,
): { after: Values; refused: Finding[] } {
  const said = Object.entries(given.values).filter(([key, value]) => value !== null && key in before)
  const after: Values = { ...before, ...Object.fromEntries(said) }
  const refused: Finding[] = []
  const refuse = (found: Fault, key = 'complaint_no') => void refused.push({ fault: found, key })
  const needs = (key: string, header: string) => refuse(fault('CX1023', { header }), key)
  // Whoever complains is answered, also about what is handled elsewhere.
  if (before.duplicate_of !== null && step !== 'answer')
    refuse(stands(before, 'duplicate', before.duplicate_of!))
  const value = complaintKind.label(before)
  if (before.closed_on !== null && step !== 'reopen')
    refuse(fault('CX1094', { value, state: 'closed', on: before.closed_on as Day }))
  else TAKE[step]({ ...given, before, after, refuse, needs })
  if (refused.length === 0) refused.push(...complaintKind.check(after, given.today).refused)
  return { after, refused }
}

/** The day that a number of days leads to; null where none is given, or where it cannot be told. */
function counted({ values, rules, refuse }: Taking, step: 'accept' | 'extend', from: Day): Day | null {
  const [days, workingDays] = COUNTS[step].map(({ key }) => [key, values[key] ?? null] as const)
  for (const [key, number] of [days!, workingDays!])
    if (number === 0) refuse(fault('CX1034', { value: '0', min: '1', max: String(MOST_DAYS) }), key)
  const [key, number] = days![1] === null ? workingDays! : days!
  if (!number) return null
  const found = countedFrom(from, { days: days![1], workingDays: workingDays![1] }, rules().calendar)
  if ('day' in found) return found.day
  refuse(fault('CX1107', { value: from, year: found.missingYear }), key)
  return null
}

function stands(before: Values, state: 'answered' | 'duplicate' | 'single', by: Value): Fault {
  return fault('CX1100', { value: complaintKind.label(before), state, by: by as string | null })
}

/** A complaint as it may be linked: with whom it is about, and the numbers of those that repeat it. */
export interface Linkable {
  /** The agency; where there is none, the subject, whose id is then below zero. */
  about: { id: number; name: string }
  values: Values
  duplicates: readonly string[]
}

/**
 * Links a complaint to the one that it repeats, null unlinks it. An original repeats none and a duplicate has none, so
 * that each is counted exactly once whatever is linked.
 */
export function linkTo(one: Linkable, original: Linkable | null): { after: Values; refused: Finding[] } {
  const refused: Finding[] = []
  const refuse = (found: Fault, key = 'duplicate_of') => void refused.push({ fault: found, key })
  const value = complaintKind.label(one.values)
  const to = original === null ? null : complaintKind.label(original.values)
  if (original === null) {
    if (one.values.duplicate_of === null) refuse(stands(one.values, 'single', null), 'complaint_no')
  } else if (to === value) refuse(fault('CX1101', { value }))
  else if (one.values.duplicate_of === to) refuse(stands(one.values, 'duplicate', to), 'complaint_no')
  else {
    const further = original.values.duplicate_of as string | null
    if (original.about.id !== one.about.id)
      refuse(fault('CX1103', { value: to!, holder: original.about.name }))
    if (further !== null) refuse(fault('CX1102', { value: to!, original: further }))
    if (one.duplicates.length > 0)
      refuse(fault('CX1104', { value, duplicates: one.duplicates.join('、') }), 'complaint_no')
  }
  return { after: { ...one.values, duplicate_of: to }, refused }
}
