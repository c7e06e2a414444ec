// What an evaluation is computed from, one subject after the other: what is on file now, or what a finalized version
// keeps. `basis` is its canonical text, which digests cover and finalizing freezes.
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { Dossier, Materials, Override, Sheet, Standing } from '../../domain/score/dossier.ts'
import { dossierTexts, readDossier } from '../../store/dossier.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { overridesOf } from '../../store/override.ts'
import type { Candidate } from '../../store/party.ts'
import { listResults, readFrozen } from '../../store/result.ts'
import { sheetTexts } from '../../store/sheet.ts'

export interface Material extends Materials {
  dossier: Dossier
  /** With what their raters noted. */
  sheets: (Sheet & { note: string | null })[]
  basis: string
}

export interface Only {
  noun: SubjectNoun
  id: number
}

/** Of the evaluation's current version: kept, once it is finalized, else what is on file. */
export function materialsOf(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  only?: Only,
): Generator<Material> {
  return evaluation.status === 'finalized'
    ? keptMaterials(reader, evaluation, only)
    : materialsOnFile(reader, evaluation, scheme, only)
}

/** What is on file now of everybody whom the scheme is for. */
export function* materialsOnFile(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  only?: Only,
): Generator<Material> {
  const noun = scheme.applies_to.subject
  const overrides = overridesOf(reader, evaluation.id, noun)
  const earlier = earlierGrades(reader, evaluation, scheme)
  const between = only ? { from: only.id, to: only.id } : undefined
  for (const set of dossierTexts(reader, noun, between)) {
    const sheets = sheetTexts(reader, evaluation.id, noun, { from: set[0]!.id, to: set.at(-1)!.id })
    for (const { id, dossier } of set) {
      const [by, before] = [overrides.get(id), earlier.get(id)]
      const basis = [
        `${dossier.slice(0, -1)},"sheets":${sheets.get(id) ?? '[]'}`,
        by ? `,"overrides":${JSON.stringify(by)}` : '',
        before ? `,"earlier":${JSON.stringify(before)}` : '',
        '}',
      ].join('')
      const material = readBasis(basis)
      if (isAsked(scheme, material.dossier, evaluation)) yield material
    }
  }
}

/** What a finalized version keeps. */
export function* keptMaterials(
  reader: Reader,
  version: Pick<Evaluation, 'id' | 'version'>,
  only?: Only,
): Generator<Material> {
  for (const { basis } of readFrozen(reader, version, only)) yield readBasis(basis)
}

export function idOf({ agency, subject }: Dossier): number {
  return (agency ?? subject)!.id
}

/** Whom the scheme is for: agencies of its kinds, subjects of its types that had not ended by the as-of day. */
export function isAsked(
  { applies_to }: Scheme,
  { agency, subject }: Pick<Candidate, 'agency' | 'subject'>,
  { as_of }: Evaluation,
): boolean {
  if (agency !== null) return applies_to.kinds.includes(agency.kind)
  const { type, ended_on } = subject!
  if (ended_on !== null && ended_on <= as_of) return false
  return applies_to.types.length === 0 || applies_to.types.some(t => t.id === type)
}

/** Grades of finalized evaluations of earlier years, where the scheme draws consequences from them. */
function earlierGrades(
  reader: Reader,
  { scheme_id, year }: Evaluation,
  { consequences }: Scheme,
): Map<number, { year: number; grade: string | null }[]> {
  const found = new Map<number, { year: number; grade: string | null }[]>()
  if (consequences.length === 0) return found
  const before = listEvaluations(reader).filter(
    e => e.scheme_id === scheme_id && e.status === 'finalized' && e.year < year,
  )
  for (const evaluation of before) {
    for (const { agency_id, subject_id, grade } of listResults(reader, evaluation)) {
      const id = (agency_id ?? subject_id)!
      found.set(id, [...(found.get(id) ?? []), { year: evaluation.year, grade }])
    }
  }
  return found
}

interface KeptSheet {
  rater_kind: string
  rater: string
  ratings: string
  note: string | null
  standing?: Standing
}

function readBasis(basis: string): Material {
  const { sheets, overrides, earlier, ...held } = JSON.parse(basis) as {
    sheets: KeptSheet[]
    overrides?: Override[]
    earlier?: Materials['earlier']
  }
  return {
    dossier: readDossier(held),
    sheets: sheets.map(({ rater_kind, rater, note, ratings, standing = 'counted' }) => ({
      rater_kind,
      rater,
      note,
      ratings: JSON.parse(ratings) as Sheet['ratings'],
      standing,
    })),
    overrides: overrides ?? [],
    earlier: earlier ?? [],
    basis,
  }
}
