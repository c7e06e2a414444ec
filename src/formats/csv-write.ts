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
  const text = stringify(
    rows.map(row => [...row]),
    {
      record_delimiter: options.eol ?? '\r\n',
      delimiter: options.delimiter ?? ',',
      escape_formulas: true,
      // csv-stringify quotes only its own record delimiter; other readers end a row at any line end.
      quoted_match: /[\r\n,;\t]/,
    },
  )
  return encode(text, options.encoding)
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
