// The reply that an opinion is owed: ZS 四(二), BJ 四(三).
import type { Values } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import { opinionKind, replyColumns, replyTo } from '../domain/records/opinion.ts'
import { updateRecord } from '../store/record.ts'
import { change, type Desk } from './desk.ts'
import { recordNamed } from './find-record.ts'
import { addFindings, type GivenFields, readGiven } from './given-fields.ts'
import { recordView } from './record-history.ts'

/** `no`: its number or its id. With any problem the opinion is as it was. */
export function replyOpinion(
  desk: Desk,
  no: string,
  given: GivenFields,
): { problems: Problem[]; label: string; record: Values } {
  return change(desk, 'opinion reply', writer => {
    const found = recordNamed(writer, opinionKind, no)
    const before = found.values
    const { values, problems } = readGiven(replyColumns, given)
    const { after, refused } = replyTo(before, values, desk.today, desk.operator)
    addFindings(problems, refused, given.place)
    const done = problems.length === 0
    if (done) updateRecord(writer, 'opinion', found.id, reply(after))
    const label = String(before.opinion_no ?? found.id)
    const record = recordView(writer, opinionKind, { ...found, values: done ? after : before })
    return { result: { problems, label, record }, summary: { record: label } }
  }).result
}

function reply(after: Values): Values {
  return Object.fromEntries(replyColumns.map(({ key }) => [key, after[key] ?? null]))
}
