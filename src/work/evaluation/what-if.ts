// What if a record were left out, a weight, a cap or the points of an indicator another, the day another? Asked only:
// nothing is written.
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf, nameOf, type PartyName, partyOf } from '../../domain/score/party.ts'
import { scorer } from '../../domain/score/score.ts'
import {
  recordRefs,
  type Supposed,
  supposeScheme,
  supposeSheets,
  withoutRecords,
} from '../../domain/score/suppose.ts'
import { nameKey, nearest } from '../../domain/text.ts'
import { outstandingDays } from '../../store/dossier.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { planNominees } from '../nomination/propose.ts'
import { type Computed, contextOf, type NominationBasis } from './compute.ts'
import { type Difference, differencesBetween, largestFirst, resultsOf } from './differences.ts'
import { materialsOf, materialsOnFile } from './materials.ts'
import { partyNamed } from './party.ts'
import { hasRun } from './run-evaluation.ts'
import { type Asked, supposedOf } from './supposed.ts'
import { evaluationFor, schemeOf } from './which.ts'

export type Nomination = StoredCandidate['decision']

export interface WhatIf {
  evaluation: Evaluation
  scheme: Scheme
  /** The day as of which it is asked. */
  as_of: string
  /** The one that was named. */
  subject: PartyName | null
  /** The records left out, as they are on file, each with whose it is. */
  without: { ref: string; name: string }[]
  /** `nomination`: null where the scheme nominates nobody. */
  differences: (Difference & { nomination: { before: Nomination | null; after: Nomination | null } | null })[]
}

/** Refuses records that nobody has or several have, and an evaluation whose records changed since it was run. */
export function whatIf(desk: Desk, which: string | null, asked: Asked): WhatIf {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const scheme = schemeOf(reader, evaluation)
    const noun = scheme.applies_to.subject
    const subject = asked.subject === null ? null : partyNamed(reader, noun, asked.subject)
    const supposed = supposedOf(scheme, asked)
    const left = recordsNamed(reader, evaluation, scheme, subject, asked.without)
    const asOf = asked.as_of ?? evaluation.as_of
    const other = {
      evaluation: { ...evaluation, as_of: asOf },
      scheme: supposeScheme(scheme, supposed),
      left,
    }
    const found = differencesBetween(
      { scheme, results: resultsOf(reader, evaluation) },
      { scheme: other.scheme, results: otherResults(reader, scheme, supposed, other) },
    )
    const [before, after] =
      scheme.nomination !== null
        ? [
            nominationsOf(reader, scheme, evaluation, found, 'before', new Map()),
            nominationsOf(reader, scheme, other.evaluation, found, 'after', left),
          ]
        : [null, null]
    const differences = found.map(difference => {
      const id = idOf(difference)
      const nomination = before && { before: before.get(id) ?? null, after: after.get(id) ?? null }
      return { ...difference, nomination }
    })
    const without = [...left.values()].flatMap(({ name, refs }) => refs.map(ref => ({ ref, name })))
    return { evaluation, scheme, as_of: asOf, subject, without, differences: largestFirst(differences) }
  })
}

/** By the id of whom they are about. */
type Left = ReadonlyMap<number, { name: string; refs: string[]; keys: Set<string> }>

/** Whose the records are; those of the one named only, where one is named. */
function recordsNamed(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  subject: PartyName | null,
  wanted: readonly string[],
): Left {
  const left = new Map<number, { name: string; refs: string[]; keys: Set<string> }>()
  if (wanted.length === 0) return left
  const only = subject && { noun: scheme.applies_to.subject, ids: [idOf(subject)] }
  const holders = new Map<string, { party: PartyName; ref: string }[]>(wanted.map(ref => [nameKey(ref), []]))
  const all = new Set<string>()
  for (const { dossier } of materialsOf(reader, evaluation, scheme, only ?? undefined)) {
    for (const ref of new Set(recordRefs(dossier, scheme))) {
      all.add(ref)
      holders.get(nameKey(ref))?.push({ party: nameOf(dossier), ref })
    }
  }
  const problems = wanted.flatMap((value): Problem[] => {
    const found = holders.get(nameKey(value))!
    const place = { column: '--without' }
    if (found.length === 0)
      return [problem('CX1278', { value, nearest: nearest(value, all).join('、') }, place)]
    if (found.length === 1) return []
    const agencies = found.slice(0, NAMED).map(f => f.party.name)
    return [problem('CX1279', { value, count: found.length, agencies: agencies.join('、') }, place)]
  })
  if (problems.length > 0) throw new Refusal(problems)
  for (const [key, [found]] of holders) {
    const { party, ref } = found!
    const own = left.get(idOf(party)) ?? { name: party.name, refs: [], keys: new Set() }
    own.refs.push(ref)
    own.keys.add(key)
    left.set(idOf(party), own)
  }
  return left
}

/** How many holders of one record are named. */
const NAMED = 3

function* otherResults(
  reader: Reader,
  scheme: Scheme,
  supposed: Supposed,
  other: { evaluation: Evaluation; scheme: Scheme; left: Left },
): Generator<Computed> {
  const score = scorer(other.scheme, contextOf(reader, other.evaluation, scheme))
  for (const material of materialsOf(reader, other.evaluation, scheme)) {
    const keys = other.left.get(idOf(nameOf(material.dossier)))?.keys
    const dossier = keys ? withoutRecords(material.dossier, scheme, keys) : material.dossier
    const sheets = supposeSheets(scheme, material.sheets, supposed.points)
    yield { ...material, dossier, result: score({ ...material, dossier, sheets }) }
  }
}

/** Who would be nominated by one side's totals and today's records if the evaluation were finalized with it. */
function nominationsOf(
  reader: Reader,
  scheme: Scheme,
  evaluation: Evaluation,
  differences: readonly Difference[],
  side: 'before' | 'after',
  left: Left,
): Map<number, Nomination> {
  const sides = new Map(differences.flatMap(d => (d[side] ? [[idOf(d), d[side]]] : [])))
  const context = contextOf(reader, evaluation, scheme)
  const outstanding = outstandingDays(reader)
  const candidates: NominationBasis['candidates'] = []
  for (const material of materialsOnFile(reader, evaluation, scheme)) {
    const id = idOf(partyOf(material.dossier))
    const supposed = sides.get(id)
    if (supposed === undefined) continue
    const { total, decision } = supposed
    const days = material.dossier.agency ? (outstanding.get(id) ?? []) : []
    const dossier = { ...material.dossier, outstanding: days }
    const keys = left.get(id)?.keys
    candidates.push({ dossier: keys ? withoutRecords(dossier, scheme, keys) : dossier, total, decision })
  }
  const finalized = { ...evaluation, status: 'finalized' as const }
  const planned = planNominees(reader, finalized, { scheme, context, candidates }, listDistricts(reader))
  return new Map(planned.map(p => [idOf(p), p.decision]))
}
