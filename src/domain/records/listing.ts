// Entries of the red and the black list (红黑名单): ZS 三(四). Proposed by rule, made by a person.
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  inOrder,
  notInFuture,
  packAll,
  personColumn,
  personsColumn,
  type RecordKind,
  usccColumn,
  wordOf,
} from './kind.ts'

const columns: readonly Column[] = [
  usccColumn,
  agencyNameColumn,
  {
    key: 'list',
    headers: ['名单'],
    type: { is: 'choice', of: { 红名单: 'red', 黑名单: 'black' } },
    required: true,
  },
  personColumn,
  { key: 'basis', headers: ['列入依据', '依据'], type: { is: 'text' }, required: true },
  { key: 'source_no', headers: ['相关编号', '决定书文号或投诉编号'], type: { is: 'code' } },
  { key: 'noticed_on', headers: ['告知日期', '告知书送达日期'], type: { is: 'day' } },
  { key: 'listed_on', headers: ['列入日期'], type: { is: 'day' }, required: true },
  { key: 'until', headers: ['有效期至', '列入期限'], type: { is: 'day' } },
  { key: 'authority', headers: ['决定机关'], type: { is: 'text' } },
  personsColumn,
  { key: 'measures', headers: ['管理措施', '措施'], type: { is: 'texts' } },
  { key: 'exited_on', headers: ['移出日期'], type: { is: 'day' } },
  {
    key: 'exit_kind',
    headers: ['移出方式'],
    type: { is: 'choice', of: { 期满: 'expired', 修复: 'repaired', 撤销: 'revoked' } },
  },
  { key: 'exit_reason', headers: ['移出理由'], type: { is: 'text' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

export const listingKind: RecordKind = {
  table: 'listing',
  noun: 'listing',
  columns,
  day: 'listed_on',
  states: (
    [
      ['listed', '在册'],
      ['expired', '期满未移出'],
      ['exited', '已移出'],
      ['not_yet', '未到列入日'],
    ] as const
  ).map(([name, word]) => ({
    name,
    word,
    ...(name === 'expired' ? { pressing: true as const } : {}),
    holds: (values, today) => listingState(values, today) === name,
  })),
  nameKey: () => 'agency_name',
  refersTo: { field: 'source_no', tables: ['penalty', 'complaint', 'sanction', 'honor'] },
  check: (values, today) => ({
    refused: [
      ...exitWithoutDay(values),
      ...inOrder(values, [
        ['noticed_on', '告知日期', 'listed_on', '列入日期'],
        ['listed_on', '列入日期', 'until', '有效期至'],
        ['listed_on', '列入日期', 'exited_on', '移出日期'],
      ]),
      ...notInFuture(values, ['noticed_on', 'listed_on', 'exited_on'], today),
    ],
    warned: [],
  }),
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values =>
    `${values.person ?? values.agency_name} ${values.list === 'red' ? '红名单' : '黑名单'} ${values.listed_on}`,
  key: (values, agencyId) => [agencyId, values.person, values.list, values.listed_on].join('|'),
}

/** How and why an entry was taken off, of one that nobody took off. */
function exitWithoutDay(values: Values): Finding[] {
  if ((values.exited_on ?? null) !== null) return []
  return (
    [
      ['exit_kind', '移出方式'],
      ['exit_reason', '移出理由'],
    ] as const
  )
    .filter(([key]) => (values[key] ?? null) !== null)
    .map(([key, header]) => {
      const params = { value: wordOf(columns, key, values), header, needs: '移出日期' }
      return { fault: { code: 'CX1039', params }, key }
    })
}

/** An entry stays until somebody takes it off; past its last day that is proposed. */
export function listingState(values: Values, today: Day): 'listed' | 'expired' | 'exited' | 'not_yet' {
  const { listed_on, until, exited_on } = values
  if (exited_on !== null && exited_on! <= today) return 'exited'
  if (listed_on! > today) return 'not_yet'
  return until !== null && until! < today ? 'expired' : 'listed'
}
