// An evaluation explained point by point: head lines, what holds down or is missing, then a table for each category with
// points, running total and everything that led to them.

import type { Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, FONT, heading, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: 指标, 满分, 得分, 累计, 说明. */
const WIDTHS = [3.4, 1.3, 1.6, 1.7, 9.4]

/** Tags: title name_label name code_label code has_district district head[] notices[] sections{title sum rows{indicator source points score running lines}}. */
export function explanation(): Document {
  const table = grid(
    WIDTHS,
    [
      { cells: ['指标', '满分', '得分', '累计', '评分、规则和记录'], header: true },
      {
        cells: [
          { lines: ['{#rows}{indicator}', '{source}'] },
          ...['{points}', '{score}', '{running}', '{lines}{/rows}'],
        ],
      },
    ],
    { align: ['left', 'center', 'center', 'center', 'left'] },
  )
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(1.8), right: cm(1.8) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 17 })
  return paper('逐项说明', margin, [
    heading(8),
    field('{name_label}：{name}'),
    field('{code_label}：{code}{#has_district}　　推荐范围：{district}{/has_district}'),
    ...around('head', [field('{.}')]),
    ...around('notices', [line([text('· {.}', SIZE.五号)], { line: 17, indent: { left: 240 } })]),
    ...around('sections', [
      line([text('{title}　{sum}', SIZE.小四, FONT.label)], {
        line: 20,
        before: 10,
        after: 4,
        keepNext: true,
      }),
      table,
    ]),
  ])
}
