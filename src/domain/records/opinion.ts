// Opinions and suggestions (意见建议) on how integrity is built, each owed a reply: ZS 四(二), BJ 四(三).
import type { Day } from '../day.ts'
import { type Column, type Finding, fault, type Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  districtColumn,
  inOrder,
  notInFuture,
  packAll,
  type RecordKind,
  usccColumn,
} from './kind.ts'

const columns: readonly Column[] = [
  { key: 'opinion_no', headers: ['意见编号', '编号'], type: { is: 'code' } },
  { key: 'received_on', headers: ['收到日期'], type: { is: 'day' }, required: true },
  { key: 'channel', headers: ['渠道', '来源'], type: { is: 'text' } },
  { key: 'submitter', headers: ['提出人'], type: { is: 'text' }, personal: true },
  { key: 'contact', headers: ['联系方式', '联系电话'], type: { is: 'code', phone: true }, personal: true },
  usccColumn,
  { ...agencyNameColumn, required: false },
  districtColumn,
  { key: 'content', headers: ['意见内容', '内容'], type: { is: 'text' }, required: true },
  { key: 'reply_due', headers: ['答复期限'], type: { is: 'day' } },
  { key: 'replied_on', headers: ['答复日期'], type: { is: 'day' } },
  { key: 'reply', headers: ['答复内容', '采纳情况'], type: { is: 'text' } },
  { key: 'handler', headers: ['承办人'], type: { is: 'text' } },
]

export const opinionKind: RecordKind = {
  table: 'opinion',
  noun: 'opinion',
  columns,
  day: 'received_on',
  states: [
    { name: 'open', word: '未答复', holds: values => values.replied_on === null },
    { name: 'replied', word: '已答复', holds: values => values.replied_on !== null },
    {
      name: 'overdue',
      word: '答复超期',
      pressing: true,
      holds: ({ replied_on, reply_due }, today) =>
        replied_on === null && typeof reply_due === 'string' && reply_due < today,
    },
  ],
  nameKey: () => 'agency_name',
  agencyOptional: values => values.uscc === null && values.agency_name === null,
  check: (values, today) => {
    const refused = [
      ...inOrder(values, [
        ['received_on', '收到日期', 'reply_due', '答复期限'],
        ['received_on', '收到日期', 'replied_on', '答复日期'],
      ]),
      ...notInFuture(values, ['received_on', 'replied_on'], today),
    ]
    if (values.reply !== null && values.replied_on === null) {
      const params = { value: String(values.reply), header: '答复内容', needs: '答复日期' }
      refused.push({ fault: { code: 'CX1039', params }, key: 'replied_on' })
    }
    return { refused, warned: [] }
  },
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values => String(values.opinion_no ?? `${values.received_on} ${values.content}`),
  key: values => String(values.opinion_no ?? [values.received_on, values.content].join('|')),
}

/** What a reply is given by. */
export const replyColumns: readonly Column[] = columns
  .filter(({ key }) => ['reply', 'replied_on', 'handler'].includes(key))
  .map(column => (column.key === 'reply' ? { ...column, required: true } : column))

/** In: an opinion as it is on file, and the reply as given. Out: how it is to be, and what stands against that. */
export function replyTo(
  before: Values,
  given: Values,
  today: Day,
  operator: string,
): { after: Values; refused: Finding[] } {
  const { reply = null, replied_on = null, handler = null } = given
  const after: Values = {
    ...before,
    reply,
    replied_on: replied_on ?? today,
    handler: handler ?? before.handler ?? operator,
  }
  const refused: Finding[] = []
  if (before.replied_on !== null) {
    const params = {
      value: opinionKind.label(before),
      state: 'replied',
      by: before.replied_on as Day,
    } as const
    refused.push({ fault: fault('CX1100', params), key: 'opinion_no' })
  } else if (reply === null) refused.push({ fault: fault('CX1023', { header: '答复内容' }), key: 'reply' })
  if (refused.length === 0) refused.push(...opinionKind.check(after, today).refused)
  return { after, refused }
}
