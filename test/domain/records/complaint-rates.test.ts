// Rates of complaints, each case counted by hand.
import { describe, expect, it } from 'vitest'
import { type CountedCase, complaintRates } from '../../../src/domain/records/complaint-rates.ts'

const TODAY = '2013-11-04'
const blank: CountedCase = {
  received_on: '2013-10-01',
  accepted_on: null,
  due_on: null,
  closed_on: null,
  finding: null,
}

/** What, case, and whether it counts and is good: taken up, on time; '-' where it is not counted. */
const CASES: [string, Partial<CountedCase>, boolean | '-', boolean | '-'][] = [
  ['never taken up', {}, false, '-'],
  ['taken up on the seventh day', { accepted_on: '2013-10-08' }, true, '-'],
  ['taken up on the eighth', { accepted_on: '2013-10-09' }, false, '-'],
  ['received a week ago: today is the last day', { received_on: '2013-10-28' }, '-', '-'],
  ['received eight days ago', { received_on: '2013-10-27' }, false, '-'],
  ['closed within the week without a filing', { closed_on: '2013-10-07' }, true, '-'],
  ['closed later without a filing', { closed_on: '2013-10-20' }, false, '-'],
  [
    'closed on its last day',
    { accepted_on: '2013-10-01', due_on: '2013-10-31', closed_on: '2013-10-31' },
    true,
    true,
  ],
  [
    'closed a day late',
    { accepted_on: '2013-10-01', due_on: '2013-10-31', closed_on: '2013-11-01' },
    true,
    false,
  ],
  ['due today', { accepted_on: '2013-10-02', due_on: '2013-11-04' }, true, '-'],
  ['due yesterday', { accepted_on: '2013-10-02', due_on: '2013-11-03' }, true, false],
  [
    'closed before it is due',
    { accepted_on: '2013-10-02', due_on: '2013-12-31', closed_on: '2013-10-09' },
    true,
    true,
  ],
]

const share = (told: boolean | '-') => ({ of: told === '-' ? 0 : 1, n: told === true ? 1 : 0 })

describe('the rates', () => {
  it.each(CASES)('of a case %s', (_, given, takenUp, onTime) => {
    const one = { ...blank, ...given }
    expect(complaintRates([one], TODAY)).toEqual({
      received: 1,
      upheld: 0,
      taken_up: share(takenUp),
      closed: { of: 1, n: one.closed_on === null ? 0 : 1 },
      on_time: share(onTime),
    })
  })

  it('of several are the sums', () => {
    const all = CASES.map(([, given]) => ({ ...blank, ...given }))
    expect(complaintRates(all, TODAY)).toEqual({
      received: 12,
      upheld: 0,
      taken_up: { of: 11, n: 7 },
      closed: { of: 12, n: 5 },
      on_time: { of: 4, n: 2 },
    })
  })

  it('count what was upheld, also in part', () => {
    const closed = (finding: CountedCase['finding']) => ({ ...blank, closed_on: '2013-10-20', finding })
    const all = (['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', null] as const).map(closed)
    expect(complaintRates(all, TODAY).upheld).toBe(2)
  })

  it('of nothing are nothing', () => {
    const none = { of: 0, n: 0 }
    expect(complaintRates([], TODAY)).toEqual({
      received: 0,
      upheld: 0,
      taken_up: none,
      closed: none,
      on_time: none,
    })
  })
})
