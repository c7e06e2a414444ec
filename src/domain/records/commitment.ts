// Commitments (诚信承诺书) of agencies and of their staff, for the rates of BJ 四(一).
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'
import { agencyNameColumn, notInFuture, packAll, type RecordKind, statesOf, usccColumn } from './kind.ts'

export interface Commitment {
  kind: 'agency' | 'staff'
  signed_on: Day
  /** Heads that signed; only for staff. */
  signed_count: number | null
  displayed: number | null
}

const columns: readonly Column[] = [
  usccColumn,
  agencyNameColumn,
  {
    key: 'kind',
    headers: ['承诺书类型', '类型'],
    type: { is: 'choice', of: { 机构: 'agency', 从业人员: 'staff', 人员: 'staff' } },
    required: true,
  },
  { key: 'signed_on', headers: ['签署日期'], type: { is: 'day' }, required: true },
  { key: 'signed_count', headers: ['签署人数'], type: { is: 'int', max: 1_000_000 } },
  { key: 'displayed', headers: ['是否公示', '公示'], type: { is: 'yes_no' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

export const commitmentKind: RecordKind = {
  table: 'commitment',
  noun: 'commitment',
  columns,
  day: 'signed_on',
  states: statesOf('kind', [
    ['agency', '机构'],
    ['staff', '从业人员'],
  ]),
  nameKey: () => 'agency_name',
  check: (values, today) => {
    const refused = notInFuture(values, ['signed_on'], today)
    if (values.kind === 'staff' && values.signed_count === null) {
      refused.push({
        fault: { code: 'CX1039', params: { value: '从业人员', header: '承诺书类型', needs: '签署人数' } },
        key: 'signed_count',
      })
    }
    return { refused, warned: [] }
  },
  pack: packAll(columns, ['agency_name', 'uscc']),
  label: values =>
    `${values.agency_name} ${values.kind === 'staff' ? '从业人员' : '机构'}承诺书 ${values.signed_on}`,
  key: (values, agencyId) => [agencyId, values.kind, values.signed_on].join('|'),
}
