// The order to put right what was found (责令整改通知书; BJ 三(八)2, ZS 四(三)): what, by which clause, until when, what
// happens otherwise and where to reply; below it the slip of service (送达回证).

import { AlignmentType, type Document } from 'docx'
import { grid, label } from './grid.ts'
import { around, blank, cm, FONT, line, paper, SIZE, said, signed, text } from './paper.ts'

/** Column widths in centimeters: number, item number, item, basis, punishment. */
const WIDTHS = [1.1, 1.5, 4.8, 5.4, 3.4]
/** Of the slip: label and what is filled in, twice. */
const SLIP = [2.6, 5.5, 2.6, 5.5]

/** The template's document; tags as in the lines and the table below. */
export function rectification(): Document {
  const center = AlignmentType.CENTER
  const table = grid(
    WIDTHS,
    [
      { cells: ['序号', '编号', '不合格的检查项目', '依据', '罚则'], header: true },
      { cells: ['{#rows}{number}', '{id}', '{name}', '{basis}', '{breach}{/rows}'] },
    ],
    { height: 0.6, align: ['center', 'center', 'left', 'left', 'left'] },
  )
  const slip = grid(
    SLIP,
    [
      { cells: [label('送达文书'), '责令整改通知书', label('文号'), '{number}'] },
      { cells: [label('受送达人'), { lines: ['{subject_name}'], span: 3 }] },
      { cells: [label('送达方式'), '', label('送达日期'), '　　　年　　月　　日'] },
      { cells: [label('签收人'), '', label('送达人'), ''] },
    ],
    { size: SIZE.五号, line: 15, height: 0.8, together: true },
  )
  const margin = { top: cm(2.4), bottom: cm(2.2), left: cm(2.4), right: cm(2.4) }
  return paper('责令整改通知书', margin, [
    line([text('责令整改通知书', SIZE.二号, FONT.title)], { align: center, line: 34, after: 6 }),
    line([text('{number}', SIZE.小四)], { align: center, line: 20, after: 8 }),
    line([text('{subject_name}{subject_code}：', SIZE.四号)], { line: 26 }),
    said('{opening}', { after: 4 }),
    ...around('has_rows', [table, line([text('', SIZE.小五)])]),
    ...around('lines', [said('{.}')]),
    said(
      '根据{basis}，责令{you}于{due}前（含当日）将上述问题整改到位，并在期限内将整改情况书面报送本通知的发出单位。',
    ),
    ...around('otherwise', [said('{.}')]),
    line([text('整改情况报送至：', SIZE.四号), blank(24, SIZE.四号)], {
      line: 26,
      indent: { firstLine: 560 },
      keepNext: true,
    }),
    said('{reply_to}', { keepNext: true }),
    signed('（盖章）', { before: 20, keepNext: true, indent: { right: 1600 } }),
    // The slip is torn off: it may stand on a page of its own, the seal may not.
    signed('年　　月　　日', { after: 12 }),
    line([text('送达回证', SIZE.小四, FONT.label)], { align: center, line: 20, after: 4, keepNext: true }),
    slip,
  ])
}
