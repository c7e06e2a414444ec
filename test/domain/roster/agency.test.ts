// The license on a day, for-profit or public by the words of the ownership, and the roster's columns.

import { describe, expect, it } from 'vitest'
import {
  isUnlicensedPublic,
  kindOfOwnership,
  type LicenseStatus,
  licenseStatusOn,
} from '../../../src/domain/roster/agency.ts'

describe('licenseStatusOn 2013-10-31', () => {
  const cases: [LicenseStatus | null, string | null, LicenseStatus | null][] = [
    ['valid', '2014-03-11', 'valid'],
    ['valid', '2013-10-31', 'valid'],
    ['valid', '2013-10-30', 'expired'],
    ['valid', null, 'valid'],
    [null, '2013-10-31', 'valid'],
    [null, '2013-10-30', 'expired'],
    [null, null, null],
    ['expired', '2013-10-07', 'expired'],
    ['expired', null, 'expired'],
    ['cancelled', '2014-03-11', 'cancelled'],
    ['revoked', '2014-03-11', 'revoked'],
    ['suspended', '2014-03-11', 'suspended'],
    ['suspended', '2012-01-01', 'suspended'],
  ]
  it.each(cases)('stated %s, valid to %s: %s', (license_status, valid_to, status) => {
    expect(licenseStatusOn({ license_status, valid_to }, '2013-10-31')).toBe(status)
  })
})

describe('kindOfOwnership', () => {
  it.each([
    ['事业单位', 'public'],
    ['参公事业单位', 'public'],
    ['机关', 'public'],
    ['民营企业', 'for_profit'],
    ['国有企业', 'for_profit'],
    ['外商独资企业', 'for_profit'],
    ['中外合资', 'for_profit'],
    ['民办非企业', 'for_profit'],
    ['个体工商户', 'for_profit'],
    ['股份有限公司', 'for_profit'],
    ['其他', null],
    ['', null],
    [null, null],
  ] as const)('%s is %s', (ownership, kind) => {
    expect(kindOfOwnership(ownership)).toBe(kind)
  })
})

describe('isUnlicensedPublic', () => {
  it.each([
    ['public', null, true],
    ['public', '样例人服证字110105第0001号', false],
    ['for_profit', null, false],
    ['for_profit', '样例人服证字110105第0001号', false],
  ] as const)('a %s body with license %s: %s', (kind, license_no, is) => {
    expect(isUnlicensedPublic({ kind, license_no })).toBe(is)
  })
})
