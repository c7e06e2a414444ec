// The notice of a publicity (公示公告): what is published, who, for how long, and where to say something against it.

import { AlignmentType, type Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, letterHeading, line, paper, SIZE, said, signed, text } from './paper.ts'

/** Column widths in centimeters: number, district, name. */
const WIDTHS = [1.6, 3.4, 10.6]

/** Twips from the left. */
const BLOCK = { left: cm(6.6) }

/** The template's document; tags as in the lines and the table below. */
export function publicity(): Document {
  const center = AlignmentType.CENTER
  const table = grid(
    WIDTHS,
    [
      { cells: ['序号', '推荐范围', '{name_header}'], header: true },
      { cells: ['{#rows}{number}', '{district}', '{name}{/rows}'] },
    ],
    { size: SIZE.五号, line: 15, height: 0.7, align: ['center', 'center', 'left'] },
  )
  const margin = { top: cm(2.8), bottom: cm(2.4), left: cm(2.7), right: cm(2.7) }
  return paper('公示', margin, [
    letterHeading(14),
    said('{opening}', { after: 6 }),
    ...around('has_rows', [table]),
    // Right behind a table LibreOffice keeps no paragraph with the next.
    line([text('', SIZE.小五)], { keepNext: true }),
    // How long, where to object, and who publishes stay on one page.
    ...around('lines', [said('{.}', { keepNext: true })]),
    // Who publishes stands over the date, both in the middle of a block on the right.
    signed('{issuer}', { align: center, before: 20, keepNext: true, indent: BLOCK }),
    signed('{date}', { align: center, indent: BLOCK }),
  ])
}
