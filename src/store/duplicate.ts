// Complaints that repeat others: dossiers leave them out, explanations name them.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Duplicate } from '../domain/score/near.ts'
import type { Reader } from './open.ts'
import { ownerOf } from './sheet.ts'

/** Those about one subject. */
export function duplicatesOf(reader: Reader, noun: SubjectNoun, id: number): Duplicate[] {
  return reader.all<Duplicate>(
    `SELECT complaint_no, received_on, category, summary, dishonest, accepted_on, due_on, closed_on, finding,
       duplicate_of
     FROM complaint WHERE ${ownerOf(noun)} = ? AND duplicate_of IS NOT NULL ORDER BY complaint_no`,
    id,
  )
}
