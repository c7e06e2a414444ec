// Papers as pages of HTML: how they look, and a table on them.
import { type Html, html, htmlPage } from '../../formats/html.ts'
import { letterTitle } from './paper.ts'

/** A title that does not fit goes on in the next line between its parts. */
export const HEADING = 'h1 { font-size: 1.6em; text-align: center; }\nh1 span { display: inline-block; }'

export function headingPart(title: string): Html {
  return html`<h1>${letterTitle(title).map(part => html`<span>${part}</span>`)}</h1>`
}

const STYLE = `
body { font: 16px/1.8 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #111; background: #fff;
  max-width: 60em; margin: 2em auto; padding: 0 1em; }
${HEADING}
h2 { font-size: 1.1em; margin: 1em 0 .2em; }
p { margin: .2em 0; text-indent: 2em; }
p.plain, footer p { text-indent: 0; }
p.signed { text-align: right; text-indent: 0; }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em; font-size: .85em; }
caption { font-weight: bold; }
th, td { border: 1px solid #444; padding: .2em .3em; text-align: center; overflow-wrap: anywhere; }
th:first-child, td:first-child { text-align: left; }
footer { margin-top: 2em; border-top: 1px solid #444; font-size: .85em; }
@media print { body { margin: 0; padding: 0; max-width: none; } thead { display: table-header-group; }
  tr { break-inside: avoid; } }
`

/** What stands under every paper. */
export interface Foot {
  footer_note: string
  check_line: string
}

export function paperPage(title: string, body: readonly Html[], foot: Foot): Uint8Array {
  return htmlPage({
    title,
    style: STYLE,
    body: html`${headingPart(title)}
${body}<footer><p>${foot.footer_note}</p><p>${foot.check_line}</p></footer>`,
  })
}

export function paragraphs(texts: readonly string[], kind: 'plain' | 'signed' | null = null): Html[] {
  return texts.map(text =>
    kind === null
      ? html`<p>${text}</p>
`
      : html`<p class="${kind}">${text}</p>
`,
  )
}

export function tablePart(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Html {
  const cells = header.map(text => html`<th scope="col">${text}</th>`)
  const lines = rows.map(
    row => html`<tr>${row.map(cell => html`<td>${cell ?? ''}</td>`)}</tr>
`,
  )
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${cells}</tr></thead>
<tbody>
${lines}</tbody>
</table>
`
}
