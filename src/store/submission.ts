// What went up to the city: handed in by this desk, or taken in from a district. Of each kind and year a desk has one row
// for everybody; what it said before is in the journal.
import type { Day } from '../domain/day.ts'
import type { Reader, Writer } from './open.ts'

export type SubmissionKind = 'nomination' | 'month' | 'year'

export interface Submission {
  id: number
  direction: 'sent' | 'received'
  kind: SubmissionKind
  scheme_id: string
  year: number
  /** Whose; null of what a city hands in. */
  district_code: string | null
  handed_in_on: Day
  /** Of a package. */
  receipt: string | null
  sha256: string | null
  log_no: number | null
  log_hash: string | null
  /** JSON: what it says of evaluation and nominees. */
  content: string | null
  note: string | null
}

export function listSubmissions(reader: Reader, direction: Submission['direction']): Submission[] {
  return reader.all<Submission>('SELECT * FROM submission WHERE direction = ? ORDER BY id', direction)
}

export type Which = Pick<Submission, 'direction' | 'kind' | 'scheme_id' | 'year' | 'district_code'>

export function findSubmission(reader: Reader, which: Which): Submission | undefined {
  return reader.get<Submission>(
    `SELECT * FROM submission
     WHERE direction = ? AND kind = ? AND scheme_id = ? AND year = ? AND district_code IS ?`,
    which.direction,
    which.kind,
    which.scheme_id,
    which.year,
    which.district_code,
  )
}

/** Instead of the one before; the same again changes nothing. */
export function putSubmission(writer: Writer, submission: Omit<Submission, 'id'>): void {
  const before = findSubmission(writer, submission)
  const fields = Object.keys(submission) as (keyof typeof submission)[]
  if (before && fields.every(field => before[field] === submission[field])) return
  const { handed_in_on, receipt, sha256, log_no, log_hash, content, note } = submission
  const told = [handed_in_on, receipt, sha256, log_no, log_hash, content, note]
  if (before) {
    writer.run(
      `UPDATE submission SET handed_in_on = ?, receipt = ?, sha256 = ?, log_no = ?, log_hash = ?, content = ?, note = ?
       WHERE id = ?`,
      ...told,
      before.id,
    )
    return
  }
  writer.run(
    `INSERT INTO submission (handed_in_on, receipt, sha256, log_no, log_hash, content, note, direction, kind, scheme_id,
       year, district_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...told,
    submission.direction,
    submission.kind,
    submission.scheme_id,
    submission.year,
    submission.district_code,
  )
}
