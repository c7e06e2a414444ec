// The tables around a nomination: ranking (评估结果排名表), nominees (推荐汇总表), allotment of places (名额分配表, BJ annex 2)
// and hotlines (监督举报电话, BJ annex 4). Each a title, one table, notes, and where it is signed a seal.

import { AlignmentType, type Document, type FileChild } from 'docx'
import { type Align, type GridLook, grid } from './grid.ts'
import { around, cm, heading, line, paper, SIZE, text } from './paper.ts'

const TEXT = SIZE.五号

/** A page long or wide, with the table's columns in centimeters, their headers and what stands in a row. */
interface TablePage {
  title: string
  wide: boolean
  columns: readonly (readonly [width: number, header: string, tag: string, align?: 'left' | 'right'])[]
  look?: GridLook
  below: readonly FileChild[]
}

function tablePage({ title, wide, columns, look, below }: TablePage): Document {
  const tags = columns.map(([, , tag]) => `{${tag}}`)
  tags[0] = `{#rows}${tags[0]}`
  tags[tags.length - 1] += '{/rows}'
  const table = grid(
    columns.map(([width]) => width),
    [{ cells: columns.map(([, header]) => header), header: true }, { cells: tags }],
    {
      size: SIZE.小五,
      height: 0.75,
      align: columns.map(([, , , align]): Align => align ?? 'center'),
      ...look,
    },
  )
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(2), right: cm(2) }
  const children = [
    heading(6),
    line([text('{subtitle}', TEXT)], { align: AlignmentType.CENTER, line: 18, after: 6 }),
    table,
    ...below,
  ]
  return paper(title, margin, children, wide)
}

const NOTES = around('notes', [line([text('{.}', TEXT)], { line: 16, before: 2 })])

export function ranking(): Document {
  return tablePage({
    title: '评估结果排名表',
    wide: true,
    columns: [
      [1, '名次', 'rank'],
      [5, '{name_header}', 'name', 'left'],
      [3.5, '代码（许可证号）', 'code'],
      [1.6, '推荐范围', 'district'],
      [1.2, '本范围名次', 'district_rank'],
      [1.3, '类别', 'kind'],
      [6.4, '各类得分', 'sums', 'left'],
      [1.4, '总分', 'total'],
      [2.2, '等级', 'grade'],
      [2.1, '限制、结论', 'note', 'left'],
    ],
    // A list of hundreds: small and close, else it is a book.
    look: { size: 15, line: 10, height: 0.5 },
    below: NOTES,
  })
}

export function nominees(): Document {
  const right = AlignmentType.RIGHT
  return tablePage({
    title: '推荐汇总表',
    wide: true,
    columns: [
      [1, '序号', 'number'],
      [1.9, '推荐范围', 'district'],
      [4.2, '{name_header}', 'name', 'left'],
      [4, '代码（许可证号）', 'code'],
      [1.5, '类别', 'kind'],
      [1.5, '总分', 'total'],
      [2.5, '等级', 'grade'],
      [1.1, '合格名次', 'rank'],
      [3.1, '推荐方式和理由', 'reason', 'left'],
      [4.9, '材料收到日期', 'received', 'left'],
    ],
    below: [
      ...NOTES,
      // Seal and date stay together, and with the last of the notes.
      line([text('{issuer}', SIZE.小四)], {
        align: right,
        line: 22,
        before: 20,
        indent: { right: 1100 },
        keepNext: true,
      }),
      line([text('年　　月　　日', SIZE.小四)], { align: right, line: 22, indent: { right: 900 } }),
    ],
  })
}

export function quota(): Document {
  return tablePage({
    title: '名额分配表',
    wide: true,
    columns: [
      [1.9, '区划代码', 'code'],
      [2.6, '推荐范围', 'district'],
      [4.2, '推荐名额', 'seats'],
      [1.7, '已推荐', 'nominated'],
      [1.5, '剩余', 'left'],
      [2, '其中经营性', 'for_profit'],
      [2.8, '经营性应不少于', 'required'],
      [2, '经营性占比', 'share'],
      [7, '备注', 'note', 'left'],
    ],
    look: { height: 0.62 },
    below: NOTES,
  })
}

export function hotline(): Document {
  return tablePage({
    title: '监督举报电话表',
    wide: false,
    columns: [
      [3.6, '区县', 'district'],
      [6.4, '人力资源市场管理部门', 'market'],
      [6.4, '劳动监察部门', 'inspectorate'],
    ],
    look: { size: SIZE.小四, line: 18, height: 0.95 },
    below: [line([text('', SIZE.小五)])],
  })
}
