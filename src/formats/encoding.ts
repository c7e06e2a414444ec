// Bytes to text and back, for the files that come from other people's computers.
// No statistics: detectors call a short GB file Big5. The order below is a rule
// that can be told in one sentence: mark, then strict UTF-8, then strict GB18030, then refusal.

import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { type Checked, type Place, problem } from '../domain/problem.ts'
import type { Encoding } from '../domain/table.ts'
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
 * Refuses: what decodes to none (CX1002), a mark that the rest of the file contradicts (CX1002),
 * NUL bytes outside UTF-16, which only binary files have (CX1003).
 */
export function findEncoding(source: Source, forced?: string): Checked<FoundEncoding> {
  const place = { file: source.file }
  const beginning = beginningOf(source)
  const mark = MARKS.find(m => m.bytes.every((b, i) => beginning[i] === b))
  const wanted = forced === undefined ? undefined : FORCED[forced.trim().toLowerCase()]
  if (forced !== undefined && wanted === undefined) return refusal(forced, place)
  // A mark cannot be there by chance, so a contradicting --encoding is an error, not an order.
  if (mark && wanted && mark.label !== wanted) return refusal(wanted, place)

  if (mark) {
    const found = { encoding: mark.encoding, label: mark.label, skip: mark.bytes.length }
    const nul = firstNul(source, found)
    if (nul === null) return refusal(mark.label, place)
    const wide = mark.label.startsWith('utf-16')
    if (nul >= 0) return binary(wide ? found.skip + nul * 2 : nulByte(source), place)
    return accepted(found)
  }
  if (wanted === undefined || wanted === 'utf-8' || wanted === 'gb18030') {
    const nul = nulByte(source)
    if (nul >= 0) return binary(nul, place)
  }
  for (const label of wanted ? [wanted] : (['utf-8', 'gb18030'] as const)) {
    const found = { encoding: label, label, skip: 0 }
    const sound = label === 'utf-8' ? isUtf8Text(source) : firstNul(source, found) !== null
    if (sound) return accepted(found)
  }
  return refusal(wanted ?? 'utf-8, gb18030', place)
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

/**
 * In: text and the encoding to write it in. Out: bytes.
 * Refuses nothing: GB18030 holds every character. Half a surrogate pair, which is no character,
 * becomes U+FFFD in all of them.
 */
export function encode(text: string, encoding: TextEncodingName): Uint8Array {
  const whole = text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  )
  if (encoding === 'gb18030') {
    // U+E5E5 is the one code point that iconv-lite writes as another character (U+F5F9);
    // readers take the two bytes once meant for it as an ideographic space, so that is written.
    return iconv.encode(whole.replaceAll('\uE5E5', '\u3000'), 'gb18030')
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = Buffer.from(`\uFEFF${whole}`, 'utf16le')
    return encoding === 'utf-16be' ? bytes.swap16() : bytes
  }
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${whole}` : whole)
}

/** Position of the first NUL character, -1 without one; null when the bytes are no such text. */
function firstNul(source: Source, found: FoundEncoding): number | null {
  let at = 0
  let nul = -1
  try {
    for (const text of decoded(source, found)) {
      if (nul < 0 && text.includes('\0')) nul = at + text.indexOf('\0')
      at += text.length
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null
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

function nulByte(source: Source): number {
  let at = 0
  for (const piece of source.pieces()) {
    const nul = piece.indexOf(0)
    if (nul >= 0) return at + nul
    at += piece.length
  }
  return -1
}

function accepted(found: FoundEncoding): Checked<FoundEncoding> {
  return { value: found, problems: [], warnings: [] }
}

function refusal(tried: string, place: Place): Checked<FoundEncoding> {
  return { value: null, problems: [problem('CX1002', { tried }, place)], warnings: [] }
}

function binary(offset: number, place: Place): Checked<FoundEncoding> {
  return { value: null, problems: [problem('CX1003', { offset }, place)], warnings: [] }
}
