// A workbook to a table: picks the sheet, finds numbers that only pass for dates, says why a workbook cannot be read.
// hucre is kept behind this file and loaded only when a workbook is really read; contract tests with
// an independent reader guard it.

import type { Sheet } from 'hucre/xlsx'
import type { WorkbookFault } from '../domain/imports/file-problems.ts'
import { type Checked, type Problem, problem } from '../domain/problem.ts'
import type { Table } from '../domain/table.ts'
import { archiveFault, withoutParts } from './archive.ts'
import type { IsHeader } from './header-row.ts'
import { overLimit, UNPACKED_BYTES } from './limits.ts'
import { isNoDay } from './workbook-cell.ts'
import { readGlobals } from './xls-globals.ts'
import { SheetReader } from './xlsx-sheet.ts'

export interface WorkbookReadOptions {
  /** Sheet name, or its 1-based number; a name wins over a number. First visible sheet if absent. */
  sheet?: string | number
  isHeader?: IsHeader
}

/**
 * In: the bytes of an .xlsx or .xls workbook and its name. Out: the table on one sheet.
 * Header: the row that `isHeader` knows, else the first row with at least two filled cells (rows above it with one are titles); in a sheet
 * of a single column its first filled row. Blank rows are skipped, row numbers kept, formulas count
 * with their stored results.
 * No value for an unreadable (CX1008), oversized (CX1009) or empty (CX1001, CX1005) workbook or a
 * missing sheet (CX1007). Row problems (CX1006, CX1009, CX1011, CX1013, CX1015) come with the rows.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  file: string,
  options: WorkbookReadOptions = {},
): Promise<Checked<Table>> {
  if (bytes.length === 0) return refused(problem('CX1001', { bytes: 0 }, { file }))
  const legacy = bytes[0] === 0xd0
  const fault = legacy ? null : archiveProblem(bytes, file)
  if (fault) return refused(fault)
  let picked: Picked
  let noDays: ReadonlyMap<string, number> = new Map()
  try {
    const read = legacy ? readLegacy : readModern
    picked = await read(bytes, options.sheet)
    if (picked.sheet?.rows.some(row => row?.some(isNoDay))) {
      const plain = await read((legacy ? withoutFormats : withoutStyles)(bytes), options.sheet)
      noDays = numbersBehind(picked.sheet, plain.sheet)
    }
  } catch (error) {
    return refused(libraryProblem(error, bytes, file))
  }
  if (!picked.sheet) {
    const sheet = String(options.sheet ?? 1)
    return refused(problem('CX1007', { sheet, available: picked.names.join('、') }, { file }))
  }
  const table = new SheetReader(picked.sheet, noDays, file, legacy).open(bytes.length, options.isHeader)
  const others = picked.shown.filter(name => name !== picked.sheet?.name)
  return others.length === 0 ? table : { ...table, problems: table.problems.map(p => withSheets(p, others)) }
}

/** A sheet without a table is often a cover: the table is on another. */
function withSheets(found: Problem, others: readonly string[]): Problem {
  if (found.code !== 'CX1001' && found.code !== 'CX1005') return found
  return { ...found, params: { ...found.params, sheets: others.join('、') } as Problem['params'] }
}

/**
 * hucre makes a date of any number in a cell with the format of one, and of a telephone number no date at all. Read
 * again as if there were no formats, the cell gives the number. Out: those numbers by `line,column`.
 */
function numbersBehind(sheet: Sheet, plain: Sheet | null): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const [index, row] of sheet.rows.entries()) {
    for (const [column, value] of (row ?? []).entries()) {
      if (!isNoDay(value)) continue
      const number = plain?.rows[index]?.[column]
      if (typeof number !== 'number') throw new Error('a date cell without its number')
      numbers.set(`${index + 1},${column}`, number)
    }
  }
  return numbers
}

function withoutStyles(bytes: Uint8Array): Uint8Array {
  return withoutParts(bytes, /style[^/]*\.xml$/i)
}

function withoutFormats(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const at of readGlobals(bytes).formats) copy[at] = 0
  return copy
}

function archiveProblem(bytes: Uint8Array, file: string): Problem | null {
  const fault = archiveFault(bytes, UNPACKED_BYTES)
  if (!fault) return null
  if (fault.kind === 'too-big') return overLimit('workbook', UNPACKED_BYTES, fault.bytes, { file })
  return unreadable(fault.kind, file, fault.kind === 'cut' ? '' : fault.part)
}

function unreadable(fault: WorkbookFault, file: string, part = ''): Problem {
  return problem('CX1008', { fault, part }, { file })
}

// hucre reports what it cannot read by throwing; anything it throws is about the file, not about us.
function libraryProblem(error: unknown, bytes: Uint8Array, file: string): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const cells = /\((\d+) cells\), over the (\d+) limit/.exec(message)
  if (cells) return overLimit('cells', Number(cells[2]), Number(cells[1]), { file })
  if (/encrypted|password/i.test(message) || holdsUtf16(bytes, 'EncryptedPackage')) {
    return unreadable('encrypted', file)
  }
  if (/Unsupported XLS version/.test(message)) return unreadable('old-version', file)
  if (/missing (Workbook stream|\[Content_Types\]|_rels|workbook)|workbook relationship/.test(message)) {
    return unreadable('no-workbook', file)
  }
  return unreadable('damaged', file)
}

/** Stream names of an OLE container are UTF-16; looking for one needs no parser. */
export function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

interface SheetInfo {
  name: string
  hidden: boolean
}

interface Picked {
  sheet: Sheet | null
  names: string[]
  /** Names of the sheets that are not hidden. */
  shown: string[]
}

async function readModern(bytes: Uint8Array, wanted: string | number | undefined): Promise<Picked> {
  const { readXlsx } = await import('hucre/xlsx')
  const infos: SheetInfo[] = []
  // hucre asks for every sheet before it parses one, but parses the strings of the whole workbook on
  // each call; so whatever may turn out to be the sheet is read in the same call.
  const workbook = await readXlsx(bytes, {
    sheets: info => {
      infos.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true })
      return mayBeWanted(infos, wanted)
    },
  })
  const name = infos[choose(infos, wanted)]?.name
  return { sheet: workbook.sheets.find(s => s.name === name) ?? null, ...namesOf(infos) }
}

/** True for the sheet just added to `infos`, if it may be the one that `choose` picks in the end. */
function mayBeWanted(infos: readonly SheetInfo[], wanted: string | number | undefined): boolean {
  const last = infos.length - 1
  if (wanted === undefined) return infos.findIndex(i => !i.hidden) === last
  return infos[last]!.name.trim() === String(wanted).trim() || Number(wanted) === infos.length
}

async function readLegacy(bytes: Uint8Array, wanted: string | number | undefined): Promise<Picked> {
  const { readXls } = await import('hucre/xlsx')
  const { locked, hidden } = readGlobals(bytes)
  // hucre would read a protected one as if it were open and return scrambled texts.
  if (locked) throw new Error('encrypted')
  const { sheets } = await readXls(bytes)
  const infos = sheets.map((s, i) => ({ name: s.name, hidden: hidden[i] === true }))
  return { sheet: sheets[choose(infos, wanted)] ?? null, ...namesOf(infos) }
}

function namesOf(infos: readonly SheetInfo[]): { names: string[]; shown: string[] } {
  return { names: infos.map(i => i.name), shown: infos.filter(i => !i.hidden).map(i => i.name) }
}

/** Index of the sheet to read, -1 if there is none such. A workbook always shows at least one sheet. */
function choose(infos: readonly SheetInfo[], wanted: string | number | undefined): number {
  if (wanted === undefined) return infos.findIndex(i => !i.hidden)
  const text = String(wanted).trim()
  const byName = infos.findIndex(i => i.name.trim() === text)
  if (byName >= 0) return byName
  return /^[1-9]\d*$/.test(text) && Number(text) <= infos.length ? Number(text) - 1 : -1
}

function refused(reason: Problem): Checked<Table> {
  return { value: null, problems: [reason], warnings: [] }
}
