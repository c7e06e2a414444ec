// What two evaluations say of the same subjects, side by side: what moved whom, with the ranks of both.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { compareResults, type ResultDifference } from '../../domain/score/compare.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import { ranksOf } from '../../domain/score/rank.ts'
import type { Graded, Totals } from '../../domain/score/result.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { BasisDigest, type Computed, computeSets } from './compute.ts'
import { idOf } from './materials.ts'

export type Standing = Totals & Pick<Graded, 'grade' | 'decision'> & { rank: number | null }

export interface Difference extends PartyName, ResultDifference {
  /** Null where it was not evaluated. */
  before: Standing | null
  after: Standing | null
}

export interface Side {
  scheme: Scheme
  /** In order of id. */
  sets: Iterable<Computed[]>
}

/** The results of an evaluation; refuses an open one, at the end, if records changed since its last run. */
export function* resultsOf(reader: Reader, evaluation: Evaluation): Generator<Computed[]> {
  const digest = new BasisDigest(reader, evaluation)
  for (const set of computeSets(reader, evaluation)) {
    digest.add(set)
    yield set
  }
  if (evaluation.status === 'open' && digest.hex() !== evaluation.basis_sha256) {
    throw new Refusal('CX3007', { id: evaluation.id })
  }
}

/** Of everybody whom one side is about, in order of id. Explanations are not kept: only what differs is. */
export function differencesBetween(before: Side, after: Side): Difference[] {
  const found: Difference[] = []
  for (const [a, b] of sideBySide(before.sets, after.sets)) {
    found.push({
      ...nameOf((b ?? a)!.dossier),
      ...compareResults(a?.result, b?.result),
      before: a ? standingOf(a) : null,
      after: b ? standingOf(b) : null,
    })
  }
  rank(
    before.scheme,
    found.flatMap(d => d.before ?? []),
  )
  rank(
    after.scheme,
    found.flatMap(d => d.after ?? []),
  )
  return found
}

/** In hundredths; null where one of the totals is unknown. */
export function changeOf({ before, after }: Difference): number | null {
  const [was, is] = [before?.total ?? null, after?.total ?? null]
  return was === null || is === null ? null : is - was
}

/** Of known changes the largest first, then the others; equals in order of id. */
export function largestFirst<D extends Difference>(differences: readonly D[]): D[] {
  const size = (d: D) => Math.abs(changeOf(d) ?? -1) - (changeOf(d) === null ? 2 : 0)
  return [...differences].sort((a, b) => size(b) - size(a))
}

/** Whom only others moved: nothing but the rank differs. */
export function isRankOnly({ moved, before, after }: Difference): boolean {
  return !moved && before?.rank !== after?.rank
}

function standingOf({ result }: Computed): Standing {
  const { total, min_total, max_total, grade, decision } = result
  return { total, min_total, max_total, grade, decision, rank: null }
}

function rank(scheme: Scheme, standings: Standing[]): void {
  const ranks = ranksOf(scheme, standings)
  for (const [i, standing] of standings.entries()) standing.rank = ranks[i]!
}

function* sideBySide(
  before: Iterable<Computed[]>,
  after: Iterable<Computed[]>,
): Generator<[Computed | undefined, Computed | undefined]> {
  const [left, right] = [oneByOne(before), oneByOne(after)]
  let [a, b] = [left.next(), right.next()]
  while (!a.done || !b.done) {
    const first = a.done ? Infinity : idOf(a.value.dossier)
    const second = b.done ? Infinity : idOf(b.value.dossier)
    yield [
      first <= second ? (a.value as Computed) : undefined,
      second <= first ? (b.value as Computed) : undefined,
    ]
    if (first <= second) a = left.next()
    if (second <= first) b = right.next()
  }
}

function* oneByOne(sets: Iterable<Computed[]>): Generator<Computed, undefined> {
  for (const set of sets) yield* set
  return undefined
}
