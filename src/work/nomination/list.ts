// The nomination list with its districts, and the check before it goes out.
import { pointsText } from '../../domain/exact.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { listAgencies } from '../../store/agency.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts, readPlaces } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { computeForNomination } from '../evaluation/compute.ts'
import { evaluationFor, notSuperseded, schemeOf } from '../evaluation/which.ts'
import { planNominees } from './propose.ts'

export interface ListedCandidate {
  agency: Agency
  district: District
  rank: number | null
  total: number | null
  decision: StoredCandidate['decision']
  reason: CandidateReason
}

export interface DistrictTally {
  district: District
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
  const agencies = new Map(listAgencies(reader).map(a => [a.id, a]))
  const stored = listCandidates(reader, evaluation.id)
  if (stored.length === 0) throw new Refusal('CX3024', { id: evaluation.id })
  const candidates = stored.map(c => ({
    agency: agencies.get(c.agency_id)!,
    district: districts.get(c.district_code)!,
    rank: c.rank,
    total: c.total,
    decision: c.decision,
    reason: JSON.parse(c.reason) as CandidateReason,
  }))
  const places = readPlaces(reader, scheme.id)
  const tallies = [...districts.values()].map(d => tally(scheme, d, places.get(d.code) ?? 0, candidates))
  return { evaluation, scheme, candidates, districts: tallies }
}

function tally(
  scheme: Scheme,
  district: District,
  places: number,
  all: readonly ListedCandidate[],
): DistrictTally {
  const here = all.filter(c => c.district.code === district.code)
  const nominated = here.filter(c => c.decision === 'nominated')
  const tied = here.filter(c => c.decision === 'tied')
  const share = district.kind === 'district' ? nominationOf(scheme).for_profit_share.percent : 0
  return {
    district,
    places,
    nominated: nominated.length,
    for_profit: nominated.filter(c => c.agency.kind === 'for_profit').length,
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

/** Everything that keeps the list from going out: ties, places, share, candidates that changed since. */
export function checkNominations(
  desk: Desk,
  which: string | null,
): { list: NominationList; problems: Problem[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const list = readNominations(reader, evaluation)
    const found: Problem[] = []
    for (const t of list.districts) {
      const { name } = t.district
      if (t.tied > 0) {
        const tied = list.candidates.filter(c => c.decision === 'tied' && c.district.code === t.district.code)
        const names = tied.map(c => `${c.agency.name}（${pointsText(c.total)}）`).join('、')
        found.push(problem('CX3022', { district: name, open: t.open, tied: names }))
      }
      if (t.nominated > t.places) {
        found.push(problem('CX3020', { district: name, places: t.places, nominated: t.nominated }))
      }
      if (t.for_profit < t.required) {
        const { nominated, for_profit, required } = t
        found.push(problem('CX3021', { district: name, nominated, for_profit, required }))
      }
    }
    return { list, problems: [...found, ...outdated(reader, evaluation, list)] }
  })
}

/** How many candidates the records would no longer give the same answer for. */
export function countOutdated(reader: Reader, evaluation: Evaluation): number {
  return outdated(reader, evaluation, readNominations(reader, evaluation)).length
}

/** Nominees whom today's records would no longer give the same answer. */
function outdated(reader: Reader, evaluation: Evaluation, list: NominationList): Problem[] {
  const computed = computeForNomination(reader, evaluation)
  const now = new Map(
    planNominees(
      reader,
      evaluation,
      computed,
      list.districts.map(t => t.district),
    ).map(c => [c.agency_id, c]),
  )
  return list.candidates.flatMap(candidate => {
    const fresh = now.get(candidate.agency.id)
    const same =
      fresh?.decision === candidate.decision &&
      fresh.total === candidate.total &&
      fresh.reason === JSON.stringify(candidate.reason) &&
      fresh.district_code === candidate.district.code
    if (same) return []
    return [problem('CX3025', { agency: candidate.agency.name })]
  })
}
