// A draw as it is shown: by district, who was drawn with whom, who was left out and why.
import type { Day } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { nameKey, nearest } from '../../domain/text.ts'
import { agenciesById } from '../../store/agency.ts'
import { type DrawHead, type DrawLot, type Excluded, listDraws, lotsOf } from '../../store/draw.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'

export interface DrawView {
  name: string
  drawn_on: Day
  seed: string
  /** Millionths. */
  ratio: number
  /** Null: all. */
  district_code: string | null
  inspectors: string[]
  districts: { district_code: string; district: string; pool: number; drawn: number }[]
  /** Everybody in the pool, by district and position. */
  lots: LotView[]
  excluded: (AgencyName & Pick<Excluded, 'reason' | 'by_hand'>)[]
  avoided: (AgencyName & { officer: string })[]
}

interface AgencyName {
  uscc: string | null
  name: string
}

export interface LotView extends AgencyName {
  /** By what it is drawn. */
  code: string
  position: number
  district_code: string
  district: string
  lot: string
  officers: string[] | null
  /** How it was found in the batch of this name, last; null: not yet. */
  seen: Seen | null
}

interface Seen {
  inspected_on: Day
  /** Items; null where none was filled in. */
  failed: number | null
}

/** By batch and agency, the latest inspection. */
type SeenInBatches = ReadonlyMap<string, Seen>

const ALL = { agency: null, district: null }

const seenKey = (batch: string, agency: number) => `${agency} ${batch}`

function seenInBatches(reader: Reader): SeenInBatches {
  const seen = new Map<string, Seen>()
  for (const { batch, agency_id, date, items } of listRecords(reader, 'inspection', ALL)) {
    if (agency_id === null) continue
    const key = seenKey(String(batch), agency_id)
    const inspected_on = String(date)
    if (inspected_on < (seen.get(key)?.inspected_on ?? '')) continue
    const results = Object.values(JSON.parse(String(items)) as Record<string, string>)
    const failed = results.length === 0 ? null : results.filter(result => result === 'fail').length
    seen.set(key, { inspected_on, failed })
  }
  return seen
}

export function viewDraw(
  reader: Reader,
  head: Omit<DrawHead, 'id'>,
  lots: readonly DrawLot[],
  seen: SeenInBatches = seenInBatches(reader),
): DrawView {
  const ids = [...lots, ...head.excluded, ...head.avoided].map(row => row.agency_id)
  const agencies = new Map(agenciesById(reader, ids).map(a => [a.id, a]))
  const called = (id: number): AgencyName => {
    const { uscc, name } = agencies.get(id)!
    return { uscc, name }
  }
  const places = listDistricts(reader)
  const { excluded, avoided, ...rest } = head
  return {
    ...rest,
    districts: places.flatMap(({ code, name }) => {
      const own = lots.filter(lot => lot.district_code === code)
      const drawn = own.filter(lot => lot.officers !== null).length
      return own.length === 0 ? [] : [{ district_code: code, district: name, pool: own.length, drawn }]
    }),
    lots: lots.map(({ agency_id, ...lot }) => ({
      ...called(agency_id),
      ...lot,
      district: places.find(d => d.code === lot.district_code)!.name,
      seen: seen.get(seenKey(head.name, agency_id)) ?? null,
    })),
    excluded: excluded.map(({ agency_id, ...why }) => ({ ...called(agency_id), ...why })),
    avoided: avoided.map(({ agency_id, officer }) => ({ ...called(agency_id), officer })),
  }
}

export function listDrawsOf(desk: Desk): DrawView[] {
  return ask(desk, reader => {
    const seen = seenInBatches(reader)
    return listDraws(reader).map(head => viewDraw(reader, head, lotsOf(reader, head.id), seen))
  })
}

/** The draw of this name, if there is one. */
export function findDraw(reader: Reader, name: string): DrawHead | undefined {
  return listDraws(reader).find(head => nameKey(head.name) === nameKey(name))
}

/** A draw by its name, with the agencies drawn. Refuses a name that no draw has. */
export function drawNamed(reader: Reader, name: string): { head: DrawHead; drawn: DrawnAgency[] } {
  const head = findDraw(reader, name)
  if (head === undefined) {
    const names = listDraws(reader).map(d => d.name)
    const near = nearest(name, names)
    const available = (near.length > 0 ? near : names).join('、') || 'chengxin inspection draws'
    throw new Refusal('CX4002', { kind: 'draw', value: name, available })
  }
  const lots = lotsOf(reader, head.id)
  const agencies = new Map(
    agenciesById(
      reader,
      lots.map(lot => lot.agency_id),
    ).map(a => [a.id, a]),
  )
  const drawn = lots.flatMap(({ agency_id, position, officers }) =>
    officers === null ? [] : [{ agency: agencies.get(agency_id)!, position, officers }],
  )
  return { head, drawn }
}

export interface DrawnAgency {
  agency: Agency
  position: number
  officers: string[]
}
