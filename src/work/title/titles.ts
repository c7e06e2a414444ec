// Titles as rows of the register of honors: those that schemes on file give or take back, and one named by its clerk.
import type { Day } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { type Honor, honorKind, plateNo } from '../../domain/records/honor.ts'
import { Refusal } from '../../domain/refusal.ts'
import { normalizeUscc } from '../../domain/roster/uscc.ts'
import type { RevocationRules, Scheme } from '../../domain/scheme/scheme.ts'
import { foldWidth, nameKey, nearest } from '../../domain/text.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords, recordById, type StoredRecord } from '../../store/record.ts'
import { getSetting, listSchemeIds } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { resolveDistrict } from '../find-district.ts'
import { registeredSubjects } from '../find-subject.ts'
import { recordOf } from '../list-records.ts'

export type HonorRow = Values &
  Honor & {
    id: number
    agency_id: number | null
    subject_id: number | null
    evaluation_id: number | null
    uscc: string | null
    agency_name: string | null
    district: string | null
    plate_no: string | null
    plate_returned_on: Day | null
    document: string | null
    revocation_document: string | null
  }

export interface HeldTitle {
  honor: HonorRow
  /** By which it is given and taken back; of what no scheme names, the one that the desk goes by. */
  scheme: Scheme
  named: boolean
  revocation: RevocationRules
}

/** The titles that a scheme gives, and those that it takes back as well. */
export function titlesNamed({ nomination, award, revocation }: Scheme): string[] {
  const own = nomination?.title ?? award?.title
  return own === undefined ? revocation.titles : [own, ...revocation.titles]
}

/** Of every scheme on file: by the scheme of the evaluation that it rests on, else by the oldest that names it. */
export function titlesOnFile(reader: Reader): HeldTitle[] {
  return honorsReviewed(reader).filter(title => title.named)
}

/** Every honor. One that no scheme names is reviewed on the desk's grounds, which is a default of ours. */
export function honorsReviewed(reader: Reader): HeldTitle[] {
  const schemes = listSchemeIds(reader).map(id => schemeById(reader, id))
  const rested = new Map(listEvaluations(reader).map(e => [e.id, e.scheme_id]))
  const own = schemeById(reader, getSetting(reader, 'scheme')!)
  const grounds = own.revocation.grounds.map(({ ground }) => ({ ground, clause: 'default' }))
  const ours = { clause: 'default', titles: [], grounds }
  return honorsOnFile(reader).map(honor => {
    const naming = schemes.filter(scheme => titlesNamed(scheme).includes(honor.title))
    const scheme = naming.find(s => s.id === rested.get(honor.evaluation_id ?? 0)) ?? naming[0]
    return scheme === undefined
      ? { honor, scheme: own, named: false, revocation: ours }
      : { honor, scheme, named: true, revocation: scheme.revocation }
  })
}

function honorsOnFile(reader: Reader): HonorRow[] {
  return listRecords(reader, 'honor', { agency: null, district: null }) as HonorRow[]
}

export interface ListedTitle extends HeldTitle {
  /** As lists of honors show it. */
  record: Values
  /** Names of its states on the day. */
  states: string[]
}

export interface WantedTitles {
  title: string | null
  state: string | null
  district: string | null
}

export function listTitles(desk: Desk, { title, state, district }: WantedTitles): ListedTitle[] {
  const code = district === null ? null : resolveDistrict(desk, district)
  const none = () => {
    throw new Error('no state of an honor asks for limits')
  }
  return ask(desk, honorsReviewed)
    .filter(({ honor }) => title === null || honor.title === title)
    .filter(({ honor }) => code === null || honor.district_code === code)
    .map(held => ({
      ...held,
      record: recordOf(held.honor),
      states: honorKind.states!.filter(s => s.holds(held.honor, desk.today, none)).map(s => s.name),
    }))
    .filter(({ states }) => state === null || states.includes(state))
}

/**
 * By plate, certificate number or id, or by its holder: of several the one that is meant, if there is one. Honors that
 * no scheme gives are found where the holder has no title.
 */
export function titleNamed(
  reader: Reader,
  name: string,
  isMeant: (honor: HonorRow) => boolean,
): StoredRecord {
  const text = foldWidth(name).trim()
  const all = honorsOnFile(reader)
  const numbered = all.filter(
    h => h.plate_no === plateNo(text) || h.cert_no === text || [`${h.id}`, `id=${h.id}`].includes(text),
  )
  const found = numbered.length > 0 ? numbered : heldBy(reader, all, text, isMeant)
  if (found.length === 1) return recordById(reader, 'honor', found[0]!.id)!
  if (found.length > 1) {
    const matches = found.map(h =>
      [`id=${h.id}`, h.title, h.granted_on, ...((h.plate_no ?? []) ? [h.plate_no] : [])].join(' '),
    )
    throw new Refusal('CX1391', { value: text, matches: matches.join('、') })
  }
  const known = all.flatMap(h => [h.holder, ...(h.plate_no === null ? [] : [h.plate_no])])
  const available = nearest(text, known).join('、') || 'chengxin title list'
  throw new Refusal('CX4002', { kind: 'title', value: name, available })
}

/** The narrowest choice that leaves any. */
function heldBy(
  reader: Reader,
  all: readonly HonorRow[],
  text: string,
  isMeant: (honor: HonorRow) => boolean,
): readonly HonorRow[] {
  const subjects = new Set(
    registeredSubjects(reader, 'all')
      .find(text)
      .map(s => s.id),
  )
  const own = all.filter(
    h =>
      nameKey(h.holder) === nameKey(text) ||
      (h.holder_kind === 'agency' && h.uscc !== null && h.uscc === normalizeUscc(text)) ||
      (h.subject_id !== null && subjects.has(h.subject_id)),
  )
  const titles = new Set(titlesOnFile(reader).map(t => t.honor.id))
  const narrowed = (rows: readonly HonorRow[], by: (h: HonorRow) => boolean) => {
    const left = rows.filter(by)
    return left.length > 0 ? left : rows
  }
  return narrowed(
    narrowed(own, h => titles.has(h.id)),
    isMeant,
  )
}
