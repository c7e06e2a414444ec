// An expected failure of a whole command: a problem without rows. The exit code follows from the code.
import { type Problem, type ProblemCode, type ProblemParams, problem } from './problem.ts'

/** Thrown where a command cannot go on; carries one problem or all of a file. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]

  constructor(code: ProblemCode, params: ProblemParams[ProblemCode])
  constructor(problems: readonly Problem[])
  constructor(first: ProblemCode | readonly Problem[], params?: ProblemParams[ProblemCode]) {
    const problems = typeof first === 'string' ? [problem(first, params as never)] : first
    super(problems.map(p => p.code).join(' '))
    this.problems = problems
  }
}
