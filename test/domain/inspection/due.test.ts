// Who is to be inspected, and the share of them that was.
import { describe, expect, it } from 'vitest'
import { coverage, notDue } from '../../../src/domain/inspection/due.ts'
import type { Agency } from '../../../src/domain/roster/agency.ts'

const licensed = {
  id: 1,
  kind: 'for_profit',
  license_no: 'L1',
  license_status: null,
  issued_on: null,
  valid_to: '2013-06-30',
} as unknown as Agency

describe('to be inspected', () => {
  it.each([
    ['on the last day of the license', licensed, '2013-06-30', null],
    ['the day after', licensed, '2013-07-01', 'expired'],
    ['a stated end', { ...licensed, license_status: 'revoked' as const }, '2013-01-01', 'revoked'],
    ['the day before it was issued', { ...licensed, issued_on: '2013-03-02' }, '2013-03-01', 'not_issued'],
    ['the day it was issued', { ...licensed, issued_on: '2013-03-02' }, '2013-03-02', null],
    ['nothing tells', { ...licensed, valid_to: null }, '2013-01-01', 'unknown'],
    [
      'public without a license',
      { ...licensed, kind: 'public' as const, license_no: null, valid_to: null },
      '2013-01-01',
      null,
    ],
    ['public with an expired one', { ...licensed, kind: 'public' as const }, '2013-07-01', 'expired'],
  ])('%s', (_, agency, day, wanted) => {
    expect(notDue(agency, day)).toBe(wanted)
  })
})

describe('coverage', () => {
  it('counts those due, and not who was inspected without being due', () => {
    const all = [
      licensed,
      { ...licensed, id: 2 },
      { ...licensed, id: 3, license_status: 'cancelled' as const },
      { ...licensed, id: 4, valid_to: null },
    ]
    const { missing, ...counts } = coverage(all, new Set([2, 3]), '2013-06-30')
    expect(counts).toEqual({ to_inspect: 2, inspected: 1, license_unknown: 1 })
    expect(missing.map(a => a.id)).toEqual([1])
  })
})
