// Everything on file about one subject of an evaluation that rules may look at. Registers of complaints, penalties, offenses and
// license changes count as complete (nothing on file means none); inspections, annual checks, surveys and metrics do not.
import { addDays, type Day, monthsWindow } from '../day.ts'
import type { Activity } from '../records/activity.ts'
import type { Commitment } from '../records/commitment.ts'
import type { Complaint } from '../records/complaint.ts'
import type { LimitRules } from '../records/complaint-limit.ts'
import type { Honor } from '../records/honor.ts'
import type { Inspection } from '../records/inspection.ts'
import type { LicenseChange } from '../records/license.ts'
import type { Metric } from '../records/metric.ts'
import type { Offense } from '../records/offense.ts'
import type { Penalty } from '../records/penalty.ts'
import type { Agency } from '../roster/agency.ts'
import type { SchemeMetric, SubjectNoun } from '../scheme/scheme.ts'

export interface Dossier {
  /** One of the two. */
  agency: EvaluatedAgency | null
  subject: Subject | null
  complaints: Complaint[]
  penalties: Penalty[]
  /** Of the agency and of its practitioners. */
  offenses: Offense[]
  /** Of its license. */
  changes: LicenseChange[]
  honors: Honor[]
  commitments: Commitment[]
  activities: Activity[]
  inspections: Inspection[]
  annual_checks: AnnualCheck[]
  metrics: Metric[]
  /** Days on which it stood out in a campaign. No rule looks at them; nominations do (BJ 三(七)). */
  outstanding: Day[]
}

/** An entry of the register of subjects, as schemes see it. */
export interface Subject {
  id: number
  kind: Exclude<SubjectNoun, 'agency'>
  type: string | null
  name: string
  code: string | null
  district_code: string | null
  post: string | null
  started_on: Day | null
  ended_on: Day | null
}

/** As the roster tells it, without what no rule looks at. */
export type EvaluatedAgency = Omit<Agency, 'corporate_group'>

/** Of schemes for agencies of the roster. */
export type AgencyDossier = Dossier & { agency: EvaluatedAgency }

export interface AnnualCheck {
  year: number
  result: string
}

/** Why a sheet does not count: taken back, or its rater is excluded for a conflict of interest. */
export type Standing = 'counted' | 'withdrawn' | 'excluded'

/** One rater's sheet: ratings in millionths of a point by indicator number; blank is absent, not zero. */
export interface Sheet {
  rater_kind: string
  rater: string
  ratings: Readonly<Record<number, number | undefined>>
  standing: Standing
}

/** Points set by hand for one indicator, in hundredths, with the reason and the document that stand for it. */
export interface Override {
  indicator: number
  points: number
  reason: string
  document: string
}

/** All that a result follows from, besides the scheme and the day. */
export interface Materials {
  dossier: Dossier
  sheets: readonly Sheet[]
  overrides: readonly Override[]
  /** Grades of finalized evaluations by the same scheme in earlier years. */
  earlier: readonly { year: number; grade: string | null }[]
}

/** What rules need besides the dossier. */
export interface RuleContext extends LimitRules {
  asOf: Day
  /** The last year that ended on or before the as-of day. */
  lastFullYear: number
  /** The figures that the scheme declares, by id. */
  metrics: ReadonlyMap<string, SchemeMetric>
  /** The days within so many months of the as-of day. */
  within: (months: number) => Window
}

export interface Window {
  from: Day
  to: Day
}

/** `within` works each window out once, for it is the same for everybody. */
export function ruleContext(asOf: Day, metrics: readonly SchemeMetric[], limits: LimitRules): RuleContext {
  const windows = new Map<number, Window>()
  const within = (months: number) => {
    let window = windows.get(months)
    if (window === undefined) {
      window = monthsWindow(asOf, months)
      windows.set(months, window)
    }
    return window
  }
  const lastFullYear = Number(addDays(asOf, 1).slice(0, 4)) - 1
  return { asOf, ...limits, lastFullYear, metrics: new Map(metrics.map(m => [m.id, m])), within }
}
