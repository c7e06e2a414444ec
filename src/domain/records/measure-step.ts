// The steps of penalties, sanctions, list entries, incentives and titles: what a step sets, and what it does not follow on.
import { addMonths, type Day, daysBetween } from '../day.ts'
import { type Finding, fault, type Values } from '../imports/column.ts'
import { type Honor, honorKind, honorStatus } from './honor.ts'
import { incentiveKind } from './incentive.ts'
import type { RecordKind } from './kind.ts'
import { listingKind } from './listing.ts'
import type { MeasureState } from './measure-note.ts'
import { penaltyKind } from './penalty.ts'
import { sanctionKind } from './sanction.ts'

export interface MeasureStep {
  kind: RecordKind
  /** Of its command, where that is not the kind's own. */
  noun?: string
  verb: string
  /** The field that keeps its day, which is today unless told; null for a step without one. */
  day: string | null
  /** What else must be told with it, and what may be. */
  needs: readonly string[]
  takes?: readonly string[]
  /** The field that keeps the reason; null: the log alone does. */
  reasonIn: string | null
  /** What it makes of the record besides. */
  sets: Values
  /** Why it does not follow from how the record stands, and since when or until when. */
  hindrance: (before: Values, day: Day, after: Values) => { state: MeasureState; on: Day | null } | null
  /** What is said of it although it is done. */
  remark?: (after: Values, label: string) => Finding | null
}

const day = (values: Values, key: string) => values[key] as Day | null

/** Months on the black list before credit is repaired: ours, after practice elsewhere; the notices set none. */
const REPAIR_MONTHS = 6

function revokedAlready(before: Values): { state: 'revoked'; on: Day | null } | null {
  return before.status === 'revoked' ? { state: 'revoked', on: day(before, 'revoked_on') } : null
}

const penalty = { kind: penaltyKind, day: null, needs: [], reasonIn: null, sets: {} }

export const measureSteps = {
  revoke: {
    ...penalty,
    verb: 'revoke',
    day: 'revoked_on',
    reasonIn: 'revoke_reason',
    sets: { status: 'revoked' },
    hindrance: revokedAlready,
  },
  review: {
    ...penalty,
    verb: 'review',
    sets: { status: 'under_review' },
    hindrance: before =>
      revokedAlready(before) ??
      (before.status === 'under_review' ? { state: 'under_review', on: null } : null),
  },
  review_ended: {
    ...penalty,
    verb: 'review',
    sets: { status: 'in_force' },
    hindrance: before =>
      revokedAlready(before) ??
      (before.status === 'under_review' ? null : { state: 'not_under_review', on: null }),
  },
  repair: {
    ...penalty,
    verb: 'repair',
    day: 'repaired_on',
    hindrance: before =>
      revokedAlready(before) ??
      (before.repaired_on === null ? null : { state: 'repaired', on: day(before, 'repaired_on') }),
  },
  done: {
    kind: sanctionKind,
    verb: 'done',
    day: 'rectified_on',
    needs: [],
    reasonIn: null,
    sets: {},
    hindrance: before =>
      before.rectify_due === null
        ? { state: 'nothing_to_rectify', on: null }
        : before.rectified_on === null
          ? null
          : { state: 'rectified', on: day(before, 'rectified_on') },
    remark: ({ rectify_due, rectified_on }, value) => {
      const days = daysBetween(String(rectify_due), String(rectified_on))
      if (days <= 0) return null
      return { fault: fault('CX1159', { value, due: String(rectify_due), days }), key: 'rectified_on' }
    },
  },
  exit: {
    kind: listingKind,
    verb: 'exit',
    day: 'exited_on',
    needs: ['exit_kind'],
    reasonIn: 'exit_reason',
    sets: {},
    hindrance: (before, on, after) => {
      if (before.exited_on !== null) return { state: 'exited', on: day(before, 'exited_on') }
      const until = day(before, 'until')
      const early = after.exit_kind === 'expired' && until !== null && on <= until
      return early ? { state: 'running', on: until } : null
    },
    remark: ({ list, listed_on, exited_on, exit_kind }, value) => {
      const earliest = addMonths(String(listed_on), REPAIR_MONTHS)
      if (list !== 'black' || exit_kind !== 'repaired' || exited_on! >= earliest) return null
      return { fault: fault('CX1157', { value, earliest, months: REPAIR_MONTHS }), key: 'exited_on' }
    },
  },
  end: {
    kind: incentiveKind,
    verb: 'end',
    day: 'ended_on',
    needs: [],
    reasonIn: 'end_reason',
    sets: {},
    hindrance: (before, on) => {
      if (before.ended_on !== null) return { state: 'ended', on: day(before, 'ended_on') }
      const last = day(before, 'ends_on')
      return last !== null && last < on ? { state: 'expired', on: last } : null
    },
  },
  title_revoked: {
    kind: honorKind,
    noun: 'title',
    verb: 'revoke',
    day: 'revoked_on',
    needs: ['revocation_document'],
    takes: ['plate_returned_on'],
    reasonIn: 'reason',
    sets: { status: 'revoked' },
    hindrance: (before, on) => {
      const already = revokedAlready(before)
      if (already !== null) return already
      const stood = honorStatus(before as unknown as Honor, on)
      return stood === 'expired' ? { state: stood, on: day(before, 'valid_to') } : null
    },
  },
  plate_returned: {
    kind: honorKind,
    noun: 'title',
    verb: 'plate',
    day: 'plate_returned_on',
    needs: [],
    reasonIn: null,
    sets: {},
    hindrance: (before, on) => {
      if (before.plate_no === null) return { state: 'no_plate', on: null }
      const back = day(before, 'plate_returned_on')
      if (back !== null) return { state: 'returned', on: back }
      const stood = honorStatus(before as unknown as Honor, on)
      return stood === 'revoked' || stood === 'expired' ? null : { state: 'in_force', on }
    },
  },
} satisfies Record<string, MeasureStep>

export type MeasureStepName = keyof typeof measureSteps

export interface StepSaid {
  /** What the clerk says of the fields of the step; null says nothing. */
  values: Values
  reason: string | null
  today: Day
}

export interface StepTaken {
  after: Values
  refused: Finding[]
  warned: Finding[]
}

/** In: a record as it is on file, with the name of its agency. Out: how it is to be, and what stands against that. */
export function takeMeasureStep(step: MeasureStep, before: Values, said: StepSaid): StepTaken {
  const { kind } = step
  const given = Object.entries(said.values).filter(([, value]) => value !== null)
  const after: Values = { ...before, ...Object.fromEntries(given), ...step.sets }
  const on = step.day === null ? said.today : String(said.values[step.day] ?? said.today)
  if (step.day !== null) after[step.day] = on
  const refused: Finding[] = []
  const hindrance = step.hindrance(before, on, after)
  if (hindrance !== null)
    refused.push({
      fault: fault('CX1150', { value: kind.label(before), noun: kind.noun, ...hindrance }),
      key: 'number',
    })
  const missing = (key: string, header: string) => refused.push({ fault: fault('CX1023', { header }), key })
  for (const key of step.needs)
    if ((after[key] ?? null) === null) missing(key, kind.columns.find(c => c.key === key)!.headers[0]!)
  if (step.reasonIn !== null) {
    after[step.reasonIn] = said.reason
    if (said.reason === null) missing('reason', '理由')
  }
  if (hindrance === null) {
    // What is not told is no second finding.
    const told = kind.check({ ...after }, said.today).refused.filter(f => f.fault.code !== 'CX1039')
    refused.push(...told)
  }
  const remark = refused.length > 0 ? null : (step.remark?.(after, kind.label(before)) ?? null)
  return { after, refused, warned: remark === null ? [] : [remark] }
}
