// The windows, platforms, communities of the register, by what records call them.
import { SubjectIndex, type SubjectKey } from '../domain/records/subject-index.ts'
import type { Reader } from '../store/open.ts'
import { listRecords } from '../store/record.ts'

/** Without practitioners: they hold nothing in their own name. */
export function registeredSubjects(reader: Reader): SubjectIndex {
  const subjects = listRecords(reader, 'subject', { agency: null, district: null })
  return new SubjectIndex(subjects.filter(s => s.kind !== 'person') as unknown as SubjectKey[])
}
