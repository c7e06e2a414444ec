// The notice of a publicity (公示公告): what is published, who, for how long, and where to say something against it.

import { AlignmentType, type Document } from 'docx'
import { grid } from './grid.ts'
import { cm, FONT, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: number, district, name. */
const WIDTHS = [1.6, 3.4, 10.6]

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
