// An official document as data. Every number stands beside its clause; `default` marks what the document
// does not say and we filled in, and is printed as ours.
import type { ArchiveLayout } from '../archive/sections.ts'
import type { Day } from '../day.ts'
import type { AgencyKind } from '../roster/agency.ts'
import type { Award, NominationRules, PublicityRules, RevocationRules } from './nomination-rules.ts'
import type { Clause, Rule } from './rule.ts'
import type { SubjectNoun } from './subject-noun.ts'

export type * from './nomination-rules.ts'
export type * from './rule.ts'
export type { SubjectNoun }

export interface Scheme {
  id: string
  title: string
  notice: string
  issuer: string
  document: string
  status: 'draft' | 'in_force'
  /** When the document was issued, and the days between which it holds; null where it says nothing. */
  dated: { issued: Day | null; from: Day | null; to: Day | null; clause: Clause }
  basis: string[]
  applies_to: AppliesTo
  /** Month and day of the as-of date of a year, "10-31". */
  as_of: { month_day: string; clause: Clause }
  raters: Rater[]
  scoring: Scoring
  /** Empty bands: nothing is graded, the decision alone tells. */
  grades: { clause: Clause; bands: GradeBand[] }
  /** Passing and failing, for documents that ask whether conditions are met. */
  decision: DecisionRule | null
  /** Which indicators, when a hard rule is not met, bring the grade down to `grade`. Shipped schemes have none. */
  vetoes: { grade: string; indicators: number[]; clause: Clause }
  grade_limits: GradeLimit[]
  consequences: Consequence[]
  /** What the document leaves out or what of its text is lost; printed with the scheme. */
  gaps: { note: string; clause: Clause }[]
  /** Figures that rules ask for as `metric.ID`, by the names under which they are on file. */
  metrics: SchemeMetric[]
  categories: Category[]
  indicators: Indicator[]
  nomination: NominationRules | null
  jurisdictions: Jurisdiction[]
  /** The title that passing leads to, where the document gives one and no nomination tells. */
  award: Award | null
  publicity: PublicityRules
  /** What takes a title back once it is granted. */
  revocation: RevocationRules
  /** Where the document can be asked about. */
  contact: { phones: string[]; email: string | null; clause: Clause } | null
  stages: Stage[]
  deadlines: Deadline[]
  archive: ArchiveLayout
  papers: Papers
}

export interface AppliesTo {
  subject: SubjectNoun
  /** Of agencies only. */
  kinds: AgencyKind[]
  /** The subject's types that the document knows; empty where it makes no difference. */
  types: { id: string; name: string; clause: Clause }[]
  clause: Clause
}

export interface Scoring {
  /** A rater kind without ratings leaves; the others' weights are renormalized and the paper names it. */
  missing_rater: { use: 'renormalize'; clause: Clause }
  several_sheets: { use: 'mean'; clause: Clause }
  /** `both` indicators with a hard rule not met: the review score is capped at this share of the points. */
  cap: { percent: number; clause: Clause }
  rounding: { decimals: 2; mode: 'half_up'; clause: Clause }
  /** Handling limit of a complaint whose own limit is blank, in working days. */
  complaint_limit: { working_days: number; clause: Clause }
  /** A rating that lies at least this share of the points from the mean of the other kinds goes to the meeting. */
  outlier: { percent: number; clause: Clause }
}

/** All required indicators fulfilled, and the total at least `min_total` (hundredths) where one is asked for. */
export interface DecisionRule {
  passed: string
  failed: string
  min_total: number | null
  clause: Clause
}

/** Holds the grade at `grade` or below when none of its rules is met; off until a bureau switches it on. */
export interface GradeLimit {
  id: string
  name: string
  grade: string
  on: boolean
  rules: Rule[]
  clause: Clause
}

/** What the document draws from a grade held for some years; proposed, never done by itself. */
export interface Consequence {
  id: string
  name: string
  grade: string
  years: number
  clause: Clause
}

/** A figure of the register of metrics. Rates are shares of one. */
export interface SchemeMetric {
  id: string
  name: string
  also: string[]
  unit: string | null
  is: 'number' | 'rate' | 'yes_no'
  /** Types of subjects that it is asked of; empty for all. */
  types: string[]
}

export const STAGE_WORK = [
  'consultation',
  'inspection',
  'application',
  'review',
  'notice',
  'nomination',
  'publicity',
  'announcement',
  'filing',
  'supervision',
] as const

export type StageWork = (typeof STAGE_WORK)[number]

export interface Stage {
  number: number
  /** What of it the program does. */
  work: StageWork[]
  name: string
  by: string
  /** What is done, handed in or issued. */
  what: string
  working_days: number | null
  /** The days that the document itself sets; null where it sets none. */
  from: Day | null
  to: Day | null
  clause: Clause
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
  /** One of its kind for each type of subject. */
  number: number
  category: number | null
  name: string
  criterion: string
  clause: Clause
  /** Hundredths; 0 for a condition, which is met or not. */
  points: number
  points_clause: Clause
  evidence: 'records' | 'both' | 'review'
  /** Rater kinds whose ratings count here. */
  raters: string[]
  rules: Rule[]
  /** Must be fulfilled for the decision to be a pass. */
  required: boolean
  /** Types of subjects that it is asked of; empty for all. */
  types: string[]
}

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
  /** Of that year only; null for every year. */
  year: number | null
  to: string
  /** What is due has to have been published before (公示). */
  after_publicity: boolean
  /** What on file tells that it was met: papers received, titles granted, filings; null where nothing does. */
  done_by: 'papers' | 'titles' | 'filing' | null
  /** What is handed in to the city for it; that is noted with `submission send` or comes as packages. */
  handed_in: 'nomination' | 'month' | 'year' | null
  clause: Clause
}

export interface Papers {
  recommendation: { title: string; opinion: string; clause: Clause } | null
  results: { title: string; clause: Clause }
  quota: { title: string; note: string; clause: Clause } | null
  /** Printed on every outward paper; null where the document has no such line. */
  no_fee: { text: string; clause: Clause } | null
}
