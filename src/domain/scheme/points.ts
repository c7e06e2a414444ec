// Whether a document gives points: without any there is neither total nor rank.
import type { Scheme } from './scheme.ts'

export function hasPoints({ indicators }: Pick<Scheme, 'indicators'>): boolean {
  return indicators.some(i => i.points > 0)
}
