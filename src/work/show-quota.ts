// The allotment table: places in force, by what they were given, how they are used, for-profit share.
import type { District } from '../domain/roster/district.ts'
import { nominationOf } from '../domain/scheme/nomination.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { listEvaluations } from '../store/evaluation.ts'
import { listCandidates } from '../store/nomination.ts'
import type { Reader } from '../store/open.ts'
import { getSetting, listDistricts, readPlaces } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { schemeById } from './evaluation/which.ts'
import { type DistrictTally, readNominations } from './nomination/list.ts'
import { type Adopted, adoptedOf } from './quota/adopt.ts'
import { grantedOf } from './quota/split-scheme.ts'

export interface QuotaRow {
  district: District
  seats: number
  /** As the scheme's own table has it; null where it has none. */
  official: number | null
  /** Of places that were computed. */
  weight: string | null
  /** Of the places, by titles of the period that rest on other evaluations; null where every year begins anew. */
  granted: number | null
  /** Least for-profit nominees when all places are used; null where the share does not hold. */
  minimum: number | null
  /** Null until a nomination was proposed. */
  used: Pick<
    DistrictTally,
    'nominated' | 'for_profit' | 'required' | 'waived' | 'tied' | 'open' | 'short'
  > | null
}

export interface QuotaTable {
  scheme: Scheme
  year: number | null
  /** The allotment that was adopted, where the places are those; else they are fixed, by the table or an import. */
  adopted: Adopted | null
  rows: QuotaRow[]
  total: number
}

export function showQuota(desk: Desk): QuotaTable {
  return ask(desk, readQuota)
}

export function readQuota(reader: Reader): QuotaTable {
  const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
  const places = readPlaces(reader, scheme.id)
  const evaluation = listEvaluations(reader).findLast(e => e.scheme_id === scheme.id)
  const proposed = evaluation && listCandidates(reader, evaluation.id).length > 0
  const tallies = proposed ? readNominations(reader, evaluation).districts : []
  const byDistrict = new Map(tallies.map(t => [t.pool.code, t]))
  const { for_profit_share, period, places_total } = nominationOf(scheme)
  const percent = for_profit_share?.percent ?? null
  const adopted = adoptedOf(reader, scheme)
  const weights = new Map(adopted?.rows.map(row => [row.district_code, row.weight]))
  const granted = grantedOf(reader, scheme, evaluation?.id)
  const rows = listDistricts(reader).map((district): QuotaRow => {
    const seats = places.get(district.code) ?? 0
    const minimum =
      district.kind === 'district' && percent !== null ? Math.ceil((seats * percent) / 100) : null
    const listed = scheme.jurisdictions.find(j => j.code === district.code)?.places ?? 0
    return {
      ...{ district, seats, minimum, weight: weights.get(district.code) ?? null },
      official: places_total.by === 'table' ? listed : null,
      granted: period === null ? null : (granted.get(district.code) ?? 0),
      used: byDistrict.get(district.code) ?? null,
    }
  })
  const total = rows.reduce((sum, r) => sum + r.seats, 0)
  return { scheme, year: evaluation?.year ?? null, adopted, rows, total }
}
