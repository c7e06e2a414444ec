// A rater kind of a scheme by its id, its name or what files call it besides.
import { Refusal } from '../../domain/refusal.ts'
import type { Rater, Scheme } from '../../domain/scheme/scheme.ts'
import { foldWidth } from '../../domain/text.ts'

export function raterKindNamed({ raters }: Scheme, word: string): Rater | undefined {
  const text = foldWidth(word).trim()
  return raters.find(r => r.kind === text || r.name === text || r.also.includes(text))
}

/** The kind that a switch names; null where it names none. */
export function raterKindGiven(scheme: Scheme, word: string | null): Rater | null {
  if (word === null) return null
  const found = raterKindNamed(scheme, word)
  if (found) return found
  const available = scheme.raters.map(r => r.name).join('、')
  throw new Refusal('CX4002', { kind: 'rater_kind', value: word, available })
}
