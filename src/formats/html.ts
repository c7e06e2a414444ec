// HTML papers: one file that asks for nothing else, runs nothing, and shows every text as it is, whatever stands in it.
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

/** A whole page. `style` is ours, known by its digest; anything else that would load or run is forbidden. */
export function htmlPage(page: { title: string; style: string; body: Html }): Uint8Array {
  const digest = createHash('sha256').update(page.style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`
  const { markup } = html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${new Html(page.style)}</style>
</head>
<body>
${page.body}
</body>
</html>
`
  return new TextEncoder().encode(markup)
}
