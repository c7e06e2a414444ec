// Papers as pages of HTML: how all of them look on a screen and on A4, with tables and paragraphs.
import { type Html, html, htmlPage } from './html.ts'

/** `width`: of the text, in characters. */
const styleOf = (width: number) => `
body { font: 16px/1.7 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #111; background: #fff;
  max-width: ${width}em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; text-align: center; }
h2 { font: bold 1.1em SimHei, "Noto Sans CJK SC", sans-serif; margin: 1.4em 0 .4em; }
p { margin: .2em 0; }
p.said { text-indent: 2em; }
h1 span { display: inline-block; }
.signed { width: fit-content; margin: 1em 2em 0 auto; break-inside: avoid; }
.signed p { text-align: center; }
p.subtitle { text-align: center; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; }
caption, th { font-weight: bold; }
th { background: #eee; text-align: center; }
th, td { border: 1px solid #444; padding: .25em .4em; overflow-wrap: anywhere; }
footer { margin-top: 2em; border-top: 1px solid #444; font-size: .85em; }
@page { size: A4; margin: 2cm 1.8cm; }
@media print { body { margin: 0; padding: 0; max-width: none; } thead { display: table-header-group; }
  tr, footer { break-inside: avoid; } h2 { break-after: avoid; } }
`

export interface HtmlPaper {
  title: string
  /** The parts of the title between which it goes on in the next line. */
  lines?: readonly string[]
  /** On the tab, where several papers have one title. */
  about?: string
  body: readonly Html[]
  /** A line each. */
  foot: readonly string[]
  width?: number
  /** What is this paper's alone. */
  style?: string
}

export function paperPage({
  title,
  lines = [],
  about,
  body,
  foot,
  width = 60,
  style = '',
}: HtmlPaper): Uint8Array {
  return htmlPage({
    title: about === undefined ? title : `${title}　${about}`,
    style: styleOf(width) + style,
    body: html`<h1>${lines.length > 1 ? lines.map(line => html`<span>${line}</span>`) : title}</h1>
${body}<footer>
${paragraphs(foot)}</footer>`,
  })
}

/** `said`: running text, its first line moved in; `subtitle`: centered. */
export function paragraphs(texts: readonly string[], kind: 'said' | 'subtitle' | null = null): Html[] {
  return texts.map(text =>
    kind === null
      ? html`<p>${text}</p>
`
      : html`<p class="${kind}">${text}</p>
`,
  )
}

/** Who signs and when, below each other on the right. */
export function signature(texts: readonly string[]): Html {
  return html`<div class="signed">
${paragraphs(texts)}</div>
`
}

export type Cell = string | number | Html | readonly Html[]

/** `headers`: of each column by its name, which is the class of its cells. */
export function table<K extends string>(
  headers: Readonly<Record<K, string>>,
  rows: readonly Readonly<Record<NoInfer<K>, Cell>>[],
  caption: string | null = null,
): Html {
  const columns = Object.keys(headers) as K[]
  const heads = columns.map(key => html`<th class="${key}" scope="col">${headers[key]}</th>`)
  const lines = rows.map(
    row => html`<tr>${columns.map(key => html`<td class="${key}">${row[key]}</td>`)}</tr>
`,
  )
  const above = html`<caption>${caption ?? ''}</caption>
`
  return html`<table>
${caption === null ? '' : above}<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table>
`
}
