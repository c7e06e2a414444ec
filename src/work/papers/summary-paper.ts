// What the summaries that go up share: blanks that only a person can fill, and their page.
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type Html, html } from '../../formats/html.ts'
import { type Foot, paperPage, paragraphs } from './page.ts'

export interface Section {
  title: string
  lines: string[]
}

/** To be filled in by hand. */
export const TO_WRITE = '（请填写）　　　　　　　　　　　　　　　　　　　　　　　　　'

/** To whom a city sends its own is not told: written in by hand. */
export const TO_NOBODY = '＿'.repeat(12)

/** "约谈1件、责令整改2件"; null of none. */
export function tallyText(tallies: readonly { kind: string; count: number }[], unit: string): string | null {
  return tallies.length === 0 ? null : tallies.map(t => `${t.kind}${t.count}${unit}`).join('、')
}

/** To whom a summary goes by the scheme's document. */
export function addressee({ deadlines, issuer }: Scheme, deadline: string): string {
  return deadlines.find(({ id }) => id === deadline)?.to ?? issuer
}

/** Sections numbered as in official papers. */
export function numbered(sections: readonly Section[]): Section[] {
  return sections.map(({ title, lines }, i) => ({ title: `${NUMERALS[i]}、${title}`, lines }))
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

interface Summary extends Foot {
  title: string
  to: string
  opening: string
  sections: readonly { title: string; lines: readonly string[] }[]
  notes: readonly string[]
}

export function summaryPage(paper: Summary, tables: readonly Html[]): Uint8Array {
  const sections = paper.sections.flatMap(({ title, lines }) => [
    html`<h2>${title}</h2>
`,
    ...paragraphs(lines),
  ])
  return paperPage(
    paper.title,
    [
      ...paragraphs([`${paper.to}：`], 'plain'),
      ...paragraphs([paper.opening]),
      ...sections,
      ...paragraphs(['（盖章）', '年　　月　　日'], 'signed'),
      ...tables,
      ...paragraphs(paper.notes, 'plain'),
    ],
    paper,
  )
}
