// The yearly appraisal of one member of staff (SD 三(四)4): virtue, diligence, achievement, efficiency with what each kind
// of rater gave, the grade and what holds it down; signatures. An internal paper.

import { AlignmentType, type Document } from 'docx'
import { type Cell, grid, label } from './grid.ts'
import { around, cm, FONT, heading, line, ofYear, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: 项目, 考核内容, 满分, 各方评价, 得分. */
const WIDTHS = [1.6, 5.4, 1.9, 6.3, 2.2]
const HEAD = [2.0, 6.7, 2.0, 6.7]
const SIGNED = [3.0, 14.4]

/** The template's document; tags as in the tables below. */
export function appraisal(): Document {
  const look = { size: SIZE.五号, line: 15, height: 0.8 }
  const sum = (value: string, span = 1): Cell => ({ lines: [value], align: 'center', bold: true, span })
  const head = grid(
    HEAD,
    [
      { cells: [label('姓　　名'), '{name}', label('编　　号'), '{code}'] },
      { cells: [label('所在单位'), '{unit}', label('岗　　位'), '{post}'] },
    ],
    look,
  )
  const rows = grid(
    WIDTHS,
    [
      { cells: ['项目', '考核内容', '满分', '各方评价', '得分'], header: true },
      { cells: ['{#rows}{indicator}', '{criterion}', '{points}', '{means}', '{score}{/rows}'] },
      { cells: [sum('合　计', 2), sum('{full}'), '', sum('{total}')] },
    ],
    { ...look, align: ['center', 'left', 'center', 'left', 'center'] },
  )
  const signed = (who: string) => ({
    cells: [
      label(who),
      {
        lines: ['', '签字：　　　　　　　　　　年　　月　　日　　'],
        align: 'right' as const,
        vertical: 'bottom' as const,
      },
    ],
    height: 1.5,
  })
  const below = grid(
    SIGNED,
    [
      { cells: [label('等　　级'), { lines: ['{grade}'], bold: true }] },
      { cells: [label('等级限制'), '{held}'] },
      { cells: [label('连续年度情况'), '{consecutive}'] },
      signed('被考核人意见'),
      signed('考核人意见'),
      {
        cells: [
          label('单位意见'),
          {
            lines: ['', '（盖章）　　　　　　', '年　　月　　日　　'],
            align: 'right',
            vertical: 'bottom',
          },
        ],
        height: 2.0,
      },
    ],
    look,
  )
  const margin = { top: cm(1.6), bottom: cm(1.6), left: cm(1.8), right: cm(1.8) }
  const small = (value: string) => line([text(value, SIZE.小五)], { line: 12 })
  return paper('绩效考核表', margin, [
    line([text('内部使用', SIZE.五号, FONT.label)], { align: AlignmentType.RIGHT, line: 16 }),
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
