// What an evaluation is computed from, a set of subjects at a time: what is on file now, or what a finalized version
// keeps. `basis` is its canonical text, which digests cover and finalizing freezes.
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { Dossier, Materials, Sheet } from '../../domain/score/dossier.ts'
import { dossierSets } from '../../store/dossier.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { overridesOf } from '../../store/override.ts'
import { listResults, readFrozen } from '../../store/result.ts'
import { type StandingSheet, sheetsBetween } from '../../store/sheet.ts'

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
export function isAsked(
  { applies_to }: Scheme,
  { agency, subject }: Pick<Dossier, 'agency' | 'subject'>,
  { as_of }: Pick<Evaluation, 'as_of'>,
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

/**
 * What an earlier version did not know is named only where there is any: what that one computed is not stale for being
 * looked at by this one. Who stood out in the month is no part of it: rules do not look at it.
 */
function basisText(
  { agency, subject, metrics, offenses, outstanding: _outstanding, ...registers }: Dossier,
  sheets: readonly StandingSheet[],
  { overrides, earlier }: Pick<Materials, 'overrides' | 'earlier'>,
): string {
  return JSON.stringify({
    ...(agency === null ? { subject } : { agency }),
    ...registers,
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(offenses.length > 0 ? { offenses } : {}),
    sheets: sheets.map(({ rater_kind, rater, ratings, note, standing }) => ({
      ...(agency === null ? {} : { agency_id: agency.id }),
      rater_kind,
      rater,
      ratings,
      note,
      ...(standing === 'counted' ? {} : { standing }),
    })),
    ...(overrides.length > 0 ? { overrides } : {}),
    ...(earlier.length > 0 ? { earlier } : {}),
  })
}

function readSheet({
  rater_kind,
  rater,
  ratings,
  note,
  standing,
}: StandingSheet): Material['sheets'][number] {
  return { rater_kind, rater, note, standing, ratings: JSON.parse(ratings) as Sheet['ratings'] }
}

/** A basis as it is written: empty registers that came later are left out. */
type Kept = Omit<Dossier, 'agency' | 'subject' | 'metrics' | 'offenses' | 'outstanding'> &
  Partial<Dossier & Pick<Materials, 'overrides' | 'earlier'>> & {
    sheets: (Omit<StandingSheet, 'standing'> & Partial<StandingSheet>)[]
  }

function readBasis(basis: string): Material {
  const { sheets, overrides = [], earlier = [], ...kept } = JSON.parse(basis) as Kept
  const missing = { agency: null, subject: null, metrics: [], offenses: [], outstanding: [] }
  return {
    dossier: { ...missing, ...kept },
    sheets: sheets.map(sheet => readSheet({ standing: 'counted', ...sheet })),
    overrides,
    earlier,
    basis,
  }
}
