// A draw as it is shown: by district, who was drawn with whom, who was left out and why.
import type { Day } from '../../domain/day.ts'
import { drawCode } from '../../domain/inspection/draw.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { nearest } from '../../domain/text.ts'
import { agenciesById } from '../../store/agency.ts'
import { type DrawHead, type DrawLot, type Excluded, listDraws, lotsOf } from '../../store/draw.ts'
import type { Reader } from '../../store/open.ts'
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
}

export function viewDraw(reader: Reader, head: Omit<DrawHead, 'id'>, lots: readonly DrawLot[]): DrawView {
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
      code: drawCode(agencies.get(agency_id)!),
      district: places.find(d => d.code === lot.district_code)!.name,
    })),
    excluded: excluded.map(({ agency_id, ...why }) => ({ ...called(agency_id), ...why })),
    avoided: avoided.map(({ agency_id, officer }) => ({ ...called(agency_id), officer })),
  }
}

export function listDrawsOf(desk: Desk): DrawView[] {
  return ask(desk, reader => listDraws(reader).map(head => viewDraw(reader, head, lotsOf(reader, head.id))))
}

/** The draw of this name, if there is one. */
export function findDraw(reader: Reader, name: string): DrawHead | undefined {
  return listDraws(reader).find(head => head.name === name.trim())
}

/** A draw by its name, with the agencies drawn. Refuses a name that no draw has. */
export function drawNamed(reader: Reader, name: string): { head: DrawHead; drawn: DrawnAgency[] } {
  const head = findDraw(reader, name)
  if (head === undefined) {
    const names = listDraws(reader).map(d => d.name)
    const near = nearest(name, names)
    const available = (near.length > 0 ? near : names).join('、') || '—'
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
