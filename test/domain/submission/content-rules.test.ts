// What whoever receives a package holds against it, by packages put together here and counted by hand.

import { describe, expect, it } from 'vitest'
import {
  findings,
  outOfYear,
  refusals,
  sentNominees,
  tallyOf,
  twice,
} from '../../../src/domain/submission/content-rules.ts'
import { filled } from '../../../src/domain/submission/package.ts'
import { readContent } from '../../../src/domain/submission/read-content.ts'
import { contentOf, type Given } from './content.ts'

const [YES, NO] = [true, false]

describe('what keeps a package out', () => {
  it.each<[string, Given, number | null, string[]]>([
    ['as many as there are places', { nominees: [YES, YES, NO] }, null, []],
    ['one more than places', { nominees: [YES, YES, NO, YES] }, null, ['CX3020']],
    ['the receiver’s places count, not the sender’s', { nominees: [YES, YES], places: 9 }, 1, ['CX3020']],
    ['and may be more', { nominees: [YES, YES], places: 1 }, 2, []],
    ['half of two', { nominees: [YES, NO] }, null, []],
    ['one of three is less than half', { nominees: [YES, NO, NO] }, null, ['CX3021']],
    ['none of one', { nominees: [NO] }, null, ['CX3021']],
    ['waived with a reason', { nominees: [NO], waiver: '经营性机构较少' }, null, []],
    ['a tie', { nominees: [YES], tied: 2 }, null, ['CX3022']],
    ['all at once', { nominees: [NO, NO, NO, NO], tied: 2 }, null, ['CX3020', 'CX3021', 'CX3022']],
  ])('%s', (_, given, places, codes) => {
    const content = contentOf(given)
    const tally = tallyOf(content, places, 50)
    expect(refusals(content, tally).map(p => p.code)).toEqual(codes)
  })
})

describe('what somebody has to see to', () => {
  it.each<[string, string, number[], number]>([
    ['this year', '2013-11-04', [], 0],
    ['what was evaluated here', '2014-02-01', [2013], 0],
    ['another year', '2014-02-01', [2014], 1],
  ])('is a year of neither today nor the file: %s', (_, today, evaluated, told) => {
    expect(outOfYear(contentOf({ nominees: [YES] }), today, evaluated)).toHaveLength(told)
  })

  it.each<[string, Given, string[], (string | null)?]>([
    ['the day due still counts', { nominees: [YES] }, []],
    ['the day after does not', { nominees: [YES], packed: '2013-11-06' }, ['CX1426']],
    ['without a deadline nothing is late', { nominees: [YES], packed: '2014-01-01' }, [], null],
    [
      'the sender’s deadline is only a word',
      { nominees: [YES], packed: '2013-11-06', due: null },
      ['CX1426'],
    ],
    ['nor does a later one help', { nominees: [YES], packed: '2013-11-06', due: '2013-12-31' }, ['CX1426']],
    ['a share of its own', { nominees: [YES, YES, YES], required: 1 }, ['CX1442']],
    ['each that lacks a paper', { nominees: [YES, YES, YES], lacking: 2 }, ['CX1431', 'CX1431']],
    [
      'a waiver and a gate, with reason and signer',
      { nominees: [YES], waiver: '少', gate: 'no_penalty_24m' },
      ['CX1437', 'CX1436'],
    ],
  ])('%s', (_, given, codes, due = '2013-11-05') => {
    const content = contentOf(given)
    expect(findings(content, tallyOf(content, null, 50), due).map(p => p.code)).toEqual(codes)
  })

  it('is what the sender says of places and share, where it is judged by others', () => {
    const content = contentOf({ nominees: [YES, NO], places: 400, required: 0 })
    const [told] = findings(content, tallyOf(content, 4, 50), null)
    expect(told).toMatchObject({
      code: 'CX1442',
      params: { sent: { places: 400, required: 0 }, taken: { places: 4, required: 1 } },
    })
  })
})

describe('one body nominated twice', () => {
  it('is told of two districts by its name, of one district by nothing that differs', () => {
    const [here, there] = [
      sentNominees(contentOf({ nominees: [YES, YES] })),
      sentNominees(contentOf({ nominees: [YES], code: '110116' })),
    ]
    expect(twice(here, new Set(here))).toEqual([])
    const found = twice([...here, ...there], new Set(there))
    expect(found.map(p => [p.code, (p.params as { by: string }).by])).toEqual([['CX1362', 'name']])
    expect(twice([...here, ...there], new Set())).toEqual([])
  })
})

describe('parts that contradict each other', () => {
  const NOBODY = ['data/nomination.json candidates', 'manifest.json counts.nominees']
  const plate = (granted_on: string) => ({
    agency: 0,
    values: { title: '诚信单位', level: 'district', granted_on, plate_no: '样001' },
  })
  const ruling = (kind: string, change: object) => ({
    ...{ kind, gate: null, agency: null, method: null, reason: '少', signer: '样局长' },
    ...{ ruled_on: '2013-11-01', tied: [], ...change },
  })

  /** The faults of a sound package in which one value was changed. */
  function faults(path: readonly (string | number)[], value: unknown): string[] {
    const { manifest, ...content } = structuredClone(contentOf({ nominees: [YES, NO] }))
    const parts: Record<string, unknown> = {
      'data/agencies.json': content.agencies.map(filled),
      'data/results.json': content.results.map(r => ({ ...r, scores: Object.fromEntries(r.scores) })),
      'data/nomination.json': content.nomination,
      ...{ 'data/records.json': {}, 'data/sheets.json': [], 'data/overrides.json': [] },
    }
    let inside = { 'manifest.json': manifest, ...parts } as unknown as Record<string | number, unknown>
    for (const key of path.slice(0, -1)) inside = inside[key] as typeof inside
    inside[path.at(-1)!] = value
    const read = readContent(manifest, new Map(Object.entries(parts)))
    return Array.isArray(read) ? read.map(f => `${f.part} ${f.path}`) : []
  }

  it('are told however many they are', () => {
    const { manifest } = contentOf({ nominees: [YES] })
    const ones = Array.from({ length: 300_000 }, () => 1)
    const read = readContent(manifest, new Map([['data/results.json', ones]])) as { part: string }[]
    expect(read.filter(f => f.part === 'data/results.json')).toHaveLength(300_000)
  })

  it.each<[string, (string | number)[], unknown, string[]]>([
    ['none', ['data/nomination.json', 'places'], 9, []],
    [
      'a total that is not the result’s',
      ['data/nomination.json', 'candidates', 0, 'total'],
      1,
      ['data/nomination.json candidates[0].total'],
    ],
    [
      'an agency of another district',
      ['data/agencies.json', 1, 'district_code'],
      '110105',
      ['data/agencies.json [1].district_code'],
    ],
    ['an agency of no kind', ['data/agencies.json', 1, 'kind'], 'city', ['data/agencies.json [1].kind']],
    ['an agency that is not there', ['data/results.json', 1, 'agency'], 7, ['data/results.json [1]']],
    [
      'a higher total in both parts',
      ['data/results.json', 0, 'total'],
      9999,
      ['data/results.json [0].total', 'data/nomination.json candidates[0].total'],
    ],
    ['another least', ['data/results.json', 0, 'min_total'], 7999, ['data/results.json [0].min_total']],
    ['another most', ['data/results.json', 0, 'max_total'], 9000, ['data/results.json [0].max_total']],
    [
      'points that do not make the total',
      ['data/results.json', 0, 'scores'],
      { 1: 5000 },
      ['data/results.json [0].total', 'data/results.json [0].min_total', 'data/results.json [0].max_total'],
    ],
    [
      'a range the wrong way round',
      ['data/results.json', 0, 'scores'],
      { 1: [8000, 0] },
      ['data/results.json [0].scores', 'data/results.json [0].total', 'data/results.json [0].max_total'],
    ],
    ['no grade', ['data/results.json', 0, 'computed_grade'], null, ['data/results.json [0].computed_grade']],
    ['no candidates', ['data/nomination.json', 'candidates'], [], NOBODY],
    [
      'a candidate twice',
      ['data/nomination.json', 'candidates', 1, 'agency'],
      0,
      ['data/nomination.json candidates[1].agency', 'data/nomination.json candidates[1].total'],
    ],
    [
      'a result twice',
      ['data/results.json', 1, 'agency'],
      0,
      [
        'data/results.json [1].agency',
        'data/nomination.json candidates[0].total',
        'data/nomination.json candidates[1].total',
      ],
    ],
    [
      'one that is nominated and dropped',
      ['data/nomination.json', 'rulings'],
      [ruling('drop', { agency: 0 })],
      ['data/nomination.json candidates[0].decision'],
    ],
    [
      'a ruling without a reason',
      ['data/nomination.json', 'rulings'],
      [ruling('share', { reason: ' ' })],
      ['data/nomination.json rulings[0].reason'],
    ],
    [
      'a ruling that nobody signed',
      ['data/nomination.json', 'rulings'],
      [ruling('share', { signer: '' })],
      ['data/nomination.json rulings[0].signer'],
    ],
    [
      'a license number twice',
      ['data/agencies.json', 1, 'license_no'],
      '110117-0',
      ['data/agencies.json [1].license_no'],
    ],
    [
      'the number of a plate twice',
      ['data/records.json', 'honor'],
      [plate('2012-01-01'), plate('2013-01-01')],
      ['data/records.json honor[1].plate_no', 'manifest.json counts.records'],
    ],
    ['a count that is not so', ['manifest.json', 'counts', 'nominees'], 1, ['manifest.json counts.nominees']],
    ['a register that nobody knows', ['data/records.json', 'secret'], [], ['data/records.json .secret']],
  ])('%s', (_, path, value, found) => expect(faults(path, value)).toEqual(found))
})
