// The life of a license (许可证): issued, changed, renewed, cancelled. What a step needs, what stands against it, and
// what the agency's row is after it.
import type { Day } from '../day.ts'
import { type Column, type Finding, fault, type Values } from '../imports/column.ts'
import { inOrder } from '../records/kind.ts'
import { licenseKind } from '../records/license.ts'
import { type Agency, licenseStatusOn, rosterColumns } from './agency.ts'

export type LicenseStep = 'issue' | 'change' | 'renew' | 'cancel'

/** Until when what a new license brings is to be done. */
const tasksDue: Column = { key: 'tasks_due', headers: ['待办期限'], type: { is: 'day' } }

/** Given of an agency that may be new; what follows from the step is not asked. */
const OF_NEW = ['name', 'uscc', 'kind', 'ownership', 'legal_rep', 'address', 'district', 'district_code']
const OF_NEW_TOO = ['phone', 'scope', 'business_start', 'staff_count', 'standard_grade', 'corporate_group']
const OF_CHANGE = ['name', 'ownership', 'legal_rep', 'address', 'district', 'district_code', 'phone', 'scope']

/** The fields that a step takes; those that must be given are required. */
export const licenseColumns: Readonly<Record<LicenseStep, readonly Column[]>> = {
  issue: [
    ...[...OF_NEW, ...OF_NEW_TOO].map(key => ofAgency(key)),
    ...['license_no', 'license_issuer', 'valid_to'].map(key => ofAgency(key, true)),
    ofEvent('decided_on'),
    tasksDue,
  ],
  change: [
    ofEvent('change', true),
    ...[...OF_CHANGE, 'license_no', 'license_issuer'].map(key => ofAgency(key)),
    ...['occurred_on', 'reported_on', 'decided_on'].map(key => ofEvent(key)),
  ],
  renew: [ofAgency('valid_to', true), ofEvent('decided_on')],
  cancel: [ofEvent('reason', true), ofEvent('decided_on')],
}

function ofAgency(key: string, required = false): Column {
  return { ...rosterColumns.find(c => c.key === key)!, required }
}

function ofEvent(key: string, required = false): Column {
  return { ...licenseKind.columns.find(c => c.key === key)!, required }
}

/** What stands against a step, by the license as it is on file; `said` are the fields given. */
export function licenseFaults(
  step: LicenseStep,
  agency: Agency | null,
  said: Values & { decided_on: Day },
  today: Day,
): Finding[] {
  if (step === 'issue') {
    const due = inOrder(said, [['decided_on', '办理日期', 'tasks_due', '待办期限']])
    return agency !== null && isHeld(agency, today) ? [heldBy(agency), ...due] : due
  }
  if (agency === null) return []
  const { name, license_no, license_status: status, valid_to, issued_on } = agency
  if (license_no === null) return [{ fault: fault('CX1135', { agency: name }), key: 'agency' }]
  if (status === 'cancelled' || status === 'revoked')
    return [{ fault: fault('CX1136', { agency: name, status }), key: 'agency' }]
  const found = inOrder({ ...said, issued_on }, [['issued_on', '发证日期', 'decided_on', '办理日期']])
  const value = said.valid_to
  if (step === 'renew' && typeof value === 'string' && valid_to !== null && value <= valid_to)
    found.push({ fault: fault('CX1137', { value, present: valid_to }), key: 'valid_to' })
  return found
}

/** In force, or nothing tells that it is not. */
function isHeld(agency: Agency, today: Day): boolean {
  const status = licenseStatusOn(agency, today)
  return agency.license_no !== null && (status === null || status === 'valid' || status === 'suspended')
}

function heldBy({ name, license_no, valid_to }: Agency): Finding {
  return {
    fault: fault('CX1134', { agency: name, license: String(license_no), validTo: valid_to }),
    key: 'agency',
  }
}

/** What a step makes of the license on the agency's row, besides what was given. */
export function licenseAfter(step: LicenseStep, decidedOn: Day): Values {
  switch (step) {
    case 'issue':
      return { issued_on: decidedOn, license_status: 'valid' }
    case 'renew':
      return { license_status: 'valid' }
    case 'cancel':
      return { license_status: 'cancelled' }
    case 'change':
      return {}
    default: {
      const never: never = step
      return never
    }
  }
}

/** The step as a record; the license as it is after it. */
export function licenseEvent(step: LicenseStep, said: Values, after: Values): Values {
  const blank = Object.fromEntries(licenseKind.columns.map(c => [c.key, null]))
  const own = Object.entries(said).filter(([key]) => key in blank)
  const { license_no = null, license_issuer = null, valid_to = null } = after
  const until = step === 'issue' || step === 'renew' ? valid_to : null
  return { ...blank, ...Object.fromEntries(own), kind: step, license_no, license_issuer, valid_to: until }
}
