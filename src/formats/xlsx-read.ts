// A workbook to a table: picks the sheet and says why a workbook cannot be read.
// hucre is kept behind this file and loaded only when a workbook is really read; contract tests with
// an independent reader guard it.

import type { Sheet } from 'hucre/xlsx'
import { type Checked, type Problem, problem } from '../domain/problem.ts'
import type { Table } from '../domain/table.ts'
import { archiveFault } from './archive.ts'
import { clip, overLimit, UNPACKED_BYTES } from './limits.ts'
import { SheetReader } from './xlsx-sheet.ts'

export interface WorkbookReadOptions {
  /** Sheet name, or its 1-based number; a name wins over a number. First visible sheet if absent. */
  sheet?: string | number
}

/** Why a workbook cannot be read; the first word of CX1008's `detail`, which `messages` words. */
export type WorkbookFault = 'damaged' | 'encrypted' | 'dtd' | 'no-workbook' | 'old-version'

/**
 * In: the bytes of an .xlsx or .xls workbook and its name. Out: the table on one sheet.
 * Header: the first row with at least two filled cells (rows above it with one are titles); in a sheet
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
  try {
    picked = await (legacy ? readLegacy : readModern)(bytes, options.sheet)
  } catch (error) {
    return refused(libraryProblem(error, bytes, file))
  }
  if (!picked.sheet) {
    const sheet = String(options.sheet ?? 1)
    return refused(problem('CX1007', { sheet, available: picked.names.join('、') }, { file }))
  }
  return new SheetReader(picked.sheet, file, legacy).open(bytes.length)
}

function archiveProblem(bytes: Uint8Array, file: string): Problem | null {
  const fault = archiveFault(bytes, UNPACKED_BYTES)
  if (!fault) return null
  if (fault.kind === 'too-big') return overLimit('workbook', UNPACKED_BYTES, fault.bytes, { file })
  return unreadable(fault.kind, fault.kind === 'dtd' ? fault.part : fault.detail, file)
}

function unreadable(fault: WorkbookFault, about: string, file: string): Problem {
  return problem('CX1008', { detail: about === '' ? fault : `${fault}: ${about}` }, { file })
}

// hucre reports what it cannot read by throwing; anything it throws is about the file, not about us.
function libraryProblem(error: unknown, bytes: Uint8Array, file: string): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const cells = /\((\d+) cells\), over the (\d+) limit/.exec(message)
  if (cells) return overLimit('cells', Number(cells[2]), Number(cells[1]), { file })
  if (/encrypted|password/i.test(message) || holdsUtf16(bytes, 'EncryptedPackage')) {
    return unreadable('encrypted', '', file)
  }
  if (/Unsupported XLS version/.test(message)) return unreadable('old-version', '', file)
  if (/missing (Workbook stream|\[Content_Types\]|_rels|workbook)|workbook relationship/.test(message)) {
    return unreadable('no-workbook', '', file)
  }
  return unreadable('damaged', clip(message), file)
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
  return { sheet: workbook.sheets.find(s => s.name === name) ?? null, names: infos.map(i => i.name) }
}

/** True for the sheet just added to `infos`, if it may be the one that `choose` picks in the end. */
function mayBeWanted(infos: readonly SheetInfo[], wanted: string | number | undefined): boolean {
  const last = infos.length - 1
  if (wanted === undefined) return infos.findIndex(i => !i.hidden) === last
  return infos[last]!.name.trim() === String(wanted).trim() || Number(wanted) === infos.length
}

async function readLegacy(bytes: Uint8Array, wanted: string | number | undefined): Promise<Picked> {
  const { readXls } = await import('hucre/xlsx')
  if (isLocked(bytes)) throw new Error('encrypted')
  const { sheets } = await readXls(bytes)
  const infos = sheets.map(s => ({ name: s.name, hidden: s.hidden === true }))
  return { sheet: sheets[choose(infos, wanted)] ?? null, names: infos.map(i => i.name) }
}

/**
 * hucre reads a password-protected .xls as if it were open and returns scrambled texts. The format puts
 * the FILEPASS record (0x2F) right behind the opening BOF of the globals, or behind a WRITEPROTECT (0x86).
 */
function isLocked(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Streams begin on sector borders, of which 64 bytes is the smallest kind.
  for (let at = 512; at + 32 <= bytes.length; at += 64) {
    const isGlobals = view.getUint32(at) === 0x09081000 && view.getUint32(at + 4) === 0x00060500
    if (!isGlobals) continue
    const next = at + 20
    const first = view.getUint16(next, true)
    return first === 0x2f || (first === 0x86 && view.getUint16(next + 4, true) === 0x2f)
  }
  return false
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
