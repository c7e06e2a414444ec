// What a rule says about a dossier, with the records that decided and the first and last day that count.
import type { Day } from '../day.ts'

export type Outcome = 'met' | 'not_met' | 'no_data' | 'not_applicable'

export interface RuleResult {
  type: string
  outcome: Outcome
  /** Advisory rules are not hard: they warn and never cost points. */
  hard: boolean
  /** Numbers of the records that decided. */
  records: string[]
  from: Day | null
  to: Day | null
  /** Why, as data: messages turn it into a sentence. */
  reason: Reason
  /** Of graded rules, in hundredths: the points that it gives, or takes (`deduct`). Null of all others. */
  points: { min: number; max: number } | null
  clause: string
  note: string | null
}

/** A stable word and its figures; see messages for the sentences. */
export type Reason =
  | { is: 'flag'; fact: string; value: string }
  | { is: 'unlicensed_public' }
  | { is: 'no_uscc' }
  | { is: 'annual'; year: number; result: string }
  | { is: 'annual_missing'; year: number }
  | { is: 'tenure'; start: Day; completed: Day }
  | { is: 'missing'; fact: string }
  | { is: 'not_agency' }
  | { is: 'figure'; name: string; period: string; value: string; limit: string; unit: string | null }
  | { is: 'figure_unit'; name: string; unit: string; wanted: string }
  | { is: 'figures'; name: string; periods: string[]; failed: string[] }
  | { is: 'quarters'; counts: { quarter: string; found: number }[]; limit: number }
  | { is: 'no_quarter' }
  | { is: 'deducted'; found: number; points: string }
  | { is: 'graded'; name: string; period: string; value: string; unit: string | null; points: string }
  | { is: 'count'; found: number; limit: number }
  /** Changes not reported within so many days. */
  | { is: 'reported_late'; found: number; days: number }
  | { is: 'ratio'; percent: string; least: string }
  | { is: 'no_cases' }
  | { is: 'number'; fact: string; year: number; value: string; least: string; unit: string }
  | {
      is: 'growth'
      fact: string
      year: number
      value: string
      before: string
      unit: string
      /** Of the year before; null where a share of it says nothing. */
      percent: string | null
      least: string
    }
  | { is: 'metric_missing'; fact: string; years: number[] }
  | { is: 'items'; failed: string[]; date: Day }
  | { is: 'items_not_applicable'; date: Day }
  | { is: 'items_blank'; items: string[]; date: Day }
  | { is: 'looked_at'; times: number }
  | { is: 'not_inspected' }
  // Gates of a nomination that are no rules.
  | { is: 'not_finalized' }
  | { is: 'no_total' }
  | { is: 'below'; total: string; least: string }
  | { is: 'not_passed'; decision: 'failed' | null }
  | { is: 'no_title'; titles: string[] }
  | { is: 'title_held'; title: string; on: Day }
  | { is: 'title_revoked'; title: string; on: Day }

export interface Verdict {
  outcome: Outcome
  records?: string[]
  from?: Day
  to?: Day
  reason: Reason
  points?: RuleResult['points']
}
