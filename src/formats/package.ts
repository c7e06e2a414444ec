// The container of what one desk hands to another: a zip file whose comment is the digest of all bytes before it, so that
// one changed byte is noticed wherever it is, also where a zip reader would not look. Same parts, same bytes.
import { createHash } from 'node:crypto'
import { type ArchiveFault, unpackAll } from './archive.ts'
import { zipOf } from './zip-stable.ts'

export interface PackagePart {
  name: string
  bytes: Uint8Array
}

export type PackageFault =
  | Exclude<ArchiveFault, { kind: 'dtd' }>
  /** No package at all. */
  | { kind: 'foreign' }
  /** Its bytes are not those that were packed. */
  | { kind: 'altered' }
  /** A part whose name leads out of the package. */
  | { kind: 'name'; part: string }
  | { kind: 'twice'; part: string }

/** Of a digest in hex. */
const SEAL = 64
const ZIP = 'PK\u0003\u0004'
/** Names are made of agencies' names, which say what they like; parts of paper names are sixty characters each. */
const NAME_CHARS = 500
/** What leads out of the folder it is unpacked to, and what is refused or read otherwise by Windows or by people. */
const ASTRAY = /[\\/:*?"<>|]|\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Bidi_Control}|^[. ]|[. ]$/u
const FOLDER = /^[a-z]+\//

export function packParts(parts: readonly PackagePart[]): Uint8Array {
  const bytes = zipOf(parts, '0'.repeat(SEAL))
  bytes.set(new TextEncoder().encode(sealOf(bytes)), bytes.length - SEAL)
  return bytes
}

/** In: the bytes of a file and the most that it may unpack to. Out: its parts, or why it is no package that can be trusted. */
export function openParts(
  bytes: Uint8Array,
  limit: number,
): { parts: Map<string, Uint8Array> } | { fault: PackageFault } {
  if (latin1(bytes.subarray(0, 4)) !== ZIP) return { fault: { kind: 'foreign' } }
  const sealed = latin1(bytes.subarray(-SEAL)) === sealOf(bytes)
  const found = unpackAll(bytes, limit)
  if ('fault' in found) {
    const { fault } = found
    return { fault: fault.kind === 'dtd' ? { kind: 'altered' } : fault }
  }
  if (!sealed) return { fault: { kind: 'altered' } }
  const parts = new Map<string, Uint8Array>()
  const taken = new Set<string>()
  for (const { name, content } of found.parts) {
    // Some disks hold these two for one name.
    const alike = name.normalize('NFC').toLowerCase()
    if (!isSound(name)) return { fault: { kind: 'name', part: name } }
    if (taken.has(alike)) return { fault: { kind: 'twice', part: name } }
    taken.add(alike)
    parts.set(name, content)
  }
  return { parts }
}

/** One folder at most, and a name that is only a name. */
function isSound(path: string): boolean {
  const name = path.replace(FOLDER, '')
  return name !== '' && [...name].length <= NAME_CHARS && !ASTRAY.test(name)
}

function sealOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes.subarray(0, -SEAL)).digest('hex')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
