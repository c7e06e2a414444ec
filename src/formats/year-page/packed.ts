// Explanations as the page carries them: every text once, lines as the places of their texts. What thousands say alike
// is then stored once.
import type { PartyExplanation } from './model.ts'

type Packed = number | Packed[]

export interface PackedExplanations {
  texts: string[]
  /** By row of the list; null where nothing is explained. */
  parties: (Packed | null)[]
}

export function packExplanations(all: readonly (PartyExplanation | null)[]): PackedExplanations {
  const places = new Map<string, number>()
  const place = (text: string): number => {
    const found = places.get(text)
    if (found !== undefined) return found
    places.set(text, places.size)
    return places.size - 1
  }
  const parties = all.map(one => {
    if (one === null) return null
    const { head, notices, sections } = one
    return [
      head.map(place),
      notices.map(place),
      sections.map(({ title, sum, indicators }) => [
        place(title),
        place(sum),
        indicators.map(i => [
          ...[i.name, i.score, i.points, i.running, i.source].map(place),
          i.lines.map(({ tone, text, below }) => [place(tone), place(text), ...below.map(place)]),
        ]),
      ]),
    ]
  })
  return { texts: [...places.keys()], parties }
}
