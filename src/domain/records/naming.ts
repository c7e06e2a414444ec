// Whether a record names a subject: a practitioner concerned or answering for it (ZS 三(五)), a window or another body that
// was honored, a body that held an activity.
import type { Values } from '../imports/column.ts'
import { nameKey } from '../text.ts'

export function namesSubject(record: Values, subject: { kind: string; name: string }): boolean {
  const { person, persons, holder, holder_kind, subject: body } = record
  const is = (text: unknown) => typeof text === 'string' && nameKey(text) === nameKey(subject.name)
  if (holder !== undefined) return holder_kind === subject.kind && is(holder)
  if (subject.kind !== 'person') return is(body)
  // Posts stand behind names in brackets: 样一（法定代表人）;样二（直接责任人）.
  const answering = String(persons ?? '').split(';')
  return is(person) || is(body) || answering.some(one => is(one.replace(/[（(].*$/, '')))
}
