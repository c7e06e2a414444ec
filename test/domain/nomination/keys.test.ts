// Ranking keys: higher is better in each.

import { describe, expect, it } from 'vitest'
import { chooseNominees } from '../../../src/domain/nomination/choose.ts'
import { rankingKeys } from '../../../src/domain/nomination/keys.ts'
import type { RankingKey } from '../../../src/domain/scheme/scheme.ts'
import type { AgencyDossier } from '../../../src/domain/score/dossier.ts'
import { agency, beijing, complaint, dossier } from '../fixtures.ts'

const OF_2013 = { year: 2013, as_of: '2013-10-31', cityHonor: false }

function key(wanted: RankingKey, given: Partial<AgencyDossier> = {}): number {
  // Adding zero: -0 and 0 are one number here.
  return rankingKeys([wanted], 7775, dossier(given), OF_2013)[0]! + 0
}

describe('rankingKeys', () => {
  it('come in the order asked for', () => {
    const given = dossier({ agency: agency({ standard_grade: 'AAA', business_start: '2013-10-21' }) })
    expect(rankingKeys(['business_start', 'standard_grade', 'total'], 7775, given, OF_2013)).toEqual([
      10, 3, 7775,
    ])
    expect(rankingKeys([], 7775, given, OF_2013)).toEqual([])
  })

  it.each([
    ['AAAAA', 5],
    ['AAAA', 4],
    ['A', 1],
    [null, 0],
  ])('standard grade %s is %i', (standard_grade, value) => {
    expect(key('standard_grade', { agency: agency({ standard_grade }) })).toBe(value)
  })

  it.each([
    ['2012-10-31', 'upheld', 0],
    ['2012-11-01', 'upheld', -1],
    ['2013-10-31', 'partly_upheld', -1],
    ['2013-11-01', 'upheld', 0],
    ['2013-05-01', 'not_upheld', 0],
    ['2013-05-01', 'withdrawn', 0],
  ] as const)('a complaint closed on %s as %s counts %i', (closed_on, finding, value) => {
    const complaints = [complaint({ received_on: '2012-09-01', closed_on, finding })]
    expect(key('verified_complaints', { complaints })).toBe(value)
  })

  it('more verified complaints are worse', () => {
    const complaints = [1, 2, 3].map(n =>
      complaint({ complaint_no: `TS-${n}`, closed_on: '2013-05-01', finding: 'upheld' }),
    )
    expect(key('verified_complaints', { complaints })).toBe(-3)
  })

  it.each([
    ['2013-10-30', null, 1],
    ['2012-10-31', null, 365],
    [null, '2013-10-30', 1],
    ['2013-10-30', '2005-01-01', 1],
    [null, null, 0],
    ['2013-10-31', null, 0],
    ['2013-11-05', null, 0],
  ])('started on %s, licensed on %s: %i days', (business_start, issued_on, days) => {
    expect(key('business_start', { agency: agency({ business_start, issued_on }) })).toBe(days)
  })

  it.each([
    [[], 0],
    [['2013-10-01'], 1],
    [['2013-10-31'], 1],
    // Not known yet on the as-of day.
    [['2013-11-01'], 0],
    [['2012-10-15'], 0],
    [['2014-10-15'], 0],
    [['2012-10-15', '2013-05-04', '2013-10-15'], 1],
  ])('outstanding on %j is %i', (outstanding, value) => {
    expect(key('month_outstanding', { outstanding })).toBe(value)
  })

  it("the evaluation's year counts, also where its as-of day lies in the next one", () => {
    const late = (day: string) =>
      rankingKeys(['month_outstanding'], 0, dossier({ outstanding: [day] }), {
        year: 2013,
        as_of: '2014-01-31',
        cityHonor: false,
      })
    expect([late('2013-10-15'), late('2014-01-15')]).toEqual([[1], [0]])
  })
})

describe('each key of beijing-2013 decides where all before it are equal, whatever those behind it say', () => {
  /** From the best to the worst in each key. */
  const good = { total: 9000, grade: 'AAA', outstanding: ['2013-10-15'], verified: 0, start: '2003-01-01' }
  const bad = { total: 8999, grade: 'AA', outstanding: [], verified: 1, start: '2003-01-02' }
  const order = ['total', 'grade', 'outstanding', 'verified', 'start'] as const
  const ranking = beijing().nomination!.ranking.map(r => r.key)

  const keysOf = ({ total, grade, outstanding, verified, start }: typeof good | typeof bad) =>
    rankingKeys(
      ranking,
      total,
      dossier({
        agency: agency({ standard_grade: grade, business_start: start }),
        outstanding,
        complaints: Array.from({ length: verified }, () =>
          complaint({ closed_on: '2013-05-01', finding: 'upheld' }),
        ),
      }),
      OF_2013,
    )

  it('names the keys of the notice in its order', () => {
    expect(ranking).toEqual([
      'total',
      'standard_grade',
      'month_outstanding',
      'verified_complaints',
      'business_start',
    ])
  })

  it.each(order.map((name, i) => [name, i] as const))('%s', (_, at) => {
    const pick = (better: (i: number) => boolean) =>
      Object.fromEntries(order.map((name, i) => [name, (better(i) ? good : bad)[name]])) as typeof good
    // Equal before, better here and worse behind, against worse here and better behind.
    const [one, other] = [pick(i => i <= at), pick(i => i < at || i > at)]
    const candidates = [other, one].map((c, id) => ({ id, for_profit: true, keys: keysOf(c) }))
    const { choices } = chooseNominees(candidates, { places: 1, share: 50 })
    expect([choices.get(0)!.choice, choices.get(1)!.choice]).toEqual(['full', 'nominated'])
  })

  it('equal in all of them is a tie', () => {
    const candidates = [good, good].map((c, id) => ({ id, for_profit: true, keys: keysOf(c) }))
    const { choices } = chooseNominees(candidates, { places: 1, share: 50 })
    expect([...choices.values()].map(c => c.choice)).toEqual(['tied', 'tied'])
  })
})
