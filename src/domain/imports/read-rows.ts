// A table's header matched to a record's columns, and its rows turned into values.
// All problems are collected; a row with a problem yields no values.
import { type Place, type Problem, problem } from '../problem.ts'
import type { Table, TableRow } from '../table.ts'
import { headerKey, headerStem, nearest } from '../text.ts'
import { readCell } from './cell.ts'
import type { Column, Fault, Values } from './column.ts'

export interface ReadRow {
  /** The row's position in the table, for rejects. */
  index: number
  line: number
  values: Values
  /** JSON keys whose columns the file has. */
  present: ReadonlySet<string>
  place: (key?: string) => Place
  /** The header text under which a field stands in this file. */
  problem: (faultFound: Fault, key?: string) => Problem
}

export interface ReadRows {
  rows: ReadRow[]
  /** The rows of `bad` with what could be read of them: bad cells are null. */
  partial: ReadRow[]
  /** Row index -> its problems. */
  bad: Map<number, Problem[]>
  /** Problems of the header: with any, no row is read. */
  headerProblems: Problem[]
  /** JSON keys whose columns the file has. */
  present: ReadonlySet<string>
  warnings: Problem[]
}

/** The columns that a rejects file carries behind the input's own: read over in silence when it comes back. */
const REJECT_HEADERS = new Set(['问题代码', '问题说明', 'problem_code', 'problem'])

/** How a place in a table is named; the formats room knows about sheets and cells. */
export type PlaceOf = (table: Table, row: TableRow, columnIndex?: number) => Place

/** `oneOf`: groups of fields of which the file needs at least one column (a district by name or by code). */
export function readRows(
  table: Table,
  columns: readonly Column[],
  placeOf: PlaceOf,
  oneOf: readonly (readonly string[])[] = [],
): ReadRows {
  const { byIndex, problems, warnings } = matchHeader(table, columns, placeOf, oneOf)
  const read: ReadRows = {
    rows: [],
    partial: [],
    bad: new Map(),
    headerProblems: problems,
    present: new Set([...byIndex.values()].map(c => c.key)),
    warnings,
  }
  const { present } = read
  if (problems.length > 0) return read
  const indexOf = new Map([...byIndex].map(([index, column]) => [column.key, index]))
  table.rows.forEach((row, index) => {
    const place = (key?: string) => placeOf(table, row, key === undefined ? undefined : indexOf.get(key))
    const problemAt = (found: Fault, key?: string) => {
      const column = key === undefined ? undefined : indexOf.get(key)
      const value = column === undefined ? undefined : row.cells[column]
      const about: { field?: string; value?: string } = {}
      if (key !== undefined) about.field = key
      if (value !== undefined) about.value = value
      return problem(found.code, found.params as never, place(key), about)
    }
    const values: Values = {}
    const faults: Problem[] = []
    for (const [column, spec] of byIndex) {
      const cell = readCell(spec, row.cells[column] ?? '', row.types?.[column])
      values[spec.key] = cell.value
      for (const f of cell.faults) faults.push(problemAt(f, spec.key))
      if (spec.required && cell.value === null && cell.faults.length === 0) {
        faults.push(problemAt({ code: 'CX1023', params: { header: table.header[column]! } }, spec.key))
      }
    }
    for (const spec of columns) values[spec.key] ??= null
    const found = { index, line: row.line, values, present, place, problem: problemAt }
    if (faults.length === 0) read.rows.push(found)
    else {
      read.bad.set(index, faults)
      read.partial.push(found)
    }
  })
  return read
}

function byNumber(header: string, columns: readonly Column[]): Column | undefined {
  const number = /^(\d+)[.、]/.exec(headerKey(header))?.[1]
  return number === undefined ? undefined : columns.find(c => c.number === Number(number))
}

/** Which column of the file holds which field: exact header or alias, then without its bracketed part. */
function matchHeader(
  table: Table,
  columns: readonly Column[],
  placeOf: PlaceOf,
  oneOf: readonly (readonly string[])[],
) {
  const names = new Map<string, Column>()
  for (const column of columns) {
    for (const name of [column.key, ...column.headers]) names.set(headerKey(name), column)
  }
  const headerRow: TableRow = { line: table.headerLine, cells: table.header }
  const byIndex = new Map<number, Column>()
  const problems: Problem[] = []
  const warnings: Problem[] = []
  table.header.forEach((header, index) => {
    if (header.trim() === '') return
    const numbered = byNumber(header, columns)
    const column = names.get(headerKey(header)) ?? numbered ?? names.get(headerStem(header))
    const said = numbered && names.get(headerKey(header).replace(/^\d+[.、]/, ''))
    if (numbered && said && said !== numbered) {
      const params = { header, expected: numbered.headers[0]! }
      problems.push(problem('CX1066', params, placeOf(table, headerRow, index), { field: numbered.key }))
      return
    }
    if (REJECT_HEADERS.has(headerKey(header))) return
    if (!column) {
      warnings.push(problem('CX1022', { header }, placeOf(table, headerRow, index)))
      return
    }
    const earlier = [...byIndex].find(([, c]) => c === column)
    if (earlier) {
      const first = table.header[earlier[0]]!
      problems.push(
        problem('CX1021', { header, first }, placeOf(table, headerRow, index), { field: column.key }),
      )
    } else byIndex.set(index, column)
  })
  const found = new Set([...byIndex.values()])
  const unknown = table.header.filter((_, i) => !byIndex.has(i))
  for (const column of columns) {
    if (found.has(column)) continue
    const group = oneOf.find(keys => keys[0] === column.key)
    const missing = group ? !group.some(key => [...found].some(c => c.key === key)) : column.required
    if (!missing) continue
    const header = column.headers[0]!
    const near =
      nearest(
        header,
        unknown.map(h => h.trim()),
      )[0] ?? ''
    problems.push(
      problem('CX1020', { header, nearest: near }, placeOf(table, headerRow), { field: column.key }),
    )
  }
  return { byIndex, problems, warnings }
}
