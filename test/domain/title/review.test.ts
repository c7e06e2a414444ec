// Every ground on its boundaries, for a title granted on 2013-12-10 and reviewed on 2014-06-30: what counts, from the
// day of the grant to the day of the review, and what does not although it is on file.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Offense } from '../../../src/domain/records/offense.ts'
import { REVOCATION_GROUNDS } from '../../../src/domain/scheme/nomination-rules.ts'
import type { RevocationGround } from '../../../src/domain/scheme/scheme.ts'
import { reviewTitle, type TitleDossier } from '../../../src/domain/title/review.ts'
import { agency, complaint, penalty } from '../fixtures.ts'

const GRANTED = '2013-12-10'
const TODAY = '2014-06-30'

const empty: TitleDossier = {
  agency: agency({ valid_to: '2015-03-11' }),
  subject: null,
  complaints: [],
  penalties: [],
  offenses: [],
  listings: [],
  cancelled: null,
}

const rules = (...grounds: RevocationGround[]) => ({
  clause: '三(八)2',
  titles: [],
  grounds: grounds.map(ground => ({ ground, clause: `的${ground}` })),
})

const find = (given: Partial<TitleDossier>, grounds: readonly RevocationGround[] = REVOCATION_GROUNDS) =>
  reviewTitle(GRANTED, rules(...grounds), { ...empty, ...given }, TODAY)
const brief = (given: Partial<TitleDossier>, grounds?: readonly RevocationGround[]) =>
  find(given, grounds).map(f => `${f.ground} ${f.record} ${f.on}`)

const closed = (on: string, more = {}) =>
  complaint({ closed_on: on, finding: 'upheld', dishonest: 1, ...more })
const offense = (date: string, more: Partial<Offense> = {}): Offense => ({
  ...{ offense_no: 'BL-1', person: null, kind: 'violation', serious: 0, date, ...more },
})
const entry = (more = {}) => ({
  ...{ id: 7, list: 'black', person: null, listed_on: '2014-01-05', until: null, exited_on: null, ...more },
})
const institution = (ended_on: string | null) => ({
  agency: null,
  subject: {
    ...{ id: 3, kind: 'institution' as const, type: 'training', name: '样例培训学校', code: 'T1' },
    ...{ district_code: '371302', post: null, started_on: null, ended_on },
  },
})

const CASES: [string, Partial<TitleDossier>, string[]][] = [
  ['nothing', {}, []],
  [
    'a penalty of the day of the grant',
    { penalties: [penalty({ decision_date: GRANTED })] },
    [`penalty CF-1 ${GRANTED}`],
  ],
  ['a penalty of the day before', { penalties: [penalty({ decision_date: '2013-12-09' })] }, []],
  ['a penalty of today', { penalties: [penalty({ decision_date: TODAY })] }, [`penalty CF-1 ${TODAY}`]],
  ['a penalty of tomorrow', { penalties: [penalty({ decision_date: '2014-07-01' })] }, []],
  [
    'a penalty under review',
    { penalties: [penalty({ decision_date: '2014-01-01', status: 'under_review' })] },
    [],
  ],
  [
    'a penalty revoked today',
    { penalties: [penalty({ decision_date: '2014-01-01', status: 'revoked', revoked_on: TODAY })] },
    [],
  ],
  [
    'a penalty revoked tomorrow',
    { penalties: [penalty({ decision_date: '2014-01-01', status: 'revoked', revoked_on: '2014-07-01' })] },
    ['penalty CF-1 2014-01-01'],
  ],
  [
    'a penalty revoked nobody knows when',
    { penalties: [penalty({ decision_date: '2014-01-01', status: 'revoked' })] },
    [],
  ],
  [
    'a complaint closed on the day',
    { complaints: [closed(GRANTED)] },
    [`dishonest_complaint TS-1 ${GRANTED}`],
  ],
  ['a complaint closed the day before', { complaints: [closed('2013-12-09')] }, []],
  ['a complaint closed tomorrow', { complaints: [closed('2014-07-01')] }, []],
  ['a complaint that is open', { complaints: [complaint({ dishonest: 1 })] }, []],
  [
    'a complaint upheld in part',
    { complaints: [closed('2014-02-01', { finding: 'partly_upheld' })] },
    ['dishonest_complaint TS-1 2014-02-01'],
  ],
  [
    'a complaint not upheld, one withdrawn, one without a finding',
    {
      complaints: [
        ...(['not_upheld', 'withdrawn', null] as const).map(finding => closed('2014-02-01', { finding })),
      ],
    },
    [],
  ],
  [
    'a verified complaint that is about something else',
    { complaints: [closed('2014-02-01', { dishonest: 0 })] },
    ['verified_complaint TS-1 2014-02-01'],
  ],
  ['an entry of the black list', { listings: [entry()] }, ['blacklist 7 2014-01-05']],
  [
    'an entry of the day of the grant',
    { listings: [entry({ listed_on: GRANTED })] },
    [`blacklist 7 ${GRANTED}`],
  ],
  ['an entry from before', { listings: [entry({ listed_on: '2013-12-09' })] }, []],
  ['an entry of the red list', { listings: [entry({ list: 'red' })] }, []],
  ['an entry of a person', { listings: [entry({ person: '样例员工' })] }, []],
  ['an entry taken off today', { listings: [entry({ exited_on: TODAY })] }, []],
  [
    'an entry taken off tomorrow',
    { listings: [entry({ exited_on: '2014-07-01' })] },
    ['blacklist 7 2014-01-05'],
  ],
  [
    'an entry past its term that nobody took off',
    { listings: [entry({ until: '2014-06-01' })] },
    ['blacklist 7 2014-01-05'],
  ],
  ['an entry to come', { listings: [entry({ listed_on: '2014-07-01' })] }, []],
  ['a license in its last day', { agency: agency({ valid_to: TODAY }) }, []],
  [
    'a license that ran out yesterday',
    { agency: agency({ valid_to: '2014-06-29' }) },
    [`dissolved 样例人服证字110105第0001号 ${TODAY}`],
  ],
  [
    'a license cancelled on the day of the grant',
    { agency: agency({ license_status: 'cancelled' }), cancelled: GRANTED },
    [`dissolved 样例人服证字110105第0001号 ${GRANTED}`],
  ],
  [
    'a license cancelled before',
    { agency: agency({ license_status: 'cancelled' }), cancelled: '2013-12-09' },
    [],
  ],
  [
    'a license revoked nobody knows when',
    { agency: agency({ license_status: 'revoked' }) },
    ['dissolved 样例人服证字110105第0001号 null'],
  ],
  ['a license suspended', { agency: agency({ license_status: 'suspended' }) }, []],
  [
    'a public body that needs no license',
    { agency: agency({ kind: 'public', license_no: null, license_status: 'cancelled' }) },
    [],
  ],
  ['a body that ended today', institution(TODAY), [`dissolved T1 ${TODAY}`]],
  ['a body that ends tomorrow', institution('2014-07-01'), []],
  ['a body that goes on', institution(null), []],
  ['an offense of the day of the grant', { offenses: [offense(GRANTED)] }, [`offense BL-1 ${GRANTED}`]],
  ['an offense of the day before', { offenses: [offense('2013-12-09')] }, []],
  [
    'bad credit and an accident of a practitioner',
    {
      offenses: [
        offense('2014-03-01', { kind: 'credit' }),
        offense('2014-02-01', { offense_no: null, person: '甲', kind: 'accident' }),
      ],
    },
    ['offense 从业人员 2014-02-01 2014-02-01', 'offense BL-1 2014-03-01'],
  ],
]

describe('a title is touched by', () => {
  it.each(CASES)('%s: %j', (_what, given, wanted) => {
    expect(brief(given)).toEqual(wanted)
  })

  it('nothing that its scheme does not name', () => {
    const all = {
      complaints: [closed('2014-02-01')],
      penalties: [penalty({ decision_date: '2014-01-01' })],
      offenses: [offense('2014-03-01')],
      listings: [entry()],
    }
    expect(brief(all, ['blacklist'])).toEqual(['blacklist 7 2014-01-05'])
    expect(brief(all, ['offense', 'verified_complaint'])).toEqual([
      'verified_complaint TS-1 2014-02-01',
      'offense BL-1 2014-03-01',
    ])
  })

  it('each record once, by the first ground it falls under, with the clause of that ground', () => {
    const given = { complaints: [closed('2014-02-01')] }
    expect(find(given).map(f => [f.ground, f.clause])).toEqual([
      ['dishonest_complaint', '的dishonest_complaint'],
    ])
    expect(find(given, ['verified_complaint', 'dishonest_complaint']).map(f => f.ground)).toEqual([
      'verified_complaint',
    ])
  })

  it('a complaint and a penalty of one number, which are two', () => {
    const given = {
      complaints: [closed('2014-02-01', { complaint_no: '1号' })],
      penalties: [penalty({ decision_no: '1号', decision_date: '2014-02-01' })],
    }
    expect(find(given)).toHaveLength(2)
  })

  it('the same again: records of the kind from before the grant are named', () => {
    const penalties = [
      penalty({ decision_no: '旧罚', decision_date: '2013-01-01', kind: '罚款' }),
      penalty({ decision_no: '旧警', decision_date: '2013-02-01', kind: '警告' }),
      penalty({ decision_no: '旧撤', decision_date: '2013-02-01', kind: '罚款', status: 'revoked' }),
      penalty({ decision_no: '新罚', decision_date: '2014-01-01', kind: '罚款' }),
    ]
    expect(find({ penalties }).map(f => [f.record, f.repeats])).toEqual([['新罚', ['旧罚']]])
    const complaints = [
      closed('2013-02-01', { complaint_no: 'A', category: '收费争议' }),
      closed('2013-02-01', { complaint_no: 'B', category: '其他' }),
      closed('2014-02-01', { complaint_no: 'C', category: '其他' }),
    ]
    expect(find({ complaints }).map(f => [f.record, f.repeats])).toEqual([['C', ['B']]])
  })
})

it('finds of penalties those decided from the grant to today and in force, whatever else there is', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(d => String(d).padStart(2, '0'))
  const date = fc
    .tuple(fc.constantFrom('2013-11', '2013-12', '2014-05', '2014-06', '2014-07'), day)
    .map(([month, d]) => `${month}-${d}`)
  const one = fc.record({ date, status: fc.constantFrom('in_force', 'revoked', 'under_review') })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), all => {
      const penalties = all.map(({ date: decision_date, status }, i) =>
        penalty({ decision_no: `罚${i}`, decision_date, status: status as 'in_force' }),
      )
      const wanted = penalties
        .filter(p => p.status === 'in_force' && p.decision_date >= GRANTED && p.decision_date <= TODAY)
        .map(p => p.decision_no)
      expect(
        find({ penalties })
          .map(f => f.record)
          .sort(),
      ).toEqual(wanted.sort())
    }),
    { seed: 1 },
  )
})
