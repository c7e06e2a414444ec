// What a language must provide. Both catalogues are checked against this shape by the compiler.
import type { CandidateReason } from '../domain/nomination/reason.ts'
import type { ProblemCode, ProblemParams } from '../domain/problem.ts'
import type { Reason } from '../domain/score/outcome.ts'
import type { Words } from './words.ts'

export interface ProblemText {
  /** What is wrong, with the value. */
  what: string
  /** Why, where that is not plain. */
  why?: string
  /** What to do. */
  fix: string
}

export interface Messages {
  problems: { [C in ProblemCode]: (p: ProblemParams[C]) => ProblemText }
  /** Why a rule says what it says. */
  reason: (reason: Reason) => string
  /** Why a candidate is nominated, passed over, tied or ineligible. */
  candidate: (reason: CandidateReason) => string
  words: Words
}
