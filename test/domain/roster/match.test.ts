// Which agency a row means: code before license before name; two that fit are a problem, never a choice.

import { describe, expect, it } from 'vitest'
import { AgencyIndex, type AgencyKey, type Wanted } from '../../../src/domain/roster/match.ts'

const agencies: AgencyKey[] = [
  { id: 1, uscc: '91110105CXJG000159', license_no: 'L-1', name: '甲样例公司', district_code: '110105' },
  { id: 2, uscc: '91110108CXJG00023F', license_no: 'L-2', name: '乙样例公司', district_code: '110108' },
  { id: 3, uscc: null, license_no: 'L-3', name: '丙样例公司', district_code: '110105' },
  { id: 4, uscc: null, license_no: null, name: '丙样例公司', district_code: '110108' },
  {
    id: 5,
    uscc: '91110101CXJG000315',
    license_no: null,
    name: '丁样例（集团）公司',
    district_code: '110101',
  },
  { id: 6, uscc: null, license_no: null, name: '戊样例公司', district_code: '110105' },
  { id: 7, uscc: null, license_no: null, name: '戊样例公司', district_code: '110105' },
]
const index = new AgencyIndex(agencies)
const wanted = (given: Partial<Wanted>): Wanted => ({
  uscc: null,
  license_no: null,
  name: null,
  district_code: null,
  ...given,
})

describe('AgencyIndex', () => {
  const found: [string, Partial<Wanted>, number | null, string | null][] = [
    ['by code', { uscc: '91110105CXJG000159' }, 1, 'uscc'],
    [
      'by code, whatever license and name say',
      { uscc: '91110105CXJG000159', license_no: 'L-2', name: '乙样例公司' },
      1,
      'uscc',
    ],
    ['by license when no code is given', { license_no: 'L-2', name: '甲样例公司' }, 2, 'license_no'],
    [
      'by license when the code is not on file',
      { uscc: '12110106CXJG0004XA', license_no: 'L-3' },
      3,
      'license_no',
    ],
    ['by name', { name: '乙样例公司' }, 2, 'name'],
    ['by name in another spelling', { name: '丁样例(集团) 公司' }, 5, 'name'],
    ['by name within the district', { name: '丙样例公司', district_code: '110108' }, 4, 'name'],
    ['nobody by name in a district without it', { name: '甲样例公司', district_code: '110108' }, null, null],
    ['nobody by a part of a name', { name: '甲样例' }, null, null],
    ['nobody by nothing', {}, null, null],
    [
      'nobody by name when the code on file is another',
      { uscc: '12110106CXJG0004XA', name: '甲样例公司' },
      null,
      null,
    ],
    [
      'by name the one without a code when the row brings a code',
      { uscc: '12110106CXJG0004XA', name: '丙样例公司', district_code: '110105' },
      3,
      'name',
    ],
  ]
  it.each(found)('finds %s', (_, given, id, by) => {
    const match = index.find(wanted(given))
    expect('fault' in match ? match.fault.code : [match.agency?.id ?? null, match.by]).toEqual([id, by])
  })

  it.each([
    ['in two districts', { name: '丙样例公司' }, '丙样例公司（L-3）、丙样例公司（4）'],
    ['in one district', { name: '戊样例公司', district_code: '110105' }, '戊样例公司（6）、戊样例公司（7）'],
  ])('refuses a name that two agencies bear %s, and names both', (_, given, matches) => {
    expect(index.find(wanted(given))).toEqual({
      fault: { code: 'CX1051', params: { value: given.name, matches } },
    })
  })

  it('offers the nearest names and codes of what it does not find', () => {
    expect(index.nearestTo(wanted({ name: '甲样倒公司' }))).toBe('甲样例公司')
    expect(index.nearestTo(wanted({ uscc: '91110105CXJG000158' }))).toBe(
      '91110105CXJG000159、91110101CXJG000315、91110108CXJG00023F',
    )
    expect(index.nearestTo(wanted({}))).toBe('')
  })

  it('tells who holds a license', () => {
    expect(index.holderOfLicense('L-3')?.id).toBe(3)
    expect(index.holderOfLicense('L-9')).toBe(undefined)
  })
})
