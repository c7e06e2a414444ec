// Inspections (春雷行动等检查): twenty items, officers, findings, rectification.
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import { agencyNameColumn, inOrder, notInFuture, packAll, type RecordKind, usccColumn } from './kind.ts'

export type ItemResult = 'pass' | 'fail' | 'not_applicable'

export interface Inspection {
  batch: string
  date: Day
  cooperated: number | null
  /** Item id (SC-01) -> result; items left blank are absent. */
  items: Readonly<Record<string, ItemResult>>
  rectify_due: Day | null
  rectified_on: Day | null
}

/** Officers needed by art. 34 of the interim regulations; fewer is a warning on import. */
const OFFICERS_NEEDED = 2

export const inspectionItems: readonly string[] = Array.from(
  { length: 20 },
  (_, i) => `SC-${String(i + 1).padStart(2, '0')}`,
)

const columns: readonly Column[] = [
  { key: 'batch', headers: ['检查批次', '批次'], type: { is: 'text' }, required: true },
  { key: 'date', headers: ['检查日期', '日期'], type: { is: 'day' }, required: true },
  usccColumn,
  agencyNameColumn,
  { key: 'authority', headers: ['检查机关'], type: { is: 'text' } },
  { key: 'officers', headers: ['检查人员'], type: { is: 'texts' }, required: true },
  { key: 'cooperated', headers: ['配合检查', '是否配合'], type: { is: 'yes_no' } },
  ...inspectionItems.map(
    (id): Column => ({
      key: id,
      headers: [id],
      type: { is: 'choice', of: { 合格: 'pass', 不合格: 'fail', 不适用: 'not_applicable' } },
    }),
  ),
  { key: 'findings', headers: ['发现问题'], type: { is: 'text' } },
  { key: 'measure', headers: ['处理措施'], type: { is: 'text' } },
  { key: 'rectify_due', headers: ['整改期限'], type: { is: 'day' } },
  { key: 'rectified_on', headers: ['整改完成日期'], type: { is: 'day' } },
]

const packPlain = packAll(columns, ['agency_name', 'uscc', ...inspectionItems])

export const inspectionKind: RecordKind = {
  table: 'inspection',
  columns,
  day: 'date',
  states: [
    { name: 'to_rectify', word: '待整改', holds: v => v.rectify_due !== null && v.rectified_on === null },
    {
      name: 'overdue',
      word: '整改超期',
      holds: (v, today) => v.rectified_on === null && v.rectify_due !== null && v.rectify_due! < today,
    },
    { name: 'rectified', word: '已整改', holds: values => values.rectified_on !== null },
  ],
  nameKey: () => 'agency_name',
  check: (values, today) => {
    const refused = [
      ...inOrder(values, [
        ['date', '检查日期', 'rectify_due', '整改期限'],
        ['date', '检查日期', 'rectified_on', '整改完成日期'],
      ]),
      ...notInFuture(values, ['date', 'rectified_on'], today),
    ]
    const officers = new Set(String(values.officers).split(';'))
    const warned: Finding[] =
      officers.size < OFFICERS_NEEDED
        ? [
            {
              fault: { code: 'CX1060', params: { count: officers.size, needed: OFFICERS_NEEDED } },
              key: 'officers',
            },
          ]
        : []
    return { refused, warned }
  },
  pack: values => ({ ...packPlain(values), items: JSON.stringify(itemsOf(values)) }),
  unpack: ({ items, ...stored }) => ({ ...stored, ...(JSON.parse(String(items)) as Values) }),
  label: values => `${values.agency_name} ${values.batch} ${values.date}`,
  key: (values, agencyId) => [values.batch, agencyId, values.date].join('|'),
}

function itemsOf(values: Values): Record<string, string> {
  const items: Record<string, string> = {}
  for (const id of inspectionItems) if (typeof values[id] === 'string') items[id] = values[id]
  return items
}

/** Done after the due day, or not done and due before the as-of day. */
export function isOverdue(inspection: Inspection, asOf: Day): boolean {
  const { rectify_due: due, rectified_on: done } = inspection
  if (due === null) return false
  return done !== null && done <= asOf ? done > due : due < asOf
}
