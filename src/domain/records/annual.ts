// Annual checks and reports (年检、年度报告) of agencies and subjects: one result a year.
import type { Column } from '../imports/column.ts'
import { rosterColumns } from '../roster/agency.ts'
import {
  holderKey,
  holderNameColumn,
  isSubjects,
  notInFuture,
  packAll,
  type RecordKind,
  statesOf,
  subjectColumn,
  usccColumn,
} from './kind.ts'

const result = rosterColumns.find(c => c.key === 'annual_result')!

const columns: readonly Column[] = [
  usccColumn,
  holderNameColumn,
  { key: 'year', headers: ['年检年份', '年度', '报告年度'], type: { is: 'year' }, required: true },
  { ...result, key: 'result', headers: [...result.headers, '结论'], required: true },
  { key: 'reported_on', headers: ['报送日期', '报告日期'], type: { is: 'day' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
  subjectColumn,
]

export const annualKind: RecordKind = {
  table: 'annual_check',
  noun: 'annual',
  columns,
  // Made by the database of holder and year: a roster brings results too.
  derivedKey: true,
  day: 'year',
  states: statesOf('result', [
    ['passed', '合格'],
    ['failed', '不合格'],
    ['deferred', '暂缓通过'],
  ]),
  subject: 'known',
  oneHolder: true,
  nameKey: () => 'agency_name',
  agencyOptional: isSubjects,
  check: (values, today) => {
    const refused = notInFuture(values, ['reported_on'], today)
    const year = String(values.year)
    if (year > today.slice(0, 4))
      refused.push({ fault: { code: 'CX1038', params: { value: year, today } }, key: 'year' })
    return { refused, warned: [] }
  },
  pack: packAll(columns, ['uscc', 'agency_name', 'subject']),
  label: values => `${values.agency_name ?? values.subject} ${values.year}`,
  key: (values, agencyId, subjectId) => [holderKey(agencyId, subjectId), values.year].join('|'),
}
