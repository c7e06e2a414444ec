// Tables for a terminal. Chinese characters take two columns; nothing is cut, so nothing is lost in a pipe.
import stringWidth from 'string-width'

export type Align = 'left' | 'right'

export interface TableColumn {
  title: string
  align: Align
}

/**
 * Lines of a table with a header and a rule below it. Cells hold no line breaks: those become spaces. In a terminal of
 * `width` columns the widest columns are narrowed and their cells wrap; nothing is ever cut.
 */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width = Infinity,
): string[] {
  const clean = rows.map(row => row.map(cell => cell.replace(/\s*\n\s*/g, ' ')))
  const natural = columns.map((column, i) =>
    clean.reduce((widest, row) => Math.max(widest, stringWidth(row[i] ?? '')), stringWidth(column.title)),
  )
  const widths = narrow(natural, width - GAP.length * (columns.length - 1))
  const lines = (cells: readonly string[]) => {
    const wrapped = widths.map((w, i) => wrap(cells[i] ?? '', w))
    const height = Math.max(...wrapped.map(parts => parts.length))
    return Array.from({ length: height }, (_, k) =>
      widths
        .map((w, i) => pad(wrapped[i]![k] ?? '', w, columns[i]!.align))
        .join(GAP)
        .trimEnd(),
    )
  }
  return [
    ...lines(columns.map(c => c.title)),
    widths.map(w => '─'.repeat(w)).join(GAP),
    ...clean.flatMap(lines),
  ]
}

const GAP = '  '
/** Narrower, a column of Chinese text is no longer read but spelled. */
const NARROWEST = 16

/** Takes width from the widest columns until all fit, or until none can give any more. */
function narrow(widths: readonly number[], available: number): number[] {
  const fitted = [...widths]
  let over = fitted.reduce((a, b) => a + b, 0) - available
  while (over > 0) {
    const widest = Math.max(...fitted)
    if (widest <= NARROWEST) break
    fitted[fitted.indexOf(widest)] = widest - 1
    over -= 1
  }
  return fitted
}

/** Cuts a text into pieces of at most so many columns: between any two Chinese characters, but not inside a number. */
function wrap(text: string, width: number): string[] {
  if (stringWidth(text) <= width) return [text]
  const pieces: string[] = []
  let piece = ''
  for (const part of text.match(/[!-~]+|./gu) ?? []) {
    for (const unit of stringWidth(part) > width ? [...part] : [part]) {
      if (piece !== '' && stringWidth(piece + unit) > width) {
        pieces.push(piece.trimEnd())
        piece = ''
      }
      if (piece !== '' || unit !== ' ') piece += unit
    }
  }
  return [...pieces, piece]
}

export function pad(text: string, width: number, align: Align = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'left' ? text + space : space + text
}
