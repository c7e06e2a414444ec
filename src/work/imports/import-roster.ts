// The roster: adds agencies, changes those on file, leaves the rest; annual checks come with it.
import { type Fault, fault, type Values } from '../../domain/imports/column.ts'
import type { ReadRow } from '../../domain/imports/read-rows.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import type { Problem } from '../../domain/problem.ts'
import { inOrder, wordOf } from '../../domain/records/kind.ts'
import { type Agency, agencyFields, kindOfOwnership, rosterColumns } from '../../domain/roster/agency.ts'
import { DistrictIndex } from '../../domain/roster/district.ts'
import { AgencyIndex, type AgencyKey } from '../../domain/roster/match.ts'
import { nameKey } from '../../domain/text.ts'
import {
  type AgencyValues,
  insertAgency,
  listAgencies,
  listAnnualChecks,
  putAnnualCheck,
  updateAgency,
} from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { listDistrictAliases, listDistricts } from '../../store/reference.ts'
import type { Desk } from '../desk.ts'
import {
  type FieldChange,
  type Importer,
  type ImportOptions,
  type ImportOutcome,
  type ImportSource,
  importFile,
  type RowPlan,
  type RowPlans,
} from './import-file.ts'

interface AgencyPlan {
  id: number | null
  values: AgencyValues
  annual: { year: number; result: string } | null
}

export function importRoster(
  desk: Desk,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const importer: Importer<AgencyPlan> = {
    kind: 'agency',
    scope: '',
    columns: rosterColumns,
    oneOf: [['district', 'district_code']],
    table: 'agency',
    checkPartial: datesOf,
    plan: (reader, rows) => planRoster(reader, rows, desk.today),
    stored: plan => ({ ...plan.values }),
    apply: (writer, plan, origin) => {
      const id = plan.id ?? insertAgency(writer, plan.values, origin)
      if (plan.id !== null) updateAgency(writer, id, plan.values, origin)
      if (plan.annual) putAnnualCheck(writer, { agency_id: id, ...plan.annual }, origin)
    },
  }
  return importFile(desk, 'agency import', importer, source, options)
}

function planRoster(reader: Reader, rows: readonly ReadRow[], today: string): RowPlans<AgencyPlan> {
  const districts = new DistrictIndex(listDistricts(reader), listDistrictAliases(reader))
  const onFile = new Map(listAgencies(reader).map(a => [a.id, a]))
  const agencies = new AgencyIndex(onFile.values())
  const annual = new Map(listAnnualChecks(reader).map(c => [`${c.agency_id}|${c.year}`, c.result]))
  const seen = new Map<string, number>()
  const named = new Map<string, { line: number; coded: boolean }>()
  const planned: RowPlans<AgencyPlan> = { plans: [], bad: [], warnings: [] }
  for (const row of rows) {
    const problems: Problem[] = []
    const refuse = (found: Fault, key: string) => problems.push(row.problem(found, key))
    const place = locate(row.values, districts, refuse)
    const identity = identify(row.values, place?.district_code ?? null, agencies, refuse)
    let twin: number | undefined
    for (const key of identityKeys(row.values, identity)) {
      const first = seen.get(key.key)
      if (first !== undefined) {
        twin ??= first
        refuse(fault('CX1052', { value: key.value, firstLine: first }), key.field)
      } else seen.set(key.key, row.line)
    }
    if (place) {
      const doubt = namesake(row.values, place.district_code, row.line, { identity, named, agencies })
      if (doubt?.refused) {
        twin ??= doubt.line
        refuse(doubt.fault, 'name')
      }
      if (doubt && !doubt.refused) planned.warnings.push(row.problem(doubt.fault, 'name'))
    }
    const check = annualOf(row.values, refuse)
    problems.push(...datesOf(row))
    if (problems.length > 0 || !place) {
      planned.bad.push({ index: row.index, problems, ...(twin === undefined ? {} : { twin }) })
      continue
    }
    if (
      row.values.license_status === 'valid' &&
      row.values.valid_to !== null &&
      row.values.valid_to! < today
    ) {
      const said = { status: '有效', validTo: String(row.values.valid_to) }
      planned.warnings.push(row.problem(fault('CX1061', said), 'license_status'))
    }
    const existing = identity ? onFile.get(identity.id) : undefined
    const values = merge(row, place, existing)
    const changes = existing ? compare(existing, values, check, annual) : []
    planned.plans.push({
      index: row.index,
      line: row.line,
      action: existing ? (changes.length > 0 ? 'change' : 'same') : 'add',
      changes,
      plan: { id: existing?.id ?? null, values, annual: check },
    })
  }
  planned.missing = missingFrom(onFile.values(), planned.plans)
  return planned
}

/** Agencies on file in the districts that the file covers, which it does not name. */
function missingFrom(onFile: Iterable<Agency>, plans: readonly RowPlan<AgencyPlan>[]) {
  const covered = new Set(plans.map(p => p.plan.values.district_code))
  const named = new Set(plans.map(p => p.plan.id))
  return [...onFile]
    .filter(a => covered.has(a.district_code) && !named.has(a.id))
    .map(({ uscc, name }) => ({ uscc, name }))
}

/** A license does not end before it begins. */
function datesOf(row: ReadRow): Problem[] {
  const order = [['issued_on', '发证日期', 'valid_to', '有效期至']] as const
  return inOrder(row.values, order).map(f => row.problem(f.fault, f.key))
}

type Refuse = (found: Fault, key: string) => void

/** District and kind. 机构类别 市属 sets the city's jurisdiction and takes the kind from 机构性质. */
function locate(values: Values, districts: DistrictIndex, refuse: Refuse) {
  const name = values.district as string | null
  const code = values.district_code as string | null
  const cityOwned = values.kind === 'city'
  const none = name === null && code === null
  if (cityOwned && none && districts.city) return withKind(districts.city.code)
  const found = districts.find(name, code)
  if ('fault' in found) {
    refuse(found.fault, found.key)
    return null
  }
  if (cityOwned && found.district !== districts.city) {
    refuse(
      fault('CX1039', { value: '市属', header: '机构类别', needs: districts.city?.name ?? '市属机构' }),
      'kind',
    )
    return null
  }
  return withKind(found.district.code)

  function withKind(district_code: string) {
    const kind = cityOwned
      ? kindOfOwnership(values.ownership as string | null)
      : (values.kind as Agency['kind'])
    if (kind === null) refuse(fault('CX1057', { value: String(values.ownership ?? '') }), 'ownership')
    return kind === null ? null : { district_code, kind }
  }
}

/** The agency on file that the row means, refusing rows whose code and license point to different ones. */
function identify(
  values: Values,
  district: string | null,
  agencies: AgencyIndex,
  refuse: Refuse,
): AgencyKey | null {
  const uscc = values.uscc as string | null
  const license = values.license_no as string | null
  const match = agencies.find({
    uscc,
    license_no: license,
    name: values.name as string | null,
    district_code: district,
  })
  if ('fault' in match) {
    refuse(match.fault, 'name')
    return null
  }
  const holder = license === null ? undefined : agencies.holderOfLicense(license)
  const otherCode = match.by === 'license_no' && uscc !== null && match.agency!.uscc !== null
  const otherHolder = holder !== undefined && match.agency !== null && holder.id !== match.agency.id
  if (holder && (otherCode || otherHolder)) {
    refuse(
      fault('CX1056', { license: license!, holder: `${holder.name}（${holder.uscc ?? holder.id}）` }),
      'license_no',
    )
  }
  return match.agency
}

/** Everything by which two rows of one file would be the same agency. */
function identityKeys(values: Values, identity: AgencyKey | null) {
  const keys: { key: string; value: string; field: string }[] = []
  if (values.uscc !== null) keys.push({ key: `u${values.uscc}`, value: String(values.uscc), field: 'uscc' })
  if (values.license_no !== null) {
    keys.push({ key: `l${values.license_no}`, value: String(values.license_no), field: 'license_no' })
  }
  if (identity && keys.length === 0)
    keys.push({ key: `i${identity.id}`, value: identity.name, field: 'name' })
  else if (identity?.uscc && values.uscc === null)
    keys.push({ key: `u${identity.uscc}`, value: identity.name, field: 'name' })
  return keys
}

/**
 * Two agencies of one name in one district: the same one if a code is missing on either row of a file, perhaps the
 * same one if both have a code that differs.
 */
function namesake(
  values: Values,
  district: string,
  line: number,
  known: {
    identity: AgencyKey | null
    named: Map<string, { line: number; coded: boolean }>
    agencies: AgencyIndex
  },
): { fault: Fault; refused: boolean; line: number } | null {
  const name = String(values.name)
  const key = `${district}|${nameKey(name)}`
  const coded = values.uscc !== null || values.license_no !== null
  const earlier = known.named.get(key)
  if (!earlier) known.named.set(key, { line, coded })
  if (earlier && !(coded && earlier.coded)) {
    return {
      fault: fault('CX1052', { value: name, firstLine: earlier.line }),
      refused: true,
      line: earlier.line,
    }
  }
  const onFile = known.identity ? undefined : known.agencies.namesakes(name, district)[0]
  if (!earlier && !onFile) return null
  const other = onFile ? (onFile.uscc ?? onFile.license_no ?? String(onFile.id)) : ''
  const namedAt = earlier?.line ?? 0
  return { fault: fault('CX1065', { name, other, line: namedAt }), refused: false, line: namedAt }
}

function annualOf(values: Values, refuse: Refuse): AgencyPlan['annual'] {
  const { annual_year: year, annual_result: result } = values
  if (result !== null && year === null) {
    const value = wordOf(rosterColumns, 'annual_result', values)
    refuse(fault('CX1039', { value, header: '年检结论', needs: '年检年份' }), 'annual_result')
  }
  return typeof year === 'number' && typeof result === 'string' ? { year, result } : null
}

/** Columns that the file lacks keep what is on file; a blank code or license number never erases a known one. */
function merge(
  row: ReadRow,
  place: { district_code: string; kind: Agency['kind'] },
  existing: Agency | undefined,
): AgencyValues {
  const values: Values = { ...row.values, ...place }
  const merged = Object.fromEntries(
    agencyFields.map(field => {
      const given = row.present.has(field) || field === 'district_code' || field === 'kind'
      const identifies = field === 'uscc' || field === 'license_no'
      const keep = existing && (!given || (identifies && values[field] === null))
      return [field, keep ? existing[field] : (values[field] ?? null)]
    }),
  )
  return merged as unknown as AgencyValues
}

/** Field by field as the clerk writes them. */
function compare(
  existing: Agency,
  values: AgencyValues,
  check: AgencyPlan['annual'],
  annual: ReadonlyMap<string, string>,
): FieldChange[] {
  const what = existing.name
  const column = (key: string) => rosterColumns.find(c => c.key === key)!
  const changes = agencyFields
    .filter(field => existing[field] !== values[field])
    .map((field): FieldChange => {
      const spec = column(field)
      const [before, after] = [writtenAs(spec, existing[field]), writtenAs(spec, values[field])]
      return { what, field, header: spec.headers[0]!, before, after }
    })
  if (!check) return changes
  const before = annual.get(`${existing.id}|${check.year}`) ?? null
  if (before === check.result) return changes
  const spec = column('annual_result')
  const header = `${check.year}${spec.headers[0]}`
  return [
    ...changes,
    { what, field: spec.key, header, before: writtenAs(spec, before), after: writtenAs(spec, check.result) },
  ]
}
