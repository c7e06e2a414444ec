// What is wrong with an agency as it is on file.
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../../src/domain/roster/agency.ts'
import { rosterFaults } from '../../../src/domain/roster/check.ts'
import { agency } from '../fixtures.ts'

const TODAY = '2013-11-04'
const WHOLE = {
  uscc: '91110105CXJG000159',
  kind: 'for_profit',
  license_no: 'X1',
  license_status: 'valid',
  valid_to: '2014-03-11',
  business_start: '2009-03-12',
  phone: '010-64632146',
} as const

describe('an agency', () => {
  it.each([
    ['with everything', {}, []],
    ['with a code of another check character', { uscc: '91110105CXJG000158' }, ['CX1042 uscc']],
    ['with a code too short', { uscc: '9111' }, ['CX1040 uscc']],
    ['without code', { uscc: null }, []],
    ['without code and license', { uscc: null, license_no: null }, ['CX1131 uscc']],
    ['for profit without license', { license_no: null }, ['CX1132 license_no']],
    ['public without license', { license_no: null, kind: 'public', valid_to: null }, []],
    ['stated valid on its last day', { valid_to: TODAY }, []],
    ['stated valid after it', { valid_to: '2013-11-03' }, ['CX1061 license_status']],
    ['run out, of which nothing is stated', { valid_to: '2013-11-03', license_status: null }, []],
    ['with a license without an end on file', { valid_to: null }, ['CX1132 valid_to']],
    ['with an ended license without one', { valid_to: null, license_status: 'cancelled' }, []],
    ['without start of business', { business_start: null }, ['CX1132 business_start']],
    ['without telephone', { phone: null }, ['CX1132 phone']],
    ['with a telephone that lost its zero', { phone: '1064632146' }, ['CX1047 phone']],
  ] as [string, Partial<Agency>, string[]][])('%s', (_, differs, wanted) => {
    const found = rosterFaults(agency({ ...WHOLE, ...differs }), [], TODAY)
    expect(found.map(f => `${f.fault.code} ${f.key}`)).toEqual(wanted)
  })

  it('with namesakes in its district names each by what it has', () => {
    const other = (uscc: string | null, license_no: string | null) => agency({ id: 7, uscc, license_no })
    const found = rosterFaults(agency(WHOLE), [other('U', 'L'), other(null, 'L'), other(null, null)], TODAY)
    expect(found.map(f => f.fault.params)).toEqual([{ holder: 'U' }, { holder: 'L' }, { holder: '7' }])
  })
})
