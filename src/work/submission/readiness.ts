// Whether a district's list can be packed, and what it still lacks.
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { District } from '../../domain/roster/district.ts'
import type { PackLack } from '../../domain/submission/submission-problems.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { getSetting, listDistricts } from '../../store/reference.ts'
import { basisOnFile } from '../evaluation/compute.ts'
import { isStale } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded, schemeOf } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { nominationCheckIn } from '../nomination/check.ts'

export interface Readiness {
  evaluation: Evaluation
  /** With any, it is not packed. */
  problems: Problem[]
  /** Among them the papers that nominees lack. */
  warnings: Problem[]
}

/** The desk's own jurisdiction, or at the city desk the one named. */
export function ownDistrict(reader: Reader, named: string | null): District {
  const own = getSetting(reader, 'district')
  const asked = named ?? own
  if (asked === null) {
    throw new Refusal('CX1434', {
      available: listDistricts(reader)
        .map(d => `${d.code} ${d.name}`)
        .join('、'),
    })
  }
  return districtNamed(reader, asked)
}

/** In: an evaluation by number or year, or the current one. Out: what keeps it from being packed, and what one should know. */
export function readiness(reader: Reader, which: string | null, district: District): Readiness {
  const evaluation = notSuperseded(evaluationFor(reader, which))
  const scheme = schemeOf(reader, evaluation)
  const about = `${district.name} ${evaluation.scheme_id} ${evaluation.year}`
  const lacking = (lack: PackLack) => ({
    evaluation,
    problems: [problem('CX1420', { lack, about })],
    warnings: [],
  })
  if (scheme.applies_to.subject !== 'agency') return lacking('subjects')
  if ((scheme.nomination?.places_total.by ?? 'whole') === 'whole') return lacking('no_places')
  if (evaluation.result_sha256 === null) return lacking('not_run')
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const { id, status } = evaluation
  if (isStale(reader, evaluation)) problems.push(...lacking('stale').problems)
  if (status === 'open') warnings.push(problem('CX1432', { id }))
  else if (basisOnFile(reader, evaluation) !== evaluation.basis_sha256)
    warnings.push(problem('CX1433', { id }))
  try {
    const check = nominationCheckIn(reader, evaluation, district.code)
    const nominated = check.districts.reduce((sum, t) => sum + t.nominated, 0)
    if (nominated === 0) problems.push(...lacking('no_nominees').problems)
    problems.push(...check.problems.filter(p => p.code !== 'CX1361'))
    warnings.push(...check.problems.filter(p => p.code === 'CX1361'), ...check.warnings)
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems[0]!.code !== 'CX3024') throw error
    problems.push(...lacking('no_list').problems)
  }
  return { evaluation, problems, warnings }
}
