// What is said by hand when a publicity is opened or closed, an objection to it raised or resolved.
import type { Column } from '../imports/column.ts'
import { outcomes } from '../score/objection.ts'

export const openingColumns: readonly Column[] = [
  { key: 'title', headers: ['公示标题'], type: { is: 'text' } },
  { key: 'first_day', headers: ['公示首日'], type: { is: 'day' } },
  { key: 'working_days', headers: ['公示天数'], type: { is: 'int', max: 100 } },
  { key: 'channel', headers: ['公示渠道'], type: { is: 'text' } },
]

export const raisingColumns: readonly Column[] = [
  { key: 'content', headers: ['异议内容'], type: { is: 'text' }, required: true },
  { key: 'raised_on', headers: ['提出日期'], type: { is: 'day' } },
  { key: 'reply_by', headers: ['答复期限'], type: { is: 'day' } },
  { key: 'submitter', headers: ['提出人'], type: { is: 'text' }, personal: true },
  { key: 'contact', headers: ['联系方式'], type: { is: 'text' }, personal: true },
]

export const resolvingColumns: readonly Column[] = [
  { key: 'outcome', headers: ['处理结论'], type: { is: 'choice', of: outcomes }, required: true },
  { key: 'reply', headers: ['答复'], type: { is: 'text' }, required: true },
  { key: 'resolved_on', headers: ['决定日期'], type: { is: 'day' } },
  { key: 'resolved_by', headers: ['决定人'], type: { is: 'text' } },
  { key: 'replied_on', headers: ['答复日期'], type: { is: 'day' } },
]

export const closingColumns: readonly Column[] = [
  { key: 'closed_on', headers: ['结束日期'], type: { is: 'day' } },
]
