// The common ground of all charts: measures, inks that are told apart without color, texts that fit.
import { Html, html } from '../html.ts'

/** Units across; a phone shows one unit as one pixel or nearly so, and text stays readable. */
export const WIDTH = 340
export const LABELS = 92
export const ROW = 22

/** A picture with its name and what it says, for whom it cannot be seen. */
export function picture(height: number, said: { title: string; note: string }, body: readonly Html[]): Html {
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${said.title}。${said.note}">
<title>${said.title}</title><desc>${said.note}</desc>
${body}</svg>`
}

export type Anchor = 'start' | 'middle' | 'end'

export function textAt(x: number, y: number, text: string, anchor: Anchor = 'start', kind = ''): Html {
  const named = kind === '' ? new Html('') : html` class="${kind}"`
  return html`<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${named}>${text}</text>
`
}

export function lineFrom([x1, y1, x2, y2]: readonly [number, number, number, number], kind: string): Html {
  return html`<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="${kind}"/>
`
}

export function box([x, y, width, height]: readonly [number, number, number, number], ink: Ink): Html {
  const at = html`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
  const over = ink.pattern === null ? new Html('') : html`<rect ${at} fill="url(#${ink.pattern})"/>`
  return html`<rect ${at} fill="${ink.fill}" class="ink"/>${over}
`
}

/** Hundredths of a unit are enough for any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

export interface Ink {
  fill: string
  /** Id of a pattern drawn over it; null of a plain one. */
  pattern: string | null
}

/** Told apart by lightness and pattern too; the hues are those that the color-blind tell apart. */
const INKS: readonly Ink[] = [
  { fill: '#1f6aa5', pattern: null },
  { fill: '#9ecae8', pattern: 'slant' },
  { fill: '#f4c430', pattern: 'dots' },
  { fill: '#d55e00', pattern: 'cross' },
  { fill: '#b894d4', pattern: 'level' },
  { fill: '#3fa58a', pattern: 'upright' },
]

/** What is missing. */
const OPEN: Ink = { fill: '#f0f0f0', pattern: 'pale' }

export function inkOf(position: number, open: boolean): Ink {
  return open ? OPEN : INKS[position % INKS.length]!
}

export const PLAIN = INKS[0]!

/** Patterns are drawn once for all charts of a page. */
export const PATTERNS =
  new Html(`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="slant" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 7L7-1" class="hatch"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r=".9"/></pattern>
<pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M0 0L7 7M7 0L0 7" class="hatch"/></pattern>
<pattern id="level" width="6" height="5" patternUnits="userSpaceOnUse"><path d="M0 2.5H6" class="hatch"/></pattern>
<pattern id="upright" width="5" height="6" patternUnits="userSpaceOnUse"><path d="M2.5 0V6" class="hatch"/></pattern>
<pattern id="pale" width="9" height="9" patternUnits="userSpaceOnUse"><path d="M0 9L9 0" class="pale"/></pattern>
</defs></svg>
`)

/** About how wide a text is in units at the size of the charts: han characters take one em, others about half. */
export function widthOf(text: string, em = 11): number {
  return [...text].reduce((sum, c) => sum + (c > '\u2E80' ? em : em * 0.56), 0)
}

/** As much of a text as fits. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const c of text) {
    if (widthOf(`${kept}${c}…`) > width) break
    kept += c
  }
  return `${kept}…`
}

/** Names of the series with their inks, in as many lines as they need. */
export function legend(items: readonly { name: string; sign: (x: number, y: number) => Html }[]): {
  height: number
  body: Html[]
} {
  let [x, y] = [0, 12]
  const body = items.flatMap(({ name, sign }) => {
    const width = 16 + widthOf(name) + 10
    if (x > 0 && x + width > WIDTH) [x, y] = [0, y + 17]
    const at = x
    x += width
    return [sign(at, y), textAt(at + 15, y, name)]
  })
  return { height: y + 8, body }
}
