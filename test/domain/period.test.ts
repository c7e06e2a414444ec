// Periods: the written forms, one canonical form, and the days they cover.

import { describe, expect, it } from 'vitest'
import { parsePeriod, periodDays } from '../../src/domain/period.ts'

describe('parsePeriod', () => {
  it.each([
    ['2012', ['2012', '2012年', '2012年度']],
    ['2012-H1', ['2012-H1', '2012H1', '2012h1', '2012上半年', '2012年上半年', '2012年度上半年']],
    ['2012-H2', ['2012H2', '2012年下半年']],
    ['2012-Q1', ['2012Q1', '2012年一季度', '2012年第1季度', '2012第一季']],
    ['2012-Q3', ['2012-Q3', '2012q3', '2012年第三季度', '2012年3季度']],
    ['2012-Q4', ['2012年四季度']],
    ['2012-03', ['2012-03', '2012-3', '2012/3', '2012/03', '2012年3月', '2012年03月份']],
    ['2012-12', ['2012-12', '2012年12月']],
  ])('reads %s in all its forms', (period, forms) => {
    expect(forms.map(parsePeriod)).toEqual(forms.map(() => period))
  })

  it.each([
    '',
    '12',
    '12年',
    '1948',
    '3000',
    '2012-13',
    '2012-00',
    '2012H3',
    '2012Q5',
    '2012年第五季度',
    '2012.3',
    '201203',
    '2012-03-01',
    '2012年3月1日',
    '2012-2013',
    '全年',
    '近三年',
  ])('does not guess at %s', text => {
    expect(parsePeriod(text)).toBeNull()
  })
})

describe('periodDays', () => {
  it.each([
    ['2012', '2012-01-01', '2012-12-31'],
    ['2012-H1', '2012-01-01', '2012-06-30'],
    ['2012-H2', '2012-07-01', '2012-12-31'],
    ['2012-Q1', '2012-01-01', '2012-03-31'],
    ['2012-Q4', '2012-10-01', '2012-12-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2013-02', '2013-02-01', '2013-02-28'],
    ['2012-12', '2012-12-01', '2012-12-31'],
  ])('%s is from %s to %s', (period, from, to) => {
    expect(periodDays(period)).toEqual({ from, to })
  })

  it.each(['2012Q3', '2012-13', '2012-03-01', ''])('%s is none', text => {
    expect(periodDays(text)).toBeNull()
  })
})
