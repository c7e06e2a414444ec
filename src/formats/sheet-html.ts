// A table as a page of HTML: what its workbook shows, to be read and printed; wide where the workbook is.
import { type Html, html, htmlPage } from './html.ts'
import { columnWidths, type SheetColumn, type SheetOut } from './sheet-out.ts'

const MARGIN_CM = 1.8

/** `chars`: of the whole table in half-width characters; it is printed in a type in which they fit, if that can be read. */
const styleOf = (wide: boolean, chars: number) => `
body { font: 15px/1.6 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #111; background: #fff;
  max-width: ${wide ? 76 : 56}em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; text-align: center; margin: .2em 0; }
p { margin: .2em 0; }
p.subtitle { text-align: center; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .6em 0; }
th, td { border: 1px solid #444; padding: .25em .3em; white-space: pre-line; overflow-wrap: anywhere; }
th { background: #eee; font-weight: bold; text-align: center; }
td.left { text-align: left; } td.center { text-align: center; } td.right { text-align: right; }
tr.totals td { font-weight: bold; }
footer { margin-top: 1em; font-size: .9em; }
@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: ${MARGIN_CM}cm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: ${printed(wide, chars)}pt; line-height: 1.35; }
  thead { display: table-header-group; } tr { break-inside: avoid; } footer { break-inside: avoid; } }
`

/** Points: half of it is the width of a half-width character, a little more where fonts are replaced. */
function printed(wide: boolean, chars: number): number {
  const room = ((wide ? 29.7 : 21) - 2 * MARGIN_CM) * 28.35
  return Math.min(11, Math.max(6.5, Math.floor((room / chars / 0.56) * 2) / 2))
}

export function sheetPage(sheet: SheetOut): Uint8Array {
  const { name, title, subtitle, columns, rows, totals, notes, landscape } = sheet
  const heading = title ?? name
  const head = columns.map(({ header }) => html`<th scope="col">${header}</th>`)
  const widths = columnWidths(sheet)
  const all = widths.reduce((a, b) => a + b, 0)
  const shares = widths.map(width => html`<col width="${Math.round((width * 1000) / all) / 10}%">`)
  const row = (values: SheetOut['rows'][number]) =>
    columns.map((column, i) => html`<td class="${alignOf(column)}">${values[i] ?? ''}</td>`)
  const body = html`<h1>${heading}</h1>
${paragraph('subtitle', subtitle ?? '')}<table>
<colgroup>${shares}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(values => html`<tr>${row(values)}</tr>\n`)}${totals ? html`<tr class="totals">${row(totals)}</tr>\n` : ''}</tbody>
</table>
<footer>
${(notes ?? []).map(note => paragraph('note', note))}</footer>`
  return htmlPage({ title: heading, style: styleOf(landscape === true, all), body })
}

function paragraph(kind: string, text: string): Html {
  return text === '' ? html`` : html`<p class="${kind}">${text}</p>\n`
}

function alignOf({ type, align }: SheetColumn): string {
  return align ?? (type === 'text' ? 'left' : type === 'date' ? 'center' : 'right')
}
