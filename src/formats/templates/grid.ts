// The bordered table of a template: rows of cells with their widths in centimeters, as offices draw them.
import {
  AlignmentType,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { cm, FONT, line, SIZE, text } from './paper.ts'

export type Align = 'left' | 'center' | 'right'

export interface Cell {
  /** One paragraph each. */
  lines: readonly string[]
  align?: Align
  vertical?: 'top' | 'center' | 'bottom'
  font?: string
  bold?: boolean
  size?: number
  /** How many columns wide. */
  span?: number
}

export interface Row {
  cells: readonly (string | Cell)[]
  /** Least height in centimeters. */
  height?: number
  /** Repeated at the top of each page, in the type of labels, centered. */
  header?: true
  /** May run over a page end; others never do. */
  breaks?: true
}

export interface GridLook {
  /** Half-points. */
  size?: number
  /** Line height in points. */
  line?: number
  /** Of the columns; left where none is given. */
  align?: readonly Align[]
  /** Least height of a row in centimeters. */
  height?: number
  /** Above and below what a cell holds, in twentieths of a point. */
  pad?: number
  /** Never a page end within it, nor behind it if that is said. */
  together?: true | 'with next'
}

/** A label beside what it names. */
export function label(value: string, span = 1): Cell {
  return { lines: [value], align: 'center', font: FONT.label, ...(span > 1 ? { span } : {}) }
}

export function grid(widths: readonly number[], rows: readonly Row[], look: GridLook = {}): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cm(widths.reduce((a, b) => a + b)), type: WidthType.DXA },
    columnWidths: widths.map(cm),
    alignment: AlignmentType.CENTER,
    rows: rows.map((row, i) => tableRow(widths, row, look, i < rows.length - 1)),
  })
}

function tableRow(widths: readonly number[], row: Row, look: GridLook, goesOn: boolean): TableRow {
  const height = row.height ?? look.height
  let column = 0
  return new TableRow({
    cantSplit: !row.breaks,
    ...(row.header ? { tableHeader: true } : {}),
    ...(height === undefined ? {} : { height: { value: cm(height), rule: HeightRule.ATLEAST } }),
    children: row.cells.map(given => {
      const cell: Cell = typeof given === 'string' ? { lines: [given] } : given
      const first = column
      column += cell.span ?? 1
      return tableCell(widths.slice(first, column), cell, {
        ...look,
        align: [row.header ? 'center' : (look.align?.[first] ?? 'left')],
        font: row.header ? FONT.label : FONT.body,
        keepNext: look.together === 'with next' || (look.together === true && goesOn),
      })
    }),
  })
}

function tableCell(
  widths: readonly number[],
  cell: Cell,
  look: GridLook & { font: string; keepNext: boolean },
): TableCell {
  const size = cell.size ?? look.size ?? SIZE.小五
  const pad = look.pad ?? 40
  const run = (value: string) => text(value, size, cell.font ?? look.font, cell.bold ? { bold: true } : {})
  return new TableCell({
    width: { size: cm(widths.reduce((a, b) => a + b)), type: WidthType.DXA },
    ...(widths.length > 1 ? { columnSpan: widths.length } : {}),
    verticalAlign: VerticalAlign[UPPER[cell.vertical ?? 'center']],
    margins: { top: pad, bottom: pad, left: 80, right: 80, marginUnitType: WidthType.DXA },
    children: cell.lines.map(value =>
      line([run(value)], {
        line: look.line ?? 13,
        mark: size,
        keepNext: look.keepNext,
        align: AlignmentType[ALIGN[cell.align ?? look.align?.[0] ?? 'left']],
      }),
    ),
  })
}

const UPPER = { top: 'TOP', center: 'CENTER', bottom: 'BOTTOM' } as const
const ALIGN = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const
