// What a command supposes, read by the scheme: weights by rater kind, points by indicator, the cap.
import { parseScaled, pointsText } from '../../domain/exact.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Supposed } from '../../domain/score/suppose.ts'
import { nameKey } from '../../domain/text.ts'

export interface Asked {
  /** Whose records are left out, and whom the answer is about. */
  subject: string | null
  without: readonly string[]
  as_of: string | null
  /** As typed: kind or indicator, and a number. */
  weights: ReadonlyMap<string, string>
  points: ReadonlyMap<string, string>
  cap: string | null
}

/** Weights are relative: no more digits are needed. */
const MOST_WEIGHT = 10_000

/** Refuses, all at once, what the scheme does not know; and to ask without supposing anything. */
export function supposedOf(scheme: Scheme, asked: Asked): Supposed {
  const { without, as_of, weights, points, cap } = asked
  if (without.length === 0 && as_of === null && weights.size === 0 && points.size === 0 && cap === null) {
    throw new Refusal('CX1277', {})
  }
  const problems: Problem[] = []
  const supposed = {
    weights: new Map<string, number>(),
    cap: cap === null ? null : parseScaled(cap, 0),
    points: new Map<number, number>(),
  }
  const kinds = scheme.raters.map(r => `${r.kind}=0–${MOST_WEIGHT}`).join('、')
  for (const [name, text] of weights) {
    const rater = scheme.raters.find(r => [r.kind, r.name, ...r.also].some(n => nameKey(n) === nameKey(name)))
    const weight = parseScaled(text, 0)
    if (rater && typeof weight === 'number' && weight <= MOST_WEIGHT) supposed.weights.set(rater.kind, weight)
    else problems.push(wrong('--weight', `${name}=${text}`, kinds))
  }
  const rated = scheme.indicators.filter(i => i.points > 0)
  const most = rated.reduce((sum, i) => sum + i.points, 0)
  const numbers = rated.map(i => i.number).join('、')
  for (const [name, text] of points) {
    const indicator = rated.find(i => String(i.number) === name.trim())
    const value = parseScaled(text, 2)
    if (indicator && typeof value === 'number' && value > 0 && value <= most) {
      supposed.points.set(indicator.number, value)
    } else problems.push(wrong('--points', `${name}=${text}`, `${numbers}；0.01–${pointsText(most)}`))
  }
  if (cap !== null && !(typeof supposed.cap === 'number' && supposed.cap <= 100)) {
    problems.push(wrong('--cap', cap, '0–100'))
  }
  if (problems.length > 0) throw new Refusal(problems)
  return supposed as Supposed
}

function wrong(option: string, value: string, allowed: string): Problem {
  return problem('CX6002', { value, option, allowed }, { column: option })
}
