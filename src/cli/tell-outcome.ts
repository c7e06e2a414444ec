// What came of a command that changes one thing: how it is now, or all that stands against it.
import type { Problem } from '../domain/problem.ts'
import type { FieldChange } from '../work/imports/importer.ts'
import type { Options } from './front.ts'
import { problemJson } from './problem-text.ts'
import type { Shell } from './shell.ts'

export interface Told {
  /** With any, nothing was changed. */
  problems: readonly Problem[]
  warnings?: readonly Problem[]
  /** What JSON tells besides the problems. */
  data: Record<string, unknown>
  /** Told where it was done, and where it was not. */
  done: readonly string[]
  notDone: string
  /** What is to be seen to besides. */
  notes?: readonly string[]
}

export async function tellOutcome(
  shell: Shell,
  { problems, warnings = [], data, done, notDone, notes = [] }: Told,
  options: Options,
): Promise<void> {
  const refused = problems.length > 0
  const format = shell.format(options)
  if (format === 'json' || format === 'ndjson') {
    const findings = problems.map(p => problemJson(shell.m, p))
    await shell.show({ ...data, problems: findings }, [], options, warnings)
  } else {
    const { moreInJson } = shell.m.words.said
    shell.problems(warnings, 'warning', moreInJson)
    shell.problems(problems, 'error', moreInJson)
    if (!refused) await shell.show(data, done, options)
  }
  for (const note of notes) shell.say(note)
  if (!refused) return
  shell.fail(notDone)
  shell.exitCode = 3
}

/** Field by field, as it was and as it is. */
export function changedLines({ m }: Shell, changes: readonly FieldChange[]): string[] {
  const { said, labels } = m.words
  return changes.map(({ header, field, before, after }) => {
    const change = `${before ?? labels.none} → ${after ?? labels.none}`
    return said.field(`  ${labels.field(header, field)}`, change)
  })
}
