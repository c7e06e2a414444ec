// An evaluation explained point by point: head lines, what holds down or is missing, then a table for each category with
// points, running total and everything that led to them.

import {
  AlignmentType,
  type Document,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { cm, FONT, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: 指标, 满分, 得分, 累计, 说明. */
const WIDTHS = [3.4, 1.3, 1.6, 1.7, 9.4]
const HEADS = ['指标', '满分', '得分', '累计', '评分、规则和记录']
const TAGS = ['{#rows}{indicator}', '{points}', '{score}', '{running}', '{lines}{/rows}']
const CELL_MARGINS = { top: 40, bottom: 40, left: 60, right: 60, marginUnitType: WidthType.DXA }

/** Tags: title name code district head[] notices[] sections{title sum rows{indicator source points score running lines}}. */
export function explanation(): Document {
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cm(WIDTHS.reduce((a, b) => a + b)), type: WidthType.DXA },
    columnWidths: WIDTHS.map(cm),
    alignment: AlignmentType.CENTER,
    rows: [row(HEADS, true), row(TAGS, false)],
  })
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(1.8), right: cm(1.8) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 17 })
  const small = (value: string) => line([text(value, SIZE.小五)], {})
  return paper('逐项说明', margin, [
    line([text('{title}', 36, FONT.title)], { align: AlignmentType.CENTER, line: 28, after: 8 }),
    field('名称：{name}'),
    field('代码（许可证号）：{code}　　推荐范围：{district}'),
    small('{#head}'),
    field('{.}'),
    small('{/head}'),
    small('{#notices}'),
    line([text('· {.}', SIZE.五号)], { line: 17, indent: { left: 240 } }),
    small('{/notices}'),
    small('{#sections}'),
    line([text('{title}　{sum}', SIZE.小四, FONT.label)], { line: 20, before: 10, after: 4, keepNext: true }),
    table,
    small('{/sections}'),
  ])
}

function row(cells: readonly string[], header: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(header ? { tableHeader: true } : {}),
    children: cells.map((tag, i) => {
      const first = i === 0 && !header
      const center = header || (i > 0 && i < cells.length - 1)
      const how = { line: 13, ...(center ? { align: AlignmentType.CENTER } : {}) }
      const run = text(tag, SIZE.小五, header ? FONT.label : FONT.body)
      return new TableCell({
        width: { size: cm(WIDTHS[i]!), type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        margins: CELL_MARGINS,
        children: first
          ? [line([run], how), line([text('{source}', SIZE.小五, FONT.body)], how)]
          : [line([run], how)],
      })
    }),
  })
}
