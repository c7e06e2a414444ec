// Complaints (投诉举报) of agencies and of subjects. Whether one is a verified dishonest complaint is decided by its columns.
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import { isOverdue } from './complaint-limit.ts'
import {
  holderNameColumn,
  inOrder,
  isSubjects,
  notInFuture,
  packAll,
  type RecordKind,
  subjectColumn,
  usccColumn,
  wordOf,
} from './kind.ts'

export type ComplaintFinding = 'upheld' | 'partly_upheld' | 'not_upheld' | 'withdrawn'

export interface Complaint {
  complaint_no: string
  received_on: Day
  category: string
  summary: string | null
  /** 1 when the officer found it to concern integrity. */
  dishonest: number | null
  accepted_on: Day | null
  due_on: Day | null
  closed_on: Day | null
  finding: ComplaintFinding | null
  /** 1 when the officer found it to be serious; absent where nobody decided. */
  serious?: number | null
}

/** As lists and rates see it: also what no rule of a scheme looks at. */
export interface ComplaintCase extends Complaint {
  answered_on: Day | null
  window_kind: WindowKind | null
  /** Number of the complaint that this one repeats: it is handled and counted there. */
  duplicate_of: string | null
}

export type WindowKind = 'market' | 'petition' | 'labor_inspection' | 'arbitration' | 'legal_advice'

/** What complaints are about; rules of schemes may name these. */
export const complaintCategories = ['虚假信息', '收费争议', '用工权益', '客户权益', '其他']

const columns: readonly Column[] = [
  { key: 'complaint_no', headers: ['投诉编号', '编号'], type: { is: 'code' }, required: true },
  { key: 'received_on', headers: ['收到日期', '投诉日期'], type: { is: 'day' }, required: true },
  { key: 'channel', headers: ['渠道', '来源'], type: { is: 'text' } },
  { ...holderNameColumn, headers: ['被投诉机构', ...holderNameColumn.headers] },
  usccColumn,
  { key: 'complainant', headers: ['投诉人'], type: { is: 'text' }, personal: true },
  { key: 'contact', headers: ['联系方式', '联系电话'], type: { is: 'code', phone: true }, personal: true },
  {
    key: 'category',
    headers: ['类别', '投诉类别'],
    type: {
      is: 'choice',
      of: Object.fromEntries(complaintCategories.map(category => [category, category])),
    },
    required: true,
  },
  { key: 'summary', headers: ['事项摘要', '摘要', '投诉事项'], type: { is: 'text' } },
  { key: 'dishonest', headers: ['涉不诚信', '是否涉不诚信'], type: { is: 'yes_no' } },
  { key: 'answered_on', headers: ['首次答复日期', '答复日期'], type: { is: 'day' } },
  { key: 'accepted_on', headers: ['受理日期'], type: { is: 'day' } },
  { key: 'due_on', headers: ['办结时限', '办理期限'], type: { is: 'day' } },
  { key: 'closed_on', headers: ['办结日期'], type: { is: 'day' } },
  {
    key: 'finding',
    headers: ['查处结论', '结论'],
    type: {
      is: 'choice',
      of: { 属实: 'upheld', 部分属实: 'partly_upheld', 不属实: 'not_upheld', 撤回: 'withdrawn' },
    },
  },
  { key: 'outcome', headers: ['处理结果'], type: { is: 'text' } },
  { key: 'handler', headers: ['承办人'], type: { is: 'text' } },
  {
    key: 'window_kind',
    headers: ['办理窗口', '受理窗口'],
    type: {
      is: 'choice',
      of: {
        市场管理: 'market',
        信访: 'petition',
        劳动监察: 'labor_inspection',
        劳动仲裁: 'arbitration',
        法律咨询: 'legal_advice',
      },
    },
  },
  { key: 'first_due_on', headers: ['原办结时限'], type: { is: 'day' } },
  { key: 'extension_reason', headers: ['延期理由'], type: { is: 'text' } },
  { key: 'duplicate_of', headers: ['重复于', '并入编号'], type: { is: 'code' } },
  { key: 'decided_by', headers: ['认定人'], type: { is: 'text' } },
  { ...subjectColumn, headers: [...subjectColumn.headers, '被投诉人', '被投诉窗口'] },
  // SD 三(五)2: verified three times or more, and serious.
  { key: 'serious', headers: ['情节严重'], type: { is: 'yes_no' } },
]

export const complaintKind: RecordKind = {
  table: 'complaint',
  noun: 'complaint',
  columns,
  day: 'received_on',
  states: [
    // A duplicate is open and closed with its original.
    { name: 'open', word: '未办结', holds: v => v.duplicate_of === null && v.closed_on === null },
    { name: 'closed', word: '已办结', holds: v => v.duplicate_of === null && v.closed_on !== null },
    {
      name: 'overdue',
      word: '超期',
      pressing: true,
      holds: (v, today, limits) => isOverdue(v, today, limits) === true,
    },
    { name: 'duplicate', word: '重复', holds: v => v.duplicate_of !== null },
  ],
  subject: 'known',
  nameKey: () => 'agency_name',
  agencyOptional: isSubjects,
  check: (values, today) => {
    const refused = [
      ...inOrder(values, [
        ['received_on', '收到日期', 'answered_on', '首次答复日期'],
        ['received_on', '收到日期', 'accepted_on', '受理日期'],
        ['received_on', '收到日期', 'due_on', '办结时限'],
        ['received_on', '收到日期', 'first_due_on', '原办结时限'],
        ['first_due_on', '原办结时限', 'due_on', '办结时限'],
        ['received_on', '收到日期', 'closed_on', '办结日期'],
        ['accepted_on', '受理日期', 'closed_on', '办结日期'],
      ]),
      ...notInFuture(values, ['received_on', 'answered_on', 'accepted_on', 'closed_on'], today),
    ]
    if (values.closed_on === null && values.finding !== null) {
      const params = { value: wordOf(columns, 'finding', values), header: '查处结论', needs: '办结日期' }
      refused.push({ fault: { code: 'CX1039', params }, key: 'finding' })
    }
    const needs = (key: string, header: string, needed: string) =>
      refused.push({
        fault: { code: 'CX1039', params: { value: String(values[key]), header, needs: needed } },
        key,
      })
    const has = (key: string) => (values[key] ?? null) !== null
    if (has('first_due_on') && !has('due_on')) needs('first_due_on', '原办结时限', '办结时限')
    if (has('extension_reason') && !has('first_due_on')) needs('extension_reason', '延期理由', '原办结时限')
    if (has('duplicate_of') && values.duplicate_of === values.complaint_no)
      refused.push({
        fault: { code: 'CX1101', params: { value: values.complaint_no as string } },
        key: 'duplicate_of',
      })
    const noFinding = values.closed_on !== null && values.finding === null
    const params = { value: String(values.closed_on), header: '办结日期', needs: '查处结论' }
    const warned: Finding[] = noFinding ? [{ fault: { code: 'CX1071', params }, key: 'closed_on' }] : []
    return { refused, warned }
  },
  complete: nameDecider,
  repeats: 'duplicate_of',
  pack: packAll(columns, ['agency_name', 'uscc', 'subject']),
  label: values => String(values.complaint_no),
  key: values => String(values.complaint_no),
}

/** Upheld at least in part. */
export function isUpheld({ finding }: { finding?: unknown }): boolean {
  return finding === 'upheld' || finding === 'partly_upheld'
}

/**
 * Whether an upheld complaint concerns integrity, and whether it is serious, is a named officer's decision. Where a
 * closed one says so and names nobody, it is the one who decided before, else its handler, else who enters it.
 */
export function nameDecider(values: Values, operator: string, before: Values | null): void {
  if (values.closed_on === null || !isUpheld(values)) return
  if (values.dishonest === null && (values.serious ?? null) === null) return
  values.decided_by ??= before?.decided_by ?? values.handler ?? operator
}

/** Closed by the day, upheld at least in part: the complaint is verified. */
export function isVerified(complaint: Complaint, asOf: Day): boolean {
  return isClosed(complaint, asOf) && isUpheld(complaint)
}

/** A closing dated after the as-of day has not happened yet. */
export function isClosed(complaint: Complaint, asOf: Day): boolean {
  return complaint.closed_on !== null && complaint.closed_on <= asOf
}

/** Closed without a finding on record: whether it was upheld is not known. */
export function isUndetermined(complaint: Complaint, asOf: Day): boolean {
  return isClosed(complaint, asOf) && complaint.finding === null
}
