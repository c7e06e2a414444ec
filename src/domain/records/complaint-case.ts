// The life of a complaint as a case: accepted, closed with a finding, opened again. What a step sets and refuses.
import type { Day } from '../day.ts'
import { type Finding, fault, type Values } from '../imports/column.ts'
import { complaintKind, isUpheld } from './complaint.ts'

export type Step = 'accept' | 'close' | 'reopen'

/** The fields that a step may set. */
export const stepFields: Readonly<Record<Step, readonly string[]>> = {
  accept: ['accepted_on', 'due_on', 'handler'],
  close: ['closed_on', 'finding', 'dishonest', 'outcome', 'handler'],
  reopen: ['due_on'],
}

export interface StepGiven {
  /** What the officer says of the fields of the step; null says nothing. */
  values: Values
  /** Why a closed case is opened again. */
  reason: string | null
  today: Day
  operator: string
}

/**
 * In: a complaint as it is on file, and what the officer says. Out: how it is to be, and what stands against that.
 * Whether an upheld complaint concerns integrity is hers to decide: without her word it is not closed (decision 37).
 */
export function takeStep(
  step: Step,
  before: Values,
  given: StepGiven,
): { after: Values; refused: Finding[] } {
  const said = Object.entries(given.values).filter(([, value]) => value !== null)
  const after: Values = { ...before, ...Object.fromEntries(said) }
  const refused: Finding[] = []
  const is = (state: 'accepted' | 'closed' | 'open', on: Day | null) =>
    refused.push({
      fault: fault('CX1094', { value: complaintKind.label(before), state, on }),
      key: 'complaint_no',
    })
  const needs = (key: string, header: string) => refused.push({ fault: fault('CX1023', { header }), key })
  const closed = before.closed_on as Day | null
  if (step === 'reopen') {
    if (closed === null) is('open', null)
    if (given.reason === null) needs('reason', '理由')
    // What it was closed with stays in its history.
    Object.assign(after, { closed_on: null, finding: null, outcome: null })
  } else if (closed !== null) is('closed', closed)
  else if (step === 'accept') {
    if (before.accepted_on !== null) is('accepted', before.accepted_on as Day)
    after.accepted_on = given.values.accepted_on ?? given.today
  } else {
    after.closed_on = given.values.closed_on ?? given.today
    after.handler ??= given.operator
    if (after.finding === null) needs('finding', '查处结论')
    if (isUpheld(after) && (given.values.dishonest ?? null) === null) needs('dishonest', '涉不诚信')
  }
  if (refused.length === 0) refused.push(...complaintKind.check(after, given.today).refused)
  return { after, refused }
}
