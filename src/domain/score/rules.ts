// The rule types of schemes, each a pure function of a dossier on a day.
import { addMonths, isWithin } from '../day.ts'
import { isClosed, isUndetermined, isVerified } from '../records/complaint.ts'
import type { AnnualFact } from '../records/metric.ts'
import { isInForce } from '../records/penalty.ts'
import { isUnlicensedPublic, licenseStatusOn } from '../roster/agency.ts'
import { checkUscc } from '../roster/uscc.ts'
import type { FlagFact, MetricFact, RatioFact, Rule, RuleBody } from '../scheme/scheme.ts'
import { changesReported } from './changes.ts'
import { entriesOf, fits, inspectionRef, mayFit, undecidedOf } from './countable.ts'
import type { Dossier, EvaluatedAgency, RuleContext } from './dossier.ts'
import { always, compareFigure, flagFigure } from './figures.ts'
import { grade } from './graded.ts'
import { compareAnnual, growth } from './metrics.ts'
import type { RuleResult, Verdict } from './outcome.ts'
import { eachQuarter } from './quarters.ts'
import { ratioAtLeast } from './ratios.ts'

/** Applies one rule to one dossier; `full` is what the indicator gives at most, in hundredths. */
export function applyRule(rule: Rule, dossier: Dossier, context: RuleContext, full = 0): RuleResult {
  const verdict = judge(rule, full, dossier, context)
  return {
    type: rule.type,
    outcome: verdict.outcome,
    hard: !rule.advisory,
    records: verdict.records ?? [],
    from: verdict.from ?? null,
    to: verdict.to ?? null,
    reason: verdict.reason,
    points: verdict.points ?? null,
    clause: rule.clause,
    note: rule.note,
  }
}

type Of<T extends RuleBody['type']> = Extract<RuleBody, { type: T }>

function judge(rule: Rule, full: number, dossier: Dossier, context: RuleContext): Verdict {
  switch (rule.type) {
    case 'flag':
      return isMetric(rule) ? flagFigure(rule, dossier, context) : ofAgency(dossier, flag, rule, context)
    case 'annual_check':
      return annualCheck(rule, dossier, context)
    case 'max_days':
      return ofAgency(dossier, (of, agency) => changesReported(of, agency, dossier, context), rule, context)
    case 'tenure':
      return tenure(rule, dossier, context)
    case 'no_penalty':
      return noPenalty(rule, dossier, context)
    case 'no_verified_complaint':
      return noVerifiedComplaint(rule, dossier, context)
    case 'ratio_at_least':
      return isMetric(rule)
        ? compareFigure(rule.fact, { min: rule.min }, dossier, context)
        : ratioAtLeast(rule as typeof rule & { fact: RatioFact }, dossier, context)
    case 'inspection_items':
      return inspectionItems(rule, dossier, context)
    case 'count_at_most':
    case 'count_at_least':
      return countRule(rule, dossier, context)
    case 'number_at_least':
      return compare(rule.fact, { min: rule.min }, dossier, context)
    case 'number_at_most':
      return compare(rule.fact, { max: rule.max }, dossier, context)
    case 'always':
      return always(rule, dossier, context)
    case 'growth':
      return growth(rule, dossier, context)
    case 'each_quarter_at_least':
      return eachQuarter(rule, dossier, context)
    case 'deduct':
    case 'steps':
    case 'linear':
      return grade(rule, full, dossier, context)
    default: {
      const never: never = rule
      return never
    }
  }
}

function isMetric<R extends { fact: string }>(rule: R): rule is R & { fact: MetricFact } {
  return rule.fact.startsWith('metric.')
}

function compare(
  fact: AnnualFact | MetricFact,
  limit: { min: number } | { max: number },
  dossier: Dossier,
  context: RuleContext,
): Verdict {
  return fact.startsWith('metric.')
    ? compareFigure(fact as MetricFact, limit, dossier, context)
    : compareAnnual(fact as AnnualFact, limit, dossier, context)
}

/** A license, a code or a check is an agency's: whoever is none is not asked for it. */
function ofAgency<R>(
  dossier: Dossier,
  judged: (rule: R, agency: EvaluatedAgency, context: RuleContext) => Verdict,
  rule: R,
  context: RuleContext,
): Verdict {
  return dossier.agency === null
    ? { outcome: 'not_applicable', reason: { is: 'not_agency' } }
    : judged(rule, dossier.agency, context)
}

function flag(rule: Of<'flag'>, agency: EvaluatedAgency, { asOf }: RuleContext): Verdict {
  const fact = rule.fact as FlagFact
  if (fact === 'license.status' && isUnlicensedPublic(agency)) {
    return { outcome: 'not_applicable', reason: { is: 'unlicensed_public' } }
  }
  if (fact === 'agency.uscc_valid' && agency.uscc === null) {
    return { outcome: 'not_applicable', reason: { is: 'no_uscc' } }
  }
  const value = flagValue(fact, agency, asOf)
  if (value === null) return { outcome: 'no_data', reason: { is: 'missing', fact } }
  const reason = { is: 'flag', fact, value: String(value) } as const
  return { outcome: rule.in.includes(value) ? 'met' : 'not_met', from: asOf, to: asOf, reason }
}

function flagValue(fact: FlagFact, agency: EvaluatedAgency, asOf: string): string | boolean | null {
  switch (fact) {
    case 'license.status':
      return licenseStatusOn(agency, asOf)
    case 'agency.uscc_valid':
      return checkUscc(agency.uscc ?? '').problems.length === 0
    case 'archive.exists':
      // An archive exists once the agency is on file.
      return true
    default: {
      const never: never = fact
      return never
    }
  }
}

/** The newest annual check of the as-of year or the `years` before it decides. */
function annualCheck(rule: Of<'annual_check'>, dossier: Dossier, { asOf }: RuleContext): Verdict {
  if (dossier.agency !== null && isUnlicensedPublic(dossier.agency))
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

function tenure(rule: Of<'tenure'>, { agency, subject }: Dossier, { asOf }: RuleContext): Verdict {
  // Business start, else the first license day.
  const start = agency === null ? subject!.started_on : (agency.business_start ?? agency.issued_on)
  if (start === null) return { outcome: 'no_data', reason: { is: 'missing', fact: 'agency.business_start' } }
  const completed = addMonths(start, rule.months)
  return {
    outcome: completed <= asOf ? 'met' : 'not_met',
    from: start,
    to: asOf,
    reason: { is: 'tenure', start, completed },
  }
}

function noPenalty(rule: Of<'no_penalty'>, dossier: Dossier, { asOf, within }: RuleContext): Verdict {
  const window = within(rule.months)
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
  { asOf, within }: RuleContext,
): Verdict {
  const window = within(rule.months)
  const closed = dossier.complaints.filter(c => isClosed(c, asOf) && isWithin(c.closed_on!, window))
  const verified = closed.filter(c => isVerified(c, asOf) && (!rule.dishonest || c.dishonest === 1))
  const open = closed.filter(c => isUndetermined(c, asOf) && (!rule.dishonest || c.dishonest !== 0))
  return atMost(
    0,
    verified.map(c => c.complaint_no),
    window,
    open.map(c => c.complaint_no),
  )
}

function countRule(
  rule: Of<'count_at_most' | 'count_at_least'>,
  dossier: Dossier,
  { asOf, within }: RuleContext,
): Verdict {
  const window = within(rule.months)
  const entries = entriesOf(rule.record, dossier, asOf).filter(e => isWithin(e.day, window))
  // Inspections are no complete register: not inspected is not the same as nothing found.
  if (rule.record === 'inspection' && entries.length === 0) {
    return { outcome: 'no_data', ...window, reason: { is: 'not_inspected' } }
  }
  const counted = entries.filter(e => fits(e, rule.where)).map(e => e.ref)
  if (rule.type === 'count_at_most' && rule.record === 'inspection' && counted.length === 0) {
    // Nothing was found because somebody looked: those inspections decided.
    const reason = { is: 'looked_at', times: entries.length } as const
    return { outcome: 'met', records: entries.map(e => e.ref), ...window, reason }
  }
  if (rule.type === 'count_at_most') {
    const unknown = entries.filter(e => mayFit(e, rule.where))
    return atMost(
      rule.limit,
      counted,
      window,
      unknown.map(e => e.ref),
      undecidedOf(unknown),
    )
  }
  return {
    outcome: counted.length >= rule.limit ? 'met' : 'not_met',
    records: counted,
    ...window,
    reason: { is: 'count', found: counted.length, limit: rule.limit },
  }
}

/** `undetermined`: records that would count if `fact`, which they lack, were known. Not met beats no data. */
function atMost(
  limit: number,
  records: string[],
  window: { from: string; to: string },
  undetermined: string[] = [],
  fact = 'complaint.finding',
): Verdict {
  if (records.length <= limit && records.length + undetermined.length > limit) {
    return {
      outcome: 'no_data',
      records: undetermined,
      ...window,
      reason: { is: 'missing', fact },
    }
  }
  const reason = { is: 'count', found: records.length, limit } as const
  return { outcome: records.length <= limit ? 'met' : 'not_met', records, ...window, reason }
}

/** The latest inspection in the window; items not applicable are left out, all left out is no data. */
function inspectionItems(rule: Of<'inspection_items'>, dossier: Dossier, { within }: RuleContext): Verdict {
  const window = within(rule.months)
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
  const blank = rule.items.filter((_, k) => results[k]!.length === 0)
  if (blank.length > 0) {
    return {
      outcome: 'no_data',
      records: refs,
      ...window,
      reason: { is: 'items_blank', items: blank, date: day },
    }
  }
  if (!results.some(r => r.includes('pass'))) {
    return { outcome: 'no_data', records: refs, ...window, reason: { is: 'items_not_applicable', date: day } }
  }
  return { outcome: 'met', records: refs, ...window, reason: { is: 'items', failed: [], date: day } }
}
