// Everything on file about one agency that rules may look at. Registers of complaints, penalties and offenses count as
// complete (nothing on file means none); inspections, annual checks, surveys and metrics do not.
import type { Day } from '../day.ts'
import type { Activity } from '../records/activity.ts'
import type { Commitment } from '../records/commitment.ts'
import type { Complaint } from '../records/complaint.ts'
import type { LimitRules } from '../records/complaint-limit.ts'
import type { Honor } from '../records/honor.ts'
import type { Inspection } from '../records/inspection.ts'
import type { Metric } from '../records/metric.ts'
import type { Offense } from '../records/offense.ts'
import type { Penalty } from '../records/penalty.ts'
import type { Agency } from '../roster/agency.ts'

export interface Dossier {
  agency: Agency
  complaints: Complaint[]
  penalties: Penalty[]
  /** Of the agency and of its practitioners. */
  offenses: Offense[]
  honors: Honor[]
  commitments: Commitment[]
  activities: Activity[]
  inspections: Inspection[]
  annual_checks: AnnualCheck[]
  metrics: Metric[]
  /** Days on which it stood out in a campaign. No rule looks at them; nominations do (BJ 三(七)). */
  outstanding: Day[]
}

export interface AnnualCheck {
  year: number
  result: string
}

/** One rater's sheet: a rating per indicator number in millionths of a point; blank is null, not zero. */
export interface Sheet {
  rater_kind: string
  rater: string
  ratings: ReadonlyMap<number, number>
}

/** What rules need besides the dossier. */
export interface RuleContext extends LimitRules {
  asOf: Day
}
