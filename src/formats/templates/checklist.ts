// The checklist of a window, a community or a platform: every standard with its clause, what is on file of it, boxes and
// blanks for what is not, and the result; signatures of those who looked and of the body looked at.

import type { Document } from 'docx'
import { grid, label } from './grid.ts'
import { around, cm, heading, line, ofYear, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: label, value, label, value. */
const HEAD = [2.2, 6.5, 2.2, 6.5]
/** 序号, 标准, 条款, 核查内容和数据, 结果. */
const WIDTHS = [1.1, 5.9, 1.9, 6.3, 2.2]
const SIGNED = [3.0, 14.4]

/** The template's document; tags as in the tables below. */
export function checklist(): Document {
  const look = { size: SIZE.五号, line: 16, height: 0.8 }
  const head = grid(
    HEAD,
    [
      { cells: [label('名　　称'), { lines: ['{name}'], span: 3 }] },
      { cells: [label('类　　型'), '{type}', label('编　　号'), '{code}'] },
      { cells: [label('所在地区'), '{district}', label('主管单位'), '{parent}'] },
    ],
    look,
  )
  const rows = grid(
    WIDTHS,
    [
      { cells: ['序号', '标准', '条款', '核查内容和数据', '结果'], header: true },
      { cells: ['{#rows}{number}', '{indicator}', '{clause}', '{facts}', '{result}{/rows}'] },
    ],
    { height: 0.8, align: ['center', 'left', 'center', 'left', 'center'] },
  )
  const below = grid(
    SIGNED,
    [
      { cells: [label('结　　论'), '{conclusion}'], height: 1.0 },
      { cells: [{ ...label(''), lines: ['发现的问题', '和整改要求'] }, ''], height: 1.8 },
      {
        cells: [
          label('签　　字'),
          {
            lines: [
              '核查人员：　　　　　　　　、　　　　　　　　　　　　　年　　月　　日',
              '被核查单位（盖章）：　　　　　　负责人：　　　　　　　年　　月　　日',
            ],
          },
        ],
        height: 1.6,
      },
    ],
    { ...look, line: 20 },
  )
  const margin = { top: cm(1.8), bottom: cm(1.8), left: cm(1.8), right: cm(1.8) }
  const small = (value: string) => line([text(value, SIZE.小五)], { line: 14 })
  return paper('核查表', margin, [
    heading(2),
    ofYear(),
    head,
    small(''),
    rows,
    small(''),
    below,
    ...around('notes', [small('{.}')]),
  ])
}
