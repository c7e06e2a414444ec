// The nomination list with its districts, and whom of it the records no longer bear out.
import { cutLine } from '../../domain/nomination/cut-line.ts'
import { forProfitNeeded, isIn, type Pool, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import { type Ruling, waiverIn } from '../../domain/nomination/ruling.ts'
import { openTies } from '../../domain/nomination/settle.ts'
import { shareCost } from '../../domain/nomination/share-cost.ts'
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
import { once, type Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { listDistricts } from '../../store/reference.ts'
import { listRulings } from '../../store/ruling.ts'
import { ask, type Desk } from '../desk.ts'
import { computeForNomination } from '../evaluation/compute.ts'
import { evaluationFor, notSuperseded, schemeOf } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { keptOn } from './kept.ts'
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
  /** How many the share lets in, where it holds or is waived. */
  by_share: number | null
  /** The last that is nominated and the first that is not; whoever is in by hand is not the last. */
  marginal: { in: ListedCandidate | null; out: ListedCandidate | null }
  /** Who is in and who is out because of the share; nobody is in where the place stays empty. */
  share_cost: { in: ListedCandidate | null; out: ListedCandidate }[]
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
  rulings: ListedRuling[]
}

export interface ListedRuling extends Ruling {
  /** The pool's name, and the gate's. */
  district: string | null
  gate_name: string | null
  about: PartyName | null
  among: (PartyName & { chosen: boolean })[]
  /** Whether the list as it stands goes by it: a tie that is another one now is open again. */
  applies: boolean
}

/** Of all districts, or of the one named. */
export function listNominations(
  desk: Desk,
  which: string | null,
  district: string | null = null,
): NominationList {
  return ask(desk, reader => {
    const list = readNominations(reader, evaluationFor(reader, which))
    return district === null ? list : onlyIn(list, districtNamed(reader, district).code)
  })
}

/** With the pool that the district is, or is part of. */
function onlyIn(list: NominationList, code: string): NominationList {
  const { candidates, districts, rulings } = list
  return {
    ...list,
    candidates: candidates.filter(c => c.district?.code === code),
    districts: districts.filter(t => isIn(t.pool, code)),
    rulings: rulings.filter(
      r => (r.about ?? r).district_code === code || (r.district === null && r.about === null),
    ),
  }
}

/** The proposal as stored, with a tally of every district. Refuses a scheme without nominations, and an evaluation without a proposal. */
export const readNominations = once((reader: Reader, evaluation: Evaluation): NominationList => {
  notSuperseded(evaluation)
  const scheme = schemeOf(reader, evaluation)
  const rules = nominationOf(scheme)
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
  const pools = poolsOf(rules, [...districts.values()])
  const places = placesOf(reader, scheme, evaluation, pools)
  const rulings = listRulings(reader, evaluation.id)
  const tallies = pools.map(pool => {
    const waived = waiverIn(rulings, pool.code) !== undefined
    return tally(scheme, pool, { places: places.get(pool.code)!.left, waived }, candidates)
  })
  const listed = rulings.map((ruling): ListedRuling => {
    const gate = rules.gates.find(g => g.id === ruling.gate)
    const pool = ruling.kind === 'share' || ruling.kind === 'tie' ? ruling.district_code : undefined
    return {
      ...ruling,
      district: pools.find(p => p.code === pool)?.name ?? null,
      gate_name: gate?.name ?? null,
      about: ruling.party && names.get(idOf(ruling.party))!,
      among: ruling.tied.map(t => ({ ...names.get(idOf(t))!, chosen: t.chosen })),
      applies: applies(ruling, candidates),
    }
  })
  return { evaluation, scheme, candidates, districts: tallies, rulings: listed }
})

function applies({ id, kind, party }: Ruling, candidates: readonly ListedCandidate[]): boolean {
  if (kind === 'tie')
    return candidates.some(({ reason }) => reason.is === 'nominated' && reason.settled?.ruling === id)
  return party === null || candidates.some(c => idOf(c.party) === idOf(party) && handOf(c) === kind)
}

function handOf({ reason }: Pick<ListedCandidate, 'reason'>): 'add' | 'drop' | null {
  return reason.is === 'by_hand' ? reason.how : null
}

function tally(
  scheme: Scheme,
  pool: Pool,
  { places, waived }: Pick<DistrictTally, 'places' | 'waived'>,
  all: readonly ListedCandidate[],
): DistrictTally {
  const here = all.filter(c => isIn(pool, c.district?.code ?? null))
  const nominated = here.filter(c => c.decision === 'nominated')
  const tied = here.flatMap(({ party, rank, reason }) =>
    reason.is === 'tied' ? [{ id: idOf(party), rank: rank!, open: reason.open }] : [],
  )
  const share = shareIn(nominationOf(scheme), pool)
  const byId = new Map(here.map(c => [idOf(c.party), c]))
  const ranked = [...byId].map(([id, { agency, rank, decision, ...c }]) => {
    return { id, for_profit: agency?.kind === 'for_profit', rank, decision, by_hand: handOf(c) }
  })
  const cost = share === 0 ? null : shareCost(ranked, places, { share, relaxed: waived })
  const { last, next } = cutLine(ranked.filter(c => c.by_hand === null))
  const first = (ids: readonly number[]) => byId.get(ids[0]!) ?? null
  return {
    pool,
    places,
    nominated: nominated.length,
    for_profit: nominated.filter(c => c.agency?.kind === 'for_profit').length,
    required: forProfitNeeded(nominated.length, share),
    waived,
    by_share: cost?.size ?? null,
    marginal: { in: first(last), out: first(next) },
    share_cost: (cost?.pairs ?? []).map(pair => ({
      in: byId.get(pair.in!) ?? null,
      out: byId.get(pair.out)!,
    })),
    tied: tied.length,
    open: openTies(tied).reduce((sum, tie) => sum + tie.open, 0),
    short: here.some(c => c.reason.is === 'short'),
  }
}

/** How many candidates the records would no longer give the same answer for. */
export const countOutdated = once(
  (reader: Reader, evaluation: Evaluation): number =>
    outdated(reader, evaluation, readNominations(reader, evaluation)).length,
)

/**
 * Candidates of whom today's records no longer say the same. Where somebody is in or out by hand, the list stays as
 * people left it until it is proposed anew: then only what the records say of each is held against it, not the decision.
 * For whoever was granted the title the round is over, and for all of the same places once every nominee was.
 */
export function outdated(reader: Reader, evaluation: Evaluation, list: NominationList): Problem[] {
  const computed = computeForNomination(reader, evaluation)
  const now = new Map(
    planNominees(reader, evaluation, computed, listDistricts(reader)).map(c => [idOf(c), c]),
  )
  const byHand = list.districts
    .map(t => t.pool)
    .filter(pool => list.rulings.some(r => r.about !== null && isIn(pool, r.about.district_code)))
  const { titled } = keptOn(reader, evaluation.id)
  const over = list.districts
    .map(t => t.pool)
    .filter(pool => {
      const here = list.candidates.filter(c => isIn(pool, c.district?.code ?? null))
      const nominees = here.filter(c => c.decision === 'nominated')
      return nominees.length > 0 && nominees.every(c => titled.has(idOf(c.party)))
    })
  return list.candidates.flatMap(candidate => {
    const { party, district, rank, total, decision, reason } = candidate
    if (titled.has(idOf(party)) || over.some(pool => isIn(pool, district?.code ?? null))) return []
    const fresh = now.get(idOf(party))
    const code = district?.code ?? null
    const sameFacts =
      fresh?.total === total &&
      fresh.district_code === code &&
      (decision === 'dropped' ||
        (fresh.rank === rank && failuresIn(JSON.parse(fresh.reason)) === failuresIn(reason)))
    const sameDecision = fresh?.decision === decision && fresh.reason === JSON.stringify(reason)
    const same = sameFacts && (sameDecision || byHand.some(pool => isIn(pool, code)))
    return same ? [] : [problem('CX3025', { agency: party.name })]
  })
}

/** The gates that a candidate does not pass, switched off or not. */
function failuresIn(reason: CandidateReason): string {
  return JSON.stringify([reason.is === 'gates' ? reason.gates : null, reason.despite ?? null])
}
