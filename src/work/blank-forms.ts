// Blank forms: tables under the headers that an import reads, with lists to choose from, to be filled in by a clerk.
import { type Column, officialChoices, type Value, type Values } from '../domain/imports/column.ts'
import { writtenAs } from '../domain/imports/written.ts'
import { type Period, periodDays } from '../domain/period.ts'
import { findingFields } from '../domain/records/kind.ts'
import { annualFacts, firstUnit, metricKind, metricOf, metricWord } from '../domain/records/metric.ts'
import { paperKind } from '../domain/records/paper.ts'
import { subjectKind } from '../domain/records/subject.ts'
import type { SubjectIndex, SubjectKey } from '../domain/records/subject-index.ts'
import { typesOf, typeWord } from '../domain/records/subject-type.ts'
import { Refusal } from '../domain/refusal.ts'
import { type AgencyKind, rosterColumns } from '../domain/roster/agency.ts'
import type { SheetOut } from '../formats/xlsx.ts'
import { listAgencies } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { listRecords } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { evaluationFor } from './evaluation/which.ts'
import { districtNamed } from './find-district.ts'
import { type RegisteredSubject, registeredSubjects } from './find-subject.ts'
import { withoutPapers } from './nomination/check.ts'
import { readNominations } from './nomination/list.ts'
import { schemeNamed } from './scheme/texts.ts'

/** A roster of agencies. */
export function planRosterForm(desk: Desk): SheetOut {
  return ask(desk, reader => blank(reader, '名录', rosterColumns))
}

/** What only persons have. */
const OF_PERSONS = ['post', 'certificate']
const TYPE_HEADERS: Readonly<Record<string, string>> = {
  window: '窗口类型',
  institution: '机构类型',
  platform: '平台级别',
}

/** A register of subjects, of all kinds or of one, with what that kind has. */
export function planSubjectForm(desk: Desk, kind: string | null): SheetOut {
  const types = kind === null ? [] : typesOf(kind)
  const columns = subjectKind.columns.flatMap((column): Column[] => {
    if (kind === null) return [column]
    if (OF_PERSONS.includes(column.key) && kind !== 'person') return []
    if (column.key === 'kind') return [{ ...column, type: choiceOf([[writtenAs(column, kind)!, kind]]) }]
    if (column.key !== 'type') return [column]
    const type = choiceOf(types.map(name => [typeWord(name), name]))
    return types.length === 0 ? [] : [{ ...column, headers: [TYPE_HEADERS[kind]!], type }]
  })
  return ask(desk, reader => blank(reader, '主体名册', columns))
}

export interface MetricForm {
  /** Of which subjects, or `agency`. */
  kind: string
  type: string | null
  /** Of agencies of these kinds. */
  kinds: readonly AgencyKind[]
  /** With types, of subjects of those only. */
  metrics: readonly { name: string; unit: string | null; types?: readonly string[] }[]
  period: Period
}

/** Whom a scheme is for, and the figures that it asks for. Refuses one that asks for none. */
export function metricsOfScheme(desk: Desk, id: string): Pick<MetricForm, 'kind' | 'kinds' | 'metrics'> {
  const { applies_to, metrics: declared, indicators } = schemeNamed(desk, { by: 'id', id })
  const asked = new Set(indicators.flatMap(i => i.rules.flatMap(rule => ('fact' in rule ? [rule.fact] : []))))
  const known = annualFacts
    .filter(fact => asked.has(fact))
    .map(fact => ({ name: metricWord(metricOf(fact)), unit: firstUnit(metricOf(fact)) }))
  const metrics = [...declared, ...known]
  if (metrics.length === 0) throw new Refusal('CX1207', { scheme: id })
  return { kind: applies_to.subject, kinds: applies_to.kinds, metrics }
}

/** A row for each subject and metric, its value left to be filled in. Subjects that had ended before are left out. */
export function planMetricForm(desk: Desk, form: MetricForm): SheetOut {
  return form.kind === 'agency' ? agencyMetricForm(desk, form) : subjectMetricForm(desk, form)
}

function agencyMetricForm(desk: Desk, { kinds, metrics, period }: MetricForm): SheetOut {
  return ask(desk, reader => {
    const columns = metricKind.columns.filter(c => c.key !== 'subject')
    const agencies = listAgencies(reader).filter(a => kinds.includes(a.kind))
    const rows = agencies.flatMap(({ uscc, name: agency_name }) =>
      metrics.map(({ name: metric, unit }) => {
        const known: Record<string, Value> = { uscc, agency_name, metric, period, unit }
        return columns.map(({ key }) => known[key] ?? null)
      }),
    )
    return { ...blank(reader, '指标数据', columns), rows }
  })
}

function subjectMetricForm(desk: Desk, { kind, type, metrics, period }: MetricForm): SheetOut {
  return ask(desk, reader => {
    const { from } = periodDays(period)!
    const register = registeredSubjects(reader, 'all')
    const subjects = listRecords(reader, 'subject', { agency: null, district: null })
      .filter(s => s.kind === kind && (type === null || s.type === type))
      .filter(s => s.ended_on === null || s.ended_on! >= from) as unknown as (RegisteredSubject & {
      type: string | null
    })[]
    if (subjects.length === 0) {
      const word = subjectKind.states!.find(s => s.name === kind)!.word
      const value = type === null ? word : `${word} ${typeWord(type)}`
      throw new Refusal('CX4002', { kind: 'subject', value, available: 'chengxin subject list' })
    }
    const columns = [
      metricKind.columns.find(c => c.key === 'subject')!,
      ...metricKind.columns.filter(c => c.key !== 'subject' && !findingFields.includes(c.key)),
    ]
    const rows = subjects.flatMap(subject =>
      metrics
        .filter(({ types = [] }) => types.length === 0 || types.includes(subject.type ?? ''))
        .map(({ name, unit }) => {
          const known: Record<string, Value> = {
            subject: aloneNamed(subject, register),
            metric: name,
            period,
            unit,
          }
          return columns.map(({ key }) => known[key] ?? null)
        }),
    )
    return { ...blank(reader, '指标数据', columns), rows }
  })
}

/**
 * A row for each paper that a nominee lacks, of one district or of all, its day left to be filled in once it is
 * received. Null where nothing is missing.
 */
export function planPaperForm(desk: Desk, which: string | null, district: string | null): SheetOut | null {
  return ask(desk, reader => {
    const list = readNominations(reader, evaluationFor(reader, which))
    const { scheme, evaluation } = list
    const whose = scheme.applies_to.subject === 'agency' ? findingFields : ['subject']
    const ofHolder = (key: string) => key === 'subject' || findingFields.includes(key)
    const columns = paperKind.columns.filter(({ key }) => !ofHolder(key) || whose.includes(key))
    const register = registeredSubjects(reader, 'all')
    const only = district === null ? null : districtNamed(reader, district).code
    const lacking = withoutPapers(reader, list).filter(l => only === null || l.party.district_code === only)
    if (lacking.length === 0) return null
    const rows = lacking.flatMap(({ party, papers }) => {
      const { subject_id: id, uscc, name, code } = party
      return papers.map(kind => {
        const known: Values = {
          year: evaluation.year,
          // An application is made under a scheme.
          scheme: kind === 'application' ? scheme.id : null,
          kind,
          uscc,
          agency_name: name,
          subject: id === null ? null : aloneNamed({ id, name, code }, register),
        }
        return columns.map(column => writtenAs(column, known[column.key] ?? null))
      })
    })
    return { ...blank(reader, '报送材料', columns), rows }
  })
}

/** What finds a subject and no other: its name, else its number, else its id. */
function aloneNamed({ id, name, code }: SubjectKey, register: SubjectIndex): string {
  const alone = [name, code].find(text => text !== null && register.find(text).length === 1)
  return alone ?? `id=${id}`
}

function choiceOf(choices: readonly (readonly [string, string])[]): Column['type'] {
  return { is: 'choice', of: Object.fromEntries(choices) }
}

/** Codes and values are texts, so that a spreadsheet changes none. */
function blank(reader: Reader, name: string, columns: readonly Column[]): SheetOut {
  const districts = listDistricts(reader).map(d => d.name)
  return {
    name,
    columns: columns.map(({ key, headers, type }) => {
      const choices =
        type.is === 'choice'
          ? officialChoices(type.of).map(c => c.word)
          : type.is === 'yes_no'
            ? ['是', '否']
            : PLACES.includes(key) && type.is === 'text'
              ? districts
              : []
      return { header: headers[0]!, type: type.is === 'day' ? 'date' : 'text', choices, width: WIDTH }
    }),
    rows: [],
    landscape: true,
  }
}

const PLACES = ['district', 'district_code']
const WIDTH = 16
