// The score sheet of one agency, after annex 1 of 京人社市场发〔2013〕220号: every indicator with its
// points, the raters' marks, the score and what it rests on; then total, grade, notes and seal.

import {
  AlignmentType,
  type Document,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { cm, FONT, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: 类别, 指标, 满分, three raters, 得分, 依据. */
const WIDTHS = [1.7, 5.0, 1.1, 1.35, 1.35, 1.35, 1.35, 4.0]
const CELL_MARGINS = { top: 40, bottom: 40, left: 60, right: 60, marginUnitType: WidthType.DXA }

type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

interface CellText {
  tag: string
  align?: Align
  bold?: boolean
  span?: number
}

/** The template's document; tags as in the head lines and the table below. */
export function results(): Document {
  const center = AlignmentType.CENTER
  const right = AlignmentType.RIGHT
  const head = ['类别', '指标', '满分', '{rater1}', '{rater2}', '{rater3}', '得分', '依据']
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cm(WIDTHS.reduce((a, b) => a + b)), type: WidthType.DXA },
    columnWidths: WIDTHS.map(cm),
    alignment: center,
    rows: [
      tableRow(
        head.map(tag => ({ tag, align: center, bold: true })),
        { header: true, font: FONT.label },
      ),
      tableRow([
        { tag: '{#rows}{category}', align: center },
        { tag: '{indicator}' },
        { tag: '{points}', align: center },
        { tag: '{r1}', align: center },
        { tag: '{r2}', align: center },
        { tag: '{r3}', align: center },
        { tag: '{score}', align: center },
        { tag: '{basis}{/rows}' },
      ]),
      tableRow(
        [
          { tag: '总　分', align: center, bold: true, span: 5 },
          { tag: '{total}', align: center, bold: true, span: 2 },
          { tag: '等级：{grade}', align: center, bold: true },
        ],
        { size: SIZE.五号, height: 0.9 },
      ),
    ],
  })
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(1.9), right: cm(1.9) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 17 })
  return paper('评分表', margin, [
    line([text('{title}', 36, FONT.title)], { align: center, line: 28, after: 8 }),
    field('机构名称：{agency_name}'),
    field('统一社会信用代码（许可证号）：{agency_code}'),
    field('推荐范围：{district}　　评估年度：{year}　　截止日：{as_of}'),
    line([text('评估方案：{scheme}', SIZE.五号)], { line: 17, after: 5 }),
    table,
    line([text('{#notes}', SIZE.小五)], { line: 14, before: 3 }),
    line([text('{.}', SIZE.小五)], { line: 14, before: 3 }),
    line([text('{/notes}', SIZE.小五)], { line: 14 }),
    line([text('评估单位（盖章）', SIZE.小四)], {
      align: right,
      line: 22,
      before: 26,
      indent: { right: 1100 },
    }),
    line([text('年　　月　　日', SIZE.小四)], { align: right, line: 22, indent: { right: 900 } }),
  ])
}

function tableRow(
  cells: CellText[],
  how: { header?: boolean; font?: string; size?: number; height?: number } = {},
): TableRow {
  let column = 0
  return new TableRow({
    cantSplit: true,
    ...(how.header ? { tableHeader: true } : {}),
    height: { value: cm(how.height ?? 0.7), rule: HeightRule.ATLEAST },
    children: cells.map(cell => {
      const span = cell.span ?? 1
      const width = WIDTHS.slice(column, column + span).reduce((a, b) => a + b)
      column += span
      const run = text(cell.tag, how.size ?? SIZE.小五, how.font, cell.bold ? { bold: true } : {})
      return new TableCell({
        width: { size: cm(width), type: WidthType.DXA },
        ...(span > 1 ? { columnSpan: span } : {}),
        verticalAlign: VerticalAlign.CENTER,
        margins: CELL_MARGINS,
        children: [line([run], { line: 13, ...(cell.align ? { align: cell.align } : {}) })],
      })
    }),
  })
}
