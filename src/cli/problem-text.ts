// A problem as the clerk reads it, and as JSON.
import type { Place, Problem } from '../domain/problem.ts'
import type { Messages } from '../messages/messages.ts'
import type { ProblemText } from '../messages/problem-texts.ts'

export function problemText(m: Messages, problem: Problem): ProblemText {
  const say = m.problems[problem.code] as (params: unknown) => ProblemText
  return say(problem.params)
}

/** First what is wrong, then where, why and what to do, each on a line of its own. */
export function problemLines(m: Messages, problem: Problem, severity: 'error' | 'warning'): string[] {
  const { what, why, fix } = problemText(m, problem)
  const { labels } = m.words
  const where = placeText(problem.place)
  return [
    `${severity === 'error' ? labels.error : labels.warning}[${problem.code}] ${what}`,
    ...(where === '' ? [] : [`  ${labels.place}${where}`]),
    ...(why === undefined ? [] : [`  ${labels.why}${why}`]),
    `  ${labels.fix}${fix}`,
  ]
}

/** `file:line:column` for text, `file › sheet!C17` for workbooks, the switch for what was given by hand. */
export function placeText(place: Place): string {
  const { file, sheet, line, cell, column, offset } = place
  if (file === undefined) return column ?? ''
  if (sheet !== undefined) return `${file} › ${sheet}${(cell ?? line) ? `!${cell ?? line}` : ''}`
  return [file, line, column ?? offset].filter(part => part !== undefined).join(':')
}

export interface ProblemJson {
  code: string
  file: string | null
  line: number | null
  column: string | null
  field: string | null
  value: string | null
  message: string
  sheet?: string
  cell?: string
}

export function problemJson(m: Messages, problem: Problem): ProblemJson {
  const { what, why, fix } = problemText(m, problem)
  const { file, line, column, sheet, cell } = problem.place
  return {
    code: problem.code,
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    field: problem.field ?? null,
    value: problem.value ?? null,
    message: [what, why, fix].filter(part => part !== undefined).join(m.words.labels.stop),
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
  }
}
