// The allotment table: places in force, by what they were given, how they are used, for-profit share.
import { forProfitNeeded } from '../domain/nomination/pool.ts'
import { type Ruling, waiverIn } from '../domain/nomination/ruling.ts'
import type { District } from '../domain/roster/district.ts'
import { nominationOf } from '../domain/scheme/nomination.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { listEvaluations } from '../store/evaluation.ts'
import { listCandidates } from '../store/nomination.ts'
import { once, type Reader } from '../store/open.ts'
import { getSetting, listDistricts } from '../store/reference.ts'
import { ask, type Desk } from './desk.ts'
import { schemeById } from './evaluation/which.ts'
import { type DistrictTally, readNominations } from './nomination/list.ts'
import { type Adopted, adoptedOf } from './quota/adopted.ts'
import { departs, officialPlaces, type SourcedPlace, sourcedPlaces } from './quota/source.ts'
import { usedPlaces } from './quota/used.ts'

export interface QuotaRow {
  district: District
  seats: number
  /** As the scheme's own table has it; null where it has none. */
  official: number | null
  /** Of places that were computed. */
  weight: string | null
  /** Used of the places by others than the latest evaluation; null where every year begins anew. */
  granted: number | null
  /** The places less those. */
  available: number
  /** Of them, what no nominee takes. */
  left: number
  /** Least for-profit nominees when all places are used; null where the share does not hold. */
  minimum: number | null
  /** Null until a nomination was proposed. */
  used:
    | (Pick<DistrictTally, 'nominated' | 'for_profit' | 'required' | 'tied' | 'open' | 'short'> & {
        /** By which the for-profit share is waived. */
        waiver: Pick<Ruling, 'reason' | 'signer' | 'ruled_on'> | null
      })
    | null
}

export interface QuotaTable {
  scheme: Scheme
  year: number | null
  /** The allotment that was adopted, where the places are those; else they are fixed, by the table or an import. */
  adopted: Adopted | null
  /** Places that are not those of the document. */
  departures: SourcedPlace[]
  rows: QuotaRow[]
  total: number
}

export function showQuota(desk: Desk): QuotaTable {
  return ask(desk, reader => readQuota(reader))
}

/** `id`: of a scheme; the desk's own by default. */
export const readQuota = once((reader: Reader, id: string = getSetting(reader, 'scheme')!): QuotaTable => {
  const scheme = schemeById(reader, id)
  const evaluation = listEvaluations(reader).findLast(e => e.scheme_id === scheme.id)
  const proposed = evaluation && listCandidates(reader, evaluation.id).length > 0
  const list = proposed ? readNominations(reader, evaluation) : null
  const byDistrict = new Map(
    list?.districts.map(t => [t.pool.code, { ...t, waiver: waiverIn(list.rulings, t.pool.code) ?? null }]),
  )
  const { for_profit_share, period } = nominationOf(scheme)
  const percent = for_profit_share?.percent ?? null
  const adopted = adoptedOf(reader, scheme)
  const weights = new Map(adopted?.rows.map(row => [row.district_code, row.weight]))
  const sourced = sourcedPlaces(reader, scheme, adopted)
  const places = new Map(sourced.map(place => [place.district_code, place.seats]))
  const granted = usedPlaces(reader, scheme, evaluation?.id)
  const rows = listDistricts(reader).map((district): QuotaRow => {
    const seats = places.get(district.code) ?? 0
    const minimum = district.kind === 'district' && percent !== null ? forProfitNeeded(seats, percent) : null
    const gone = period === null ? null : (granted.get(district.code) ?? 0)
    const used = byDistrict.get(district.code) ?? null
    const available = Math.max(0, seats - (gone ?? 0))
    return {
      ...{ district, seats, minimum, weight: weights.get(district.code) ?? null },
      official: officialPlaces(scheme, district.code),
      ...{ granted: gone, available, used },
      left: Math.max(0, available - (used?.nominated ?? 0)),
    }
  })
  const total = rows.reduce((sum, r) => sum + r.seats, 0)
  return { scheme, year: evaluation?.year ?? null, adopted, departures: sourced.filter(departs), rows, total }
})
