// Entries of an archive: what is on file about an agency, each in a line, with its state and its number.

import type { Day } from '../day.ts'
import type { Column, Values } from '../imports/column.ts'
import { writtenAs } from '../imports/written.ts'
import type { LimitRules } from '../records/complaint-limit.ts'
import type { RecordKind, RecordTable } from '../records/kind.ts'
import { type Agency, isUnlicensedPublic, licenseStatusOn, rosterColumns } from '../roster/agency.ts'
import { lineParts } from './line.ts'
import { type EntryRule, entryRules } from './rules.ts'

export interface EntryText {
  date: string | null
  /** The noun of the record; `agency` for what the roster says. */
  kind: string
  text: string
  state: string | null
  /** Its number, or noun#id. */
  record: string
  /** Whether it may be shown to the public. */
  public: boolean
}

export type Audience = 'internal' | 'public'

/** Registers whose records go into archives, in the order in which entries of one day stand. */
export const archivedTables: readonly RecordTable[] = entryRules.map(rule => rule.kind.table)

export function ruleOf(table: RecordTable): EntryRule {
  return entryRules.find(rule => rule.kind.table === table)!
}

/** How a record read at a time, and who made it so. */
export interface Version {
  values: Values
  on: Day
  by: string
}

/** What was filled in a record and later said something else, or nothing. */
export interface Correction {
  on: Day
  by: string
  fields: { header: string; before: string; after: string | null }[]
}

/** Oldest first; of complainants' names and contacts nothing is told. */
export function correctionsOf(kind: RecordKind, versions: readonly Version[]): Correction[] {
  const read = (values: Values) => kind.unpack?.(values) ?? values
  return versions.slice(1).flatMap(({ values, on, by }, i): Correction[] => {
    const [was, is] = [read(versions[i]!.values), read(values)]
    const fields = kind.columns.flatMap(column => {
      const before = writtenAs(column, was[column.key] ?? null)
      const after = writtenAs(column, is[column.key] ?? null)
      if (column.personal || before === null || before === after) return []
      return [{ header: column.headers[0]!, before, after }]
    })
    return fields.length === 0 ? [] : [{ on, by, fields }]
  })
}

/** One record as an entry. For the public: only those parts that may go out. */
export function recordEntry(
  rule: EntryRule,
  record: { id: number; values: Values },
  corrections: readonly Correction[],
  { today, limits }: { today: Day; limits: () => LimitRules },
  audience: Audience,
): EntryText {
  const { kind, open, inner, number, stateless, also, drawn } = rule
  const values = kind.unpack?.(record.values) ?? record.values
  const shown = { ...values, ...drawn?.(values) }
  const internal =
    audience === 'internal' ? [...lineParts(inner, shown, kind.columns), ...corrections.map(said)] : []
  const states = stateless
    ? []
    : (kind.states ?? []).filter(s => s.holds(values, today, limits)).map(s => s.word)
  return {
    date: values[kind.day] === null ? null : String(values[kind.day]),
    kind: kind.noun,
    text: [...lineParts(open, shown, kind.columns), ...internal].join('；'),
    state: [...states, ...(also?.(values) ?? [])].join('；') || null,
    record: (number !== undefined && (values[number] as string | null)) || `${kind.noun}#${record.id}`,
    public: rule.isPublic(values, today),
  }
}

function said({ on, by, fields }: Correction): string {
  const changes = fields.map(
    ({ header, before, after }) => `${header}“${before}”→${after ? `“${after}”` : '空'}`,
  )
  return `变更（${on} ${by}）：${changes.join('，')}`
}

/** Fields of the roster as a license tells them. The rest are persons, telephones and figures of the business. */
const INTERNAL_FIELDS: ReadonlySet<string> = new Set(['legal_rep', 'phone', 'staff_count'])

/** What every archive is to hold, so that an empty field shows as a gap; of a license only where one is to be had. */
const EXPECTED: ReadonlySet<string> = new Set([
  ...['legal_rep', 'address', 'phone', 'business_start', 'staff_count'],
])
const EXPECTED_OF_LICENSE: ReadonlySet<string> = new Set([
  'license_no',
  'license_issuer',
  'issued_on',
  'valid_to',
])

/** As on all papers. */
const GAP = '【缺】'

function isExpected(key: string, agency: Agency): boolean {
  if (EXPECTED.has(key)) return true
  return (
    !isUnlicensedPublic(agency) &&
    (EXPECTED_OF_LICENSE.has(key) || (key === 'uscc' && agency.license_no === null))
  )
}

/**
 * What the roster says of an agency, a field an entry, in the order of the roster. An empty field is a gap, which is not
 * the public's business, or left out where nobody looks for it.
 */
export function rosterEntries(
  agency: Agency,
  district: string,
  today: Day,
): (EntryText & { field: string })[] {
  const values: Values = { ...agency, district, license_status: licenseStatusOn(agency, today) }
  return rosterColumns.flatMap(column => {
    if (column.key === 'district_code') return []
    const written = writtenAs(column, values[column.key] ?? null)
    if (written === null && !isExpected(column.key, agency)) return []
    const text = `${columnName(column)}：${written ?? GAP}`
    const entry = { date: null, kind: 'agency', text, state: null, record: `agency#${agency.id}` }
    const open = written !== null && !INTERNAL_FIELDS.has(column.key)
    return [{ ...entry, public: open, field: column.key }]
  })
}

/** On the roster, 状态 is the license's. */
function columnName({ key, headers }: Column): string {
  return key === 'license_status' ? '许可证状态' : headers[0]!
}

export interface EvaluationOutcome {
  id: number
  year: number
  as_of: Day
  /** As printed; null is not known. */
  total: string | null
  grade: string
  /** What the nomination list says of it. */
  decision: string | null
}

/** A finalized evaluation. The grade goes out; total and nomination do so only by their own publicity (公示). */
export function evaluationEntry(outcome: EvaluationOutcome, audience: Audience): EntryText {
  const { id, year, as_of, total, grade, decision } = outcome
  const inner = [`总分${total ?? '未定'}`, ...(decision === null ? [] : [`示范单位推荐：${decision}`])]
  const parts = [`${year}年度诚信状况评估等级${grade}`, ...(audience === 'internal' ? inner : [])]
  const record = `evaluation#${id}`
  return { date: as_of, kind: 'evaluation', text: parts.join('；'), state: '已审定', record, public: true }
}
