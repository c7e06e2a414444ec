// What a package holds: the manifest, by which everything else is known, and the parts of data. Read strictly, because it
// came from another desk.
import type { Value, Values } from '../imports/column.ts'
import {
  count,
  day,
  dictionary,
  flag,
  list,
  object,
  oneOf,
  orNull,
  type Shape,
  type Shaped,
  sha256,
  text,
  whole,
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
  program_version: text,
  scheme: object({ id: text, sha256 }),
  evaluation: object({
    year: whole,
    as_of: day,
    version: whole,
    status: oneOf('open', 'finalized'),
    result_sha256: sha256,
  }),
  district: object({ code: text, name: text }),
  packed_on: day,
  /** The entry of the sender's log that last changed anything. */
  log: object({ no: whole, hash: sha256 }),
  counts: object({ agencies: count, results: count, nominees: count, records: count, sheets: count }),
  parts: list(object({ name: text, bytes: count, sha256 })),
})

export type Manifest = Shaped<typeof manifestShape>

/** Agencies are told once; other parts name them by their place in that list. */
const agency = count

const points: Shape<number | number[]> = (value, path, faults) =>
  Array.isArray(value) ? list(whole)(value, path, faults) : whole(value, path, faults)

const scoreList = dictionary(key => (/^\d{1,3}$/.test(key) ? points : undefined))
const ratingList = dictionary(key => (/^\d{1,3}$/.test(key) ? count : undefined))

const resultShape = object({
  agency,
  total: orNull(whole),
  min_total: whole,
  max_total: whole,
  computed_grade: orNull(text),
  grade: orNull(text),
  rank: orNull(whole),
  scores: scoreList,
})

/** A ruling of the district's; of a gate, which holds for a whole file, only what was ruled is told. */
const rulingShape = object({
  kind: oneOf('gate', 'share', 'tie', 'add', 'drop'),
  gate: orNull(text),
  agency: orNull(agency),
  method: orNull(oneOf('rule', 'vote', 'lot')),
  reason: text,
  signer: text,
  ruled_on: day,
  tied: list(object({ agency, chosen: flag })),
})

export type PackedRuling = Shaped<typeof rulingShape>

const candidateShape = object({
  agency,
  rank: orNull(whole),
  total: orNull(whole),
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
  rater_kind: text,
  /** A pseudonym. */
  rater: text,
  ratings: ratingList,
  note: orNull(text),
  /** Why it does not count; null of one that does. */
  withdrawn: orNull(object({ on: day, reason: text })),
})

export type PackedSheet = Shaped<typeof sheetShape>

const overrideShape = object({ agency, indicator: count, points: whole, reason: text, document: text })

export type PackedOverride = Shaped<typeof overrideShape>

export interface PackedRecord {
  agency: number
  values: Values
}

const recordsOf: ReadonlyMap<string, Shape<PackedRecord[]>> = new Map(
  travellingKinds.map(kind => [kind.noun, list(object({ agency, values: recordShape(kind) }))]),
)

const PARTS = {
  'data/agencies.json': list(agencyShape),
  'data/results.json': list(resultShape),
  'data/nomination.json': nominationShape,
  'data/records.json': dictionary(noun => recordsOf.get(noun)),
  'data/sheets.json': list(sheetShape),
  'data/overrides.json': list(overrideShape),
} as const

export const DATA_PARTS = Object.keys(PARTS) as (keyof typeof PARTS)[]

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

/** A fault of one part. */
export interface PartFault {
  part: string
  path: string
  wanted: string
}

/** In: the parts as JSON says them. Out: the content, or all that is wrong with it. */
export function readContent(
  manifest: Manifest,
  parts: ReadonlyMap<string, unknown>,
): PackageContent | PartFault[] {
  const faults: PartFault[] = []
  const read = <K extends keyof typeof PARTS>(name: K): Shaped<(typeof PARTS)[K]> => {
    const found: { path: string; wanted: string }[] = []
    const value = (PARTS[name] as Shape<unknown>)(parts.get(name), '', found)
    faults.push(...found.map(f => ({ part: name, ...f })))
    return value as Shaped<(typeof PARTS)[K]>
  }
  const content: PackageContent = {
    manifest,
    agencies: read('data/agencies.json'),
    results: read('data/results.json'),
    nomination: read('data/nomination.json'),
    records: read('data/records.json'),
    sheets: read('data/sheets.json'),
    overrides: read('data/overrides.json'),
  }
  if (faults.length === 0) faults.push(...contradictions(content))
  return faults.length > 0 ? faults : content
}

/** Parts that do not agree with each other: agencies that are not told, totals that are not the results'. */
function contradictions(content: PackageContent): PartFault[] {
  const { agencies, results, nomination, manifest } = content
  const faults: PartFault[] = []
  for (const [i, { name, kind, district_code }] of agencies.entries()) {
    const sound = name !== null && (kind === 'for_profit' || kind === 'public')
    if (!sound || district_code !== manifest.district.code)
      faults.push({ part: 'data/agencies.json', path: `[${i}]`, wanted: manifest.district.code })
  }
  for (const [part, path, agency] of agenciesNamed(content))
    if (agency >= agencies.length) faults.push({ part, path, wanted: 'agency' })
  const totals = new Map(results.map(r => [r.agency, r.total]))
  for (const [i, { agency, total }] of nomination.candidates.entries())
    if (totals.get(agency) !== total)
      faults.push({
        part: 'data/nomination.json',
        path: `candidates[${i}].total`,
        wanted: 'total of results',
      })
  for (const [key, n] of Object.entries(countsOf(content)))
    if (manifest.counts[key as keyof Manifest['counts']] !== n)
      faults.push({ part: MANIFEST, path: `counts.${key}`, wanted: String(n) })
  return faults
}

/** Every place at which an agency is named by its number. */
function agenciesNamed(content: PackageContent): [part: string, path: string, agency: number][] {
  const { results, nomination, records, sheets, overrides } = content
  const each = (part: string, path: string, rows: readonly { agency: number }[]) =>
    rows.map(({ agency }, i): [string, string, number] => [part, `${path}[${i}]`, agency])
  return [
    ...each('data/results.json', '', results),
    ...each('data/nomination.json', 'candidates', nomination.candidates),
    ...nomination.rulings.flatMap(({ agency, tied }, i) =>
      each('data/nomination.json', `rulings[${i}]`, [...(agency === null ? [] : [{ agency }]), ...tied]),
    ),
    ...each('data/nomination.json', 'outstanding', nomination.outstanding),
    ...[...records].flatMap(([noun, rows]) => each('data/records.json', noun, rows)),
    ...each('data/sheets.json', '', sheets),
    ...each('data/overrides.json', '', overrides),
  ]
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
