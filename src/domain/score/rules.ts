// The rule types of schemes, each a pure function of a dossier on a day (design 4.5).
import { addMonths, daysBetween, isWithin, monthsWindow } from '../day.ts'
import { ratioText, scaledText } from '../exact.ts'
import type { Activity } from '../records/activity.ts'
import { type Complaint, isClosed, isVerified } from '../records/complaint.ts'
import { isInForce } from '../records/penalty.ts'
import { isUnlicensedPublic, licenseStatusOn } from '../roster/agency.ts'
import { checkUscc } from '../roster/uscc.ts'
import type { FlagFact, Rule, RuleBody } from '../scheme/scheme.ts'
import { entriesOf, fits, inspectionRef } from './countable.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import type { RuleResult, Verdict } from './outcome.ts'

/** Applies one rule to one dossier. */
export function applyRule(rule: Rule, dossier: Dossier, context: RuleContext): RuleResult {
  const verdict = judge(rule, dossier, context)
  return {
    type: rule.type,
    outcome: verdict.outcome,
    hard: !rule.advisory,
    records: verdict.records ?? [],
    from: verdict.from ?? null,
    to: verdict.to ?? null,
    reason: verdict.reason,
    clause: rule.clause,
    note: rule.note,
  }
}

type Of<T extends RuleBody['type']> = Extract<RuleBody, { type: T }>

function judge(rule: Rule, dossier: Dossier, context: RuleContext): Verdict {
  switch (rule.type) {
    case 'flag':
      return flag(rule, dossier, context)
    case 'annual_check':
      return annualCheck(rule, dossier, context)
    case 'max_days':
      // License changes are a complete register: none on file means that none had to be reported.
      return isUnlicensedPublic(dossier.agency)
        ? { outcome: 'not_applicable', reason: { is: 'unlicensed_public' } }
        : { outcome: 'met', reason: { is: 'count', found: 0, limit: 0 } }
    case 'tenure':
      return tenure(rule, dossier, context)
    case 'no_penalty':
      return noPenalty(rule, dossier, context)
    case 'no_verified_complaint':
      return noVerifiedComplaint(rule, dossier, context)
    case 'ratio_at_least':
      return ratioAtLeast(rule, dossier, context)
    case 'inspection_items':
      return inspectionItems(rule, dossier, context)
    case 'count_at_most':
    case 'count_at_least':
      return countRule(rule, dossier, context)
    case 'number_at_least':
    case 'growth':
      return { outcome: 'no_data', reason: { is: 'missing', fact: rule.fact } }
    default: {
      const never: never = rule
      return never
    }
  }
}

function flag(rule: Of<'flag'>, dossier: Dossier, { asOf }: RuleContext): Verdict {
  if (rule.fact === 'license.status' && isUnlicensedPublic(dossier.agency)) {
    return { outcome: 'not_applicable', reason: { is: 'unlicensed_public' } }
  }
  if (rule.fact === 'agency.uscc_valid' && dossier.agency.uscc === null) {
    return { outcome: 'not_applicable', reason: { is: 'no_uscc' } }
  }
  const value = flagValue(rule.fact, dossier, asOf)
  if (value === null) return { outcome: 'no_data', reason: { is: 'missing', fact: rule.fact } }
  const reason = { is: 'flag', fact: rule.fact, value: String(value) } as const
  return { outcome: rule.in.includes(value) ? 'met' : 'not_met', from: asOf, to: asOf, reason }
}

function flagValue(fact: FlagFact, { agency }: Dossier, asOf: string): string | boolean | null {
  switch (fact) {
    case 'license.status':
      return licenseStatusOn(agency, asOf)
    case 'agency.uscc_valid':
      return checkUscc(agency.uscc ?? '').problems.length === 0
    case 'archive.exists':
      // An archive exists once the agency is on file (design 4.5).
      return true
    default: {
      const never: never = fact
      return never
    }
  }
}

/** The newest annual check of the as-of year or the `years` before it decides. */
function annualCheck(rule: Of<'annual_check'>, dossier: Dossier, { asOf }: RuleContext): Verdict {
  if (isUnlicensedPublic(dossier.agency))
    return { outcome: 'not_applicable', reason: { is: 'unlicensed_public' } }
  const year = Number(asOf.slice(0, 4))
  const recent = dossier.annual_checks.filter(c => c.year <= year && c.year >= year - rule.years)
  const newest = recent.reduce<(typeof recent)[number] | null>((a, b) => (a && a.year > b.year ? a : b), null)
  const span = { from: `${year - rule.years}-01-01`, to: asOf }
  if (!newest)
    return { outcome: 'no_data', ...span, reason: { is: 'annual_missing', year: year - rule.years } }
  return {
    outcome: rule.pass.includes(newest.result) ? 'met' : 'not_met',
    records: [String(newest.year)],
    ...span,
    reason: { is: 'annual', year: newest.year, result: newest.result },
  }
}

function tenure(rule: Of<'tenure'>, { agency }: Dossier, { asOf }: RuleContext): Verdict {
  // Business start, else the first license day (C-08).
  const start = agency.business_start ?? agency.issued_on
  if (start === null) return { outcome: 'no_data', reason: { is: 'missing', fact: 'agency.business_start' } }
  const completed = addMonths(start, rule.months)
  return {
    outcome: completed <= asOf ? 'met' : 'not_met',
    from: start,
    to: asOf,
    reason: { is: 'tenure', start, completed },
  }
}

function noPenalty(rule: Of<'no_penalty'>, dossier: Dossier, { asOf }: RuleContext): Verdict {
  const window = monthsWindow(asOf, rule.months)
  const counted = dossier.penalties.filter(p => isInForce(p, asOf) && isWithin(p.decision_date, window))
  return atMost(
    0,
    counted.map(p => p.decision_no),
    window,
  )
}

function noVerifiedComplaint(
  rule: Of<'no_verified_complaint'>,
  dossier: Dossier,
  { asOf }: RuleContext,
): Verdict {
  const window = monthsWindow(asOf, rule.months)
  const counted = dossier.complaints.filter(
    c => isVerified(c, asOf) && isWithin(c.closed_on!, window) && (!rule.dishonest || c.dishonest === 1),
  )
  return atMost(
    0,
    counted.map(c => c.complaint_no),
    window,
  )
}

function countRule(
  rule: Of<'count_at_most' | 'count_at_least'>,
  dossier: Dossier,
  { asOf }: RuleContext,
): Verdict {
  const window = monthsWindow(asOf, rule.months)
  const entries = entriesOf(rule.record, dossier, asOf).filter(e => isWithin(e.day, window))
  // Inspections are no complete register: not inspected is not the same as nothing found.
  if (rule.record === 'inspection' && entries.length === 0) {
    return { outcome: 'no_data', ...window, reason: { is: 'not_inspected' } }
  }
  const counted = entries.filter(e => fits(e, rule.where)).map(e => e.ref)
  if (rule.type === 'count_at_most') return atMost(rule.limit, counted, window)
  return {
    outcome: counted.length >= rule.limit ? 'met' : 'not_met',
    records: counted,
    ...window,
    reason: { is: 'count', found: counted.length, limit: rule.limit },
  }
}

function atMost(limit: number, records: string[], window: { from: string; to: string }): Verdict {
  const reason = { is: 'count', found: records.length, limit } as const
  return { outcome: records.length <= limit ? 'met' : 'not_met', records, ...window, reason }
}

/** The latest inspection in the window; items not applicable are left out, all left out is no data. */
function inspectionItems(rule: Of<'inspection_items'>, dossier: Dossier, { asOf }: RuleContext): Verdict {
  const window = monthsWindow(asOf, rule.months)
  const inside = dossier.inspections.filter(i => isWithin(i.date, window))
  const day = inside.reduce((latest, i) => (i.date > latest ? i.date : latest), '')
  if (day === '') return { outcome: 'no_data', ...window, reason: { is: 'not_inspected' } }
  // Two inspections on one day are read together: an item failed in either is failed.
  const latest = inside.filter(i => i.date === day)
  const refs = latest.map(inspectionRef)
  const results = rule.items.map(item => latest.map(i => i.items[item]).filter(r => r !== undefined))
  const failed = rule.items.filter((_, k) => results[k]!.includes('fail'))
  if (failed.length > 0) {
    return { outcome: 'not_met', records: refs, ...window, reason: { is: 'items', failed, date: day } }
  }
  // An item left blank was not looked at: unknown, not passed.
  if (!results.some(r => r.includes('pass')) || results.some(r => r.length === 0)) {
    return { outcome: 'no_data', records: refs, ...window, reason: { is: 'items_not_applicable', date: day } }
  }
  return { outcome: 'met', records: refs, ...window, reason: { is: 'items', failed: [], date: day } }
}

function ratioAtLeast(rule: Of<'ratio_at_least'>, dossier: Dossier, context: RuleContext): Verdict {
  const { asOf } = context
  switch (rule.fact) {
    case 'complaint.on_time_rate': {
      const window = monthsWindow(asOf, rule.months)
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
      const staff = dossier.agency.staff_count
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
      const window = monthsWindow(asOf, rule.months)
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

/** The last day of a case's limit; `later` if it surely lies after `day`; null if it cannot be told. */
function dueDay(complaint: Complaint, context: RuleContext, day: string): string | 'later' | null {
  if (complaint.due_on !== null) return complaint.due_on
  const start = complaint.accepted_on ?? complaint.received_on
  const due = context.calendar.addWorkingDays(start, context.complaintLimit)
  // So many working days are never fewer calendar days.
  return due?.day ?? (daysBetween(start, day) < context.complaintLimit ? 'later' : null)
}

function atLeastRatio(n: number, d: number, min: number): Verdict {
  const met = BigInt(n) * 1_000_000n >= BigInt(min) * BigInt(d)
  const percent = ratioText({ n: BigInt(n) * 100n, d: BigInt(d) }, 0, 2)
  const least = scaledText(min, 4).replace(/\.?0+$/, '')
  return { outcome: met ? 'met' : 'not_met', reason: { is: 'ratio', percent, least } }
}
