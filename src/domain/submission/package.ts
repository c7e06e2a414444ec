// What a package holds: the manifest, by which everything else is known, and the parts of data. Read strictly, because it
// came from another desk.
import type { Value, Values } from '../imports/column.ts'
import {
  count,
  day,
  dictionary,
  flag,
  list,
  name,
  object,
  oneOf,
  orNull,
  type Shape,
  type Shaped,
  said,
  sha256,
  text,
  whole,
  year,
} from './shape.ts'
import { agencyShape, recordShape, travellingKinds } from './travel.ts'

export const FORMAT = 'chengxin-submission'
export const FORMAT_VERSION = 1
export const MANIFEST = 'manifest.json'

/** Before anything else is read of a manifest: whether this program knows how. */
export const formatShape: Shape<{ format: string; format_version: number }> = (value, path, faults) => {
  const told = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const format = oneOf(FORMAT)(told.format, `${path}format`, faults)
  return { format, format_version: whole(told.format_version, `${path}format_version`, faults) }
}

export const manifestShape = object({
  format: oneOf(FORMAT),
  format_version: whole,
  program_version: name,
  scheme: object({ id: name, sha256 }),
  evaluation: object({
    year,
    as_of: day,
    version: count,
    status: oneOf('open', 'finalized'),
    result_sha256: sha256,
  }),
  district: object({ code: name, name }),
  packed_on: day,
  /** The entry of the sender's log that last changed anything. */
  log: object({ no: count, hash: sha256 }),
  counts: object({ agencies: count, results: count, nominees: count, records: count, sheets: count }),
  parts: list(object({ name: said, bytes: count, sha256 })),
})

export type Manifest = Shaped<typeof manifestShape>

/** Agencies are told once; other parts name them by their place in that list. */
const agency = count

/** Of one that is not known: the least and the most. */
const points: Shape<number | number[]> = (value, path, faults) => {
  if (!Array.isArray(value)) return count(value, path, faults)
  if (value.length !== 2) faults.push({ path, wanted: 'range' })
  return list(count)(value, path, faults)
}

const scoreList = dictionary(key => (/^\d{1,3}$/.test(key) ? points : undefined))
const ratingList = dictionary(key => (/^\d{1,3}$/.test(key) ? count : undefined))

const resultShape = object({
  agency,
  total: orNull(count),
  min_total: count,
  max_total: count,
  computed_grade: orNull(name),
  grade: orNull(name),
  rank: orNull(count),
  scores: scoreList,
})

/** A ruling of the district's; of a gate, which holds for a whole file, only what was ruled is told. */
const rulingShape = object({
  kind: oneOf('gate', 'share', 'tie', 'add', 'drop'),
  gate: orNull(name),
  agency: orNull(agency),
  method: orNull(oneOf('rule', 'vote', 'lot')),
  reason: said,
  signer: said,
  ruled_on: day,
  tied: list(object({ agency, chosen: flag })),
})

export type PackedRuling = Shaped<typeof rulingShape>

const candidateShape = object({
  agency,
  rank: orNull(count),
  total: orNull(count),
  decision: oneOf('nominated', 'passed_over', 'ineligible', 'tied', 'dropped'),
  /** As data; the program that made it knows its words. */
  reason: text,
  papers_missing: list(oneOf('form', 'self_summary', 'result', 'application', 'filing', 'other')),
})

/** That an agency stood out in a campaign of the year, which decides among equal totals (BJ 三(七)). */
const outstandingShape = object({ agency, campaign: text, day, reason: orNull(text) })

const nominationShape = object({
  places: count,
  /** For-profit nominees that so many nominees need. */
  required: count,
  /** By the scheme, the last day on which the package counts as handed in in time. */
  due_on: orNull(day),
  candidates: list(candidateShape),
  rulings: list(rulingShape),
  outstanding: list(outstandingShape),
})

export type PackedNomination = Shaped<typeof nominationShape>

const sheetShape = object({
  agency,
  rater_kind: name,
  /** A pseudonym. */
  rater: name,
  ratings: ratingList,
  note: orNull(text),
  /** Why it does not count; null of one that does. */
  withdrawn: orNull(object({ on: day, reason: text })),
})

export type PackedSheet = Shaped<typeof sheetShape>

const overrideShape = object({ agency, indicator: count, points: count, reason: said, document: said })

export type PackedOverride = Shaped<typeof overrideShape>

export interface PackedRecord {
  agency: number
  values: Values
}

const recordsOf: ReadonlyMap<string, Shape<PackedRecord[]>> = new Map(
  travellingKinds.map(kind => [kind.noun, list(object({ agency, values: recordShape(kind) }))]),
)

export const PARTS = {
  'data/agencies.json': list(agencyShape),
  'data/results.json': list(resultShape),
  'data/nomination.json': nominationShape,
  'data/records.json': dictionary(noun => recordsOf.get(noun)),
  'data/sheets.json': list(sheetShape),
  'data/overrides.json': list(overrideShape),
} as const

export const DATA_PARTS = Object.keys(PARTS) as (keyof typeof PARTS)[]

/** The digests of the data, by which two packages of one state of a file are the same. */
export function dataOf({ parts }: Manifest): string {
  const data = parts.filter(part => (DATA_PARTS as string[]).includes(part.name))
  return data
    .map(part => `${part.name} ${part.sha256}`)
    .sort()
    .join('\n')
}

/** What a part of a package may be called: the data, and papers as they are packed. */
export function isPart(name: string): boolean {
  return (DATA_PARTS as string[]).includes(name) || isPaper(name)
}

export function isPaper(name: string): boolean {
  return PAPER.test(name)
}

/** Not by the names of devices, which Windows cannot write. */
const PAPER = /^papers\/(?!(con|prn|aux|nul|com\d|lpt\d)\.)[^/]+\.docx$/i

/** Everything that a package tells. */
export interface PackageContent {
  manifest: Manifest
  agencies: Values[]
  results: Shaped<typeof resultShape>[]
  nomination: PackedNomination
  records: Map<string, PackedRecord[]>
  sheets: PackedSheet[]
  overrides: PackedOverride[]
}

/** What a manifest counts. */
export function countsOf({
  agencies,
  results,
  nomination,
  records,
  sheets,
}: Omit<PackageContent, 'manifest'>): Manifest['counts'] {
  return {
    ...{ agencies: agencies.length, results: results.length, sheets: sheets.length },
    nominees: nomination.candidates.filter(c => c.decision === 'nominated').length,
    records: [...records.values()].flat().length,
  }
}

/** As a package writes a map of values: without what is empty. */
export function filled(values: Values): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}
