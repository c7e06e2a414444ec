// Sanctions (惩戒措施) on the ladder of the notices (BJ 三(八)2, ZS 四(三)), with what is to be put right and by when.
// None of them is an administrative penalty; those have a register of their own.
import type { Column, Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  inOrder,
  notInFuture,
  packAll,
  personColumn,
  personsColumn,
  type RecordKind,
  rectificationStates,
  usccColumn,
} from './kind.ts'

/** From the mildest to the gravest. */
export const sanctionLadder: readonly string[] = [
  '约谈',
  '责令整改',
  '通报',
  '曝光',
  '载入诚信档案',
  '列入黑名单',
  '撤销荣誉',
  '暂缓通过年检',
  '注销许可证',
]

const columns: readonly Column[] = [
  { key: 'sanction_no', headers: ['惩戒文号', '文号'], type: { is: 'code' } },
  usccColumn,
  agencyNameColumn,
  personColumn,
  {
    key: 'kind',
    headers: ['惩戒措施', '措施'],
    type: {
      is: 'choice',
      of: {
        ...Object.fromEntries(sanctionLadder.map(kind => [kind, kind])),
        责令改正: '责令整改',
        取缔服务许可证: '注销许可证',
        暂缓通过年审: '暂缓通过年检',
      },
    },
    required: true,
  },
  { key: 'decided_on', headers: ['决定日期'], type: { is: 'day' }, required: true },
  { key: 'authority', headers: ['决定机关'], type: { is: 'text' }, required: true },
  { key: 'fact', headers: ['事由', '违规事实'], type: { is: 'text' }, required: true },
  { key: 'basis', headers: ['依据'], type: { is: 'text' } },
  { key: 'source_no', headers: ['相关编号', '相关投诉或处罚编号'], type: { is: 'code' } },
  personsColumn,
  { key: 'rectify_due', headers: ['整改期限'], type: { is: 'day' } },
  { key: 'rectified_on', headers: ['整改完成日期'], type: { is: 'day' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

export const sanctionKind: RecordKind = {
  table: 'sanction',
  noun: 'sanction',
  columns,
  day: 'decided_on',
  states: rectificationStates('rectify_due', 'rectified_on'),
  nameKey: () => 'agency_name',
  check: (values, today) => {
    const refused = [
      ...inOrder(values, [
        ['decided_on', '决定日期', 'rectify_due', '整改期限'],
        ['decided_on', '决定日期', 'rectified_on', '整改完成日期'],
      ]),
      ...notInFuture(values, ['decided_on', 'rectified_on'], today),
    ]
    if (values.kind === '责令整改' && values.rectify_due === null) {
      const params = { value: '责令整改', header: '惩戒措施', needs: '整改期限' }
      refused.push({ fault: { code: 'CX1039', params }, key: 'rectify_due' })
    }
    return { refused, warned: [] }
  },
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values => String(values.sanction_no ?? nameless(values)),
  key: (values, agencyId) =>
    String(values.sanction_no ?? [agencyId, values.person, values.kind, values.decided_on].join('|')),
}

function nameless({ agency_name, person, kind, decided_on }: Values): string {
  return `${person ?? agency_name} ${kind} ${decided_on}`
}
