// The four service systems (服务公示、承诺、台账、反馈制度) of an agency, each as it was found last: ZS 三(一), BJ 三(三).
import { type Column, officialChoices } from '../imports/column.ts'
import { agencyNameColumn, inOrder, notInFuture, packAll, type RecordKind, usccColumn } from './kind.ts'

const NAMES = {
  公示: 'disclosure',
  服务公示制度: 'disclosure',
  承诺: 'commitment',
  服务承诺制度: 'commitment',
  台账: 'ledger',
  服务台账制度: 'ledger',
  反馈: 'feedback',
  服务反馈制度: 'feedback',
}

/** In the order of the notices. */
export const serviceSystems = officialChoices(NAMES)

const columns: readonly Column[] = [
  usccColumn,
  agencyNameColumn,
  { key: 'system', headers: ['制度', '服务制度'], type: { is: 'choice', of: NAMES }, required: true },
  {
    key: 'state',
    headers: ['建立情况', '状态'],
    type: { is: 'choice', of: { 已建立: 'built', 未建立: 'missing', 已建: 'built', 缺失: 'missing' } },
    required: true,
  },
  { key: 'checked_on', headers: ['核查日期', '日期'], type: { is: 'day' }, required: true },
  { key: 'rebuild_by', headers: ['补建期限'], type: { is: 'day' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

export const systemKind: RecordKind = {
  table: 'system',
  noun: 'system',
  columns,
  day: 'checked_on',
  states: [
    { name: 'built', word: '已建立', holds: values => values.state === 'built' },
    { name: 'missing', word: '未建立', holds: values => values.state === 'missing' },
    {
      name: 'overdue',
      word: '补建超期',
      pressing: true,
      holds: ({ state, rebuild_by }, today) =>
        state === 'missing' && typeof rebuild_by === 'string' && rebuild_by < today,
    },
  ],
  nameKey: () => 'agency_name',
  check: (values, today) => ({
    refused: [
      ...(values.state === 'missing'
        ? inOrder(values, [['checked_on', '核查日期', 'rebuild_by', '补建期限']])
        : []),
      ...notInFuture(values, ['checked_on'], today),
    ],
    warned: [],
  }),
  pack: packAll(columns, ['uscc', 'agency_name']),
  label: values =>
    `${values.agency_name} ${serviceSystems.find(s => s.name === values.system)?.word ?? values.system}`,
  key: (values, agencyId) => [agencyId, values.system].join('|'),
}
