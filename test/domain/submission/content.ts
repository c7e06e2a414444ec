// Packages put together by hand, each part as JSON says it.
import type { Manifest, PackageContent } from '../../../src/domain/submission/package.ts'
import { readContent } from '../../../src/domain/submission/read-content.ts'

export interface Given {
  /** Of nominees: true is for-profit. */
  nominees: boolean[]
  places?: number
  tied?: number
  waiver?: string
  gate?: string
  packed?: string
  due?: string | null
  /** For-profit nominees, as the sender counts them; half of them all. */
  required?: number
  lacking?: number
  code?: string
}

const SHA = 'a'.repeat(64)

/** The manifest and the parts of a sound package, as JSON says them. */
export function packed(given: Given): { manifest: Manifest; parts: Record<string, unknown> } {
  const {
    nominees,
    places = 3,
    tied = 0,
    waiver,
    gate,
    packed = '2013-11-05',
    due = '2013-11-05',
    required = Math.ceil(nominees.length / 2),
    lacking = 0,
    code = '110117',
  } = given
  const kinds = [...nominees, ...Array.from({ length: tied }, () => true)]
  const reasonOf = (agency: number) =>
    agency < nominees.length
      ? { is: 'nominated', rank: agency + 1, place: agency + 1, places }
      : { is: 'tied', open: 1, with: [], others: tied - 1 }
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
      ...{ computed_grade: 'A', grade: 'A', rank: agency + 1, scores: { 1: 5000, 2: 3000 - agency } },
    })),
    'data/nomination.json': {
      ...{ places, required, due_on: due, outstanding: [] },
      candidates: kinds.map((_, agency) => ({
        ...{ agency, rank: agency + 1, total: 8000 - agency, reason: JSON.stringify(reasonOf(agency)) },
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
  return { manifest, parts }
}

export function contentOf(given: Given): PackageContent {
  const { manifest, parts } = packed(given)
  const content = readContent(manifest, new Map(Object.entries(parts)))
  if (Array.isArray(content)) throw new Error(JSON.stringify(content))
  return content
}
