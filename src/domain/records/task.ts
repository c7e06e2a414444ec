// Tasks (待办): what a new license brings with it, what a campaign asks for, what outside systems are owed.
import type { Day } from '../day.ts'
import type { Column, Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  districtColumn,
  notInFuture,
  packAll,
  type RecordKind,
  usccColumn,
} from './kind.ts'

/** Systems of others that entries are owed to: BJ 三(八)2, ZS 三(四). */
export const outsideSystems = {
  信用信息系统: 'credit_system',
  失信联合惩戒: 'joint_punishment',
  经营异常名录: 'abnormal_operation',
}

const columns: readonly Column[] = [
  { key: 'title', headers: ['事项', '待办事项'], type: { is: 'text' }, required: true },
  {
    key: 'kind',
    headers: ['类别'],
    type: {
      is: 'choice',
      of: {
        诚信档案: 'archive',
        诚信教育: 'education',
        服务制度: 'system',
        活动: 'campaign',
        ...outsideSystems,
        其他: 'other',
      },
    },
    required: true,
  },
  usccColumn,
  { ...agencyNameColumn, required: false },
  districtColumn,
  { key: 'campaign', headers: ['活动名称'], type: { is: 'text' } },
  { key: 'source_no', headers: ['相关编号'], type: { is: 'code' } },
  { key: 'basis', headers: ['依据'], type: { is: 'text' } },
  { key: 'due_on', headers: ['期限', '完成期限'], type: { is: 'day' } },
  { key: 'done_on', headers: ['完成日期'], type: { is: 'day' } },
  { key: 'outcome', headers: ['完成情况'], type: { is: 'text' } },
  { key: 'handler', headers: ['承办人'], type: { is: 'text' } },
]

export const taskKind: RecordKind = {
  table: 'task',
  noun: 'task',
  columns,
  day: 'due_on',
  states: (
    [
      ['open', '未完成'],
      ['done', '已完成'],
      ['overdue', '超期'],
    ] as const
  ).map(([name, word]) => ({
    name,
    word,
    holds: (values, today) => taskIs(name, values, today),
  })),
  filters: ['kind', 'campaign'],
  nameKey: () => 'agency_name',
  agencyOptional: values => values.uscc === null && values.agency_name === null,
  check: (values, today) => ({ refused: notInFuture(values, ['done_on'], today), warned: [] }),
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values =>
    values.agency_name === null ? String(values.title) : `${values.agency_name} ${values.title}`,
  key: (values, agencyId) =>
    [agencyId, values.district_code, values.campaign, values.kind, values.title, values.source_no].join('|'),
}

/** Due on the day, a task is not late yet. */
export function taskIs(state: 'open' | 'done' | 'overdue', { done_on, due_on }: Values, today: Day): boolean {
  if (state === 'done') return done_on !== null
  return done_on === null && (state === 'open' || (typeof due_on === 'string' && due_on < today))
}
