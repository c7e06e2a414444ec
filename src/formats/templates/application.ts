// What an institution applies with (LY 附件2, of which only the name is to be had): who it is, the conditions one by one
// with what is on file, what it did and achieved, and the opinions of three departments of its county (LY 五1).

import type { Document } from 'docx'
import { grid, label } from './grid.ts'
import { around, cm, FONT, heading, line, ofYear, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: label, value, label, value. */
const HEAD = [2.6, 6.1, 2.6, 6.1]
/** 序号, 条件, 条款, 佐证, 情况. */
const WIDTHS = [1.2, 5.6, 1.9, 6.5, 2.2]
const OPINION = [3.6, 13.8]

/** The template's document; tags as in the tables below. */
export function application(): Document {
  const look = { size: SIZE.五号, line: 16, height: 0.9 }
  const head = grid(
    HEAD,
    [
      { cells: [label('机构名称'), { lines: ['{name}'], span: 3 }] },
      { cells: [label('机构类型'), { lines: ['{type}'], span: 3 }] },
      { cells: [label('所在县区'), '{district}', label('主体编号'), '{code}'] },
      { cells: [label('主管单位'), '{parent}', label('设立日期'), '{started_on}'] },
      { cells: [label('地　　址'), { lines: ['{address}'], span: 3 }] },
      { cells: [label('负责人'), '{in_charge}', label('联系电话'), '{phone}'] },
    ],
    look,
  )
  const conditions = grid(
    WIDTHS,
    [
      { cells: ['序号', '条件', '条款', '佐证和评审情况', '情况'], header: true },
      { cells: ['{#rows}{number}', '{indicator}', '{clause}', '{facts}', '{result}{/rows}'] },
    ],
    { height: 0.8, align: ['center', 'left', 'center', 'left', 'center'] },
  )
  const achieved = grid(
    OPINION,
    [{ cells: [{ ...label(''), lines: ['主要做法', '和促进就业', '成效'] }, ''], height: 5.5 }],
    look,
  )
  const opinions = grid(
    OPINION,
    [
      {
        cells: [
          { ...label('{#opinions}{opinion_label}') },
          {
            lines: ['', '', '（盖章）　　　　　　', '年　　月　　日　　{/opinions}'],
            align: 'right',
            vertical: 'bottom',
          },
        ],
        height: 2.9,
      },
    ],
    look,
  )
  const margin = { top: cm(2.0), bottom: cm(2.0), left: cm(1.8), right: cm(1.8) }
  const part = (value: string) =>
    line([text(value, SIZE.小四, FONT.label)], { line: 20, before: 6, after: 3, keepNext: true })
  return paper('申报表', margin, [
    heading(2),
    ofYear('{year}年度'),
    head,
    ...around('sections', [part('{title}'), conditions]),
    line([text('{conclusion}', SIZE.五号)], { line: 18, before: 2, after: 4 }),
    achieved,
    line(
      [
        text(
          '申报单位（盖章）：　　　　　　　　　　负责人签字：　　　　　　　　　　年　　月　　日',
          SIZE.五号,
        ),
      ],
      {
        line: 20,
        before: 6,
        after: 6,
      },
    ),
    opinions,
    ...around('notes', [line([text('{.}', SIZE.小五)], { line: 14, before: 2 })]),
  ])
}
