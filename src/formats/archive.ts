// Looks into a zip container (.xlsx, .docx, .ods) before a spreadsheet library does.
// The library has its own cap of 2 GiB and skips a DTD in silence; the limits we promise are 200 MB
// unpacked and no DTD at all, so they are enforced here, on what really comes out.

import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** An underscore: no part that anyone asks for begins with it. */
const UNKNOWN = 0x5f
/** No part that archiveFault lets pass is larger. */
const UNPACKED = 2 ** 30
const STORED = 0
const DEFLATED = 8

interface Entry {
  name: string
  /** Where its name stands in the directory. */
  nameAt: number
  method: number
  packed: number
  unpacked: number
  offset: number
}

export type ArchiveFault =
  | { kind: 'cut' }
  | { kind: 'damaged'; part: string }
  | { kind: 'too-big'; bytes: number }
  | { kind: 'dtd'; part: string }

class Damaged extends Error {
  /** Without a part, the end of the file is missing. */
  readonly part: string | null

  constructor(part: string | null) {
    super('damaged zip container')
    this.part = part
  }
}

/**
 * In: the bytes of a zip container. Out: the names of its parts, or null when there is no directory.
 * Nothing is unpacked.
 */
export function partNames(bytes: Uint8Array): string[] | null {
  try {
    return directory(bytes).map(e => e.name)
  } catch (error) {
    if (error instanceof Damaged) return null
    throw error
  }
}

/**
 * In: the bytes of a zip container and the most bytes it may unpack to. Out: the first fault, or null.
 * Every part is unpacked once, because a declared size is only a claim.
 */
export function archiveFault(bytes: Uint8Array, limit: number): ArchiveFault | null {
  return eachPart(bytes, limit, (name, content) =>
    /\.(xml|rels|vml)$/i.test(name) && hasDtd(content) ? { kind: 'dtd', part: name } : null,
  )
}

/** The same for all that is in it: the parts in the order of the directory, or the first fault. */
export function unpackAll(
  bytes: Uint8Array,
  limit: number,
): { parts: { name: string; content: Uint8Array }[] } | { fault: ArchiveFault } {
  const parts: { name: string; content: Uint8Array }[] = []
  const fault = eachPart(bytes, limit, (name, content) => {
    parts.push({ name, content })
    return null
  })
  return fault === null ? { parts } : { fault }
}

function eachPart(
  bytes: Uint8Array,
  limit: number,
  look: (name: string, content: Uint8Array) => ArchiveFault | null,
): ArchiveFault | null {
  try {
    const entries = directory(bytes)
    const declared = entries.reduce((sum, e) => sum + e.unpacked, 0)
    if (declared > limit) return { kind: 'too-big', bytes: declared }
    let total = 0
    for (const entry of entries) {
      const content = unpack(bytes, entry, limit - total)
      if (content === null) return { kind: 'too-big', bytes: limit + 1 }
      total += content.length
      const fault = look(entry.name, content)
      if (fault !== null) return fault
    }
    return null
  } catch (error) {
    if (error instanceof Damaged)
      return error.part === null ? { kind: 'cut' } : { kind: 'damaged', part: error.part }
    throw error
  }
}

/** In: a sound zip container (archiveFault has found nothing). Out: the texts of its parts of such names, by name. */
export function partTexts(bytes: Uint8Array, name: RegExp): Map<string, string> {
  const wanted = directory(bytes).filter(entry => name.test(entry.name))
  return new Map(wanted.map(entry => [entry.name, decoded(unpack(bytes, entry, UNPACKED)!)]))
}

/** XML that somebody's own program put beside the document may be UTF-16, which its first two bytes say. */
function decoded(content: Uint8Array): string {
  const [first, second] = content
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(content)
}

/** In: a sound zip container. Out: a copy that reads as if the parts of such names were not there. */
export function withoutParts(bytes: Uint8Array, name: RegExp): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const entry of directory(bytes)) if (name.test(entry.name)) copy[entry.nameAt] = UNKNOWN
  return copy
}

function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < lowest || end < 0) throw new Damaged(null)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new Damaged('')
    }
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      nameAt: at + 46,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The part's content, or null when it is larger than `room`. */
function unpack(bytes: Uint8Array, entry: Entry, room: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) {
    throw new Damaged(entry.name)
  }
  const header = 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const start = entry.offset + header
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw new Damaged(entry.name)
  if (entry.method === STORED) return packed.length > room ? null : packed
  if (entry.method !== DEFLATED) throw new Damaged(entry.name)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw new Damaged(entry.name)
  }
}

// A document type declaration stands before the root element; XML parts of workbooks put it in the first lines.
function hasDtd(content: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(content.subarray(0, 4096)).replaceAll('\0', '')
  return /<!DOCTYPE|<!ENTITY/i.test(head)
}
