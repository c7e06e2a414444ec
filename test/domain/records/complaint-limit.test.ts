// Limits of complaints. Days are counted by hand with the notices for 2013: 19-21 September off and 22 worked,
// 1-7 October off, 29 September and 12 October worked.
import { describe, expect, it } from 'vitest'
import { countedFrom, dueDay, isOverdue, limitOf } from '../../../src/domain/records/complaint-limit.ts'
import { calendar } from '../fixtures.ts'

const RULES = { calendar, complaintLimit: 60 }
const from = (received_on: string, given: object = {}) => ({
  received_on,
  accepted_on: null,
  due_on: null,
  ...given,
})

describe('the limit', () => {
  it.each([
    ['as stated', from('2013-07-01', { due_on: '2013-07-02' }), '2013-07-02', 'stated'],
    [
      'by default, from acceptance',
      from('2013-06-28', { accepted_on: '2013-07-01' }),
      '2013-09-24',
      'default',
    ],
    ['by default, from receipt', from('2013-07-01'), '2013-09-24', 'default'],
    ['of a year without a calendar', from('2006-03-01'), null, 'unknown'],
  ] as const)('%s', (_, one, limit_on, limit) => {
    expect(limitOf(one, () => RULES, '2013-11-04')).toEqual({ limit_on, limit })
  })

  it('that cannot be told surely lies later within as many calendar days', () => {
    const one = from('2006-03-01')
    expect(dueDay(one, RULES, '2006-04-29')).toBe('later')
    expect(dueDay(one, RULES, '2006-04-30')).toBeNull()
    expect(limitOf(one, () => RULES, '2006-04-29')).toEqual({ limit_on: null, limit: 'unknown' })
  })
})

describe('overdue', () => {
  const open = { closed_on: null, duplicate_of: null }
  it.each([
    ['the day after its limit', { ...from('2013-07-01'), ...open }, '2013-09-25', true],
    ['not on the last day', { ...from('2013-07-01'), ...open }, '2013-09-24', false],
    ['by the stated day', { ...from('2013-07-01', { due_on: '2013-07-10' }), ...open }, '2013-07-11', true],
    ['not when closed', { ...from('2013-07-01'), ...open, closed_on: '2013-10-01' }, '2013-11-04', false],
    ['not when a duplicate', { ...from('2013-07-01'), ...open, duplicate_of: 'X' }, '2013-11-04', false],
    ['nobody knows', { ...from('2006-03-01'), ...open }, '2013-11-04', null],
    ['surely not yet', { ...from('2006-03-01'), ...open }, '2006-04-01', false],
  ] as const)('%s', (_, one, today, wanted) => {
    expect(isOverdue(one, today, () => RULES)).toBe(wanted)
  })

  it('a stated day asks for no calendar', () => {
    const one = { ...from('2013-07-01', { due_on: '2013-07-10' }), ...open }
    const never = () => {
      throw new Error('asked')
    }
    expect(isOverdue(one, '2013-11-04', never)).toBe(true)
  })
})

describe('counting from a day', () => {
  it.each([
    ['2013-10-11', { days: 5, workingDays: null }, '2013-10-16'],
    ['2013-10-11', { days: null, workingDays: 5 }, '2013-10-17'],
    ['2013-09-30', { days: null, workingDays: 1 }, '2013-10-08'],
    ['2013-12-31', { days: 1, workingDays: null }, '2014-01-01'],
    ['2013-12-31', { days: null, workingDays: 1 }, '2014-01-02'],
  ] as const)('%s and %o is %s', (day, count, wanted) => {
    expect(countedFrom(day, count, calendar)).toEqual({ day: wanted })
  })

  it.each([
    ['2026-12-20', 30, '2027'],
    ['2006-05-01', 1, '2006'],
  ])('%s and %i working days needs the calendar of a year that is not loaded', (day, workingDays, year) => {
    expect(countedFrom(day, { days: null, workingDays }, calendar)).toEqual({ missingYear: year })
  })
})
