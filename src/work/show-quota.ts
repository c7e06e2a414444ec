// The allotment table: official places, used places, for-profit share.
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

export interface QuotaRow {
  district: District
  seats: number
  /** As the scheme's own table has it. */
  official: number
  /** Least for-profit nominees when all places are used; null where the share does not hold. */
  minimum: number | null
  /** Null until a nomination was proposed. */
  used: Pick<DistrictTally, 'nominated' | 'for_profit' | 'required' | 'waived' | 'tied' | 'short'> | null
}

export interface QuotaTable {
  scheme: Scheme
  year: number | null
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
  const percent = nominationOf(scheme).for_profit_share?.percent ?? null
  const rows = listDistricts(reader).map((district): QuotaRow => {
    const seats = places.get(district.code) ?? 0
    const minimum =
      district.kind === 'district' && percent !== null ? Math.ceil((seats * percent) / 100) : null
    const official = scheme.jurisdictions.find(j => j.code === district.code)?.places ?? 0
    return { district, seats, official, minimum, used: byDistrict.get(district.code) ?? null }
  })
  return { scheme, year: evaluation?.year ?? null, rows, total: rows.reduce((sum, r) => sum + r.seats, 0) }
}
