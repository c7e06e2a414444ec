// An official document as data. Every number stands beside its clause; `default` marks what the document
// does not say and we filled in, and is printed as ours.
import type { ArchiveLayout } from '../archive/sections.ts'
import type { AnnualFact } from '../records/metric.ts'
import type { AgencyKind } from '../roster/agency.ts'

/** A clause of the document such as 三(七), or `default` for a value of ours. */
export type Clause = string

export interface Scheme {
  id: string
  title: string
  notice: string
  issuer: string
  document: string
  status: 'draft' | 'in_force'
  basis: string[]
  applies_to: { kinds: AgencyKind[]; clause: Clause }
  /** Month and day of the as-of date of a year, "10-31". */
  as_of: { month_day: string; clause: Clause }
  raters: Rater[]
  scoring: {
    /** A rater kind without ratings leaves; the others' weights are renormalized and the paper names it. */
    missing_rater: { use: 'renormalize'; clause: Clause }
    several_sheets: { use: 'mean'; clause: Clause }
    /** `both` indicators with a hard rule not met: the review score is capped at this share of the points. */
    cap: { percent: number; clause: Clause }
    rounding: { decimals: 2; mode: 'half_up'; clause: Clause }
    /** Handling limit of a complaint whose own limit is blank, in working days. */
    complaint_limit: { working_days: number; clause: Clause }
  }
  grades: { clause: Clause; bands: GradeBand[] }
  /** Which indicators, when a hard rule is not met, bring the grade down to `grade`. Shipped schemes have none. */
  vetoes: { grade: string; indicators: number[]; clause: Clause }
  categories: Category[]
  indicators: Indicator[]
  nomination: NominationRules
  jurisdictions: Jurisdiction[]
  deadlines: Deadline[]
  archive: ArchiveLayout
  papers: Papers
}

export interface Rater {
  kind: string
  name: string
  also: string[]
  /** Relative weight, an integer. */
  weight: number
  clause: Clause
}

export interface GradeBand {
  grade: string
  label: string
  /** Lowest total of the band, in hundredths; bands are half-open upwards. */
  min: number
}

export interface Category {
  number: number
  name: string
  /** Hundredths. */
  points: number
  clause: Clause
}

export interface Indicator {
  number: number
  category: number
  name: string
  criterion: string
  clause: Clause
  /** Hundredths. */
  points: number
  points_clause: Clause
  evidence: 'records' | 'both' | 'review'
  /** Rater kinds whose ratings count here. */
  raters: string[]
  rules: Rule[]
}

export type Rule = RuleBody & {
  /** Advisory rules warn and never cost points. */
  advisory: boolean
  clause: Clause
  note: string | null
}

export type RuleBody =
  | { type: 'flag'; fact: FlagFact; in: (string | boolean)[] }
  | { type: 'annual_check'; years: number; pass: string[] }
  | { type: 'max_days'; fact: 'change.reported_days'; max: number }
  | { type: 'tenure'; months: number }
  | { type: 'no_penalty'; months: number }
  | { type: 'no_verified_complaint'; dishonest: boolean; months: number }
  | { type: 'ratio_at_least'; fact: RatioFact; min: number; months: number }
  /** Of the last full year; `min` in millionths. */
  | { type: 'number_at_least'; fact: AnnualFact; min: number }
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

export type FlagFact = 'license.status' | 'agency.uscc_valid' | 'archive.exists'
export type RatioFact = 'complaint.on_time_rate' | 'commitment.staff_rate' | 'survey.satisfaction'
export type Countable =
  | 'complaint'
  | 'inspection'
  | 'rectification'
  | 'staff_offense'
  | 'credit_default'
  | 'activity'
  | 'honor'
export type Where = Readonly<Record<string, readonly (string | boolean)[]>>

export interface NominationRules {
  title: string
  clause: Clause
  places_total: { seats: number; clause: Clause }
  for_profit_share: { percent: number; scope: 'districts'; may_waive: boolean; clause: Clause }
  gates: Gate[]
  ranking: { key: RankingKey; clause: Clause }[]
}

export type RankingKey =
  | 'total'
  | 'standard_grade'
  | 'month_outstanding'
  | 'verified_complaints'
  | 'business_start'

export type Gate = { id: string; name: string; on: boolean; clause: Clause } & (
  | { test: 'evaluated' }
  | { test: 'min_total'; min: number }
  | { test: 'rule'; rule: Rule }
)

export interface Jurisdiction {
  code: string
  name: string
  kind: 'district' | 'city'
  places: number
  market_phones: string[]
  inspectorate_phones: string[]
  /** Later or other names and codes of the same jurisdiction. */
  also: { code: string; name: string; from: string }[]
  clause: Clause
}

export interface Deadline {
  id: string
  name: string
  month_day: string
  to: string
  clause: Clause
}

export interface Papers {
  recommendation: { title: string; opinion: string; clause: Clause }
  results: { title: string; clause: Clause }
  quota: { title: string; note: string; clause: Clause }
  /** Printed on every outward paper. */
  no_fee: { text: string; clause: Clause }
}
