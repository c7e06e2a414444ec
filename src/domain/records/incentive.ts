// Incentives granted and restrictions laid on agencies and persons: ZS 三(五), BJ 三(八)1.
import type { Day } from '../day.ts'
import { type Column, officialChoices, type Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  inOrder,
  notInFuture,
  packAll,
  personColumn,
  type RecordKind,
  usccColumn,
} from './kind.ts'

const GRANTED = {
  绿色通道: 'fast_lane',
  容缺受理: 'deferred_papers',
  政府采购: 'procurement',
  公共就业服务资质: 'public_service',
  扩大经营: 'expansion',
  资金支持: 'funding',
  媒体推介: 'media',
  政策倾斜: 'preference',
}
const LAID: Readonly<Record<string, string>> = { 限制经营: 'limits', 行业禁入: 'ban', 市场退出: 'exit' }

const columns: readonly Column[] = [
  usccColumn,
  agencyNameColumn,
  personColumn,
  {
    key: 'kind',
    headers: ['激励或限制', '种类'],
    type: { is: 'choice', of: { ...GRANTED, ...LAID } },
    required: true,
  },
  { key: 'basis', headers: ['依据'], type: { is: 'text' }, required: true },
  { key: 'authority', headers: ['决定机关'], type: { is: 'text' } },
  { key: 'starts_on', headers: ['起始日期', '自'], type: { is: 'day' }, required: true },
  { key: 'ends_on', headers: ['有效期至', '至'], type: { is: 'day', forever: true } },
  { key: 'ended_on', headers: ['终止日期'], type: { is: 'day' } },
  { key: 'end_reason', headers: ['终止原因'], type: { is: 'text' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

export const incentiveKind: RecordKind = {
  table: 'incentive',
  noun: 'incentive',
  columns,
  day: 'starts_on',
  states: (
    [
      ['active', '有效'],
      ['not_yet', '未到起始日'],
      ['expired', '期满'],
      ['ended', '已终止'],
    ] as const
  ).map(([name, word]) => ({
    name,
    word,
    holds: (values, today) => incentiveState(values, today) === name,
  })),
  nameKey: () => 'agency_name',
  check: (values, today) => {
    const refused = [
      ...inOrder(values, [
        ['starts_on', '起始日期', 'ends_on', '有效期至'],
        ['starts_on', '起始日期', 'ended_on', '终止日期'],
      ]),
      ...notInFuture(values, ['ended_on'], today),
    ]
    if (values.ended_on !== null && values.end_reason === null) {
      const params = { value: String(values.ended_on), header: '终止日期', needs: '终止原因' }
      refused.push({ fault: { code: 'CX1039', params }, key: 'end_reason' })
    }
    return { refused, warned: [] }
  },
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values => `${values.agency_name} ${wordOfKind(values)} ${values.starts_on}`,
  key: (values, agencyId) => [agencyId, values.person, values.kind, values.starts_on].join('|'),
}

/** Whether it is laid on somebody rather than granted. */
export function isRestriction({ kind }: Values): boolean {
  return Object.values(LAID).includes(String(kind))
}

/** The day it ends still counts; the day it is ended does not. */
export function incentiveState(values: Values, today: Day): 'active' | 'not_yet' | 'expired' | 'ended' {
  const { starts_on, ends_on, ended_on } = values
  if (ended_on !== null && ended_on! <= today) return 'ended'
  if (starts_on! > today) return 'not_yet'
  return ends_on !== null && ends_on! < today ? 'expired' : 'active'
}

function wordOfKind({ kind }: Values): string {
  return officialChoices({ ...GRANTED, ...LAID }).find(choice => choice.name === kind)?.word ?? String(kind)
}
