// Papers that were handed in (报送材料): what institutions apply with, and what goes out with a recommendation (BJ 三(七):
// 推荐表、机构自评总结、指标评估结果; LY 五1: 申报表; LY 附件4: 备案表).
import type { Day } from '../day.ts'
import type { Column, Finding, Values } from '../imports/column.ts'
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
  wordOf,
} from './kind.ts'
import type { PaperKind } from './paper-problems.ts'

const columns: readonly Column[] = [
  { key: 'year', headers: ['评估年度', '年度'], type: { is: 'year' }, required: true },
  usccColumn,
  holderNameColumn,
  {
    key: 'kind',
    headers: ['材料', '材料名称'],
    type: {
      is: 'choice',
      of: {
        推荐表: 'form',
        自评总结: 'self_summary',
        机构自评总结: 'self_summary',
        评估结果: 'result',
        指标评估结果: 'result',
        申报表: 'application',
        备案表: 'filing',
        其他: 'other',
      } satisfies Record<string, PaperKind>,
    },
    required: true,
  },
  { key: 'received_on', headers: ['收到日期', '报送日期'], type: { is: 'day' }, required: true },
  { key: 'scheme', headers: ['方案'], type: { is: 'text' } },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
  subjectColumn,
]

export const paperKind: RecordKind = {
  table: 'paper',
  noun: 'paper',
  columns,
  day: 'received_on',
  states: statesOf('kind', [
    ['form', '推荐表'],
    ['self_summary', '自评总结'],
    ['result', '评估结果'],
    ['application', '申报表'],
    ['filing', '备案表'],
    ['other', '其他'],
  ]),
  subject: 'known',
  oneHolder: true,
  // Not received yet.
  unfilled: 'received_on',
  nameKey: () => 'agency_name',
  agencyOptional: isSubjects,
  check: (values, today) => {
    const found = yearFaults(values)
    return {
      refused: [...notInFuture(values, ['received_on'], today), ...found.refused],
      warned: found.warned,
    }
  },
  pack: packAll(columns, ['uscc', 'agency_name', 'subject']),
  label: values =>
    `${values.agency_name ?? values.subject} ${values.year} ${wordOf(columns, 'kind', values)}`,
  key: (values, agencyId, subjectId) =>
    [holderKey(agencyId, subjectId), values.year, values.kind, values.scheme].join('|'),
}

/** Nobody hands in papers of a year that has not begun; those of a year long past are more likely a slip. */
function yearFaults({ year, received_on: received }: Values): { refused: Finding[]; warned: Finding[] } {
  if (typeof year !== 'number' || typeof received !== 'string') return { refused: [], warned: [] }
  const handedIn = Number((received as Day).slice(0, 4))
  const finding: Finding = { fault: { code: 'CX1360', params: { year, received } }, key: 'year' }
  if (year > handedIn) return { refused: [finding], warned: [] }
  return { refused: [], warned: handedIn > year + 1 ? [finding] : [] }
}

/** What one paper of somebody tells the check of a nomination. */
export interface Paper {
  year: number
  kind: PaperKind
  /** Null counts for every scheme of the year. */
  scheme: string | null
}
