// Rows to delimited text, in the encodings that other people's programs expect.
// Apart from the reading: what it needs is loaded only when something is written.

import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type { TextEncodingName } from './encoding.ts'

export interface CsvWriteOptions {
  encoding: TextEncodingName
  eol?: '\r\n' | '\n'
  delimiter?: string
}

/**
 * In: rows (the header is simply the first), encoding and line end (CRLF unless told).
 * Out: bytes. Texts that a spreadsheet would run as a formula get a leading apostrophe; numbers are
 * left alone, so a negative amount is passed as a number and a code as text. Refuses nothing.
 */
export function writeCsv(
  rows: readonly (readonly (string | number | null)[])[],
  options: CsvWriteOptions,
): Uint8Array {
  const parts: Uint8Array[] = []
  // Some at a time: the text of hundreds of thousands of rows takes several times their bytes.
  for (let k = 0; k === 0 || k < rows.length; k += AT_ONCE) {
    const text = stringify(
      rows.slice(k, k + AT_ONCE).map(row => [...row]),
      {
        record_delimiter: options.eol ?? '\r\n',
        delimiter: options.delimiter ?? ',',
        escape_formulas: true,
        // csv-stringify quotes only its own record delimiter; other readers end a row at any line end.
        quoted_match: /[\r\n,;\t]/,
      },
    )
    const bytes = encode(text, options.encoding)
    parts.push(k === 0 ? bytes : bytes.subarray(MARK[options.encoding] ?? 0))
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}

const AT_ONCE = 10_000

/** Bytes of the mark that an encoding begins with. */
const MARK: Partial<Record<TextEncodingName, number>> = { 'utf-8-bom': 3, 'utf-16le': 2, 'utf-16be': 2 }

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
