// Objections to a result, and the days that are given for them.
import type { Day } from '../day.ts'
import type { Column, Finding } from '../imports/column.ts'
import { fault } from '../imports/column.ts'

export type ObjectionOutcome = 'upheld' | 'partly_upheld' | 'rejected' | 'withdrawn'

/** Working days after the notice was served, and after the objection was raised; no document sets them, they are ours. */
export const OBJECT_DAYS = 5
export const DECIDE_DAYS = 10

export const outcomes: Readonly<Record<string, ObjectionOutcome>> = {
  成立: 'upheld',
  部分成立: 'partly_upheld',
  不成立: 'rejected',
  撤回: 'withdrawn',
}

export type ObjectionState = 'open' | 'overdue' | 'decided'

/** The last day still counts. */
export function objectionState(
  { decide_by, decided_on }: { decide_by: Day; decided_on: Day | null },
  today: Day,
): ObjectionState {
  if (decided_on !== null) return 'decided'
  return decide_by < today ? 'overdue' : 'open'
}

/** An objection that was right has to be followed by the evaluation being opened again, which a person does. */
export function asksForReopening(outcome: ObjectionOutcome): boolean {
  return outcome === 'upheld' || outcome === 'partly_upheld'
}

export const servingColumns: readonly Column[] = [
  { key: 'served_on', headers: ['送达日期'], type: { is: 'day' }, required: true },
  { key: 'method', headers: ['送达方式'], type: { is: 'text' } },
  { key: 'receiver', headers: ['签收人'], type: { is: 'text' } },
  { key: 'object_by', headers: ['异议截止日'], type: { is: 'day' } },
]

export const objectionColumns: readonly Column[] = [
  { key: 'content', headers: ['异议内容'], type: { is: 'text' }, required: true },
  { key: 'raised_on', headers: ['提出日期'], type: { is: 'day' } },
  { key: 'decide_by', headers: ['答复期限'], type: { is: 'day' } },
]

export const decisionColumns: readonly Column[] = [
  { key: 'outcome', headers: ['处理结论'], type: { is: 'choice', of: outcomes }, required: true },
  { key: 'reply', headers: ['答复'], type: { is: 'text' }, required: true },
  { key: 'decided_by', headers: ['决定人'], type: { is: 'text' } },
  { key: 'decided_on', headers: ['决定日期'], type: { is: 'day' } },
]

/** A day that has not come yet, and a day before the one that it follows. */
export function dayFindings(
  [key, header, day]: readonly [key: string, header: string, day: Day | null],
  after: readonly [header: string, day: Day] | null,
  today: Day | null,
): Finding[] {
  if (day === null) return []
  if (today !== null && day > today) return [{ fault: fault('CX1038', { value: day, today }), key }]
  if (after === null || day >= after[1]) return []
  const params = { earlier: after[0], earlierValue: after[1], later: header, laterValue: day }
  return [{ fault: fault('CX1037', params), key }]
}
