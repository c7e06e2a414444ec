// Proposes nominees district by district and records every candidate with its reason.
import { failedGates } from '../../domain/nomination/gates.ts'
import { rankingKeys } from '../../domain/nomination/keys.ts'
import { isIn, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import { type DistrictCandidate, proposeDistrict } from '../../domain/nomination/propose.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import { type Ruling, rulingColumns, rulingsIn, waiverIn } from '../../domain/nomination/ruling.ts'
import type { Problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Dossier } from '../../domain/score/dossier.ts'
import { idOf, nameOf, type PartyName, partyOf } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates, replaceCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { listDistricts } from '../../store/reference.ts'
import { listRulings } from '../../store/ruling.ts'
import { cityHonorHolders } from '../../store/title.ts'
import { change, type Desk } from '../desk.ts'
import { computeForNomination, type NominationBasis } from '../evaluation/compute.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded } from '../evaluation/which.ts'
import type { GivenFields } from '../given-fields.ts'
import { keptOn, takenOff } from './kept.ts'
import { placesOf } from './places.ts'
import { type AskedRulings, applyRulings, planRulings, poolNamed, readSaid } from './rulings.ts'

export interface Proposing {
  /** With any, nothing was changed. */
  problems: Problem[]
  evaluation: Evaluation
}

/**
 * For all districts, or for the one named; `ruling` is decided first. Refuses results that no longer match the records.
 */
export function proposeNominees(
  desk: Desk,
  which: string | null,
  district: string | null,
  ruling: { asked: AskedRulings; given: GivenFields } | null = null,
): Proposing {
  return change(desk, 'nomination propose', writer => {
    const evaluation = notSuperseded(hasRun(evaluationFor(writer, which)))
    const computed = computeForNomination(writer, evaluation)
    const pool = district === null ? null : poolNamed(writer, computed.scheme, district)
    const districts = listDistricts(writer).filter(d => pool === null || d.code === pool.code)
    const told = { evaluation: evaluation.id, districts: districts.length }
    if (ruling) {
      const { said, problems } = readSaid(desk, rulingColumns, ruling.given)
      const plan = planRulings(computed.scheme, listRulings(writer, evaluation.id), ruling.asked, pool)
      problems.push(...plan.problems)
      if (problems.length > 0) return { result: { problems, evaluation }, summary: told }
      applyRulings(writer, evaluation, plan, said)
      Object.assign(told, ruling.asked, said)
    }
    const candidates = renewProposal(writer, evaluation, computed, pool?.code ?? null)
    const count = (decision: string) => candidates.filter(c => c.decision === decision).length
    const summary = {
      ...told,
      nominated: count('nominated'),
      tied: count('tied'),
      passed_over: count('passed_over'),
      ineligible: count('ineligible'),
    }
    return { result: { problems: [], evaluation }, summary }
  }).result
}

/**
 * Writes the proposal as it is now, of one district or of all. The same again changes nothing, and so leaves no log entry.
 * Refuses to take off whoever was published or granted the title.
 */
export function renewProposal(
  writer: Writer,
  evaluation: Evaluation,
  computed: NominationBasis,
  code: string | null,
): StoredCandidate[] {
  const districts = listDistricts(writer).filter(d => code === null || d.code === code)
  const within = (c: StoredCandidate) => code === null || c.district_code === code
  const candidates = planNominees(writer, evaluation, computed, districts).filter(within)
  const before = listCandidates(writer, evaluation.id).filter(within)
  if (sameCandidates(before, candidates)) return candidates
  const names = partyNames(writer, computed.scheme.applies_to.subject)
  const taken = takenOff(keptOn(writer, evaluation.id), before, candidates, names)
  if (taken.length > 0) throw new Refusal(taken)
  replaceCandidates(writer, evaluation.id, code === null ? null : [code], candidates)
  return candidates
}

function sameCandidates(a: readonly StoredCandidate[], b: readonly StoredCandidate[]): boolean {
  const texts = (candidates: readonly StoredCandidate[]) =>
    candidates
      .map(c => JSON.stringify([idOf(c), c.district_code, c.rank, c.total, c.decision, c.reason]))
      .sort()
  return JSON.stringify(texts(a)) === JSON.stringify(texts(b))
}

/** The ranking keys of everybody in an evaluation, from the total in hundredths and what is on file. */
export function rankingOf(
  reader: Reader,
  scheme: Scheme,
  evaluation: Evaluation,
): (total: number | null, dossier: Dossier) => number[] {
  const keys = nominationOf(scheme).ranking.map(r => r.key)
  const { year, as_of } = evaluation
  const honored = keys.includes('city_honor')
    ? cityHonorHolders(reader, scheme.applies_to.subject, as_of)
    : new Set<number>()
  return (total, dossier) =>
    rankingKeys(keys, total, dossier, { year, as_of, cityHonor: honored.has(idOf(partyOf(dossier))) })
}

/** The proposal as it would be now, without writing it; by the rulings in force unless others are supposed. */
export function planNominees(
  reader: Reader,
  evaluation: Evaluation,
  computed: NominationBasis,
  districts: readonly District[],
  rulings: readonly Ruling[] = listRulings(reader, evaluation.id),
): StoredCandidate[] {
  const { scheme, candidates } = computed
  const rules = nominationOf(scheme)
  const pools = poolsOf(rules, districts)
  const places = placesOf(reader, scheme, evaluation, pools)
  const candidate = candidateReader(reader, evaluation, computed, rulings)
  const planned = pools.flatMap(pool => {
    const parties = new Map<number, PartyName>()
    const here = candidates
      .filter(c => isIn(pool, nameOf(c.dossier).district_code))
      .map(found => {
        const party = nameOf(found.dossier)
        parties.set(idOf(party), party)
        return candidate(found)
      })
    const relaxed = waiverIn(rulings, pool.code) !== undefined
    const ranking = rules.ranking.map(r => r.key)
    const rule = { places: places.get(pool.code)!.left, share: shareIn(rules, pool), relaxed, ranking }
    return proposeDistrict(here, rule, rulingsIn(rulings, pool.code)).map(p => {
      const { agency_id, subject_id, district_code } = parties.get(p.id)!
      const { rank, total, decision, reason } = p
      return { agency_id, subject_id, district_code, rank, total, decision, reason: JSON.stringify(reason) }
    })
  })
  if (pools.some(pool => pool.kind === 'whole')) return planned
  const nowhere = candidates.filter(c => nameOf(c.dossier).district_code === null)
  const reason = JSON.stringify({ is: 'no_district' } satisfies CandidateReason)
  return [
    ...planned,
    ...nowhere.map(({ dossier, total }) => ({
      ...{ ...partyOf(dossier), district_code: null, rank: null, total },
      ...{ decision: 'ineligible' as const, reason },
    })),
  ]
}

/** Whether a person put a candidate in or took it out. */
export function isByHand({ reason }: Pick<StoredCandidate, 'reason'>): boolean {
  return (JSON.parse(reason) as CandidateReason).is === 'by_hand'
}

/** What the gates and the ranking say of one candidate. */
function candidateReader(
  reader: Reader,
  evaluation: Evaluation,
  { scheme, context }: NominationBasis,
  rulings: readonly Ruling[],
): (found: NominationBasis['candidates'][number]) => DistrictCandidate {
  const rules = nominationOf(scheme)
  const ranking = rankingOf(reader, scheme, evaluation)
  const off = new Set(rulings.map(r => r.gate))
  const held = { ...rules, gates: rules.gates.filter(gate => !off.has(gate.id)) }
  const waived = { ...rules, gates: rules.gates.filter(gate => off.has(gate.id)) }
  const finalized = evaluation.status === 'finalized'
  return ({ dossier, total, decision }) => {
    const party = nameOf(dossier)
    const failing = (gates: typeof rules) =>
      failedGates(gates, dossier, { finalized, total, decision }, context).map(
        ({ name, clause, reason, records }) => ({ name, clause, reason, records }),
      )
    const failures = failing(held)
    const eligible = failures.length === 0
    return {
      id: idOf(party),
      name: party.name,
      for_profit: dossier.agency?.kind === 'for_profit',
      total,
      keys: eligible ? ranking(total, dossier) : [],
      failures,
      despite: eligible ? failing(waived) : [],
    }
  }
}
