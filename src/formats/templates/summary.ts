// The cover of an agency's self-summary (机构自评总结): who, its own ratings by category, room to say what each is about,
// who answers for it. One page.

import { AlignmentType, type Document } from 'docx'
import { grid, label } from './grid.ts'
import { cm, FONT, line, paper, SIZE, text } from './paper.ts'

export function summary(): Document {
  const look = { size: SIZE.五号, line: 16 }
  const head = grid(
    [3.6, 6.6, 2.6, 3.6],
    [
      { cells: [label('机构名称'), { lines: ['{agency_name}'], span: 3, align: 'center' }], height: 1 },
      { cells: [label('代码（许可证号）'), '{agency_code}', label('推荐范围'), '{district}'], height: 0.9 },
      { cells: [label('评估依据'), '{scheme}', label('评估年度'), '{year}'], height: 0.9 },
    ],
    { ...look, align: ['center', 'center', 'center', 'center'] },
  )
  const body = grid(
    [3.6, 2.6, 10.2],
    [
      {
        cells: ['类别（满分）', '自评得分', '自评总结（按提示逐项写明做法、数据和不足，可另附页）'],
        header: true,
      },
      {
        cells: [
          '{#rows}{category}',
          '{score}',
          { lines: ['{cover}{/rows}'], vertical: 'top', size: SIZE.小五 },
        ],
        height: 2.2,
      },
      { cells: [label('合　计'), '{total}', { lines: ['{#notes}', '{.}', '{/notes}'], size: SIZE.小五 }] },
    ],
    { ...look, align: ['center', 'center', 'left'], height: 0.8 },
  )
  const right = AlignmentType.RIGHT
  const margin = { top: cm(2.2), bottom: cm(2), left: cm(2.2), right: cm(2.2) }
  return paper('机构自评总结', margin, [
    line([text('{title}', SIZE.二号, FONT.title)], { align: AlignmentType.CENTER, line: 32, after: 8 }),
    head,
    line([text('', SIZE.小五)], { line: 8 }),
    body,
    line([text('本机构对以上内容的真实性负责。', SIZE.小四)], { line: 20, before: 8, keepNext: true }),
    line([text('法定代表人（负责人）签字：　　　　　　　　　　　（盖章）', SIZE.小四)], {
      line: 22,
      before: 14,
      keepNext: true,
    }),
    line([text('年　　月　　日', SIZE.小四)], { align: right, line: 22, indent: { right: 900 } }),
  ])
}
