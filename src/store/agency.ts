// Agencies and their annual checks.
import { type Agency, agencyFields } from '../domain/roster/agency.ts'
import type { AgencyKey } from '../domain/roster/match.ts'
import type { Reader, Writer } from './open.ts'

const COLUMNS = ['id', ...agencyFields].join(', ')

/** All agencies, ordered by district and id; `district` keeps those of one. */
export function listAgencies(reader: Reader, district?: string): Agency[] {
  const where = district === undefined ? '' : 'WHERE district_code = ?'
  const sql = `SELECT ${COLUMNS} FROM agency ${where} ORDER BY id`
  return district === undefined ? reader.all<Agency>(sql) : reader.all<Agency>(sql, district)
}

export function listAgencyKeys(reader: Reader): AgencyKey[] {
  return reader.all<AgencyKey>('SELECT id, uscc, license_no, name, district_code FROM agency ORDER BY id')
}

/** By credit code, license number or own id, as commands name an agency. */
export function findAgency(reader: Reader, key: string): Agency | undefined {
  return reader.get<Agency>(
    `SELECT ${COLUMNS} FROM agency WHERE uscc = ? OR license_no = ? OR CAST(id AS TEXT) = ?
     ORDER BY uscc IS NULL, id LIMIT 1`,
    key,
    key,
    key,
  )
}

export type AgencyValues = Omit<Agency, 'id'>

export function insertAgency(writer: Writer, values: AgencyValues, origin: Origin): number {
  const names = [...agencyFields, 'batch_id', 'line']
  const sql = `INSERT INTO agency (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  return writer.run(sql, ...agencyFields.map(f => values[f]), origin.batch, origin.line).id
}

export function updateAgency(writer: Writer, id: number, values: AgencyValues, origin: Origin): void {
  const sets = [...agencyFields, 'batch_id', 'line'].map(name => `${name} = ?`).join(', ')
  const done = writer.run(
    `UPDATE agency SET ${sets} WHERE id = ?`,
    ...agencyFields.map(f => values[f]),
    origin.batch,
    origin.line,
    id,
  )
  if (done.changes !== 1) throw new Error(`agency ${id} was not there to update`)
}

/** The batch and line a row came from; null for rows made by hand. */
export interface Origin {
  batch: number | null
  line: number | null
}

export interface AnnualCheckRow {
  agency_id: number
  year: number
  result: string
}

export function listAnnualChecks(reader: Reader): AnnualCheckRow[] {
  return reader.all<AnnualCheckRow>(
    'SELECT agency_id, year, result FROM annual_check ORDER BY agency_id, year',
  )
}

export function putAnnualCheck(writer: Writer, check: AnnualCheckRow, origin: Origin): void {
  writer.run(
    `INSERT INTO annual_check (agency_id, year, result, batch_id, line) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (agency_id, year) DO UPDATE
     SET result = excluded.result, batch_id = excluded.batch_id, line = excluded.line`,
    check.agency_id,
    check.year,
    check.result,
    origin.batch,
    origin.line,
  )
}
