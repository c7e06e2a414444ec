// What two evaluations say of the same subjects, side by side: what moved whom, with the ranks of both.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type Cause, compareResults, type ResultDifference } from '../../domain/score/compare.ts'
import { nameOf, type PartyName } from '../../domain/score/party.ts'
import { ranksOf } from '../../domain/score/rank.ts'
import type { Graded, Totals } from '../../domain/score/result.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { beginBasis, type Computed, computeEach } from './compute.ts'

export type Standing = Totals & Pick<Graded, 'grade' | 'decision'> & { rank: number | null }

export interface Difference extends PartyName, ResultDifference {
  /** Null where it was not evaluated. */
  before: Standing | null
  after: Standing | null
}

export interface Side {
  scheme: Scheme
  /** In order of id. */
  results: Iterable<Computed>
}

/** The results of an evaluation; refuses an open one, at the end, if records changed since its last run. */
export function* resultsOf(reader: Reader, evaluation: Evaluation): Generator<Computed> {
  const digest = beginBasis(reader, evaluation)
  for (const computed of computeEach(reader, evaluation)) {
    digest.add(computed.basis)
    yield computed
  }
  if (evaluation.status === 'open' && digest.hex() !== evaluation.basis_sha256) {
    throw new Refusal('CX3007', { id: evaluation.id })
  }
}

/** Of everybody whom one side is about, in order of id. Explanations are not kept: only what differs is. */
export function differencesBetween(before: Side, after: Side): Difference[] {
  const found: Difference[] = []
  const share = sharing()
  for (const [a, b] of sideBySide(before.results, after.results)) {
    const { indicators, ...more } = compareResults(a?.result, b?.result)
    found.push({
      ...nameOf((b ?? a)!.dossier),
      ...more,
      indicators: indicators.map(i => ({ ...i, causes: i.causes.map(share) })),
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

/** Another weight is a cause for everybody, in every indicator: kept once. */
function sharing(): (cause: Cause) => Cause {
  const kept = new Map<string, Cause>()
  return cause => {
    if (cause.is !== 'weight') return cause
    const key = `${cause.rater_kind} ${cause.before} ${cause.after}`
    const same = kept.get(key)
    if (same === undefined) kept.set(key, cause)
    return same ?? cause
  }
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
  before: Iterable<Computed>,
  after: Iterable<Computed>,
): Generator<[Computed | undefined, Computed | undefined]> {
  const [left, right] = [before[Symbol.iterator](), after[Symbol.iterator]()]
  let [a, b] = [next(left), next(right)]
  while (a || b) {
    const [first, second] = [idOf(a), idOf(b)]
    yield [first <= second ? a : undefined, second <= first ? b : undefined]
    if (first <= second) a = next(left)
    if (second <= first) b = next(right)
  }
}

function next(results: Iterator<Computed>): Computed | undefined {
  const { done, value } = results.next()
  return done ? undefined : value
}

/** After all others where there is nobody left. */
function idOf(computed: Computed | undefined): number {
  return computed ? (computed.dossier.agency ?? computed.dossier.subject)!.id : Number.POSITIVE_INFINITY
}
