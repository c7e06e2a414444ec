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
  const clean = rows.map(row =>
    row.map(cell => (cell.includes('\n') ? cell.replace(/\s*\n\s*/g, ' ') : cell)),
  )
  const natural = columns.map((column, i) =>
    clean.reduce((widest, row) => Math.max(widest, textWidth(row[i] ?? '')), textWidth(column.title)),
  )
  const widths = narrow(natural, width - GAP.length * (columns.length - 1))
  const lines = (cells: readonly string[]) => {
    const wrapped = widths.map((w, i) => (w < natural[i]! ? wrap(cells[i] ?? '', w) : [cells[i] ?? '']))
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

/**
 * Cuts a text into pieces of at most so many columns: between any two Chinese characters, but not inside a number, and
 * no piece begins with a mark that closes what is before it.
 */
export function wrap(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text]
  const pieces: string[] = []
  let piece = ''
  for (const part of text.match(/(?:[!-~]+|.)[，。；：、）〕”》]*/gu) ?? []) {
    for (const unit of textWidth(part) > width ? [...part] : [part]) {
      if (piece !== '' && textWidth(piece + unit) > width) {
        pieces.push(piece.trimEnd())
        piece = ''
      }
      if (piece !== '' || unit !== ' ') piece += unit
    }
  }
  return [...pieces, piece]
}

/** Of these, each is a character by itself; from the ideographic comma on they take two columns. */
const PLAIN = /^[ -~·—‘’“”…、-】〔-〛\u4e00-\u9fff！-～]*$/
const WIDE_FROM = '、'.charCodeAt(0)

/** Columns that a text takes. The library looks at every character for long: only at texts that may need it. */
export function textWidth(text: string): number {
  if (!PLAIN.test(text)) return stringWidth(text)
  let width = text.length
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= WIDE_FROM) width += 1
  return width
}

export function pad(text: string, width: number, align: Align = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)))
  return align === 'left' ? text + space : space + text
}

/** Names and numbers below each other, for a few lines that are no table. */
export function alignedCounts(counts: readonly (readonly [name: string, count: number])[]): string[] {
  const names = Math.max(0, ...counts.map(([name]) => textWidth(name)))
  const digits = Math.max(0, ...counts.map(([, count]) => String(count).length))
  return counts.map(([name, count]) => `${pad(name, names)}${GAP}${pad(String(count), digits, 'right')}`)
}
