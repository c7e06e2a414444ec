// Readers of whole tables, for tests: every part of a table read and put together.
import type { Checked } from '../../src/domain/problem.ts'
import type { Table, TableHead, TableRow } from '../../src/domain/table.ts'
import { type CsvReadOptions, openCsv } from '../../src/formats/csv.ts'
import { bytesSource } from '../../src/formats/source.ts'
import { openTable, type TableReadOptions } from '../../src/formats/table-file.ts'
import { openWorkbook, type WorkbookReadOptions } from '../../src/formats/xlsx.ts'

export type WholeTable = TableHead & { rows: TableRow[] }

export function readCsv(bytes: Uint8Array, file: string, options: CsvReadOptions = {}) {
  return readAll(openCsv(bytesSource(file, bytes), options))
}

export async function readTable(bytes: Uint8Array, file: string, options: TableReadOptions = {}) {
  return readAll(await openTable(bytesSource(file, bytes), options))
}

export async function readWorkbook(bytes: Uint8Array, file: string, options: WorkbookReadOptions = {}) {
  return readAll(await openWorkbook(bytes, file, options))
}

/** What spoils a file as a whole leaves no value. */
function readAll(opened: Checked<Table>): Checked<WholeTable> {
  if (!opened.value) return { ...opened, value: null }
  const problems = [...opened.problems]
  const warnings = [...opened.warnings]
  const rows: TableRow[] = []
  let spoiled = false
  for (const part of opened.value.parts()) {
    rows.push(...part.rows)
    problems.push(...part.problems, ...part.spoiled)
    warnings.push(...part.warnings)
    spoiled ||= part.spoiled.length > 0
  }
  problems.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
  return { value: spoiled ? null : { ...opened.value.head, rows }, problems, warnings }
}
