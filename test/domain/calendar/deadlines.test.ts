// How near a deadline is, and when a publicity before it has to open.

import { describe, expect, it } from 'vitest'
import { deadlineMark, dueDay, planOpening } from '../../../src/domain/calendar/deadlines.ts'
import { calendar } from '../fixtures.ts'

it.each([
  [8, 'ahead'],
  [7, 'T-7'],
  [2, 'T-7'],
  [1, 'T-1'],
  [0, 'today'],
  [-1, 'late'],
])('%i days before, it is %s', (days, mark) => {
  expect(deadlineMark(days)).toBe(mark)
})

it('a deadline is due on its day of the year, day off or not', () => {
  expect(dueDay({ month_day: '11-05' }, 2016)).toBe('2016-11-05')
  expect(calendar.isWorkingDay('2016-11-05')).toBe(false)
})

describe('an opening', () => {
  const rules = { working_days: 5, count_first_day: true, clause: 'default' }

  it('is planned by both ways of counting, to be closed on the day due', () => {
    // 4 and 1 November, 31, 30 and 29 October; closed on the 5th.
    expect(planOpening(calendar, rules, '2013-11-05', '2013-10-29')).toEqual({
      working_days: 5,
      count_first_day: true,
      last_day_to_open: { first_day_counted: '2013-10-29', first_day_not_counted: '2013-10-28' },
      days_left: { first_day_counted: 0, first_day_not_counted: -1 },
      missing_year: null,
    })
  })

  it('is not told without a year on which it depends, for the way that depends on it', () => {
    const none = { first_day_counted: null, first_day_not_counted: null }
    expect(planOpening(calendar, rules, '2027-11-05', '2027-11-01')).toMatchObject({
      ...{ last_day_to_open: none, days_left: none, missing_year: '2027' },
    })
    // 4 to 10 January 2007 are five working days; one more is of 2006.
    expect(planOpening(calendar, rules, '2007-01-11', '2007-01-01')).toMatchObject({
      last_day_to_open: { first_day_counted: '2007-01-04', first_day_not_counted: null },
      missing_year: '2006',
    })
  })
})
