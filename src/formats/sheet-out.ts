// A table as it goes out, to a workbook or a page: its columns and rows, and how wide and high they are drawn.

export interface SheetColumn {
  header: string
  /** In half-width characters; estimated from the content if absent. */
  width?: number
  /** A per cent is told with its sign. */
  type: 'text' | 'int' | 'decimal' | 'percent' | 'date'
  /** Decimals shown in a decimal column, 2 if absent; `told`, and in per cents always: as many as each text has. */
  decimals?: number | 'told'
  align?: 'left' | 'center' | 'right'
  /** What may be filled in, as a list to choose from. */
  choices?: readonly string[]
  /** The highest number that may be filled in, none being below zero: a decimal, or the index of the column that holds it. */
  most?: string | number
  /** Told of the column: a comment on its header, and a hint in each cell that has a list or a limit. */
  hint?: string
}

export interface SheetOut {
  name: string
  title?: string
  subtitle?: string
  columns: SheetColumn[]
  rows: (string | number | null)[][]
  totals?: (string | number | null)[]
  notes?: string[]
  landscape?: boolean
  /** Of so many columns that it takes the larger sheet (A3) to be read; it has as many rows as it prints. */
  wide?: boolean
  /** Left in the foot of every printed page. */
  foot?: string
  /** A paper of one page, shrunk if need be; a long list runs over as many as it takes. */
  onePage?: boolean
}

/** Width in half-width characters: a Chinese character takes two. */
function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += char.codePointAt(0)! >= 0x1100 ? 2 : 1
  return width
}

// Column widths are counted in digits of the 12-point body font, in which two digits make one Chinese character.
export function lineCount(text: string, width: number, size: number): number {
  const room = Math.max(1, Math.floor((width - 1) * (12 / size)))
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0)
}

/** In half-width characters: as given, else by the content. */
export function columnWidths(out: SheetOut): number[] {
  return out.columns.map((column, i) => column.width ?? estimatedWidth(out, column, i))
}

function estimatedWidth(out: SheetOut, column: SheetColumn, index: number): number {
  const { type, decimals: shown = 2 } = column
  const decimals = type === 'decimal' && shown !== 'told' ? shown + 1 : 0
  let widest = displayWidth(column.header)
  for (const row of [...out.rows, out.totals ?? []]) {
    for (const line of String(row[index] ?? '').split('\n'))
      widest = Math.max(widest, displayWidth(line) + decimals)
  }
  return Math.min(44, Math.max(6, widest + 2))
}
