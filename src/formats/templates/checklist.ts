// The checklist of a window, a community or a platform: every standard with its clause, what is on file of it, boxes and
// blanks for what is not, and the result; signatures of those who looked and of the body looked at. Ten standards go on
// one page; conclusion and signatures are never torn from each other, nor a note left behind them.

import type { Document } from 'docx'
import { grid, label } from './grid.ts'
import { around, cm, heading, line, ofYear, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: label, value, label, value. */
const HEAD = [2.2, 6.8, 2.2, 6.8]
/** 序号, 标准, 条款, 核查内容和数据, 结果. */
const WIDTHS = [1.0, 6.5, 1.9, 6.4, 2.2]
const SIGNED = [3.0, 15.0]

/** The template's document; tags as in the tables below. */
export function checklist(): Document {
  const look = { size: SIZE.五号, line: 15, height: 0.7, pad: 20 }
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
    { line: 12, height: 0.7, pad: 20, align: ['center', 'left', 'center', 'left', 'center'] },
  )
  const below = grid(
    SIGNED,
    [
      { cells: [label('结　　论'), '{conclusion}'], height: 0.7 },
      { cells: [{ ...label(''), lines: ['发现的问题', '和整改要求'] }, ''], height: 1.3 },
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
        height: 1.2,
      },
    ],
    { ...look, line: 16, together: 'with next' },
  )
  const margin = { top: cm(1.5), bottom: cm(1.5), left: cm(1.5), right: cm(1.5) }
  const gap = line([text('', SIZE.小五)], { line: 8, mark: 8, keepNext: true })
  return paper('核查表', margin, [
    heading(0),
    ofYear(),
    head,
    gap,
    rows,
    gap,
    below,
    ...around('notes', [line([text('{.}', SIZE.小五)], { line: 12 })]),
  ])
}
