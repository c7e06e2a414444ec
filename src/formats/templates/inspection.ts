// The inspection sheet of one agency (检查记录表): who inspects whom, every item of the checklist with its basis and
// boxes to tick, findings, measure, signatures. One page, to be filled in by hand.

import {
  AlignmentType,
  type Document,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { cm, FONT, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: number, item, basis, result. */
const WIDTHS = [1.6, 6.2, 5.4, 4.2]
const CELL_MARGINS = { top: 20, bottom: 20, left: 60, right: 60, marginUnitType: WidthType.DXA }
const BOXES = '□合格 □不合格 □不适用'

/** The template's document; tags as in the head lines and the table below. */
export function inspection(): Document {
  const center = AlignmentType.CENTER
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cm(WIDTHS.reduce((a, b) => a + b)), type: WidthType.DXA },
    columnWidths: WIDTHS.map(cm),
    alignment: center,
    rows: [
      row(0.6, [label('编号'), label('检查项目'), label('依据'), label('结果')], true),
      row(0.6, [
        cell('{#items}{id}', center),
        cell('{name}'),
        cell('{basis}'),
        cell(`${BOXES}{/items}`, center),
      ]),
      row(2.4, [label('发现问题'), wide([''])]),
      row(1.1, [
        label('处理措施'),
        wide(['', '责令退赔金额：　　　　　元　　整改期限：　　　年　　月　　日']),
      ]),
      row(1.3, [
        label('签字'),
        wide([
          '检查人员：　　　　　　　　、　　　　　　　　　　　　　　年　　月　　日',
          '被检查机构（盖章）：　　　　　　　经办人：　　　　　　　年　　月　　日',
        ]),
      ]),
    ],
  })
  const margin = { top: cm(1.6), bottom: cm(1.8), left: cm(1.8), right: cm(1.8) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 15 })
  return paper('检查记录表', margin, [
    line([text('{title}记录表', 36, FONT.title)], { align: center, line: 26, after: 4 }),
    field('检查批次：{batch}　　{district}　第{number}号'),
    field('机构名称：{agency_name}'),
    field('统一社会信用代码（许可证号）：{agency_code}'),
    field('地址：{address}'),
    field('检查机关：{authority}'),
    line([text('检查人员：{officers}　　检查日期：　　　年　　月　　日　　配合检查：□是　□否', SIZE.五号)], {
      line: 15,
    }),
    line([text('其他部门人员：市场监管　　　人、公安　　　人、其他部门　　　人', SIZE.五号)], {
      line: 15,
      after: 4,
    }),
    table,
    line([text('检查人员不少于{officers_min}名并出示证件（{officers_clause}）。', SIZE.小五)], {
      line: 12,
      before: 3,
    }),
  ])
}

function row(height: number, children: TableCell[], header = false): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(header ? { tableHeader: true } : {}),
    height: { value: cm(height), rule: HeightRule.ATLEAST },
    children,
  })
}

function label(value: string): TableCell {
  return boxed([line([text(value, SIZE.小五, FONT.label)], { align: AlignmentType.CENTER, line: 12 })])
}

function cell(value: string, align?: (typeof AlignmentType)[keyof typeof AlignmentType]): TableCell {
  return boxed([line([text(value, SIZE.小五)], { line: 12, ...(align ? { align } : {}) })])
}

/** Beside a label, over the rest of the width. */
function wide(lines: string[]): TableCell {
  return boxed(
    lines.map(value => line([text(value, SIZE.小五)], { line: 18 })),
    WIDTHS.length - 1,
  )
}

function boxed(children: Paragraph[], span = 1): TableCell {
  return new TableCell({
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: VerticalAlign.CENTER,
    margins: CELL_MARGINS,
    children,
  })
}
