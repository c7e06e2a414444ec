// Score sheets (评分表): wide, one column per indicator, or long, one row per rating. Columns follow the scheme.
import type { Column } from '../imports/column.ts'
import type { RowRules } from '../imports/row-rules.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** JSON key of an indicator's rating in a wide sheet. */
export function ratingKey(indicator: number): string {
  return `rating_${indicator}`
}

export function sheetColumns(scheme: Scheme): Column[] {
  const highest = Math.max(...scheme.indicators.map(i => i.points))
  return [
    { key: 'year', headers: ['评估年度', '年度'], type: { is: 'year' }, required: true },
    { key: 'scheme', headers: ['方案', '评估方案'], type: { is: 'text' }, required: true },
    { key: 'uscc', headers: ['统一社会信用代码', '信用代码', '社会信用代码'], type: { is: 'uscc' } },
    { key: 'name', headers: ['机构名称', '单位名称', 'agency_name'], type: { is: 'text' } },
    { key: 'rater_kind', headers: ['评价主体'], type: { is: 'text' }, required: true },
    { key: 'rater', headers: ['评价人'], type: { is: 'text' }, required: true },
    ...scheme.indicators.map(
      (indicator): Column => ({
        key: ratingKey(indicator.number),
        headers: [
          `${indicator.number}.${indicator.name}`,
          `${indicator.number}${indicator.name}`,
          indicator.name,
          String(indicator.number),
        ],
        number: indicator.number,
        type: { is: 'points', max: indicator.points, indicator: `${indicator.number}.${indicator.name}` },
      }),
    ),
    { key: 'indicator', headers: ['指标号', '指标序号'], type: { is: 'int', max: 999 } },
    { key: 'points', headers: ['得分', '评分'], type: { is: 'points', max: highest, indicator: '' } },
    { key: 'basis', headers: ['依据'], type: { is: 'text' } },
    { key: 'note', headers: ['备注'], type: { is: 'text' } },
  ]
}

/** A sheet names its agency by code or by name. */
export const sheetRules: RowRules = {
  wanted: ({ uscc, name }) => ({
    uscc: uscc as string | null,
    license_no: null,
    name: name as string | null,
    district_code: null,
  }),
}
