// Who is proposed for the red and the black list, and which entries are to come off, on 2013-10-31.
import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import { type ListingDossier, proposeListings } from '../../../src/domain/records/listing-proposals.ts'
import { complaint, penalty } from '../fixtures.ts'

const AS_OF = '2013-10-31'
const EVALUATION = { id: 7, as_of: '2013-10-31' }

const verified = (closed_on: string, complaint_no = 'TS-1') =>
  complaint({ complaint_no, received_on: '2012-01-01', closed_on, finding: 'upheld', dishonest: 1 })
const punished = (decision_date: string, given: object = {}) => ({
  ...penalty({ decision_date }),
  repaired_on: null,
  ...given,
})
const entry = (given: Values) => ({
  ...{ id: 3, person: null, source_no: null, until: null, exited_on: null },
  ...given,
})

const dossier = (given: Partial<ListingDossier> = {}): ListingDossier => ({
  ...{ complaints: [], penalties: [], offenses: [], sanctioned: [], orders: [], listings: [] },
  grade: null,
  ...given,
})

const brief = (given: Partial<ListingDossier>, evaluation: typeof EVALUATION | null = EVALUATION) =>
  proposeListings(dossier(given), evaluation, AS_OF).map(
    p => `${p.action} ${p.list} ${p.records.map(r => r.ref).join(' ')}`,
  )

describe('the black list', () => {
  it.each([
    ['nothing on file', {}, []],
    ['a complaint closed a year and a day ago', { complaints: [verified('2012-10-31')] }, []],
    ['closed within a year', { complaints: [verified('2012-11-01')] }, ['enter black TS-1']],
    ['closed on the day', { complaints: [verified('2013-10-31')] }, ['enter black TS-1']],
    ['closed the day after', { complaints: [verified('2013-11-01')] }, []],
    ['not dishonest', { complaints: [{ ...verified('2013-10-01'), dishonest: 0 }] }, []],
    ['decided two years ago', { penalties: [punished('2011-10-31')] }, []],
    ['decided within two years', { penalties: [punished('2011-11-01')] }, ['enter black CF-1']],
    [
      'under review',
      { penalties: [punished('2013-01-01', { status: 'under_review' })] },
      ['enter black CF-1'],
    ],
    [
      'revoked the day after',
      { penalties: [punished('2013-01-01', { status: 'revoked', revoked_on: '2013-11-01' })] },
      ['enter black CF-1'],
    ],
    ['revoked', { penalties: [punished('2013-01-01', { status: 'revoked', revoked_on: AS_OF })] }, []],
    ['repaired', { penalties: [punished('2013-01-01', { repaired_on: AS_OF })] }, []],
    [
      'repaired the day after',
      { penalties: [punished('2013-01-01', { repaired_on: '2013-11-01' })] },
      ['enter black CF-1'],
    ],
    [
      'two records, the latest first',
      { complaints: [verified('2013-02-01')], penalties: [punished('2013-03-01')] },
      ['enter black CF-1 TS-1'],
    ],
    [
      'was listed for it',
      {
        complaints: [verified('2013-02-01')],
        listings: [
          entry({ list: 'black', listed_on: '2013-03-01', exited_on: '2013-10-01', source_no: 'TS-1' }),
        ],
      },
      [],
    ],
    [
      'was listed for another one',
      {
        complaints: [verified('2013-02-01')],
        listings: [
          entry({ list: 'black', listed_on: '2013-03-01', exited_on: '2013-10-01', source_no: 'TS-2' }),
        ],
      },
      ['enter black TS-1'],
    ],
    [
      'is on it for another one',
      {
        complaints: [verified('2013-02-01')],
        listings: [entry({ list: 'black', listed_on: '2013-03-01', until: AS_OF, source_no: 'TS-2' })],
      },
      [],
    ],
    [
      'one of its people is on it',
      {
        complaints: [verified('2013-02-01')],
        listings: [entry({ list: 'black', listed_on: '2013-03-01', person: '乙', source_no: 'TS-2' })],
      },
      ['enter black TS-1'],
    ],
    [
      'past the term of another one: off first, then on again',
      {
        complaints: [verified('2013-02-01')],
        listings: [entry({ list: 'black', listed_on: '2012-03-01', until: '2013-02-28', source_no: 'TS-2' })],
      },
      ['exit black 3', 'enter black TS-1'],
    ],
  ] as [string, Partial<ListingDossier>, string[]][])('%s', (_, given, wanted) => {
    expect(brief(given)).toEqual(wanted)
  })
})

describe('the red list', () => {
  const order = { ref: '惩1号', ordered: '2013-01-01' }
  const offense = { offense_no: 'BL-1', person: null, kind: 'violation', date: '2011-11-01' } as const
  it.each([
    ['grade A and nothing against it', {}, ['enter red 7']],
    ['grade B', { grade: 'B' }, []],
    ['no grade', { grade: null }, []],
    ['on it', { listings: [entry({ list: 'red', listed_on: '2013-01-01' })] }, []],
    [
      'past its term on it',
      { listings: [entry({ list: 'red', listed_on: '2011-01-01', until: '2013-10-30' })] },
      ['exit red 3', 'enter red 7'],
    ],
    ['a penalty', { penalties: [punished('2013-01-01')] }, ['enter black CF-1']],
    ['one repaired is still against it', { penalties: [punished('2013-01-01', { repaired_on: AS_OF })] }, []],
    ['an offense of two years ago', { offenses: [offense] }, []],
    ['an older one', { offenses: [{ ...offense, date: '2011-10-31' }] }, ['enter red 7']],
    ['sanctioned', { sanctioned: ['2013-01-01'] }, []],
    ['an order that is overdue', { orders: [{ ...order, due: '2013-10-30', done: null }] }, []],
    ['an order due today', { orders: [{ ...order, due: AS_OF, done: null }] }, ['enter red 7']],
    ['one done late', { orders: [{ ...order, due: '2013-02-01', done: '2013-03-01' }] }, ['enter red 7']],
    [
      'on the black list past its term',
      { listings: [entry({ list: 'black', listed_on: '2012-01-01', until: '2012-12-31' })] },
      ['exit black 3'],
    ],
  ] as [string, Partial<ListingDossier>, string[]][])('%s', (_, given, wanted) => {
    expect(brief({ grade: 'A', ...given })).toEqual(wanted)
  })

  it('is for nobody while no evaluation is finalized', () => {
    expect(brief({ grade: 'A' }, null)).toEqual([])
  })
})

it.each([
  ['2013-10-30', ['exit black 3']],
  ['2013-10-31', []],
])('an entry until %s is to come off: %j', (until, wanted) => {
  expect(brief({ listings: [entry({ list: 'black', listed_on: '2012-10-31', until })] })).toEqual(wanted)
})

it('cites the clause and names days', () => {
  expect(proposeListings(dossier({ complaints: [verified('2013-02-01')] }), null, AS_OF)).toEqual([
    {
      ...{ action: 'enter', list: 'black', person: null, listing_id: null },
      clause: '舟山三(四)；京人社市场发〔2013〕220号三(八)2',
      records: [{ is: 'complaint', ref: 'TS-1', day: '2013-02-01' }],
    },
  ])
})
