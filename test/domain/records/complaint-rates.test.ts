// Rates of complaints, each case counted by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountedCase,
  complaintRates,
  type Share,
  windowRates,
} from '../../../src/domain/records/complaint-rates.ts'
import { calendar } from '../fixtures.ts'

const TODAY = '2013-11-04'
const RULES = { calendar, complaintLimit: 60 }
const blank: CountedCase = {
  received_on: '2013-10-01',
  answered_on: null,
  accepted_on: null,
  due_on: null,
  closed_on: null,
  finding: null,
  window_kind: null,
  duplicate_of: null,
}
const rates = (cases: readonly CountedCase[]) => complaintRates(cases, TODAY, RULES)

/** Counted and good, counted and not, or not counted; '?': its limit cannot be told. */
type Told = boolean | '-' | '?'

/** What, case; answered the same day, taken up, on time. Sixty working days from 2013-07-01 end on 2013-09-24. */
const CASES: [string, Partial<CountedCase>, Told, Told, Told][] = [
  ['never taken up', {}, false, false, '-'],
  ['answered at once', { answered_on: '2013-10-01' }, true, false, '-'],
  ['answered the next day', { answered_on: '2013-10-02' }, false, false, '-'],
  ['received today, not answered yet', { received_on: '2013-11-04' }, '-', '-', '-'],
  ['received today and answered', { received_on: '2013-11-04', answered_on: '2013-11-04' }, true, '-', '-'],
  ['taken up on the seventh day', { accepted_on: '2013-10-08' }, false, true, '-'],
  ['taken up on the eighth', { accepted_on: '2013-10-09' }, false, false, '-'],
  ['received a week ago: today is the last day', { received_on: '2013-10-28' }, false, '-', '-'],
  ['received eight days ago', { received_on: '2013-10-27' }, false, false, '-'],
  ['closed within the week without a filing', { closed_on: '2013-10-07' }, '-', true, true],
  ['closed later without a filing', { closed_on: '2013-10-20' }, '-', false, true],
  [
    'closed on its last day',
    { accepted_on: '2013-10-01', due_on: '2013-10-31', closed_on: '2013-10-31' },
    ...(['-', true, true] as const),
  ],
  [
    'closed a day late, answered at once',
    {
      answered_on: '2013-10-01',
      accepted_on: '2013-10-01',
      due_on: '2013-10-31',
      closed_on: '2013-11-01',
    },
    ...([true, true, false] as const),
  ],
  ['due today', { accepted_on: '2013-10-02', due_on: '2013-11-04' }, false, true, '-'],
  ['due yesterday', { accepted_on: '2013-10-02', due_on: '2013-11-03' }, false, true, false],
  [
    'closed before it is due',
    { accepted_on: '2013-10-02', due_on: '2013-12-31', closed_on: '2013-10-09' },
    ...(['-', true, true] as const),
  ],
  [
    'closed on the last day of the default',
    { received_on: '2013-06-28', accepted_on: '2013-07-01', closed_on: '2013-09-24' },
    ...(['-', true, true] as const),
  ],
  [
    'closed a day after the default',
    { received_on: '2013-06-28', accepted_on: '2013-07-01', closed_on: '2013-09-25' },
    ...(['-', true, false] as const),
  ],
  ['open behind the default, from receipt', { received_on: '2013-07-01' }, false, false, false],
  ['open, of a year without a calendar', { received_on: '2006-03-01' }, false, false, '?'],
  ['closed late in that year', { received_on: '2006-03-01', closed_on: '2006-06-01' }, '-', false, '?'],
  [
    'closed so soon that it is in time by any calendar',
    { received_on: '2006-03-01', closed_on: '2006-04-29' },
    ...(['-', false, true] as const),
  ],
  [
    'closed in that year, its day stated',
    { received_on: '2006-03-01', due_on: '2006-05-01', closed_on: '2006-06-01' },
    ...(['-', false, false] as const),
  ],
]

const share = (told: Told): Share => ({ of: typeof told === 'boolean' ? 1 : 0, n: told === true ? 1 : 0 })
const sum = (told: readonly Told[]): Share => ({
  of: told.filter(t => typeof t === 'boolean').length,
  n: told.filter(t => t === true).length,
})

describe('the rates', () => {
  it.each(CASES)('of a case %s', (_, given, sameDay, takenUp, onTime) => {
    const one = { ...blank, ...given }
    expect(rates([one])).toEqual({
      received: 1,
      upheld: 0,
      same_day: share(sameDay),
      taken_up: share(takenUp),
      closed: { of: 1, n: one.closed_on === null ? 0 : 1 },
      on_time: share(onTime),
      limit_unknown: onTime === '?' ? 1 : 0,
    })
  })

  it('of several are the sums', () => {
    const all = CASES.map(([, given]) => ({ ...blank, ...given }))
    expect(rates(all)).toEqual({
      received: 23,
      upheld: 0,
      same_day: { of: 13, n: 3 },
      taken_up: { of: 20, n: 9 },
      closed: { of: 23, n: 10 },
      on_time: { of: 11, n: 6 },
      limit_unknown: 2,
    })
    expect(rates(all)).toMatchObject({
      same_day: sum(CASES.map(c => c[2])),
      taken_up: sum(CASES.map(c => c[3])),
      on_time: sum(CASES.map(c => c[4])),
    })
  })

  it('count what was upheld, also in part', () => {
    const closed = (finding: CountedCase['finding']) => ({ ...blank, closed_on: '2013-10-20', finding })
    const all = (['upheld', 'partly_upheld', 'not_upheld', 'withdrawn', null] as const).map(closed)
    expect(rates(all).upheld).toBe(2)
  })

  it('of nothing are nothing', () => {
    const none = { of: 0, n: 0 }
    const shares = { same_day: none, taken_up: none, closed: none, on_time: none }
    expect(rates([])).toEqual({ received: 0, upheld: 0, ...shares, limit_unknown: 0 })
  })
})

describe('windows', () => {
  const of = (window_kind: CountedCase['window_kind'], closed: number, open: number): CountedCase[] => [
    ...Array.from({ length: closed }, () => ({ ...blank, window_kind, closed_on: '2013-10-20' })),
    ...Array.from({ length: open }, () => ({ ...blank, window_kind })),
  ]

  it.each([
    ['petition', 20, 0, 100, true],
    ['petition', 19, 1, 100, false],
    ['petition', 0, 0, 100, null],
    ['labor_inspection', 9, 1, 90, true],
    ['labor_inspection', 8, 1, 90, false],
    ['arbitration', 19, 1, 95, true],
    ['arbitration', 18, 1, 95, false],
    ['legal_advice', 9, 1, 90, true],
    ['legal_advice', 0, 1, 90, false],
    ['market', 1, 9, null, null],
  ] as const)('%s: %i closed and %i open against %s: %s', (kind, closed, open, target, met) => {
    const found = windowRates(of(kind, closed, open))
    expect(found).toHaveLength(5)
    expect(found.find(r => r.window_kind === kind)).toEqual({
      window_kind: kind,
      received: closed + open,
      closed: { of: closed + open, n: closed },
      target,
      met,
    })
  })

  it('cases that name none come last, and have no target', () => {
    expect(windowRates([]).map(r => r.window_kind)).not.toContain(null)
    expect(windowRates(of(null, 1, 1)).at(-1)).toEqual({
      window_kind: null,
      received: 2,
      closed: { of: 2, n: 1 },
      target: null,
      met: null,
    })
  })
})

describe('linking duplicates', () => {
  const day = fc.constantFrom('2013-03-01', '2013-07-01', '2013-09-02', '2013-10-01')
  const one = fc.record({
    received_on: day,
    answered_on: fc.option(fc.constant('2013-10-01')),
    accepted_on: fc.option(fc.constant('2013-10-02')),
    due_on: fc.option(fc.constantFrom('2013-10-31', '2013-12-31')),
    closed_on: fc.option(fc.constantFrom('2013-10-30', '2013-11-01')),
    finding: fc.option(fc.constantFrom('upheld' as const, 'not_upheld' as const)),
    window_kind: fc.option(fc.constantFrom('petition' as const, 'market' as const)),
    duplicate_of: fc.option(fc.constant('TS-1')),
  })

  it('raises no count, and what is linked is counted nowhere', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.nat(11), (cases, which) => {
        const linked = cases.map((c, i) => (i === which ? { ...c, duplicate_of: 'TS-1' } : c))
        const [before, after] = [rates(cases), rates(linked)]
        for (const key of ['received', 'upheld', 'limit_unknown'] as const)
          expect(after[key]).toBeLessThanOrEqual(before[key])
        for (const key of ['same_day', 'taken_up', 'closed', 'on_time'] as const) {
          expect(after[key].of).toBeLessThanOrEqual(before[key].of)
          expect(after[key].n).toBeLessThanOrEqual(before[key].n)
        }
        expect(after).toEqual(rates(linked.filter(c => c.duplicate_of === null)))
        const received = windowRates(linked).reduce((total, r) => total + r.received, 0)
        expect(received).toBe(after.received)
      }),
      { seed: 1 },
    )
  })
})
