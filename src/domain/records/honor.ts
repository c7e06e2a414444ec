// Honors (表彰奖励) of agencies, of windows and other bodies, and of people.
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  inOrder,
  notInFuture,
  packAll,
  type RecordKind,
  stateWithDate,
  subjectColumn,
  usccColumn,
} from './kind.ts'

export interface Honor {
  cert_no: string | null
  holder: string
  holder_kind: 'agency' | 'window' | 'person' | 'institution' | 'platform' | 'community'
  title: string
  granted_on: Day
  valid_to: Day | null
  status: 'valid' | 'expired' | 'revoked'
  revoked_on: Day | null
}

const columns: readonly Column[] = [
  { key: 'cert_no', headers: ['证书编号'], type: { is: 'code' } },
  usccColumn,
  { key: 'holder', headers: ['持有者', '获奖者'], type: { is: 'text' }, required: true, unless: 'subject' },
  // Whose window or person it is; an agency's own honor names it as holder.
  { ...agencyNameColumn, required: false },
  {
    key: 'holder_kind',
    headers: ['持有者类型'],
    type: {
      is: 'choice',
      of: {
        机构: 'agency',
        窗口: 'window',
        个人: 'person',
        人员: 'person',
        就业服务机构: 'institution',
        公共机构: 'institution',
        平台: 'platform',
        社区: 'community',
      },
    },
  },
  { key: 'title', headers: ['荣誉名称', '称号'], type: { is: 'text' }, required: true },
  { key: 'level', headers: ['级别'], type: { is: 'text' } },
  { key: 'issuer', headers: ['授予机关', '颁发机关'], type: { is: 'text' } },
  { key: 'document', headers: ['授予文号'], type: { is: 'code' } },
  { key: 'granted_on', headers: ['授予日期'], type: { is: 'day' }, required: true },
  { key: 'valid_to', headers: ['有效期至'], type: { is: 'day', forever: true } },
  { key: 'plate_no', headers: ['标牌编号'], type: { is: 'code' } },
  {
    key: 'status',
    headers: ['状态'],
    type: { is: 'choice', of: { 有效: 'valid', 到期: 'expired', 撤销: 'revoked', 已撤销: 'revoked' } },
  },
  { key: 'revoked_on', headers: ['撤销日期'], type: { is: 'day' } },
  { key: 'revocation_document', headers: ['撤销文号'], type: { is: 'code' } },
  { key: 'reason', headers: ['撤销原因'], type: { is: 'text' } },
  { key: 'plate_returned_on', headers: ['标牌收回日期'], type: { is: 'day' } },
  subjectColumn,
]

export const honorKind: RecordKind = {
  table: 'honor',
  noun: 'honor',
  columns,
  day: 'granted_on',
  states: [
    ...(
      [
        ['valid', '有效'],
        ['expired', '到期'],
        ['revoked', '撤销'],
        ['not_yet', '未到授予日'],
      ] as const
    ).map(([name, word]) => ({
      name,
      word,
      holds: (values: Values, today: Day) => honorStatus(values as unknown as Honor, today) === name,
    })),
    { name: 'plate_outstanding', word: '标牌未收回', pressing: true, holds: isPlateOutstanding },
  ],
  // A number stays with the honor that had it first, also once the plate is back: papers and archives name it.
  unique: ['plate_no'],
  subject: 'known',
  ofSubject: (values, { kind, name }) => {
    values.holder ??= name
    values.holder_kind ??= kind
  },
  nameKey: values => (values.agency_name === null && isAgencys(values) ? 'holder' : 'agency_name'),
  // An honor of a person, a window or another body that names no agency belongs to nobody on the roster.
  agencyOptional: values => values.uscc === null && values.agency_name === null && !isAgencys(values),
  check: (values, today) => {
    if (isAgencys(values)) values.holder_kind = 'agency'
    values.status ??= values.revoked_on === null ? 'valid' : 'revoked'
    if (typeof values.plate_no === 'string') values.plate_no = plateNo(values.plate_no)
    const refused = inOrder(values, [
      ['granted_on', '授予日期', 'valid_to', '有效期至'],
      ['granted_on', '授予日期', 'revoked_on', '撤销日期'],
      ['granted_on', '授予日期', 'plate_returned_on', '标牌收回日期'],
    ])
    refused.push(...notInFuture(values, ['revoked_on', 'plate_returned_on'], today))
    const revoked = { key: 'status', name: '状态', value: 'revoked', word: '撤销' }
    const state = stateWithDate(values, revoked, { key: 'revoked_on', name: '撤销日期' })
    refused.push(...state.refused)
    // No document takes back what stands.
    if (values.status !== 'revoked' && (values.revocation_document ?? null) !== null) {
      const params = { value: String(values.revocation_document), header: '撤销文号', needs: '状态“撤销”' }
      refused.push({ fault: { code: 'CX1039', params }, key: 'revocation_document' })
    }
    // A grant may be dated ahead (announced for later); it has simply not happened yet.
    const ahead = String(values.granted_on)
    const warned: Finding[] =
      ahead > today ? [{ fault: { code: 'CX1064', params: { value: ahead, today } }, key: 'granted_on' }] : []
    return { refused, warned: [...state.warned, ...warned] }
  },
  pack: packAll(columns, ['uscc', 'agency_name', 'subject']),
  label: values => String(values.cert_no ?? `${values.holder} ${values.title} ${values.granted_on}`),
  key: values => String(values.cert_no ?? [values.holder, values.title, values.granted_on].join('|')),
}

/** BJ 三(八)2: the plate is taken back with the honor. */
export function isPlateOutstanding(values: Values, today: Day): boolean {
  return (
    honorStatus(values as unknown as Honor, today) === 'revoked' &&
    values.plate_no !== null &&
    (values.plate_returned_on === null || values.plate_returned_on! > today)
  )
}

/** However it is spaced or cased, it is one plate. */
export function plateNo(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase()
}

/** One of which nobody says whose it is, is an agency's own. */
function isAgencys({ holder_kind = null, subject = null }: Values): boolean {
  return holder_kind === null ? subject === null : holder_kind === 'agency'
}

/** Whether the honor stands on the day: granted by it, not yet run out, not yet revoked. */
export function honorStatus(honor: Honor, asOf: Day): 'valid' | 'expired' | 'revoked' | 'not_yet' {
  if (honor.granted_on > asOf) return 'not_yet'
  if (honor.status === 'revoked' && (honor.revoked_on === null || honor.revoked_on <= asOf)) return 'revoked'
  if (honor.valid_to !== null) return honor.valid_to < asOf ? 'expired' : 'valid'
  return honor.status === 'expired' ? 'expired' : 'valid'
}
