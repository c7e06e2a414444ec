// What happened to licenses (许可证核发、变更、延续、注销). What it came to stands on the agency itself.
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'
import {
  agencyNameColumn,
  inOrder,
  notInFuture,
  packAll,
  type RecordKind,
  statesOf,
  usccColumn,
  wordOf,
} from './kind.ts'

/** A change of what a license says, as rules see it. */
export interface LicenseChange {
  change: string | null
  occurred_on: Day | null
  reported_on: Day | null
  decided_on: Day
}

const columns: readonly Column[] = [
  usccColumn,
  agencyNameColumn,
  {
    key: 'kind',
    headers: ['办理事项', '事项'],
    type: { is: 'choice', of: { 核发: 'issue', 变更: 'change', 延续: 'renew', 注销: 'cancel' } },
    required: true,
  },
  { key: 'decided_on', headers: ['办理日期', '决定日期'], type: { is: 'day' }, required: true },
  { key: 'license_no', headers: ['许可证编号', '许可证号'], type: { is: 'code' } },
  { key: 'license_issuer', headers: ['发证机关'], type: { is: 'text' } },
  { key: 'valid_to', headers: ['有效期至'], type: { is: 'day', forever: true } },
  { key: 'change', headers: ['变更内容'], type: { is: 'text' } },
  { key: 'occurred_on', headers: ['变更发生日期'], type: { is: 'day' } },
  { key: 'reported_on', headers: ['报告日期'], type: { is: 'day' } },
  { key: 'reason', headers: ['原因', '理由'], type: { is: 'text' } },
]

export const licenseKind: RecordKind = {
  table: 'license',
  noun: 'license',
  columns,
  day: 'decided_on',
  states: statesOf('kind', [
    ['issue', '核发'],
    ['change', '变更'],
    ['renew', '延续'],
    ['cancel', '注销'],
  ]),
  nameKey: () => 'agency_name',
  check: (values, today) => ({
    refused: [
      ...inOrder(values, [
        ['decided_on', '办理日期', 'valid_to', '有效期至'],
        ['occurred_on', '变更发生日期', 'reported_on', '报告日期'],
      ]),
      ...notInFuture(values, ['decided_on', 'occurred_on', 'reported_on'], today),
    ],
    warned: [],
  }),
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values => `${values.agency_name} ${wordOf(columns, 'kind', values)} ${values.decided_on}`,
  key: (values, agencyId) => [agencyId, values.kind, values.decided_on, values.change].join('|'),
}
