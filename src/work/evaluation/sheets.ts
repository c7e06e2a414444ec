// Score sheets as they stand: listed, taken back or let count again; raters kept from rating for a conflict of interest.
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { Standing } from '../../domain/score/dossier.ts'
import type { PartyName } from '../../domain/score/party.ts'
import { nearest } from '../../domain/text.ts'
import { deleteExclusion, type Exclusion, insertExclusion, listExclusions } from '../../store/exclusion.ts'
import { partyNames } from '../../store/party.ts'
import { listSheets, type StoredSheet, setWithdrawn } from '../../store/sheet.ts'
import { ask, change, type Desk } from '../desk.ts'
import { partyNamed } from './party.ts'
import { raterKindGiven } from './rater-kind.ts'
import { evaluationFor, openOne, schemeOf } from './which.ts'

export interface ShownSheet {
  party: PartyName
  rater_kind: string
  rater: string
  /** Millionths of a point by indicator number. */
  ratings: Readonly<Record<string, number>>
  note: string | null
  standing: Standing
  /** Why it does not count, where it does not. */
  reason: string | null
  withdrawn_on: string | null
}

/** All that is asked for, null for whatever. */
export interface SheetFilter {
  subject: string | null
  rater: string | null
  kind: string | null
  district: string | null
}

export function showSheets(
  desk: Desk,
  which: string | null,
  { subject, rater, kind, district }: SheetFilter,
): { scheme: Scheme; sheets: ShownSheet[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const scheme = schemeOf(reader, evaluation)
    const noun = scheme.applies_to.subject
    const whom = subject === null ? null : partyNamed(reader, noun, subject)
    const ofKind = raterKindGiven(scheme, kind)?.kind ?? null
    const names = partyNames(reader, noun)
    const sheets = listSheets(reader, evaluation.id, noun, whom && idIn(whom))
      .filter(s => rater === null || s.rater === rater.trim())
      .filter(s => ofKind === null || s.rater_kind === ofKind)
      .map(
        ({ ratings, rater_kind, rater, note, withdrawn_on, standing, reason, ...owner }): ShownSheet => ({
          party: names.get(idIn(owner))!,
          ...{ rater_kind, rater, note, standing, reason, withdrawn_on },
          ratings: JSON.parse(ratings) as Record<string, number>,
        }),
      )
      .filter(({ party }) => district === null || party.district_code === district)
    return { scheme, sheets }
  })
}

function idIn({ agency_id, subject_id }: { agency_id: number | null; subject_id: number | null }): number {
  return (agency_id ?? subject_id)!
}

export interface SheetStep {
  subject: string
  rater: string
  kind: string | null
  reason: string
  /** Lets the sheet count again. */
  lift: boolean
}

export interface SteppedSheet {
  /** With any, nothing was changed. */
  problems: Problem[]
  party: PartyName
  rater_kind: string
  rater: string
}

/** A sheet taken back stays on file, is shown and does not count. */
export function withdrawSheet(desk: Desk, which: string | null, step: SheetStep): SteppedSheet {
  return change(desk, 'evaluation withdraw', writer => {
    const evaluation = openOne(writer, which)
    const scheme = schemeOf(writer, evaluation)
    const noun = scheme.applies_to.subject
    const party = partyNamed(writer, noun, step.subject)
    const all = listSheets(writer, evaluation.id, noun, idIn(party))
    const sheet = sheetNamed(scheme, all, step, party)
    const { rater_kind, rater, withdrawn_on: on } = sheet
    const what = `${party.name} ${rater}`
    const done = (on === null) !== step.lift
    if (done) setWithdrawn(writer, sheet.id, step.lift ? null : desk.today, step.lift ? null : step.reason)
    return {
      result: { problems: done ? [] : [problem('CX1244', { what, on })], party, rater_kind, rater },
      summary: { evaluation: evaluation.id, sheet: what, rater_kind, lift: step.lift, reason: step.reason },
    }
  }).result
}

/** A rater may have rated as several kinds; then the kind has to be told. */
function sheetNamed(
  scheme: Scheme,
  all: readonly StoredSheet[],
  { rater, kind }: SheetStep,
  party: PartyName,
): StoredSheet {
  const ofKind = raterKindGiven(scheme, kind)?.kind
  const found = all.filter(s => s.rater === rater.trim() && (ofKind === undefined || s.rater_kind === ofKind))
  const [only] = found
  const nameOfKind = (id: string) => scheme.raters.find(r => r.kind === id)?.name ?? id
  if (found.length > 1)
    throw new Refusal('CX1245', { rater, kinds: found.map(s => nameOfKind(s.rater_kind)).join('、') })
  if (only) return only
  const others = nearest(
    rater,
    all.map(s => s.rater),
  )
  const available = (others.length > 0 ? others : [...new Set(all.map(s => s.rater))]).join('、')
  const value = `${party.name} ${rater}`
  throw new Refusal('CX4002', { kind: 'sheet', value, available: available || 'chengxin evaluation sheets' })
}

export interface ExclusionStep {
  rater: string
  /** Null for everybody. */
  subject: string | null
  reason: string
  lift: boolean
}

export interface Excluded {
  problems: Problem[]
  rater: string
  party: PartyName | null
  /** Sheets of this rater on file that it concerns. */
  sheets: number
}

/** A rater with a conflict of interest: the sheets stay, are shown and do not count; later ones neither. */
export function excludeRater(desk: Desk, which: string | null, step: ExclusionStep): Excluded {
  return change(desk, 'evaluation exclude', writer => {
    const evaluation = openOne(writer, which)
    const noun = schemeOf(writer, evaluation).applies_to.subject
    const party = step.subject === null ? null : partyNamed(writer, noun, step.subject)
    const rater = step.rater.trim()
    const of = { agency_id: party?.agency_id ?? null, subject_id: party?.subject_id ?? null }
    const before = listExclusions(writer, evaluation.id).find(
      e => e.rater === rater && e.agency_id === of.agency_id && e.subject_id === of.subject_id,
    )
    const problems: Problem[] = []
    if (step.lift && before) deleteExclusion(writer, before.id)
    else if (!step.lift && !before)
      insertExclusion(writer, evaluation.id, { rater, ...of, reason: step.reason })
    else
      problems.push(problem('CX1246', { rater, from: party?.name ?? null, reason: before?.reason ?? null }))
    const sheets = listSheets(writer, evaluation.id, noun, party && idIn(party)).filter(
      s => s.rater === rater,
    )
    return {
      result: { problems, rater, party, sheets: sheets.length },
      summary: {
        evaluation: evaluation.id,
        ...{ rater, subject: party?.name ?? null, lift: step.lift, reason: step.reason },
      },
    }
  }).result
}

export type ShownExclusion = Exclusion & { party: PartyName | null }

export function showExclusions(
  desk: Desk,
  which: string | null,
): { noun: SubjectNoun; exclusions: ShownExclusion[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const noun = schemeOf(reader, evaluation).applies_to.subject
    const names = partyNames(reader, noun)
    const exclusions = listExclusions(reader, evaluation.id).map(e => ({
      ...e,
      party: names.get(e.agency_id ?? e.subject_id ?? 0) ?? null,
    }))
    return { noun, exclusions }
  })
}
