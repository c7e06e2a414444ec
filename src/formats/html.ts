// HTML papers: one file that asks for nothing else, runs nothing but what we wrote, and shows every text as it is,
// whatever stands in it.
import { createHash } from 'node:crypto'

/** Markup that is safe to be put into a page. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Html | readonly Html[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose texts are escaped; only what is `Html` already is taken as markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = parts.map(part => {
    if (part instanceof Html) return part.markup
    if (typeof part === 'object') return part.map(p => p.markup).join('')
    return String(part).replace(/[&<>"']/g, c => ENTITIES[c]!)
  })
  return new Html(strings.map((text, i) => text + (written[i] ?? '')).join(''))
}

/** Data for the script of a page: nothing in it ends the block or begins another. */
export function htmlData(id: string, value: unknown): Html {
  const text = JSON.stringify(value).replace(/[<\u2028\u2029]/g, escaped)
  return html`<script type="application/json" id="${id}">${new Html(text)}</script>
`
}

function escaped(c: string): string {
  return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A whole page. Style and script are ours, known by their digests; anything else that would load or run is forbidden. */
export function htmlPage(page: { title: string; style: string; body: Html; script?: string }): Uint8Array {
  const { title, style, body, script } = page
  const runs = script === undefined ? '' : ` script-src ${digestOf(script)};`
  const policy = `default-src 'none'; style-src ${digestOf(style)};${runs} base-uri 'none'; form-action 'none'`
  const { markup } = html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
${body}${script === undefined ? '' : html`<script>${new Html(script)}</script>`}
</body>
</html>
`
  return new TextEncoder().encode(markup)
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
