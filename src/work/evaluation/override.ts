// Points set by hand for one indicator, with the reason and the document that stand for them; the computed ones stay
// visible beside them.
import { pointsText } from '../../domain/exact.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Indicator, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { overrideColumns } from '../../domain/score/override.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import type { IndicatorResult } from '../../domain/score/result.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import { ratingHeader } from '../../domain/score/sheet-columns.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { deleteOverride, findOverride, listOverrides, setOverride } from '../../store/override.ts'
import { ask, change, type Desk } from '../desk.ts'
import { type GivenFields, readWhole } from '../given-fields.ts'
import { computeOne } from './compute.ts'
import { partyNamed } from './party.ts'
import { evaluationFor, openOne, schemeOf } from './which.ts'

export interface ShownOverride {
  party: PartyName
  /** As it comes out now. */
  indicator: IndicatorResult
}

export interface Overridden extends ShownOverride {
  /** With any, nothing was changed. */
  problems: Problem[]
}

export interface Wanted {
  subject: string
  /** Its number, also with its name behind. */
  indicator: string
}

/** What was set before is set anew. */
export function overrideScore(
  desk: Desk,
  which: string | null,
  wanted: Wanted,
  given: GivenFields,
): Overridden {
  return change(desk, 'evaluation override', writer => {
    const evaluation = openOne(writer, which)
    const found = findIndicator(writer, evaluation, wanted)
    const { values, problems } = readWhole(overrideColumns, given)
    const points = values.points === null ? null : Number(values.points)
    if (points !== null) problems.push(...pointProblems(points, found.indicator, given))
    const reason = String(values.reason)
    const document = String(values.document)
    const done = problems.length === 0
    if (done) {
      const { number } = found.indicator
      setOverride(writer, evaluation.id, found.party, {
        ...{ indicator: number, points: points! / 1e4, reason, document },
      })
    }
    return {
      result: { problems, ...shownNow(writer, evaluation, found) },
      summary: {
        ...summaryOf(evaluation, found),
        points: done ? pointsText(points! / 1e4) : null,
        reason,
        document,
      },
    }
  }).result
}

/** The computed points count again. */
export function liftOverride(desk: Desk, which: string | null, wanted: Wanted, reason: string): Overridden {
  return change(desk, 'evaluation override', writer => {
    const evaluation = openOne(writer, which)
    const found = findIndicator(writer, evaluation, wanted)
    const { party, indicator } = found
    const before = findOverride(writer, evaluation.id, party, indicator.number)
    if (before) deleteOverride(writer, before.id)
    const told = { subject: party.name, indicator: ratingHeader(indicator) }
    return {
      result: {
        problems: before ? [] : [problem('CX1247', told)],
        ...shownNow(writer, evaluation, found),
      },
      summary: { ...summaryOf(evaluation, found), lift: true, reason },
    }
  }).result
}

/** In order of whom they are about. */
export function showOverrides(
  desk: Desk,
  which: string | null,
): { noun: SubjectNoun; overrides: ShownOverride[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const noun = schemeOf(reader, evaluation).applies_to.subject
    const owners = new Set(listOverrides(reader, evaluation.id).map(o => (o.agency_id ?? o.subject_id)!))
    const overrides = [...owners].flatMap(id => {
      const computed = computeOne(reader, evaluation, noun, id)
      if (!computed) return []
      const party = nameOf(computed.dossier)
      return computed.result.indicators
        .filter(i => i.override !== null)
        .map(indicator => ({ party, indicator }))
    })
    return { noun, overrides }
  })
}

interface Found {
  noun: SubjectNoun
  party: PartyName
  indicator: Indicator
}

/** Refuses whom the evaluation is not about, and what is not asked of them in points. */
function findIndicator(reader: Reader, evaluation: Evaluation, { subject, indicator }: Wanted): Found {
  const scheme = schemeOf(reader, evaluation)
  const noun = scheme.applies_to.subject
  const party = partyNamed(reader, noun, subject)
  const computed = computeOne(reader, evaluation, noun, (party.agency_id ?? party.subject_id)!)
  if (!computed) throw new Refusal('CX3013', { agency: party.name })
  const asked = indicatorsFor(scheme, computed.dossier.subject?.type ?? null)
  const number = Number(/^\d{1,3}(?=$|\.)/.exec(indicator.trim())?.[0] ?? Number.NaN)
  const found = asked.find(i => i.number === number)
  if (!found) throw new Refusal('CX1063', { value: indicator, indicators: numbersOf(asked) })
  if (found.points === 0) throw new Refusal('CX1248', { indicator: ratingHeader(found) })
  return { noun, party, indicator: found }
}

function numbersOf(indicators: readonly Indicator[]): string {
  const numbers = indicators.map(i => i.number)
  return `${Math.min(...numbers)}–${Math.max(...numbers)}`
}

function pointProblems(points: number, indicator: Indicator, given: GivenFields): Problem[] {
  const value = given.fields.get('points') ?? ''
  const at = [{ column: given.place('points') }, { field: 'points', value }] as const
  if (points % 1e4 !== 0) return [problem('CX1036', { value, places: 2 }, ...at)]
  if (points <= indicator.points * 1e4) return []
  const max = pointsText(indicator.points)
  return [problem('CX1035', { value, max, indicator: ratingHeader(indicator) }, ...at)]
}

function shownNow(reader: Reader, evaluation: Evaluation, { noun, party, indicator }: Found) {
  const { result } = computeOne(reader, evaluation, noun, (party.agency_id ?? party.subject_id)!)!
  return { party, indicator: result.indicators.find(i => i.number === indicator.number)! }
}

function summaryOf({ id }: Evaluation, { party, indicator }: Found): Record<string, unknown> {
  return { evaluation: id, subject: party.name, indicator: indicator.number }
}
