// What whoever receives a package holds against it, by packages put together here and counted by hand.

import { describe, expect, it } from 'vitest'
import {
  findings,
  refusals,
  sentNominees,
  tallyOf,
  twice,
} from '../../../src/domain/submission/content-rules.ts'
import {
  filled,
  type Manifest,
  type PackageContent,
  readContent,
} from '../../../src/domain/submission/package.ts'

interface Given {
  /** Of nominees: true is for-profit. */
  nominees: boolean[]
  places?: number
  tied?: number
  waiver?: string
  gate?: string
  packed?: string
  due?: string | null
  lacking?: number
  code?: string
}

const SHA = 'a'.repeat(64)

function contentOf(given: Given): PackageContent {
  const {
    nominees,
    places = 3,
    tied = 0,
    waiver,
    gate,
    packed = '2013-11-05',
    due = '2013-11-05',
    lacking = 0,
    code = '110117',
  } = given
  const kinds = [...nominees, ...Array.from({ length: tied }, () => true)]
  const ruling = (kind: string, reason: string, id: string | null) => ({
    ...{
      kind,
      gate: id,
      agency: null,
      method: null,
      reason,
      signer: '样局长',
      ruled_on: '2013-11-01',
      tied: [],
    },
  })
  const parts = {
    'data/agencies.json': kinds
      .map((forProfit, i) => ({
        ...{ name: `样例${i}`, uscc: null, kind: forProfit ? 'for_profit' : 'public', district_code: code },
        license_no: `${code}-${i}`,
      }))
      .map(({ uscc: _none, ...agency }) => agency),
    'data/results.json': kinds.map((_, agency) => ({
      ...{ agency, total: 8000 - agency, min_total: 8000 - agency, max_total: 8000 - agency },
      ...{ computed_grade: 'A', grade: 'A', rank: agency + 1, scores: {} },
    })),
    'data/nomination.json': {
      ...{ places, required: 0, due_on: due, outstanding: [] },
      candidates: kinds.map((_, agency) => ({
        ...{ agency, rank: agency + 1, total: 8000 - agency, reason: '{}' },
        decision: agency < nominees.length ? 'nominated' : 'tied',
        papers_missing: agency < lacking ? ['form'] : [],
      })),
      rulings: [
        ...(waiver === undefined ? [] : [ruling('share', waiver, null)]),
        ...(gate === undefined ? [] : [ruling('gate', '县局已核', gate)]),
      ],
    },
    'data/records.json': {},
    'data/sheets.json': [],
    'data/overrides.json': [],
  }
  const manifest: Manifest = {
    format: 'chengxin-submission',
    ...{ format_version: 1, program_version: '0.1.0', packed_on: packed },
    ...{ scheme: { id: 'beijing-2013', sha256: SHA }, district: { code, name: '平谷区' } },
    evaluation: {
      year: 2013,
      as_of: '2013-10-31',
      version: 1,
      status: 'finalized',
      result_sha256: SHA,
    },
    ...{ log: { no: 9, hash: SHA }, parts: [] },
    counts: {
      agencies: kinds.length,
      results: kinds.length,
      nominees: nominees.length,
      records: 0,
      sheets: 0,
    },
  }
  const content = readContent(manifest, new Map(Object.entries(parts)))
  if (Array.isArray(content)) throw new Error(JSON.stringify(content))
  return content
}

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
    ['waived without one', { nominees: [NO], waiver: ' ' }, null, ['CX3021']],
    ['a tie', { nominees: [YES], tied: 2 }, null, ['CX3022']],
    ['all at once', { nominees: [NO, NO, NO, NO], tied: 2 }, null, ['CX3020', 'CX3021', 'CX3022']],
  ])('%s', (_, given, places, codes) => {
    const content = contentOf(given)
    const tally = tallyOf(content, places, 50)
    expect(refusals(content, tally).map(p => p.code)).toEqual(codes)
  })
})

describe('what somebody has to see to', () => {
  it.each<[string, Given, string[]]>([
    ['the day due still counts', { nominees: [YES] }, []],
    ['the day after does not', { nominees: [YES], packed: '2013-11-06' }, ['CX1426']],
    ['without a deadline nothing is late', { nominees: [YES], packed: '2014-01-01', due: null }, []],
    ['each that lacks a paper', { nominees: [YES, YES, YES], lacking: 2 }, ['CX1431', 'CX1431']],
    [
      'a waiver and a gate, with reason and signer',
      { nominees: [YES], waiver: '少', gate: 'no_penalty_24m' },
      ['CX1437', 'CX1436'],
    ],
  ])('%s', (_, given, codes) => {
    const content = contentOf(given)
    expect(findings(content, tallyOf(content, null, 50)).map(p => p.code)).toEqual(codes)
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
  /** The faults of a sound package in which one value was changed. */
  function faults(path: readonly (string | number)[], value: unknown): string[] {
    const { manifest, ...content } = structuredClone(contentOf({ nominees: [YES, NO] }))
    const parts: Record<string, unknown> = {
      'data/agencies.json': content.agencies.map(filled),
      'data/results.json': content.results.map(r => ({ ...r, scores: {} })),
      'data/nomination.json': content.nomination,
      ...{ 'data/records.json': {}, 'data/sheets.json': [], 'data/overrides.json': [] },
    }
    let inside = { 'manifest.json': manifest, ...parts } as unknown as Record<string | number, unknown>
    for (const key of path.slice(0, -1)) inside = inside[key] as typeof inside
    inside[path.at(-1)!] = value
    const read = readContent(manifest, new Map(Object.entries(parts)))
    return Array.isArray(read) ? read.map(f => `${f.part} ${f.path}`) : []
  }

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
      ['data/agencies.json [1]'],
    ],
    ['an agency of no kind', ['data/agencies.json', 1, 'kind'], 'city', ['data/agencies.json [1]']],
    [
      'an agency that is not there',
      ['data/results.json', 1, 'agency'],
      7,
      ['data/results.json [1]', 'data/nomination.json candidates[1].total'],
    ],
    ['a count that is not so', ['manifest.json', 'counts', 'nominees'], 1, ['manifest.json counts.nominees']],
    ['a register that nobody knows', ['data/records.json', 'secret'], [], ['data/records.json .secret']],
  ])('%s', (_, path, value, found) => expect(faults(path, value)).toEqual(found))
})
