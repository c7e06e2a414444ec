// Proposes nominees district by district and records every candidate with its reason.
import { failedGates } from '../../domain/nomination/gates.ts'
import { rankingKeys } from '../../domain/nomination/keys.ts'
import { isIn, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import { type DistrictCandidate, proposeDistrict } from '../../domain/nomination/propose.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Dossier } from '../../domain/score/dossier.ts'
import { idOf, nameOf, type PartyName, partyOf } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates, replaceCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { cityHonorHolders } from '../../store/title.ts'
import { change, type Desk } from '../desk.ts'
import { computeForNomination, type NominationBasis } from '../evaluation/compute.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { placesOf } from './places.ts'

/** For all districts, or for the one named. Refuses results that no longer match the records. */
export function proposeNominees(
  desk: Desk,
  which: string | null,
  district: string | null,
): { evaluation: Evaluation; candidates: StoredCandidate[] } {
  return change(desk, 'nomination propose', writer => {
    const evaluation = notSuperseded(hasRun(evaluationFor(writer, which)))
    const computed = computeForNomination(writer, evaluation)
    const districts = district === null ? listDistricts(writer) : [districtNamed(writer, district)]
    const candidates = planNominees(writer, evaluation, computed, districts)
    const codes = district === null ? null : districts.map(d => d.code)
    // The same proposal again changes nothing, and so leaves no log entry.
    const before = listCandidates(writer, evaluation.id).filter(
      c => codes === null || codes.includes(c.district_code!),
    )
    if (!sameCandidates(before, candidates)) replaceCandidates(writer, evaluation.id, codes, candidates)
    const count = (decision: string) => candidates.filter(c => c.decision === decision).length
    const summary = {
      evaluation: evaluation.id,
      districts: districts.length,
      nominated: count('nominated'),
      tied: count('tied'),
      passed_over: count('passed_over'),
      ineligible: count('ineligible'),
    }
    return { result: { evaluation, candidates }, summary }
  }).result
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
): (total: number, dossier: Dossier) => number[] {
  const keys = nominationOf(scheme).ranking.map(r => r.key)
  const { year, as_of } = evaluation
  const honored = keys.includes('city_honor')
    ? cityHonorHolders(reader, scheme.applies_to.subject, as_of)
    : new Set<number>()
  return (total, dossier) =>
    rankingKeys(keys, total, dossier, { year, as_of, cityHonor: honored.has(idOf(partyOf(dossier))) })
}

/** The proposal as it would be now, without writing it. */
export function planNominees(
  reader: Reader,
  evaluation: Evaluation,
  computed: NominationBasis,
  districts: readonly District[],
): StoredCandidate[] {
  const { scheme, context, candidates } = computed
  const rules = nominationOf(scheme)
  const pools = poolsOf(rules, districts)
  const places = placesOf(reader, scheme, evaluation, pools)
  const ranking = rankingOf(reader, scheme, evaluation)
  const finalized = evaluation.status === 'finalized'
  return pools.flatMap(pool => {
    const parties = new Map<number, PartyName>()
    const here = candidates
      .filter(c => isIn(pool, nameOf(c.dossier).district_code))
      .map(({ dossier, total, decision }): DistrictCandidate => {
        const party = nameOf(dossier)
        const id = idOf(party)
        parties.set(id, party)
        const failures = failedGates(rules, dossier, { finalized, total, decision }, context).map(f => ({
          name: f.name,
          clause: f.clause,
          reason: f.reason,
          records: f.records,
        }))
        const keys = failures.length === 0 ? ranking(total!, dossier) : []
        const forProfit = dossier.agency?.kind === 'for_profit'
        return { id, name: party.name, for_profit: forProfit, total, keys, failures }
      })
    const rule = { places: places.get(pool.code)!.left, share: shareIn(rules, pool) }
    return proposeDistrict(here, rule).map(p => {
      const { agency_id, subject_id, district_code } = parties.get(p.id)!
      const { rank, total, decision, reason } = p
      return { agency_id, subject_id, district_code, rank, total, decision, reason: JSON.stringify(reason) }
    })
  })
}
