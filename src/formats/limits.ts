// The limits of a file and the checks that every row passes, whatever file it came from.
// One place, so that a CSV and a workbook with the same content get the same problems.

import { type Place, type Problem, problem } from '../domain/problem.ts'
import { codePoint, controlIn, hasControl, visible } from '../domain/text.ts'

export const CELL_CHARS = 32_767
export const ROW_BYTES = 1_048_576
export const COLUMNS = 200
export const UNPACKED_BYTES = 200 * 1024 * 1024

/** What went over a limit; `messages` words it. */
export type LimitName = 'cell' | 'row' | 'columns' | 'workbook' | 'cells'

const LOST = '\uFFFD'

/** Says whether a text needs the per-cell search at all: one pass over a file instead of one per cell. */
export function hasSuspectCharacters(text: string): boolean {
  return hasControl(text) || text.includes(LOST)
}

/** In: a limit, its value and what was found. Out: the CX1009 problem for it. */
export function overLimit(what: LimitName, limit: number, actual: number, place: Place): Problem {
  return problem('CX1009', { what, limit: String(limit), actual: String(actual) }, place)
}

export interface RowFindings {
  problems: Problem[]
  warnings: Problem[]
}

const SOUND: Readonly<RowFindings> = { problems: [], warnings: [] }

/**
 * In: one row's cells as read, the number of header columns, and a way to name the place of a cell
 * (no index: of the row). Out: problems for cells beyond the header (CX1006), over-long cells or rows
 * (CX1009) and control characters (CX1013); warnings for characters lost earlier (CX1014).
 */
export function checkRow(
  cells: readonly string[],
  columns: number,
  place: (columnIndex?: number) => Place,
  suspect: boolean,
): RowFindings {
  let chars = 0
  for (const cell of cells) chars += cell.length
  if (cells.length <= columns && chars <= CELL_CHARS && !suspect) return SOUND
  const found: RowFindings = { problems: [], warnings: [] }
  const used = cells.findLastIndex(c => c.trim() !== '') + 1
  if (used > columns) {
    found.problems.push(
      problem('CX1006', { cells: used, columns }, place(), { value: clip(cells[columns]!) }),
    )
  }
  for (const [i, cell] of cells.entries()) {
    if (cell.length > CELL_CHARS) found.problems.push(overLimit('cell', CELL_CHARS, cell.length, place(i)))
    if (suspect) checkCharacters(cell, place(i), found)
  }
  // A character takes at most three bytes per UTF-16 unit, so most rows need no byte count.
  if (chars * 3 > ROW_BYTES) {
    const bytes = cells.reduce((sum, cell) => sum + Buffer.byteLength(cell), 0)
    if (bytes > ROW_BYTES) found.problems.push(overLimit('row', ROW_BYTES, bytes, place()))
  }
  return found
}

function checkCharacters(cell: string, place: Place, found: RowFindings): void {
  const code = controlIn(cell)
  if (code !== null) found.problems.push(problem('CX1013', { code }, place, { value: clip(visible(cell)) }))
  if (cell.includes(LOST)) {
    found.warnings.push(problem('CX1014', { code: codePoint(LOST) }, place, { value: clip(visible(cell)) }))
  }
}

/** A value short enough to quote in a message. */
export function clip(text: string): string {
  const chars = [...text]
  return chars.length <= 60 ? text : `${chars.slice(0, 59).join('')}…`
}
