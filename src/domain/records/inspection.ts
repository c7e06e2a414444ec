// Inspections (春雷行动等检查): twenty items, officers, findings, rectification.
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import { nameKey } from '../text.ts'
import {
  agencyNameColumn,
  districtColumn,
  inOrder,
  notInFuture,
  packAll,
  type RecordKind,
  rectificationStates,
  usccColumn,
  wordOf,
} from './kind.ts'

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
export const OFFICERS_NEEDED = 2

/** Who is inspected: an agency on the roster, or whoever the campaign meets otherwise. */
export const inspectionTargets = ['agency', 'employer', 'unlicensed'] as const
export type InspectionTarget = (typeof inspectionTargets)[number]

export const inspectionItems: readonly string[] = Array.from(
  { length: 20 },
  (_, i) => `SC-${String(i + 1).padStart(2, '0')}`,
)

const TARGETS = {
  机构: 'agency',
  用人单位: 'employer',
  无证中介: 'unlicensed',
} satisfies Record<string, InspectionTarget>

const columns: readonly Column[] = [
  { key: 'batch', headers: ['检查批次', '批次'], type: { is: 'text' }, required: true },
  { key: 'date', headers: ['检查日期', '日期'], type: { is: 'day' }, required: true },
  usccColumn,
  { ...agencyNameColumn, required: false },
  {
    key: 'target_kind',
    headers: ['检查对象类型'],
    type: { is: 'choice', of: TARGETS },
  },
  // Whoever is not on the roster.
  { key: 'target', headers: ['检查对象', '被检查单位'], type: { is: 'text' } },
  districtColumn,
  { key: 'authority', headers: ['检查机关'], type: { is: 'text' } },
  { key: 'officers', headers: ['检查人员'], type: { is: 'texts' }, required: true },
  { key: 'market_officers', headers: ['市场监管人数'], type: { is: 'int', max: 1000 } },
  { key: 'police_officers', headers: ['公安人数'], type: { is: 'int', max: 1000 } },
  { key: 'other_officers', headers: ['其他部门人数'], type: { is: 'int', max: 1000 } },
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
  {
    key: 'refunded_fen',
    headers: ['责令退赔金额', '责令退赔金额(元)', 'refunded_yuan'],
    type: { is: 'money' },
  },
  { key: 'rectify_due', headers: ['整改期限'], type: { is: 'day' } },
  { key: 'rectified_on', headers: ['整改完成日期'], type: { is: 'day' } },
]

const packPlain = packAll(columns, ['agency_name', 'uscc', ...inspectionItems])

export const inspectionKind: RecordKind = {
  table: 'inspection',
  noun: 'inspection',
  columns,
  day: 'date',
  states: rectificationStates('rectify_due', 'rectified_on'),
  nameKey: () => 'agency_name',
  agencyOptional: values => targetOf(values) !== 'agency' || !namesAgency(values),
  check: (values, today) => {
    const refused = [
      ...inOrder(values, [
        ['date', '检查日期', 'rectify_due', '整改期限'],
        ['date', '检查日期', 'rectified_on', '整改完成日期'],
      ]),
      ...notInFuture(values, ['date', 'rectified_on'], today),
      ...targetFaults(values),
    ]
    const officers = new Set(String(values.officers).split(';').map(nameKey))
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
  label: values => `${values.agency_name ?? values.target} ${values.batch} ${values.date}`,
  key: (values, agencyId) => [values.batch, agencyId ?? values.target, values.date].join('|'),
}

/** A row that says nothing of it is about an agency. */
export function targetOf(values: Values): InspectionTarget {
  return (values.target_kind ?? 'agency') as InspectionTarget
}

const namesAgency = (values: Values) => values.uscc !== null || values.agency_name !== null

/** An agency is named by its code or name on the roster; anybody else as 检查对象, and not as an agency too. */
function targetFaults(values: Values): Finding[] {
  const lacks = (key: string, header: string): Finding => ({
    fault: { code: 'CX1023', params: { header } },
    key,
  })
  const target = targetOf(values)
  const excess = (key: string, header: string): Finding[] => {
    if (values[key] === null) return []
    const kind = wordOf(columns, 'target_kind', { target_kind: target })
    return [{ fault: { code: 'CX1117', params: { kind, header, value: String(values[key]) } }, key }]
  }
  if (target !== 'agency') {
    const unnamed = values.target === null ? [lacks('target', '检查对象')] : []
    const named =
      values.agency_name === null ? excess('uscc', '统一社会信用代码') : excess('agency_name', '机构名称')
    return [...unnamed, ...named]
  }
  if (namesAgency(values)) return excess('target', '检查对象')
  const untold = values.target !== null && values.target_kind === null
  return [untold ? lacks('target_kind', '检查对象类型') : lacks('agency_name', '机构名称')]
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
