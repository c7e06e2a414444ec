// The notice of a publicity (公示公告): what is published, who, for how long, and where to say something against it.

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

/** Column widths in centimeters: number, district, name. */
const WIDTHS = [1.6, 3.4, 10.6]
const CELL_MARGINS = { top: 40, bottom: 40, left: 100, right: 100, marginUnitType: WidthType.DXA }

/** The template's document; tags as in the lines and the table below. */
export function publicity(): Document {
  const center = AlignmentType.CENTER
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cm(WIDTHS.reduce((a, b) => a + b)), type: WidthType.DXA },
    columnWidths: WIDTHS.map(cm),
    alignment: center,
    rows: [
      row(['序号', '推荐范围', '{name_header}'], FONT.label, true),
      row(['{#rows}{number}', '{district}', '{name}{/rows}'], FONT.body, false),
    ],
  })
  const margin = { top: cm(2.8), bottom: cm(2.4), left: cm(2.7), right: cm(2.7) }
  const said = (value: string, how = {}) =>
    line([text(value, SIZE.四号)], { line: 26, indent: { firstLine: 560 }, ...how })
  const signed = (value: string, how = {}) =>
    line([text(value, SIZE.四号)], { align: AlignmentType.RIGHT, line: 26, indent: { right: 600 }, ...how })
  return paper('公示', margin, [
    line([text('{title}', SIZE.二号, FONT.title)], { align: center, line: 34, after: 14 }),
    said('{opening}', { after: 6 }),
    line([text('{#has_rows}', SIZE.小五)]),
    table,
    line([text('{/has_rows}', SIZE.小五)]),
    // Right behind a table LibreOffice keeps no paragraph with the next.
    line([text('', SIZE.小五)], { keepNext: true }),
    line([text('{#lines}', SIZE.小五)]),
    // How long, where to object, and who publishes stay on one page.
    said('{.}', { keepNext: true }),
    line([text('{/lines}', SIZE.小五)]),
    signed('{issuer}', { before: 20, keepNext: true }),
    signed('{date}'),
  ])
}

function row(tags: string[], font: string, header: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(header ? { tableHeader: true } : {}),
    height: { value: cm(0.7), rule: HeightRule.ATLEAST },
    children: tags.map((tag, i) => {
      const how = header || i < 2 ? { align: AlignmentType.CENTER } : {}
      return new TableCell({
        width: { size: cm(WIDTHS[i]!), type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        margins: CELL_MARGINS,
        children: [line([text(tag, SIZE.五号, font)], { line: 15, ...how })],
      })
    }),
  })
}
