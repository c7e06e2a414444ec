// What a language must provide. Both catalogues are checked against this shape by the compiler.
import type { CandidateReason } from '../domain/nomination/reason.ts'
import type { Reason } from '../domain/score/outcome.ts'
import type { ProblemTexts } from './problem-texts.ts'
import type { Words } from './words.ts'

export interface Messages {
  problems: ProblemTexts
  /** Why a rule says what it says. */
  reason: (reason: Reason) => string
  /** Why a candidate is nominated, passed over, tied or ineligible. `rated`: whether the document gives points. */
  candidate: (reason: CandidateReason, rated?: boolean) => string
  words: Words
}
