// What a step in a record's life came to: the record as it is now, or all that stands against the step.
import type { Values } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import type { Options } from './front.ts'
import { problemJson } from './problem-text.ts'
import type { Shell } from './shell.ts'
import { fieldLines } from './show-verb.ts'

export interface StepOutcome {
  problems: readonly Problem[]
  record: Values
  /** What else JSON tells. */
  more?: Record<string, unknown>
  /** Said where it was done, and where it was not. */
  done: string
  notDone: string
}

export async function tellStep(
  shell: Shell,
  kind: RecordKind,
  { problems, record, more, done, notDone }: StepOutcome,
  options: Options,
): Promise<void> {
  const format = shell.format(options)
  if (format === 'json' || format === 'ndjson')
    await shell.show({ record, problems: problems.map(p => problemJson(shell.m, p)), ...more }, [], options)
  else if (problems.length === 0)
    await shell.show({ record }, [done, ...fieldLines(shell, kind, record)], options)
  if (problems.length === 0) return
  shell.problems(problems, 'error')
  shell.fail(notDone)
  shell.exitCode = 3
}
