// The tables around a nomination: ranking (评估结果排名表), nominees (推荐汇总表), allotment of places (名额分配表, BJ annex 2)
// and hotlines (监督举报电话, BJ annex 4). Each a title, one table, notes, and where it is signed a seal.

import { AlignmentType, type Document, type FileChild, type Paragraph, type Table } from 'docx'
import { type Align, type GridLook, grid } from './grid.ts'
import { around, cm, heading, instead, line, paper, SIZE, text } from './paper.ts'

const TEXT = SIZE.五号

/** In centimeters. */
interface Column {
  width: number
  header: string
  tag: string
  align?: 'left'
  /** It says something only where this holds. */
  only?: Only
  /** It needs the room that others leave, up to so much. */
  upTo?: number
}

/** Whether a scheme gives points, has grades (or, in a ranking, categories), has a share for for-profit agencies. */
type Only = 'scored' | 'graded' | 'shared'

type More = 'left' | Only | { upTo: number }

function column(width: number, header: string, tag: string, more?: More): Column {
  const of = { width, header, tag }
  if (more === undefined) return of
  if (more === 'left') return { ...of, align: more }
  return typeof more === 'string' ? { ...of, only: more } : { ...of, ...more }
}

/** A page long or wide: a title, a table, and what stands below. */
interface TablePage {
  title: string
  wide: boolean
  tables: readonly (Table | Paragraph)[]
  below: readonly FileChild[]
}

function tablePage({ title, wide, tables, below }: TablePage): Document {
  const margin = { top: cm(2.2), bottom: cm(2.2), left: cm(2), right: cm(2) }
  const children = [
    heading(6),
    line([text('{subtitle}', TEXT)], { align: AlignmentType.CENTER, line: 18, after: 6 }),
    ...tables,
    ...below,
  ]
  return paper(title, margin, children, wide)
}

function table(columns: readonly Column[], look: GridLook = {}): Table {
  const tags = columns.map(({ tag }) => `{${tag}}`)
  tags[0] = `{#rows}${tags[0]}`
  tags[tags.length - 1] += '{/rows}'
  return grid(
    columns.map(({ width }) => width),
    [{ cells: columns.map(({ header }) => header), header: true }, { cells: tags }],
    {
      size: SIZE.小五,
      height: 0.75,
      align: columns.map(({ align }): Align => align ?? 'center'),
      ...look,
    },
  )
}

/** Without columns that would be empty from top to bottom; the others take their room. */
function without(left_out: readonly Only[], columns: readonly Column[]): Column[] {
  const gone = ({ only }: Column) => only !== undefined && left_out.includes(only)
  const sum = (some: readonly Column[]) => some.reduce((all, { width }) => all + width, 0)
  let room = sum(columns.filter(gone))
  const grown = columns
    .filter(c => !gone(c))
    .map(c => {
      const more = Math.min(room, Math.max(0, (c.upTo ?? 0) - c.width))
      room -= more
      return { ...c, width: c.width + more }
    })
  const growing = (c: Column) => c.upTo === undefined
  const factor = 1 + room / sum(grown.filter(growing))
  return grown.map(c => (growing(c) ? { ...c, width: c.width * factor } : c))
}

/** One table where there are points and grades, one where there are points alone, one where there are neither. */
function scoredOrNot(columns: readonly Column[], look?: GridLook): (Table | Paragraph)[] {
  const less = (...left_out: Only[]) => [table(without(left_out, columns), look)]
  return [
    ...around('scored', [...around('graded', less()), ...instead('graded', less('graded'))]),
    ...instead('scored', less('scored', 'graded')),
  ]
}

const NOTES = around('notes', [line([text('{.}', TEXT)], { line: 16, before: 2 })])

export function ranking(): Document {
  return tablePage({
    title: '评估结果排名表',
    wide: true,
    tables: scoredOrNot(
      [
        column(1, '名次', 'rank', 'scored'),
        column(5, '{name_header}', 'name', 'left'),
        column(3.5, '{code_header}', 'code'),
        column(1.6, '推荐范围', 'district'),
        column(1.2, '本范围名次', 'district_rank', 'scored'),
        column(1.3, '类别', 'kind', { upTo: 4.6 }),
        { ...column(6.4, '各类得分', 'sums', 'left'), only: 'graded' },
        column(1.4, '总分', 'total', 'scored'),
        column(2.2, '等级', 'grade', 'graded'),
        column(2.1, '限制、结论', 'note', 'left'),
      ],
      // A list of hundreds: small and close, else it is a book.
      { size: 15, line: 10, height: 0.5 },
    ),
    below: NOTES,
  })
}

export function nominees(): Document {
  const right = AlignmentType.RIGHT
  return tablePage({
    title: '推荐汇总表',
    wide: true,
    tables: scoredOrNot([
      column(1, '序号', 'number'),
      column(1.9, '推荐范围', 'district'),
      column(4.2, '{name_header}', 'name', 'left'),
      column(4, '{code_header}', 'code'),
      column(1.5, '类别', 'kind', { upTo: 5.5 }),
      column(1.5, '总分', 'total', 'scored'),
      column(2.5, '等级', 'grade', 'graded'),
      column(1.1, '合格名次', 'rank'),
      column(3.1, '推荐方式和理由', 'reason', 'left'),
      column(4.9, '材料收到情况', 'received', 'left'),
    ]),
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
  const columns = [
    column(1.9, '区划代码', 'code'),
    column(2.6, '推荐范围', 'district'),
    column(4.2, '推荐名额', 'seats'),
    column(1.7, '已推荐', 'nominated'),
    column(1.5, '剩余', 'left'),
    column(2, '其中经营性', 'for_profit', 'shared'),
    column(2.8, '经营性应不少于', 'required', 'shared'),
    column(2, '经营性占比', 'share', 'shared'),
    column(7, '备注', 'note', 'left'),
  ]
  const look = { height: 0.62 }
  return tablePage({
    title: '名额分配表',
    wide: true,
    tables: [
      ...around('shared', [table(columns, look)]),
      ...instead('shared', [table(without(['shared'], columns), look)]),
    ],
    below: NOTES,
  })
}

export function hotline(): Document {
  const columns = [
    column(3.6, '区县', 'district'),
    column(6.4, '人力资源市场管理部门', 'market'),
    column(6.4, '劳动监察部门', 'inspectorate'),
  ]
  return tablePage({
    title: '监督举报电话表',
    wide: false,
    tables: [table(columns, { size: SIZE.小四, line: 18, height: 0.95 })],
    below: [line([text('', SIZE.小五)])],
  })
}
