// The receipt of a plate (标牌领取回执, 标牌交回回执): handed out with a title, or taken back with it (BJ 三(七),
// 三(八)2). Two signatures; the day is written by hand where the file does not know it.

import { AlignmentType, type Document } from 'docx'
import { grid, label } from './grid.ts'
import { cm, FONT, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: label, value. */
const WIDTHS = [4.0, 12.0]

/** The template's document; tags as in the table below. */
export function plateReceipt(): Document {
  const center = AlignmentType.CENTER
  const table = grid(
    WIDTHS,
    [
      { cells: [label('标牌编号'), '{plate_no}'] },
      { cells: [label('称号'), '{honor}'] },
      { cells: [label('持有者'), '{subject_name}'] },
      { cells: [label('持有者代码'), '{subject_code}'] },
      { cells: [label('文号'), '{document}'] },
      { cells: [label('日期'), '{date}'] },
      { cells: [label('事项'), '{what}'] },
      { cells: [label('标牌状况'), '□完好　□损坏　□遗失（另附说明）'] },
      { cells: [label('交接日期'), '{handed_on}'] },
      { cells: [label('{giver}'), '（签字、盖章）'], height: 2.2 },
      { cells: [label('{taker}'), '（签字、盖章）'], height: 2.2 },
    ],
    { size: SIZE.四号, line: 24, height: 1.2 },
  )
  const margin = { top: cm(2.8), bottom: cm(2.4), left: cm(2.5), right: cm(2.5) }
  return paper('标牌回执', margin, [
    line([text('{title}', SIZE.二号, FONT.title)], { align: center, line: 34, after: 14 }),
    table,
    line([text('一式两份，交接双方各执一份。', SIZE.五号)], { line: 18, before: 6 }),
  ])
}
