// Lays a paper out on a sheet: title, subtitle, bordered table, totals, notes, and how it prints.
// Fonts are those of official papers (方正小标宋简体, 仿宋_GB2312, 黑体); only their names are stored,
// the clerk's machine supplies them.

import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'
import { CELL_CHARS } from './limits.ts'
import { columnWidths, lineCount, type SheetColumn, type SheetOut } from './sheet-out.ts'
import { cellRef, numberText } from './workbook-cell.ts'

type Value = string | number | null
type Kind = 'body' | 'total'

const LINE = { style: 'thin', color: { rgb: '000000' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const TITLE: CellStyle = {
  font: { name: '方正小标宋简体', size: 18 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const SUBTITLE: CellStyle = {
  font: { name: '仿宋_GB2312', size: 12 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const HEADER: CellStyle = {
  font: { name: '黑体', size: 12, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
  numFmt: '@',
}
const NOTE: CellStyle = {
  font: { name: '仿宋_GB2312', size: 10.5 },
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
}
export const BODY_FONT = { name: '仿宋_GB2312', size: 12 }

/** The seven texts that hucre would turn into error cells; as rich text they stay texts. */
const ERROR_TEXTS =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)$/

/**
 * In: one paper and the sheet name Excel allows for it. Out: hucre's description of the sheet, and the area that a paper
 * prints; a table to be filled in, which has no title, grows.
 */
export function layoutSheet(
  sheet: SheetOut,
  name: string,
): { sheet: WriteSheet; headerRow: number; printed: string | null } {
  const layout = new Layout(sheet)
  layout.fill()
  const described = layout.describe(name)
  const corner = cellRef(sheet.columns.length - 1, described.rows!.length).replace(/^([A-Z]+)/, '$$$1$$')
  return {
    ...{ sheet: described, headerRow: layout.headerRow },
    printed: sheet.title === undefined && !sheet.wide ? null : `$A$1:${corner}`,
  }
}

class Layout {
  private readonly out: SheetOut
  // Values go into plain rows with one style a column; only cells that differ are listed one by one,
  // which keeps a list of seventy thousand agencies within memory.
  private readonly rows: CellValue[][] = []
  private readonly special = new Map<string, Partial<Cell>>()
  private readonly heights = new Map<number, { height: number }>()
  private readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  private readonly widths: number[]
  private readonly marks: CellStyle[]
  headerRow = 0

  constructor(out: SheetOut) {
    this.out = out
    this.widths = columnWidths(out)
    this.marks = out.columns.map(column => tableStyle(column, 'body', true))
  }

  fill(): void {
    const { title, subtitle, columns, rows, totals, notes } = this.out
    if (title) this.across(title, TITLE, 18, 40)
    if (subtitle) this.across(subtitle, SUBTITLE, 12, 22)
    this.headerRow = this.rows.length
    for (const [i, { header, hint }] of columns.entries()) {
      this.put(this.headerRow, i, header, HEADER)
      if (hint !== undefined)
        this.special.get(`${this.headerRow},${i}`)!.comment = { author: 'chengxin', text: hint }
    }
    this.endRow(
      columns.map(c => c.header),
      30,
    )
    for (const row of rows) this.tableRow(row)
    if (totals) this.totalsRow(totals)
    for (const note of notes ?? []) this.across(note, NOTE, 10.5, 18)
  }

  describe(name: string): WriteSheet {
    return {
      name,
      columns: this.out.columns.map((column, i) => ({
        width: this.widths[i]!,
        style: tableStyle(column, 'body', column.type === 'text'),
      })),
      rows: this.rows,
      cells: this.special,
      rowDefs: this.heights,
      merges: this.merges,
      dataValidations: this.out.columns.flatMap((column, i) => entryBelow(column, i, this.headerRow)),
      freezePane: { rows: this.headerRow + 1 },
      pageSetup: {
        paperSize: this.out.wide ? 'a3' : 'a4',
        orientation: this.out.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: this.out.onePage ? 1 : 0,
        horizontalCentered: true,
        margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.3, footer: 0.4 },
      },
      headerFooter: { oddFooter: footerOf(this.out.foot) },
    }
  }

  /** A text over the whole width of the table. */
  private across(text: string, style: CellStyle, size: number, least: number): void {
    const row = this.rows.length
    const last = Math.max(0, this.out.columns.length - 1)
    this.put(row, 0, text, style)
    if (last > 0) this.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last })
    const width = this.widths.reduce((sum, w) => sum + w, 0)
    this.heights.set(row, { height: Math.max(least, lineCount(text, width, size) * size * 1.5 + 4) })
    this.rows.push([])
  }

  private tableRow(values: readonly Value[]): void {
    const row = this.rows.length
    const stored = this.out.columns.map((column, i) => {
      const value = storedValue(values[i] ?? null, column)
      if (typeof value === 'number' && isTold(column))
        this.special.set(`${row},${i}`, {
          value,
          style: tableStyle(column, 'body', false, shown(values[i]!)),
        })
      if (typeof value !== 'string') return value
      const style = column.type === 'text' ? undefined : this.marks[i]
      if (style || ERROR_TEXTS.test(value)) this.put(row, i, value, style)
      return safeText(value)
    })
    this.endRow(values.map(shown), 22, stored)
  }

  private totalsRow(values: readonly Value[]): void {
    for (const [i, column] of this.out.columns.entries()) {
      const value = storedValue(values[i] ?? null, column)
      const isText = value === null || typeof value === 'string'
      const style = tableStyle(column, 'total', isText, shown(values[i] ?? null))
      if (typeof value === 'string') this.put(this.rows.length, i, value, style)
      else this.special.set(`${this.rows.length},${i}`, { value, style })
    }
    this.endRow(values.map(shown), 22)
  }

  private put(row: number, column: number, text: string, style: CellStyle | undefined): void {
    const value = safeText(text)
    const cell: Partial<Cell> = { value }
    if (style) cell.style = style
    if (ERROR_TEXTS.test(text)) cell.richText = [{ text: value }]
    this.special.set(`${row},${column}`, cell)
  }

  private endRow(texts: readonly string[], least: number, values: CellValue[] = []): void {
    const lines = Math.max(1, ...texts.map((text, i) => lineCount(text, this.widths[i] ?? 10, 12)))
    // Excel draws at most 409 points.
    this.heights.set(this.rows.length, { height: Math.min(409, Math.max(least, lines * 16.5 + 6)) })
    this.rows.push(values)
  }
}

/** `&` begins an instruction of the footer. Beside a text on the left the page stands on the right: on A4 upright they would meet. */
function footerOf(foot: string | undefined): string {
  const page = '第 &P 页，共 &N 页'
  return foot === undefined ? `&C${page}` : `&L&8${foot.replaceAll('&', '&&')}&R${page}`
}

/** The most characters that a workbook keeps of a list or a hint. */
const LIST_CHARS = 255
const LAST_ROW = 1_048_576

/**
 * A list to choose from, or a limit, in every cell below the header; a list that is too long, or holds its comma, is left
 * to be typed.
 */
function entryBelow(
  { choices = [], most, hint }: SheetColumn,
  index: number,
  headerRow: number,
): DataValidation[] {
  const long = choices.join(',').length > LIST_CHARS || choices.some(choice => choice.includes(','))
  const common = {
    range: `${cellRef(index, headerRow + 2)}:${cellRef(index, LAST_ROW)}`,
    allowBlank: true,
    showErrorMessage: true,
    ...(hint === undefined ? {} : { showInputMessage: true, inputMessage: hint.slice(0, LIST_CHARS) }),
  }
  if (choices.length > 0 && !long) return [{ type: 'list' as const, values: [...choices], ...common }]
  if (most === undefined) return []
  const highest = typeof most === 'string' ? most : `$${cellRef(most, headerRow + 2)}`
  const limit = { operator: 'between' as const, formula1: '0', formula2: highest }
  return [{ type: 'decimal' as const, ...limit, ...common }]
}

function shown(value: Value): string {
  return String(value ?? '')
}

/** Whether each number has the decimals of its text. */
function isTold({ type, decimals }: SheetColumn): boolean {
  return type === 'percent' || (type === 'decimal' && decimals === 'told')
}

/** `told`: the text of a number. */
function tableStyle(column: SheetColumn, kind: Kind, isText: boolean, told = ''): CellStyle {
  const align =
    column.align ?? (column.type === 'text' ? 'left' : column.type === 'date' ? 'center' : 'right')
  return {
    font: kind === 'total' ? { ...BODY_FONT, bold: true } : BODY_FONT,
    alignment: {
      // A text in a number column is a mark such as — or 缺; it reads best in the middle.
      horizontal: isText && column.type !== 'text' && !column.align ? 'center' : align,
      vertical: 'center',
      wrapText: true,
    },
    border: BORDER,
    numFmt: isText ? '@' : numberFormat(column, told),
  }
}

/** What the cell holds: a number or date only where the text is exactly that; otherwise the text. */
function storedValue(value: Value, column: SheetColumn): string | number | Date | null {
  if (value === null || value === '') return null
  if (column.type === 'text') return String(value)
  if (column.type === 'date') return dateValue(String(value)) ?? String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (column.type === 'percent')
    return /^\d+(\.\d+)?%$/.test(value) ? Number(`${value.slice(0, -1)}e-2`) : value
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return value
  const number = Number(value)
  const shortest = value.includes('.') ? value.replace(/\.?0+$/, '') : value
  return numberText(number) === shortest ? number : value
}

function dateValue(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match || Number(match[1]) < 1901) return null
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return date.toISOString().slice(0, 10) === text ? date : null
}

function numberFormat(column: SheetColumn, told: string): string {
  const { type, decimals = 2 } = column
  if (type === 'date') return 'yyyy-mm-dd'
  if (type === 'int') return '0'
  const places = isTold(column) ? (/\.\d+/.exec(told) ?? '.')[0].length - 1 : Number(decimals)
  return `${places > 0 ? `0.${'0'.repeat(places)}` : '0'}${type === 'percent' ? '%' : ''}`
}

// `_x0041_` is how the format spells a character; a text that really says so is spelled out,
// and the two code points that XML cannot hold become the sign for a lost character.
function safeText(text: string): string {
  if (text.length > CELL_CHARS) {
    throw new RangeError(`cell text of ${text.length} characters; a workbook holds ${CELL_CHARS}`)
  }
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
}
