// One result with everything that led to it: points, ratings, records, near misses, what fired, what is missing to the
// next line.

import { pointsText } from '../../domain/exact.ts'
import type { Problem } from '../../domain/problem.ts'
import { problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Clause, Indicator, Scheme } from '../../domain/scheme/scheme.ts'
import type { RuleContext } from '../../domain/score/dossier.ts'
import { fewestGains, type Gain, type Line, nextLine, possibleGains } from '../../domain/score/gains.ts'
import { limitFires } from '../../domain/score/grade.ts'
import { type Duplicate, type NearMiss, nearMisses } from '../../domain/score/near.ts'
import type { RuleResult } from '../../domain/score/outcome.ts'
import { idOf, type PartyName, partyOf } from '../../domain/score/party.ts'
import type { SubjectResult } from '../../domain/score/result.ts'
import { applyRule } from '../../domain/score/rules.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import { repeatsAbout } from '../../store/complaint.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { countResults, findResult, listResults, type StoredResult } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { type Computed, computeEach, computeOne, groundsOf } from './compute.ts'
import type { Material } from './materials.ts'
import { partyNamed } from './party.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor } from './which.ts'

/** What holds a grade or a score down, in the order of the scheme. */
export interface Fired {
  /** The number of an indicator, or the id of a limit. */
  id: number | string
  kind: 'veto' | 'limit' | 'cap'
  name: string
  /** At which the grade is held; null of a cap. */
  grade: string | null
  clause: Clause
}

/** A grade limit that is switched on, with what its rules say. */
export interface ExplainedLimit {
  id: string
  name: string
  grade: string
  /** Whether it fires. */
  fires: 'yes' | 'no' | 'open'
  rules: ExplainedRule[]
  clause: Clause
}

export type ExplainedRule = RuleResult & { near: NearMiss[]; months: number | null }

export interface Explained {
  evaluation: Evaluation
  scheme: Scheme
  party: PartyName
  type: { id: string; name: string } | null
  rank: number | null
  /** Of one that has a rank: how many have none yet, because their totals are unknown. */
  unranked: number
  result: SubjectResult
  material: Material
  /** Of each indicator, in the order of the result. */
  rules: ExplainedRule[][]
  limits: ExplainedLimit[]
  fired: Fired[]
  /** The next line and the shortest list of gains that reaches it, null where all gains do not. */
  gap: (Line & { gains: Gain[] | null }) | null
  /** What the last run stored, where records changed since and it was otherwise. */
  stored: StoredResult | null
  warnings: Problem[]
}

/** From what a finalized evaluation keeps, else from what is on file. */
export function explainResult(desk: Desk, which: string | null, key: string): Explained {
  return ask(desk, reader => explainedIn(reader, which, key))
}

export function explainedIn(reader: Reader, which: string | null, key: string): Explained {
  const evaluation = hasRun(evaluationFor(reader, which))
  const grounds = groundsOf(reader, evaluation)
  const noun = grounds.scheme.applies_to.subject
  const party = partyNamed(reader, noun, key)
  const id = idOf(party)
  const stored = findResult(reader, evaluation, noun, id)
  const computed = computeOne(reader, evaluation, noun, id)
  if (!stored || !computed) throw new Refusal('CX3013', { agency: party.name })
  const ranked = countResults(reader, evaluation)
  return explain(reader, { evaluation, ...grounds, ...ranked }, party, stored, computed)
}

/** Everybody who has a result, or those named of them, one after the other in order of id. */
export function* explainEach(
  reader: Reader,
  evaluation: Evaluation,
  ids?: readonly number[],
): Generator<Explained> {
  const grounds = groundsOf(reader, evaluation)
  const noun = grounds.scheme.applies_to.subject
  const names = partyNames(reader, noun)
  const results = new Map(listResults(reader, evaluation).map(result => [idOf(result), result]))
  const ranked = countResults(reader, evaluation)
  for (const computed of computeEach(reader, evaluation, ids && { noun, ids })) {
    const id = idOf(partyOf(computed.dossier))
    const stored = results.get(id)
    if (stored) yield explain(reader, { evaluation, ...grounds, ...ranked }, names.get(id)!, stored, computed)
  }
}

/** An evaluation's own: what it goes by, and how many of those evaluated have a total. */
interface Grounds {
  evaluation: Evaluation
  scheme: Scheme
  context: RuleContext
  evaluated: number
  complete: number
}

function explain(
  reader: Reader,
  { evaluation, scheme, context, evaluated, complete }: Grounds,
  party: PartyName,
  stored: StoredResult,
  { result, ...material }: Computed,
): Explained {
  const noun = scheme.applies_to.subject
  const id = idOf(party)
  const { dossier } = material
  // What a finalized evaluation keeps are the originals; what repeats them is not part of it.
  const duplicates = evaluation.status === 'finalized' ? [] : repeatsAbout(reader, noun, id)
  const typeId = dossier.subject?.type ?? null
  const asked = indicatorsFor(scheme, typeId)
  const line = nextLine(scheme, result)
  const differs = isOther(stored, result)
  return {
    evaluation,
    scheme,
    party,
    type: scheme.applies_to.types.find(t => t.id === typeId) ?? null,
    rank: stored.rank,
    unranked: stored.rank === null ? 0 : evaluated - complete,
    result,
    material,
    rules: result.indicators.map((indicator, k) =>
      explainRules(asked[k]!, indicator.rules, material, context, duplicates),
    ),
    limits: limitsOf(scheme, material, context, duplicates),
    fired: firedOf(scheme, result),
    gap: line && { ...line, gains: fewestGains(possibleGains(result), line.needed) },
    stored: differs ? stored : null,
    warnings: differs ? [changed(evaluation, party, stored, result)] : [],
  }
}

function explainRules(
  { rules }: Pick<Indicator, 'rules'>,
  results: readonly RuleResult[],
  { dossier }: Material,
  context: RuleContext,
  duplicates: readonly Duplicate[],
): ExplainedRule[] {
  return results.map((result, k) => {
    const rule = rules[k]!
    const near = nearMisses(rule, dossier, context, duplicates)
    return { ...result, near, months: 'months' in rule ? rule.months : null }
  })
}

function limitsOf(
  { grade_limits }: Scheme,
  material: Material,
  context: RuleContext,
  duplicates: readonly Duplicate[],
): ExplainedLimit[] {
  return grade_limits
    .filter(limit => limit.on)
    .map(limit => {
      const { id, name, grade, clause, rules } = limit
      const results = rules.map(rule => applyRule(rule, material.dossier, context))
      const fires = limitFires(limit, material.dossier, context)
      return {
        id,
        name,
        grade,
        clause,
        fires,
        rules: explainRules(limit, results, material, context, duplicates),
      }
    })
}

function firedOf(scheme: Scheme, { vetoes, indicators }: SubjectResult): Fired[] {
  const held = vetoes.map((id): Fired => {
    const limit = scheme.grade_limits.find(l => l.id === id)
    if (limit) return { id, kind: 'limit', name: limit.name, grade: limit.grade, clause: limit.clause }
    const { name } = indicators.find(i => i.number === id)!
    return { id, kind: 'veto', name, grade: scheme.vetoes.grade, clause: scheme.vetoes.clause }
  })
  const capped = indicators
    .filter(i => i.capped_at !== null)
    .map(({ number, name }): Fired => {
      const { clause } = scheme.scoring.cap
      return { id: number, kind: 'cap', name, grade: null, clause }
    })
  return [...held, ...capped]
}

function isOther(stored: StoredResult, result: SubjectResult): boolean {
  return (
    result.min_total !== stored.min_total ||
    result.max_total !== stored.max_total ||
    result.grade !== stored.grade ||
    result.decision !== stored.decision
  )
}

/** Records may change; what a finalized version sealed may not. */
function changed(
  { status }: Evaluation,
  party: PartyName,
  stored: StoredResult,
  result: SubjectResult,
): Problem {
  const { name } = party
  return status === 'finalized'
    ? problem('CX1275', { agency: name, kept: short(stored), found: short(result) })
    : problem('CX1290', { name, before: short(stored), now: short(result) })
}

/** Total and grade in short. */
function short({ total, min_total, max_total, grade }: StoredResult | SubjectResult): string {
  const points = pointsText(total) ?? `${pointsText(min_total)}–${pointsText(max_total)}`
  return grade === null ? points : `${points} ${grade}`
}
