// Places as given: one row a jurisdiction, laid over the official table, and told where it departs from that.
import type { Finding, Values } from '../../domain/imports/column.ts'
import { isTotalRow, quotaColumns, quotaRules } from '../../domain/nomination/quota-columns.ts'
import { type Problem, type ProblemParams, problem } from '../../domain/problem.ts'
import { isWeightHeader } from '../../domain/quota/columns.ts'
import { DistrictIndex } from '../../domain/roster/district.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Reader } from '../../store/open.ts'
import {
  getSetting,
  listDistrictAliases,
  listDistricts,
  type PlaceRow,
  placeRows,
} from '../../store/reference.ts'
import type { StagedRow } from '../../store/staged.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { officialPlaces } from '../quota/source.ts'
import { type ImportOptions, type ImportOutcome, type ImportSource, importFile } from './import-file.ts'
import type { FieldChange, Importer, Planner, Verdict } from './importer.ts'

/**
 * Imports the places of the desk's scheme. A jurisdiction that the file does not name keeps its own. `reason`: why some
 * are not those of the document, kept with them.
 */
export async function importQuota(
  desk: Desk,
  source: ImportSource,
  options: ImportOptions,
  reason: string | null,
): Promise<ImportOutcome> {
  const scheme = ask(desk, reader => schemeById(reader, getSetting(reader, 'scheme')!))
  const importer: Importer = {
    kind: 'quota',
    scope: scheme.id,
    columns: quotaColumns,
    oneOf: [['district', 'district_code']],
    target: { table: 'place', columns: ['scheme_id', 'district_code', 'seats', 'note', 'reason'] },
    reason,
    plan: (reader, present) => new QuotaPlanner(reader, scheme, present, reason),
  }
  const outcome = await importFile(desk, 'quota import', importer, source, options)
  return { ...outcome, problems: outcome.problems.map(found => computable(found, outcome.warnings)) }
}

/** A table of populations has no places: it is for another command. */
function computable(found: Problem, warnings: readonly Problem[]): Problem {
  const ofWeights = warnings.some(
    ({ code, params }) => code === 'CX1022' && isWeightHeader((params as ProblemParams['CX1022']).header),
  )
  if (found.code !== 'CX1020' || found.field !== 'quota' || !ofWeights) return found
  return problem('CX1309', { file: found.place.file ?? '', has: 'weights' }, found.place)
}

class QuotaPlanner implements Planner {
  readonly rules = quotaRules
  readonly unique = [{ column: 'key', field: 'district' }] as const
  private readonly scheme: Scheme
  private readonly present: ReadonlySet<string>
  private readonly districts: DistrictIndex
  private readonly onFile: ReadonlyMap<string, PlaceRow>
  private readonly reason: string | null
  private sum = 0
  private readonly totals: { line: number; stated: number }[] = []

  constructor(reader: Reader, scheme: Scheme, present: ReadonlySet<string>, reason: string | null) {
    this.scheme = scheme
    this.present = present
    this.reason = reason
    this.districts = new DistrictIndex(listDistricts(reader), listDistrictAliases(reader))
    this.onFile = new Map(placeRows(reader, scheme.id).map(place => [place.district_code, place]))
  }

  decide(rows: readonly StagedRow[]): Verdict[] {
    return rows.map(({ line, values }) => {
      const [name, code] = [values.district as string | null, values.district_code as string | null]
      const seats = Number(values.quota)
      if (isTotalRow(name, code)) {
        this.totals.push({ line, stated: seats })
        return { refused: [], warned: [], decided: { action: 'merged', target: null, values } }
      }
      this.sum += seats
      const found = this.districts.find(name, code)
      if ('fault' in found) return { refused: [{ fault: found.fault, key: found.key }], warned: [] }
      return this.lay(values, seats, found.district)
    })
  }

  /** Lays a row over the places on file. */
  private lay(values: Values, seats: number, district: { code: string; name: string }): Verdict {
    const existing = this.onFile.get(district.code)
    const note = this.present.has('note') ? (values.note ?? null) : (existing?.note ?? null)
    const official = officialPlaces(this.scheme, district.code)
    const departs = official !== null && official !== seats
    // A reason holds as long as the number it was given for.
    const kept = existing?.seats === seats ? existing.reason : null
    const reason = departs ? (this.reason ?? kept) : null
    const place = { scheme_id: this.scheme.id, district_code: district.code, seats, note, reason }
    const params = { district: district.name, given: seats, official: official ?? 0 }
    const warned: Finding[] = departs ? [{ fault: { code: 'CX1090', params }, key: 'quota' }] : []
    const changes = existing ? compare(existing, place, district.name) : []
    const action = existing ? (changes.length > 0 ? 'change' : 'same') : 'add'
    const target = existing?.rowid ?? null
    const decided = { action, target, values: place, key: district.code, label: district.name } as const
    return { refused: [], warned, decided, changes }
  }

  /** A row of totals must be the sum of the others, if all of them could be read. */
  across(_staging: unknown, whole: boolean): { line: number; finding: Finding; refused: boolean }[] {
    if (!whole) return []
    return this.totals
      .filter(({ stated }) => stated !== this.sum)
      .map(({ line, stated }) => {
        const params = { stated, sum: this.sum }
        return { line, finding: { fault: { code: 'CX1091', params }, key: 'quota' }, refused: true }
      })
  }
}

type Place = { seats: number; note: unknown; reason: string | null }

function compare(existing: PlaceRow, now: Place, what: string): FieldChange[] {
  const changes: FieldChange[] = []
  if (existing.seats !== now.seats) {
    const [before, after] = [String(existing.seats), String(now.seats)]
    changes.push({ what, field: 'quota', header: '推荐名额', before, after })
  }
  if (existing.note !== now.note) {
    const after = now.note === null ? null : String(now.note)
    changes.push({ what, field: 'note', header: '备注', before: existing.note, after })
  }
  if (existing.reason !== now.reason) {
    const [before, after] = [existing.reason, now.reason]
    changes.push({ what, field: 'reason', header: '理由', before, after })
  }
  return changes
}
