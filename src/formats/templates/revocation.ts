// The decision to take a title back (撤销决定; BJ 三(八)2, ZS 四(三), LY 五5): which title, whose, on what ground and
// by which clause, what becomes of the plate, and what can be done against it. As a draft it says so at the head.

import { AlignmentType, type Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, FONT, letterHeading, line, paper, SIZE, said, signed, text } from './paper.ts'

/** Column widths in centimeters: number, ground, record, day, clause. */
const WIDTHS = [1.2, 3.6, 4.5, 3.8, 2.7]

/** The template's document; tags as in the lines and the table below. */
export function revocation(): Document {
  const center = AlignmentType.CENTER
  const table = grid(
    WIDTHS,
    [
      { cells: ['序号', '情形', '记录', '日期', '条款'], header: true },
      { cells: ['{#rows}{number}', '{ground}', '{record}', '{date}', '{clause}{/rows}'] },
    ],
    { size: SIZE.五号, line: 15, height: 0.7, align: ['center', 'left', 'left', 'center', 'left'] },
  )
  const margin = { top: cm(2.8), bottom: cm(2.4), left: cm(2.6), right: cm(2.6) }
  return paper('撤销决定', margin, [
    ...around('draft', [
      line([text('草稿：拟办意见，未经决定和盖章不发生效力', SIZE.小四, FONT.label)], {
        align: center,
        line: 20,
        after: 6,
      }),
    ]),
    letterHeading(6),
    line([text('{number}', SIZE.小四)], { align: center, line: 20, after: 8 }),
    line([text('{subject_name}{subject_code}：', SIZE.四号)], { line: 26 }),
    said('{opening}'),
    said('撤销的理由：{reason}', { after: 4 }),
    ...around('has_rows', [table, line([text('', SIZE.小五)])]),
    ...around('lines', [said('{.}')]),
    signed('（盖章）', { before: 24, keepNext: true, indent: { right: 1600 } }),
    signed('{date}'),
  ])
}
