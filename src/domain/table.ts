// The neutral shape in which a file's rows travel from `formats` to the use cases.
// Only text here: what a cell means is decided by the record's own columns, never by guess.
import type { Problem } from './problem.ts'

/** How a workbook stored a cell; `no_day`: a number with the format of a date that is none. CSV has only `text`. */
export type CellType = 'text' | 'number' | 'date' | 'no_day' | 'bool' | 'error' | 'blank'

export interface TableRow {
  /** First physical line of the record (1-based); in a workbook the sheet's row number. */
  line: number
  /** One text per header column; dates from date cells as YYYY-MM-DD, numbers in shortest decimal form. */
  cells: string[]
  /** How many cells the row has, if fewer than the header: the others are not empty, they are not there. */
  given?: number
  /** Only for workbooks: how each cell was stored. */
  types?: CellType[]
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'xlsx' | 'xls'

/** What is known of a table before its rows. */
export interface TableHead {
  /** File name as the clerk knows it (no folder), or `-` for standard input. */
  file: string
  encoding: Encoding
  /** What separates the cells of a text file. */
  delimiter?: string
  /** The sheet read, for workbooks. */
  sheet?: string
  /** 1-based line (row) of the header. */
  headerLine: number
  /** Header texts as written, in column order. */
  header: string[]
  /** 0-based sheet column of `header[0]`, so that a cell can be named (C17). */
  firstColumn: number
}

/** Some rows, in the order of the file. */
export interface TablePart {
  rows: TableRow[]
  /** What is wrong with rows of this part, which must not be imported then. */
  problems: Problem[]
  warnings: Problem[]
  /** What spoils the file as a whole: no row of it may be imported. */
  spoiled: Problem[]
  /** How much of the file has been read, 0 to 1. */
  read: number
}

/** A file opened as a table. There is at least one row. */
export interface Table {
  head: TableHead
  /** The rows from the beginning; may be asked again. */
  parts: () => Iterable<TablePart>
}
