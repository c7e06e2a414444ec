// Agencies and their annual checks.
import { type Agency, agencyFields } from '../domain/roster/agency.ts'
import type { AgencyKey } from '../domain/roster/match.ts'
import { once, type Reader, type Writer } from './open.ts'
import type { Staging } from './staging.ts'

const COLUMNS = ['id', ...agencyFields].join(', ')

/** All agencies, ordered by district and id; `district` keeps those of one. */
export const listAgencies = once((reader: Reader, district?: string): readonly Agency[] => {
  const where = district === undefined ? '' : 'WHERE district_code = ?'
  const sql = `SELECT ${COLUMNS} FROM agency ${where} ORDER BY id`
  return district === undefined ? reader.all<Agency>(sql) : reader.all<Agency>(sql, district)
})

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

/** Those of the ids given. */
export function agenciesById(reader: Reader, ids: readonly number[]): Agency[] {
  return reader.all<Agency>(
    `SELECT ${COLUMNS} FROM agency WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  )
}

export interface AnnualCheckRow {
  agency_id: number
  year: number
  result: string
}

export const listAnnualChecks = once((reader: Reader): readonly AnnualCheckRow[] =>
  reader.all<AnnualCheckRow>('SELECT agency_id, year, result FROM annual_check ORDER BY agency_id, year'),
)

/** The checks of the agencies given. */
export function annualChecksOf(reader: Reader, agencies: readonly number[]): AnnualCheckRow[] {
  return reader.all<AnnualCheckRow>(
    `SELECT agency_id, year, result FROM annual_check
     WHERE agency_id IN (SELECT value FROM json_each(?)) ORDER BY agency_id, year`,
    JSON.stringify(agencies),
  )
}

/** Puts the annual checks that came with a batch's staged roster rows. */
export function putStagedAnnualChecks(writer: Writer, staging: Staging, batch: number): void {
  const [year, result] = [staging.column('annual_year'), staging.column('annual_result')]
  writer.run(
    `INSERT INTO annual_check (agency_id, year, result, batch_id, line)
     SELECT a.id, s.${year}, s.${result}, a.batch_id, a.line
     FROM agency a CROSS JOIN temp.staged s ON s.line = a.line
     WHERE a.batch_id = ? AND s.${result} IS NOT NULL ORDER BY s.line
     ON CONFLICT (agency_id, year) DO UPDATE
     SET result = excluded.result, batch_id = excluded.batch_id, line = excluded.line`,
    batch,
  )
}
