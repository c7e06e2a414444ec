// Writes the files that the benchmark imports and compares with. It runs in a process of its own: on Linux a child starts with the
// peak memory of the process that starts it, so the process that starts the measured ones has to stay small.

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { encode } from '../src/formats/csv-write.ts'
import { writeXlsx } from '../src/formats/xlsx.ts'
import { COMPLAINT_HEADER, changedRow, complaintRow, ROSTER_HEADER, rosterRow } from './roster.ts'
import { sheetsOf, YEAR_FILES, type YearNoun } from './year.ts'

/** What a file holds; the name of the file is this with the ending of its kind. */
export type Content = 'roster' | 'changed' | 'complaints' | 'gb18030' | 'workbook' | 'ratings' | YearContent
type YearContent = `2013-${YearNoun}`

export const yearContent = (noun: YearNoun): YearContent => `2013-${noun}`

export const fileOf = (content: Content, rows: number): string =>
  `${content}-${rows}.${content === 'workbook' ? 'xlsx' : content === 'ratings' ? 'db' : 'csv'}`

/** Into the current folder. `rows`: of the roster; all other files are about its agencies. */
export async function writeFile(content: Content, rows: number): Promise<void> {
  const file = fileOf(content, rows)
  const year = Object.entries(YEAR_FILES).find(([noun]) => yearContent(noun as YearNoun) === content)?.[1]
  if (content === 'workbook') await writeWorkbook(file, rows)
  else if (content === 'ratings') writeRatings(file, rows)
  else if (year) writeCsv(file, year.header, rows, year.rows)
  else if (content === 'complaints') writeCsv(file, COMPLAINT_HEADER, rows, i => [complaintRow(i, rows)])
  else {
    const row = content === 'changed' ? changedRow : rosterRow
    writeCsv(file, ROSTER_HEADER, rows, i => [row(i)], content === 'gb18030' ? 'gb18030' : 'utf-8')
  }
}

/** Agencies whose rows are encoded at a time; a million at once would take gigabytes. */
const PIECE = 10_000

/** RFC 4180 with CRLF, without a mark, quoted where need be: what both importers read alike. */
function writeCsv(
  path: string,
  header: readonly string[],
  agencies: number,
  rows: (i: number) => readonly (readonly string[])[],
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): void {
  const file = openSync(path, 'w')
  writeSync(file, encode(line(header), encoding))
  for (let from = 0; from < agencies; from += PIECE) {
    const count = Math.min(PIECE, agencies - from)
    const lines = Array.from({ length: count }, (_, k) =>
      rows(from + k)
        .map(line)
        .join(''),
    )
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

/** The ratings of all sheets as a plain table without an index, in the order of the file of sheets. */
function writeRatings(path: string, agencies: number): void {
  const connection = new Database(path)
  connection.exec('CREATE TABLE rating (agency INTEGER, indicator INTEGER, rater_kind TEXT, points REAL)')
  const insert = connection.prepare('INSERT INTO rating VALUES (?, ?, ?, ?)')
  connection.transaction(() => {
    for (let i = 0; i < agencies; i++) {
      for (const { kind, ratings } of sheetsOf(i)) {
        for (const [k, rating] of ratings.entries()) insert.run(i + 1, k + 1, kind, rating / 100)
      }
    }
  })()
  connection.close()
}
