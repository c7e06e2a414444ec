// A table's header matched to a record's columns, and its rows turned into values.
// All problems are collected; a cell with a problem yields no value.
import { type Place, type Problem, problem } from '../problem.ts'
import type { TableHead, TableRow } from '../table.ts'
import { headerKey, headerStem, nearest } from '../text.ts'
import { readCell } from './cell.ts'
import type { Column, Fault, Value, Values } from './column.ts'

/** Behind the columns of a rejects file stands what its rows had too many of: they stay refused until it is sorted out. */
const OVERFLOW_HEADERS = new Set(['多出的内容', 'overflow'])

/** How a place in a table is named; the formats room knows about sheets and cells. */
export type PlaceOf = (head: TableHead, line: number, columnIndex?: number) => Place

export interface HeaderRules {
  /** Groups of fields of which the file needs at least one column (a district by name or by code). */
  oneOf?: readonly (readonly string[])[]
  /** What the clerk said of headers that are no one's: header -> field, or `-` for a column to pass over. */
  mapping?: ReadonlyMap<string, string>
}

export interface MatchedHeader {
  reader: RowReader
  /** With any, no row can be read. */
  problems: Problem[]
  warnings: Problem[]
}

/** Reads the rows of one table by its header. */
export class RowReader {
  /** JSON keys whose columns the file has. */
  readonly present: ReadonlySet<string>
  private readonly head: TableHead
  private readonly placeOf: PlaceOf
  private readonly columns: readonly (readonly [number, Column])[]
  private readonly indexOf: ReadonlyMap<string, number>
  private readonly blank: Values
  /** Where a rejects file holds what is beyond the columns; -1 without. */
  private readonly overflow: number

  constructor(
    head: TableHead,
    all: readonly Column[],
    byIndex: ReadonlyMap<number, Column>,
    placeOf: PlaceOf,
  ) {
    this.head = head
    this.placeOf = placeOf
    this.columns = [...byIndex]
    this.indexOf = new Map(this.columns.map(([index, column]) => [column.key, index]))
    this.present = new Set(this.indexOf.keys())
    this.overflow = head.header.findIndex(header => OVERFLOW_HEADERS.has(headerKey(header)))
    this.blank = Object.fromEntries(all.map(column => [column.key, null]))
  }

  /** The values of a row, null where a cell is bad or its column missing, and what is wrong with them. */
  read(row: TableRow): { values: Values; problems: Problem[] } {
    const values: Record<string, Value> = { ...this.blank }
    let problems: Problem[] | undefined
    for (const [index, column] of this.columns) {
      const raw = row.cells[index] ?? ''
      let read = readCell(column, raw, row.types?.[index])
      if (read === null) {
        if (!column.required || this.isSpared(column, row)) continue
        read = [emptyCell(this.head.header[index]!)]
      }
      if (!Array.isArray(read)) {
        values[column.key] = read
        continue
      }
      problems ??= []
      for (const fault of read) problems.push(this.problem(row.line, fault, column.key, raw))
    }
    const beyond = row.cells[this.overflow]?.trim() ?? ''
    if (beyond !== '') {
      const params = { cells: this.overflow + 1, columns: this.overflow }
      const place = this.placeOf(this.head, row.line, this.overflow)
      problems = [...(problems ?? []), problem('CX1006', params, place, { value: beyond })]
    }
    return { values, problems: problems ?? [] }
  }

  /** Required, but not beside another field that is filled. */
  private isSpared({ unless }: Column, row: TableRow): boolean {
    return unless !== undefined && (this.cell(row, unless) ?? '').trim() !== ''
  }

  /** The fields of which a row that ends too early says nothing, joined by commas. */
  absent(row: TableRow): string {
    const { given = Infinity } = row
    return this.columns.flatMap(([index, column]) => (index >= given ? [column.key] : [])).join(',')
  }

  /** A row that ends before its columns do. */
  short({ line, given = 0 }: TableRow): Problem {
    const params = { cells: given, columns: this.head.header.length }
    return problem('CX1019', params, this.placeOf(this.head, line))
  }

  /** A fault at its place; `raw` is the cell as it stands in the file. */
  problem(line: number, fault: Fault, key?: string, raw?: string): Problem {
    const index = key === undefined ? undefined : this.indexOf.get(key)
    const about: { field?: string; value?: string } = {}
    if (key !== undefined) about.field = key
    if (raw !== undefined) about.value = raw
    return problem(fault.code, fault.params as never, this.placeOf(this.head, line, index), about)
  }

  /** The cell of a field as it stands in the file; nothing where the file has no such column. */
  cell(row: TableRow, key: string): string | undefined {
    const index = this.indexOf.get(key)
    return index === undefined ? undefined : (row.cells[index] ?? '')
  }
}

function emptyCell(header: string): Fault {
  return { code: 'CX1023', params: { header } }
}

/** The columns that a rejects file carries behind the input's own: read over in silence when it comes back. */
const REJECT_HEADERS = new Set(['问题代码', '问题说明', 'problem_code', 'problem'])

function byNumber(header: string, columns: readonly Column[]): Column | undefined {
  const number = /^(\d+)[.、]/.exec(headerKey(header))?.[1]
  return number === undefined ? undefined : columns.find(c => c.number === Number(number))
}

function byName(columns: readonly Column[]): Map<string, Column> {
  const names = new Map<string, Column>()
  for (const column of columns) {
    for (const name of [column.key, ...column.headers]) names.set(headerKey(name), column)
  }
  return names
}

/**
 * In: a record's columns, and what the clerk said of other headers. Out: whether cells are a header of such a table:
 * at least two name different columns. Rows above it (填报单位：…) and rows of data name none.
 */
export function headerTest(
  columns: readonly Column[],
  mapping: ReadonlyMap<string, string> = new Map(),
): (cells: readonly string[]) => boolean {
  const names = byName(columns)
  const mapped = new Map([...mapping].map(([header, field]) => [headerKey(header), field]))
  const fieldOf = (cell: string) =>
    mapped.get(headerKey(cell)) ??
    (names.get(headerKey(cell)) ?? byNumber(cell, columns) ?? names.get(headerStem(cell)))?.key
  return cells => new Set(cells.map(fieldOf).filter(field => field !== undefined)).size >= 2
}

/**
 * Which column of the file holds which field: as the clerk mapped it, by exact header or alias, by number, then
 * without its bracketed part. A missing required column is named with the unknown header nearest to it.
 */
export function matchHeader(
  head: TableHead,
  columns: readonly Column[],
  placeOf: PlaceOf,
  { oneOf = [], mapping = new Map() }: HeaderRules = {},
): MatchedHeader {
  const names = byName(columns)
  const mapped = new Map([...mapping].map(([header, field]) => [headerKey(header), field]))
  const place = (index?: number) => placeOf(head, head.headerLine, index)
  const byIndex = new Map<number, Column>()
  const problems: Problem[] = []
  const warnings: Problem[] = []
  head.header.forEach((header, index) => {
    if (header.trim() === '') return
    const key = headerKey(header)
    const field = mapped.get(key)
    if (field === '-') return
    const numbered = field === undefined ? byNumber(header, columns) : undefined
    const column =
      field === undefined
        ? (names.get(key) ?? numbered ?? names.get(headerStem(header)))
        : columns.find(c => c.key === field)
    const said = numbered && names.get(key.replace(/^\d+[.、]/, ''))
    if (numbered && said && said !== numbered) {
      const params = { header, expected: numbered.headers[0]! }
      problems.push(problem('CX1066', params, place(index), { field: numbered.key }))
      return
    }
    if (REJECT_HEADERS.has(key) || OVERFLOW_HEADERS.has(key)) return
    if (!column) {
      warnings.push(problem('CX1022', { header }, place(index)))
      return
    }
    const earlier = [...byIndex].find(([, c]) => c === column)
    if (earlier) {
      const first = head.header[earlier[0]]!
      problems.push(problem('CX1021', { header, first }, place(index), { field: column.key }))
    } else byIndex.set(index, column)
  })
  for (const [header, field] of mapping) {
    if (head.header.some(h => headerKey(h) === headerKey(header))) continue
    const near = nearest(header, head.header)[0] ?? ''
    warnings.push(problem('CX1024', { header, field, nearest: near }, place()))
  }
  const found = new Set([...byIndex.values()])
  const unknown = head.header.filter((_, i) => !byIndex.has(i)).map(h => h.trim())
  for (const column of columns) {
    if (found.has(column)) continue
    const group = oneOf.find(keys => keys[0] === column.key)
    const has = (key: string | undefined) => [...found].some(c => c.key === key)
    const missing = group ? !group.some(has) : column.required && !has(column.unless)
    if (!missing) continue
    const header = column.headers[0]!
    const near = nearest(header, unknown)[0] ?? ''
    problems.push(problem('CX1020', { header, nearest: near }, place(), { field: column.key }))
  }
  return { reader: new RowReader(head, columns, byIndex, placeOf), problems, warnings }
}
