// Where the places in force come from, beside what the document has.
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { latestAllotment } from '../../store/allotment.ts'
import { listBatches } from '../../store/batch.ts'
import type { Reader } from '../../store/open.ts'
import { placeRows } from '../../store/reference.ts'
import { type Adopted, adoptedOf, type KeptResult } from './adopted.ts'

export type Source =
  | { is: 'document' }
  | { is: 'import'; batch: number; file: string }
  /** `whole`: the allotment is in force as it was adopted, no place of it has changed since. */
  | { is: 'allotment'; method: string; on: string; whole: boolean }

export interface SourcedPlace {
  unit: string
  district_code: string
  seats: number
  /** Null where the document splits no places. */
  official: number | null
  clause: string
  source: Source
  /** Why these and not the document's; null where nobody said. */
  reason: string | null
}

/** What the table of the document gives a jurisdiction; null where it has none. */
export function officialPlaces(scheme: Scheme, code: string): number | null {
  if (nominationOf(scheme).places_total.by !== 'table') return null
  return scheme.jurisdictions.find(j => j.code === code)?.places ?? 0
}

export function departs({ seats, official }: Pick<SourcedPlace, 'seats' | 'official'>): boolean {
  return official !== null && seats !== official
}

/** The places of every jurisdiction of a scheme. */
export function sourcedPlaces(
  reader: Reader,
  scheme: Scheme,
  adopted: Adopted | null = adoptedOf(reader, scheme),
): SourcedPlace[] {
  const latest = latestAllotment(reader, scheme.id)
  const given = latest && (JSON.parse(latest.result) as KeptResult).rows
  const allotted = new Map(given?.map(row => [row.district_code, row.seats]))
  const files = new Map(listBatches(reader).map(({ id, file }) => [id, file]))
  const places = new Map(placeRows(reader, scheme.id).map(row => [row.district_code, row]))
  return scheme.jurisdictions.map(({ code, name, clause }): SourcedPlace => {
    const { seats = 0, batch_id = null, reason = null } = places.get(code) ?? {}
    const official = officialPlaces(scheme, code)
    const place = { unit: name, district_code: code, seats, official, clause }
    const byAllotment = (whole: boolean): SourcedPlace => ({
      ...{ ...place, reason: latest!.reason },
      source: { is: 'allotment', method: latest!.method, on: latest!.adopted_on, whole },
    })
    if (adopted !== null) return byAllotment(true)
    if (batch_id !== null)
      return { ...place, reason, source: { is: 'import', batch: batch_id, file: files.get(batch_id)! } }
    // An import of other rows leaves this one as it was adopted.
    const isDocument = !departs(place) && (official !== null || allotted.get(code) !== seats)
    return isDocument ? { ...place, reason: null, source: { is: 'document' } } : byAllotment(false)
  })
}
