// Where a round stands: the stages that a scheme declares (LY 五1–五5), each judged by what is on file of it.
import type { Stage, StageWork } from '../scheme/scheme.ts'

/** What is on file of one round: an evaluation and what follows on it. */
export interface RoundFacts {
  applications: number
  evaluation: 'none' | 'open' | 'run' | 'finalized'
  /** Whether the scheme nominates at all, and whether that was done. */
  nomination: 'none' | 'due' | 'proposed'
  nominated: number
  tied: number
  consultations: { open: number; closed: number }
  /** Of the nominees: in a publicity that runs, and in one that is closed. */
  published: { open: number; closed: number }
  /** Of the nominees: those with the title, also where it was taken back since. */
  granted: number
  /** Of the nominees: those with papers other than an application. */
  filed: number
}

/**
 * `next`: nothing is on file, and all before it is done. `skipped`: nothing is on file although a later one has begun.
 * `elsewhere`: nothing of it is kept here.
 */
export type StageState = 'done' | 'running' | 'next' | 'not_started' | 'skipped' | 'elsewhere'

/** What the clerk does next. */
export type StageStep =
  | 'receive'
  | 'open'
  | 'run'
  | 'finalize'
  | 'propose'
  | 'settle'
  | 'consult'
  | 'publish'
  | 'close'
  | 'grant'
  | 'file'
  | 'supervise'

export interface StagePosition {
  stage: Stage
  state: StageState
  step: StageStep | null
}

type Progress = 'none' | 'some' | 'all'

export function stagePositions(stages: readonly Stage[], facts: RoundFacts): StagePosition[] {
  const progress = stages.map(stage => together(stage.work.map(work => progressOf(work, facts))))
  const last = progress.findLastIndex(p => p !== null && p !== 'none')
  // The first of which nothing is on file comes next, unless one before it still runs.
  const first = progress.findIndex((p, i) => i > last && p === 'none')
  const running = progress.some((p, i) => p === 'some' && !isLasting(stages[i]!))
  return stages.map((stage, i): StagePosition => {
    const own = progress[i]!
    const state: StageState =
      own === null
        ? 'elsewhere'
        : own === 'all'
          ? 'done'
          : own === 'some'
            ? 'running'
            : i < last
              ? 'skipped'
              : i === first && !running
                ? 'next'
                : 'not_started'
    return { stage, state, step: stepOf(stage, state, facts) }
  })
}

/** Supervision goes on beside all that follows. */
function isLasting({ work }: Stage): boolean {
  return work.includes('supervision')
}

/** Null where none of it is kept here. */
function together(parts: readonly Progress[]): Progress | null {
  if (parts.length === 0) return null
  if (parts.every(p => p === 'all')) return 'all'
  return parts.every(p => p === 'none') ? 'none' : 'some'
}

function progressOf(work: StageWork, facts: RoundFacts): Progress {
  const { applications, evaluation, nomination, nominated, tied, consultations, published } = facts
  const share = (part: number): Progress => (part === 0 ? 'none' : part < nominated ? 'some' : 'all')
  switch (work) {
    case 'application':
      // Once everybody is scored, nobody applies any more.
      if (applications === 0) return 'none'
      return evaluation === 'none' || evaluation === 'open' ? 'some' : 'all'
    case 'review':
      if (evaluation === 'none') return 'none'
      return evaluation === 'finalized' && nomination !== 'due' && tied === 0 ? 'all' : 'some'
    case 'consultation':
      if (consultations.open > 0) return 'some'
      return consultations.closed > 0 ? 'all' : 'none'
    case 'publicity':
      return published.open > 0 ? 'some' : share(published.closed)
    case 'announcement':
      return share(facts.granted)
    case 'filing':
      return share(facts.filed)
    case 'supervision':
      return facts.granted > 0 ? 'some' : 'none'
    default: {
      const never: never = work
      return never
    }
  }
}

function stepOf({ work }: Stage, state: StageState, facts: RoundFacts): StageStep | null {
  if (state !== 'running' && state !== 'next') return null
  const open = work.find(one => progressOf(one, facts) !== 'all')!
  const { evaluation, nomination, tied, published } = facts
  switch (open) {
    case 'application':
      return 'receive'
    case 'review':
      if (evaluation !== 'finalized')
        return ({ none: 'open', open: 'run', run: 'finalize' } as const)[evaluation]
      return nomination === 'due' ? 'propose' : tied > 0 ? 'settle' : null
    case 'consultation':
      return facts.consultations.open > 0 ? 'close' : 'consult'
    case 'publicity':
      return published.open > 0 ? 'close' : 'publish'
    case 'announcement':
      return 'grant'
    case 'filing':
      return 'file'
    case 'supervision':
      return 'supervise'
    default: {
      const never: never = open
      return never
    }
  }
}
