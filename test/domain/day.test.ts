// Calendar days: written forms, impossible and ambiguous days, months with clamping, windows.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  isDay,
  isWithin,
  monthsWindow,
  parseDay,
  weekday,
} from '../../src/domain/day.ts'

fc.configureGlobal({ seed: 20131031 })

describe('parseDay', () => {
  it.each([
    ['2012-04-09', '2012-04-09'],
    ['2012-4-9', '2012-04-09'],
    ['2012/4/9', '2012-04-09'],
    ['2012/04/09', '2012-04-09'],
    ['2012.4.9', '2012-04-09'],
    ['20120409', '2012-04-09'],
    ['2012年4月9日', '2012-04-09'],
    ['2012年04月09日', '2012-04-09'],
    ['2012-02-29', '2012-02-29'],
    ['2000/2/29', '2000-02-29'],
    ['2013-12-31', '2013-12-31'],
    ['1900-01-01', '1900-01-01'],
    ['2999-12-31', '2999-12-31'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text)).toEqual({ day })
  })

  it.each([
    '2013-02-29',
    '1900-02-29',
    '2013-13-01',
    '2013-00-10',
    '2013-04-31',
    '2013/6/31',
    '2013.1.0',
    '20130229',
    '20131301',
    '2013年2月30日',
    '1899-12-31',
    '00000000',
  ])('says that no day %s exists', text => {
    expect(parseDay(text)).toBe('day')
  })

  it.each([
    '12/4/9',
    '4/9/2012',
    '9.4.2012',
    '12-04-09',
    '2012-04',
    '2012',
    '2012-4/9',
    '2012/4-9',
    '2012年4月9',
    '4月9日',
    '201249',
    '2012049',
    '2012-04-09T00:00:00',
    '2012-04-09 ',
    ' 2012-04-09',
    '41008',
    '2012-Apr-9',
    '２０１２-04-09',
    '',
    '今天',
  ])('guesses nothing from "%s"', text => {
    expect(parseDay(text)).toBe('form')
  })

  it('reads every form of every day between 1900 and 2999 as that day', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000
    const last = Date.UTC(2999, 11, 31) / 86_400_000
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), n => {
        const day = new Date(n * 86_400_000).toISOString().slice(0, 10)
        const [y, m, d] = day.split('-')
        const forms = [
          day,
          `${y}/${Number(m)}/${Number(d)}`,
          `${y}.${m}.${d}`,
          `${y}${m}${d}`,
          `${y}年${m}月${d}日`,
        ]
        for (const form of forms) expect(parseDay(form)).toEqual({ day })
        expect(isDay(day)).toBe(true)
      }),
    )
  })
})

describe('isDay and dayOf', () => {
  it.each([
    ['2013-10-31', true],
    ['2013-2-3', false],
    ['2013-02-29', false],
    ['2013/10/31', false],
    ['20131031', false],
    ['', false],
  ])('isDay(%s) is %s', (text, is) => {
    expect(isDay(text)).toBe(is)
  })

  it.each([
    [2012, 2, 29, '2012-02-29'],
    [2013, 2, 29, null],
    [2013, 1, 1, '2013-01-01'],
    [2013, 12, 32, null],
    [2013, 13, 1, null],
    [2013, 0, 1, null],
  ])('dayOf(%i, %i, %i) is %s', (year, month, date, day) => {
    expect(dayOf(year, month, date)).toBe(day)
  })
})

describe('addMonths', () => {
  it.each([
    ['2013-10-31', -24, '2011-10-31'],
    ['2013-10-31', -12, '2012-10-31'],
    ['2013-10-31', -1, '2013-09-30'],
    ['2013-10-31', -8, '2013-02-28'],
    ['2012-10-31', -8, '2012-02-29'],
    ['2013-03-31', -1, '2013-02-28'],
    ['2012-02-29', -12, '2011-02-28'],
    ['2012-02-29', 12, '2013-02-28'],
    ['2012-02-29', 48, '2016-02-29'],
    ['2012-02-29', -1, '2012-01-29'],
    ['2010-10-31', 36, '2013-10-31'],
    ['2010-11-01', 36, '2013-11-01'],
    ['2013-01-15', -1, '2012-12-15'],
    ['2012-12-15', 1, '2013-01-15'],
    ['2013-05-31', 0, '2013-05-31'],
    ['2013-01-31', 1, '2013-02-28'],
    ['9999-11-30', 1, '9999-12-30'],
    ['9999-12-01', 1, '9999-12-31'],
    ['9998-10-28', 24, '9999-12-31'],
    ['9999-12-31', 12, '9999-12-31'],
    ['9999-12-31', -12, '9998-12-31'],
  ])('%s plus %i months is %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result)
  })
})

describe('addDays, daysBetween and weekday', () => {
  it.each([
    ['2012-02-28', 1, '2012-02-29'],
    ['2013-02-28', 1, '2013-03-01'],
    ['2013-01-01', -1, '2012-12-31'],
    ['2013-10-31', 365, '2014-10-31'],
    ['2013-10-31', 0, '2013-10-31'],
    ['9999-12-30', 1, '9999-12-31'],
    ['9999-12-31', 1, '9999-12-31'],
    ['9999-12-31', -1, '9999-12-30'],
    ['2013-10-31', 2_000_000_000, '9999-12-31'],
    ['2013-10-31', 99_999_999_999_999, '9999-12-31'],
  ])('%s plus %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result)
  })

  it.each([
    ['2013-10-31', '2013-11-05', 5],
    ['2013-11-05', '2013-10-31', -5],
    ['2012-01-01', '2013-01-01', 366],
    ['2013-11-05', '2013-11-05', 0],
  ])('from %s to %s it is %i days', (a, b, days) => {
    expect(daysBetween(a, b)).toBe(days)
  })

  it.each([
    ['2013-10-31', 4],
    ['2019-05-30', 4],
    ['2013-11-03', 0],
    ['2013-11-02', 6],
  ])('%s is weekday %i, Sunday being 0', (day, n) => {
    expect(weekday(day)).toBe(n)
  })
})

describe('monthsWindow', () => {
  it.each([
    ['2013-10-31', 24, '2011-10-31', false],
    ['2013-10-31', 24, '2011-11-01', true],
    ['2013-10-31', 24, '2013-10-31', true],
    ['2013-10-31', 24, '2013-11-01', false],
    ['2013-10-31', 12, '2012-10-31', false],
    ['2013-10-31', 12, '2012-11-01', true],
    ['2012-02-29', 12, '2011-02-28', false],
    ['2012-02-29', 12, '2011-03-01', true],
    ['2013-02-28', 12, '2012-02-28', false],
    ['2013-02-28', 12, '2012-02-29', true],
    ['2013-03-31', 1, '2013-02-28', false],
    ['2013-03-31', 1, '2013-03-01', true],
    ['2013-03-30', 1, '2013-02-28', false],
    ['2013-03-30', 1, '2013-03-01', true],
    ['2012-03-31', 1, '2012-02-29', false],
    ['2012-03-31', 1, '2012-03-01', true],
    ['2013-01-15', 1, '2012-12-15', false],
    ['2013-01-15', 1, '2012-12-16', true],
    ['2013-10-31', 0, '2013-10-31', false],
  ])('as of %s, %i months: %s counts: %s', (asOf, months, day, counts) => {
    expect(isWithin(day, monthsWindow(asOf, months))).toBe(counts)
  })

  it('names the first and the last day that count', () => {
    expect(monthsWindow('2013-10-31', 24)).toEqual({ from: '2011-11-01', to: '2013-10-31' })
    expect(monthsWindow('2012-02-29', 24)).toEqual({ from: '2010-03-01', to: '2012-02-29' })
  })

  it('holds exactly the days with as-of minus N months < day <= as-of', () => {
    const from = Date.UTC(1990, 0, 1) / 86_400_000
    const to = Date.UTC(2040, 11, 31) / 86_400_000
    const anyDay = fc.integer({ min: from, max: to })
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -5, max: 5 }),
        (n, months, off) => {
          const asOf = new Date(n * 86_400_000)
          const [y, m, d] = [asOf.getUTCFullYear(), asOf.getUTCMonth() - months, asOf.getUTCDate()]
          const monthEnd = Date.UTC(y, m + 1, 0)
          const earlier = Math.min(Date.UTC(y, m, d), monthEnd)
          // Days around both edges and one in the middle.
          for (const time of [
            earlier + off * 86_400_000,
            asOf.getTime() + off * 86_400_000,
            (n - months * 9) * 86_400_000,
          ]) {
            const day = new Date(time).toISOString().slice(0, 10)
            const window = monthsWindow(asOf.toISOString().slice(0, 10), months)
            expect([day, isWithin(day, window)]).toEqual([day, time > earlier && time <= asOf.getTime()])
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
