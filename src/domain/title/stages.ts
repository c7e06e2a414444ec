// Where a round stands: the stages that a scheme declares (LY 五1–五5), each judged by what is on file of it.
import type { Stage, StageWork } from '../scheme/scheme.ts'

/** What is on file of one round: an evaluation and what follows on it. */
export interface RoundFacts {
  /** Of the year: agencies that are to be inspected, and those that were. */
  to_inspect: number
  inspected: number
  applications: number
  evaluation: 'none' | 'open' | 'run' | 'finalized'
  /** Everybody with a result, and those of them who were served a notice of it. */
  evaluated: number
  served: number
  /** Whether the scheme nominates at all, and whether that was done. */
  nomination: 'none' | 'due' | 'proposed'
  nominated: number
  tied: number
  consultations: { open: number; closed: number }
  /** Whether nominees are published at all: the document says so, or something is due only after it, or it was begun. */
  publicity_asked: boolean
  /** Of the nominees: in a publicity that runs, and in one that is closed. */
  published: { open: number; closed: number }
  /** Of the nominees: those with the title, also where it was taken back since. */
  granted: number
  /** Honors in force that the scheme gives or takes back, of whichever round. */
  in_force: number
  /** Of the nominees: those with papers other than an application. */
  filed: number
}

/**
 * `next`: nothing is on file, and all before it is done. `skipped`: nothing is on file although a later one has begun.
 * `not_due`: there is nothing yet to watch over. `elsewhere`: nothing of it is kept here.
 */
export type StageState = 'done' | 'running' | 'next' | 'not_started' | 'skipped' | 'not_due' | 'elsewhere'

/** What the clerk does next. */
export type StageStep =
  | 'inspect'
  | 'receive'
  | 'open'
  | 'run'
  | 'finalize'
  | 'serve'
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
  const last = progress.findLastIndex((p, i) => p !== null && p !== 'none' && !isLasting(stages[i]!))
  // The first of which nothing is on file comes next, unless one before it still runs.
  const first = progress.findIndex((p, i) => i > last && p === 'none' && !isLasting(stages[i]!))
  const running = progress.some((p, i) => p === 'some' && !isBeside(stages[i]!))
  const declared = stages.some(stage => stage.work.includes('publicity'))
  return stages.map((stage, i): StagePosition => {
    const own = progress[i]!
    const state: StageState =
      own === null
        ? 'elsewhere'
        : own === 'all'
          ? 'done'
          : own === 'some'
            ? 'running'
            : isLasting(stages[i]!)
              ? 'not_due'
              : i < last
                ? 'skipped'
                : i === first && !running
                  ? 'next'
                  : 'not_started'
    // A publicity that is no stage comes before the titles.
    const before = stage.work.includes('announcement') && !declared ? publicityStep(facts) : null
    if (own === 'none' && before !== null) return { stage, state: 'not_started', step: before }
    return { stage, state, step: stepOf(stage, state, facts) }
  })
}

/** Supervision goes on beside all that follows. */
function isLasting({ work }: Stage): boolean {
  return work.includes('supervision')
}

/** What follows does not wait for it. */
function isBeside(stage: Stage): boolean {
  return isLasting(stage) || stage.work.every(work => work === 'inspection')
}

/** Null where none of it is kept here. */
function together(parts: readonly Progress[]): Progress | null {
  if (parts.length === 0) return null
  if (parts.every(p => p === 'all')) return 'all'
  return parts.every(p => p === 'none') ? 'none' : 'some'
}

/** What a publicity of nominees still takes; null where none is asked for, or all were published. */
function publicityStep({
  publicity_asked,
  nominated,
  tied,
  published: { open, closed },
}: RoundFacts): StageStep | null {
  if (!publicity_asked || nominated === 0 || tied > 0 || closed === nominated) return null
  return open > 0 ? 'close' : 'publish'
}

function progressOf(work: StageWork, facts: RoundFacts): Progress {
  const { applications, evaluation, nomination, nominated, tied, consultations, published } = facts
  const part = (some: number, of: number): Progress => (some === 0 ? 'none' : some < of ? 'some' : 'all')
  const share = (some: number) => part(some, nominated)
  switch (work) {
    case 'inspection':
      return part(facts.inspected, facts.to_inspect)
    case 'application':
      // Once everybody is scored, nobody applies any more.
      if (applications === 0) return 'none'
      return evaluation === 'none' || evaluation === 'open' ? 'some' : 'all'
    case 'review':
      if (evaluation === 'none') return 'none'
      return evaluation === 'finalized' ? 'all' : 'some'
    case 'notice':
      return part(facts.served, facts.evaluated)
    case 'nomination':
      if (nomination !== 'proposed') return 'none'
      return tied > 0 ? 'some' : 'all'
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
      return facts.granted + facts.in_force > 0 ? 'some' : 'none'
    default: {
      const never: never = work
      return never
    }
  }
}

function stepOf({ work }: Stage, state: StageState, facts: RoundFacts): StageStep | null {
  if (state !== 'running' && state !== 'next') return null
  const open = work.find(one => progressOf(one, facts) !== 'all')!
  const { evaluation, nomination, published } = facts
  switch (open) {
    case 'inspection':
      return 'inspect'
    case 'application':
      return 'receive'
    case 'review':
      return ({ none: 'open', open: 'run', run: 'finalize', finalized: null } as const)[evaluation]
    case 'notice':
      return 'serve'
    case 'nomination':
      return nomination === 'proposed' ? 'settle' : 'propose'
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
