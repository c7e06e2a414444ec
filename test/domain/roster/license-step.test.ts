// What stands against a step of a license, by the license as it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LicenseStatus } from '../../../src/domain/roster/agency.ts'
import { type LicenseStep, licenseEvent, licenseFaults } from '../../../src/domain/roster/license-step.ts'
import { agency } from '../fixtures.ts'

const TODAY = '2013-11-04'

type License = [no: string | null, status: LicenseStatus | null, validTo: string | null]

const held: License = ['X1', 'valid', '2014-03-11']
const faults = (step: LicenseStep, [license_no, license_status, valid_to]: License, said = {}) =>
  licenseFaults(
    step,
    agency({ license_no, license_status, valid_to, issued_on: '2009-03-12' }),
    { decided_on: TODAY, ...said },
    TODAY,
  ).map(f => `${f.fault.code} ${f.key}`)

describe('issuing', () => {
  it.each([
    ['none', [null, null, null], []],
    ['none, as public bodies state 有效', [null, 'valid', null], []],
    ['in force', held, ['CX1134 agency']],
    ['in force on its last day', ['X1', 'valid', TODAY], ['CX1134 agency']],
    ['of which nothing else is known', ['X1', null, null], ['CX1134 agency']],
    ['suspended', ['X1', 'suspended', '2014-03-11'], ['CX1134 agency']],
    ['run out', ['X1', 'valid', '2013-11-03'], []],
    ['stated run out', ['X1', 'expired', null], []],
    ['cancelled', ['X1', 'cancelled', '2014-03-11'], []],
    ['revoked', ['X1', 'revoked', '2014-03-11'], []],
  ] as [string, License, string[]][])('over a license: %s', (_, license, wanted) => {
    expect(faults('issue', license)).toEqual(wanted)
  })

  it('with tasks due before it', () => {
    expect(licenseFaults('issue', null, { decided_on: TODAY, tasks_due: '2013-11-03' }, TODAY)).toHaveLength(
      1,
    )
    expect(licenseFaults('issue', null, { decided_on: TODAY, tasks_due: TODAY }, TODAY)).toEqual([])
  })
})

describe.each(['change', 'renew', 'cancel'] as const)('to %s', step => {
  const later = { valid_to: '2099-01-01' }
  it.each([
    ['none', [null, null, null], ['CX1135 agency']],
    ['in force', held, []],
    ['run out', ['X1', 'valid', '2013-11-03'], []],
    ['suspended', ['X1', 'suspended', '2014-03-11'], []],
    ['cancelled', ['X1', 'cancelled', '2014-03-11'], ['CX1136 agency']],
    ['revoked', ['X1', 'revoked', '2014-03-11'], ['CX1136 agency']],
  ] as [string, License, string[]][])('a license: %s', (_, license, wanted) => {
    expect(faults(step, license, later)).toEqual(wanted)
  })

  it('before it was issued', () => {
    expect(faults(step, held, { ...later, decided_on: '2009-03-11' })).toEqual(['CX1037 decided_on'])
    expect(faults(step, held, { ...later, decided_on: '2009-03-12' })).toEqual([])
  })
})

describe('renewing', () => {
  const day = fc
    .date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(date => date.toISOString().slice(0, 10))

  it('is refused exactly to a day that is not later than the present one', () => {
    fc.assert(
      fc.property(day, day, (present, valid_to) => {
        const found = faults('renew', ['X1', 'valid', present], { valid_to })
        expect(found).toEqual(valid_to > present ? [] : ['CX1137 valid_to'])
      }),
      { seed: 1 },
    )
  })

  it('of a license without an end is refused, of one whose end is unknown it is not', () => {
    expect(faults('renew', ['X1', 'valid', '9999-12-31'], { valid_to: '9999-12-31' })).toHaveLength(1)
    expect(faults('renew', ['X1', 'valid', null], { valid_to: '2014-01-01' })).toEqual([])
  })
})

it('a step is kept with the license as it is after it; its end only where the step sets one', () => {
  const after = { license_no: 'X1', license_issuer: '局', valid_to: '2016-10-31', phone: '1' }
  const said = { decided_on: TODAY, reason: null, tasks_due: TODAY }
  const event = (step: LicenseStep) => licenseEvent(step, said, after)
  expect(event('issue')).toMatchObject({ kind: 'issue', license_no: 'X1', valid_to: '2016-10-31' })
  expect(event('renew').valid_to).toBe('2016-10-31')
  expect([event('change').valid_to, event('cancel').valid_to]).toEqual([null, null])
  expect(Object.keys(event('issue'))).not.toContain('phone')
  expect(Object.keys(event('issue'))).not.toContain('tasks_due')
})
