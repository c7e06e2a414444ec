// A notice as a table: what is wrong with its days, and what it changes of the calendar on file.

import { describe, expect, it } from 'vitest'
import { calendarBasis, type KeptCalendar } from '../../../src/domain/calendar/kept.ts'
import {
  calendarAfter,
  checkNotice,
  type NoticeDay,
  noticeDay,
  noticeYear,
  planNotice,
} from '../../../src/domain/calendar/notice.ts'
import { notices } from '../fixtures.ts'

const EMPTY: KeptCalendar = { years: [], days: [] }
const row = (line: number, day: string, kind: 'off' | 'work' = 'off', name = 'X'): NoticeDay => {
  return { line, day, kind, name }
}
/** The least that a year's notice holds. */
const least = (year: number): NoticeDay[] =>
  ['01-01', '05-01', '10-01'].map((date, i) => row(i + 2, `${year}-${date}`))
const found = (days: NoticeDay[], onFile = EMPTY, whole = true) =>
  checkNotice(days, onFile, whole).map(({ line, finding }) => [
    line,
    finding.fault.code,
    finding.fault.params,
  ])

describe('a row', () => {
  const values = { date: '2027-01-01', kind: null, is_off_day: null, name: '元旦' }
  it('says off or work in words or by a flag', () => {
    const day = { line: 2, day: '2027-01-01', name: '元旦' }
    expect(noticeDay(2, { ...values, kind: 'work' })).toEqual({ ...day, kind: 'work' })
    expect(noticeDay(2, { ...values, is_off_day: 1 })).toEqual({ ...day, kind: 'off' })
    expect(noticeDay(2, { ...values, is_off_day: 0 })).toEqual({ ...day, kind: 'work' })
    expect(noticeDay(2, { ...values, kind: 'off', is_off_day: 1 })).toEqual({ ...day, kind: 'off' })
  })

  it('that contradicts itself or says neither is a fault', () => {
    const code = (given: object) => {
      const read = noticeDay(2, { ...values, ...given })
      return 'fault' in read ? read.fault.code : null
    }
    expect(code({ kind: 'off', is_off_day: 0 })).toBe('CX1322')
    expect(code({})).toBe('CX1023')
  })
})

describe('the days of a file', () => {
  it.each([
    ['2027-11-30', 2027],
    ['2027-12-01', 2028],
    ['2027-01-01', 2027],
  ])('%s belongs to the notice of %i', (day, year) => {
    expect(noticeYear(day)).toBe(year)
  })

  it('may name weekends as days off, and December of the year before', () => {
    expect(found([...least(2027), row(9, '2027-10-02'), row(10, '2026-12-31')])).toEqual([])
  })

  it('are named once', () => {
    const twice = [...least(2027), row(9, '2027-05-01', 'work'), row(10, '2027-05-01')]
    const at = (line: number) => [line, 'CX1052', { value: '2027-05-01', firstLine: 3 }]
    expect(found(twice)).toEqual([at(9), at(10)])
  })

  it('make up weekends only, but for what is on file so', () => {
    // Monday 4 October 2027 and Saturday 9.
    const days = [...least(2027), row(9, '2027-10-04', 'work'), row(10, '2027-10-09', 'work')]
    expect(found(days)).toEqual([[9, 'CX1321', { value: '2027-10-04' }]])
    expect(found(days, { years: [2027], days: [row(0, '2027-10-04', 'work')] })).toEqual([])
  })

  it('are all there, for every year that is named', () => {
    const days = [row(2, '2027-01-01'), row(3, '2027-05-01', 'work'), row(4, '2027-12-31')]
    expect(found(days)).toEqual([
      [2, 'CX1323', { year: 2027, lacks: '2027-05-01、2027-10-01' }],
      [4, 'CX1323', { year: 2028, lacks: '2028-01-01、2028-05-01、2028-10-01' }],
    ])
    // 1 May 2027 is a Saturday. With rows that could not be read nothing is said of what is missing.
    expect(found(days, EMPTY, false)).toEqual([])
  })

  it('of every notice that came with the program have no fault, once they are on file', () => {
    const days = notices.days.map((day, i) => ({ ...day, line: i + 2 }))
    expect(found(days, notices)).toEqual([])
    // Only the notice of 2020 names a weekday.
    expect(found(days)).toEqual([[expect.anything(), 'CX1321', { value: '2020-02-03' }]])
  })
})

describe('what a file changes', () => {
  const onFile: KeptCalendar = {
    years: [2026],
    days: [row(0, '2026-10-01'), row(0, '2026-10-08')].map(({ day, kind, name }) => ({ day, kind, name })),
    notices: [],
  }

  it('is told day by day, for a new year and for one that is loaded', () => {
    const plans = planNotice([row(2, '2026-10-01', 'off', 'Y'), row(3, '2026-12-31')], onFile)
    const off = (name: string) => ({ kind: 'off', name })
    expect(plans).toEqual([
      {
        ...{ year: 2026, done: 'replaced', days_off: 1, make_up_days: 0 },
        changes: [
          { day: '2026-10-01', before: off('X'), after: off('Y') },
          { day: '2026-10-08', before: off('X'), after: null },
        ],
      },
      {
        ...{ year: 2027, done: 'added', days_off: 1, make_up_days: 0 },
        changes: [{ day: '2026-12-31', before: null, after: off('X') }],
      },
    ])
    expect(calendarAfter(onFile, plans, 'N')).toEqual({
      years: [2026, 2027],
      days: [
        { day: '2026-10-01', ...off('Y') },
        { day: '2026-12-31', ...off('X') },
      ],
      notices: [2026, 2027].map(year => ({ year, notice: 'N' })),
    })
  })

  it('is nothing when it is the same', () => {
    const plans = planNotice(
      onFile.days.map((day, i) => ({ ...day, line: i })),
      onFile,
    )
    expect(plans).toMatchObject([{ year: 2026, done: 'unchanged', changes: [] }])
    expect(calendarAfter(onFile, plans, 'N')).toEqual(onFile)
  })

  it('of the shipped notices is nothing against themselves', () => {
    const plans = planNotice(notices.days, notices)
    expect(plans.map(({ year, done }) => [year, done])).toEqual(
      [...notices.years].sort((a, b) => a - b).map(year => [year, 'unchanged']),
    )
  })
})

describe('the part of a calendar that an evaluation rests on', () => {
  const day = (text: string) => ({ day: text, kind: 'off' as const, name: 'X' })
  const kept = (year: number): KeptCalendar => {
    return {
      years: [2013, 2014, 2015],
      days: [day('2013-10-01'), day('2015-10-01')],
      notices: [{ year, notice: 'N' }],
    }
  }

  it('is none while all of it came with the program, as before it could be imported', () => {
    expect(calendarBasis({ ...notices, notices: [] }, '2013-10-31')).toBeNull()
    expect(calendarBasis(notices, '2013-10-31')).toBeNull()
  })

  it('is what limits running on the as-of day can reach', () => {
    const basis = JSON.stringify({ years: [2013, 2014], days: [['2013-10-01', 'off']] })
    expect(calendarBasis(kept(2013), '2013-10-31')).toBe(basis)
    expect(calendarBasis(kept(2014), '2013-10-31')).toBe(basis)
    expect(calendarBasis(kept(2015), '2013-10-31')).toBeNull()
  })
})
