// Writes the files that the benchmark imports. It runs in a process of its own: on Linux a child starts with the
// peak memory of the process that starts it, so the process that starts the measured ones has to stay small.

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { encode } from '../src/formats/csv-write.ts'
import { writeXlsx } from '../src/formats/xlsx.ts'
import { COMPLAINT_HEADER, changedRow, complaintRow, ROSTER_HEADER, rosterRow } from './roster.ts'

/** What a file holds; the name of the file is this with the ending of its kind. */
export type Content = 'roster' | 'changed' | 'complaints' | 'gb18030' | 'workbook'

export const fileOf = (content: Content, rows: number): string =>
  `${content}-${rows}.${content === 'workbook' ? 'xlsx' : 'csv'}`

/** Into the current folder. Complaints are as many as the agencies they are about. */
export async function writeFile(content: Content, rows: number): Promise<void> {
  const file = fileOf(content, rows)
  if (content === 'workbook') await writeWorkbook(file, rows)
  else if (content === 'complaints')
    writeCsv(file, COMPLAINT_HEADER, rows, i => complaintRow(i, rows), 'utf-8')
  else
    writeCsv(
      file,
      ROSTER_HEADER,
      rows,
      content === 'changed' ? changedRow : rosterRow,
      content === 'gb18030' ? 'gb18030' : 'utf-8',
    )
}

/** Rows encoded at a time; a million at once would take gigabytes. */
const PIECE = 10_000

/** RFC 4180 with CRLF, without a mark, quoted where need be: what both importers read alike. */
function writeCsv(
  path: string,
  header: readonly string[],
  rows: number,
  row: (i: number) => readonly string[],
  encoding: 'utf-8' | 'gb18030',
): void {
  const file = openSync(path, 'w')
  writeSync(file, encode(line(header), encoding))
  for (let from = 0; from < rows; from += PIECE) {
    const count = Math.min(PIECE, rows - from)
    const lines = Array.from({ length: count }, (_, k) => line(row(from + k)))
    writeFileSync(file, encode(lines.join(''), encoding))
  }
  closeSync(file)
}

function line(cells: readonly string[]): string {
  const quoted = cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
  return `${quoted.join(',')}\r\n`
}

async function writeWorkbook(path: string, rows: number): Promise<void> {
  const columns = ROSTER_HEADER.map(header => ({ header, type: 'text' as const }))
  const all = Array.from({ length: rows }, (_, i) => rosterRow(i))
  writeFileSync(path, await writeXlsx([{ name: '名录', columns, rows: all }]))
}
