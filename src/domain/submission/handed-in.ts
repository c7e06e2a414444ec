// The day on which something was handed in, as it is told on the command line.
import { type Day, parseDay } from '../day.ts'
import { type Problem, problem } from '../problem.ts'

/** What is wrong with the day told by a switch: no day, one to come, one before what came was packed. */
export function dayProblems(told: string, today: Day, packed: Day | null): Problem[] {
  const about = [{ column: '--on' }, { field: 'on', value: told }] as const
  const read = parseDay(told)
  if (read === 'form') return [problem('CX1031', { value: told }, ...about)]
  if (read === 'day') return [problem('CX1030', { value: told }, ...about)]
  const { day } = read
  if (day > today) return [problem('CX1038', { value: day, today }, ...about)]
  return packed !== null && day < packed ? [problem('CX1444', { on: day, packed }, ...about)] : []
}

/** As it is stored; whatever is no day stays what it is, to be refused. */
export function dayTold(told: string | null): Day | null {
  const read = told === null ? null : parseDay(told)
  return read === null || typeof read === 'string' ? told : read.day
}
