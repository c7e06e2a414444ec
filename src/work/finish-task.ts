// A task done: since when, and what came of it.
import type { Day } from '../domain/day.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { notInFuture } from '../domain/records/kind.ts'
import { taskKind } from '../domain/records/task.ts'
import { Refusal } from '../domain/refusal.ts'
import { agenciesById } from '../store/agency.ts'
import { updateRecord } from '../store/record.ts'
import { change, type Desk } from './desk.ts'
import { recordNamed } from './find-record.ts'

export function finishTask(
  desk: Desk,
  id: string,
  given: { doneOn: Day | null; outcome: string | null },
): { id: number; label: string; done_on: Day; outcome: string | null } {
  return change(desk, 'task done', writer => {
    const {
      id: found,
      agency_id,
      values: task,
    } = recordNamed(writer, taskKind, id, all =>
      all.filter(t => t.done_on === null).map(t => `${t.id} ${taskKind.label(t)}`),
    )
    const done_on = given.doneOn ?? desk.today
    const agency = agency_id === null ? undefined : agenciesById(writer, [agency_id])[0]
    const label = taskKind.label({ ...task, agency_name: agency?.name ?? null })
    const problems: Problem[] = notInFuture({ done_on }, ['done_on'], desk.today).map(({ fault, key }) =>
      problem(fault.code, fault.params as never, { column: '--done-on' }, { field: key, value: done_on }),
    )
    if (task.done_on !== null) problems.unshift(problem('CX1144', { label, day: String(task.done_on) }))
    if (problems.length > 0) throw new Refusal(problems)
    const outcome = given.outcome ?? (task.outcome as string | null)
    updateRecord(writer, 'task', found, { done_on, outcome })
    return {
      result: { id: found, label, done_on, outcome },
      summary: { record: label, done_on },
    }
  }).result
}
