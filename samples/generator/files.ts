// Rows to bytes, as an office would deliver them: CSV in UTF-8 with BOM or in GB18030, and one
// workbook. The workbook is packed again by a pure JavaScript zip, because the deflate built into
// the runtime does not give the same bytes on every machine.

import { stringify } from 'csv-stringify/sync'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import PizZip from 'pizzip'

type Encoding = 'utf8-bom' | 'gb18030'
export type Cell = string | number | Date | null

/** Inside the workbook dates are UTC; the zip writes the local clock, so there it takes local midnight. */
const FIXED = new Date(Date.UTC(2013, 10, 1))
const FIXED_LOCAL = new Date(2013, 10, 1)

export function csvBytes(
  header: readonly string[],
  rows: readonly string[][],
  encoding: Encoding,
): Uint8Array {
  const text = stringify([[...header], ...rows], { record_delimiter: '\r\n', quoted_match: /\n/ })
  return encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : iconv.encode(`\ufeff${text}`, 'utf8')
}

export async function workbookBytes(
  sheet: string,
  header: readonly string[],
  rows: readonly Cell[][],
  widths: readonly number[],
): Promise<Uint8Array> {
  const written = await writeXlsx({
    properties: { title: sheet, created: FIXED, modified: FIXED },
    sheets: [
      {
        name: sheet,
        columns: widths.map(width => ({ width })),
        rows: [[...header], ...rows.map(row => [...row])],
        freezePane: { rows: 1 },
      },
    ],
  })
  const source = new PizZip(written)
  const target = new PizZip()
  for (const path of Object.keys(source.files)) {
    const file = source.file(path)
    if (file !== null) target.file(path, file.asUint8Array(), { date: FIXED_LOCAL, createFolders: false })
  }
  return target.generate({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}
