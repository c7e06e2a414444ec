// Packs what a district hands in to the city (BJ 三(七)): nominees and their papers, the results of all its agencies and the
// records that they rest on. Reads only; the same data on the same day makes the same bytes.
import { type Problem, type ProblemParams, problem } from '../../domain/problem.ts'
import { rosterColumns } from '../../domain/roster/agency.ts'
import type { District } from '../../domain/roster/district.ts'
import {
  countsOf,
  FORMAT,
  FORMAT_VERSION,
  filled,
  MANIFEST,
  type Manifest,
  type PackageContent,
} from '../../domain/submission/package.ts'
import { receiptOf } from '../../domain/submission/receipt.ts'
import { travellingKinds } from '../../domain/submission/travel.ts'
import { visible } from '../../domain/text.ts'
import { clip } from '../../formats/limits.ts'
import { type PackagePart, packParts } from '../../formats/package.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { lastChange } from '../../store/log.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme, getSetting } from '../../store/reference.ts'
import { ask, breathe, type Desk } from '../desk.ts'
import { packagePapersIn } from '../papers/package.ts'
import type { Paper } from '../papers/paper.ts'
import { fileName } from '../papers/paper.ts'
import { gatherContent } from './gather.ts'
import { digestOf, openPackage } from './open-package.ts'
import { ownDistrict, readiness } from './readiness.ts'

export interface Packed {
  /** With any, there are no bytes. */
  problems: Problem[]
  warnings: Problem[]
  name: string
  bytes: Uint8Array
  receipt: string
  manifest: Manifest
  /** Packed by the desk whose it is: until it notes the handing-in, the deadline stays open. */
  hands_in: boolean
}

/** Refuses an evaluation that is not run, is stale or names no nominees, a tie, too many, a share that is not held. */
export async function packSubmission(
  desk: Desk,
  which: string | null,
  wanted: { district: string | null; version: string },
): Promise<Packed | Pick<Packed, 'problems' | 'warnings'>> {
  const { found, drawn, hands_in } = ask(desk, reader => {
    const district = ownDistrict(reader, wanted.district)
    const found = readiness(reader, which, district)
    const drawn = found.problems.length > 0 ? null : draw(desk, reader, found.evaluation, district)
    return { found, drawn, hands_in: getSetting(reader, 'district') !== null }
  })
  const { problems, warnings } = found
  if (drawn === null) return { problems, warnings }
  const { about, content, papers } = drawn
  const parts = [...dataParts(content), ...(await made(papers))]
  const manifest: Manifest = {
    ...{ format: FORMAT, format_version: FORMAT_VERSION, program_version: wanted.version },
    ...about,
    packed_on: desk.today,
    counts: countsOf(content),
    parts: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: digestOf(bytes) })),
  }
  const { district, evaluation } = about
  const told = jsonPart(MANIFEST, manifest)
  const name = fileName(['报送', district.code, district.name, String(evaluation.year)], 'zip')
  const bytes = packParts([told, ...parts])
  // Whoever receives it looks at it in the same way: better told here than there.
  const opened = openPackage({ file: name, bytes })
  if ('problems' in opened) return { problems: opened.problems.map(p => toMend(content, p)), warnings }
  return { problems, warnings, manifest, hands_in, name, bytes, receipt: receiptOf(digestOf(told.bytes)) }
}

/** What a package cannot hold, by the record in which it has to be mended. */
function toMend(data: Data, found: Problem): Problem {
  const { sheet = '', cell = '' } = found.place
  const [, list = '', at = '', path = ''] = /^\.?(\w*)\[(\d+)\]\.?(.*)$/.exec(cell) ?? []
  const field = path === '' ? cell : path.replace(/^values\./, '')
  const record = at === '' ? sheet : recordAt(data, sheet, list, Number(at))
  if (found.code !== 'CX1423') return { ...found, place: { file: record, column: field } }
  const columns = travellingKinds.find(kind => kind.noun === list)?.columns ?? rosterColumns
  const header = columns.find(column => column.key === field)?.headers[0] ?? field
  const { wanted, more } = found.params as ProblemParams['CX1423']
  return problem('CX1441', { record, header, field, wanted, more })
}

function recordAt(data: Data, part: string, list: string, at: number): string {
  const shown = (text: string) => clip(visible(text).replace(/\s+/g, ' ').trim())
  const called = (agency: unknown) => shown(String(data.agencies[agency as number]?.name))
  if (part === 'data/agencies.json') return called(at)
  if (part === 'data/records.json') {
    const { agency, values } = data.records.get(list)![at]!
    const kind = travellingKinds.find(k => k.noun === list)!
    return `${called(agency)} ${shown(kind.label({ ...values, agency_name: '' }))}`
  }
  const rows = {
    'data/results.json': data.results,
    'data/nomination.json': data.nomination[list as 'candidates' | 'rulings' | 'outstanding'],
    'data/sheets.json': data.sheets,
    'data/overrides.json': data.overrides,
  }[part]
  const agency = rows?.[at]?.agency ?? null
  return agency === null ? part : called(agency)
}

/** All that goes into it, from one state of the file. */
function draw(desk: Desk, reader: Reader, evaluation: Evaluation, { code, name }: District) {
  const scheme = findScheme(reader, evaluation.scheme_id)!
  return {
    about: {
      scheme: { id: scheme.id, sha256: evaluation.scheme_sha256 ?? scheme.sha256 },
      evaluation: {
        ...{ year: evaluation.year, as_of: evaluation.as_of, version: evaluation.version },
        ...{ status: evaluation.status, result_sha256: evaluation.result_sha256! },
      },
      district: { code, name },
      log: lastChange(reader)!,
    },
    content: gatherContent(reader, evaluation, code),
    papers: packagePapersIn(desk, reader, String(evaluation.id), code).papers,
  }
}

async function made(papers: readonly Paper[]): Promise<PackagePart[]> {
  const parts: PackagePart[] = []
  for (const { name, make } of papers) {
    parts.push({ name: `papers/${name}`, bytes: (await make()).bytes })
    await breathe()
  }
  return parts
}

type Data = Omit<PackageContent, 'manifest'>

function dataParts(content: Data): PackagePart[] {
  const { agencies, results, nomination, records, sheets, overrides } = content
  const scored = results.map(({ scores, ...result }) => ({ ...result, scores: Object.fromEntries(scores) }))
  const rated = sheets.map(({ ratings, ...sheet }) => ({ ...sheet, ratings: Object.fromEntries(ratings) }))
  return [
    jsonPart('data/agencies.json', agencies.map(filled)),
    jsonPart('data/results.json', scored),
    jsonPart('data/nomination.json', nomination),
    jsonPart('data/records.json', Object.fromEntries(records)),
    jsonPart('data/sheets.json', rated),
    jsonPart('data/overrides.json', overrides),
  ]
}

function jsonPart(name: string, value: unknown): PackagePart {
  return { name, bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`) }
}
