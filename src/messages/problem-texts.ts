// What a language says of each problem.
import type { ProblemCode, ProblemParams } from '../domain/problem.ts'

export interface ProblemText {
  /** What is wrong, with the value. */
  what: string
  /** Why, where that is not plain. */
  why?: string
  /** What to do. */
  fix: string
}

export type ProblemTexts = { [C in ProblemCode]: (p: ProblemParams[C]) => ProblemText }

/** The sentences of the codes that begin alike. */
export type ProblemTextsOf<Prefix extends string> = Pick<
  ProblemTexts,
  Extract<ProblemCode, `${Prefix}${string}`>
>
