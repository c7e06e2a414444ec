// Draws of agencies and inspectors (双随机), with everything needed to repeat them.
import type { Day } from '../domain/day.ts'
import type { Reader, Writer } from './open.ts'

export interface DrawHead {
  id: number
  name: string
  drawn_on: Day
  seed: string
  /** Millionths. */
  ratio: number
  /** Null: all. */
  district_code: string | null
  inspectors: string[]
  excluded: Excluded[]
  avoided: Avoided[]
}

export interface Excluded {
  agency_id: number
  /** As given by hand, or the state of the license that keeps the agency out by itself. */
  reason: string
  by_hand: boolean
}

/** An inspector who may not inspect an agency. */
export interface Avoided {
  officer: string
  agency_id: number
}

/** One agency of the pool. */
export interface DrawLot {
  agency_id: number
  district_code: string
  /** In its district, from one. */
  position: number
  lot: string
  /** Null where it was not drawn. */
  officers: string[] | null
}

export function insertDraw(writer: Writer, head: Omit<DrawHead, 'id'>, lots: readonly DrawLot[]): void {
  const { id } = writer.run(
    `INSERT INTO draw (name, drawn_on, seed, ratio, district_code, inspectors, excluded, avoided)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    head.name,
    head.drawn_on,
    head.seed,
    head.ratio,
    head.district_code,
    JSON.stringify(head.inspectors),
    JSON.stringify(head.excluded),
    JSON.stringify(head.avoided),
  )
  for (const lot of lots) {
    writer.run(
      `INSERT INTO draw_lot (draw_id, agency_id, district_code, position, lot, officers)
       VALUES (?, ?, ?, ?, ?, ?)`,
      id,
      lot.agency_id,
      lot.district_code,
      lot.position,
      lot.lot,
      lot.officers === null ? null : JSON.stringify(lot.officers),
    )
  }
}

type Json = 'inspectors' | 'excluded' | 'avoided'

/** Oldest first. */
export function listDraws(reader: Reader): DrawHead[] {
  return reader
    .all<Omit<DrawHead, Json> & Record<Json, string>>(
      `SELECT id, name, drawn_on, seed, ratio, district_code, inspectors, excluded, avoided FROM draw ORDER BY id`,
    )
    .map(row => ({
      ...row,
      inspectors: JSON.parse(row.inspectors) as string[],
      excluded: JSON.parse(row.excluded) as Excluded[],
      avoided: JSON.parse(row.avoided) as Avoided[],
    }))
}

/** By district and position. */
export function lotsOf(reader: Reader, draw: number): DrawLot[] {
  return reader
    .all<Omit<DrawLot, 'officers'> & { officers: string | null }>(
      `SELECT agency_id, district_code, position, lot, officers FROM draw_lot
       WHERE draw_id = ? ORDER BY district_code, position`,
      draw,
    )
    .map(row => ({ ...row, officers: row.officers === null ? null : (JSON.parse(row.officers) as string[]) }))
}
