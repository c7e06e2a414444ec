// Activities (培训、公益、行业、调查、宣传、座谈、自查、报告) of an agency or another subject; a survey carries its satisfaction rate.
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'
import {
  agencyNameColumn,
  isSubjects,
  notInFuture,
  packAll,
  type RecordKind,
  statesOf,
  subjectColumn,
  usccColumn,
} from './kind.ts'

export interface Activity {
  kind: string
  title: string
  held_on: Day
  /** Millionths. */
  satisfaction: number | null
}

/** Kinds of activities; rules of schemes may name these. */
export const activityKinds = ['培训', '公益', '行业', '调查', '宣传', '座谈', '自查', '报告']

const columns: readonly Column[] = [
  usccColumn,
  { ...agencyNameColumn, required: false },
  {
    key: 'kind',
    headers: ['活动类型', '类型'],
    type: { is: 'choice', of: Object.fromEntries(activityKinds.map(kind => [kind, kind])) },
    required: true,
  },
  { key: 'title', headers: ['活动名称', '名称'], type: { is: 'text' }, required: true },
  { key: 'held_on', headers: ['日期', '活动日期'], type: { is: 'day' }, required: true },
  { key: 'head_count', headers: ['参加人数', '人数'], type: { is: 'int', max: 10_000_000 } },
  { key: 'satisfaction', headers: ['满意率', '满意度'], type: { is: 'rate' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
  { ...subjectColumn, headers: ['举办主体', '窗口或平台', ...subjectColumn.headers] },
]

export const activityKind: RecordKind = {
  table: 'activity',
  noun: 'activity',
  columns,
  day: 'held_on',
  states: statesOf(
    'kind',
    activityKinds.map(kind => [kind, kind] as const),
  ),
  nameKey: () => 'agency_name',
  subject: 'told',
  agencyOptional: isSubjects,
  check: (values, today) => ({ refused: notInFuture(values, ['held_on'], today), warned: [] }),
  pack: packAll(columns, ['agency_name', 'uscc']),
  label: values => `${values.agency_name ?? values.subject} ${values.title} ${values.held_on}`,
  key: (values, agencyId) =>
    [agencyId ?? values.subject, values.kind, values.held_on, values.title].join('|'),
}
