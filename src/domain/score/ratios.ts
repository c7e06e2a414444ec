// Rules on rates: complaints handled on time, commitments signed, satisfaction of the latest survey.
// Compared as whole numbers, so that 95 % of 20 is 19 and not nearly 19.
import { isWithin } from '../day.ts'
import { ratioText, scaledText } from '../exact.ts'
import type { Activity } from '../records/activity.ts'
import { type Complaint, isClosed } from '../records/complaint.ts'
import { dueDay } from '../records/complaint-limit.ts'
import type { RatioFact, RuleBody } from '../scheme/scheme.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import type { Verdict } from './outcome.ts'

type RatioRule = Extract<RuleBody, { type: 'ratio_at_least' }> & { fact: RatioFact }

/** `min` is in millionths. No case that counts is met; no survey and no head count is no data. */
export function ratioAtLeast(rule: RatioRule, dossier: Dossier, context: RuleContext): Verdict {
  const { asOf } = context
  switch (rule.fact) {
    case 'complaint.on_time_rate': {
      const window = context.within(rule.months)
      const cases = dossier.complaints.flatMap(c => onTime(c, window, context))
      // Nothing closed or fallen due: nothing was late.
      if (cases.length === 0) return { outcome: 'met', ...window, reason: { is: 'no_cases' } }
      const late = cases.filter(c => c.onTime === false).map(c => c.ref)
      const unknown = cases.filter(c => c.onTime === null).map(c => c.ref)
      if (late.length === 0 && unknown.length > 0) {
        return {
          outcome: 'no_data',
          records: unknown,
          ...window,
          reason: { is: 'missing', fact: 'calendar' },
        }
      }
      const verdict = atLeastRatio(cases.length - late.length, cases.length, rule.min)
      return { ...verdict, records: late.length > 0 ? late : cases.map(c => c.ref), ...window }
    }
    case 'commitment.staff_rate': {
      const staff = dossier.agency?.staff_count ?? null
      const signed = dossier.commitments
        .filter(c => c.kind === 'staff' && c.signed_on <= asOf)
        .reduce<(typeof dossier.commitments)[number] | null>(
          (a, b) => (a && a.signed_on > b.signed_on ? a : b),
          null,
        )
      if (!signed || staff === null || staff === 0 || signed.signed_count === null) {
        return { outcome: 'no_data', reason: { is: 'missing', fact: rule.fact } }
      }
      return { ...atLeastRatio(signed.signed_count, staff, rule.min), records: [signed.signed_on], to: asOf }
    }
    case 'survey.satisfaction': {
      const window = context.within(rule.months)
      const surveys = dossier.activities.filter(
        a => a.kind === '调查' && a.satisfaction !== null && isWithin(a.held_on, window),
      )
      const latest = surveys.reduce((day, a) => (a.held_on > day ? a.held_on : day), '')
      // Of several on the latest day the lowest decides, never the order of rows.
      const survey = surveys
        .filter(a => a.held_on === latest)
        .reduce<Activity | null>((a, b) => (a && a.satisfaction! <= b.satisfaction! ? a : b), null)
      if (!survey) return { outcome: 'no_data', ...window, reason: { is: 'missing', fact: rule.fact } }
      return {
        ...atLeastRatio(survey.satisfaction!, 1_000_000, rule.min),
        records: [survey.title],
        ...window,
      }
    }
    default: {
      const never: never = rule.fact
      return never
    }
  }
}

/**
 * A case counts when it was closed or fell due in the window; still open and not yet past its limit it is left out.
 * Null: its limit cannot be told, because a year of the working-day calendar is not loaded.
 */
function onTime(
  complaint: Complaint,
  window: { from: string; to: string },
  context: RuleContext,
): { ref: string; onTime: boolean | null }[] {
  const ref = complaint.complaint_no
  const closed = isClosed(complaint, context.asOf) ? complaint.closed_on! : null
  const due = dueDay(complaint, context, closed ?? context.asOf)
  if (closed !== null) {
    const counts = isWithin(closed, window) || (typeof due === 'string' && isWithin(due, window))
    return counts ? [{ ref, onTime: due === 'later' ? true : due === null ? null : closed <= due }] : []
  }
  if (due === null) return [{ ref, onTime: null }]
  // Open: on the last day of its limit it is not late yet.
  return due !== 'later' && due < context.asOf && isWithin(due, window) ? [{ ref, onTime: false }] : []
}

function atLeastRatio(n: number, d: number, min: number): Verdict {
  const met = BigInt(n) * 1_000_000n >= BigInt(min) * BigInt(d)
  const percent = ratioText({ n: BigInt(n) * 100n, d: BigInt(d) }, 0, 2)
  const least = scaledText(min, 4).replace(/\.?0+$/, '')
  return { outcome: met ? 'met' : 'not_met', reason: { is: 'ratio', percent, least } }
}
