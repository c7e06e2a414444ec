// Opens a package as whoever received it does: everything is looked at before anything is believed.
import { createHash } from 'node:crypto'
import { type Place, type Problem, problem } from '../../domain/problem.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import {
  DATA_PARTS,
  FORMAT_VERSION,
  formatShape,
  isPaper,
  isPart,
  MANIFEST,
  type Manifest,
  manifestShape,
  type PackageContent,
} from '../../domain/submission/package.ts'
import { readContent } from '../../domain/submission/read-content.ts'
import { receiptOf } from '../../domain/submission/receipt.ts'
import { schemeFaults } from '../../domain/submission/scheme-faults.ts'
import type { PartFault, ShapeFault } from '../../domain/submission/shape.ts'
import { visible } from '../../domain/text.ts'
import { isSafePaper } from '../../formats/docx-tags.ts'
import { UNPACKED_BYTES } from '../../formats/limits.ts'
import { openParts } from '../../formats/package.ts'

export interface PackageFile {
  /** As it is called. */
  file: string
  bytes: Uint8Array
}

export interface OpenedPackage {
  file: string
  /** Of the manifest, by which everything else is known. */
  sha256: string
  receipt: string
  content: PackageContent
}

/** Faults told of one part; the rest of them are counted. */
const TOLD = 5

/** In: a file as it came. Out: what it says, or why it is not to be trusted. */
export function openPackage({ file, bytes }: PackageFile): OpenedPackage | { problems: Problem[] } {
  const found = openParts(bytes, UNPACKED_BYTES)
  const place: Place = { file }
  if ('fault' in found) {
    const { fault } = found
    const part = 'part' in fault ? visible(fault.part) : ''
    return { problems: [problem('CX1421', { fault: fault.kind, part }, place)] }
  }
  const { parts } = found
  const text = parts.get(MANIFEST)
  if (text === undefined)
    return { problems: [problem('CX1422', { part: MANIFEST, lack: 'missing' }, { file, sheet: MANIFEST })] }
  const manifest = readManifest(file, text)
  if ('problems' in manifest) return manifest
  const problems = partProblems(file, manifest, parts)
  if (problems.length > 0) return { problems }
  const data = new Map(DATA_PARTS.map(name => [name as string, jsonOf(parts.get(name)!)]))
  const content = readContent(manifest, data)
  const papers = paperProblems(file, parts)
  if (Array.isArray(content)) return { problems: [...malformed(file, content), ...papers] }
  if (papers.length > 0) return { problems: papers }
  const sha256 = digestOf(text)
  return { file, sha256, receipt: receiptOf(sha256), content }
}

function readManifest(file: string, text: Uint8Array): Manifest | { problems: Problem[] } {
  const value = jsonOf(text)
  const faults: ShapeFault[] = []
  const { format_version: version } = formatShape(value, '', faults)
  const place: Place = { file, sheet: MANIFEST }
  if (faults.length > 0) return { problems: malformed(file, inManifest(faults)) }
  if (version !== FORMAT_VERSION)
    return { problems: [problem('CX1424', { version, known: FORMAT_VERSION }, place)] }
  const manifest = manifestShape(value, '', faults)
  return faults.length > 0 ? { problems: malformed(file, inManifest(faults)) } : manifest
}

function inManifest(faults: readonly ShapeFault[]): PartFault[] {
  return faults.map(fault => ({ part: MANIFEST, ...fault }))
}

/** Every part is there, and is what the manifest says; there is no other. */
function partProblems(file: string, manifest: Manifest, parts: ReadonlyMap<string, Uint8Array>): Problem[] {
  const listed = new Map(manifest.parts.map(part => [part.name, part]))
  const lacks = (part: string, lack: 'missing' | 'unlisted' | 'changed' | 'unknown' | 'twice') =>
    problem('CX1422', { part, lack }, { file, sheet: part })
  const needed = DATA_PARTS.filter(name => !listed.has(name))
  return [
    // The last of the same name is the one that is listed.
    ...manifest.parts.filter(part => listed.get(part.name) !== part).map(({ name }) => lacks(name, 'twice')),
    ...[...listed.keys()].filter(name => !isPart(name)).map(name => lacks(name, 'unknown')),
    ...needed.map(name => lacks(name, 'missing')),
    ...[...listed.values()].flatMap(({ name, bytes, sha256 }) => {
      const content = parts.get(name)
      if (content === undefined) return [lacks(name, 'missing')]
      const same = content.length === bytes && digestOf(content) === sha256
      return same ? [] : [lacks(name, 'changed')]
    }),
    ...[...parts.keys()]
      .filter(name => name !== MANIFEST && !listed.has(name))
      .map(name => lacks(name, 'unlisted')),
  ]
}

/** Somebody opens them: they are Word files that run and fetch nothing. */
function paperProblems(file: string, parts: ReadonlyMap<string, Uint8Array>): Problem[] {
  return [...parts]
    .filter(([name, bytes]) => isPaper(name) && !isSafePaper(bytes, name))
    .map(([part]) => problem('CX1422', { part, lack: 'no_paper' }, { file, sheet: part }))
}

/** What does not go with the scheme by which the district evaluated. */
export function schemeProblems({ file, content }: OpenedPackage, scheme: Scheme): Problem[] {
  return malformed(file, schemeFaults(content, scheme))
}

function malformed(file: string, faults: readonly PartFault[]): Problem[] {
  const parts = [...new Set(faults.map(f => f.part))]
  return parts.flatMap(part => {
    const own = faults.filter(f => f.part === part)
    const more = Math.max(0, own.length - TOLD)
    return own.slice(0, TOLD).map((found, i) => {
      const place = { file, sheet: part, cell: found.path }
      if ('fault' in found) return problem(found.fault.code, found.fault.params as never, place)
      return problem('CX1423', { ...found, more: i === TOLD - 1 ? more : 0 }, place)
    })
  })
}

/** What is no JSON in UTF-8 is nothing that a shape accepts. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
