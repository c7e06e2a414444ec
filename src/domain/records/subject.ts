// Subjects besides agencies: practitioners, windows, institutions, platforms, communities.
import type { Column, Finding, Values } from '../imports/column.ts'
import {
  agencyNameColumn,
  districtColumn,
  inOrder,
  packAll,
  type RecordKind,
  statesOf,
  usccColumn,
  wordOf,
} from './kind.ts'
import { subjectTypes, typesOf, typeWord } from './subject-type.ts'

const columns: readonly Column[] = [
  {
    key: 'kind',
    headers: ['主体类型', '类型'],
    type: {
      is: 'choice',
      of: { 人员: 'person', 窗口: 'window', 机构: 'institution', 平台: 'platform', 社区: 'community' },
    },
    required: true,
  },
  {
    key: 'type',
    headers: ['类型细分', '主体类别', '窗口类型', '机构类型', '平台级别'],
    type: { is: 'choice', of: subjectTypes },
  },
  // `name` alone would be an agency's in every other file.
  { key: 'name', headers: ['姓名或名称', '名称', '姓名'], type: { is: 'text' }, required: true },
  { key: 'code', headers: ['主体编号', '工号', '编号'], type: { is: 'code' } },
  usccColumn,
  { ...agencyNameColumn, headers: ['所属机构', '机构名称', '单位名称'], required: false },
  districtColumn,
  { key: 'parent', headers: ['主管单位', '上级单位'], type: { is: 'text' } },
  { key: 'post', headers: ['岗位', '职务'], type: { is: 'text' } },
  { key: 'certificate', headers: ['资格证书编号'], type: { is: 'code' } },
  { key: 'started_on', headers: ['入职日期', '设立日期', '起始日期'], type: { is: 'day' } },
  { key: 'ended_on', headers: ['离职日期', '撤销日期', '终止日期'], type: { is: 'day' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

export const subjectKind: RecordKind = {
  table: 'subject',
  noun: 'subject',
  columns,
  day: 'started_on',
  states: statesOf('kind', [
    ['person', '人员'],
    ['window', '窗口'],
    ['institution', '机构'],
    ['platform', '平台'],
    ['community', '社区'],
  ]),
  filters: ['type'],
  nameKey: () => 'agency_name',
  agencyOptional: values => values.uscc === null && values.agency_name === null,
  check: values => ({
    refused: [
      ...inOrder(values, [['started_on', '入职日期', 'ended_on', '离职日期']]),
      ...otherKinds(values),
    ],
    warned: [],
  }),
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values => String(values.name),
  key: (values, agencyId) =>
    String(
      values.code ?? [values.kind, agencyId ?? values.district_code, values.parent, values.name].join('|'),
    ),
}

/** A window is of no kind that platforms are. */
function otherKinds({ kind, type = null }: Values): Finding[] {
  const own = typesOf(String(kind))
  if (type === null || own.includes(String(type))) return []
  const params = {
    value: typeWord(String(type)),
    kind: wordOf(columns, 'kind', { kind: kind ?? null }),
    allowed: own.map(typeWord).join('、'),
  }
  return [{ fault: { code: 'CX1205', params }, key: 'type' }]
}
