// Bytes to text and back, for the files that come from other people's computers.
// No statistics: detectors call a short GB file Big5. The order below is a rule
// that can be told in one sentence: mark, then strict UTF-8, then strict GB18030, then refusal.

import iconv from 'iconv-lite'
import { type Checked, type Place, problem } from '../domain/problem.ts'
import type { Encoding } from '../domain/table.ts'

/** An encoding that text can be in; the two workbook kinds of `Encoding` are not among them. */
export type TextEncodingName = Exclude<Encoding, 'xlsx' | 'xls'>

export interface DecodedText {
  text: string
  encoding: TextEncodingName
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
 * In: the bytes of a text file, and the clerk's own word on its encoding if she gave one.
 * Out: the text without its mark, and the encoding used.
 * Refuses: what decodes to none (CX1002), a mark that the rest of the file contradicts (CX1002),
 * NUL bytes outside UTF-16, which only binary files have (CX1003).
 */
export function decode(bytes: Uint8Array, forced?: string, place: Place = {}): Checked<DecodedText> {
  const mark = MARKS.find(m => m.bytes.every((b, i) => bytes[i] === b))
  const wanted = forced === undefined ? undefined : FORCED[forced.trim().toLowerCase()]
  if (forced !== undefined && wanted === undefined) return refusal(forced, place)
  // A mark cannot be there by chance, so a contradicting --encoding is an error, not an order.
  if (mark && wanted && mark.label !== wanted) return refusal(wanted, place)

  if (mark) {
    const text = strictly(bytes.subarray(mark.bytes.length), mark.label)
    if (text === null) return refusal(mark.label, place)
    const nul = text.indexOf('\0')
    if (nul >= 0) {
      const width = mark.label.startsWith('utf-16') ? 2 : 1
      return binary(width === 2 ? mark.bytes.length + nul * width : bytes.indexOf(0), place)
    }
    return accepted(text, mark.encoding)
  }
  if (wanted === undefined || wanted === 'utf-8' || wanted === 'gb18030') {
    const nul = bytes.indexOf(0)
    if (nul >= 0) return binary(nul, place)
  }
  for (const label of wanted ? [wanted] : (['utf-8', 'gb18030'] as const)) {
    const text = strictly(bytes, label)
    if (text !== null) return accepted(text, label)
  }
  return refusal(wanted ?? 'utf-8, gb18030', place)
}

/**
 * In: text and the encoding to write it in. Out: bytes.
 * Refuses nothing: GB18030 holds every character. Half a surrogate pair, which is no character,
 * becomes U+FFFD in all three.
 */
export function encode(text: string, encoding: 'utf-8' | 'utf-8-bom' | 'gb18030'): Uint8Array {
  const whole = text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  )
  if (encoding === 'gb18030') {
    // U+E5E5 is the one code point that iconv-lite writes as another character (U+F5F9);
    // readers take the two bytes once meant for it as an ideographic space, so that is written.
    return iconv.encode(whole.replaceAll('\uE5E5', '\u3000'), 'gb18030')
  }
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${whole}` : whole)
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function accepted(text: string, encoding: TextEncodingName): Checked<DecodedText> {
  return { value: { text, encoding }, problems: [], warnings: [] }
}

function refusal(tried: string, place: Place): Checked<DecodedText> {
  return { value: null, problems: [problem('CX1002', { tried }, place)], warnings: [] }
}

function binary(offset: number, place: Place): Checked<DecodedText> {
  return { value: null, problems: [problem('CX1003', { offset }, place)], warnings: [] }
}
