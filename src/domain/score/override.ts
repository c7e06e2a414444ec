// How points are set by hand: as in a score sheet, with the reason and the document that stand for them.
import type { Column } from '../imports/column.ts'

/** How many points there may be depends on the indicator. */
export const overrideColumns: readonly Column[] = [
  { key: 'points', headers: ['得分'], type: { is: 'points', max: 1e7, indicator: '' }, required: true },
  { key: 'reason', headers: ['理由'], type: { is: 'text' }, required: true },
  { key: 'document', headers: ['依据文件'], type: { is: 'text' }, required: true },
]
