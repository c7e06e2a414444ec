// Offenses (违法违规、不良信用、责任事故) of practitioners, of agencies and of other bodies, as other registers and departments tell them.
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'
import {
  agencyNameColumn,
  holderKey,
  isSubjects,
  notInFuture,
  packAll,
  personColumn,
  type RecordKind,
  statesOf,
  subjectColumn,
  usccColumn,
} from './kind.ts'

export interface Offense {
  offense_no: string | null
  /** A practitioner; null where it is the agency's own. */
  person: string | null
  kind: 'violation' | 'credit' | 'accident'
  serious?: 0 | 1 | null
  date: Day
}

const columns: readonly Column[] = [
  { key: 'offense_no', headers: ['记录编号', '编号'], type: { is: 'code' } },
  usccColumn,
  { ...agencyNameColumn, required: false },
  personColumn,
  {
    key: 'kind',
    headers: ['行为类别', '类别'],
    type: { is: 'choice', of: { 违法违规: 'violation', 不良信用: 'credit', 责任事故: 'accident' } },
    required: true,
  },
  { key: 'date', headers: ['认定日期', '日期'], type: { is: 'day' }, required: true },
  { key: 'authority', headers: ['认定机关'], type: { is: 'text' } },
  { key: 'fact', headers: ['事实', '违法违规事实'], type: { is: 'text' }, required: true },
  { key: 'serious', headers: ['情节严重'], type: { is: 'yes_no' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
  subjectColumn,
]

export const offenseKind: RecordKind = {
  table: 'offense',
  noun: 'offense',
  columns,
  day: 'date',
  states: statesOf('kind', [
    ['violation', '违法违规'],
    ['credit', '不良信用'],
    ['accident', '责任事故'],
  ]),
  nameKey: () => 'agency_name',
  subject: 'known',
  // A person whose agency is not told.
  agencyOptional: values =>
    isSubjects(values) || (values.person !== null && values.uscc === null && values.agency_name === null),
  check: (values, today) => ({ refused: notInFuture(values, ['date'], today), warned: [] }),
  pack: packAll(columns, ['uscc', 'agency_name', 'subject']),
  label: values =>
    String(
      values.offense_no ??
        `${values.person ?? values.agency_name ?? values.subject} ${values.fact} ${values.date}`,
    ),
  key: (values, agencyId, subjectId) =>
    String(
      values.offense_no ??
        [holderKey(agencyId, subjectId), values.person, values.kind, values.date, values.fact].join('|'),
    ),
}
