// The integrity archive of an agency (诚信档案, BJ 三(六)1): its sections one after the other, each a table of entries.
// The one for the public has no column for sources: those name files and clerks.

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

interface Column {
  head: string
  tag: string
  /** Centimeters. */
  width: number
  center?: true
}

const DATE: Column = { head: '日期', tag: '{date}', width: 2.3, center: true }
const STATE: Column = { head: '状态', tag: '{state}', width: 2, center: true }
const INTERNAL: readonly Column[] = [
  DATE,
  { head: '事项', tag: '{text}', width: 6.8 },
  STATE,
  { head: '编号', tag: '{record}', width: 2.7 },
  { head: '来源', tag: '{source}', width: 3.4 },
]
const PUBLIC: readonly Column[] = [
  DATE,
  { head: '事项', tag: '{text}', width: 9.5 },
  STATE,
  { head: '编号', tag: '{record}', width: 3.4 },
]
const CELL_MARGINS = { top: 40, bottom: 40, left: 60, right: 60, marginUnitType: WidthType.DXA }

/** Tags: title agency_name agency_code district opened basis scope sections{title rows{date text state record source}}. */
export function archive(audience: 'internal' | 'public'): Document {
  const columns = audience === 'public' ? PUBLIC : INTERNAL
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: cm(columns.reduce((sum, c) => sum + c.width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(c => cm(c.width)),
    alignment: AlignmentType.CENTER,
    rows: [
      row(columns, c => c.head, true),
      row(
        columns,
        (c, i) => `${i === 0 ? '{#rows}' : ''}${c.tag}${i === columns.length - 1 ? '{/rows}' : ''}`,
      ),
    ],
  })
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(1.9), right: cm(1.9) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 17 })
  return paper('诚信档案', margin, [
    line([text('{title}', 36, FONT.title)], { align: AlignmentType.CENTER, line: 28, after: 8 }),
    field('机构名称：{agency_name}'),
    field('统一社会信用代码（许可证号）：{agency_code}'),
    field('推荐范围：{district}　　建档：{opened}'),
    field('栏目依据：{basis}'),
    field('使用范围：{scope}'),
    line([text('{#sections}', SIZE.小五)], {}),
    line([text('{title}', SIZE.小四, FONT.label)], { line: 20, before: 10, after: 4, keepNext: true }),
    table,
    line([text('{/sections}', SIZE.小五)], {}),
  ])
}

function row(
  columns: readonly Column[],
  tag: (column: Column, i: number) => string,
  header = false,
): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(header ? { tableHeader: true } : {}),
    children: columns.map((column, i) => {
      const center = header || column.center
      const run = text(tag(column, i), SIZE.小五, header ? FONT.label : FONT.body)
      return new TableCell({
        width: { size: cm(column.width), type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        margins: CELL_MARGINS,
        children: [line([run], { line: 13, ...(center ? { align: AlignmentType.CENTER } : {}) })],
      })
    }),
  })
}
