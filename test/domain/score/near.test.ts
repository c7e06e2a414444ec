// Near misses day by day: exactly on the edge of a window, a day either side, month ends; and what differs in one thing.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isWithin, monthsWindow } from '../../../src/domain/day.ts'
import type { Rule } from '../../../src/domain/scheme/scheme.ts'
import type { Dossier } from '../../../src/domain/score/dossier.ts'
import { type Duplicate, leftOn, NEAR_DAYS, nearMisses } from '../../../src/domain/score/near.ts'
import { activity, agency, complaint, contextOn, dossier, honor, inspection, penalty } from '../fixtures.ts'

const more = { advisory: false, types: [], clause: 'default', note: null }
const noPenalty = (months = 24): Rule => ({ type: 'no_penalty', months, ...more })
const noComplaint: Rule = { type: 'no_verified_complaint', dishonest: true, months: 12, ...more }
const onTime: Rule = {
  ...{ type: 'ratio_at_least', fact: 'complaint.on_time_rate', min: 1_000_000, months: 12 },
  ...more,
}
const honors: Rule = {
  ...{ type: 'count_at_least', record: 'honor', where: { status: ['valid'] }, limit: 1, months: 36 },
  ...more,
}
const late: Rule = {
  ...{ type: 'count_at_most', record: 'rectification', where: { overdue: [true] }, limit: 0, months: 12 },
  ...more,
}
const charity: Rule = {
  ...{ type: 'count_at_least', record: 'activity', where: { kind: ['公益'] }, limit: 1, months: 12 },
  ...more,
}
const upheld: Rule = {
  type: 'deduct',
  record: 'complaint',
  where: { finding: ['upheld'] },
  ...{ months: 12, each: 100, most: 500 },
  ...more,
}
const tenure: Rule = { type: 'tenure', months: 36, ...more }
const items: Rule = { type: 'inspection_items', items: ['SC-01'], months: 12, ...more }

/** In short: why, how many days, the day, and what differs. */
function near(
  rule: Rule,
  own: Partial<Dossier>,
  asOf = '2013-10-31',
  duplicates: Duplicate[] = [],
): string[] {
  return nearMisses(rule, dossier(own as object), contextOn(asOf), duplicates).map(miss =>
    [miss.why, miss.days, miss.day, miss.field && `${miss.field}=${miss.value}`, miss.since]
      .filter(part => part !== null)
      .join(' '),
  )
}

describe('a penalty and 24 months', () => {
  it.each([
    ['2011-11-01', []],
    ['2011-10-31', ['left 0 2011-10-31']],
    ['2011-10-30', ['left 1 2011-10-30']],
    ['2011-08-02', ['left 90 2011-08-02']],
    ['2011-08-01', []],
    ['2013-10-31', []],
    ['2013-11-01', ['later 1 2013-11-01']],
    ['2014-01-29', ['later 90 2014-01-29']],
    ['2014-01-30', []],
  ])('of %s', (decision_date, expected) => {
    expect(near(noPenalty(), { penalties: [penalty({ decision_date })] })).toEqual(expected)
  })

  it.each([
    ['2013-07-01', ['differs 122 2013-04-02 status=revoked 2013-07-01']],
    ['2013-10-31', ['differs 0 2013-04-02 status=revoked 2013-10-31']],
    ['2013-11-01', []],
    [null, ['differs 2013-04-02 status=revoked']],
  ])('revoked on %s', (revoked_on, expected) => {
    const revoked = penalty({ decision_date: '2013-04-02', status: 'revoked', revoked_on })
    expect(near(noPenalty(), { penalties: [revoked] })).toEqual(expected)
  })

  it('neither names what was revoked and lies outside besides, nor what is under review and counts', () => {
    const revoked = penalty({ decision_date: '2011-10-31', status: 'revoked', revoked_on: '2012-01-01' })
    expect(near(noPenalty(), { penalties: [revoked, penalty({ status: 'under_review' })] })).toEqual([])
  })

  it('several stand in the order of their days', () => {
    const all = ['2013-11-05', '2011-10-31', '2011-10-01'].map(decision_date => penalty({ decision_date }))
    expect(near(noPenalty(), { penalties: all })).toEqual([
      'left 30 2011-10-01',
      'left 0 2011-10-31',
      'later 5 2013-11-05',
    ])
  })
})

describe('month ends', () => {
  it.each([
    ['2013-02-28', 12, '2012-02-28', ['left 0 2012-02-28']],
    ['2013-02-28', 12, '2012-02-29', []],
    // February of 2013 ends on the 28th and still counts 29 February 2012; both leave on 1 March.
    ['2013-03-01', 12, '2012-02-29', ['left 0 2012-02-29']],
    ['2013-03-01', 12, '2012-03-01', ['left 0 2012-03-01']],
    ['2013-03-01', 12, '2012-02-28', ['left 1 2012-02-28']],
    ['2013-08-31', 6, '2013-02-28', ['left 3 2013-02-28']],
    ['2013-08-31', 6, '2013-03-01', []],
  ])('on %s, %i months, a penalty of %s', (asOf, months, decision_date, expected) => {
    expect(near(noPenalty(months), { penalties: [penalty({ decision_date })] }, asOf)).toEqual(expected)
  })

  it('the day of leaving is the first on which the window has passed, whatever the months', () => {
    const days = fc.nat(20_000).map(n => addDays('1980-01-01', n))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, months) => {
        const left = leftOn(day, months)
        expect(isWithin(day, monthsWindow(left, months))).toBe(false)
        expect(isWithin(day, monthsWindow(addDays(left, -1), months))).toBe(true)
      }),
      { seed: 1 },
    )
  })

  it('no record is near and counted at once, and none farther than near', () => {
    const asOf = fc.nat(2_000).map(n => addDays('2012-01-01', n))
    fc.assert(
      fc.property(asOf, fc.integer({ min: -1_000, max: 200 }), (on, distance) => {
        const decision_date = addDays(on, distance)
        const found = nearMisses(
          noPenalty(),
          dossier({ penalties: [penalty({ decision_date })] }),
          contextOn(on),
        )
        const counts = isWithin(decision_date, monthsWindow(on, 24))
        expect(counts && found.length > 0).toBe(false)
        for (const { days } of found) expect(days).toBeLessThanOrEqual(NEAR_DAYS)
      }),
      { seed: 1 },
    )
  })
})

describe('a verified dishonest complaint within 12 months', () => {
  const closed = { dishonest: 1, finding: 'upheld', closed_on: '2013-06-01' } as const
  it.each([
    ['closed a day before the window', { ...closed, closed_on: '2012-10-31' }, ['left 0 2012-10-31']],
    ['closed on its first day', { ...closed, closed_on: '2012-11-01' }, []],
    ['closed a day after the as-of day', { ...closed, closed_on: '2013-11-01' }, ['later 1 2013-11-01']],
    ['not upheld', { ...closed, finding: 'not_upheld' }, ['differs 2013-06-01 finding=not_upheld']],
    ['withdrawn', { ...closed, finding: 'withdrawn' }, ['differs 2013-06-01 finding=withdrawn']],
    ['not dishonest', { ...closed, dishonest: 0 }, ['differs 2013-06-01 dishonest=false']],
    ['of which nobody said so', { ...closed, dishonest: null }, ['differs 2013-06-01 dishonest=unknown']],
    ['neither upheld nor dishonest', { ...closed, finding: 'not_upheld', dishonest: 0 }, []],
    ['without finding, which the rule tells itself', { ...closed, finding: null }, []],
    ['open', { dishonest: 1 }, ['differs 2013-03-01 finding=open']],
    ['open for years', { dishonest: 1, received_on: '2010-01-01' }, ['differs 2010-01-01 finding=open']],
    ['received later', { dishonest: 1, received_on: '2013-11-01' }, []],
    ['open and not dishonest', { dishonest: 0 }, []],
  ] as const)('%s', (_, given, expected) => {
    expect(near(noComplaint, { complaints: [complaint(given)] })).toEqual(expected)
  })

  it('a duplicate that would count names its original; one that would not is silent', () => {
    const repeats = { ...complaint({ ...closed, complaint_no: 'TS-2' }), duplicate_of: 'TS-1' }
    expect(near(noComplaint, {}, '2013-10-31', [repeats])).toEqual(['repeats 2013-06-01 duplicate_of=TS-1'])
    expect(near(noComplaint, {}, '2013-10-31', [{ ...repeats, dishonest: 0 }])).toEqual([])
    expect(near(noPenalty(), {}, '2013-10-31', [repeats])).toEqual([])
  })

  it('deductions look at complaints in the same way', () => {
    const complaints = [complaint({ ...closed, finding: 'partly_upheld' })]
    expect(near(upheld, { complaints })).toEqual(['differs 2013-06-01 finding=partly_upheld'])
  })
})

describe('other records', () => {
  it.each([
    ['runs out on the as-of day', { valid_to: '2013-10-31' }, []],
    [
      'ran out the day before',
      { valid_to: '2013-10-30' },
      ['differs 1 2012-12-01 status=expired 2013-10-30'],
    ],
    ['is granted later', { granted_on: '2013-11-02' }, ['later 2 2013-11-02']],
    ['was granted just before the window', { granted_on: '2010-10-31' }, ['left 0 2010-10-31']],
  ])('an honor that %s', (_, given, expected) => {
    expect(near(honors, { honors: [honor(given)] })).toEqual(expected)
  })

  it.each([
    ['due on the as-of day and open', { rectify_due: '2013-10-31' }, ['later 0 2013-10-31']],
    ['due the day before and open', { rectify_due: '2013-10-30' }, []],
    ['due later and open', { rectify_due: '2013-11-10' }, ['later 10 2013-11-10']],
    ['due later and done', { rectify_due: '2013-11-10', rectified_on: '2013-10-01' }, []],
    ['done in time', { rectify_due: '2013-10-01', rectified_on: '2013-10-01' }, []],
  ])('a rectification %s', (_, given, expected) => {
    expect(near(late, { inspections: [inspection(given)] })).toEqual(expected)
  })

  it('an activity of another kind is not near; one held a day late is', () => {
    const held = [activity({ kind: '行业' }), activity({ held_on: '2013-11-01' })]
    expect(near(charity, { activities: held })).toEqual(['later 1 2013-11-01'])
  })

  it('an inspection outside the window is near, an older one within it is not', () => {
    const inspections = ['2012-10-31', '2012-12-01', '2013-04-15'].map(date => inspection({ date }))
    expect(near(items, { inspections })).toEqual(['left 0 2012-10-31'])
  })

  it.each([
    ['2013-10-30', []],
    ['2013-10-31', ['due 0 2013-10-31']],
    ['2013-11-09', ['due 9 2013-11-09']],
    ['2014-01-30', []],
  ])('an open complaint due on %s', (due_on, expected) => {
    expect(near(onTime, { complaints: [complaint({ due_on })] })).toEqual(expected)
  })

  it.each([
    ['2010-10-31', []],
    ['2010-11-01', ['completed 1 2013-11-01']],
    ['2011-01-29', ['completed 90 2014-01-29']],
    ['2011-01-30', []],
  ])('business begun on %s and three years', (business_start, expected) => {
    expect(near(tenure, { agency: agency({ business_start }) })).toEqual(expected)
  })
})
