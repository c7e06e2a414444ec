// What people decided, and what registers hold, as a package may not tell it; each case is a sound package in which one
// thing was changed.
import { describe, expect, it } from 'vitest'
import { readContent } from '../../../src/domain/submission/read-content.ts'
import { packed } from './content.ts'

const USCC = '91110117CXYL04683A'

const sheet = {
  ...{ agency: 0, rater_kind: 'expert', rater: '110117-0123456789', ratings: { 1: 2_500_000 } },
  ...{ note: null, withdrawn: null },
}
const override = { agency: 0, indicator: 1, points: 5000, reason: '复核', document: '样文1号' }
const outstanding = { agency: 0, campaign: '诚信服务月2013', day: '2013-10-01', reason: null }
const penalty = {
  agency: 0,
  values: { decision_no: 'CF1', decision_date: '2013-01-02', kind: '罚款', authority: '样局' },
}
const ruling = (kind: string, change: object = {}) => ({
  ...{ kind, gate: null, agency: null, method: null, reason: '样由', signer: '样局长' },
  ...{ ruled_on: '2013-11-01', tied: [], ...change },
})
const among = (...agencies: number[]) => agencies.map((agency, i) => ({ agency, chosen: i === 0 }))
const tie = ruling('tie', { method: 'vote', tied: among(0, 1) })

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of every shape
type Parts = Record<'agencies' | 'results' | 'nomination' | 'records' | 'sheets' | 'overrides', any>

/** Each as `part path: what it should have been`. */
function faults(change: (parts: Parts) => void): string[] {
  const { manifest, parts } = packed({ nominees: [true, false] })
  const short = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name.replace(/^data\/|\.json$/g, ''), part]),
  ) as Parts
  Object.assign(short, { sheets: [sheet], overrides: [override], records: { penalty: [penalty] } })
  short.nomination.outstanding = [outstanding]
  short.nomination.rulings = [tie]
  const told = structuredClone(short)
  change(told)
  const counts = {
    ...manifest.counts,
    sheets: told.sheets.length,
    records: Object.values<unknown[]>(told.records).flat().length,
  }
  const named = Object.entries(told).map(([name, part]): [string, unknown] => [`data/${name}.json`, part])
  const read = readContent({ ...manifest, counts }, new Map(named))
  if (!Array.isArray(read)) return []
  return read.map(f => {
    const part = f.part.replace(/^data\/|\.json$/g, '')
    return `${part} ${f.path}: ${'wanted' in f ? f.wanted : f.fault.code}`
  })
}

const candidate = (change: object) => (p: Parts) => Object.assign(p.nomination.candidates[1], change)
const rulings =
  (...all: object[]) =>
  (p: Parts) => {
    p.nomination.rulings = all
  }

type Case = [string, (parts: Parts) => unknown, string[]]

describe('a package', () => {
  it('that is sound has no faults', () => expect(faults(() => {})).toEqual([]))

  it.each<Case>([
    ['a result', p => Object.assign(p.results[1], { agency: 2 }), ['results [1]: agency']],
    ['a candidate', candidate({ agency: 2 }), ['nomination candidates[1]: agency']],
    ['a ruling', rulings(ruling('drop', { agency: 2 })), ['nomination rulings[0][0]: agency']],
    [
      'who was tied',
      rulings(ruling('tie', { method: 'lot', tied: among(0, 2) })),
      ['nomination rulings[0][1]: agency'],
    ],
    [
      'who stood out',
      p => Object.assign(p.nomination.outstanding[0], { agency: 2 }),
      ['nomination outstanding[0]: agency'],
    ],
    ['a record', p => Object.assign(p.records.penalty[0], { agency: 2 }), ['records penalty[0]: agency']],
    ['a sheet', p => Object.assign(p.sheets[0], { agency: 2 }), ['sheets [0]: agency']],
    ['points set by hand', p => Object.assign(p.overrides[0], { agency: 2 }), ['overrides [0]: agency']],
  ])('names no agency that it does not tell: %s', (_, change, found) => expect(faults(change)).toEqual(found))

  it('tells no two agencies of one code', () => {
    const found = faults(p => {
      for (const agency of p.agencies) agency.uscc = USCC
    })
    expect(found).toEqual(['agencies [1].uscc: CX1438'])
  })
})

describe('a list', () => {
  it.each<Case>([
    [
      'nominates somebody',
      p => {
        for (const c of p.nomination.candidates)
          Object.assign(c, { decision: 'passed_over', reason: '{"is":"full"}' })
      },
      ['nomination candidates: nominees', 'manifest counts.nominees: =0'],
    ],
    ['ranks its nominees', candidate({ rank: null }), ['nomination candidates[1].rank: rank']],
    [
      'ranks whom it passes over',
      candidate({ rank: null, decision: 'passed_over', reason: '{"is":"share"}' }),
      ['nomination candidates[1].rank: rank', 'manifest counts.nominees: =1'],
    ],
    [
      'nominates nobody who fails a gate',
      candidate({ reason: '{"is":"gates","gates":[]}' }),
      ['nomination candidates[1].decision: decision'],
    ],
    [
      'passes nobody over who is chosen',
      candidate({ decision: 'passed_over' }),
      ['nomination candidates[1].decision: decision', 'manifest counts.nominees: =1'],
    ],
    ['gives reasons', candidate({ reason: 'none' }), ['nomination candidates[1].decision: decision']],
    [
      'gives reasons of its own',
      candidate({ reason: 'null' }),
      ['nomination candidates[1].decision: decision'],
    ],
    [
      'adds nobody without a ruling',
      candidate({ reason: '{"is":"by_hand","how":"add"}' }),
      ['nomination candidates[1].decision: by_hand'],
    ],
    [
      'adds by a ruling',
      p => {
        candidate({ reason: '{"is":"by_hand","how":"add"}' })(p)
        rulings(ruling('add', { agency: 1 }))(p)
      },
      [],
    ],
    [
      'drops whom a ruling drops',
      rulings(ruling('drop', { agency: 1 })),
      ['nomination candidates[1].decision: by_hand'],
    ],
    [
      'drops nobody without one',
      candidate({ decision: 'dropped', reason: '{"is":"by_hand","how":"drop"}' }),
      ['nomination candidates[1].decision: by_hand', 'manifest counts.nominees: =1'],
    ],
    [
      'has no totals below nothing',
      p => Object.assign(p.results[1], { total: -5, min_total: -5, max_total: -5, scores: { 1: -5 } }),
      ['total', 'min_total', 'max_total', 'scores.1'].map(field => `results [1].${field}: count`),
    ],
    [
      'has two ends of a range',
      p => Object.assign(p.results[1].scores, { 1: [0, 1, 2] }),
      ['results [1].scores.1: range'],
    ],
  ])('%s', (_, change, found) => expect(faults(change)).toEqual(found))
})

describe('a ruling', () => {
  const at = (i: number, field: string, wanted: string) => [`nomination rulings[${i}].${field}: ${wanted}`]

  it.each<Case>([
    ['of every kind', rulings(ruling('gate', { gate: 'no_penalty_24m' }), ruling('share'), tie, tie), []],
    ['on a share of one agency', rulings(ruling('share', { agency: 0 })), at(0, 'agency', 'whom')],
    ['that drops nobody', rulings(ruling('drop')), at(0, 'agency', 'whom')],
    ['that adds nobody', rulings(ruling('add')), at(0, 'agency', 'whom')],
    ['of a tie without how', rulings({ ...tie, method: null }), at(0, 'method', 'method')],
    ['of a share by lot', rulings(ruling('share', { method: 'lot' })), at(0, 'method', 'method')],
    ['of a tie of nobody', rulings({ ...tie, tied: [] }), at(0, 'tied', 'tied')],
    ['of a share with a tie', rulings(ruling('share', { tied: among(0) })), at(0, 'tied', 'tied')],
    ['of a tie of one and the same', rulings({ ...tie, tied: among(0, 0) }), at(0, 'tied', 'once')],
    ['on no gate', rulings(ruling('gate')), at(0, 'gate', 'gate')],
    ['on a share and a gate', rulings(ruling('share', { gate: 'x' })), at(0, 'gate', 'gate')],
    ['on a share, twice', rulings(ruling('share'), ruling('share')), at(1, 'kind', 'once')],
    [
      'on a gate, twice',
      rulings(...['a', 'b', 'a'].map(gate => ruling('gate', { gate }))),
      at(2, 'kind', 'once'),
    ],
    ['to come', rulings(ruling('share', { ruled_on: '2099-01-01' })), at(0, 'ruled_on', 'packed')],
    ['of the day of packing', rulings(ruling('share', { ruled_on: '2013-11-05' })), []],
  ])('%s', (_, change, found) => expect(faults(change)).toEqual(found))

  it.each([
    ['drop', 'drop'],
    ['drop', 'add'],
  ])('by hand is there once for each agency: %s and %s', (one, other) => {
    const found = faults(p => {
      candidate({ decision: 'dropped', reason: '{"is":"by_hand","how":"drop"}' })(p)
      rulings(ruling(one, { agency: 1 }), ruling(other, { agency: 1 }))(p)
    })
    expect(found).toEqual([...at(1, 'kind', 'once'), 'manifest counts.nominees: =1'])
  })
})

describe('what is told beside', () => {
  const withdrawn = (on: string) => (p: Parts) =>
    Object.assign(p.sheets[0], { withdrawn: { on, reason: '误' } })

  it.each<Case>([
    ['a sheet twice', p => p.sheets.push({ ...sheet, ratings: {} }), ['sheets [1]: once']],
    ['sheets of two raters', p => p.sheets.push({ ...sheet, rater: '乙' }), []],
    ['sheets of two kinds', p => p.sheets.push({ ...sheet, rater_kind: 'public' }), []],
    [
      'a sheet that does not count from then on',
      withdrawn('2013-11-06'),
      ['sheets [0].withdrawn.on: packed'],
    ],
    ['one that does not count', withdrawn('2013-11-05'), []],
    ['points twice', p => p.overrides.push({ ...override, reason: '又' }), ['overrides [1]: once']],
    [
      'points that are not those of the result',
      p => Object.assign(p.overrides[0], { points: 4999 }),
      ['overrides [0].points: score'],
    ],
    [
      'points of what was not scored',
      p => Object.assign(p.overrides[0], { indicator: 99 }),
      ['overrides [0].points: score'],
    ],
    [
      'points below none',
      p => Object.assign(p.overrides[0], { points: -1 }),
      ['overrides [0].points: count'],
    ],
    [
      'points without a reason',
      p => Object.assign(p.overrides[0], { reason: ' ' }),
      ['overrides [0].reason: said'],
    ],
    [
      'points without a document',
      p => Object.assign(p.overrides[0], { document: '' }),
      ['overrides [0].document: said'],
    ],
    [
      'who stood out twice',
      p => p.nomination.outstanding.push({ ...outstanding, campaign: ' 诚信服务月２０１３' }),
      ['nomination outstanding[1]: once'],
    ],
    [
      'who stood out in two campaigns',
      p => p.nomination.outstanding.push({ ...outstanding, campaign: '另一活动' }),
      [],
    ],
    [
      'who will stand out',
      p => Object.assign(p.nomination.outstanding[0], { day: '2013-11-06' }),
      ['nomination outstanding[0].day: packed'],
    ],
    ['a record twice', p => p.records.penalty.push({ ...penalty, agency: 1 }), ['records penalty[1]: once']],
    [
      'a record of a day to come',
      p => Object.assign(p.records.penalty[0].values, { decision_date: '2050-01-01' }),
      ['records penalty[0].decision_date: packed'],
    ],
    [
      'days of a record in the wrong order',
      p => Object.assign(p.records.penalty[0].values, { published_on: '2013-01-01' }),
      ['records penalty[0].published_on: CX1037'],
    ],
  ])('%s', (_, change, found) => expect(faults(change)).toEqual(found))
})
