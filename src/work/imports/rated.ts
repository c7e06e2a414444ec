// Whom the rows of score sheets rate: agencies of the roster, or subjects of the kind that the scheme is for.
import { type Fault, fault, type Values } from '../../domain/imports/column.ts'
import { SubjectIndex, type SubjectKey } from '../../domain/records/subject-index.ts'
import type { AgencyIndex } from '../../domain/roster/match.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { sheetRules } from '../../domain/score/sheet-columns.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames, subjectTypes } from '../../store/party.ts'
import { NEAREST_TOLD } from './plan-file.ts'

export interface Rated {
  id: number
  name: string
  type: string | null
}

type RatedSubject = Rated & SubjectKey

type Refuse = (found: Fault, key: string) => void

export class RatedParties {
  private readonly reader: Reader
  private readonly scheme: Scheme
  /** Null where agencies are rated. */
  private readonly subjects: { index: SubjectIndex<RatedSubject>; byId: Map<number, RatedSubject> } | null
  private unknown = 0

  constructor(reader: Reader, scheme: Scheme) {
    this.reader = reader
    this.scheme = scheme
    const { subject: noun } = scheme.applies_to
    if (noun === 'agency') {
      this.subjects = null
      return
    }
    const types = subjectTypes(reader, noun)
    const all = [...partyNames(reader, noun)].map(([id, { name, code }]) => ({
      ...{ id, name, code, type: types.get(id) ?? null },
    }))
    this.subjects = { index: new SubjectIndex(all), byId: new Map(all.map(s => [s.id, s])) }
  }

  of(values: Values, agencies: AgencyIndex, refuse: Refuse): Rated | null {
    return this.subjects === null
      ? agencyOf(values, agencies, refuse)
      : this.subjectOf(values, this.subjects.index, refuse)
  }

  names(ids: readonly number[]): Map<number, string> {
    const found = this.subjects?.byId.values() ?? agenciesById(this.reader, ids)
    return new Map([...found].map(({ id, name }) => [id, name]))
  }

  private subjectOf({ code, name }: Values, index: SubjectIndex<RatedSubject>, refuse: Refuse): Rated | null {
    const value = String(code ?? name ?? '')
    const key = code === null ? 'name' : 'code'
    if (value === '') {
      refuse(fault('CX1023', { header: '主体编号' }), 'code')
      return null
    }
    const found = index.find(value)
    if (found.length > 1) {
      const matches = found.map(s => `${s.name}（${s.code ?? `id=${s.id}`}）`).join('、')
      refuse(fault('CX1201', { value, matches }), key)
      return null
    }
    const [one] = found
    if (!one) {
      this.unknown += 1
      const nearest = this.unknown > NEAREST_TOLD ? '' : index.nearestTo(value).join('、')
      refuse(fault('CX1200', { value, nearest }), key)
      return null
    }
    const { types } = this.scheme.applies_to
    if (types.length > 0 && !types.some(t => t.id === one.type)) {
      refuse(fault('CX1243', { value: one.name, types: types.map(t => t.name).join('、') }), key)
      return null
    }
    return { id: one.id, name: one.name, type: one.type }
  }
}

function agencyOf(values: Values, agencies: AgencyIndex, refuse: Refuse): Rated | null {
  const { uscc, name } = values
  if (uscc === null && name === null) {
    refuse(fault('CX1023', { header: '统一社会信用代码' }), 'uscc')
    return null
  }
  const wanted = sheetRules('agency').wanted(values)!
  const match = agencies.find(wanted)
  const at = uscc === null ? 'name' : 'uscc'
  if ('fault' in match) refuse(match.fault, at)
  else if (match.agency === null) {
    refuse(fault('CX1050', { value: String(uscc ?? name), nearest: agencies.nearestTo(wanted) }), at)
  } else return { id: match.agency.id, name: match.agency.name, type: null }
  return null
}
