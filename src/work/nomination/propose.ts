// Proposes nominees district by district and records every candidate with its reason.
import { failedGates } from '../../domain/nomination/gates.ts'
import { rankingKeys } from '../../domain/nomination/keys.ts'
import { type DistrictCandidate, proposeDistrict } from '../../domain/nomination/propose.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates, replaceCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts, readPlaces } from '../../store/reference.ts'
import { change, type Desk } from '../desk.ts'
import { computeForNomination, type NominationBasis } from '../evaluation/compute.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'

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
    const codes = districts.map(d => d.code)
    // The same proposal again changes nothing, and so leaves no log entry.
    const before = listCandidates(writer, evaluation.id).filter(c => codes.includes(c.district_code))
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
      .map(c => JSON.stringify([c.agency_id, c.district_code, c.rank, c.total, c.decision, c.reason]))
      .sort()
  return JSON.stringify(texts(a)) === JSON.stringify(texts(b))
}

/** The proposal as it would be now, without writing it. */
export function planNominees(
  reader: Reader,
  evaluation: Evaluation,
  computed: NominationBasis,
  districts: readonly District[],
): StoredCandidate[] {
  const { scheme, context, agencies } = computed
  const places = readPlaces(reader, scheme.id)
  const rules = nominationOf(scheme)
  const keys = rules.ranking.map(r => r.key)
  const finalized = evaluation.status === 'finalized'
  return districts.flatMap(district => {
    const candidates = agencies
      .filter(a => a.dossier.agency.district_code === district.code)
      .map(({ dossier, total }): DistrictCandidate => {
        const { id, name, kind } = dossier.agency
        const failures = failedGates(rules, dossier, { finalized, total }, context).map(f => ({
          name: f.name,
          clause: f.clause,
          reason: f.reason,
          records: f.records,
        }))
        const ranked = failures.length === 0 ? rankingKeys(keys, total!, dossier, evaluation) : []
        return { id, name, for_profit: kind === 'for_profit', total, keys: ranked, failures }
      })
    const share = district.kind === 'district' ? rules.for_profit_share.percent : 0
    return proposeDistrict(candidates, { places: places.get(district.code) ?? 0, share }).map(p => ({
      agency_id: p.id,
      district_code: district.code,
      rank: p.rank,
      total: p.total,
      decision: p.decision,
      reason: JSON.stringify(p.reason),
    }))
  })
}
