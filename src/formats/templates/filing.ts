// What a county files with the city (LY 附件4, of which only the name is to be had): to whom the title was granted, by
// which document and when; seal and date.

import { AlignmentType, type Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, heading, line, paper, SIZE, text } from './paper.ts'

/** Column widths in centimeters: 序号, 机构名称, 机构类型, 所在县区, 总分, 称号, 文号, 授予日期. */
const WIDTHS = [1.1, 3.3, 2.6, 1.6, 1.2, 2.5, 2.4, 3.3]

/** The template's document; tags as in the lines and the table below. */
export function filing(): Document {
  const table = grid(
    WIDTHS,
    [
      {
        cells: ['序号', '机构名称', '机构类型', '所在县区', '总分', '称号', '授予文号', '授予日期'],
        header: true,
      },
      {
        cells: [
          ...['{#rows}{number}', '{name}', '{type}', '{district}', '{total}', '{honor}', '{document}'],
          '{granted_on}{/rows}',
        ],
      },
    ],
    { height: 0.9, align: ['center', 'left', 'left', 'center', 'center', 'left', 'left', 'center'] },
  )
  const margin = { top: cm(2.4), bottom: cm(2.2), left: cm(1.5), right: cm(1.5) }
  const right = AlignmentType.RIGHT
  return paper('备案表', margin, [
    heading(8),
    line([text('{addressee}：', SIZE.小四)], { line: 22 }),
    line([text('{opening}', SIZE.小四)], { line: 22, indent: { firstLine: 480 }, after: 6 }),
    table,
    line([text('报送单位（盖章）', SIZE.小四)], {
      align: right,
      line: 22,
      before: 20,
      indent: { right: 1000 },
      keepNext: true,
    }),
    line([text('年　　月　　日', SIZE.小四)], {
      align: right,
      line: 22,
      indent: { right: 900 },
      keepNext: true,
    }),
    line([text('填表人：　　　　　　　　　　联系电话：　　　　　　　　　　', SIZE.五号)], {
      line: 20,
      before: 6,
    }),
    ...around('notes', [line([text('{.}', SIZE.小五)], { line: 14 })]),
  ])
}
