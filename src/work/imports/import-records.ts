// Records of every kind (complaints, penalties, ...): matched to an agency, compared with what is on file.
import type { Value, Values } from '../../domain/imports/column.ts'
import type { ReadRow } from '../../domain/imports/read-rows.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import type { Problem } from '../../domain/problem.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import { AgencyIndex } from '../../domain/roster/match.ts'
import { nameKey } from '../../domain/text.ts'
import { listAgencyKeys } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { insertRecord, readRecords, type StoredRecord, updateRecord } from '../../store/record.ts'
import type { Desk } from '../desk.ts'
import {
  type FieldChange,
  type Importer,
  type ImportOptions,
  type ImportOutcome,
  type ImportSource,
  importFile,
  type RowPlans,
} from './import-file.ts'

interface RecordPlan {
  id: number | null
  key: string
  agency_id: number | null
  values: Values
}

/** Imports a file of records of one kind. */
export function importRecords(
  desk: Desk,
  kind: RecordKind,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const importer: Importer<RecordPlan> = {
    kind: kind.table,
    scope: '',
    columns: kind.columns,
    ...(kind.oneOf ? { oneOf: kind.oneOf } : {}),
    table: kind.table,
    checkPartial: row =>
      kind
        .check({ ...row.values }, desk.today)
        .refused.filter(f => f.fault.code !== 'CX1039')
        .map(f => row.problem(f.fault, f.key)),
    plan: (reader, rows) => planRecords(reader, kind, rows, desk.today),
    stored: plan => ({ ...plan.values, key: plan.key, agency_id: plan.agency_id }),
    apply: (writer, plan, origin) => {
      if (plan.id === null) insertRecord(writer, kind.table, plan, origin)
      else updateRecord(writer, kind.table, plan.id, plan, origin)
    },
  }
  return importFile(desk, `${kind.table} import`, importer, source, options)
}

function planRecords(
  reader: Reader,
  kind: RecordKind,
  rows: readonly ReadRow[],
  today: string,
): RowPlans<RecordPlan> {
  const agencies = new AgencyIndex(listAgencyKeys(reader))
  const onFile = readRecords(reader, kind.table)
  const seen = new Map<string, number>()
  const planned: RowPlans<RecordPlan> = { plans: [], bad: [], warnings: [] }
  for (const row of rows) {
    const agency = findAgency(agencies, kind, row)
    const problems = [...agency.problems]
    planned.warnings.push(...agency.warnings)
    const key = kind.key(row.values, agency.id)
    const existing = agency.problems.length === 0 ? onFile.get(key) : undefined
    const merged = mergeRow(kind, row, existing)
    const { refused, warned } = kind.check(merged, today)
    problems.push(...refused.map(f => row.problem(f.fault, f.key)))
    planned.warnings.push(...warned.map(f => row.problem(f.fault, f.key)))
    const first = seen.get(key)
    if (first !== undefined && agency.problems.length === 0) {
      const params = { value: kind.label(row.values), firstLine: first }
      problems.push(row.problem({ code: 'CX1052', params }, kind.columns[0]!.key))
    }
    seen.set(key, first ?? row.line)
    if (problems.length > 0) {
      planned.bad.push({ index: row.index, problems, ...(first === undefined ? {} : { twin: first }) })
      continue
    }
    const changes = existing ? compare(kind, existing, merged, agencies, agency.id) : []
    planned.plans.push({
      index: row.index,
      line: row.line,
      action: existing ? (changes.length > 0 ? 'change' : 'same') : 'add',
      changes,
      plan: { id: existing?.id ?? null, key, agency_id: agency.id, values: kind.pack(merged) },
    })
  }
  return planned
}

/** A column that the file lacks says nothing: what is on file stays. A blank cell of a column it has does erase. */
function mergeRow(kind: RecordKind, row: ReadRow, existing: StoredRecord | undefined): Values {
  if (!existing) return { ...row.values }
  const before = unpacked(kind, existing)
  const kept = kind.columns
    .filter(c => !row.present.has(c.key))
    .map(c => [c.key, before[c.key] ?? null] as const)
  return { ...row.values, ...Object.fromEntries(kept) }
}

function unpacked(kind: RecordKind, record: StoredRecord): Values {
  return kind.unpack?.(record.values) ?? record.values
}

function findAgency(
  agencies: AgencyIndex,
  kind: RecordKind,
  row: ReadRow,
): { id: number | null; problems: Problem[]; warnings: Problem[] } {
  const { values } = row
  if (kind.agencyOptional?.(values)) return { id: null, problems: [], warnings: [] }
  const nameKeyed = kind.nameKey(values)
  const named = values[nameKeyed] as string | null
  const uscc = values.uscc as string | null
  const wanted = { uscc, license_no: null, name: named, district_code: null }
  const match = agencies.find(wanted)
  const at = uscc === null ? nameKeyed : 'uscc'
  if ('fault' in match) return { id: null, problems: [row.problem(match.fault, at)], warnings: [] }
  if (match.agency === null) {
    const value = uscc ?? named ?? ''
    const near = agencies.nearestTo(wanted)
    return {
      id: null,
      problems: [row.problem({ code: 'CX1050', params: { value, nearest: near } }, at)],
      warnings: [],
    }
  }
  const differs = named !== null && nameKey(named) !== nameKey(match.agency.name)
  const warning = { code: 'CX1053', params: { given: named ?? '', onFile: match.agency.name } } as const
  return { id: match.agency.id, problems: [], warnings: differs ? [row.problem(warning, nameKeyed)] : [] }
}

/** Field by field as the clerk writes them; personal data are only told to have changed. */
function compare(
  kind: RecordKind,
  existing: StoredRecord,
  merged: Values,
  agencies: AgencyIndex,
  agencyId: number | null,
): FieldChange[] {
  const what = kind.label(merged)
  const before = unpacked(kind, existing)
  const stored = kind.unpack?.(kind.pack(merged)) ?? kind.pack(merged)
  const changes = kind.columns
    .filter(c => c.key in before || c.key in stored)
    .filter(c => (before[c.key] ?? null) !== (merged[c.key] ?? null))
    .map((column): FieldChange => {
      const shown = (value: Value | undefined) =>
        column.personal && value ? '***' : writtenAs(column, value ?? null)
      const { key, headers } = column
      return { what, field: key, header: headers[0]!, before: shown(before[key]), after: shown(merged[key]) }
    })
  if (agencyId === existing.agency_id) return changes
  const name = (id: number | null) => (id === null ? null : agencies.nameOf(id))
  const moved = {
    what,
    field: 'agency_name',
    header: '机构名称',
    before: name(existing.agency_id),
    after: name(agencyId),
  }
  return [...changes, moved]
}
