// Two evaluations, or two versions of one, compared: who moved, and by which records, ratings and rules.
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { ask, type Desk } from '../desk.ts'
import { type Difference, differencesBetween, largestFirst, resultsOf } from './differences.ts'
import { hasRun } from './run-evaluation.ts'
import { evaluationFor, schemeOf } from './which.ts'

export interface Comparison {
  before: Evaluation
  after: Evaluation
  /** Whose names for raters are used. */
  scheme: Scheme
  differences: Difference[]
}

/** Refuses evaluations of different kinds of subjects, and those whose records changed since they were run. */
export function compareEvaluations(desk: Desk, first: string, second: string): Comparison {
  return ask(desk, reader => {
    const [before, after] = [hasRun(evaluationFor(reader, first)), hasRun(evaluationFor(reader, second))]
    const [was, scheme] = [schemeOf(reader, before), schemeOf(reader, after)]
    if (was.applies_to.subject !== scheme.applies_to.subject)
      throw new Refusal('CX1276', { a: first, b: second })
    const differences = differencesBetween(
      { scheme: was, results: resultsOf(reader, before) },
      { scheme, results: resultsOf(reader, after) },
    )
    return { before, after, scheme, differences: largestFirst(differences) }
  })
}
