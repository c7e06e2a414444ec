// Where a scheme's round stands, stage by stage, from what is on file of it.
import type { Day } from '../../domain/day.ts'
import { type Honor, honorStatus } from '../../domain/records/honor.ts'
import { Refusal } from '../../domain/refusal.ts'
import { asksPublicity } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf } from '../../domain/score/party.ts'
import { type RoundFacts, type StagePosition, stagePositions } from '../../domain/title/stages.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import { listCandidates } from '../../store/nomination.ts'
import { listNotices } from '../../store/notice.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { countResults } from '../../store/result.ts'
import {
  countApplications,
  countConsultations,
  filedBy,
  publishedNominees,
  titlesOfEvaluation,
} from '../../store/title.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor, schemeById, schemeOf } from '../evaluation/which.ts'
import { coverageOfYear } from '../inspection/coverage.ts'
import { titlesNamed } from './titles.ts'

export interface Round {
  scheme: Scheme
  /** Null while none is opened. */
  evaluation: Evaluation | null
  year: number
  facts: RoundFacts
  stages: StagePosition[]
}

/** Of the evaluation named, else of the scheme's latest; before it is opened, of the year that runs. */
export function showRound(desk: Desk, id: string, which: string | null): Round {
  return ask(desk, reader => {
    const onFile = schemeById(reader, id)
    const own = listEvaluations(reader).filter(e => e.scheme_id === id)
    const evaluation = which === null ? (own.at(-1) ?? null) : evaluationFor(reader, which)
    if (evaluation !== null && evaluation.scheme_id !== id) throw new Refusal('CX3001', { id: String(which) })
    const scheme = evaluation === null ? onFile : schemeOf(reader, evaluation)
    const facts = roundFacts(reader, scheme, evaluation, desk.today)
    const year = yearOf(evaluation, desk.today)
    return { scheme, evaluation, year, facts, stages: stagePositions(scheme.stages, facts) }
  })
}

function yearOf(evaluation: Evaluation | null, today: Day): number {
  return evaluation?.year ?? Number(today.slice(0, 4))
}

export function roundFacts(
  reader: Reader,
  scheme: Scheme,
  evaluation: Evaluation | null,
  today: Day,
): RoundFacts {
  const year = yearOf(evaluation, today)
  const candidates = evaluation === null ? [] : listCandidates(reader, evaluation.id)
  const published = evaluation === null ? [] : publishedNominees(reader, evaluation.id)
  // Whoever was taken out of the publicity gets nothing more.
  const removed = new Set(published.filter(p => p.removed_on !== null).map(idOf))
  const nominees = new Set(
    candidates.filter(c => c.decision === 'nominated' && !removed.has(idOf(c))).map(idOf),
  )
  const standing = published.filter(p => nominees.has(idOf(p)))
  const granted = new Set(evaluation === null ? [] : titlesOfEvaluation(reader, evaluation.id).map(idOf))
  const filed = filedBy(reader, scheme.applies_to.subject, scheme.id, year)
  const among = (ids: ReadonlySet<number>) => [...nominees].filter(id => ids.has(id)).length
  const { to_inspect, inspected } = coverageOfYear(reader, year, today)
  const titles = titlesNamed(scheme)
  return {
    ...{ to_inspect, inspected },
    applications: countApplications(reader, scheme.id, year),
    evaluation:
      evaluation === null
        ? 'none'
        : evaluation.status === 'finalized'
          ? 'finalized'
          : evaluation.result_sha256 === null
            ? 'open'
            : 'run',
    evaluated: evaluation === null ? 0 : countResults(reader, evaluation).evaluated,
    served: evaluation === null ? 0 : listNotices(reader, evaluation).length,
    nomination: scheme.nomination === null ? 'none' : candidates.length === 0 ? 'due' : 'proposed',
    nominated: nominees.size,
    tied: candidates.filter(c => c.decision === 'tied').length,
    consultations: countConsultations(reader, scheme.id),
    publicity_asked: asksPublicity(scheme) || published.length > 0,
    published: {
      open: standing.filter(p => p.closed_on === null).length,
      closed: standing.filter(p => p.closed_on !== null).length,
    },
    granted: among(granted),
    in_force: listRecords(reader, 'honor', { agency: null, district: null })
      .map(row => row as unknown as Honor)
      .filter(honor => titles.includes(honor.title) && honorStatus(honor, today) === 'valid').length,
    filed: among(filed),
  }
}
