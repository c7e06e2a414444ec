// Opinions and suggestions (意见建议) on how integrity is built, each owed a reply: ZS 四(二), BJ 四(三).
import type { Column } from '../imports/column.ts'
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
