// The summaries that go up (总结): of the integrity month (BJ 三(四), 四(四)) and of the year (BJ 四(一), ZS 四(四)).
// Sections of prose, then the tables of districts; what only a person can say is a blank in the prose.

import { AlignmentType, type Document, type FileChild } from 'docx'
import { type Align, grid } from './grid.ts'
import { around, cm, FONT, letterHeading, line, paper, SIZE, said, signed, text } from './paper.ts'

const MARGIN = { top: cm(2.4), bottom: cm(2.2), left: cm(2.3), right: cm(2.3) }

/** A table of districts: the name of its rows, and each column with its tag, its header and its width in centimeters. */
interface DistrictTable {
  rows: string
  title: string
  columns: readonly (readonly [tag: string, header: string, width: number])[]
  /** A flag without which the table is left out. */
  only?: string
}

function tableOf({ rows, title, columns, only }: DistrictTable): FileChild[] {
  const tags = columns.map(([tag]) => `{${tag}}`)
  tags[0] = `{#${rows}}${tags[0]}`
  tags[tags.length - 1] += `{/${rows}}`
  const align = columns.map((_, i): Align => (i === 0 ? 'left' : 'center'))
  const table = [
    line([text(title, SIZE.小四, FONT.label)], {
      align: AlignmentType.CENTER,
      line: 20,
      before: 10,
      after: 4,
      keepNext: true,
    }),
    grid(
      columns.map(([, , width]) => width),
      [{ cells: columns.map(([, header]) => header), header: true }, { cells: tags }],
      { height: 0.55, line: 12, align },
    ),
  ]
  return only === undefined ? table : around(only, table)
}

function summary(title: string, tables: readonly DistrictTable[]): Document {
  return paper(title, MARGIN, [
    letterHeading(12),
    line([text('{to}：', SIZE.四号)], { line: 26 }),
    said('{opening}'),
    ...around('sections', [
      line([text('{title}', SIZE.四号, FONT.label)], {
        line: 26,
        before: 4,
        keepNext: true,
        indent: { firstLine: 560 },
      }),
      ...around('lines', [said('{.}')]),
    ]),
    signed('（盖章）', { before: 20, keepNext: true, indent: { right: 1600 } }),
    signed('年　　月　　日', { after: 10 }),
    ...tables.flatMap(tableOf),
    line([text('', SIZE.小五)]),
    ...around('notes', [line([text('{.}', SIZE.小五)], { line: 13 })]),
  ])
}

/** The templates' documents; tags as in the tables below. */
export function monthSummary(): Document {
  return summary('诚信服务月活动情况总结', [
    {
      rows: 'rows',
      title: '诚信服务月活动情况表',
      columns: [
        ['district', '推荐范围', 1.8],
        ['agencies', '机构数', 1.35],
        ['pacts', '张贴公约', 1.65],
        ['inspected', '检查机构', 1.65],
        ['failed', '有不合格项', 1.95],
        ['systems_missing', '制度未建立（项）', 1.95],
        ['systems_rebuilt', '其中已补建', 1.95],
        ['signed', '机构已签承诺书', 1.65],
        ['received', '投诉举报（件）', 1.65],
        ['sanctions', '惩戒（件）', 1.3],
      ],
    },
  ])
}

export function yearSummary(): Document {
  return summary('年度总结', [
    {
      rows: 'rates',
      title: '签署率和建档率',
      only: 'has_rates',
      columns: [
        ['district', '推荐范围', 2.3],
        ['agencies', '机构数', 1.5],
        ['signed', '机构已签', 1.6],
        ['agency_rate', '签署率（%）', 1.8],
        ['staff', '从业人员', 1.8],
        ['staff_signed', '人员已签', 1.8],
        ['staff_rate', '签署率（%）', 1.8],
        ['archives', '已建档', 1.6],
        ['archive_rate', '建档率（%）', 1.8],
      ],
    },
    {
      rows: 'rows',
      title: '各推荐范围情况',
      only: 'has_rows',
      columns: [
        ['district', '推荐范围', 2.2],
        ['received', '投诉件数', 1.2],
        ['closed_rate', '办结率%', 1.4],
        ['on_time_rate', '按期率%', 1.4],
        ['penalties', '处罚件数', 1.2],
        ['sanctions', '惩戒件数', 1.2],
        ['inspected_rate', '检查覆盖率%', 1.5],
        ['evaluated', '评估数', 1.3],
        ['mean', '平均分', 1.4],
        ['median', '中位数', 1.4],
        ['granted', '授予称号', 1.2],
        ['taken_back', '撤销称号', 1.2],
      ],
    },
    {
      rows: 'trends',
      title: '与上年比较',
      only: 'has_trends',
      columns: [
        ['name', '项目', 6.4],
        ['before', '上年', 3.2],
        ['now', '本年', 3.2],
        ['change', '增减', 3.2],
      ],
    },
  ])
}
