// What a penalty, sanction, list entry or incentive is not in, when a step asked for does not follow.

/** Where a measure is, which the step asked for does not follow on. */
export type MeasureState =
  | 'revoked'
  | 'repaired'
  | 'under_review'
  | 'not_under_review'
  | 'nothing_to_rectify'
  | 'rectified'
  | 'exited'
  | 'running'
  | 'ended'
  | 'expired'

/** What the record named as basis of a list entry is not. */
export type SourceLack =
  | 'unnamed'
  | 'unknown'
  | 'other_agency'
  | 'not_in_force'
  | 'not_verified'
  | 'not_dishonest'
  | 'not_decided'
