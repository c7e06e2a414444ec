// One record added by hand, with every check that an import makes of its row.
import { type Column, type Finding, fault, type Value, type Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { linkTo } from '../domain/records/complaint-case.ts'
import {
  findingFields,
  type RecordKind,
  recordRules,
  storedValues,
  withoutPersonal,
} from '../domain/records/kind.ts'
import type { MeasureNote } from '../domain/records/measure-note.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { AgencyIndex } from '../domain/roster/match.ts'
import type { Reader, Writer } from '../store/open.ts'
import { insertRecord, recordWith, updateRecord } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import type { Decided } from '../store/staged.ts'
import { change, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { type GivenFields, readGiven } from './given-fields.ts'
import { RecordPlanner } from './imports/import-records.ts'
import type { Verdict } from './imports/importer.ts'
import { linkable } from './link-complaint.ts'
import { addRulesOf } from './measures/add-rules.ts'

export interface Given extends GivenFields {
  /** The agency concerned, by code, license number, own id or name. */
  agency: string | null
}

export interface AddOutcome {
  added: boolean
  /** With any, nothing was added. */
  problems: Problem[]
  warnings: Problem[]
  /** What was filled in, and what comes with it. */
  notes: MeasureNote[]
  /** What the clerk calls the record, and what of it is stored, with the agency that it names. */
  label: string
  record: Values
}

/**
 * Adds a record. Refuses one that is on file already, because correcting is another thing than adding, unless it
 * `replaces`: then what is given is how it is from now on.
 */
export function addRecord(
  desk: Desk,
  kind: RecordKind,
  given: Given,
  { dryRun, replaces }: { dryRun: boolean; replaces: boolean },
): AddOutcome {
  return change(desk, `${kind.noun} ${replaces ? 'set' : 'add'}`, writer => {
    const agency = given.agency === null ? null : agencyNamed(writer, given.agency)
    // How things were found by who sets it now, unless another day is told.
    const { values, problems } = read(kind, given, agency, replaces ? desk.today : null)
    const more = addRulesOf(kind)
    const notes = more?.fill?.(values) ?? []
    const about = (code: Problem['code'], params: Problem['params'], field: string) =>
      problem(code, params as never, { column: given.place(field) }, { field })
    const rules = recordRules(kind, desk.today)
    if (agency === null && rules.wanted(values) !== null)
      problems.push(about('CX1023', { header: '机构名称' }, 'agency'))
    const verdict = problems.length > 0 ? null : decide(writer, kind, values, agency, desk)
    const { refused, warned, decided } = verdict ?? { refused: rules.partial?.(values) ?? [], warned: [] }
    const asked = agency === null ? undefined : more?.check(writer, values, agency.id)
    const shared = decided ? sharedOf(writer, kind, decided, desk) : []
    const strays = agency === null ? [] : strayLink(writer, kind, values, agency)
    // What a bad cell does not say is an echo of it.
    const bad = new Set(problems.map(p => p.field))
    const asking = (asked?.refused ?? []).filter(f => !bad.has(f.key))
    const against = [...refused, ...shared, ...strays, ...asking]
    problems.push(...against.map(f => about(f.fault.code, f.fault.params, f.key)))
    if (decided && decided.action !== 'add' && !replaces) {
      const first = kind.columns.find(c => c.required && !findingFields.includes(c.key))!
      problems.push(about('CX1093', { value: decided.label ?? '' }, first.key))
    }
    const good = decided !== undefined && problems.length === 0
    const added = good && !dryRun
    const id = added ? store(writer, kind, decided) : null
    if (good && agency !== null) notes.push(...(more?.along?.(writer, values, agency.id, added) ?? []))
    const warnings = [...warned, ...(asked?.warned ?? [])].filter(w => !isToldIn(against, w))
    const outcome: AddOutcome = {
      added,
      problems,
      warnings: warnings.map(f => about(f.fault.code, f.fault.params, f.key)),
      notes: good ? notes : [],
      label: kind.label(values),
      record: {
        ...(id === null ? {} : { id }),
        ...recordOf(kind, values, decided?.values),
        district: districtOf(writer, decided?.values.district_code ?? agency?.district_code ?? null),
      },
    }
    return { result: outcome, summary: { record: outcome.label } }
  }).result
}

/** Out: the record's id. */
function store(writer: Writer, kind: RecordKind, { values, target }: Decided): number {
  const stored = storedValues(kind, values)
  if (target === null) return insertRecord(writer, kind.table, stored)
  updateRecord(writer, kind.table, target, stored)
  return target
}

/** What stands against the link of a new record that repeats another. */
function strayLink(reader: Reader, kind: RecordKind, values: Values, agency: Agency): Finding[] {
  const no = kind.repeats === undefined ? null : (values[kind.repeats] ?? null)
  if (no === null || no === values.complaint_no) return []
  const original = linkable(reader, String(no))
  if (original === null) return [{ fault: fault('CX1105', { value: String(no) }), key: kind.repeats! }]
  return linkTo({ agency, values: { ...values, duplicate_of: null }, duplicates: [] }, original).refused
}

function districtOf(reader: Reader, code: Value): string | null {
  return listDistricts(reader).find(d => d.code === code)?.name ?? null
}

/** The fields as values, and what is wrong with them alone. */
function read(
  kind: RecordKind,
  given: Given,
  agency: Agency | null,
  found: string | null,
): { values: Values; problems: Problem[] } {
  const columns = kind.columns.filter(c => !findingFields.includes(c.key))
  const { values, problems } = readGiven(columns, given)
  for (const field of findingFields) values[field] = null
  if (agency !== null) {
    values.uscc = agency.uscc
    // An agency's own honor names it as holder.
    if (columns.some(c => c.key === 'holder')) values.holder ??= agency.name
    values.agency_name = agency.name
  }
  const bad = new Set(problems.map(p => p.field))
  if (!bad.has(kind.day)) values[kind.day] ??= found
  const empty = columns.filter(c => c.required && values[c.key] === null && !bad.has(c.key))
  problems.push(...empty.map(c => missing(c, given)))
  return { values, problems }
}

function recordOf(kind: RecordKind, values: Values, decided?: Values): Values {
  const { key: _key, agency_id: _agency, ...stored } = decided ?? kind.pack(values)
  const { uscc = null, agency_name = null } = values
  return withoutPersonal(kind, { uscc, agency_name, ...stored })
}

function missing(column: Column, given: Given): Problem {
  const at = { column: given.place(column.key) }
  return problem('CX1023', { header: column.headers[0]! }, at, { field: column.key })
}

/** Values that another record on file has, though no two may. */
function sharedOf(reader: Reader, kind: RecordKind, { values, target }: Decided, desk: Desk): Finding[] {
  const { unshared } = plannerOf(reader, kind, desk)
  return unshared.fields.flatMap(field => {
    const value = values[field] ?? null
    const other = value === null ? undefined : recordWith(reader, kind.table, field, value)
    return other === undefined || other.id === target
      ? []
      : [unshared.finding(field, String(value), { id: other.id })]
  })
}

/** What is refused is not warned of as well. */
function isToldIn(refused: readonly Finding[], { fault, key }: Finding): boolean {
  return refused.some(f => f.fault.code === fault.code && f.key === key)
}

function plannerOf(reader: Reader, kind: RecordKind, desk: Desk): RecordPlanner {
  return new RecordPlanner(kind, reader, new Set(kind.columns.map(c => c.key)), desk)
}

/** As an import would decide a row of this agency. */
function decide(
  reader: Reader,
  kind: RecordKind,
  values: Values,
  agency: Agency | null,
  desk: Desk,
): Verdict {
  const planner = plannerOf(reader, kind, desk)
  return planner.decide([{ line: 0, values }], new AgencyIndex(agency === null ? [] : [agency]))[0]!
}
