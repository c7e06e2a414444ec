// The reply that an opinion is owed: ZS 四(二), BJ 四(三).
import type { Values } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import { withoutPersonal } from '../domain/records/kind.ts'
import { opinionKind, replyColumns, replyTo } from '../domain/records/opinion.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/text.ts'
import { listRecords, updateRecord } from '../store/record.ts'
import { change, type Desk } from './desk.ts'
import { addFindings, type GivenFields, readGiven } from './given-fields.ts'

/** `no`: its number, or for one without a number its id. With any problem the opinion is as it was. */
export function replyOpinion(
  desk: Desk,
  no: string,
  given: GivenFields,
): { problems: Problem[]; label: string; record: Values } {
  return change(desk, 'opinion reply', writer => {
    const all = listRecords(writer, 'opinion', { agency: null, district: null })
    const wanted = no.trim()
    const found =
      all.find(o => o.opinion_no === wanted) ??
      all.find(o => o.opinion_no === null && String(o.id) === wanted)
    if (!found) {
      const known = nearest(
        wanted,
        all.map(o => String(o.opinion_no ?? o.id)),
      )
      throw new Refusal('CX4002', { kind: 'opinion', value: no, available: known.join('、') || '—' })
    }
    const { key: _key, agency_id: _agency, batch_id: _batch, line: _line, ...before } = found
    const { values, problems } = readGiven(replyColumns, given)
    const { after, refused } = replyTo(before, values, desk.today, desk.operator)
    addFindings(problems, refused, given.place)
    const done = problems.length === 0
    if (done) updateRecord(writer, 'opinion', found.id, reply(after))
    const label = String(found.opinion_no ?? found.id)
    const record = withoutPersonal(opinionKind, done ? after : before)
    return { result: { problems, label, record }, summary: { record: label } }
  }).result
}

function reply(after: Values): Values {
  return Object.fromEntries(replyColumns.map(({ key }) => [key, after[key] ?? null]))
}
