// Working days by the State Council's notices. The facts are written out here from the yearly notices, day by day.

import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WorkingCalendar } from '../../../src/domain/calendar/working-days.ts'
import { countedFrom } from '../../../src/domain/records/complaint-limit.ts'
import { readShippedCalendar } from '../../../src/schemes/library.ts'

fc.configureGlobal({ seed: 20131031 })

const shipped = readShippedCalendar(join(import.meta.dirname, '..', '..', '..', 'src', 'schemes'))
const calendar = new WorkingCalendar(shipped.years, shipped.days)

describe('isWorkingDay by the shipped calendar', () => {
  it.each([
    ['2013-10-31', true, 'a Thursday'],
    ['2013-11-02', false, 'a Saturday'],
    ['2013-11-03', false, 'a Sunday'],
    ['2013-02-08', true, 'the Friday before Spring Festival'],
    ['2013-02-09', false, 'New Year’s Eve of the Spring Festival'],
    ['2013-02-15', false, 'its last day off, a Friday'],
    ['2013-02-16', true, 'a Saturday made up'],
    ['2013-02-17', true, 'a Sunday made up'],
    ['2013-09-29', true, 'the Sunday made up before National Day'],
    ['2013-10-01', false, 'National Day'],
    ['2013-10-07', false, 'its last day off, a Monday'],
    ['2013-10-12', true, 'the Saturday made up after it'],
    ['2013-10-13', false, 'the Sunday after, not made up'],
    ['2019-06-07', false, 'Dragon Boat Festival, a Friday'],
    ['2008-10-03', false, 'National Day week'],
    ['2007-12-29', true, 'a Saturday of 2007 made up by the notice for 2008'],
    ['2007-12-31', false, 'a Monday of 2007 off by the notice for 2008'],
    ['2011-12-31', true, 'a Saturday of 2011 made up by the notice for 2012'],
    ['2015-09-03', false, 'the one-time day off of 2015, a Thursday'],
    ['2015-09-06', true, 'the Sunday made up for it'],
    ['2020-01-31', false, 'the Friday of the lengthened Spring Festival of 2020'],
    ['2020-02-02', false, 'its last day, a Sunday'],
    ['2020-02-03', true, 'the Monday after it'],
  ])('%s: %s (%s)', (day, works) => {
    expect(calendar.isWorkingDay(day)).toBe(works)
  })

  it.each(['2006-12-29', '2006-12-30', '2027-01-04', '1999-06-01'])('does not know %s: no notice', day => {
    expect(calendar.isWorkingDay(day)).toBe(null)
  })

  it('has a notice for each year from 2007 to 2026', () => {
    expect(shipped.years.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 2007 + i))
  })

  it('names no day twice', () => {
    const days = shipped.days.map(d => d.day)
    expect(days.filter((day, i) => days.indexOf(day) !== i)).toEqual([])
  })

  it('makes up only weekends; a Monday stands there once, when the notice of 2020 was changed', () => {
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
    const worked = shipped.days.filter(d => d.kind === 'work' && ![0, 6].includes(weekday(d.day)))
    expect(worked.map(d => d.day)).toEqual(['2020-02-03'])
  })
})

describe('addWorkingDays', () => {
  it.each([
    // Zhoushan's consultation: Thursday to Wednesday, first day counted.
    ['2019-05-30', 5, true, '2019-06-05', '2019-05-30 2019-05-31 2019-06-03 2019-06-04 2019-06-05'],
    ['2019-05-30', 5, false, '2019-06-06', '2019-05-31 2019-06-03 2019-06-04 2019-06-05 2019-06-06'],
    // Spring Festival 2013: off 02-09 to 02-15, made up on Saturday 16 and Sunday 17.
    ['2013-02-07', 5, true, '2013-02-18', '2013-02-07 2013-02-08 2013-02-16 2013-02-17 2013-02-18'],
    ['2013-02-08', 1, false, '2013-02-16', '2013-02-16'],
    // National Day 2013: Sunday 09-29 made up, off 10-01 to 10-07, Saturday 10-12 made up.
    ['2013-09-27', 5, true, '2013-10-09', '2013-09-27 2013-09-29 2013-09-30 2013-10-08 2013-10-09'],
    ['2013-10-08', 5, true, '2013-10-12', '2013-10-08 2013-10-09 2013-10-10 2013-10-11 2013-10-12'],
    // A first day that is no working day does not count.
    ['2013-11-02', 1, true, '2013-11-04', '2013-11-04'],
    ['2013-10-01', 2, true, '2013-10-09', '2013-10-08 2013-10-09'],
    // Over the end of the year: 2014-01-01 is off.
    ['2013-12-30', 3, true, '2014-01-02', '2013-12-30 2013-12-31 2014-01-02'],
  ])('%s and %i working days, first counted: %s, ends on %s', (start, n, countFirst, end, counted) => {
    expect(calendar.addWorkingDays(start, n, countFirst)).toEqual({ day: end, counted: counted.split(' ') })
  })

  it.each([
    ['2026-12-30', 5],
    ['2026-12-31', 1],
    ['2027-03-01', 1],
    ['2006-12-20', 2],
  ])('gives no answer from %s for %i days: the count needs a year without a notice', (start, n) => {
    expect(calendar.addWorkingDays(start, n)).toBe(null)
  })

  it('answers up to the last day of the last notice', () => {
    expect(calendar.addWorkingDays('2026-12-30', 1)?.day).toBe('2026-12-31')
  })

  it('has no answer past the last day there is', () => {
    const last = new WorkingCalendar([9999], [])
    expect(last.addWorkingDays('9999-12-29', 1)?.day).toBe('9999-12-30')
    expect(last.addWorkingDays('9999-12-30', 1)).toBe(null)
    const limit = { days: null, workingDays: 5 }
    expect(countedFrom('9999-12-30', limit, last)).toEqual({ missingYear: '9999' })
    expect(last.addWorkingDays('9999-12-31', 1)).toBe(null)
  })

  it('refuses a year in the middle that is not loaded', () => {
    const gap = new WorkingCalendar([2013, 2015], [])
    expect(gap.addWorkingDays('2013-12-27', 1)?.day).toBe('2013-12-30')
    expect(gap.addWorkingDays('2013-12-31', 1)).toBe(null)
  })

  it('counts as many working days as asked, in order, all worked, none left out between', () => {
    const start = Date.UTC(2008, 0, 1) / 86_400_000
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 70 }), fc.boolean(), (off, n, countFirst) => {
        const text = (k: number) => new Date((start + k) * 86_400_000).toISOString().slice(0, 10)
        const special = new Map(shipped.days.map(d => [d.day, d.kind]))
        const works = (day: string) => {
          const date = new Date(`${day}T00:00:00Z`).getUTCDay()
          return special.has(day) ? special.get(day) === 'work' : date !== 0 && date !== 6
        }
        const expected: string[] = []
        for (let k = countFirst ? off : off + 1; expected.length < n; k++)
          if (works(text(k))) expected.push(text(k))
        expect(calendar.addWorkingDays(text(off), n, countFirst)).toEqual({
          day: expected.at(-1),
          counted: expected,
        })
      }),
    )
  })
})
