// Packs what a district hands in to the city (BJ 三(七)): nominees and their papers, the results of all its agencies and the
// records that they rest on. Reads only; the same data on the same day makes the same bytes.
import { createHash } from 'node:crypto'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
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
import { type PackagePart, packParts } from '../../formats/package.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { lastChange } from '../../store/log.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme, listDistricts } from '../../store/reference.ts'
import { ask, breathe, type Desk } from '../desk.ts'
import { basisOnFile } from '../evaluation/compute.ts'
import { isStale } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded, schemeOf } from '../evaluation/which.ts'
import { checkNominations } from '../nomination/check.ts'
import { ownDistrict } from '../own-district.ts'
import { packagePapersIn } from '../papers/package.ts'
import type { Paper } from '../papers/paper.ts'
import { fileName } from '../papers/paper.ts'
import { gatherContent } from './gather.ts'

export interface Packed {
  /** With any, there are no bytes. */
  problems: Problem[]
  warnings: Problem[]
  name: string
  bytes: Uint8Array
  receipt: string
  manifest: Manifest
}

/** Refuses an evaluation that is not run, is stale or names no nominees, a tie, too many, a share that is not held. */
export async function packSubmission(
  desk: Desk,
  which: string | null,
  wanted: { district: string | null; version: string },
): Promise<Packed | Pick<Packed, 'problems' | 'warnings'>> {
  const { found, drawn } = ask(desk, reader => {
    const district = districtOf(reader, wanted.district)
    const found = readiness(desk, reader, which, district)
    return { found, drawn: found.problems.length > 0 ? null : draw(desk, reader, found.evaluation, district) }
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
  return {
    ...{ problems, warnings, manifest },
    name: fileName(['报送', district.code, district.name, String(evaluation.year)], 'zip'),
    bytes: packParts([told, ...parts]),
    receipt: receiptOf(digestOf(told.bytes)),
  }
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
    papers: packagePapersIn(desk, reader, String(evaluation.id), code),
  }
}

/** At the city desk one must be named. */
function districtOf(reader: Reader, named: string | null): District {
  const district = ownDistrict(reader, named)
  if (district !== null) return district
  throw new Refusal('CX1434', {
    available: listDistricts(reader)
      .map(d => `${d.code} ${d.name}`)
      .join('、'),
  })
}

function readiness(desk: Desk, reader: Reader, which: string | null, district: District) {
  const evaluation = notSuperseded(evaluationFor(reader, which))
  const scheme = schemeOf(reader, evaluation)
  const about = `${district.name} ${evaluation.scheme_id} ${evaluation.year}`
  const lacking = (lack: 'not_run' | 'stale' | 'no_list' | 'no_nominees' | 'subjects' | 'no_places') => ({
    evaluation,
    problems: [problem('CX1420', { lack, about })],
    warnings: [],
  })
  if (scheme.applies_to.subject !== 'agency') return lacking('subjects')
  if (scheme.nomination?.places_total.by === 'whole') return lacking('no_places')
  if (evaluation.result_sha256 === null) return lacking('not_run')
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const { id, status } = evaluation
  if (isStale(reader, evaluation)) problems.push(...lacking('stale').problems)
  if (status === 'open') warnings.push(problem('CX1432', { id }))
  else if (basisOnFile(reader, evaluation) !== evaluation.basis_sha256)
    warnings.push(problem('CX1433', { id }))
  try {
    const check = checkNominations(desk, String(id), district.code)
    const nominated = check.districts.reduce((sum, t) => sum + t.nominated, 0)
    if (nominated === 0) problems.push(...lacking('no_nominees').problems)
    problems.push(...check.problems.filter(p => p.code !== 'CX1361'))
    warnings.push(...check.problems.filter(p => p.code === 'CX1361'), ...check.warnings)
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems[0]!.code !== 'CX3024') throw error
    problems.push(...lacking('no_list').problems)
  }
  return { evaluation, problems, warnings }
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

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
