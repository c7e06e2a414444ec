// What an indicator, a gate or a grade limit asks of the records.
import type { AnnualFact } from '../records/metric.ts'

/** A clause of the document such as 三(七), or `default` for a value of ours. */
export type Clause = string

export type Rule = RuleBody & {
  /** Advisory rules warn and never cost points. */
  advisory: boolean
  /** Types of subjects that it is asked of; empty for all. */
  types: string[]
  clause: Clause
  note: string | null
}

/** Limits in millionths of the fact's unit; windows in months up to the as-of day. */
export type RuleBody =
  | { type: 'flag'; fact: FlagFact | MetricFact; in: (string | boolean)[] }
  | { type: 'annual_check'; years: number; pass: string[] }
  | { type: 'max_days'; fact: 'change.reported_days'; max: number }
  | { type: 'tenure'; months: number }
  | { type: 'no_penalty'; months: number }
  | { type: 'no_verified_complaint'; dishonest: boolean; months: number }
  | { type: 'ratio_at_least'; fact: RatioFact | MetricFact; min: number; months: number }
  /** Annual facts of the last full year, metrics of the latest period in the year up to the as-of day. */
  | { type: 'number_at_least'; fact: AnnualFact | MetricFact; min: number }
  | { type: 'number_at_most'; fact: AnnualFact | MetricFact; max: number }
  /** Every figure on file of the last `years` years, one at least, is among these. */
  | { type: 'always'; fact: MetricFact; in: (string | boolean)[]; years: number }
  /** Of the last full year against the year before; `min` is the least ratio, in millionths. */
  | { type: 'growth'; fact: AnnualFact; min: number }
  | { type: 'inspection_items'; items: string[]; months: number }
  | {
      type: 'count_at_most' | 'count_at_least'
      record: Countable
      where: Where
      limit: number
      months: number
    }
  /** In each quarter of the as-of year that is over on the as-of day. */
  | { type: 'each_quarter_at_least'; record: 'activity'; where: Where; limit: number }
  | GradedRule

/** Rules that give a share of the points instead of all or nothing; points in hundredths. */
export type GradedRule =
  /** `each` for every record that counts, `most` altogether. */
  | { type: 'deduct'; record: Countable; where: Where; months: number; each: number; most: number }
  /** The points of the highest step that the fact reaches; none below the first. */
  | { type: 'steps'; fact: AnnualFact | MetricFact; steps: { min: number; points: number }[] }
  /** No points at `zero` or beyond, all at `full` or beyond, in proportion between; `full` may lie below `zero`. */
  | { type: 'linear'; fact: AnnualFact | MetricFact; zero: number; full: number }

/** A figure that the scheme declares, `metric.ID`. */
export type MetricFact = `metric.${string}`
export type FlagFact = 'license.status' | 'agency.uscc_valid' | 'archive.exists'
export type RatioFact = 'complaint.on_time_rate' | 'commitment.staff_rate' | 'survey.satisfaction'
export type Countable =
  | 'complaint'
  | 'inspection'
  | 'rectification'
  | 'offense'
  | 'staff_offense'
  | 'credit_default'
  | 'activity'
  | 'honor'
  | 'penalty'
export type Where = Readonly<Record<string, readonly (string | boolean)[]>>
