// The steps of a penalty, a sanction, a list entry or an incentive: taken on one record, in one logged transaction.
import type { Values } from '../../domain/imports/column.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { listingKind } from '../../domain/records/listing.ts'
import type { MeasureNote } from '../../domain/records/measure-note.ts'
import {
  type MeasureStep,
  type MeasureStepName,
  measureSteps,
  takeMeasureStep,
} from '../../domain/records/measure-step.ts'
import { sanctionKind } from '../../domain/records/sanction.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Writer } from '../../store/open.ts'
import { listRecords, type StoredRecord, updateRecord } from '../../store/record.ts'
import { change, type Desk } from '../desk.ts'
import { recordNamed } from '../find-record.ts'
import { type GivenFields, readGiven } from '../given-fields.ts'
import { layTasks } from './add-rules.ts'

export interface MeasureStepDone {
  /** With any, the record is as it was. */
  problems: Problem[]
  warnings: Problem[]
  notes: MeasureNote[]
  label: string
  record: Values
}

type Given = GivenFields & { reason: string | null }

/** `no`: the record's number, or its id where it has none. */
export function stepMeasure(desk: Desk, name: MeasureStepName, no: string, given: Given): MeasureStepDone {
  const { kind, verb } = measureSteps[name]
  return change(desk, `${kind.noun} ${verb}`, writer => {
    const result = stepRecord(writer, desk, name, recordNamed(writer, kind, no), given)
    const { reason } = given
    return { result, summary: { record: result.label, ...(reason === null ? {} : { reason }) } }
  }).result
}

/** `against`: what else stands against it. */
export function stepRecord(
  writer: Writer,
  { today }: Pick<Desk, 'today'>,
  name: MeasureStepName,
  found: StoredRecord,
  given: Given,
  against: readonly Problem[] = [],
): MeasureStepDone {
  const step: MeasureStep = measureSteps[name]
  const { kind } = step
  const agency = found.agency_id === null ? undefined : agenciesById(writer, [found.agency_id])[0]
  const named = { uscc: agency?.uscc ?? null, agency_name: agency?.name ?? null }
  const asked = new Set([step.day, ...step.needs, ...(step.takes ?? [])])
  const columns = kind.columns.filter(c => asked.has(c.key))
  const { values, problems } = readGiven(columns, given)
  const { reason } = given
  const taken = takeMeasureStep(step, { ...named, ...found.values }, { values, reason, today })
  const { uscc: _uscc, agency_name: _name, ...after } = taken.after
  const about = ({ fault, key }: (typeof taken.refused)[number]) =>
    problem(fault.code, fault.params as never, { column: given.place(key) }, { field: key })
  // What a bad cell does not say is an echo of it.
  const bad = new Set(problems.map(p => p.field))
  problems.push(...taken.refused.filter(f => !bad.has(f.key)).map(about), ...against)
  const done = problems.length === 0
  if (done) updateRecord(writer, kind.table, found.id, after)
  return {
    problems,
    warnings: done ? taken.warned.map(about) : [],
    notes: done ? notesOf(writer, name, found, taken.after) : [],
    label: kind.label({ ...named, ...found.values }),
    record: { id: found.id, ...named, ...(done ? after : found.values) },
  }
}

/** What the step asks of others, and what rests on the record: told, not changed. */
function notesOf(
  writer: Writer,
  name: MeasureStepName,
  { agency_id, values }: StoredRecord,
  after: Values,
): MeasureNote[] {
  if (agency_id === null) return []
  if (name === 'exit') return layTasks(writer, after, agency_id, 'exited', true)
  if (name !== 'revoke') return []
  return [listingKind, sanctionKind].flatMap(kind =>
    listRecords(writer, kind.table, { agency: agency_id, district: null })
      .filter(row => row.source_no === values.decision_no && (row.exited_on ?? null) === null)
      .map(
        (row): MeasureNote => ({
          is: 'rests',
          noun: kind === listingKind ? 'listing' : 'sanction',
          id: row.id,
          record: kind.label(row),
        }),
      ),
  )
}
