// What an evaluation is computed from, one subject after the other: what is on file now, or what a finalized version
// keeps. `basis` is its canonical text, which digests cover and finalizing freezes.
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { Dossier, Materials, Sheet, Standing } from '../../domain/score/dossier.ts'
import { dossierTexts, readDossier } from '../../store/dossier.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import { damaged, readFrozen } from '../../store/frozen.ts'
import type { Reader } from '../../store/open.ts'
import { overridesOf } from '../../store/override.ts'
import { listResults } from '../../store/result.ts'
import { sheetTexts } from '../../store/sheet.ts'

export interface Material extends Materials {
  dossier: Dossier
  /** With what their raters noted. */
  sheets: (Sheet & { note: string | null })[]
  basis: string
}

/** Of those named by their ids only. */
export interface Only {
  noun: SubjectNoun
  ids: readonly number[]
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
  for (const set of basisSets(reader, evaluation, scheme, only)) {
    for (const basis of set) yield readBasis(basis)
  }
}

/**
 * The same as texts, a set at a time: of agencies of its kinds, of subjects of its types that had not ended by the
 * as-of day.
 */
export function* basisSets(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  only?: Only,
): Generator<string[]> {
  const { subject: noun, kinds, types } = scheme.applies_to
  const overrides = overridesOf(reader, evaluation.id, noun)
  const earlier = earlierGrades(reader, evaluation, scheme)
  const whose = { noun, kinds, types: types.map(t => t.id), asOf: evaluation.as_of }
  for (const set of dossierTexts(reader, whose, only?.ids)) {
    const sheets = sheetTexts(reader, evaluation.id, noun, { from: set[0]!.id, to: set.at(-1)!.id })
    yield set.map(({ id, dossier }) => {
      const [by, before] = [overrides.get(id), earlier.get(id)]
      const more = [
        by ? `,"overrides":${JSON.stringify(by)}` : '',
        before ? `,"earlier":${JSON.stringify(before)}` : '',
      ]
      return `${dossier.slice(0, -1)},"sheets":${sheets.get(id) ?? '[]'}${more.join('')}}`
    })
  }
}

/** What a finalized version keeps; refuses what cannot be read any more. */
export function* keptMaterials(
  reader: Reader,
  version: Pick<Evaluation, 'id' | 'version'>,
  only?: Only,
): Generator<Material> {
  for (const basis of readFrozen(reader, version, only)) {
    let material: Material
    try {
      material = readBasis(basis)
    } catch {
      throw damaged(version)
    }
    yield material
  }
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

/** A basis text as what it says. */
export function readBasis(basis: string): Material {
  const held = JSON.parse(basis) as Partial<Dossier & Pick<Materials, 'overrides' | 'earlier'>> & {
    sheets: KeptSheet[]
  }
  return {
    dossier: readDossier(held),
    sheets: held.sheets.map(({ rater_kind, rater, note, ratings, standing = 'counted' }) => ({
      rater_kind,
      rater,
      note,
      ratings: JSON.parse(ratings) as Sheet['ratings'],
      standing,
    })),
    overrides: held.overrides ?? [],
    earlier: held.earlier ?? [],
    basis,
  }
}
