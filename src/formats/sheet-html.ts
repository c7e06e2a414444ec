// A table as a page of HTML: what its workbook shows, to be read and printed; wide where the workbook is.
import { type Html, html, htmlPage } from './html.ts'
import type { SheetColumn, SheetOut } from './xlsx-layout.ts'

const STYLE = (wide: boolean) => `
body { font: 15px/1.6 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #111; background: #fff;
  max-width: ${wide ? 76 : 56}em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; text-align: center; margin: .2em 0; }
p { margin: .2em 0; }
p.subtitle { text-align: center; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; }
th, td { border: 1px solid #444; padding: .25em .5em; white-space: pre-line; overflow-wrap: anywhere; }
th { background: #eee; font-weight: bold; text-align: center; overflow-wrap: normal; word-break: keep-all; }
td.left { text-align: left; } td.center { text-align: center; } td.right { text-align: right; }
tr.totals td { font-weight: bold; }
footer { margin-top: 1em; font-size: .9em; }
@page { size: A4 ${wide ? 'landscape' : 'portrait'}; margin: 1.8cm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 9.5pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } footer { break-inside: avoid; } }
`

export function sheetPage({
  name,
  title,
  subtitle,
  columns,
  rows,
  totals,
  notes,
  landscape,
}: SheetOut): Uint8Array {
  const heading = title ?? name
  const head = columns.map(({ header }) => html`<th scope="col">${header}</th>`)
  const row = (values: SheetOut['rows'][number]) =>
    columns.map((column, i) => html`<td class="${alignOf(column)}">${values[i] ?? ''}</td>`)
  const body = html`<h1>${heading}</h1>
${paragraph('subtitle', subtitle ?? '')}<table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(values => html`<tr>${row(values)}</tr>\n`)}${totals ? html`<tr class="totals">${row(totals)}</tr>\n` : ''}</tbody>
</table>
<footer>
${(notes ?? []).map(note => paragraph('note', note))}</footer>`
  return htmlPage({ title: heading, style: STYLE(landscape === true), body })
}

function paragraph(kind: string, text: string): Html {
  return text === '' ? html`` : html`<p class="${kind}">${text}</p>\n`
}

function alignOf({ type, align }: SheetColumn): string {
  return align ?? (type === 'text' ? 'left' : type === 'date' ? 'center' : 'right')
}
