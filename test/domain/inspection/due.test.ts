// Who is to be inspected, and the share of them that was.
import { describe, expect, it } from 'vitest'
import { coverage, endDays, notDue } from '../../../src/domain/inspection/due.ts'
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

describe('a license that ended later', () => {
  const gone = { ...licensed, license_status: 'cancelled' as const, valid_to: '2014-01-01' }
  it.each([
    ['the day after', gone, '2013-07-01', null],
    ['that day', gone, '2013-06-30', 'cancelled'],
    ['no day known', gone, null, 'cancelled'],
    ['revoked the day after', { ...gone, license_status: 'revoked' as const }, '2013-07-01', null],
    ['run out before', { ...gone, valid_to: '2013-06-29' }, '2013-07-01', 'expired'],
    ['without an end', { ...gone, valid_to: null }, '2013-07-01', 'unknown'],
    ['issued later still', { ...gone, issued_on: '2013-07-01' }, '2013-07-02', 'not_issued'],
    ['public', { ...gone, kind: 'public' as const }, '2013-07-01', null],
  ])('on 30 June: %s', (_, agency, ended, wanted) => {
    expect(notDue(agency, '2013-06-30', ended)).toBe(wanted)
  })

  it('ended on the last day on record of the end that is stated', () => {
    const ends = [
      { agency_id: 1, status: 'cancelled' as const, on: '2013-07-05' },
      { agency_id: 1, status: 'cancelled' as const, on: '2013-03-01' },
      { agency_id: 1, status: 'revoked' as const, on: '2013-09-01' },
      { agency_id: 2, status: 'cancelled' as const, on: '2013-07-05' },
      { agency_id: null, status: 'revoked' as const, on: '2013-07-05' },
      { agency_id: 9, status: 'revoked' as const, on: '2013-07-05' },
    ]
    const all = [gone, { ...gone, id: 2, license_status: 'valid' as const }]
    expect([...endDays(all, ends)]).toEqual([[1, '2013-07-05']])
    const { to_inspect, missing } = coverage([gone], new Set(), endDays(all, ends), '2013-06-30')
    expect([to_inspect, missing.map(a => a.id)]).toEqual([1, [1]])
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
    const { missing, ...counts } = coverage(all, new Set([2, 3]), new Map(), '2013-06-30')
    expect(counts).toEqual({ to_inspect: 2, inspected: 1, license_unknown: 1 })
    expect(missing.map(a => a.id)).toEqual([1])
  })
})
