// Whom a command means: an agency as everywhere, a subject of the scheme's kind by its number or its name.

import { SubjectIndex } from '../../domain/records/subject-index.ts'
import { otherKindOf } from '../../domain/records/subject-type.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { PartyName } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames, subjectsElsewhere } from '../../store/party.ts'
import { listRecords } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { agencyNamed } from '../find-agency.ts'
import type { RegisteredSubject } from '../find-subject.ts'
import { evaluationFor, schemeOf } from './which.ts'

/** Bodies that a scheme is about by their type and that nobody evaluates, because they are registered as another kind. */
export function elsewhereIn(
  reader: Reader,
  { as_of }: Pick<Evaluation, 'as_of'>,
  { applies_to: { subject, types } }: Scheme,
): { party: PartyName; kind: SubjectNoun }[] {
  const kind = otherKindOf(subject)
  if (kind === null) return []
  const ids = types.map(t => t.id)
  return subjectsElsewhere(reader, subject, kind, ids, as_of).map(party => ({ party, kind }))
}

/** How many they are, as what they are registered, and as what they would have to be. */
export function countElsewhere(
  desk: Desk,
  which: string | null,
): { count: number; kind: SubjectNoun; wanted: SubjectNoun } | null {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const scheme = schemeOf(reader, evaluation)
    const found = elsewhereIn(reader, evaluation, scheme)
    if (found.length === 0) return null
    return { count: found.length, kind: found[0]!.kind, wanted: scheme.applies_to.subject }
  })
}

export function partyNamed(reader: Reader, noun: SubjectNoun, key: string): PartyName {
  if (noun === 'agency') {
    const { id, uscc, license_no, name, district_code } = agencyNamed(reader, key)
    return { agency_id: id, subject_id: null, uscc, code: license_no, name, district_code }
  }
  const names = partyNames(reader, noun)
  const byId = /^id=(\d{1,15})$/.exec(key.trim())?.[1]
  const index = new SubjectIndex([...names].map(([id, { name, code }]) => ({ id, name, code })))
  const found =
    byId === undefined
      ? index.find(key)
      : [...names.keys()].filter(id => String(id) === byId).map(id => ({ id }))
  if (found.length === 1) return names.get(found[0]!.id)!
  if (found.length === 0) refuseOtherKind(reader, noun, key)
  const available =
    found.length > 1
      ? found.map(({ id }) => `id=${id} ${names.get(id)!.name}`).join('、')
      : index.nearestTo(key).join('、') || `chengxin subject list --state ${noun}`
  throw new Refusal('CX4002', { kind: 'subject', value: key, available })
}

/** Who is on file as something else is not unknown. */
function refuseOtherKind(reader: Reader, noun: SubjectNoun, key: string): void {
  const all = listRecords(reader, 'subject', { agency: null, district: null })
  const named = new SubjectIndex(all as unknown as RegisteredSubject[]).find(key)
  if (named.length === 1)
    throw new Refusal('CX1296', { name: named[0]!.name, kind: named[0]!.kind as SubjectNoun, wanted: noun })
}
