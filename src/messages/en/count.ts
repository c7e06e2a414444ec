// Numbers with their noun: English needs the plural.
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'

/** In: a number and a noun. Out: `1 row`, `2 rows`, `0 agencies`. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${n} ${n === 1 ? one : more}`
}

const SUBJECTS: Record<SubjectNoun, [one: string, more: string]> = {
  agency: ['agency', 'agencies'],
  institution: ['institution', 'institutions'],
  window: ['window', 'windows'],
  platform: ['platform', 'platforms'],
  community: ['community', 'communities'],
  person: ['person', 'persons'],
}

/** In: a number and whom it counts. Out: `1 window`, `0 persons`. */
export function howMany(n: number, noun: SubjectNoun): string {
  return many(n, ...SUBJECTS[noun])
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
