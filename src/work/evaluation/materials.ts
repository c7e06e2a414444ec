// What an evaluation is computed from, a set of subjects at a time: what is on file now, or what a finalized version
// keeps. `basis` is its canonical text, which digests cover and finalizing freezes.
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { Dossier, Materials, Sheet } from '../../domain/score/dossier.ts'
import { dossierSets } from '../../store/dossier.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listResults, readFrozen } from '../../store/result.ts'
import { overridesOf, type StandingSheet, sheetsBetween } from '../../store/sheet.ts'

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
export function materialSets(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  only?: Only,
): Generator<Material[]> {
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
): Generator<Material[]> {
  const noun = scheme.applies_to.subject
  const overrides = overridesOf(reader, evaluation.id, noun)
  const earlier = earlierGrades(reader, evaluation, scheme)
  const between = only ? { from: only.id, to: only.id } : undefined
  for (const dossiers of dossierSets(reader, noun, between)) {
    const ids = dossiers.map(idOf)
    const sheets = sheetsBetween(reader, evaluation.id, noun, { from: ids[0]!, to: ids.at(-1)! })
    yield dossiers
      .filter(dossier => isAsked(scheme, dossier, evaluation))
      .map(dossier => {
        const id = idOf(dossier)
        const own = sheets.get(id) ?? []
        const more = { overrides: overrides.get(id) ?? [], earlier: earlier.get(id) ?? [] }
        return { dossier, sheets: own.map(readSheet), ...more, basis: basisText(dossier, own, more) }
      })
  }
}

/** What a finalized version keeps. */
export function* keptMaterials(
  reader: Reader,
  version: Pick<Evaluation, 'id' | 'version'>,
  only?: Only,
): Generator<Material[]> {
  for (const { basis } of readFrozen(reader, version, only)) yield [readBasis(basis)]
}

export function idOf({ agency, subject }: Dossier): number {
  return (agency ?? subject)!.id
}

/** Whom the scheme is for: agencies of its kinds, subjects of its types that had not ended by the as-of day. */
function isAsked({ applies_to }: Scheme, { agency, subject }: Dossier, { as_of }: Evaluation): boolean {
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

/**
 * Metrics and offenses are named only where there are any, and who stood out in the month is no part of it: rules do
 * not look at it.
 */
function basisText(
  { metrics, offenses, outstanding: _outstanding, ...dossier }: Dossier,
  sheets: readonly StandingSheet[],
  { overrides, earlier }: Pick<Materials, 'overrides' | 'earlier'>,
): string {
  const told = JSON.stringify({
    ...dossier,
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(offenses.length > 0 ? { offenses } : {}),
    ...(overrides.length > 0 ? { overrides } : {}),
    ...(earlier.length > 0 ? { earlier } : {}),
  })
  // Ratings are JSON already.
  const parts = sheets.map(
    ({ ratings, ...sheet }) => `${JSON.stringify(sheet).slice(0, -1)},"ratings":${ratings}}`,
  )
  return `${told.slice(0, -1)},"sheets":[${parts.join(',')}]}`
}

function readSheet({ ratings, ...sheet }: StandingSheet): Material['sheets'][number] {
  return { ...sheet, ratings: JSON.parse(ratings) as Sheet['ratings'] }
}

/** Sheets of the first versions were texts within the text, and all of them counted. */
type KeptSheet = Omit<StandingSheet, 'ratings' | 'standing'> & {
  ratings: string | Sheet['ratings']
  standing?: Sheet['standing']
}

function readBasis(basis: string): Material {
  const { sheets, overrides, earlier, ...kept } = JSON.parse(basis) as Omit<
    Dossier,
    'subject' | 'metrics' | 'offenses' | 'outstanding'
  > &
    Partial<Dossier> & { sheets: KeptSheet[] } & Partial<Materials>
  const missing = { subject: null, metrics: [], offenses: [], outstanding: [] }
  const dossier: Dossier = { ...missing, ...kept }
  return {
    dossier,
    sheets: sheets.map(({ rater_kind, rater, note, ratings, standing }) => ({
      rater_kind,
      rater,
      note,
      ratings: typeof ratings === 'string' ? (JSON.parse(ratings) as Sheet['ratings']) : ratings,
      standing: standing ?? 'counted',
    })),
    overrides: overrides ?? [],
    earlier: earlier ?? [],
    basis,
  }
}
