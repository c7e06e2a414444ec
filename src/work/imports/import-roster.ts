// The roster: adds agencies, changes those on file, leaves the rest; annual checks come with it.
import { type Finding, fault, type Values } from '../../domain/imports/column.ts'
import type { RowRules } from '../../domain/imports/row-rules.ts'
import { writtenAs } from '../../domain/imports/written.ts'

import { type Agency, agencyFields, rosterColumns } from '../../domain/roster/agency.ts'
import type { AgencyIndex, AgencyKey } from '../../domain/roster/match.ts'
import { rosterRules } from '../../domain/roster/roster-rules.ts'
import { agenciesById, annualChecksOf, putStagedAnnualChecks } from '../../store/agency.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { listDistrictAliases, listDistricts } from '../../store/reference.ts'
import type { StagedRow } from '../../store/staged.ts'
import type { Staging } from '../../store/staging.ts'
import type { Desk } from '../desk.ts'
import { type ImportOptions, type ImportOutcome, type ImportSource, importFile } from './import-file.ts'
import { type FieldChange, type Importer, type Planner, says, type Verdict } from './importer.ts'

export function importRoster(
  desk: Desk,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const importer: Importer = {
    kind: 'agency',
    scope: '',
    columns: rosterColumns,
    oneOf: [['district', 'district_code']],
    target: { table: 'agency', columns: agencyFields, more: annualFields },
    plan: (reader, present) => new RosterPlanner(reader, present, desk.today),
  }
  return importFile(desk, 'agency import', importer, source, options)
}

/** What comes with an agency and is written to a table of its own. */
const annualFields = ['annual_year', 'annual_result'] as const

export class RosterPlanner implements Planner {
  readonly unique = [
    { column: 'uscc', field: 'uscc' },
    { column: 'license_no', field: 'license_no' },
    { column: 'target', field: 'name' },
  ] as const
  readonly rules: RowRules
  private readonly reader: Reader
  private readonly present: ReadonlySet<string>

  constructor(reader: Reader, present: ReadonlySet<string>, today: string) {
    this.reader = reader
    this.present = present
    this.rules = rosterRules(listDistricts(reader), listDistrictAliases(reader), today)
  }

  decide(rows: readonly StagedRow[], agencies: AgencyIndex): Verdict[] {
    const found = rows.map(({ values }) => identify(values, agencies))
    const ids = found.flatMap(({ agency }) => agency?.id ?? [])
    const onFile = new Map(agenciesById(this.reader, ids).map(a => [a.id, a]))
    const annual = new Map(annualChecksOf(this.reader, ids).map(c => [`${c.agency_id}|${c.year}`, c.result]))
    return rows.map(({ values }, i) => {
      const { agency, refused } = found[i]!
      const existing = agency ? onFile.get(agency.id) : undefined
      const added = { decided: { action: 'add', target: null, values } } as const
      const laid = existing ? this.lay(values, existing, annual) : added
      const renamed =
        existing && (existing.name !== values.name || existing.district_code !== values.district_code)
      const namesake = agencies
        .namesakes(String(values.name), String(values.district_code))
        .find(a => a.id !== existing?.id)
      if (!namesake || refused.length > 0 || (existing && !renamed)) return { refused, warned: [], ...laid }
      const other = namesake.uscc ?? namesake.license_no ?? String(namesake.id)
      const doubt = fault('CX1065', { name: String(values.name), other, line: 0 })
      return { refused, warned: [{ fault: doubt, key: 'name' }], ...laid }
    })
  }

  /** Lays a row over the agency on file. */
  private lay(values: Values, existing: Agency, annual: ReadonlyMap<string, string>) {
    const merged = merge(values, this.present, existing)
    const changes = compareAgency(existing, merged, annual)
    const action = changes.length > 0 ? ('change' as const) : ('same' as const)
    const label = existing.name
    return { decided: { action, target: existing.id, values: merged, label }, changes }
  }

  across(staging: Staging): ReturnType<NonNullable<Planner['across']>> {
    const found: ReturnType<NonNullable<Planner['across']>> = []
    let first: StagedRow & { name_key: string; district_code: string } = { ...nobody }
    for (const row of staging.namesakes()) {
      if (row.name_key !== first.name_key || row.district_code !== first.district_code) {
        first = row
        continue
      }
      const name = String(row.values.name)
      const { line } = row
      const relation = relationOf(row.values, first.values)
      // Told already by what they share.
      if (relation === 'same') continue
      if (relation === 'apart') {
        const doubt = fault('CX1065', { name, other: '', line: first.line })
        found.push({ line, finding: { fault: doubt, key: 'name' }, refused: false })
      } else {
        const twin = fault('CX1052', { value: name, firstLine: first.line })
        found.push({ line, finding: { fault: twin, key: 'name' }, refused: true, twin: first.line })
      }
    }
    return found
  }

  missing(staging: Staging) {
    return staging.missingAgencies()
  }

  after(writer: Writer, staging: Staging, batch: number): void {
    if (this.present.has('annual_year')) putStagedAnnualChecks(writer, staging, batch)
  }
}

const nobody = { line: 0, values: {}, name_key: '', district_code: '' }

/** Two rows of one name in one district are two agencies only if both have a code or a number and these differ. */
function relationOf(a: Values, b: Values): 'same' | 'apart' | 'unclear' {
  const both = ['uscc', 'license_no'].filter(field => a[field] !== null && b[field] !== null)
  if (both.some(field => a[field] === b[field])) return 'same'
  return both.length > 0 ? 'apart' : 'unclear'
}

/** The agency on file that the row means, refusing rows whose code and license point to different ones. */
function identify(values: Values, agencies: AgencyIndex): { agency: AgencyKey | null; refused: Finding[] } {
  const uscc = values.uscc as string | null
  const license = values.license_no as string | null
  const match = agencies.find({
    uscc,
    license_no: license,
    name: values.name as string | null,
    district_code: values.district_code as string | null,
  })
  if ('fault' in match) return { agency: null, refused: [{ fault: match.fault, key: 'name' }] }
  const namesakes = agencies.namesakes(String(values.name), String(values.district_code))
  const named = namesakes.find(a => a.id !== match.agency?.id)
  if (match.by === 'license_no' && named && !namesakes.includes(match.agency!)) {
    const matches = [match.agency!, named]
      .map(a => `${a.name}（${a.uscc ?? a.license_no ?? a.id}）`)
      .join('、')
    const two = fault('CX1051', { value: `${license} ${String(values.name)}`, matches })
    return { agency: null, refused: [{ fault: two, key: 'name' }] }
  }
  const holder = license === null ? undefined : agencies.holderOfLicense(license)
  const otherCode = match.by === 'license_no' && uscc !== null && match.agency!.uscc !== null
  const otherHolder = holder !== undefined && match.agency !== null && holder.id !== match.agency.id
  if (!holder || !(otherCode || otherHolder)) return { agency: match.agency, refused: [] }
  const taken = fault('CX1056', {
    license: license!,
    holder: `${holder.name}（${holder.uscc ?? holder.id}）`,
  })
  return { agency: match.agency, refused: [{ fault: taken, key: 'license_no' }] }
}

/** Columns that the file lacks keep what is on file; a blank code or license number never erases a known one. */
function merge(values: Values, present: ReadonlySet<string>, existing: Agency): Values {
  const merged = { ...values }
  for (const field of agencyFields) {
    const given = says(values, present, field) || field === 'district_code' || field === 'kind'
    const identifies = field === 'uscc' || field === 'license_no'
    if (!given || (identifies && values[field] === null)) merged[field] = existing[field]
  }
  return merged
}

/** Field by field as the clerk writes them. */
export function compareAgency(
  existing: Agency,
  values: Values,
  annual: ReadonlyMap<string, string>,
): FieldChange[] {
  const what = existing.name
  const column = (key: string) => rosterColumns.find(c => c.key === key)!
  const changes = agencyFields
    .filter(field => existing[field] !== values[field])
    .map((field): FieldChange => {
      const spec = column(field)
      const [before, after] = [writtenAs(spec, existing[field]), writtenAs(spec, values[field]!)]
      return { what, field, header: spec.headers[0]!, before, after }
    })
  const { annual_year: year, annual_result: result } = values
  const before = annual.get(`${existing.id}|${year}`) ?? null
  if (typeof result !== 'string' || before === result) return changes
  const spec = column('annual_result')
  const header = `${year}${spec.headers[0]}`
  return [
    ...changes,
    { what, field: spec.key, header, before: writtenAs(spec, before), after: writtenAs(spec, result) },
  ]
}
