// Papers handed in before the deadline by those who hoped for a place: recommendation form and self-summary. The results
// are computed, nobody hands them in.

import type { Agency } from './model.ts'
import { randomFor } from './random.ts'

export const PAPER_HEADER = ['评估年度', '统一社会信用代码', '机构名称', '材料', '收到日期', '备注']

/** Working days of the last week. */
const DAYS = ['2013-10-28', '2013-10-29', '2013-10-30', '2013-10-31', '2013-11-01', '2013-11-04']

/** No nominee is below; `perfect` and `sheetsLike` have no quality of their own. */
const HOPEFUL = 0.78

export function paperRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('papers')
  return agencies
    .filter(({ part }) => part.perfect || part.sheetsLike !== undefined || (part.quality ?? 0) >= HOPEFUL)
    .flatMap(({ uscc, name }) => {
      const day = random.pick(DAYS)
      return ['推荐表', '机构自评总结'].map(paper => ['2013', uscc, name, paper, day, ''])
    })
}
