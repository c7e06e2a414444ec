// Finding a subject of the register by what other records call it: its number, a name that only it has, or its id as
// id=12 where it has no number.
import { nameKey, nearest } from '../text.ts'

export interface SubjectKey {
  id: number
  name: string
  code: string | null
}

export class SubjectIndex<Subject extends SubjectKey = SubjectKey> {
  private readonly byKey = new Map<string, Subject[]>()
  private readonly byId = new Map<number, Subject[]>()

  constructor(subjects: Iterable<Subject>) {
    for (const subject of subjects) {
      this.byId.set(subject.id, [...(this.byId.get(subject.id) ?? []), subject])
      const keys = new Set([subject.name, subject.code ?? subject.name].map(nameKey))
      for (const key of keys) this.byKey.set(key, [...(this.byKey.get(key) ?? []), subject])
    }
  }

  /** Those that it may be: none, the one, or several between which nothing decides. */
  find(text: string): readonly Subject[] {
    const id = /^id=(\d{1,15})$/.exec(nameKey(text))?.[1]
    return (id === undefined ? this.byKey.get(nameKey(text)) : this.byId.get(Number(id))) ?? []
  }

  nearestTo(text: string): string[] {
    return nearest(nameKey(text), this.byKey.keys())
  }
}
