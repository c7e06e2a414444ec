// What is wrong with an agency as it is on file: codes that do not check, gaps, statements that the day contradicts.
import type { Day } from '../day.ts'
import { type Fault, type Finding, fault } from '../imports/column.ts'
import { withLostZero } from '../imports/phone.ts'
import { type Agency, licenseStatusOn, rosterColumns } from './agency.ts'
import type { AgencyKey } from './match.ts'
import { checkUscc } from './uscc.ts'

/** `namesakes`: other agencies of this name in its district. */
export function rosterFaults(agency: Agency, namesakes: readonly AgencyKey[], today: Day): Finding[] {
  const found: Finding[] = []
  const say = (what: Fault, key: string) => found.push({ fault: what, key })
  const wants = (key: keyof Agency) => {
    const header = rosterColumns.find(c => c.key === key)!.headers[0]!
    if (agency[key] === null) say(fault('CX1132', { header }), key)
  }
  const { uscc, license_no, license_status, valid_to, phone } = agency
  if (uscc !== null)
    for (const { code, params } of checkUscc(uscc).problems) say({ code, params } as Fault, 'uscc')
  if (uscc === null && license_no === null) say(fault('CX1131', {}), 'uscc')
  else if (agency.kind === 'for_profit') wants('license_no')
  if (license_status === 'valid' && valid_to !== null && valid_to < today)
    say(fault('CX1061', { status: '有效', validTo: valid_to }), 'license_status')
  const status = licenseStatusOn(agency, today)
  if (license_no !== null && (status === null || status === 'valid')) wants('valid_to')
  wants('business_start')
  wants('phone')
  const likely = withLostZero(phone ?? '')
  if (likely !== null) say(fault('CX1047', { value: String(phone), likely }), 'phone')
  for (const other of namesakes)
    say(fault('CX1133', { holder: other.uscc ?? other.license_no ?? String(other.id) }), 'name')
  return found
}
