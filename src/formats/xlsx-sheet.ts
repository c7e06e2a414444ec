// One sheet of a workbook as a table: its header under its titles, its rows some hundreds at a time.
import type { Cell, CellValue, Sheet } from 'hucre/xlsx'
import { type Checked, type Place, type Problem, problem } from '../domain/problem.ts'
import type { CellType, Table, TableHead, TablePart, TableRow } from '../domain/table.ts'
import { HEADER_ROWS, type IsHeader } from './header-row.ts'
import { COLUMNS, checkRow, clip, hasSuspectCharacters, overLimit } from './limits.ts'
import { cellRef, cellText, numberText } from './workbook-cell.ts'

// Legacy files carry errors as plain text; these seven are all there are in BIFF8.
const XLS_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERR!'])

interface SheetRow {
  line: number
  cells: string[]
  types: CellType[]
}

const PART_ROWS = 500

/** Reads a sheet by the rules of `openWorkbook`. */
export class SheetReader {
  private readonly sheet: Sheet
  private readonly noDays: ReadonlyMap<string, number>
  private readonly file: string
  private readonly legacy: boolean
  private problems: Problem[] = []
  private warnings: Problem[] = []
  private header: string[] = []
  private firstColumn = 0

  /** `noDays`: numbers with the format of a date that are none, by `line,column`. */
  constructor(sheet: Sheet, noDays: ReadonlyMap<string, number>, file: string, legacy: boolean) {
    this.sheet = sheet
    this.noDays = noDays
    this.file = file
    this.legacy = legacy
  }

  open(bytes: number, isHeader?: IsHeader): Checked<Table> {
    const found = this.findHeader(isHeader)
    if (!found) return refused(problem('CX1001', { bytes }, { file: this.file, sheet: this.sheet.name }))
    const { row, next, column } = found
    this.firstColumn = column
    this.header = row.cells.slice(column, row.cells.findLastIndex(c => c.trim() !== '') + 1)
    if (this.header.length > COLUMNS) {
      return refused(overLimit('columns', COLUMNS, this.header.length, this.place(row.line)))
    }
    this.check(row)
    const { problems, warnings } = this
    if (problems.length > 0) return { value: null, problems, warnings }
    if (next === null) return refused(problem('CX1005', {}, this.place(row.line)))
    const head: TableHead = {
      file: this.file,
      encoding: this.legacy ? 'xls' : 'xlsx',
      sheet: this.sheet.name,
      headerLine: row.line,
      header: this.header,
      firstColumn: this.firstColumn,
    }
    return { value: { head, parts: () => this.parts(next) }, problems, warnings }
  }

  /**
   * The header row, the index of the first filled row behind it, and the first column that either uses: a first
   * column without a header may still hold something.
   */
  private findHeader(
    isHeader: IsHeader | undefined,
  ): { row: SheetRow; next: number | null; column: number } | null {
    const at = this.headerIndex(isHeader)
    if (at === null) return null
    const row = this.readRow(this.sheet.rows[at] ?? [], at + 1)
    let column = firstFilled(row)
    let next: number | null = null
    for (let index = at + 1; index < this.sheet.rows.length; index++) {
      const below = this.readRow(this.sheet.rows[index] ?? [], index + 1)
      if (!isFilled(below)) continue
      next ??= index
      column = Math.min(column, firstFilled(below))
      if (column === 0) break
    }
    return { row, next, column }
  }

  private headerIndex(isHeader: IsHeader | undefined): number | null {
    let first: number | null = null
    let header: number | null = null
    let asked = 0
    for (const [index, values] of this.sheet.rows.entries()) {
      const row = this.readRow(values ?? [], index + 1)
      const filled = filledCells(row)
      if (filled === 0) continue
      if (asked++ < HEADER_ROWS && isHeader?.(row.cells)) return index
      first ??= index
      if (filled >= 2) header ??= index
      if (header !== null && (!isHeader || asked >= HEADER_ROWS)) break
    }
    return header ?? first
  }

  private *parts(from: number): Generator<TablePart> {
    const { rows } = this.sheet
    for (let start = from; start < rows.length; start += PART_ROWS) {
      this.problems = []
      this.warnings = []
      const part: TableRow[] = []
      for (let index = start; index < Math.min(start + PART_ROWS, rows.length); index++) {
        const row = this.readRow(rows[index] ?? [], index + 1)
        if (isFilled(row)) part.push(this.tableRow(row))
      }
      const read = Math.min(1, (start + PART_ROWS) / rows.length)
      yield { rows: part, problems: this.problems, warnings: this.warnings, spoiled: [], read }
    }
  }

  private readRow(values: readonly CellValue[], line: number): SheetRow {
    const cells: string[] = []
    const types: CellType[] = []
    const details = this.sheet.cells?.size ? this.sheet.cells : undefined
    const noDays = this.noDays.size > 0 ? this.noDays : undefined
    for (const [column, value] of values.entries()) {
      const noDay = noDays?.get(`${line},${column}`)
      if (noDay !== undefined) {
        cells.push(numberText(noDay))
        types.push('no_day')
        continue
      }
      const { text, type } = cellText(value)
      const detail = details?.get(`${line - 1},${column}`)
      // A formula that was never calculated is not an empty cell: keep it visible until it is reported.
      const uncalculated = value === null && detail?.formula !== undefined
      cells.push(uncalculated ? `=${detail?.formula ?? ''}` : text)
      types.push(this.isError(text, detail) || uncalculated ? 'error' : type)
    }
    return { line, cells, types }
  }

  private isError(text: string, detail: Cell | undefined): boolean {
    return detail?.type === 'error' || (this.legacy && XLS_ERRORS.has(text))
  }

  private tableRow(row: SheetRow): TableRow {
    this.check(row)
    const last = row.cells.findLastIndex(c => c.trim() !== '') + 1
    const width = Math.max(this.header.length, last - this.firstColumn)
    const cells = row.cells.slice(this.firstColumn, this.firstColumn + width)
    const types = row.types.slice(this.firstColumn, this.firstColumn + width)
    while (cells.length < width) {
      cells.push('')
      types.push('blank')
    }
    return { line: row.line, cells, types }
  }

  private check(row: SheetRow): void {
    const cells = row.cells.slice(this.firstColumn)
    const place = (column?: number) => this.place(row.line, column)
    const found = checkRow(cells, this.header.length, place, hasSuspectCharacters(cells.join('')))
    this.problems.push(...found.problems)
    this.warnings.push(...found.warnings)
    for (const [i, type] of row.types.slice(this.firstColumn).entries()) {
      if (type !== 'error') continue
      const value = cells[i] ?? ''
      const about = { value: clip(value) }
      this.problems.push(
        value.startsWith('=')
          ? problem('CX1015', { formula: clip(value) }, place(i), about)
          : problem('CX1011', { error: value }, place(i), about),
      )
    }
  }

  private place(line: number, columnIndex?: number): Place {
    const place: Place = { file: this.file, sheet: this.sheet.name, line }
    if (columnIndex === undefined) return place
    const column = this.header[columnIndex]
    if (column) place.column = column
    place.cell = cellRef(this.firstColumn + columnIndex, line)
    return place
  }
}

function firstFilled(row: SheetRow): number {
  return row.cells.findIndex(c => c.trim() !== '')
}

function isFilled(row: SheetRow): boolean {
  return row.cells.some(c => c.trim() !== '')
}

function filledCells(row: SheetRow): number {
  return row.cells.filter(c => c.trim() !== '').length
}

function refused(reason: Problem): Checked<Table> {
  return { value: null, problems: [reason], warnings: [] }
}
