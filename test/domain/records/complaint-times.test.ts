// How long complaints take: every closed case in one span, the repeated ones nowhere.
import { describe, expect, it } from 'vitest'
import { complaintTimes } from '../../../src/domain/records/complaint-times.ts'

const from = '2013-03-01'
const one = (closed_on: string | null, duplicate_of: string | null = null) => {
  return { received_on: from, closed_on, duplicate_of }
}

describe('spans of days', () => {
  it.each([
    ['2013-03-01', 0],
    ['2013-03-02', 1],
    ['2013-03-08', 1],
    ['2013-03-09', 8],
    ['2013-03-16', 8],
    ['2013-03-17', 16],
    ['2013-03-31', 16],
    ['2013-04-01', 31],
    ['2013-04-30', 31],
    ['2013-05-01', 61],
    ['2014-03-01', 61],
  ])('closed on %s lies in the span that begins with day %i', (closed, first) => {
    const { spans } = complaintTimes([one(closed)])
    expect(spans.filter(s => s.cases > 0)).toEqual([expect.objectContaining({ from: first, cases: 1 })])
  })
})

it('counts open cases apart, repeated ones not at all, and knows no middle of nothing', () => {
  expect(complaintTimes([one(null), one('2013-03-05', 'T1')])).toMatchObject({
    ...{ closed: 0, open: 1, median: null, longest: null },
  })
})

it('has the median in the middle of the cases, of an even number half-way between two', () => {
  const times = (...days: string[]) => complaintTimes(days.map(day => one(`2013-03-${day}`)))
  expect(times('03', '11', '02')).toMatchObject({ median: '2', longest: 10 })
  expect(times('03', '11', '02', '21')).toMatchObject({ median: '6', longest: 20 })
  expect(times('02', '03')).toMatchObject({ median: '1.5', longest: 2 })
})
