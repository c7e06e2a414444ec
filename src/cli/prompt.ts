// Asking at the terminal for what a command needs and was not given, one thing after the other. Switches do everything
// without: nothing is asked where nobody sits, or where another program reads.
import type { Column } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { type GivenFields, missing, readGiven } from '../work/given-fields.ts'
import type { FieldOptions } from './field-options.ts'
import type { Options } from './front.ts'
import type { Shell } from './shell.ts'

export interface Question {
  key: string
  /** What is asked, with the choices there are. */
  about: string
  /** What is wrong with an answer. */
  check: (answer: string) => readonly Problem[]
}

export function mayAsk(shell: Shell, options: Options): boolean {
  const { input, err, env } = shell.world
  const talks = !shell.settings.quiet && shell.format(options) === 'table' && !env.CI
  return input.isTerminal && err.isTerminal && talks
}

/** Answers by key; a blank line or the end of input leaves the rest unasked, to be refused as without a terminal. */
export async function askFor(shell: Shell, questions: readonly Question[]): Promise<Map<string, string>> {
  const { said } = shell.m.words
  const answers = new Map<string, string>()
  if (questions.length > 0) shell.say(said.asking)
  for (const { key, about, check } of questions) {
    for (;;) {
      const answer = (await shell.world.input.readLine(said.field(about, '')))?.trim() ?? ''
      if (answer === '') return answers
      const problems = check(answer)
      if (problems.length === 0) {
        answers.set(key, answer)
        break
      }
      shell.problems(problems, 'error')
    }
  }
  return answers
}

/** A question for each required field that was not given. */
export function questionsFor(
  columns: readonly Column[],
  { about }: FieldOptions,
  { fields, place }: GivenFields,
): Question[] {
  return columns
    .filter(column => column.required && !fields.has(column.key) && !fields.has(column.unless ?? ''))
    .map(column => ({
      key: column.key,
      about: about(column.key),
      check: answer => {
        const given = { fields: new Map([[column.key, answer]]), place }
        const { values, problems } = readGiven([column], given)
        return problems.length === 0 && values[column.key] === null ? [missing(column, given)] : problems
      },
    }))
}

/** Whether what an answer names is there: what a look-up refuses as not found is wrong with the answer. */
export function lookedUp(look: (answer: string) => unknown): Question['check'] {
  return answer => {
    try {
      look(answer)
      return []
    } catch (error) {
      if (!(error instanceof Refusal) || !error.problems[0]!.code.startsWith('CX4')) throw error
      return error.problems
    }
  }
}
