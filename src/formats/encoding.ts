// Bytes to text, for the files that come from other people's computers.
// No statistics: detectors call a short GB file Big5. The order below is a rule
// that can be told in one sentence: mark, then strict UTF-8, then strict GB18030 (unless it is UTF-8 but for a few bytes), then refusal.

import { isUtf8 } from 'node:buffer'
import type { TextFault } from '../domain/imports/file-problems.ts'
import { type Checked, type ProblemParams, problem } from '../domain/problem.ts'
import type { Encoding } from '../domain/table.ts'
import {
  faultSpot,
  isNearlyUtf8,
  isNoText,
  isTableInUtf16,
  nulSpot,
  unmarkedUtf16,
} from './encoding-faults.ts'
import { beginningOf, type Source } from './source.ts'

/** An encoding that text can be in; the two workbook kinds of `Encoding` are not among them. */
export type TextEncodingName = Exclude<Encoding, 'xlsx' | 'xls'>

/** How a file's bytes are text. */
export interface FoundEncoding {
  encoding: TextEncodingName
  /** As TextDecoder calls it. */
  label: string
  /** Bytes of the mark in front. */
  skip: number
}

/** The names a clerk may give with --encoding; the GB family is read as its superset. */
const FORCED: Readonly<Record<string, 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
}

const MARKS: readonly { bytes: readonly number[]; label: string; encoding: TextEncodingName }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'utf-16be' },
  // GB18030 has a mark too; a few converters write it.
  { bytes: [0x84, 0x31, 0x95, 0x33], label: 'gb18030', encoding: 'gb18030' },
]

/** True for an encoding name that `decode` accepts as `forced`. */
export function isForcedEncoding(name: string): boolean {
  return Object.hasOwn(FORCED, name.trim().toLowerCase())
}

/**
 * In: a text file, and the clerk's own word on its encoding if she gave one. Reads it to its end.
 * Out: the encoding used, by which `decoded` then reads it without a fault.
 * Refuses: what decodes to none, a mark that the rest of the file or her word contradicts, UTF-16 without a mark
 * that nobody named (all CX1002), NUL bytes outside UTF-16, which only binary files have (CX1003).
 */
export function findEncoding(source: Source, forced?: string): Checked<FoundEncoding> {
  const beginning = beginningOf(source)
  const mark = MARKS.find(m => m.bytes.every((b, i) => beginning[i] === b))
  const wanted = forced === undefined ? undefined : FORCED[forced.trim().toLowerCase()]
  if (forced !== undefined && wanted === undefined) return refusal(source, [forced], '')
  // A mark cannot be there by chance, so a contradicting --encoding is an error, not an order.
  if (mark && wanted && mark.label !== wanted) return refusal(source, [wanted], mark.label)

  if (mark) {
    const found = { encoding: mark.encoding, label: mark.label, skip: mark.bytes.length }
    const nul = hasNul(source, found)
    if (nul === null) return refusal(source, [found])
    return nul ? binary(source, found) : accepted(found)
  }
  const tried = (wanted ? [wanted] : (['utf-8', 'gb18030'] as const)).map(label => {
    return { encoding: label, label, skip: 0 }
  })
  if (wanted === 'utf-16le' || wanted === 'utf-16be') {
    if (beginning.length > 0 && !isTableInUtf16(beginning, wanted))
      return refusal(source, [wanted], unmarkedUtf16(beginning) ?? (isUtf8Text(source) ? 'utf-8' : ''))
  } else if (hasNulByte(source)) {
    const wide = unmarkedUtf16(beginning)
    if (wide === null) return binary(source, tried[0]!)
    return refusal(
      source,
      tried.map(t => t.label),
      wide,
    )
  }
  for (const found of tried) {
    const sound = found.label === 'utf-8' ? isUtf8Text(source) : hasNul(source, found) !== null
    if (!sound) continue
    // Nearly any bytes are GB18030: what a damaged UTF-8 file would read as is not what anybody wrote.
    if (found.label === 'gb18030' && !wanted && isNearlyUtf8(source))
      return refusal(source, [tried[0]!], '', 'few')
    return accepted(found)
  }
  return refusal(source, tried)
}

/** The text of a file without its mark, piece by piece. Throws on bytes that are none, as TextDecoder does. */
export function* decoded(source: Source, { label, skip }: FoundEncoding): Generator<string> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  let left = skip
  for (const piece of source.pieces()) {
    const text = decoder.decode(piece.subarray(left), { stream: true })
    left = 0
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** Whether there is a NUL character; null when the bytes are no such text. */
function hasNul(source: Source, found: FoundEncoding): boolean | null {
  let nul = false
  try {
    for (const text of decoded(source, found)) nul ||= text.includes('\0')
  } catch (error) {
    if (isNoText(error)) return null
    throw error
  }
  return nul
}

/** As decoding would find, without making texts: pieces end where a character may be cut. */
function isUtf8Text(source: Source): boolean {
  let cut: Uint8Array = new Uint8Array()
  for (const piece of source.pieces()) {
    const bytes = cut.length === 0 ? piece : Buffer.concat([cut, piece])
    const end = wholeCharacters(bytes)
    if (!isUtf8(bytes.subarray(0, end))) return false
    cut = Uint8Array.from(bytes.subarray(end))
  }
  return cut.length === 0
}

/** Where the last character begins if it is not all there; else the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const needs = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return needs > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function hasNulByte(source: Source): boolean {
  for (const piece of source.pieces()) if (piece.includes(0)) return true
  return false
}

function accepted(found: FoundEncoding): Checked<FoundEncoding> {
  return { value: found, problems: [], warnings: [] }
}

/** In: what the file is not, with how that was read where a line can be told; and what it seems to be. */
function refusal(
  source: Source,
  tried: readonly (string | FoundEncoding)[],
  suggest = '',
  known?: TextFault,
): Checked<FoundEncoding> {
  let fault = known
  const failed: ProblemParams['CX1002']['tried'] = tried.map(one => {
    if (typeof one === 'string') return { encoding: one, line: null }
    const spot = faultSpot(source, one.label, one.skip)
    if (spot?.cut) fault = 'cut'
    return { encoding: one.label, line: spot?.line ?? null }
  })
  const params = { tried: failed, suggest, ...(fault ? { fault } : {}) }
  // What was read farthest is what the file most likely is.
  const line = Math.max(0, ...failed.map(f => f.line ?? 0))
  const place = line === 0 ? { file: source.file } : { file: source.file, line }
  return { value: null, problems: [problem('CX1002', params, place)], warnings: [] }
}

/** Bytes are counted from one, as in an editor. */
function binary(source: Source, { label, skip }: FoundEncoding): Checked<FoundEncoding> {
  const wide = label.startsWith('utf-16')
  const { at, line } = nulSpot(source, wide ? label : 'latin1', wide ? skip : 0)!
  const byte = wide ? skip + at * 2 + 1 : at + 1
  const place = { file: source.file, line }
  return { value: null, problems: [problem('CX1003', { byte }, place)], warnings: [] }
}
