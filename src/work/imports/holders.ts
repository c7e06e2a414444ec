// Whose a row is: an agency's on the roster, a subject's of the register, or of both where a subject belongs to an agency.
import type { Finding, Values } from '../../domain/imports/column.ts'
import type { RowRules } from '../../domain/imports/row-rules.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import type { SubjectIndex } from '../../domain/records/subject-index.ts'
import type { AgencyIndex } from '../../domain/roster/match.ts'
import { nameKey } from '../../domain/text.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import type { StoredRecord } from '../../store/record.ts'
import { type RegisteredSubject, registeredSubjects, subjectName, toldApart } from '../find-subject.ts'
import { NEAREST_TOLD } from './plan-file.ts'

export interface Holder {
  agency: number | null
  subject: number | null
}

type Found = Holder & { refused: Finding[]; warned: Finding[] }

export class Holders {
  private readonly kind: RecordKind
  private readonly reader: Reader
  private readonly rules: RowRules
  private readonly present: ReadonlySet<string>
  /** Read when the first row names one. */
  private register: SubjectIndex<RegisteredSubject> | null = null
  private unknown = 0

  constructor(kind: RecordKind, reader: Reader, rules: RowRules, present: ReadonlySet<string>) {
    this.kind = kind
    this.reader = reader
    this.rules = rules
    this.present = present
  }

  /** Lays into the values what follows from a subject. `before`: who holds it on file. */
  of(values: Values, agencies: AgencyIndex, before: Holder | null = null): Found {
    const { id: agency, refused, warned } = this.agencyOf(values, agencies)
    const stays = before?.agency === agency ? before.subject : null
    const found = this.subjectOf(values, agency, stays)
    const { subject } = found
    if (subject !== null) this.kind.ofSubject?.(values, subject)
    return {
      agency: subject !== null && this.kind.oneHolder ? null : agency,
      subject: subject?.id ?? null,
      refused: [...refused, ...found.refused],
      warned: [...warned, ...found.warned],
    }
  }

  /** Eighteen districts may number from 001: one's record must not take the place of another's. */
  heldByOther(existing: StoredRecord | undefined, { agency, subject }: Holder, values: Values): Finding[] {
    if (!existing) return []
    const { agency_id, subject_id } = existing
    const about = { value: this.kind.label(values) }
    const { key } = this.kind.columns[0]!
    const otherAgency =
      agency_id !== null && (agency === null ? subject !== null && subject_id === null : agency !== agency_id)
    if (otherAgency) {
      const holder = agenciesById(this.reader, [agency_id])[0]!.name
      return [{ fault: { code: 'CX1092', params: { ...about, holder } }, key }]
    }
    const otherSubject =
      subject_id !== null &&
      (subject === null ? agency !== null && agency_id === null : subject !== subject_id)
    if (!otherSubject) return []
    const holder = subjectName(this.reader, subject_id)!
    return [{ fault: { code: 'CX1206', params: { ...about, holder } }, key }]
  }

  private agencyOf(
    values: Values,
    agencies: AgencyIndex,
  ): { id: number | null; refused: Finding[]; warned: Finding[] } {
    const wanted = this.rules.wanted(values)
    if (wanted === null) return { id: null, refused: [], warned: [] }
    const nameField = this.kind.nameKey(values)
    const { uscc, name } = wanted
    if (uscc === null && name === null && this.present.has('subject') && !this.present.has(nameField)) {
      const { key, headers } = this.kind.columns.find(c => c.key === 'subject')!
      return {
        id: null,
        refused: [{ fault: { code: 'CX1023', params: { header: headers[0]! } }, key }],
        warned: [],
      }
    }
    const match = agencies.find(wanted)
    const at = uscc === null ? nameField : 'uscc'
    if ('fault' in match) return { id: null, refused: [{ fault: match.fault, key: at }], warned: [] }
    if (match.agency === null) {
      const params = { value: uscc ?? name ?? '', nearest: agencies.nearestTo(wanted) }
      return { id: null, refused: [{ fault: { code: 'CX1050', params }, key: at }], warned: [] }
    }
    const { id, name: onFile } = match.agency
    if (name === null || nameKey(name) === nameKey(onFile)) return { id, refused: [], warned: [] }
    const differs = { code: 'CX1053', params: { given: name, onFile } } as const
    return { id, refused: [], warned: [{ fault: differs, key: nameField }] }
  }

  private subjectOf(
    values: Values,
    agency: number | null,
    stays: number | null,
  ): { subject: RegisteredSubject | null; refused: Finding[]; warned: Finding[] } {
    const named = values.subject ?? null
    const none = { subject: null, refused: [], warned: [] }
    if (!this.kind.subject || typeof named !== 'string') return none
    const told = this.kind.subject === 'told'
    const found = this.named(named)
    const own = told || agency === null ? found : found.filter(s => s.agency_id === agency)
    // What it is already it may stay, whoever else has the name and wherever it has moved.
    const one = found.find(s => s.id === stays) ?? (own.length === 1 ? own[0]! : undefined)
    if (one) return { ...none, subject: one }
    const key = 'subject'
    if (told) {
      // What is held by nobody that the register knows counts for no duty.
      const fault: Finding['fault'] =
        found.length > 1
          ? { code: 'CX1146', params: { value: named, count: found.length } }
          : { code: 'CX1145', params: { value: named, nearest: this.nearest(named) } }
      return { ...none, warned: [{ fault, key }] }
    }
    return { ...none, refused: [{ fault: this.notFound(named, agency, { found, own }), key }] }
  }

  private notFound(
    value: string,
    agency: number | null,
    { found, own }: Record<'found' | 'own', readonly RegisteredSubject[]>,
  ): Finding['fault'] {
    if (own.length > 1) return { code: 'CX1201', params: { value, matches: toldApart(own) } }
    const [other] = found
    if (!other) return { code: 'CX1200', params: { value, nearest: this.nearest(value) } }
    const { name } = agenciesById(this.reader, [agency!])[0]!
    return { code: 'CX1202', params: { value, holder: other.agency_name, agency: name } }
  }

  private named(text: string): readonly RegisteredSubject[] {
    this.register ??= registeredSubjects(this.reader, this.kind.subject === 'told' ? 'bodies' : 'all')
    return this.register.find(text)
  }

  private nearest(text: string): string {
    this.unknown += 1
    return this.unknown > NEAREST_TOLD ? '' : this.register!.nearestTo(text).join('、')
  }
}
