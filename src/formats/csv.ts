// Delimited text to a table and back. Cells stay text exactly as written: what they mean is decided
// by the record's own columns. All faults of a file are reported at once, each with the first
// physical line of its record, because that is the line a clerk finds in her editor.

import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Checked, type Place, type Problem, problem } from '../domain/problem.ts'
import type { Table, TableRow } from '../domain/table.ts'
import { findDelimiter, scanRecords, type TextRecord } from './csv-records.ts'
import { decode, encode, type TextEncodingName } from './encoding.ts'
import { COLUMNS, checkRow, hasSuspectCharacters, overLimit, type RowFindings } from './limits.ts'

export interface CsvReadOptions {
  /** The clerk's own word on the encoding (`--encoding`). */
  encoding?: string
}

export interface CsvWriteOptions {
  encoding: 'utf-8-bom' | 'utf-8' | 'gb18030'
  eol?: '\r\n' | '\n'
}

/**
 * In: the bytes of a CSV file (comma, semicolon or tab; any line ends) and its name.
 * Out: a table. Problems that spoil the whole file (CX1001-CX1005, too many columns, a damaged header)
 * leave no value; problems of single rows (CX1006, CX1009, CX1012, CX1013) come with the value, the
 * rows concerned are still in it (all their cells, so that they can be handed back), and the caller
 * must not import a row whose line a problem names.
 */
export function readCsv(bytes: Uint8Array, file: string, options: CsvReadOptions = {}): Checked<Table> {
  if (bytes.length === 0) return refused(problem('CX1001', { bytes: 0 }, { file }))
  const decoded = decode(bytes, options.encoding, { file })
  if (!decoded.value) return { ...decoded, value: null }
  // A file that was saved twice through a careless tool carries its mark twice.
  const text = decoded.value.text.replace(/^\uFEFF+/, '')
  if (text.trim() === '') return refused(problem('CX1001', { bytes: bytes.length }, { file }))

  const delimiter = findDelimiter(text)
  const scan = scanRecords(text, delimiter)
  const problems: Problem[] = scan.unclosed.map(line =>
    problem('CX1004', { startLine: line }, { file, line }),
  )
  const records = readRecords(text, delimiter, scan.records)
  const reader = new TableReader(file, decoded.value.encoding, hasSuspectCharacters(text))
  // Where the header itself lies behind an unclosed quote, checking rows against it would only mislead.
  const headerLost = scan.unclosed.length > 0 && !records.some(r => r.line < scan.unclosed[0]! && !isBlank(r))
  const table = headerLost ? null : reader.read(records)
  problems.push(...reader.problems.filter(p => p.code !== 'CX1005' || scan.unclosed.length === 0))
  problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
  // After an unclosed quote nobody knows which line belongs to which record.
  return { value: scan.unclosed.length > 0 ? null : table, problems, warnings: reader.warnings }
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
      escape_formulas: true,
      // csv-stringify quotes only its own record delimiter; other readers end a row at any line end.
      quoted_match: /[\r\n;\t]/,
    },
  )
  return encode(text, options.encoding)
}

interface CutRecord extends TextRecord {
  cells: string[]
}

function isBlank(record: CutRecord): boolean {
  return record.cells.every(c => c.trim() === '')
}

/** Cuts sound records in one call of csv-parse, and those with a stray quote one by one and leniently. */
function readRecords(text: string, delimiter: string, records: TextRecord[]): CutRecord[] {
  const sound = records.filter(r => r.end > r.start && !r.stray)
  const cut = cutText(sound.map(r => text.slice(r.start, r.end)).join('\n'), delimiter)
  if (cut.length !== sound.length) throw new Error(`csv: ${cut.length} records cut, ${sound.length} found`)
  let next = 0
  return records
    .filter(r => r.end > r.start)
    .map(r => ({ ...r, cells: r.stray ? cutDamaged(text.slice(r.start, r.end), delimiter) : cut[next++]! }))
}

function cutText(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: 0,
  })
}

function cutDamaged(text: string, delimiter: string): string[] {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_quotes: true })[0] ?? [text]
  } catch {
    return text.split(delimiter)
  }
}

class TableReader {
  readonly problems: Problem[] = []
  readonly warnings: Problem[] = []
  private readonly file: string
  private readonly encoding: TextEncodingName
  private readonly suspect: boolean
  private header: string[] = []

  constructor(file: string, encoding: TextEncodingName, suspect: boolean) {
    this.file = file
    this.encoding = encoding
    this.suspect = suspect
  }

  /** The table, or null when the header itself cannot be trusted. */
  read(records: CutRecord[]): Table | null {
    const filled = records.filter(r => !isBlank(r))
    const [head, ...body] = filled.slice(titleRows(filled))
    if (!head) return null
    if (!this.readHeader(head)) return null
    const rows = body.map(record => this.readRow(record))
    if (rows.length === 0) {
      this.problems.push(problem('CX1005', {}, this.place(head.line)))
      return null
    }
    const { file, encoding, header } = this
    return { file, encoding, headerLine: head.line, header, firstColumn: 0, rows }
  }

  private readHeader(head: CutRecord): boolean {
    this.header = head.cells.slice(0, head.cells.findLastIndex(c => c.trim() !== '') + 1)
    if (this.header.length > COLUMNS) {
      this.problems.push(overLimit('columns', COLUMNS, this.header.length, this.place(head.line)))
      return false
    }
    const before = this.problems.length
    this.reportStray(head)
    this.collect(checkRow(this.header, this.header.length, i => this.place(head.line, i), this.suspect))
    return this.problems.length === before
  }

  private readRow(record: CutRecord): TableRow {
    const { cells, line } = record
    const columns = this.header.length
    this.reportStray(record)
    this.collect(checkRow(cells, columns, i => this.place(line, i), this.suspect))
    const last = cells.findLastIndex(c => c.trim() !== '') + 1
    const kept = cells.slice(0, Math.max(columns, last))
    while (kept.length < columns) kept.push('')
    return { line, cells: kept }
  }

  private reportStray(record: CutRecord): void {
    if (!record.stray) return
    const { cell, detail } = record.stray
    this.problems.push(problem('CX1012', { detail }, this.place(record.line, cell)))
  }

  private collect(found: RowFindings): void {
    this.problems.push(...found.problems)
    this.warnings.push(...found.warnings)
  }

  private place(line: number, columnIndex?: number): Place {
    const column = columnIndex === undefined ? undefined : this.header[columnIndex]
    return column ? { file: this.file, line, column } : { file: this.file, line }
  }
}

const TITLE_ROWS = 5

/** How many rows stand above the header: each has one text only, while the header has at least two. */
function titleRows(filled: readonly CutRecord[]): number {
  const first = filled.findIndex(r => r.cells.filter(c => c.trim() !== '').length > 1)
  return first > 0 && first <= TITLE_ROWS ? first : 0
}

function refused(reason: Problem): Checked<Table> {
  return { value: null, problems: [reason], warnings: [] }
}
