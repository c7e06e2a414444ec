// What is told of a measure: where it is when a step does not follow; once it is on file, what was filled in, what it
// asks of others, what rests on it.
export type CarriedOutBy = 'listing' | 'honor' | 'license'

export type MeasureNote =
  /** A term that nobody gave. */
  | { is: 'term'; until: string; months: number }
  /** Owed to a system of others. */
  | { is: 'task'; title: string }
  /** A sanction that another command carries out. */
  | { is: 'decided'; kind: string; by: CarriedOutBy; agency: string }
  /** A list entry or a sanction whose basis was revoked. */
  | { is: 'rests'; noun: 'listing' | 'sanction'; id: number; record: string }
  /** An honor in force that was granted before. */
  | { is: 'honored'; holder: string; title: string; granted_on: string; plate_no: string | null }

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
  | 'no_plate'
  | 'in_force'
  | 'returned'
