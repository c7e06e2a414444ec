// What an inspection asked to be put right (整改) is done: the day of it goes on record.
import type { Values } from '../../domain/imports/column.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords, updateRecord } from '../../store/record.ts'
import { change, type Desk } from '../desk.ts'
import { agencyNamed } from '../find-agency.ts'
import { type GivenFields, readGiven } from '../given-fields.ts'
import { batchNamed } from './find-batch.ts'

export interface Rectified {
  /** With any, nothing was changed. */
  problems: Problem[]
  label: string
  record: Values | null
}

/** A short number is that of an inspection, as lists tell it; everything else names an agency. */
const NUMBER = /^\d{1,9}$/

/** Numbers of open ones that a wrong number is told. */
const OFFERED = 20

const doneColumn = inspectionKind.columns.filter(column => column.key === 'rectified_on')

/**
 * `named`: of which campaign. Of an agency's inspections the latest that is still to be put right is meant.
 * Done today unless a day is given.
 */
export function rectify(desk: Desk, which: string, named: string | null, given: GivenFields): Rectified {
  return change(desk, 'inspection rectify', writer => {
    const batch = named === null ? null : batchNamed(writer, named)
    const { name, all } = inspectionsOf(writer, which)
    const asked = all
      .filter(row => row.rectify_due !== null && (batch === null || row.batch === batch))
      .sort((a, b) => (String(a.date) < String(b.date) ? 1 : -1))
    const open = asked.find(row => row.rectified_on === null)
    const label = open ? inspectionKind.label(open) : [name, batch].filter(part => part !== null).join(' ')
    const { values, problems } = readGiven(doneColumn, given)
    const at = { column: given.place('rectified_on') }
    if (open === undefined) {
      const on = (asked[0]?.rectified_on as string | undefined) ?? null
      problems.push(problem('CX1118', { label, on }, { column: which }))
    } else if (problems.length === 0) {
      values.rectified_on ??= desk.today
      const after = { ...open, ...values }
      for (const { fault, key } of inspectionKind.check(after, desk.today).refused)
        problems.push(problem(fault.code, fault.params as never, at, { field: key }))
    }
    const done = open !== undefined && problems.length === 0
    if (done) updateRecord(writer, 'inspection', open.id, values)
    const record = done ? { ...open, ...values } : null
    return { result: { problems, label, record }, summary: { record: label } }
  }).result
}

type Row = ReturnType<typeof listRecords>[number]

function inspectionsOf(reader: Reader, which: string): { name: string; all: readonly Row[] } {
  if (!NUMBER.test(which)) {
    const agency = agencyNamed(reader, which)
    return {
      name: agency.name,
      all: listRecords(reader, 'inspection', { agency: agency.id, district: null }),
    }
  }
  const all = listRecords(reader, 'inspection', { agency: null, district: null })
  const found = all.filter(row => row.id === Number(which))
  if (found.length === 0) {
    const open = all.filter(row => row.rectify_due !== null && row.rectified_on === null).map(row => row.id)
    const available = open.slice(0, OFFERED).join('、') || 'chengxin inspection list'
    throw new Refusal('CX4002', { kind: 'inspection', value: which, available })
  }
  return { name: inspectionKind.label(found[0]!), all: found }
}
