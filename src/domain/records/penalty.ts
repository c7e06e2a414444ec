// Administrative penalties of any authority (行政处罚). Kinds are those of the penalty law; a talk or an
// order to rectify is not one and is refused here with that remedy.
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'
import {
  agencyNameColumn,
  inOrder,
  notInFuture,
  packAll,
  personsColumn,
  type RecordKind,
  statesOf,
  stateWithDate,
  usccColumn,
} from './kind.ts'

export interface Penalty {
  decision_no: string
  authority: string
  kind: string
  decision_date: Day
  status: 'in_force' | 'revoked' | 'under_review'
  revoked_on: Day | null
}

export const penaltyKinds = [
  '警告',
  '通报批评',
  '罚款',
  '没收违法所得',
  '没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
] as const

const columns: readonly Column[] = [
  {
    key: 'decision_no',
    headers: ['处罚决定书文号', '决定书文号', '文号'],
    type: { is: 'code' },
    required: true,
  },
  usccColumn,
  agencyNameColumn,
  { key: 'authority', headers: ['处罚机关', '决定机关'], type: { is: 'text' }, required: true },
  { key: 'fact', headers: ['违法事实'], type: { is: 'text' } },
  { key: 'basis', headers: ['处罚依据'], type: { is: 'text' } },
  {
    key: 'kind',
    headers: ['处罚种类', '种类'],
    type: {
      is: 'choices',
      of: {
        ...Object.fromEntries(penaltyKinds.map(k => [k, k])),
        吊销许可证: '吊销许可证件',
        没收: '没收违法所得',
      },
    },
    required: true,
  },
  { key: 'fine_fen', headers: ['罚款金额', '罚款金额(元)', 'fine_yuan'], type: { is: 'money' } },
  {
    key: 'confiscated_fen',
    headers: ['没收金额', '没收金额(元)', 'confiscated_yuan'],
    type: { is: 'money' },
  },
  { key: 'decision_date', headers: ['决定日期', '处罚日期'], type: { is: 'day' }, required: true },
  { key: 'published_on', headers: ['公示日期'], type: { is: 'day' } },
  {
    key: 'status',
    headers: ['状态'],
    type: {
      is: 'choice',
      of: {
        生效: 'in_force',
        已撤销: 'revoked',
        复议诉讼中: 'under_review',
        撤销: 'revoked',
        确认违法: 'revoked',
      },
    },
  },
  { key: 'revoked_on', headers: ['撤销日期'], type: { is: 'day' } },
  { key: 'revoke_reason', headers: ['撤销理由', '撤销原因'], type: { is: 'text' } },
  { key: 'repaired_on', headers: ['信用修复日期'], type: { is: 'day' } },
  personsColumn,
]

export const penaltyKind: RecordKind = {
  table: 'penalty',
  noun: 'penalty',
  columns,
  day: 'decision_date',
  states: [
    ...statesOf('status', [
      ['in_force', '生效'],
      ['revoked', '已撤销'],
      ['under_review', '复议诉讼中'],
    ]),
    {
      name: 'repaired',
      word: '信用已修复',
      holds: values => values.repaired_on !== null && values.status !== 'revoked',
    },
  ],
  nameKey: () => 'agency_name',
  check: (values, today) => {
    values.status ??= values.revoked_on === null ? 'in_force' : 'revoked'
    const refused = [
      ...inOrder(values, [
        ['decision_date', '决定日期', 'published_on', '公示日期'],
        ['decision_date', '决定日期', 'revoked_on', '撤销日期'],
        ['decision_date', '决定日期', 'repaired_on', '信用修复日期'],
      ]),
      ...notInFuture(values, ['decision_date', 'revoked_on', 'repaired_on'], today),
    ]
    const revoked = { key: 'status', name: '状态', value: 'revoked', word: '已撤销' }
    const state = stateWithDate(values, revoked, { key: 'revoked_on', name: '撤销日期' })
    return { refused: [...refused, ...state.refused], warned: state.warned }
  },
  pack: packAll(columns, ['agency_name', 'uscc']),
  label: values => String(values.decision_no),
  key: values => String(values.decision_no),
}

/** Decided by the day and not revoked by it. Under review still counts. */
export function isInForce(penalty: Penalty, asOf: Day): boolean {
  if (penalty.decision_date > asOf) return false
  return penalty.status !== 'revoked' || (penalty.revoked_on !== null && penalty.revoked_on > asOf)
}
