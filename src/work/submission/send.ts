// Notes that something was handed in, so that its deadline ends: the nomination package (BJ 三(七)), the summary of the
// month (BJ 四(四)), the year's (LY 五).
import type { Day } from '../../domain/day.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dayProblems, dayTold } from '../../domain/submission/handed-in.ts'
import { readReceipt } from '../../domain/submission/receipt.ts'
import { getSetting } from '../../store/reference.ts'
import {
  findSubmission,
  putSubmission,
  type Submission,
  type SubmissionKind,
} from '../../store/submission.ts'
import { planDeadlines } from '../deadlines.ts'
import { change, type Desk } from '../desk.ts'

export interface Sending {
  kind: SubmissionKind
  on: Day | null
  receipt: string | null
  note: string | null
  scheme: string | null
}

export interface Sent {
  /** With any, nothing was noted. */
  problems: Problem[]
  submission: Omit<Submission, 'id'>
  /** What was noted before; null the first time. */
  before: Submission | null
  due_on: Day | null
}

/** Said again, it is corrected. Refuses a day to come, a receipt that is none, and what the scheme does not ask for. */
export function sendSubmission(desk: Desk, { kind, on, receipt, note, scheme }: Sending): Sent {
  return change(desk, 'submission send', writer => {
    const planned = planDeadlines(writer, desk.today).filter(
      p => p.deadline.handed_in === kind && (scheme === null || p.scheme.id === scheme),
    )
    const plan = planned[0]
    if (plan === undefined) {
      const available = [...new Set(planDeadlines(writer, desk.today).map(p => p.deadline.handed_in))]
      throw new Refusal('CX4002', {
        ...{ kind: 'submission', value: kind },
        available: available.filter(name => name !== null).join('、'),
      })
    }
    const own = getSetting(writer, 'district')
    const code = receipt === null ? null : readReceipt(receipt)
    const problems = [
      ...(on === null
        ? [problem('CX1023', { header: '--on' }, { column: '--on' }, { field: 'on' })]
        : dayProblems(on, desk.today, null)),
      ...(typeof code === 'string'
        ? [
            problem(
              'CX1425',
              { given: receipt!, fault: code, receipt: '' },
              { column: '--receipt' },
              { field: 'receipt', value: receipt! },
            ),
          ]
        : []),
    ]
    const which = {
      ...{ direction: 'sent' as const, kind, scheme_id: plan.scheme.id },
      ...{ year: plan.year, district_code: own },
    }
    const before = findSubmission(writer, which) ?? null
    const submission = {
      ...which,
      handed_in_on: dayTold(on) ?? '',
      receipt: code === null || typeof code === 'string' ? (before?.receipt ?? null) : code.receipt,
      ...{ sha256: null, log_no: null, log_hash: null, content: null },
      note: note ?? before?.note ?? null,
    }
    if (problems.length === 0) putSubmission(writer, submission)
    const { handed_in_on, year } = submission
    return {
      result: { problems, submission, before, due_on: plan.deadline.due_on },
      summary: { kind, year, on: handed_in_on, receipt: submission.receipt },
    }
  }).result
}
