// The recommendation form, annex 3 of 京人社市场发〔2013〕220号: three rows, one page, room for a seal; below it what is
// attached.

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
import { around, cm, FONT, line, paper, SIZE, text } from './paper.ts'

// Wide enough for six characters, so that 推荐机构名称 stands on one line.
const LABEL_WIDTH = cm(4.1)
const VALUE_WIDTH = cm(11.7)
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100, marginUnitType: WidthType.DXA }

/** The template's document; tags: title agency_name reasons opinion_label opinion attachments footer_note check_line. */
export function recommendation(): Document {
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LABEL_WIDTH + VALUE_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, VALUE_WIDTH],
    alignment: AlignmentType.CENTER,
    rows: [
      row(1.5, '推荐机构名称', VerticalAlign.CENTER, [
        line([text('{agency_name}', SIZE.三号)], { align: AlignmentType.CENTER, line: 26 }),
      ]),
      row(
        9.4,
        '推荐理由',
        VerticalAlign.TOP,
        around('reasons', [
          line([text('{.}', SIZE.小四)], { line: 20, indent: { firstLine: SIZE.小四 * 20 } }),
        ]),
        false,
      ),
      row(6.8, '{opinion_label}', VerticalAlign.BOTTOM, [
        // The opinion stands at the upper end of the cell, the seal always at its lower end.
        line([text('{opinion}', SIZE.三号)], { line: 26, indent: { firstLine: SIZE.三号 * 20 } }),
        line([text('（公章）', SIZE.三号)], {
          align: AlignmentType.RIGHT,
          line: 26,
          before: 72,
          indent: { right: 1400 },
        }),
        line([text('年　　月　　日', SIZE.三号)], {
          align: AlignmentType.RIGHT,
          line: 26,
          indent: { right: 560 },
        }),
      ]),
    ],
  })
  const margin = { top: cm(2.5), bottom: cm(2.5), left: cm(2.6), right: cm(2.6) }
  return paper('推荐表', margin, [
    line([text('{title}', SIZE.二号, FONT.title)], { align: AlignmentType.CENTER, line: 30, after: 14 }),
    table,
    // What goes out with it: BJ 三(七).
    line([text('{attachments}', SIZE.小四)], { line: 18, before: 6 }),
  ])
}

function row(
  height: number,
  label: string,
  vertical: 'top' | 'center' | 'bottom',
  value: Paragraph[],
  whole = true,
): TableRow {
  return new TableRow({
    cantSplit: whole,
    height: { value: cm(height), rule: HeightRule.ATLEAST },
    children: [
      new TableCell({
        width: { size: LABEL_WIDTH, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        margins: CELL_MARGINS,
        children: [line([text(label, SIZE.三号, FONT.label)], { align: AlignmentType.CENTER, line: 26 })],
      }),
      new TableCell({
        width: { size: VALUE_WIDTH, type: WidthType.DXA },
        verticalAlign: vertical,
        margins: CELL_MARGINS,
        children: value,
      }),
    ],
  })
}
