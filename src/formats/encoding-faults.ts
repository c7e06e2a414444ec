// Where in a file its bytes stop being text, for the sentence that refuses it. The file is read again for that, and
// only then.
import type { Source } from './source.ts'

const CR = 13
const LF = 10
const LOST = 0xfffd
const THREE_BYTES = 0x800

/** Counts lines as an editor does: CRLF, LF and a lone CR each end one. */
class LineCount {
  line = 1
  private afterCr = false

  take(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === CR || (code === LF && !this.afterCr)) this.line++
      this.afterCr = code === CR
    }
  }
}

export interface TextFaultSpot {
  line: number
  /** The bytes are sound as far as they go, but the last character is not all there. */
  cut: boolean
}

/** The first bytes that are no text in an encoding, null without any. `skip`: bytes of the mark in front. */
export function faultSpot(source: Source, label: string, skip: number): TextFaultSpot | null {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  const count = new LineCount()
  let cut = false
  try {
    for (const bytes of physicalLines(source, skip)) count.take(decoder.decode(bytes, { stream: true }))
    cut = true
    decoder.decode()
  } catch (error) {
    if (isNoText(error)) return { line: count.line, cut }
    throw error
  }
  return null
}

/** In texts of GB characters hardly five in a row of bytes pass for UTF-8 of three bytes, and never with so few faults. */
const FEW_FAULTS = 3
const MANY_CHARACTERS = 5

/** Whether bytes that are no UTF-8 are so only in very few places: a file with damaged bytes, not one in GB18030. */
export function isNearlyUtf8(source: Source): boolean {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let faults = 0
  let characters = 0
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === LOST) faults++
      else if (code >= THREE_BYTES) characters++
    }
  }
  for (const piece of source.pieces()) {
    take(decoder.decode(piece, { stream: true }))
    if (faults > FEW_FAULTS) return false
  }
  take(decoder.decode())
  return faults <= FEW_FAULTS && characters >= MANY_CHARACTERS
}

/** Bytes up to each byte that may be a line end, so that a decoder fails on the line that it was given. */
function* physicalLines(source: Source, skip: number): Generator<Uint8Array> {
  let from = skip
  for (const piece of source.pieces()) {
    for (let at = from; at < piece.length; at++) {
      if (piece[at] !== LF && piece[at] !== CR) continue
      yield piece.subarray(from, at + 1)
      from = at + 1
    }
    if (from < piece.length) yield piece.subarray(from)
    from = 0
  }
}

/** The first NUL of a file in code units of its encoding, 0-based and behind the mark, and its line. */
export function nulSpot(source: Source, label: string, skip: number): { at: number; line: number } | null {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const count = new LineCount()
  let at = 0
  let left = skip
  for (const piece of source.pieces()) {
    const text = decoder.decode(piece.subarray(left), { stream: true })
    left = 0
    const nul = text.indexOf('\0')
    if (nul >= 0) {
      count.take(text.slice(0, nul))
      return { at: at + nul, line: count.line }
    }
    count.take(text)
    at += text.length
  }
  return null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these
const NO_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFD]/

/** What nearly all of a table in UTF-16 is made of. */
const USUAL = /[\t\n\r\x20-\x7e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g

/**
 * UTF-16 without its mark, told by the beginning: read so, it has line ends, nothing that no text has and hardly
 * anything that a table has not. NULs strewn into another text may give line ends too: they are few, and without them
 * the text is sound.
 */
export function unmarkedUtf16(beginning: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  for (const label of ['utf-16le', 'utf-16be'] as const) {
    const text = asUtf16(beginning, label)
    if (!/[\r\n]/.test(text) || NO_TEXT.test(text)) continue
    const usual = text.match(USUAL)?.length ?? 0
    if (usual >= 0.9 * text.length && !hasStrayNuls(beginning)) return label
  }
  return null
}

function hasStrayNuls(beginning: Uint8Array): boolean {
  const rest = beginning.filter(byte => byte !== 0)
  if (4 * (beginning.length - rest.length) >= beginning.length) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(rest, { stream: true })
    return true
  } catch (error) {
    if (isNoText(error)) return false
    throw error
  }
}

/** Nearly all bytes are UTF-16 of some kind; but a table has something to cut it by. */
export function isTableInUtf16(beginning: Uint8Array, label: 'utf-16le' | 'utf-16be'): boolean {
  return /[\r\n,;\t]/.test(asUtf16(beginning, label))
}

/** What is cut at the end of the beginning is left out. */
function asUtf16(beginning: Uint8Array, label: string): string {
  const whole = beginning.subarray(0, beginning.length - (beginning.length % 2))
  return new TextDecoder(label, { ignoreBOM: true }).decode(whole, { stream: true })
}

/** Whether this is how a TextDecoder says that bytes are no text. */
export function isNoText(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}
