// A fault of a scheme, and what its checks share.
import type { Scheme } from './scheme.ts'

export interface SchemeFault {
  path: Path
  /** Stable word for the kind of fault; the sentence is made in messages. */
  kind: FaultKind
  detail: string
}

export type Path = readonly (string | number)[]

export type FaultKind =
  | 'sum'
  | 'duplicate'
  | 'bands'
  | 'reference'
  | 'empty'
  /** Something is said that nothing asks for. */
  | 'unused'
  /** A fact or a part that only agencies have. */
  | 'subject'
  /** A figure of another kind than the rule needs. */
  | 'metric'
  | 'graded'
  | 'condition'
  | 'date'
  | 'decision'

/** The types of subjects to look at one by one; null where the scheme tells none apart. */
export function typesIn({ applies_to }: Pick<Scheme, 'applies_to'>): (string | null)[] {
  return applies_to.types.length === 0 ? [null] : applies_to.types.map(type => type.id)
}

export function isAsked({ types }: { types: readonly string[] }, type: string | null): boolean {
  return types.length === 0 || (type !== null && types.includes(type))
}

export function duplicates(entries: readonly (readonly [string | number, Path])[]): SchemeFault[] {
  const seen = new Set<string | number>()
  return entries.flatMap(([value, path]) => {
    if (seen.has(value)) return [fault(path, 'duplicate', String(value))]
    seen.add(value)
    return []
  })
}

/** A fault that several types share is one fault. */
export function once(faults: SchemeFault[]): SchemeFault[] {
  const seen = new Set<string>()
  return faults.filter(({ path, kind, detail }) => {
    const key = JSON.stringify([path, kind, detail])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function fault(path: Path, kind: FaultKind, detail: string): SchemeFault {
  return { path, kind, detail }
}
