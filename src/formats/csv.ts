// Delimited text to a table. Cells stay text exactly as written: what they mean is decided
// by the record's own columns. All faults of a file are reported at once, each with the first
// physical line of its record, because that is the line a clerk finds in her editor.

import { parse } from 'csv-parse/sync'
import { type Checked, type Place, type Problem, problem } from '../domain/problem.ts'
import type { Table, TableHead, TablePart } from '../domain/table.ts'
import { findDelimiter, MAX_RECORD, RecordScanner, type TextRecord } from './csv-records.ts'
import { decoded, type FoundEncoding, findEncoding } from './encoding.ts'
import { HEADER_ROWS, type IsHeader } from './header-row.ts'
import { COLUMNS, checkRow, hasSuspectCharacters, overLimit, ROW_BYTES, type RowFindings } from './limits.ts'
import type { Source } from './source.ts'

export interface CsvReadOptions {
  /** The clerk's own word on the encoding (`--encoding`). */
  encoding?: string
  isHeader?: IsHeader
}

/**
 * In: a CSV file (comma, semicolon or tab; any line ends).
 * Out: a table that is read piece by piece. No value for what spoils the whole file before its first row
 * (CX1001-CX1003, CX1005, too many columns, a damaged header); an unclosed quote (CX1004) or an endless row
 * (CX1009) that comes later is told when the rows are read. Problems of single rows (CX1006, CX1009, CX1012, CX1013) come with the rows,
 * which hold all their cells, so that they can be handed back.
 */
export function openCsv(source: Source, options: CsvReadOptions = {}): Checked<Table> {
  const { file } = source
  const nothing = () => refused(problem('CX1001', { bytes: source.size }, { file }))
  if (source.size === 0) return nothing()
  const found = findEncoding(source, options.encoding)
  if (!found.value) return { ...found, value: null }
  const encoding = found.value
  const reading = new CsvReading(source, encoding, options.isHeader)
  for (const part of reading.parts()) if (part.rows.length > 0) break
  const { head, headProblems, spoiled, warnings } = reading
  if (spoiled.length > 0 && (head === null || reading.rows === 0))
    return { ...found, value: null, problems: spoiled }
  if (headProblems.length > 0) return { value: null, problems: headProblems, warnings }
  if (head === null) return nothing()
  if (reading.rows === 0) return refused(problem('CX1005', {}, { file, line: head.headerLine }))
  const parts = () => new CsvReading(source, encoding, options.isHeader).parts()
  return { value: { head, parts }, problems: [], warnings }
}

interface CutRecord {
  line: number
  cells: string[]
  stray?: TextRecord['stray']
}

function isBlank(record: CutRecord): boolean {
  return record.cells.every(c => c.trim() === '')
}

/** A damaged record is cut leniently, by csv-parse; of all others the scanner has made sure where cells end. */
function cutRecord({ text, line, quoted, stray }: TextRecord, delimiter: string): CutRecord {
  if (stray) return { line, cells: cutDamaged(text, delimiter), stray }
  if (!quoted) return { line, cells: text.split(delimiter) }
  const cells = cutQuoted(text, delimiter)
  return { line, cells: text.includes('\r') ? cells.map(withLf) : cells }
}

/** Line ends within a cell are LF whatever the file: a workbook knows no other, and the same text must stay the same. */
function withLf(cell: string): string {
  return cell.replace(/\r\n?/g, '\n')
}

/** In: a record whose quotes are sound. */
function cutQuoted(text: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= text.length; ) {
    const quoted = text[at] === '"'
    let end = text.indexOf(quoted ? '"' : delimiter, quoted ? at + 1 : at)
    while (quoted && text[end + 1] === '"') end = text.indexOf('"', end + 2)
    if (end < 0) end = text.length
    const cell = text.slice(quoted ? at + 1 : at, end)
    cells.push(quoted && cell.includes('"') ? cell.replaceAll('""', '"') : cell)
    at = end + (quoted ? 2 : 1)
  }
  return cells
}

function cutDamaged(text: string, delimiter: string): string[] {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_quotes: true })[0] ?? [text]
  } catch {
    return text.split(delimiter)
  }
}

/** One reading of a file from its beginning. */
class CsvReading {
  head: TableHead | null = null
  headProblems: Problem[] = []
  warnings: Problem[] = []
  rows = 0
  private readonly encoding: FoundEncoding
  private scanner: RecordScanner | null = null
  /** Filled records until it is sure which is the header. */
  private waiting: CutRecord[] = []
  private suspect = false
  private part: TablePart = emptyPart(0)
  private readonly source: Source
  private readonly isHeader: IsHeader | undefined
  private bytes = 0

  constructor(source: Source, encoding: FoundEncoding, isHeader?: IsHeader) {
    this.isHeader = isHeader
    this.source = {
      ...source,
      pieces: () => this.counted(source.pieces()),
    }
    this.encoding = encoding
  }

  /** What leaves the records behind it unknown. */
  get spoiled(): Problem[] {
    const { file } = this.source
    const { unclosed = [], overlong = null } = this.scanner ?? {}
    const problems: Problem[] = unclosed.map(line => problem('CX1004', { startLine: line }, { file, line }))
    const params = { what: 'row', limit: String(ROW_BYTES), actual: `${MAX_RECORD}+` }
    if (overlong !== null) problems.push(problem('CX1009', params, { file, line: overlong }))
    return problems
  }

  /** Ends early when the header cannot be trusted. */
  *parts(): Generator<TablePart> {
    for (const text of decoded(this.source, this.encoding)) {
      // A file that was saved twice through a careless tool carries its mark twice.
      yield* this.take(this.scanner ? text : text.replace(/^\uFEFF+/, ''), false)
      if (this.headProblems.length > 0) return
      if (this.scanner?.overlong) break
    }
    yield* this.take('', true)
    if (this.spoiled.length > 0) yield { ...emptyPart(1), spoiled: this.spoiled }
  }

  private *counted(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const piece of pieces) {
      this.bytes += piece.length
      yield piece
    }
  }

  private *take(text: string, last: boolean): Generator<TablePart> {
    this.scanner ??= new RecordScanner(findDelimiter(text))
    const suspect = hasSuspectCharacters(text)
    // A record may have begun in the piece before.
    this.suspect ||= suspect
    this.part = emptyPart(last ? 1 : this.bytes / this.source.size)
    const records = this.scanner.take(text, last).map(record => cutRecord(record, this.delimiter))
    const filled = records.filter(r => !isBlank(r))
    if (this.head) for (const record of filled) this.readRow(record)
    else this.waitForHeader(filled, last)
    this.suspect = suspect
    if (this.headProblems.length === 0) yield this.part
  }

  private get delimiter(): string {
    return this.scanner!.delimiter
  }

  private waitForHeader(filled: CutRecord[], last: boolean): void {
    this.waiting.push(...filled)
    const header = headerAmong(this.waiting, this.isHeader, last)
    // Where the header itself lies behind an unclosed quote, checking rows against it would only mislead.
    const [unclosed = Number.POSITIVE_INFINITY] = this.scanner!.unclosed
    const lost = unclosed < (this.waiting[0]?.line ?? 0)
    if (header === null || lost) return
    const [head, ...body] = this.waiting.slice(header)
    this.waiting = []
    if (head && this.readHeader(head)) for (const record of body) this.readRow(record)
  }

  private readHeader(found: CutRecord): boolean {
    const { file } = this.source
    const header = found.cells.slice(0, found.cells.findLastIndex(c => c.trim() !== '') + 1)
    const { encoding } = this.encoding
    const { delimiter } = this
    this.head = { file, encoding, delimiter, headerLine: found.line, header, firstColumn: 0 }
    if (header.length > COLUMNS) {
      this.headProblems = [overLimit('columns', COLUMNS, header.length, this.place(found.line))]
      return false
    }
    this.reportStray(found)
    this.collect(checkRow(header, header.length, i => this.place(found.line, i), this.suspect))
    this.headProblems = this.part.problems
    this.warnings = this.part.warnings
    this.part = emptyPart(this.part.read)
    return this.headProblems.length === 0
  }

  private readRow(record: CutRecord): void {
    const { cells, line } = record
    const columns = this.head!.header.length
    this.reportStray(record)
    this.collect(checkRow(cells, columns, i => this.place(line, i), this.suspect))
    const row = { line, cells: fitted(cells, columns) }
    this.part.rows.push(cells.length < columns ? { ...row, given: cells.length } : row)
    this.rows += 1
  }

  private reportStray(record: CutRecord): void {
    if (!record.stray) return
    const { cell, detail } = record.stray
    this.part.problems.push(problem('CX1012', { detail }, this.place(record.line, cell)))
  }

  private collect(found: RowFindings): void {
    this.part.problems.push(...found.problems)
    this.part.warnings.push(...found.warnings)
  }

  private place(line: number, columnIndex?: number): Place {
    const { file } = this.source
    const column = columnIndex === undefined ? undefined : this.head?.header[columnIndex]
    return column ? { file, line, column } : { file, line }
  }
}

function emptyPart(read: number): TablePart {
  return { rows: [], problems: [], warnings: [], spoiled: [], read }
}

/** As many cells as the header has columns; more only where they hold something. */
function fitted(cells: string[], columns: number): string[] {
  if (cells.length === columns) return cells
  const last = cells.findLastIndex(c => c.trim() !== '') + 1
  const kept = cells.slice(0, Math.max(columns, last))
  while (kept.length < columns) kept.push('')
  return kept
}

const TITLE_ROWS = 5

/**
 * Which filled record is the header: the first known as one; else, when none of the first is, the first with two
 * texts, for a title has one only. Null until that is sure.
 */
function headerAmong(
  filled: readonly CutRecord[],
  isHeader: IsHeader | undefined,
  last: boolean,
): number | null {
  const known = isHeader ? filled.slice(0, HEADER_ROWS).findIndex(r => isHeader(r.cells)) : -1
  if (known >= 0) return known
  if (isHeader && filled.length < HEADER_ROWS && !last) return null
  const first = filled.findIndex(r => r.cells.filter(c => c.trim() !== '').length > 1)
  if (first >= 0 && first <= TITLE_ROWS) return first
  return last || filled.length > TITLE_ROWS ? 0 : null
}

function refused(reason: Problem): Checked<Table> {
  return { value: null, problems: [reason], warnings: [] }
}
