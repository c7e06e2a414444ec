// The steps of a license: the agency's row, the record of the step and the tasks it brings, in one transaction.
import type { Value, Values } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import { licenseKind } from '../domain/records/license.ts'
import { licenseTasks } from '../domain/records/license-tasks.ts'
import { taskKind } from '../domain/records/task.ts'
import { type Agency, agencyColumns, rosterColumns } from '../domain/roster/agency.ts'
import {
  type LicenseStep,
  licenseAfter,
  licenseColumns,
  licenseEvent,
  licenseFaults,
} from '../domain/roster/license-step.ts'
import type { Writer } from '../store/open.ts'
import { insertRecord, listRecords, updateRecord } from '../store/record.ts'
import { decideRecord, storeRecord } from './add-record.ts'
import { honorsInForce, type StepTaken } from './complaint-case.ts'
import { change, type Desk } from './desk.ts'
import { agencyNamed } from './find-agency.ts'
import { type GivenFields, readWhole } from './given-fields.ts'
import { compareAgency } from './imports/import-roster.ts'
import type { FieldChange } from './imports/importer.ts'
import { agencyView, judgeAgency, laidOver, missingOf, storedAgency, told } from './roster-by-hand.ts'

export interface LicenseOutcome {
  done: boolean
  /** With any, everything is as it was. */
  problems: Problem[]
  warnings: Problem[]
  /** The agency as it is after the step, and what that changed of one that was on file. */
  agency: Values
  changes: FieldChange[]
  /** What a new license brings with it. */
  tasks: Pick<Values, 'title' | 'basis' | 'due_on'>[]
  /** Of an agency whose license is cancelled: to be looked at, not changed. */
  touched: { honors: StepTaken['touched']; tasks: { title: string; due_on: string | null }[] }
}

/** `name`: the agency; null for a license issued to one that is not on the roster yet. */
export function stepLicense(
  desk: Desk,
  step: LicenseStep,
  name: string | null,
  given: GivenFields,
  dryRun: boolean,
): LicenseOutcome {
  const { today } = desk
  return change(desk, `license ${step}`, writer => {
    const own = name === null ? null : agencyNamed(writer, name)
    const { values: said, problems } = readWhole(licenseColumns[step], given)
    const decided = { ...said, decided_on: String(said.decided_on ?? today) }
    const after = { ...agencyAfter(own, step, said, given), ...licenseAfter(step, decided.decided_on) }
    if (own === null) problems.push(...missingOf(after, problems, given))

    const judged = judgeAgency(writer, after, own, today, problems.length === 0)
    const event = licenseEvent(step, decided, after)
    const agency = keyOf(own?.id ?? NEW, after)
    const verdict = decideRecord(writer, licenseKind, { ...event, ...nameOf(agency) }, agency, desk)
    problems.push(...told(licenseFaults(step, own, decided, today), given))
    for (const found of [judged.refused, verdict.refused]) {
      // What one check says of a field, the next one only echoes.
      const wrong = new Set(problems.map(p => p.field))
      problems.push(...told(found, given).filter(p => !wrong.has(p.field)))
    }
    if (verdict.decided && verdict.decided.action !== 'add' && problems.length === 0)
      problems.push(...told([twice(licenseKind.label({ ...event, ...nameOf(agency) }))], given))

    const done = problems.length === 0 && !dryRun
    const tasks = step === 'issue' ? licenseTasks(String(after.license_no), textOf(said.tasks_due)) : []
    if (done) write(writer, own, after, event, tasks, desk)
    const cancelled = step === 'cancel' && own !== null && problems.length === 0
    const outcome: LicenseOutcome = {
      done,
      problems,
      warnings: told(judged.warned, given),
      agency: agencyView(writer, problems.length === 0 || own === null ? after : { ...own }),
      changes: own === null || problems.length > 0 ? [] : compareAgency(own, after, new Map()),
      tasks: tasks.map(({ title = null, basis = null, due_on = null }) => ({ title, basis, due_on })),
      touched: cancelled ? touchedBy(writer, own.id, today) : { honors: [], tasks: [] },
    }
    const reason = typeof said.reason === 'string' ? { reason: said.reason } : {}
    return { result: outcome, summary: { record: after.name, license: after.license_no, ...reason } }
  }).result
}

/** Ids begin with one. */
const NEW = 0

function agencyAfter(own: Agency | null, step: LicenseStep, said: Values, given: GivenFields): Values {
  const ofAgency = agencyColumns.filter(c => licenseColumns[step].some(taken => taken.key === c.key))
  if (own !== null) return laidOver(own, ofAgency, given).values
  const blank: Values = Object.fromEntries(rosterColumns.map(c => [c.key, null]))
  return { ...blank, ...Object.fromEntries(ofAgency.map(c => [c.key, said[c.key] ?? null])) }
}

function keyOf(id: number, values: Values) {
  const { uscc, license_no, name, district_code } = values
  return {
    id,
    uscc: textOf(uscc),
    license_no: textOf(license_no),
    name: textOf(name) ?? '',
    district_code: textOf(district_code) ?? '',
  }
}

function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function nameOf({ uscc, name }: { uscc: string | null; name: string }): Values {
  return { uscc, agency_name: name }
}

function twice(value: string) {
  return { fault: { code: 'CX1093', params: { value, noun: 'license' } }, key: 'decided_on' } as const
}

function write(
  writer: Writer,
  own: Agency | null,
  after: Values,
  event: Values,
  tasks: readonly Values[],
  desk: Desk,
): void {
  if (own !== null) updateRecord(writer, 'agency', own.id, storedAgency(after))
  const id = own?.id ?? insertRecord(writer, 'agency', storedAgency(after))
  const agency = keyOf(id, after)
  const decide = (kind: typeof licenseKind, values: Values) =>
    decideRecord(writer, kind, { ...values, ...nameOf(agency) }, agency, desk).decided!
  storeRecord(writer, licenseKind, decide(licenseKind, event))
  // A number issued again finds its tasks as they are.
  const open = tasks.map(values => decide(taskKind, values)).filter(d => d.action === 'add')
  for (const task of open) storeRecord(writer, taskKind, task)
}

function touchedBy(writer: Writer, agency: number, today: string): LicenseOutcome['touched'] {
  const tasks = listRecords(writer, 'task', { agency, district: null }).filter(t => t.done_on === null)
  return {
    honors: honorsInForce(writer, { agency_id: agency, subject_id: null }, today),
    tasks: tasks.map(t => ({ title: String(t.title), due_on: t.due_on as string | null })),
  }
}
