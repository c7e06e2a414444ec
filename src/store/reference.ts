// What `init` lays down: settings, schemes, the working-day calendar, jurisdictions and their places.
import type { KeptCalendar } from '../domain/calendar/kept.ts'
import type { CalendarDay } from '../domain/calendar/working-days.ts'
import type { Day } from '../domain/day.ts'
import type { AnsweredDistrict, DistrictAlias } from '../domain/roster/district.ts'
import type { Jurisdiction } from '../domain/scheme/scheme.ts'
import { once, type Reader, type Writer } from './open.ts'

export interface StoredScheme {
  id: string
  sha256: string
  source: string
}

export function insertScheme(writer: Writer, scheme: StoredScheme): void {
  writer.run(
    'INSERT INTO scheme (id, sha256, source) VALUES (?, ?, ?)',
    scheme.id,
    scheme.sha256,
    scheme.source,
  )
}

export function findScheme(reader: Reader, id: string): StoredScheme | undefined {
  return reader.get<StoredScheme>('SELECT id, sha256, source FROM scheme WHERE id = ?', id)
}

export function listSchemeIds(reader: Reader): string[] {
  return reader.all<{ id: string }>('SELECT id FROM scheme ORDER BY id').map(row => row.id)
}

export function setSetting(writer: Writer, key: string, value: string): void {
  writer.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}

export function getSetting(reader: Reader, key: string): string | null {
  return reader.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)?.value ?? null
}

/** Of the office itself, where no district stands for it. */
export function officePhones(reader: Reader): string[] {
  return JSON.parse(getSetting(reader, 'phones') ?? '[]') as string[]
}

export function setOfficePhones(writer: Writer, phones: readonly string[]): void {
  setSetting(writer, 'phones', JSON.stringify(phones))
}

export function insertCalendar(writer: Writer, years: readonly number[], days: readonly CalendarDay[]): void {
  for (const year of years) writer.run('INSERT INTO calendar_year (year) VALUES (?)', year)
  for (const { day, kind, name } of days) {
    writer.run('INSERT INTO calendar_day (day, kind, name) VALUES (?, ?, ?)', day, kind, name)
  }
}

export const readCalendar = once((reader: Reader): Required<KeptCalendar> => {
  const years = reader.all<{ year: number; notice: string | null }>(
    'SELECT year, notice FROM calendar_year ORDER BY year',
  )
  return {
    years: years.map(({ year }) => year),
    days: reader.all<CalendarDay>('SELECT day, kind, name FROM calendar_day ORDER BY day'),
    notices: years.flatMap(({ year, notice }) => (notice === null ? [] : [{ year, notice }])),
  }
})

/** A day as the notice has it; null where it names it no more. */
export function setCalendarDay(writer: Writer, day: Day, as: Omit<CalendarDay, 'day'> | null): void {
  if (as === null) {
    writer.run('DELETE FROM calendar_day WHERE day = ?', day)
    return
  }
  writer.run(
    `INSERT INTO calendar_day (day, kind, name) VALUES (?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name`,
    day,
    as.kind,
    as.name,
  )
}

export function setCalendarYear(writer: Writer, year: number, notice: string): void {
  writer.run(
    `INSERT INTO calendar_year (year, notice) VALUES (?, ?)
     ON CONFLICT (year) DO UPDATE SET notice = excluded.notice`,
    year,
    notice,
  )
}

export function insertJurisdictions(
  writer: Writer,
  schemeId: string,
  jurisdictions: readonly Jurisdiction[],
): void {
  jurisdictions.forEach((j, position) => {
    writer.run(
      `INSERT INTO district (code, name, kind, position, market_phones, inspectorate_phones)
       VALUES (?, ?, ?, ?, ?, ?)`,
      j.code,
      j.name,
      j.kind,
      position,
      JSON.stringify(j.market_phones),
      JSON.stringify(j.inspectorate_phones),
    )
    for (const other of j.also) {
      writer.run(
        'INSERT INTO district_alias (code, name, district_code) VALUES (?, ?, ?)',
        other.code,
        other.name,
        j.code,
      )
    }
    writer.run(
      'INSERT INTO place (scheme_id, district_code, seats) VALUES (?, ?, ?)',
      schemeId,
      j.code,
      j.places,
    )
  })
}

interface DistrictRow {
  code: string
  name: string
  kind: 'district' | 'city'
  market_phones: string
  inspectorate_phones: string
  leader: string | null
  unit: string | null
}

/** In the order of the official table. */
export const listDistricts = once((reader: Reader): readonly AnsweredDistrict[] =>
  reader
    .all<DistrictRow>(
      'SELECT code, name, kind, market_phones, inspectorate_phones, leader, unit FROM district ORDER BY position',
    )
    .map(row => ({
      ...row,
      market_phones: JSON.parse(row.market_phones) as string[],
      inspectorate_phones: JSON.parse(row.inspectorate_phones) as string[],
    })),
)

export function setAnswering(
  writer: Writer,
  code: string,
  answering: Pick<AnsweredDistrict, 'leader' | 'unit' | 'market_phones' | 'inspectorate_phones'>,
): void {
  writer.run(
    'UPDATE district SET leader = ?, unit = ?, market_phones = ?, inspectorate_phones = ? WHERE code = ?',
    answering.leader,
    answering.unit,
    JSON.stringify(answering.market_phones),
    JSON.stringify(answering.inspectorate_phones),
    code,
  )
}

export function listDistrictAliases(reader: Reader): DistrictAlias[] {
  return reader.all<DistrictAlias>('SELECT code, name, district_code FROM district_alias ORDER BY code, name')
}

export interface PlaceRow {
  rowid: number
  district_code: string
  seats: number
  note: string | null
  /** Of an import: why these and not the document's. */
  reason: string | null
  batch_id: number | null
}

export function placeRows(reader: Reader, schemeId: string): PlaceRow[] {
  return reader.all<PlaceRow>(
    'SELECT rowid, district_code, seats, note, reason, batch_id FROM place WHERE scheme_id = ? ORDER BY rowid',
    schemeId,
  )
}

/** District code -> places of a scheme. */
export function readPlaces(reader: Reader, schemeId: string): Map<string, number> {
  const rows = reader.all<{ district_code: string; seats: number }>(
    'SELECT district_code, seats FROM place WHERE scheme_id = ?',
    schemeId,
  )
  return new Map(rows.map(row => [row.district_code, row.seats]))
}
