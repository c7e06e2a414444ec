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
  /** By what it was drawn: what the roster says since changes nothing. */
  code: string
  lot: string
  /** Null where it was not drawn. */
  officers: string[] | null
}

export function insertDraw(writer: Writer, head: Omit<DrawHead, 'id'>, lots: readonly DrawLot[]): void {
  const { id } = writer.run(
    `INSERT INTO draw (name, drawn_on, seed, ratio, district_code, inspectors) VALUES (?, ?, ?, ?, ?, ?)`,
    head.name,
    head.drawn_on,
    head.seed,
    head.ratio,
    head.district_code,
    JSON.stringify(head.inspectors),
  )
  for (const lot of lots) {
    writer.run(
      `INSERT INTO draw_lot (draw_id, agency_id, district_code, position, code, lot, officers)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      lot.agency_id,
      lot.district_code,
      lot.position,
      lot.code,
      lot.lot,
      lot.officers === null ? null : JSON.stringify(lot.officers),
    )
  }
  const apart = 'INSERT INTO draw_apart (draw_id, agency_id, officer, reason, by_hand) VALUES (?, ?, ?, ?, ?)'
  for (const { agency_id, reason, by_hand } of head.excluded)
    writer.run(apart, id, agency_id, '', reason, by_hand ? 1 : 0)
  for (const { agency_id, officer } of head.avoided) writer.run(apart, id, agency_id, officer, '', 1)
}

type Apart = { draw_id: number; agency_id: number; officer: string; reason: string; by_hand: number }

/** Oldest first. */
export function listDraws(reader: Reader): DrawHead[] {
  const apart = reader.all<Apart>(
    'SELECT draw_id, agency_id, officer, reason, by_hand FROM draw_apart ORDER BY draw_id, by_hand DESC, agency_id',
  )
  return reader
    .all<Omit<DrawHead, 'inspectors' | 'excluded' | 'avoided'> & { inspectors: string }>(
      'SELECT id, name, drawn_on, seed, ratio, district_code, inspectors FROM draw ORDER BY id',
    )
    .map(row => {
      const own = apart.filter(one => one.draw_id === row.id)
      return {
        ...row,
        inspectors: JSON.parse(row.inspectors) as string[],
        excluded: own
          .filter(one => one.officer === '')
          .map(({ agency_id, reason, by_hand }) => ({ agency_id, reason, by_hand: by_hand === 1 })),
        avoided: own
          .filter(one => one.officer !== '')
          .map(({ agency_id, officer }) => ({ agency_id, officer })),
      }
    })
}

/** By district and position. */
export function lotsOf(reader: Reader, draw: number): DrawLot[] {
  return reader
    .all<Omit<DrawLot, 'officers'> & { officers: string | null }>(
      `SELECT agency_id, district_code, position, code, lot, officers FROM draw_lot
       WHERE draw_id = ? ORDER BY district_code, position`,
      draw,
    )
    .map(row => ({ ...row, officers: row.officers === null ? null : (JSON.parse(row.officers) as string[]) }))
}
