// Periods of publicity and planning back from a day due. The days are counted here by hand from the yearly notices, and
// once more by walking the days.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDayToOpen, publicityPeriod } from '../../../src/domain/calendar/publicity-days.ts'
import { WorkingCalendar } from '../../../src/domain/calendar/working-days.ts'
import { calendar } from '../fixtures.ts'

/** Opened on, days by the first way (first day counted), days by the second; months and days, the last ends it. */
const PERIODS: [holiday: string, opens: string, counted: string, notCounted: string][] = [
  [
    'none: the consultation of Zhoushan, a Thursday',
    '2019-05-30',
    '2019-05-30 2019-05-31 2019-06-03 2019-06-04 2019-06-05',
    // Dragon Boat Festival is on Friday 06-07.
    '2019-05-31 2019-06-03 2019-06-04 2019-06-05 2019-06-06',
  ],
  [
    'Spring Festival 2013: off 02-09 to 02-15, Saturday 16 and Sunday 17 made up',
    '2013-02-07',
    '2013-02-07 2013-02-08 2013-02-16 2013-02-17 2013-02-18',
    '2013-02-08 2013-02-16 2013-02-17 2013-02-18 2013-02-19',
  ],
  [
    'Spring Festival 2019: Saturday 02-02 and Sunday 03 made up before, off 04 to 10',
    '2019-02-01',
    '2019-02-01 2019-02-02 2019-02-03 2019-02-11 2019-02-12',
    '2019-02-02 2019-02-03 2019-02-11 2019-02-12 2019-02-13',
  ],
  [
    'Spring Festival 2020 as it was lengthened: off 01-24 to 02-02',
    '2020-01-22',
    '2020-01-22 2020-01-23 2020-02-03 2020-02-04 2020-02-05',
    '2020-01-23 2020-02-03 2020-02-04 2020-02-05 2020-02-06',
  ],
  [
    'Spring Festival 2020: the Sunday 01-19 made up before it',
    '2020-01-17',
    '2020-01-17 2020-01-19 2020-01-20 2020-01-21 2020-01-22',
    '2020-01-19 2020-01-20 2020-01-21 2020-01-22 2020-01-23',
  ],
  [
    'National Day 2013: Sunday 09-29 made up, off 10-01 to 07',
    '2013-09-26',
    '2013-09-26 2013-09-27 2013-09-29 2013-09-30 2013-10-08',
    '2013-09-27 2013-09-29 2013-09-30 2013-10-08 2013-10-09',
  ],
  [
    'New Year 2013: off 01-01 to 03, Saturday 5 and Sunday 6 made up',
    '2012-12-28',
    '2012-12-28 2012-12-31 2013-01-04 2013-01-05 2013-01-06',
    '2012-12-31 2013-01-04 2013-01-05 2013-01-06 2013-01-07',
  ],
  [
    'New Year 2019: Saturday 12-29 made up, off 12-30 to 01-01',
    '2018-12-27',
    '2018-12-27 2018-12-28 2018-12-29 2019-01-02 2019-01-03',
    '2018-12-28 2018-12-29 2019-01-02 2019-01-03 2019-01-04',
  ],
  // Opened on a day off: the next working day is the first that counts, whichever way.
  [
    'opened in the holiday of National Day 2013; Saturday 10-12 made up',
    '2013-10-03',
    '2013-10-08 2013-10-09 2013-10-10 2013-10-11 2013-10-12',
    '2013-10-08 2013-10-09 2013-10-10 2013-10-11 2013-10-12',
  ],
]

describe('a publicity of five working days', () => {
  it.each(PERIODS)('%s: opened on %s', (_, opens, counted, notCounted) => {
    for (const [days, first] of [
      [counted.split(' '), true],
      [notCounted.split(' '), false],
    ] as const) {
      const expected = { first_day: opens, last_day: days[4], counted: days }
      expect(publicityPeriod(calendar, opens, 5, first)).toEqual(expected)
    }
  })

  it.each([
    ['2026-12-25', true, null],
    ['2026-12-25', false, '2027'],
    ['2026-12-28', true, '2027'],
    ['2006-12-30', true, '2006'],
    ['2006-12-31', false, null],
    ['2030-03-01', true, '2030'],
  ])('opened on %s, first day counted %s: needs %s', (opens, first, missing) => {
    const found = publicityPeriod(calendar, opens, 5, first)
    if (missing === null) expect(found).toHaveProperty('last_day')
    else expect(found).toEqual({ missingYear: missing })
  })
})

describe('the last day to open', () => {
  it.each([
    // Tuesday 11-05: 5, 4, 1 November, 31, 30 October; one more: the 29th.
    ['2013-11-05', '2013-10-30', '2013-10-29'],
    ['2022-12-20', '2022-12-14', '2022-12-13'],
    ['2023-02-28', '2023-02-22', '2023-02-21'],
    // A Friday: the Monday of its week, or the Friday before; a weekend between is no day to open on.
    ['2013-12-20', '2013-12-16', '2013-12-13'],
    // Due in the holiday of National Day: 30, 29 (Sunday made up), 27, 26, 25 September.
    ['2013-10-05', '2013-09-25', '2013-09-24'],
    // 17 and 16 February made up, the week before off: 17, 16, 8, 7, 6.
    ['2013-02-17', '2013-02-06', '2013-02-05'],
    // 3 and 2 January, then 29 (Saturday made up), 28 and 27 December.
    ['2019-01-03', '2018-12-27', '2018-12-26'],
  ])('before %s is %s where the first day counts, else %s', (due, counted, not) => {
    expect(lastDayToOpen(calendar, due, 5, true)).toEqual({ day: counted })
    expect(lastDayToOpen(calendar, due, 5, false)).toEqual({ day: not })
  })

  it.each([
    ['2027-11-05', '2027'],
    // 5 and 4 January, then New Year 2007 and a year without a notice.
    ['2007-01-05', '2006'],
  ])('before %s is not told without %s', (due, missingYear) => {
    expect(lastDayToOpen(calendar, due, 5, true)).toEqual({ missingYear })
  })

  it('does not jump over a year in the middle', () => {
    const gap = new WorkingCalendar([2013, 2015], [])
    expect(lastDayToOpen(gap, '2015-01-06', 5, true)).toEqual({ missingYear: '2014' })
  })
})

describe('both together', () => {
  const start = Date.UTC(2008, 1, 1) / 86_400_000
  const day = (k: number) => new Date((start + k) * 86_400_000).toISOString().slice(0, 10)
  const works = (d: string) => calendar.isWorkingDay(d) === true
  const offset = fc.integer({ min: 120, max: 6000 })
  const length = fc.integer({ min: 1, max: 40 })
  const last = (opens: string, n: number, first: boolean) => {
    const found = publicityPeriod(calendar, opens, n, first)
    return 'last_day' in found ? found.last_day : 'unknown'
  }

  it('are inverse on working days', () => {
    fc.assert(
      fc.property(offset, length, fc.boolean(), (k, n, first) => {
        fc.pre(works(day(k)))
        expect(lastDayToOpen(calendar, last(day(k), n, first), n, first)).toEqual({ day: day(k) })
      }),
      { seed: 1 },
    )
  })

  it('differ by one working day between the two ways of counting', () => {
    fc.assert(
      fc.property(offset, length, (k, n) => {
        fc.pre(works(day(k)))
        let next = k + Math.round((Date.parse(last(day(k), n, true)) - Date.parse(day(k))) / 86_400_000) + 1
        while (!works(day(next))) next++
        expect(last(day(k), n, false)).toBe(day(next))
        expect(last(day(k), n + 1, true)).toBe(day(next))
      }),
      { seed: 1 },
    )
  })

  it('opening is the latest that ends in time: found by trying every day back from the day due', () => {
    fc.assert(
      fc.property(offset, length, fc.boolean(), (k, n, first) => {
        let opens = k
        while (!works(day(opens)) || last(day(opens), n, first) > day(k)) opens--
        expect(lastDayToOpen(calendar, day(k), n, first)).toEqual({ day: day(opens) })
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})
