// Records of every kind (complaints, penalties, ...): matched to an agency, compared with what is on file.
import type { Values } from '../../domain/imports/column.ts'
import type { ReadRow } from '../../domain/imports/read-rows.ts'
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
    const { refused, warned } = kind.check(row.values, today)
    const problems = refused.map(f => row.problem(f.fault, f.key))
    planned.warnings.push(...warned.map(f => row.problem(f.fault, f.key)))
    const agency = findAgency(agencies, kind, row)
    problems.push(...agency.problems)
    planned.warnings.push(...agency.warnings)
    const key = kind.key(row.values, agency.id)
    const first = seen.get(key)
    if (first !== undefined && agency.problems.length === 0) {
      problems.push(
        row.problem({ code: 'CX1052', params: { value: key, firstLine: first } }, kind.columns[0]!.key),
      )
    }
    seen.set(key, first ?? row.line)
    if (problems.length > 0) {
      planned.bad.push({ index: row.index, problems })
      continue
    }
    const values = kind.pack(row.values)
    const existing = onFile.get(key)
    const changes = existing ? compare(kind, key, existing, agency.id, values) : []
    planned.plans.push({
      index: row.index,
      line: row.line,
      action: existing ? (changes.length > 0 ? 'change' : 'same') : 'add',
      changes,
      plan: { id: existing?.id ?? null, key, agency_id: agency.id, values },
    })
  }
  return planned
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

function compare(
  kind: RecordKind,
  key: string,
  existing: StoredRecord,
  agencyId: number | null,
  values: Values,
): FieldChange[] {
  const personal = new Set(kind.columns.filter(c => c.personal).map(c => c.key))
  const changes = Object.keys(values)
    .filter(field => values[field] !== existing.values[field])
    .map((field): FieldChange => {
      const shown = (value: Values[string] | undefined) =>
        personal.has(field) && value !== null ? '***' : (value ?? null)
      return { what: key, field, before: shown(existing.values[field]), after: shown(values[field]) }
    })
  if (agencyId !== existing.agency_id) {
    changes.push({ what: key, field: 'agency_id', before: existing.agency_id, after: agencyId })
  }
  return changes
}
