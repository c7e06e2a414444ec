// Every kind of record, in the order in which they are listed.
import { activityKind } from './activity.ts'
import { annualKind } from './annual.ts'
import { commitmentKind } from './commitment.ts'
import { complaintKind } from './complaint.ts'
import { honorKind } from './honor.ts'
import { incentiveKind } from './incentive.ts'
import { inspectionKind } from './inspection.ts'
import type { RecordKind } from './kind.ts'
import { licenseKind } from './license.ts'
import { listingKind } from './listing.ts'
import { metricKind } from './metric.ts'
import { offenseKind } from './offense.ts'
import { opinionKind } from './opinion.ts'
import { paperKind } from './paper.ts'
import { penaltyKind } from './penalty.ts'
import { sanctionKind } from './sanction.ts'
import { subjectKind } from './subject.ts'
import { systemKind } from './system.ts'
import { taskKind } from './task.ts'

export const recordKinds: readonly RecordKind[] = [
  complaintKind,
  penaltyKind,
  sanctionKind,
  offenseKind,
  honorKind,
  commitmentKind,
  systemKind,
  activityKind,
  annualKind,
  inspectionKind,
  metricKind,
  licenseKind,
  subjectKind,
  incentiveKind,
  listingKind,
  taskKind,
  opinionKind,
  paperKind,
]
