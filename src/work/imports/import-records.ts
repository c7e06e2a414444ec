// Records of every kind (complaints, penalties, ...): matched to who holds them, compared with what is on file.
import type { Finding, Value, Values } from '../../domain/imports/column.ts'
import type { RowRules } from '../../domain/imports/row-rules.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import {
  districtColumn,
  findingFields,
  type RecordKind,
  recordRules,
  unpacked,
} from '../../domain/records/kind.ts'
import { DistrictIndex } from '../../domain/roster/district.ts'
import type { AgencyIndex } from '../../domain/roster/match.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { recordById, recordsByKey, type StoredRecord } from '../../store/record.ts'
import { listDistrictAliases, listDistricts, listSchemeIds } from '../../store/reference.ts'
import type { StagedRow } from '../../store/staged.ts'
import type { Staging } from '../../store/staging.ts'
import type { Desk } from '../desk.ts'
import { subjectName } from '../find-subject.ts'
import { DrawnSheets } from '../inspection/drawn.ts'
import { type Holder, Holders } from './holders.ts'
import { type ImportOptions, type ImportOutcome, type ImportSource, importFile } from './import-file.ts'
import { type FieldChange, type Importer, type Other, type Planner, says, type Verdict } from './importer.ts'
import { linksAstray } from './links-astray.ts'

/** Imports a file of records of one kind. */
export function importRecords(
  desk: Desk,
  kind: RecordKind,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const blank = Object.fromEntries(kind.columns.map(column => [column.key, null]))
  const importer: Importer = {
    kind: kind.noun,
    scope: '',
    columns: kind.columns,
    ...(kind.oneOf ? { oneOf: kind.oneOf } : {}),
    target: { table: kind.table, columns: storedColumns(kind, blank) },
    plan: (reader, present) => new RecordPlanner(kind, reader, present, desk),
  }
  return importFile(desk, `${kind.noun} import`, importer, source, options)
}

function storedColumns(kind: RecordKind, blank: Values): string[] {
  const held = Object.keys(heldBy(kind, { agency: null, subject: null }))
  return [...(kind.derivedKey ? [] : ['key']), ...held, ...Object.keys(kind.pack(blank))]
}

/** As it is stored. */
function heldBy(kind: RecordKind, { agency, subject }: Holder): Values {
  return { agency_id: agency, ...(kind.subject ? { subject_id: subject } : {}) }
}

export class RecordPlanner implements Planner {
  readonly unique: Planner['unique']
  readonly unshared: Planner['unshared'] & object
  readonly rules: RowRules
  readonly kind: RecordKind
  private readonly reader: Reader
  private readonly present: ReadonlySet<string>
  private readonly desk: Pick<Desk, 'today' | 'operator'>
  /** For kinds whose rows name a jurisdiction. */
  private readonly districts: DistrictIndex | null
  /** For kinds whose rows name one. */
  private readonly schemes: readonly string[] | null
  private readonly holders: Holders
  /** What the draws have to say to a row. */
  private readonly beside: DrawnSheets | null

  constructor(
    kind: RecordKind,
    reader: Reader,
    present: ReadonlySet<string>,
    desk: Pick<Desk, 'today' | 'operator'>,
  ) {
    this.kind = kind
    this.reader = reader
    this.present = present
    this.desk = desk
    const placed = kind.columns.includes(districtColumn)
    this.districts = placed ? new DistrictIndex(listDistricts(reader), listDistrictAliases(reader)) : null
    this.schemes = kind.columns.some(c => c.key === 'scheme') ? listSchemeIds(reader) : null
    this.beside = kind.table === 'inspection' ? new DrawnSheets(reader) : null
    this.rules = recordRules(kind, desk.today)
    this.holders = new Holders(kind, reader, this.rules, present)
    // The number of a record, or its agency's name where it has none: what every row has.
    const named = kind.columns.find(c => c.key !== 'uscc' && present.has(c.key))!
    this.unique = [{ column: 'key', field: named.key }]
    const finding = (field: string, value: string, other: Other) => this.shared(field, value, other)
    this.unshared = { fields: kind.unique ?? [], finding }
  }

  decide(staged: readonly StagedRow[], agencies: AgencyIndex): Verdict[] {
    const { kind } = this
    const rows = staged.map(row => this.placed(row))
    const found = rows.map(({ values }) => this.holders.of(values, agencies))
    const keys = rows.map(({ values }, i) => {
      const { agency, subject, refused } = found[i]!
      return refused.length > 0 ? null : kind.key(values, agency, subject)
    })
    const onFile = recordsByKey(
      this.reader,
      kind.table,
      keys.filter(key => key !== null),
    )
    const unknown = this.unknownSources(rows.map(({ values }) => values))
    return rows.map(({ values, misplaced }, i) => {
      const { refused, warned } = found[i]!
      const key = keys[i] ?? null
      const existing = key === null ? undefined : onFile.get(key)
      const merged = mergeRow(kind, values, this.present, existing)
      const holder = mergeHolder(found[i]!, values, this.present, existing)
      kind.complete?.(merged, this.desk.operator, existing ? unpacked(kind, existing.values) : null)
      const checked = kind.check(merged, this.desk.today)
      const findings = {
        refused: [
          ...refused,
          ...misplaced,
          ...this.holders.heldByOther(existing, found[i]!, values),
          ...checked.refused,
        ],
        warned: [
          ...warned,
          ...(this.beside?.warnings(merged, holder.agency) ?? []),
          ...checked.warned,
          ...unknown(values),
        ],
      }
      if (key === null) return findings
      const changes = existing ? this.compare(existing, merged, holder) : []
      const action = existing ? (changes.length > 0 ? 'change' : 'same') : 'add'
      const stored = { ...kind.pack(merged), key, ...heldBy(kind, holder) }
      const target = existing?.id ?? null
      const label = kind.label(values)
      return { ...findings, decided: { action, target, values: stored, key, label }, changes }
    })
  }

  /** A row that repeats another record is counted there: what it names must be an original, on file or in the file. */
  across(staging: Staging): ReturnType<NonNullable<Planner['across']>> {
    const { repeats } = this.kind
    if (repeats === undefined) return []
    return linksAstray(this.reader, staging, repeats)
  }

  /** Old entries may rest on what was never recorded here: said, not refused. */
  private unknownSources(rows: readonly Values[]): (values: Values) => Finding[] {
    const { refersTo } = this.kind
    if (refersTo === undefined) return () => []
    const { field, tables } = refersTo
    const named = rows.map(values => values[field]).filter(value => typeof value === 'string')
    const known = new Set(tables.flatMap(table => [...recordsByKey(this.reader, table, named).keys()]))
    return values => {
      const value = values[field]
      if (typeof value !== 'string' || known.has(value)) return []
      return [{ fault: { code: 'CX1153', params: { value, lack: 'unknown' } }, key: field }]
    }
  }

  /** A value that only another row, or a record on file, may have. */
  private shared(field: string, value: string, other: Other): Finding {
    const { kind, reader } = this
    const header = kind.columns.find(c => c.key === field)!.headers[0]!
    if ('firstLine' in other)
      return { fault: { code: 'CX1151', params: { header, value, ...other } }, key: field }
    const { agency_id, values } = recordById(reader, kind.table, other.id)!
    const agency = agency_id === null ? undefined : agenciesById(reader, [agency_id])[0]
    const record = kind.label({ ...values, agency_name: agency?.name ?? null })
    const holder = String(values.holder ?? agency?.name ?? '')
    return { fault: { code: 'CX1151', params: { header, value, record, holder } }, key: field }
  }

  /**
   * Decides how a record on file is to be from now on, all its fields given. Its agency may be another than before,
   * but another record's key stands in the way.
   */
  correct(target: StoredRecord, given: Values, agencies: AgencyIndex): Verdict {
    const { kind } = this
    const { values, misplaced } = this.placed({ line: 0, values: given })
    const before = { agency: target.agency_id, subject: target.subject_id }
    const found = this.holders.of(values, agencies, before)
    kind.complete?.(values, this.desk.operator, unpacked(kind, target.values))
    const checked = kind.check(values, this.desk.today)
    const refused = [...found.refused, ...misplaced, ...checked.refused]
    const warned = [
      ...found.warned,
      ...(this.beside?.warnings(values, found.agency) ?? []),
      ...checked.warned,
    ]
    if (found.refused.length > 0) return { refused, warned }
    const key = kind.key(values, found.agency, found.subject)
    const holder = recordsByKey(this.reader, kind.table, [key]).get(key)
    if (holder && holder.id !== target.id) {
      const field = kind.columns.find(c => c.required && !findingFields.includes(c.key))!.key
      refused.push({
        fault: { code: 'CX1093', params: { value: kind.label(values), noun: kind.noun } },
        key: field,
      })
    }
    const changes = this.compare(target, values, found)
    const action = changes.length > 0 ? 'change' : 'same'
    const stored = { ...kind.pack(values), key, ...heldBy(kind, found) }
    return { refused, warned, decided: { action, target: target.id, values: stored, key }, changes }
  }

  /** The jurisdiction that a row names, by its code; the scheme it names must be on file. */
  private placed({ values }: StagedRow): { values: Values; misplaced: Finding[] } {
    const { district_code: named, scheme } = values
    if (this.schemes !== null && typeof scheme === 'string' && !this.schemes.includes(scheme)) {
      const params = { id: scheme, available: this.schemes.join('、') }
      return { values, misplaced: [{ fault: { code: 'CX2005', params }, key: 'scheme' }] }
    }
    if (this.districts === null || typeof named !== 'string') return { values, misplaced: [] }
    const found = this.districts.find(named, null)
    if ('fault' in found) return { values, misplaced: [{ fault: found.fault, key: 'district_code' }] }
    return { values: { ...values, district_code: found.district.code }, misplaced: [] }
  }

  /** Field by field as the clerk writes them; personal data are only told to have changed. */
  private compare(existing: StoredRecord, merged: Values, holder: Holder): FieldChange[] {
    const { kind, reader } = this
    const what = kind.label(merged)
    const before = unpacked(kind, existing.values)
    const stored = unpacked(kind, kind.pack(merged))
    const changes = kind.columns
      .filter(c => c.key in before || c.key in stored)
      .filter(c => (before[c.key] ?? null) !== (merged[c.key] ?? null))
      .map((column): FieldChange => {
        const shown = (value: Value | undefined) =>
          column.personal && value ? '***' : writtenAs(column, value ?? null)
        const { key, headers } = column
        return {
          what,
          field: key,
          header: headers[0]!,
          before: shown(before[key]),
          after: shown(merged[key]),
        }
      })
    const moved = (field: string, header: string, was: number | null, is: number | null) => {
      if (was === is || changes.some(c => c.field === field)) return []
      const name = (id: number | null) =>
        id === null
          ? null
          : field === 'subject'
            ? subjectName(reader, id)
            : (agenciesById(reader, [id])[0]?.name ?? null)
      return [{ what, field, header, before: name(was), after: name(is) }]
    }
    return [
      ...changes,
      ...moved('agency_name', '机构名称', existing.agency_id, holder.agency),
      ...moved('subject', '主体', existing.subject_id, holder.subject),
    ]
  }
}

/** As rows are merged: of whom the file says nothing, who is on file stays. */
function mergeHolder(
  { agency, subject }: Holder,
  values: Values,
  present: ReadonlySet<string>,
  existing: StoredRecord | undefined,
): Holder {
  if (!existing) return { agency, subject }
  const named = ['uscc', 'agency_name'].some(field => says(values, present, field))
  return {
    agency: agency === null && subject !== null && !named ? existing.agency_id : agency,
    subject: subject === null && !says(values, present, 'subject') ? existing.subject_id : subject,
  }
}

/** A column that the file lacks says nothing: what is on file stays. A blank cell of a column it has does erase. */
function mergeRow(
  kind: RecordKind,
  values: Values,
  present: ReadonlySet<string>,
  existing: StoredRecord | undefined,
): Values {
  if (!existing) return { ...values }
  const before = unpacked(kind, existing.values)
  const kept = kind.columns
    .filter(c => !says(values, present, c.key))
    .map(c => [c.key, before[c.key] ?? null] as const)
  return { ...values, ...Object.fromEntries(kept) }
}
