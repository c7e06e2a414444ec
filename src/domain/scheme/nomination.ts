// What a scheme says of nominations, and of the papers that only some schemes have.
import { Refusal } from '../refusal.ts'
import type { NominationRules, Papers, Scheme } from './scheme.ts'

/** Refuses a scheme by which nobody is nominated. */
export function nominationOf({ id, nomination }: Scheme): NominationRules {
  if (nomination === null) throw new Refusal('CX3016', { scheme: id })
  return nomination
}

/** Whether its nominees are published: by a stage of the document, or before they are handed in. */
export function asksPublicity({ stages, deadlines }: Scheme): boolean {
  return stages.some(s => s.work.includes('publicity')) || deadlines.some(d => d.after_publicity)
}

/** As offices call them. */
const NAMES = { recommendation: '推荐表', quota: '名额分配表' } as const

/** Refuses a scheme that has no such paper. */
export function paperOf<P extends 'recommendation' | 'quota'>(
  { id, papers }: Scheme,
  paper: P,
): NonNullable<Papers[P]> {
  const found = papers[paper]
  if (found === null) throw new Refusal('CX3017', { scheme: id, paper: NAMES[paper] })
  return found as NonNullable<Papers[P]>
}
