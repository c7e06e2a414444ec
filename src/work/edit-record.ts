// One record on file corrected by hand, with every check that an import makes of the corrected row. Records are
// corrected, never deleted; why stands in the log.
import type { Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import {
  findingFields,
  type RecordKind,
  recordRules,
  storedValues,
  unpacked,
} from '../domain/records/kind.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { AgencyIndex } from '../domain/roster/match.ts'
import { agenciesById } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { type StoredRecord, updateRecord } from '../store/record.ts'
import type { Given } from './add-record.ts'
import { againstOthers, plannerOf } from './against-others.ts'
import { change, type Desk } from './desk.ts'
import { againstCorrection } from './edit-rules.ts'
import { agencyNamed } from './find-agency.ts'
import { recordNamed } from './find-record.ts'
import { subjectName } from './find-subject.ts'
import { addFindings, missing, readGiven } from './given-fields.ts'
import type { FieldChange } from './imports/importer.ts'
import { recordView } from './record-history.ts'

/** Fields that are not given stay; one given empty is cleared, the agency as well. */
export interface Correction extends Given {
  reason: string | null
}

export interface EditOutcome {
  edited: boolean
  /** With any, the record is as it was. */
  problems: Problem[]
  warnings: Problem[]
  /** What the clerk calls the record, as it was. */
  label: string
  changes: FieldChange[]
  record: Values
}

export function editRecord(
  desk: Desk,
  kind: RecordKind,
  name: string,
  given: Correction,
  dryRun: boolean,
): EditOutcome {
  return change(desk, `${kind.noun} edit`, writer => {
    const found = recordNamed(writer, kind, name)
    const onFile = found.agency_id === null ? null : agenciesById(writer, [found.agency_id])[0]!
    const agency =
      given.agency === null ? onFile : given.agency.trim() === '' ? null : agencyNamed(writer, given.agency)
    const onRecord = { ...unpacked(kind, found.values) }
    if (kind.subject === 'known') onRecord.subject = subjectName(writer, found.subject_id)
    const { values, problems } = corrected(kind, onRecord, given, { before: onFile, agency })
    const about = (code: Problem['code'], params: Problem['params'], field: string) =>
      problem(code, params as never, { column: given.place(field) }, { field })
    const rules = recordRules(kind, desk.today)
    if (agency === null && rules.wanted(values) !== null)
      problems.push(about('CX1023', { header: '机构名称' }, 'agency'))
    if (given.reason === null) problems.push(about('CX1023', { header: '理由' }, 'reason'))
    // A reason that is missing hides nothing else that is wrong.
    const readable = problems.every(p => p.field === 'reason')
    const planner = plannerOf(writer, kind, desk)
    const verdict = readable
      ? planner.correct(found, values, new AgencyIndex(agency === null ? [] : [agency]))
      : { refused: rules.partial?.(values) ?? [], warned: [] }
    const { decided, changes = [] } = verdict
    const others = decided ? againstOthers(writer, planner, decided) : []
    const asked = readable
      ? againstCorrection(writer, kind, found.id, {
          before: { values: { ...onRecord, ...agencyFieldsOf(onFile) }, agency: found.agency_id },
          after: { values, agency: agency?.id ?? null },
        })
      : { refused: [], warned: [] }
    problems.push(...[...verdict.refused, ...others].map(f => about(f.fault.code, f.fault.params, f.key)))
    addFindings(problems, asked.refused, given.place)
    const edited = problems.length === 0 && decided?.action === 'change' && !dryRun
    if (edited) updateRecord(writer, kind.table, found.id, storedValues(kind, decided.values))
    const label = kind.label({ ...onRecord, ...agencyFieldsOf(onFile) })
    const outcome: EditOutcome = {
      edited,
      problems,
      warnings: [...verdict.warned, ...asked.warned].map(f => about(f.fault.code, f.fault.params, f.key)),
      label,
      changes: problems.length === 0 ? changes : [],
      record: viewAfter(writer, kind, found, problems.length === 0 ? decided?.values : undefined),
    }
    return { result: outcome, summary: { record: label, reason: given.reason } }
  }).result
}

/** What is on file with what is given laid over it. */
function corrected(
  kind: RecordKind,
  onRecord: Values,
  given: Correction,
  { before, agency }: { before: Agency | null; agency: Agency | null },
): { values: Values; problems: Problem[] } {
  const columns = kind.columns.filter(c => given.fields.has(c.key))
  const read = readGiven(columns, given)
  const { problems } = read
  const values: Values = { ...onRecord, ...read.values }
  for (const column of kind.columns) values[column.key] ??= null
  Object.assign(values, agencyFieldsOf(agency))
  // An agency's own honor names it as holder.
  const own = values.holder_kind === 'agency' && !given.fields.has('holder')
  if (own && before !== agency && agency !== null) values.holder = agency.name
  const bad = new Set(problems.map(p => p.field))
  const empty = kind.columns.filter(
    c => c.required && !findingFields.includes(c.key) && values[c.key] === null && !bad.has(c.key),
  )
  problems.push(...empty.map(c => missing(c, given)))
  return { values, problems }
}

function agencyFieldsOf(agency: Agency | null): Values {
  return { uscc: agency?.uscc ?? null, agency_name: agency?.name ?? null }
}

/** As lists show it: changed, or as it was. */
function viewAfter(reader: Reader, kind: RecordKind, found: StoredRecord, after?: Values): Values {
  if (after === undefined) return recordView(reader, kind, found)
  const { key: _key, agency_id = null, subject_id = null, ...values } = after
  const held = { agency_id, subject_id } as Pick<StoredRecord, 'agency_id' | 'subject_id'>
  return recordView(reader, kind, { id: found.id, ...held, values })
}
