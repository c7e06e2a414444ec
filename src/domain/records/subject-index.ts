// Finding a subject of the register by what other records call it: its number, or a name that only it has.
import { nameKey, nearest } from '../text.ts'

export interface SubjectKey {
  id: number
  name: string
  code: string | null
}

export class SubjectIndex {
  private readonly byKey = new Map<string, SubjectKey[]>()

  constructor(subjects: Iterable<SubjectKey>) {
    for (const subject of subjects) {
      const keys = new Set([subject.name, subject.code ?? subject.name].map(nameKey))
      for (const key of keys) this.byKey.set(key, [...(this.byKey.get(key) ?? []), subject])
    }
  }

  /** Those that it may be: none, the one, or several between which nothing decides. */
  find(text: string): readonly SubjectKey[] {
    return this.byKey.get(nameKey(text)) ?? []
  }

  nearestTo(text: string): string[] {
    return nearest(nameKey(text), this.byKey.keys())
  }
}
