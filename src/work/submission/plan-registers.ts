// What becomes of a package's agencies and records in a file: decided by the planners that decide imports.
import type { Values } from '../../domain/imports/column.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { findingFields, storedValues, unpacked } from '../../domain/records/kind.ts'
import { type Agency, agencyFields } from '../../domain/roster/agency.ts'
import { AgencyIndex, type AgencyKey } from '../../domain/roster/match.ts'
import type { Differences, MergeStep, Tally } from '../../domain/submission/merging.ts'
import type { PackageContent, PackedRecord } from '../../domain/submission/package.ts'
import {
  namesOfficials,
  rowOf,
  stayingAgencyFields,
  travellingColumns,
  travellingKinds,
} from '../../domain/submission/travel.ts'
import { agenciesById, listAgencyKeys } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { recordById, recordWith } from '../../store/record.ts'
import type { Desk } from '../desk.ts'
import { RecordPlanner } from '../imports/import-records.ts'
import { compareAgency } from '../imports/import-roster.ts'
import type { FieldChange } from '../imports/importer.ts'
import { judgeAgency, storedAgency } from '../roster-by-hand.ts'

export interface RegisterPlan {
  problems: Problem[]
  steps: MergeStep[]
  tallies: { agencies: Tally; records: Tally }
  /** The agencies of the package as they are, or will be, on the roster; those to come have negative ids. */
  keys: AgencyKey[]
}

export interface Laying {
  desk: Desk
  reader: Reader
  /** The package's file, for places. */
  file: string
  differences: Differences
}

const none = (): Tally => ({ added: 0, changed: 0, unchanged: 0 })

export function planRegisters(laying: Laying, content: PackageContent): RegisterPlan {
  const plan: RegisterPlan = {
    ...{ problems: [], steps: [], keys: [] },
    tallies: { agencies: none(), records: none() },
  }
  const roster = listAgencyKeys(laying.reader)
  const index = new AgencyIndex(roster)
  for (const [i, values] of content.agencies.entries()) planAgency(laying, plan, index, values, i)
  const doubled = plan.keys.find((key, i) => plan.keys.findIndex(other => other.id === key.id) !== i)
  if (doubled) {
    const first = plan.keys.find(key => key.id === doubled.id)!
    plan.problems.push(at(laying, 'agencies', 'CX1438', { record: doubled.name, taken: first.name }))
  }
  if (plan.problems.length > 0) return plan
  for (const kind of travellingKinds) {
    const byAgency = new Map<number, PackedRecord[]>()
    for (const record of content.records.get(kind.noun) ?? [])
      byAgency.set(record.agency, [...(byAgency.get(record.agency) ?? []), record])
    const present = new Set([...findingFields, ...travellingColumns(kind).map(c => c.key)])
    const planner = new RecordPlanner(kind, laying.reader, present, laying.desk)
    for (const [agency, records] of byAgency) planRecords(laying, plan, planner, { agency, records })
  }
  return plan
}

function planAgency(
  laying: Laying,
  plan: RegisterPlan,
  index: AgencyIndex,
  packed: Values,
  agency: number,
): void {
  const { reader, desk } = laying
  const { uscc, license_no, name, district_code } = packed as unknown as AgencyKey
  const found = index.find({ uscc, license_no, name, district_code })
  const key = { id: -1 - agency, uscc, license_no, name, district_code }
  plan.keys.push('fault' in found ? key : (found.agency ?? key))
  const refuse = (code: Problem['code'], params: unknown, field: string) =>
    plan.problems.push(at(laying, 'agencies', code, params, name, field))
  if ('fault' in found) {
    refuse(found.fault.code, found.fault.params, 'name')
    return
  }
  const id = found.agency?.id ?? null
  const own = id === null ? null : agenciesById(reader, [id])[0]!
  const staying = stayingAgencyFields.map(field => [field, own?.[field] ?? null])
  const values: Values = { ...packed, ...Object.fromEntries(staying) }
  const changes = own === null ? [] : compareAgency(own, values, new Map())
  const mixed = own === null ? { ...values } : mix(laying, 'agency', named(key), changes, values, { ...own })
  if (mixed === null) return
  const changed = own === null || agencyFields.some(field => own[field as keyof Agency] !== mixed[field])
  if (changed) {
    for (const f of judgeAgency(reader, mixed, own, desk.today, true).refused)
      refuse(f.fault.code, f.fault.params, f.key)
    const stored = storedAgency(mixed)
    plan.steps.push(
      id === null ? { do: 'add_agency', agency, values: stored } : { do: 'set_agency', id, values: stored },
    )
  }
  count(plan.tallies.agencies, own === null ? 'add' : changed ? 'change' : 'same')
}

function planRecords(
  laying: Laying,
  plan: RegisterPlan,
  planner: RecordPlanner,
  { agency, records }: { agency: number; records: readonly PackedRecord[] },
): void {
  const { kind } = planner
  const holder = plan.keys[agency]!
  const index = new AgencyIndex([holder])
  const rows = records.map(({ values }) => rowOf(kind, values, holder))
  const decide = (row: Values) => planner.decide([{ line: 0, values: { ...row } }], index)[0]!
  planner
    .decide(
      rows.map((row, line) => ({ line, values: { ...row } })),
      index,
    )
    .forEach((first, i) => {
      const row = rows[i]!
      const label = kind.label(row)
      const refuse = (code: Problem['code'], params: unknown, field: string) =>
        plan.problems.push(at(laying, 'records', code, params, label, field))
      let verdict = first
      if (first.refused.length === 0 && first.decided?.action === 'change') {
        const before = unpacked(kind, recordById(laying.reader, kind.table, first.decided.target!)!.values)
        const mixed = mix(laying, kind.noun, label, first.changes ?? [], row, before)
        if (mixed === null) return
        verdict = decide(mixed)
      }
      const { refused, decided } = verdict
      for (const f of [...refused, ...unsharedIn(laying.reader, planner, decided)])
        refuse(f.fault.code, f.fault.params, f.key)
      if (decided === undefined || refused.length > 0) return
      count(plan.tallies.records, decided.action)
      if (decided.action === 'add')
        plan.steps.push({ do: 'add_record', noun: kind.noun, agency, row, values: decided.values })
      if (decided.action === 'change') {
        const values = storedValues(kind, decided.values)
        plan.steps.push({ do: 'set_record', table: kind.table, id: decided.target!, values })
      }
    })
}

/** The package's values, with the file's own in the fields where it keeps its word; null while any is undecided. */
function mix(
  { differences }: Laying,
  noun: string,
  record: string,
  changes: readonly FieldChange[],
  values: Values,
  own: Values,
): Values | null {
  const sides = changes.map(({ field, header, before, after }) => {
    if (namesOfficials(field, own[field] ?? null)) return [field, 'file'] as const
    const place = `${noun}:${record}:${field}`
    return [field, differences.side({ place, record, field: header, here: before, there: after })] as const
  })
  if (sides.some(([, side]) => side === undefined)) return null
  const kept = sides.filter(([, side]) => side === 'file').map(([field]) => [field, own[field] ?? null])
  return { ...values, ...Object.fromEntries(kept) }
}

/** Values that only one record may have, such as the number of a plate. */
function unsharedIn(
  reader: Reader,
  { kind, unshared }: RecordPlanner,
  decided: { target: number | null; values: Values } | undefined,
) {
  if (decided === undefined) return []
  return unshared.fields.flatMap(field => {
    const value = decided.values[field] ?? null
    const other = value === null ? undefined : recordWith(reader, kind.table, field, value)
    return other === undefined || other.id === decided.target
      ? []
      : [unshared.finding(field, String(value), { id: other.id })]
  })
}

export function at(
  { file }: Pick<Laying, 'file'>,
  part: string,
  code: Problem['code'],
  params: unknown,
  cell = '',
  field = '',
): Problem {
  const place = { file, sheet: `data/${part}.json`, ...(cell === '' ? {} : { cell }) }
  return problem(code, params as never, place, field === '' ? {} : { field })
}

export function named({ uscc, license_no, name }: Pick<AgencyKey, 'uscc' | 'license_no' | 'name'>): string {
  return uscc ?? license_no ?? name
}

export function count(tally: Tally, action: string): void {
  if (action === 'add') tally.added++
  else if (action === 'change') tally.changed++
  else tally.unchanged++
}
