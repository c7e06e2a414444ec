// The end of a publicity: closed once its days are over and every objection has its outcome, or withdrawn because it
// was opened by mistake.
import type { Day } from '../../domain/day.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { blocksClosing, stands } from '../../domain/publicity/case.ts'
import { closingColumns } from '../../domain/publicity/columns.ts'
import { Refusal } from '../../domain/refusal.ts'
import { dayFindings } from '../../domain/score/objection.ts'
import { setClosed, setWithdrawn } from '../../store/publicity.ts'
import { change, type Desk } from '../desk.ts'
import { addFindings, type GivenFields, readWhole } from '../given-fields.ts'
import { publicityNamed, readPublicity, type ShownObjection, type ShownPublicity, standing } from './read.ts'
import { hinderedNow } from './show.ts'

export interface Ended {
  /** With any, nothing was changed. */
  problems: Problem[]
  /** Whom the grant would refuse by what is known today. */
  warnings: Problem[]
  publicity: ShownPublicity
}

/** The last day itself is too early: until its end an objection can still come. */
export function closePublicity(desk: Desk, name: string, given: GivenFields): Ended {
  return change(desk, 'publicity close', writer => {
    const stored = standing(publicityNamed(writer, name))
    const { id, last_day, objections } = readPublicity(writer, stored, desk.today)
    const { values, problems } = readWhole(closingColumns, given)
    const on = (values.closed_on ?? (problems.length === 0 ? desk.today : null)) as Day | null
    addFindings(problems, dayFindings(['closed_on', '结束日期', on], null, desk.today), given.place)
    if (on !== null) problems.push(...blocking(last_day, objections, on))
    if (on !== null && problems.length === 0) setClosed(writer, id, on)
    const publicity = readPublicity(writer, publicityNamed(writer, name), desk.today)
    const standingCases = publicity.cases.filter(stands).length
    const removed = publicity.cases.length - standingCases
    const warnings = problems.length > 0 ? [] : hinderedNow(writer, publicity, desk.today)
    return {
      result: { problems, warnings, publicity },
      summary: { publicity: id, closed_on: on, cases: standingCases, removed },
    }
  }).result
}

/** All that keeps it from being closed on that day. */
function blocking(lastDay: Day, objections: readonly ShownObjection[], on: Day): Problem[] {
  const blocks = blocksClosing(lastDay, objections, on)
  return [
    ...(blocks.running ? [problem('CX1380', { last: lastDay, on })] : []),
    ...objections
      .filter(({ id }) => blocks.objections.includes(id))
      .map(({ id, party, raised_on, reply_by }) => {
        const subject = party?.name ?? null
        return problem('CX1381', { id, subject, on: raised_on, by: reply_by, closing: on })
      }),
  ]
}

/** Refused as soon as anybody objected: what was said against it has to be answered. */
export function withdrawPublicity(desk: Desk, no: string, reason: string): ShownPublicity {
  return change(desk, 'publicity withdraw', writer => {
    const { id, objections } = readPublicity(writer, standing(publicityNamed(writer, no)), desk.today)
    if (objections.length > 0) throw new Refusal('CX1382', { id, objections: objections.length })
    setWithdrawn(writer, id, desk.today, reason)
    const result = readPublicity(writer, publicityNamed(writer, no), desk.today)
    return { result, summary: { publicity: id, reason } }
  }).result
}
