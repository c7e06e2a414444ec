// Agencies added and corrected by hand, with the checks that a row of a roster goes through.
import type { Column, Finding, Value, Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { type Agency, agencyColumns, agencyFields, rosterColumns } from '../domain/roster/agency.ts'
import { AgencyIndex } from '../domain/roster/match.ts'
import { agenciesById, listAgencyKeys } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { insertRecord, updateRecord } from '../store/record.ts'
import type { AddOutcome } from './add-record.ts'
import { change, type Desk } from './desk.ts'
import type { Correction, EditOutcome } from './edit-record.ts'
import { agencyNamed } from './find-agency.ts'
import { type GivenFields, missing, readGiven } from './given-fields.ts'
import { compareAgency, RosterPlanner } from './imports/import-roster.ts'
import { districtNames } from './list-agencies.ts'

export function addAgency(desk: Desk, given: GivenFields, dryRun: boolean): AddOutcome {
  return change(desk, 'agency add', writer => {
    const { values, problems } = readGiven(agencyColumns, given)
    problems.push(...missingOf(values, problems, given))
    const { refused, warned } = judgeAgency(writer, values, null, desk.today, problems.length === 0)
    problems.push(...told(refused, given))
    const added = problems.length === 0 && !dryRun
    const id = added ? insertRecord(writer, 'agency', storedAgency(values)) : null
    const record = { ...(id === null ? {} : { id }), ...agencyView(writer, values) }
    const label = String(values.name)
    return {
      result: { added, problems, warnings: told(warned, given), notes: [], label, record },
      summary: { record: label },
    }
  }).result
}

export function editAgency(
  desk: Desk,
  name: string,
  given: Omit<Correction, 'agency'>,
  dryRun: boolean,
): EditOutcome {
  return change(desk, 'agency edit', writer => {
    const own = agencyNamed(writer, name)
    const { values, problems } = laidOver(own, agencyColumns, given)
    problems.push(...missingOf(values, problems, given))
    const readable = problems.length === 0
    if (given.reason === null)
      problems.push(
        problem('CX1023', { header: '理由' }, { column: given.place('reason') }, { field: 'reason' }),
      )
    const { refused, warned } = judgeAgency(writer, values, own, desk.today, readable)
    problems.push(...told(refused, given))
    const changes = problems.length === 0 ? compareAgency(own, values, new Map()) : []
    const edited = changes.length > 0 && !dryRun
    if (edited) updateRecord(writer, 'agency', own.id, storedAgency(values))
    const shown = problems.length === 0 ? values : { ...own }
    const outcome: EditOutcome = {
      edited,
      problems,
      warnings: told(warned, given),
      label: own.name,
      changes,
      record: { id: own.id, ...agencyView(writer, shown) },
    }
    return { result: outcome, summary: { record: own.name, reason: given.reason } }
  }).result
}

/** An agency as a roster row, with what is given laid over it; a given name of a district stands for its code. */
export function laidOver(
  own: Agency,
  columns: readonly Column[],
  given: GivenFields,
): { values: Values; problems: Problem[] } {
  const { values, problems } = readGiven(
    columns.filter(c => given.fields.has(c.key)),
    given,
  )
  const district_code = given.fields.has('district') ? null : own.district_code
  const blank = Object.fromEntries(rosterColumns.map(c => [c.key, null]))
  return { values: { ...blank, ...own, district_code, ...values }, problems }
}

/** Name and kind are what no agency is without; its district is looked at with its code. */
export function missingOf(values: Values, problems: readonly Problem[], given: GivenFields): Problem[] {
  const bad = new Set(problems.map(p => p.field))
  return agencyColumns
    .filter(c => c.required && values[c.key] === null && !bad.has(c.key))
    .map(c => missing(c, given))
}

/**
 * What a roster row of these values would be told, laying into them what follows from them: its jurisdiction and kind.
 * `own` is the agency on file that they are of, null for a new one; without `whole`, some values are missing or bad.
 */
export function judgeAgency(
  reader: Reader,
  values: Values,
  own: Agency | null,
  today: string,
  whole: boolean,
): { refused: Finding[]; warned: Finding[] } {
  const planner = new RosterPlanner(reader, new Set(rosterColumns.map(c => c.key)), today)
  for (const { key } of rosterColumns) values[key] ??= null
  const kindless = values.kind === null
  const alone = planner.rules.alone!(values)
  // What a missing kind does not say is an echo of it.
  const refused = alone.refused.filter(f => !(kindless && f.fault.code === 'CX1057'))
  const { warned } = alone
  const moved = (['uscc', 'license_no', 'name', 'district_code'] as const).some(
    field => own === null || own[field] !== values[field],
  )
  if (!whole || refused.length > 0 || !moved) return { refused, warned }
  const others = listAgencyKeys(reader).filter(a => a.id !== own?.id)
  const verdict = planner.decide([{ line: 0, values }], new AgencyIndex(others))[0]!
  const target = verdict.decided?.target ?? null
  const renamed = own === null || own.name !== values.name || own.district_code !== values.district_code
  return {
    refused:
      target === null || verdict.refused.length > 0 ? verdict.refused : [takenBy(reader, target, values)],
    warned: [...warned, ...verdict.warned.filter(f => renamed || f.key !== 'name')],
  }
}

/** The agency that a row of these values would mean. */
function takenBy(reader: Reader, id: number, values: Values): Finding {
  const holder = agenciesById(reader, [id])[0]!
  const shared = (['uscc', 'license_no'] as const).find(
    field => values[field] !== null && values[field] === holder[field],
  )
  const key = shared ?? 'name'
  const named = `${holder.name}（${holder.uscc ?? holder.license_no ?? holder.id}）`
  return { fault: { code: 'CX1130', params: { value: String(values[key]), holder: named } }, key }
}

export function told(found: readonly Finding[], { place }: Pick<GivenFields, 'place'>): Problem[] {
  return found.map(({ fault, key }) =>
    problem(fault.code, fault.params as never, { column: place(key) }, { field: key }),
  )
}

export function storedAgency(values: Values): Values {
  return Object.fromEntries(agencyFields.map(field => [field, values[field] ?? null]))
}

/** As lists show it. */
export function agencyView(reader: Reader, values: Values): Values {
  const district: Value = districtNames(reader).get(String(values.district_code)) ?? null
  return { ...storedAgency(values), district }
}
