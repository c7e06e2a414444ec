// One record added by hand, with every check that an import makes of its row.
import type { Finding, Value, Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import {
  findingFields,
  type RecordKind,
  recordRules,
  storedValues,
  withoutPersonal,
} from '../domain/records/kind.ts'
import type { MeasureNote } from '../domain/records/measure-note.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { AgencyIndex, type AgencyKey } from '../domain/roster/match.ts'
import type { Reader, Writer } from '../store/open.ts'
import { insertRecord, updateRecord } from '../store/record.ts'
import { listDistricts } from '../store/reference.ts'
import type { Decided } from '../store/staged.ts'
import { againstOthers, plannerOf } from './against-others.ts'
import { change, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { subjectById } from './find-subject.ts'
import { type GivenFields, missing, readGiven } from './given-fields.ts'
import type { Verdict } from './imports/importer.ts'
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
    const verdict = problems.length > 0 ? null : decideRecord(writer, kind, values, agency, desk)
    const { refused, warned, decided } = verdict ?? { refused: rules.partial?.(values) ?? [], warned: [] }
    const asked = agency === null ? undefined : more?.check(writer, values, agency.id, null)
    const others = decided ? againstOthers(writer, plannerOf(writer, kind, desk), decided) : []
    // What a bad cell does not say is an echo of it.
    const bad = new Set(problems.map(p => p.field))
    const asking = (asked?.refused ?? []).filter(f => !bad.has(f.key))
    const against = [...refused, ...others, ...asking]
    problems.push(...against.map(f => about(f.fault.code, f.fault.params, f.key)))
    if (decided && decided.action !== 'add' && !replaces) {
      const first = kind.columns.find(c => c.required && !findingFields.includes(c.key))!
      problems.push(about('CX1093', { value: decided.label ?? '', noun: kind.noun }, first.key))
    }
    const good = decided !== undefined && problems.length === 0
    const added = good && !dryRun
    const id = added ? storeRecord(writer, kind, decided) : null
    if (good && agency !== null) notes.push(...(more?.along?.(writer, values, agency.id, added) ?? []))
    const warnings = [...warned, ...(asked?.warned ?? [])].filter(w => !isToldIn(against, w))
    const subject = subjectById(writer, (decided?.values.subject_id ?? null) as number | null)
    const outcome: AddOutcome = {
      added,
      problems,
      warnings: warnings.map(f => about(f.fault.code, f.fault.params, f.key)),
      notes: good ? notes : [],
      label: kind.label(values),
      record: {
        ...(id === null ? {} : { id }),
        ...recordOf(kind, values, decided?.values),
        // An activity keeps its own word.
        ...(subject && kind.subject === 'known' ? { subject: subject.name } : {}),
        ...placeOf(
          writer,
          decided?.values.district_code ?? agency?.district_code ?? subject?.district_code ?? null,
        ),
      },
    }
    return { result: outcome, summary: { record: outcome.label } }
  }).result
}

/** Writes a record as it was decided. Out: its id. */
export function storeRecord(writer: Writer, kind: RecordKind, { values, target }: Decided): number {
  const stored = storedValues(kind, values)
  if (target === null) return insertRecord(writer, kind.table, stored)
  updateRecord(writer, kind.table, target, stored)
  return target
}

function placeOf(reader: Reader, code: Value): Values {
  const district = listDistricts(reader).find(d => d.code === code)
  return { district_code: district?.code ?? null, district: district?.name ?? null }
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
    if (columns.some(c => c.key === 'holder') && values.subject === null) values.holder ??= agency.name
    values.agency_name = agency.name
  }
  const bad = new Set(problems.map(p => p.field))
  if (!bad.has(kind.day)) values[kind.day] ??= found
  const empty = columns.filter(
    c => c.required && values[c.key] === null && !bad.has(c.key) && (values[c.unless ?? ''] ?? null) === null,
  )
  problems.push(...empty.map(c => missing(c, given)))
  return { values, problems }
}

function recordOf(kind: RecordKind, values: Values, decided?: Values): Values {
  const { key: _key, agency_id: _agency, ...stored } = decided ?? kind.pack(values)
  const { uscc = null, agency_name = null, subject = null } = values
  return withoutPersonal(kind, { uscc, agency_name, ...(kind.subject ? { subject } : {}), ...stored })
}

/** What is refused is not warned of as well. */
function isToldIn(refused: readonly Finding[], { fault, key }: Finding): boolean {
  return refused.some(f => f.fault.code === fault.code && f.key === key)
}

/** As an import would decide a row of this agency. */
export function decideRecord(
  reader: Reader,
  kind: RecordKind,
  values: Values,
  agency: AgencyKey | null,
  desk: Desk,
): Verdict {
  const planner = plannerOf(reader, kind, desk)
  return planner.decide([{ line: 0, values }], new AgencyIndex(agency === null ? [] : [agency]))[0]!
}
