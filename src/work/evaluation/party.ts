// Whom a command means: an agency as everywhere, a subject of the scheme's kind by its number or its name.
import { SubjectIndex } from '../../domain/records/subject-index.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { PartyName } from '../../domain/score/party.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { agencyNamed } from '../find-agency.ts'

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
  const available =
    found.length > 1
      ? found.map(({ id }) => `id=${id} ${names.get(id)!.name}`).join('、')
      : index.nearestTo(key).join('、') || `chengxin subject list --state ${noun}`
  throw new Refusal('CX4002', { kind: 'subject', value: key, available })
}
