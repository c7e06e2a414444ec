// A table as a page of HTML: what its workbook shows, to be read and printed; wide where the workbook is.
import { html } from './html.ts'
import { paperPage, paragraphs } from './html-paper.ts'
import { columnWidths, type SheetColumn, type SheetOut } from './sheet-out.ts'

const MARGIN_CM = 1.8

/** `chars`: of the whole table in half-width characters; it is printed in a type in which they fit, if that can be read. */
const styleOf = (wide: boolean, chars: number) => `
h1 { margin: .2em 0; }
table { table-layout: fixed; }
th, td { white-space: pre-line; }
td.left { text-align: left; } td.center { text-align: center; } td.right { text-align: right; }
tr.totals td { font-weight: bold; }
@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: ${MARGIN_CM}cm; }
@media print { body { font-size: ${printed(wide, chars)}pt; line-height: 1.35; } }
`

/** Points: half of it is the width of a half-width character, a little more where fonts are replaced. */
function printed(wide: boolean, chars: number): number {
  const room = ((wide ? 29.7 : 21) - 2 * MARGIN_CM) * 28.35
  return Math.min(11, Math.max(6.5, Math.floor((room / chars / 0.56) * 2) / 2))
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
    style: styleOf(landscape === true, all),
  })
}

function alignOf({ type, align }: SheetColumn): string {
  return align ?? (type === 'text' ? 'left' : type === 'date' ? 'center' : 'right')
}
