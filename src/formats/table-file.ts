// Chooses the reader for a file, by what it holds rather than by what it is called: bureaus send
// text exports named .xls, and workbooks renamed .csv. The name decides only where content cannot.

import { type Checked, type Place, type Problem, type ProblemParams, problem } from '../domain/problem.ts'
import type { Table, TableHead } from '../domain/table.ts'
import { partNames } from './archive.ts'
import { openCsv } from './csv.ts'
import type { IsHeader } from './header-row.ts'
import { beginningOf, type Source, wholeOf } from './source.ts'
import { cellRef } from './workbook-cell.ts'
import { holdsUtf16, openWorkbook } from './xlsx-read.ts'

export interface TableReadOptions {
  encoding?: string
  sheet?: string | number
  /** Without it, and where it knows none of the first rows, the header is the first row with two filled cells. */
  isHeader?: IsHeader
}

const ZIP_MAGIC = [0x50, 0x4b]
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0]

/** Kinds that we know but do not read, told by their first bytes. */
const OTHER_MAGIC: readonly [readonly number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], '.pdf'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], '.rtf'],
  [[0x89, 0x50, 0x4e, 0x47], '.png'],
  [[0xff, 0xd8, 0xff], '.jpg'],
  [[0x52, 0x61, 0x72, 0x21], '.rar'],
  [[0x37, 0x7a, 0xbc, 0xaf], '.7z'],
  [[0x1f, 0x8b], '.gz'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], '.db'],
]

/** Parts by which a zip container shows that it is something else than an .xlsx workbook. */
const OTHER_PARTS: readonly [string, string][] = [
  ['word/document.xml', '.docx'],
  ['ppt/presentation.xml', '.pptx'],
  ['xl/workbook.bin', '.xlsb'],
  ['content.xml', '.ods'],
]

const OTHER_NAMES = new Set([
  '.pdf',
  '.doc',
  '.docx',
  '.wps',
  '.ofd',
  '.json',
  '.yaml',
  '.yml',
  '.html',
  '.htm',
  '.xml',
])

/**
 * In: a file, and the clerk's choice of encoding and sheet. Out: its table, text read piece by piece.
 * Refuses as the readers do, and CX1010 for kinds that hold no table we read (PDF, Word, web page…).
 */
export async function openTable(source: Source, options: TableReadOptions = {}): Promise<Checked<Table>> {
  const { file } = source
  if (source.size === 0) return refused(problem('CX1001', { bytes: 0 }, { file }))
  const beginning = beginningOf(source)
  if (startsWith(beginning, ZIP_MAGIC)) {
    const bytes = wholeOf(source)
    const other = otherContainer(bytes)
    return other ? unsupported(other, file) : openWorkbook(bytes, file, options)
  }
  if (startsWith(beginning, OLE_MAGIC)) {
    const bytes = wholeOf(source)
    const isWord = holdsUtf16(bytes, 'WordDocument') && !holdsUtf16(bytes, 'Workbook')
    return isWord ? unsupported('.doc', file) : openWorkbook(bytes, file, options)
  }
  const other =
    OTHER_MAGIC.find(([magic]) => startsWith(beginning, magic))?.[1] ?? markup(beginning) ?? byName(file)
  if (other) return unsupported(other, file)
  const table = openCsv(source, options)
  // Bytes that are no text, in a file that calls itself a workbook: say that the workbook is damaged.
  if (
    table.problems.some(saysNoText) &&
    options.encoding === undefined &&
    /\.(xlsx|xlsm|xls|et)$/i.test(file)
  ) {
    return refused(problem('CX1008', { fault: 'damaged', part: '' }, { file }))
  }
  return table
}

/** Text for some lines, or text of a kind that can be named, is a text export under the name of a workbook. */
function saysNoText({ code, params, place }: Problem): boolean {
  if (code === 'CX1003') return true
  return code === 'CX1002' && (params as ProblemParams['CX1002']).suggest === '' && place.line === 1
}

/** In: a table, a line of it, and a 0-based column index. Out: the cell's name (C17) in its sheet. */
export function cellName(head: TableHead, line: number, columnIndex: number): string {
  return cellRef(head.firstColumn + columnIndex, line)
}

/**
 * In: a table, one of its lines, and a 0-based column index unless the whole row is meant.
 * Out: the place that a problem carries; sheet and cell only for workbooks.
 */
export function placeOf(head: TableHead, line: number, columnIndex?: number): Place {
  const place: Place = { file: head.file, line }
  if (head.sheet !== undefined) place.sheet = head.sheet
  if (columnIndex === undefined) return place
  const column = head.header[columnIndex]
  if (column) place.column = column
  if (head.sheet !== undefined) place.cell = cellName(head, line, columnIndex)
  return place
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((b, i) => bytes[i] === b)
}

function otherContainer(bytes: Uint8Array): string | null {
  const names = partNames(bytes)
  // Without a directory it is a damaged container; the workbook reader says so.
  if (!names) return null
  const known = OTHER_PARTS.find(([part]) => names.includes(part))?.[1]
  if (known) return known
  return names.includes('[Content_Types].xml') ? null : '.zip'
}

// Web systems hand out HTML tables and SpreadsheetML under the name .xls.
function markup(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 200))
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
  const start = head.trimStart().toLowerCase()
  if (/^<(!doctype html|html|head|table|meta|style)/.test(start)) return '.html'
  return start.startsWith('<?xml') ? '.xml' : null
}

function byName(file: string): string | null {
  const extension = /\.[^.]+$/.exec(file)?.[0].toLowerCase() ?? ''
  return OTHER_NAMES.has(extension) ? extension : null
}

function unsupported(extension: string, file: string): Checked<Table> {
  return refused(problem('CX1010', { extension }, { file }))
}

function refused(reason: Problem): Checked<Table> {
  return { value: null, problems: [reason], warnings: [] }
}
