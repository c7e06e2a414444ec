// Linking complaints that repeat one another, so that each is counted once.
import type { Values } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import { complaintKind } from '../domain/records/complaint.ts'
import { type Linkable, linkTo } from '../domain/records/complaint-case.ts'
import { agenciesById } from '../store/agency.ts'
import { duplicatesOf } from '../store/complaint.ts'
import type { Reader } from '../store/open.ts'
import { recordsByKey, type StoredRecord, updateRecord } from '../store/record.ts'
import { change, type Desk } from './desk.ts'
import { recordNamed } from './find-record.ts'
import { subjectName } from './find-subject.ts'
import { addFindings, type GivenFields } from './given-fields.ts'
import { recordView } from './record-history.ts'

/** Links a complaint to the one that it repeats; null takes the link away. */
export function linkComplaint(
  desk: Desk,
  no: string,
  to: string | null,
  place: GivenFields['place'],
): { problems: Problem[]; record: Values } {
  return change(desk, 'complaint link', writer => {
    const found = recordNamed(writer, complaintKind, no)
    const original = to === null ? null : linkable(writer, recordNamed(writer, complaintKind, to).key)
    const { after, refused } = linkTo(linkable(writer, found.key)!, original)
    const problems: Problem[] = []
    addFindings(problems, refused, place)
    const done = problems.length === 0
    if (done) updateRecord(writer, 'complaint', found.id, { duplicate_of: after.duplicate_of! })
    const record = recordView(writer, complaintKind, { ...found, values: done ? after : found.values })
    const summary = { record: complaintKind.label(found.values), duplicate_of: after.duplicate_of }
    return { result: { problems, record }, summary }
  }).result
}

/** A complaint as links see it; null where none has the number. */
export function linkable(reader: Reader, no: string): Linkable | null {
  const found = recordsByKey(reader, 'complaint', [no]).get(no)
  if (!found) return null
  return { about: aboutWhom(reader, found), values: found.values, duplicates: duplicatesOf(reader, no) }
}

/** Whom a complaint is about: its agency, or the subject where there is none. */
export function aboutWhom(
  reader: Reader,
  { agency_id, subject_id }: Pick<StoredRecord, 'agency_id' | 'subject_id'>,
): Linkable['about'] {
  if (agency_id !== null) return agenciesById(reader, [agency_id])[0]!
  return { id: -subject_id!, name: subjectName(reader, subject_id)! }
}
