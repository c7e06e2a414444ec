// Subjects of the register, by what records and clerks call them.
import type { Values } from '../domain/imports/column.ts'
import { subjectKind } from '../domain/records/subject.ts'
import { SubjectIndex, type SubjectKey } from '../domain/records/subject-index.ts'
import { Refusal } from '../domain/refusal.ts'
import { nameKey } from '../domain/text.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, recordById, type StoredRecord } from '../store/record.ts'
import { recordNamed } from './find-record.ts'

export interface RegisteredSubject extends SubjectKey {
  kind: string
  agency_id: number | null
  agency_name: string | null
  parent: string | null
  district: string | null
}

/** All of them; or those that hold something in their own name, which practitioners do not. */
export function registeredSubjects(
  reader: Reader,
  which: 'all' | 'bodies' = 'bodies',
): SubjectIndex<RegisteredSubject> {
  const subjects = listRecords(reader, 'subject', { agency: null, district: null })
  const wanted = which === 'all' ? subjects : subjects.filter(s => s.kind !== 'person')
  return new SubjectIndex(wanted as unknown as RegisteredSubject[])
}

/** Each with where it belongs and what names it alone. */
export function toldApart(subjects: readonly RegisteredSubject[]): string {
  return subjects
    .map(({ id, name, code, agency_name, parent, district }) => {
      const place = agency_name ?? parent ?? district ?? '—'
      return `${name}（${[place, ...(code === null ? [] : [code]), `id=${id}`].join('，')}）`
    })
    .join('、')
}

/** Whose an activity is: as it was found when it was entered, or by what it calls its body. */
export function bodyOf({ subject_id = null, subject = null }: Values, bodies: SubjectIndex): number | null {
  if (subject_id !== null) return Number(subject_id)
  const found = subject === null ? [] : bodies.find(String(subject))
  return found.length === 1 ? found[0]!.id : null
}

/** By its code, by its id, or by a name that only one subject has. */
export function subjectNamed(reader: Reader, key: string): StoredRecord {
  const all = listRecords(reader, 'subject', { agency: null, district: null })
  const named = all.filter(s => nameKey(String(s.name)) === nameKey(key)) as unknown as RegisteredSubject[]
  if (named.length === 1) return recordById(reader, 'subject', named[0]!.id)!
  if (named.length === 0) return recordNamed(reader, subjectKind, key)
  throw new Refusal('CX1161', { value: key, matches: toldApart(named) })
}

/** A subject that holds a record: what the register calls it, and where it is. */
export function subjectById(
  reader: Reader,
  id: number | null,
): { name: string; district_code: string | null } | null {
  if (id === null) return null
  const { name, district_code = null } = recordById(reader, 'subject', id)!.values
  return { name: String(name), district_code: district_code as string | null }
}

/** What the register calls a subject. */
export function subjectName(reader: Reader, id: number | null): string | null {
  return subjectById(reader, id)?.name ?? null
}
