// The nomination list with its districts, and whom of it the records no longer bear out.
import { isIn, type Pool, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf, type PartyName } from '../../domain/score/party.ts'
import { listAgencies } from '../../store/agency.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { computeForNomination } from '../evaluation/compute.ts'
import { evaluationFor, notSuperseded, schemeOf } from '../evaluation/which.ts'
import { placesOf } from './places.ts'
import { planNominees } from './propose.ts'

export interface ListedCandidate {
  party: PartyName
  /** Of agencies only. */
  agency: Agency | null
  district: District | null
  rank: number | null
  total: number | null
  decision: StoredCandidate['decision']
  reason: CandidateReason
}

export interface DistrictTally {
  pool: Pool
  /** Those that are left, where titles of earlier years have used up some. */
  places: number
  nominated: number
  for_profit: number
  /** For-profit nominees that this number of nominees needs; 0 where the share does not hold. */
  required: number
  waived: boolean
  /** Candidates that a tie keeps open, and the places they compete for. */
  tied: number
  open: number
  /** Places that stay empty because too few for-profit agencies are eligible. */
  short: boolean
}

export interface NominationList {
  evaluation: Evaluation
  scheme: Scheme
  candidates: ListedCandidate[]
  districts: DistrictTally[]
}

export function listNominations(desk: Desk, which: string | null): NominationList {
  return ask(desk, reader => readNominations(reader, evaluationFor(reader, which)))
}

/** The proposal as stored, with a tally of every district. Refuses an evaluation without a proposal. */
export function readNominations(reader: Reader, evaluation: Evaluation): NominationList {
  notSuperseded(evaluation)
  const scheme = schemeOf(reader, evaluation)
  const districts = new Map(listDistricts(reader).map(d => [d.code, d]))
  const noun = scheme.applies_to.subject
  const names = partyNames(reader, noun)
  const agencies = new Map(noun === 'agency' ? listAgencies(reader).map(a => [a.id, a]) : [])
  const stored = listCandidates(reader, evaluation.id)
  if (stored.length === 0) throw new Refusal('CX3024', { id: evaluation.id })
  const candidates = stored.map(c => ({
    party: names.get(idOf(c))!,
    agency: agencies.get(idOf(c)) ?? null,
    district: c.district_code === null ? null : districts.get(c.district_code)!,
    rank: c.rank,
    total: c.total,
    decision: c.decision,
    reason: JSON.parse(c.reason) as CandidateReason,
  }))
  const pools = poolsOf(nominationOf(scheme), [...districts.values()])
  const places = placesOf(reader, scheme, evaluation, pools)
  const tallies = pools.map(pool => tally(scheme, pool, places.get(pool.code)!.left, candidates))
  return { evaluation, scheme, candidates, districts: tallies }
}

function tally(scheme: Scheme, pool: Pool, places: number, all: readonly ListedCandidate[]): DistrictTally {
  const here = all.filter(c => isIn(pool, c.district?.code ?? null))
  const nominated = here.filter(c => c.decision === 'nominated')
  const tied = here.filter(c => c.decision === 'tied')
  const share = shareIn(nominationOf(scheme), pool)
  return {
    pool,
    places,
    nominated: nominated.length,
    for_profit: nominated.filter(c => c.agency?.kind === 'for_profit').length,
    required: Math.ceil((nominated.length * share) / 100),
    waived: false,
    tied: tied.length,
    open: openPlaces(tied),
    short: here.some(c => c.reason.is === 'short'),
  }
}

/** Ties are among equals, which share a rank; each tie has its own open places. */
function openPlaces(tied: readonly ListedCandidate[]): number {
  const byRank = new Map(tied.map(c => [c.rank, c.reason.is === 'tied' ? c.reason.open : 0]))
  return [...byRank.values()].reduce((sum, open) => sum + open, 0)
}

/** How many candidates the records would no longer give the same answer for. */
export function countOutdated(reader: Reader, evaluation: Evaluation): number {
  return outdated(reader, evaluation, readNominations(reader, evaluation)).length
}

/** Candidates whom today's records would no longer give the same answer. */
export function outdated(reader: Reader, evaluation: Evaluation, list: NominationList): Problem[] {
  const computed = computeForNomination(reader, evaluation)
  const now = new Map(
    planNominees(reader, evaluation, computed, listDistricts(reader)).map(c => [idOf(c), c]),
  )
  return list.candidates.flatMap(candidate => {
    const fresh = now.get(idOf(candidate.party))
    const same =
      fresh?.decision === candidate.decision &&
      fresh.total === candidate.total &&
      fresh.reason === JSON.stringify(candidate.reason) &&
      fresh.district_code === (candidate.district?.code ?? null)
    if (same) return []
    return [problem('CX3025', { agency: candidate.party.name })]
  })
}
