// The score sheet of one agency, after annex 1 of 京人社市场发〔2013〕220号: every indicator with its
// points, the raters' marks, the score and what it rests on; then total, grade, notes and seal.

import { AlignmentType, type Document } from 'docx'
import { type Cell, grid } from './grid.ts'
import { around, cm, heading, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: 类别, 指标, 满分, three raters, 得分, 依据. */
const WIDTHS = [1.7, 5.0, 1.1, 1.35, 1.35, 1.35, 1.35, 4.0]

/** The template's document; tags as in the head lines and the table below. */
export function results(): Document {
  const right = AlignmentType.RIGHT
  const sum = (value: string, span: number): Cell => ({
    lines: [value],
    align: 'center',
    bold: true,
    size: SIZE.五号,
    span,
  })
  const table = grid(
    WIDTHS,
    [
      { cells: ['类别', '指标', '满分', '{rater1}', '{rater2}', '{rater3}', '得分', '依据'], header: true },
      {
        cells: [
          ...['{#rows}{category}', '{indicator}', '{points}', '{r1}', '{r2}', '{r3}', '{score}'],
          '{basis}{/rows}',
        ],
      },
      { cells: [sum('总　分', 5), sum('{total}', 2), sum('等级：{grade}', 1)], height: 0.9 },
    ],
    { height: 0.7, align: ['center', 'left', 'center', 'center', 'center', 'center', 'center', 'left'] },
  )
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(1.9), right: cm(1.9) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 17 })
  return paper('评分表', margin, [
    heading(8),
    field('机构名称：{agency_name}'),
    field('统一社会信用代码（许可证号）：{agency_code}'),
    field('推荐范围：{district}　　评估年度：{year}　　截止日：{as_of}'),
    line([text('评估方案：{scheme}', SIZE.五号)], { line: 17, after: 5 }),
    table,
    ...around('notes', [line([text('{.}', SIZE.小五)], { line: 14, before: 3 })]),
    line([text('评估单位（盖章）', SIZE.小四)], {
      align: right,
      line: 22,
      before: 26,
      indent: { right: 1100 },
    }),
    line([text('年　　月　　日', SIZE.小四)], { align: right, line: 22, indent: { right: 900 } }),
  ])
}
