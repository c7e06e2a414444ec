// A table as a page of HTML: what its workbook shows, to be read and printed; wide where the workbook is.
import { html } from './html.ts'
import { paperPage, paragraphs } from './html-paper.ts'
import { columnWidths, lineCount, type SheetColumn, type SheetOut } from './sheet-out.ts'

const MARGIN_CM = 1.8

/** `size`: of the type in which it is printed, in points. */
const styleOf = (wide: boolean, size: number) => `
h1 { margin: .2em 0; }
table { table-layout: fixed; }
th, td { white-space: pre-line; }
td.left { text-align: left; } td.center { text-align: center; } td.right { text-align: right; }
tr.totals td { font-weight: bold; }
@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: ${MARGIN_CM}cm; }
@media print { body { font-size: ${size}pt; line-height: ${LEADING}; } }
`

const LEADING = 1.35
const [SMALLEST, LARGEST] = [6.5, 11]

/** A half-width character in parts of the type's size: a little more than half of it where fonts are replaced. */
const CHAR = 0.56

/** The type in which all columns fit beside each other, and a paper of one page on its page, if that can be read. */
function printedSize(sheet: SheetOut, widths: readonly number[]): number {
  const points = (cm: number) => (cm - 2 * MARGIN_CM) * 28.35
  const [across, down] = sheet.landscape === true ? [29.7, 21] : [21, 29.7]
  const all = widths.reduce((a, b) => a + b, 0)
  let size = Math.min(LARGEST, Math.floor((points(across) / all / CHAR) * 2) / 2)
  while (sheet.onePage && size > SMALLEST && heightAt(size, sheet, widths, points(across)) > points(down))
    size -= 0.5
  return Math.max(SMALLEST, size)
}

/** In points, as the rules of papers (html-paper.ts) space it: every line with its paddings and margins. */
function heightAt(size: number, sheet: SheetOut, widths: readonly number[], across: number): number {
  const { subtitle, columns, rows, totals, notes = [] } = sheet
  const chars = across / size / CHAR
  const all = widths.reduce((a, b) => a + b, 0)
  const rowLines = (texts: readonly unknown[]) =>
    Math.max(...texts.map((text, i) => lineCount(String(text ?? ''), (widths[i]! * chars) / all, 12)))
  const lines = [columns.map(c => c.header), ...rows, ...(totals ? [totals] : [])].map(rowLines)
  const table = lines.reduce((sum, n) => sum + n * LEADING + 0.5, 1.6)
  const head = 1.6 * (LEADING + 0.4) + (subtitle ? LEADING + 0.4 : 0)
  const foot = notes.reduce((sum, note) => sum + lineCount(note, chars / 0.85, 12) * LEADING + 0.4, 2) * 0.85
  // Rules between rows are drawn as thin as they can be.
  return (head + table + foot) * size + (lines.length + 2) * 0.75
}

export function sheetPage(sheet: SheetOut): Uint8Array {
  const { name, title, subtitle, columns, rows, totals, notes, landscape } = sheet
  const head = columns.map(({ header }) => html`<th scope="col">${header}</th>`)
  const widths = columnWidths(sheet)
  const all = widths.reduce((a, b) => a + b, 0)
  const shares = widths.map(width => html`<col width="${Math.round((width * 1000) / all) / 10}%">`)
  const row = (values: SheetOut['rows'][number]) =>
    columns.map((column, i) => html`<td class="${alignOf(column)}">${values[i] ?? ''}</td>`)
  const table = html`<table>
<colgroup>${shares}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(values => html`<tr>${row(values)}</tr>\n`)}${totals ? html`<tr class="totals">${row(totals)}</tr>\n` : ''}</tbody>
</table>
`
  const said = (subtitle ?? '') === '' ? [] : paragraphs([subtitle!], 'subtitle')
  return paperPage({
    title: title ?? name,
    body: [...said, table],
    foot: (notes ?? []).filter(note => note !== ''),
    width: landscape === true ? 76 : 56,
    style: styleOf(landscape === true, printedSize(sheet, widths)),
  })
}

function alignOf({ type, align }: SheetColumn): string {
  return align ?? (type === 'text' ? 'left' : type === 'date' ? 'center' : 'right')
}
