// Days of a publicity counted by hand against the notices of days off, what objections make of a case, and what keeps a
// publicity from being closed.
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WorkingCalendar } from '../../../src/domain/calendar/working-days.ts'
import { blocksClosing, caseState } from '../../../src/domain/publicity/case.ts'
import { daysCounted, publicityState } from '../../../src/domain/publicity/period.ts'
import type { ObjectionOutcome } from '../../../src/domain/score/objection.ts'
import { readShippedCalendar } from '../../../src/schemes/library.ts'

const { years, days } = readShippedCalendar(join(import.meta.dirname, '../../../src/schemes'))
const calendar = new WorkingCalendar(years, days)

describe('the days that count', () => {
  it.each([
    // The consultation that the draft itself dates: Thursday to Wednesday.
    ['2019-05-30', true, ['2019-05-30', '2019-05-31', '2019-06-03', '2019-06-04', '2019-06-05']],
    ['2019-05-30', false, ['2019-05-31', '2019-06-03', '2019-06-04', '2019-06-05', '2019-06-06']],
    // National Day 2013: Sunday 29 September was worked, 1 to 7 October were off, Saturday the 12th was worked.
    ['2013-09-27', true, ['2013-09-27', '2013-09-29', '2013-09-30', '2013-10-08', '2013-10-09']],
    ['2013-09-27', false, ['2013-09-29', '2013-09-30', '2013-10-08', '2013-10-09', '2013-10-10']],
    // Put up in the middle of the days off: the next working day is the first that counts, either way.
    ['2013-10-03', true, ['2013-10-08', '2013-10-09', '2013-10-10', '2013-10-11', '2013-10-12']],
    ['2013-10-03', false, ['2013-10-08', '2013-10-09', '2013-10-10', '2013-10-11', '2013-10-12']],
    // Spring Festival 2013: 9 to 15 February off, Saturday and Sunday 16 and 17 worked.
    ['2013-02-07', true, ['2013-02-07', '2013-02-08', '2013-02-16', '2013-02-17', '2013-02-18']],
  ])('from %s, the first counted: %s', (from, count_first_day, expected) => {
    expect(daysCounted(calendar, from, { working_days: 5, count_first_day })).toEqual(expected)
  })

  it('are not guessed in a year whose notice is not loaded', () => {
    const term = { working_days: 5, count_first_day: true }
    expect(daysCounted(calendar, '2030-01-02', term)).toEqual({ missing: 2030 })
    const two = new WorkingCalendar([2012, 2013], [])
    expect(daysCounted(two, '2013-12-30', term)).toEqual({ missing: 2014 })
    expect(daysCounted(two, '2011-12-30', term)).toEqual({ missing: 2011 })
    expect(daysCounted(two, '9999-12-30', term)).toEqual({ missing: 9999 })
  })
})

it.each([
  ['2013-11-08', {}, 'open'],
  ['2013-11-09', {}, 'over'],
  ['2013-11-03', {}, 'open'],
  ['2013-11-11', { closed_on: '2013-11-11' }, 'closed'],
  ['2013-11-05', { withdrawn_on: '2013-11-05' }, 'withdrawn'],
])('on %s with %j it is %s', (today, ended, state) => {
  const publicity = { last_day: '2013-11-08', closed_on: null, withdrawn_on: null, ...ended }
  expect(publicityState(publicity, today)).toBe(state)
})

type Outcome = ObjectionOutcome | null

describe('a case', () => {
  const cases: [Outcome[], string][] = [
    [[], 'published'],
    [[null], 'objected'],
    [['rejected'], 'cleared'],
    [['withdrawn'], 'cleared'],
    [['partly_upheld'], 'cleared'],
    [['upheld'], 'removed'],
    [['rejected', null], 'objected'],
    [['upheld', null], 'removed'],
    [['rejected', 'upheld'], 'removed'],
  ]
  it.each(cases)('with objections %j is %s', (outcomes, state) => {
    expect(caseState(outcomes)).toBe(state)
  })

  const outcome = fc.constantFrom<Outcome>(null, 'upheld', 'partly_upheld', 'rejected', 'withdrawn')
  it('is removed if an objection was upheld, and only then; open ones block it before', () => {
    fc.assert(
      fc.property(fc.array(outcome), outcomes => {
        const state = caseState(outcomes)
        expect(state === 'removed').toBe(outcomes.some(o => o === 'upheld'))
        expect(caseState([...outcomes].reverse())).toBe(state)
        if (state === 'objected') expect(outcomes).toContain(null)
        if (state === 'cleared' || state === 'published') expect(outcomes).not.toContain(null)
      }),
      { seed: 1 },
    )
  })
})

describe('closing', () => {
  it.each([
    // The last day itself is too early.
    ['2013-11-08', [], { running: true, objections: [] }],
    ['2013-11-09', [], { running: false, objections: [] }],
    ['2013-11-11', [null], { running: false, objections: [1] }],
    ['2013-11-11', ['2013-11-11', null, '2013-11-07'], { running: false, objections: [2] }],
    // Dated before the outcome, the objection was still open.
    ['2013-11-11', ['2013-11-12'], { running: false, objections: [1] }],
  ])('on %s with outcomes of %j', (on, outcomes, expected) => {
    const objections = outcomes.map((resolved_on, i) => ({ id: i + 1, resolved_on }))
    expect(blocksClosing('2013-11-08', objections, on)).toEqual(expected)
  })
})
