// The integrity archive of an agency (诚信档案, BJ 三(六)1): its sections one after the other, each a table of entries.
// The one for the public has no column for sources: those name files and clerks.

import type { Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, FONT, heading, line, paper, SIZE, text } from './paper.ts'

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

/** Tags: title agency_name agency_code district opened basis scope sections{title rows{date text state record source}}. */
export function archive(audience: 'internal' | 'public'): Document {
  const columns = audience === 'public' ? PUBLIC : INTERNAL
  const last = columns.length - 1
  const tags = columns.map(({ tag }, i) => (i === 0 ? `{#rows}${tag}` : i === last ? `${tag}{/rows}` : tag))
  const table = grid(
    columns.map(c => c.width),
    [{ cells: columns.map(c => c.head), header: true }, { cells: tags }],
    { align: columns.map(c => (c.center ? 'center' : 'left')) },
  )
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(1.9), right: cm(1.9) }
  const field = (value: string) => line([text(value, SIZE.五号)], { line: 17 })
  return paper('诚信档案', margin, [
    heading(8),
    field('机构名称：{agency_name}'),
    field('统一社会信用代码（许可证号）：{agency_code}'),
    field('推荐范围：{district}　　建档：{opened}'),
    field('栏目依据：{basis}'),
    field('使用范围：{scope}'),
    ...around('sections', [
      line([text('{title}', SIZE.小四, FONT.label)], { line: 20, before: 10, after: 4, keepNext: true }),
      table,
    ]),
  ])
}
