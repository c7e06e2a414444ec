// Tables for a terminal. Chinese characters take two columns; nothing is cut, so nothing is lost in a pipe.
import stringWidth from 'string-width'

export type Align = 'left' | 'right'

export interface TableColumn {
  title: string
  align: Align
}

/** Lines of a table with a header and a rule below it. Cells hold no line breaks: those become spaces. */
export function renderTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map(row => row.map(cell => cell.replace(/\s*\n\s*/g, ' ')))
  const widths = columns.map((column, i) =>
    clean.reduce((width, row) => Math.max(width, stringWidth(row[i] ?? '')), stringWidth(column.title)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => pad(cells[i] ?? '', widths[i]!, column.align))
      .join('  ')
      .trimEnd()
  return [line(columns.map(c => c.title)), widths.map(w => '─'.repeat(w)).join('  '), ...clean.map(line)]
}

export function pad(text: string, width: number, align: Align = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'left' ? text + space : space + text
}
