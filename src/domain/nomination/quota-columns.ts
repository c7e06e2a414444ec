// A table of places (名额表): so many places for each jurisdiction, as the authority gave them.
import type { Column } from '../imports/column.ts'
import type { RowRules } from '../imports/row-rules.ts'

export const quotaColumns: readonly Column[] = [
  { key: 'district_code', headers: ['区划代码', 'area_code'], type: { is: 'code' } },
  { key: 'district', headers: ['推荐范围', '所属区县', '辖区', 'unit'], type: { is: 'text' } },
  { key: 'quota', headers: ['推荐名额', '名额', 'seats'], type: { is: 'int', max: 100_000 }, required: true },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

/** No row of it is about an agency. */
export const quotaRules: RowRules = { wanted: () => null }

/** Tables of offices end in a row that adds the others up. */
export function isTotalRow(district: string | null, code: string | null): boolean {
  return code === null && district !== null && /^[合总]\s*计$/.test(district)
}
