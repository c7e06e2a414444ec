// The titles and other honors in force, each with what became known of its holder since. Nothing is changed.
import { addDays, type Day } from '../../domain/day.ts'
import { honorStatus, isPlateOutstanding } from '../../domain/records/honor.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { reviewTitle, type TitleDossier, type TitleFinding } from '../../domain/title/review.ts'
import { dossierTexts, readDossier } from '../../store/dossier.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords, recordById } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { type HeldTitle, honorsReviewed, titlesOnFile } from './titles.ts'

export type TouchedTitle = HeldTitle & { finding: TitleFinding; code: string | null }

export interface TitleReview {
  touched: TouchedTitle[]
  /** How many titles were looked at. */
  titles: number
  /** Of titles taken back: plates that have not come back. */
  outstanding: HeldTitle[]
}

export function reviewTitles(desk: Desk): TitleReview {
  return ask(desk, reader => {
    const held = honorsReviewed(reader)
    const inForce = inForceOf(held, desk.today)
    return {
      touched: inForce.flatMap(title => touchedBy(reader, title, desk.today)),
      titles: inForce.length,
      outstanding: held.filter(({ honor }) => isPlateOutstanding(honor, desk.today)),
    }
  })
}

/** Titles in force that the scheme gives or takes back: how many there are, and how many a later record touches. */
export function countTouched(
  reader: Reader,
  scheme: Scheme,
  today: Day,
): { in_force: number; touched: number } {
  const own = titlesOnFile(reader).filter(title => title.scheme.id === scheme.id)
  const inForce = inForceOf(own, today)
  const touched = inForce.filter(title => touchedBy(reader, title, today).length > 0)
  return { in_force: inForce.length, touched: touched.length }
}

function inForceOf(held: readonly HeldTitle[], today: Day): HeldTitle[] {
  return held.filter(({ honor }) => honorStatus(honor, today) === 'valid')
}

export function touchedBy(reader: Reader, title: HeldTitle, today: Day): TouchedTitle[] {
  const dossier = dossierOf(reader, title)
  if (dossier === null) return []
  const code = dossier.agency?.license_no ?? dossier.subject?.code ?? null
  const findings = reviewTitle(sinceOf(reader, title.honor), title.revocation, dossier, today)
  return findings.map(finding => ({ ...title, finding, code }))
}

/**
 * The first day of which records count. What rests on an evaluation was chosen by what was on file as of its day: a
 * penalty of the days between that and the grant may have come to be known only after it.
 */
function sinceOf(reader: Reader, { evaluation_id: id, granted_on }: HeldTitle['honor']): Day {
  const evaluation = id === null ? undefined : listEvaluations(reader).find(e => e.id === id)
  const after = evaluation && addDays(evaluation.as_of, 1)
  return after !== undefined && after < granted_on ? after : granted_on
}

/** Of the holder itself: what its agency did does not touch the honor of a window or a person. */
function dossierOf(reader: Reader, { honor }: HeldTitle): TitleDossier | null {
  const { agency_id, subject_id, holder_kind } = honor
  const of = subject_id ?? (holder_kind === 'agency' ? agency_id : null)
  if (of === null) return null
  const noun =
    subject_id === null ? 'agency' : (recordById(reader, 'subject', subject_id)!.values.kind as SubjectNoun)
  const whose = { noun, kinds: ['for_profit', 'public'] as Agency['kind'][], types: [], asOf: '' }
  const [texts] = dossierTexts(reader, whose, [of])
  const { agency, subject, complaints, penalties, offenses } = readDossier(JSON.parse(texts![0]!.dossier))
  const own = { agency: agency?.id ?? null, district: null }
  const cancelled =
    agency === null ? [] : listRecords(reader, 'license', own).filter(l => l.kind === 'cancel')
  return {
    ...{ agency, subject, complaints, penalties, offenses },
    listings: agency === null ? [] : listRecords(reader, 'listing', own),
    cancelled: (cancelled.at(-1)?.decided_on ?? null) as Day | null,
  }
}
