// What a kind of record must say of itself so that one path can import, match, compare and store it.
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import type { RowRules } from '../imports/row-rules.ts'
import { writtenAs } from '../imports/written.ts'
import type { LimitRules } from './complaint-limit.ts'

export type RecordTable =
  | 'complaint'
  | 'penalty'
  | 'sanction'
  | 'honor'
  | 'commitment'
  | 'system'
  | 'activity'
  | 'annual_check'
  | 'metric'
  | 'license'
  | 'subject'
  | 'offense'
  | 'inspection'
  | 'incentive'
  | 'listing'
  | 'task'
  | 'opinion'
  | 'paper'

export interface RecordKind {
  table: RecordTable
  /** Of its commands. */
  noun: string
  columns: readonly Column[]
  /** The field by whose day or period records are told apart in time. */
  day: string
  /** What a record can be on a day, as lists are asked for it; not all states exclude each other. */
  states?: readonly RecordState[]
  /** Fields whose exact value lists may be asked for. */
  filters?: readonly string[]
  oneOf?: readonly (readonly string[])[]
  /** The field that names the agency when there is no code. */
  nameKey: (values: Values) => string
  /** Whether a row must belong to an agency on the roster. */
  agencyOptional?: (values: Values) => boolean
  /** Checks across fields: refusals and warnings. */
  check: (values: Values, today: Day) => { refused: Finding[]; warned: Finding[] }
  /** Fills what follows from who enters a row; `before`: as it is on file. */
  complete?: (values: Values, operator: string, before: Values | null) => void
  /** The field that names another record of the kind, which this one repeats. */
  repeats?: string
  /** The stored columns of a row (without agency, key, batch and line). */
  pack: (values: Values) => Values
  /** A stored row as column values again; without it they have the same names. */
  unpack?: (stored: Values) => Values
  /** What the clerk calls a record: its number, or its agency and day. */
  label: (values: Values) => string
  /** What makes a row the same record when it comes again. */
  key: (values: Values, agencyId: number | null, subjectId?: number | null) => string
  /**
   * Whether subjects hold such records as well. `known`: each must be in the register. `told`: kept as it is written;
   * one that the register does not know is only warned of.
   */
  subject?: 'known' | 'told'
  /** A subject's are not those of its agency as well: figures, which would be taken for the agency's. */
  oneHolder?: true
  /** Fills what follows from the subject that holds it. */
  ofSubject?: (values: Values, subject: { kind: string; name: string }) => void
  /** A field with the number of another record, and where that may be on file. */
  refersTo?: { field: string; tables: readonly RecordTable[] }
  /** Fields whose value no two records may have, whosever they are. */
  unique?: readonly string[]
  /** The field without which a row of a file is one of a form that was not filled in. */
  unfilled?: string
  /** The database makes the key of the row's other columns. */
  derivedKey?: true
}

export interface RecordState {
  name: string
  /** As the clerk calls it. */
  word: string
  /** Somebody has to do something about it: the year at a glance counts them. */
  pressing?: true
  /** `limits` reads what a limit that nobody stated is counted by. */
  holds: (values: Values, today: Day, limits: () => LimitRules) => boolean
}

/** States that are the stored choices of a field. */
export function statesOf(key: string, choices: readonly (readonly [string, string])[]): RecordState[] {
  return choices.map(([name, word]) => ({ name, word, holds: values => values[key] === name }))
}

/** The fields of a row that only find the agency: on the command line it is named once, and found before. */
export const findingFields: readonly string[] = ['uscc', 'agency_name']

/** Whether a row names a subject and no agency. */
export function isSubjects({ subject = null, uscc, agency_name }: Values): boolean {
  return subject !== null && uscc === null && agency_name === null
}

/** Who holds a record, for its key. */
export function holderKey(agencyId: number | null, subjectId: number | null = null): number | string | null {
  return subjectId === null ? agencyId : `s${subjectId}`
}

/** Without who complained, and how to reach them. */
export function withoutPersonal(kind: RecordKind, values: Values): Values {
  const personal = new Set(kind.columns.filter(c => c.personal).map(c => c.key))
  return Object.fromEntries(Object.entries(values).filter(([key]) => !personal.has(key)))
}

/** A stored row as column values. */
export function unpacked(kind: RecordKind, stored: Values): Values {
  return kind.unpack?.(stored) ?? stored
}

/** What is written of a planned record: without a key that the database makes. */
export function storedValues(kind: RecordKind, { key, ...values }: Values): Values {
  return kind.derivedKey ? values : { key: key ?? null, ...values }
}

/** Refuses pairs of days in the wrong order; empty days pass. */
export function inOrder(
  values: Values,
  pairs: readonly (readonly [string, string, string, string])[],
): Finding[] {
  const found: Finding[] = []
  for (const [earlier, earlierName, later, laterName] of pairs) {
    const a = values[earlier]
    const b = values[later]
    if (typeof a !== 'string' || typeof b !== 'string' || a <= b) continue
    found.push({
      fault: {
        code: 'CX1037',
        params: { earlier: earlierName, earlierValue: a, later: laterName, laterValue: b },
      },
      key: later,
    })
  }
  return found
}

/** Refuses a day after today: what has not happened cannot be on record. */
export function notInFuture(values: Values, keys: readonly string[], today: Day): Finding[] {
  return keys.flatMap(key => {
    const value = values[key]
    if (typeof value !== 'string' || value <= today) return []
    return [{ fault: { code: 'CX1038', params: { value, today } }, key } as Finding]
  })
}

/**
 * A state and the day it began. A day without the state contradicts; a state without its day is kept with a warning
 * and taken to have held always, because nothing tells since when.
 */
export function stateWithDate(
  values: Values,
  state: { key: string; name: string; value: string; word: string },
  date: { key: string; name: string },
): { refused: Finding[]; warned: Finding[] } {
  const stated = values[state.key] === state.value
  const dated = values[date.key] !== null
  if (stated && !dated) {
    const params = { value: state.word, header: state.name, needs: date.name }
    return { refused: [], warned: [{ fault: { code: 'CX1070', params }, key: state.key }] }
  }
  if (stated || !dated) return { refused: [], warned: [] }
  const needs = `${state.name}“${state.word}”`
  const params = { value: String(values[date.key]), header: date.name, needs }
  return { refused: [{ fault: { code: 'CX1039', params }, key: date.key }], warned: [] }
}

/** A value as it is written in the file, for messages. */
export function wordOf(columns: readonly Column[], key: string, values: Values): string {
  const column = columns.find(c => c.key === key)
  return (column && writtenAs(column, values[key] ?? null)) ?? ''
}

/** The stored row is the values without the fields that only find the agency. */
export function packAll(columns: readonly Column[], without: readonly string[]): (values: Values) => Values {
  const keys = columns.map(c => c.key).filter(key => !without.includes(key))
  return values => Object.fromEntries(keys.map(key => [key, values[key] ?? null]))
}

/** How every record names its agency: the code column (optional; agencies of 2013 have none). */
export const usccColumn: Column = {
  key: 'uscc',
  headers: ['统一社会信用代码', '信用代码', '社会信用代码'],
  type: { is: 'uscc' },
}

export const agencyNameColumn: Column = {
  key: 'agency_name',
  headers: ['机构名称', '被投诉机构', '单位名称', '企业名称', 'name'],
  type: { is: 'text' },
  required: true,
}

/** What a record's row says before the roster is asked. */
export function recordRules(kind: RecordKind, today: Day): RowRules {
  return {
    ...(kind.unfilled === undefined ? {} : { unfilled: kind.unfilled }),
    wanted: values => {
      if (kind.agencyOptional?.(values)) return null
      const name = values[kind.nameKey(values)] as string | null
      return { uscc: values.uscc as string | null, license_no: null, name, district_code: null }
    },
    // What is missing beside a cell that could not be read, or contradicts it, is no finding.
    partial: values =>
      kind.check({ ...values }, today).refused.filter(f => !['CX1023', 'CX1039'].includes(f.fault.code)),
  }
}

/** A jurisdiction by name or code; stored as its code. */
export const districtColumn: Column = {
  key: 'district_code',
  headers: ['推荐范围', '所属区县', '辖区', '区划代码', 'district'],
  type: { is: 'text' },
}

/** A person, a window, a platform, a community by number or name: whoever is no agency. */
export const subjectColumn: Column = {
  key: 'subject',
  headers: ['主体', '主体名称', '窗口名称', '平台名称', '社区名称'],
  type: { is: 'text' },
}

/** The agency's name where a subject may hold the record instead. */
export const holderNameColumn: Column = { ...agencyNameColumn, unless: 'subject' }

/** The practitioner concerned, where it is not the agency itself. */
export const personColumn: Column = { key: 'person', headers: ['从业人员', '当事人'], type: { is: 'text' } }

/** Who answers for it, each with the post in brackets (ZS 三(五)): 样一（法定代表人）;样二（直接责任人）. */
export const personsColumn: Column = {
  key: 'persons',
  headers: ['责任人', '责任人员'],
  type: { is: 'texts' },
}

/** States of what is to be put right by a day and is done on one. */
export function rectificationStates(due: string, done: string): RecordState[] {
  const isOpen = (values: Values) => (values[due] ?? null) !== null && (values[done] ?? null) === null
  return [
    { name: 'to_rectify', word: '待整改', holds: isOpen },
    {
      name: 'overdue',
      word: '整改超期',
      pressing: true,
      holds: (values, today) => isOpen(values) && String(values[due]) < today,
    },
    { name: 'rectified', word: '已整改', holds: values => (values[done] ?? null) !== null },
  ]
}
