// Whom an evaluation is about: an agency of the roster or an entry of the register of subjects.
import type { Dossier } from './dossier.ts'

export interface Party {
  /** One of the two. */
  agency_id: number | null
  subject_id: number | null
}

/** Its id among those of its noun: an evaluation is about one noun only. */
export function idOf({ agency_id, subject_id }: Party): number {
  return (agency_id ?? subject_id)!
}

export function partyOf({ agency, subject }: Dossier): Party {
  return { agency_id: agency?.id ?? null, subject_id: subject?.id ?? null }
}

/** As results name it. Of a subject `code` is its own number. */
export interface PartyName extends Party {
  uscc: string | null
  code: string | null
  name: string
  district_code: string | null
}

export function nameOf(dossier: Dossier): PartyName {
  const { agency, subject } = dossier
  const { name, district_code } = agency ?? subject!
  const uscc = agency?.uscc ?? null
  return { ...partyOf(dossier), uscc, code: agency?.license_no ?? subject?.code ?? null, name, district_code }
}
