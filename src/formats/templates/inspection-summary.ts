// The table of a campaign of inspections (清理整顿情况统计表, ZS 四(四)): twelve fields and the coverage, a row for each
// district and one for all. A page on its side.

import { AlignmentType, type Document } from 'docx'
import { grid } from './grid.ts'
import { around, cm, FONT, line, paper, SIZE, text } from './paper.ts'

const FIELDS = [
  ['officers', '出动执法人员（人次）'],
  ['officers_labor', '其中人社'],
  ['officers_market', '市场监管'],
  ['officers_police', '公安'],
  ['officers_other', '其他部门'],
  ['seen_agencies', '检查人力资源服务机构（户次）'],
  ['seen_employers', '检查用人单位（户次）'],
  ['unlicensed', '未经许可从事职业中介（件）'],
  ['fake_job', '机构提供虚假就业信息（件）'],
  ['fake_ad', '用人单位虚假招聘（件）'],
  ['id_seized', '扣押证件或收取押金（件）'],
  ['ordered', '责令改正（件）'],
  ['refunded', '责令退赔（万元）'],
  ['shut', '取缔非法职业中介（件）'],
  ['license_revoked', '吊销许可证（件）'],
  ['transferred', '移送公安机关（件）'],
  ['to_inspect', '应检查机构（家）'],
  ['inspected', '已检查（家）'],
  ['inspected_rate', '覆盖率（%）'],
] as const

/** Column widths in centimeters: district, then the fields. */
const WIDTHS = [2.2, ...FIELDS.map(() => 1.29)]

/** The template's document; tags as in the table below. */
export function inspectionSummary(): Document {
  const tags: string[] = ['district', ...FIELDS.map(([tag]) => tag)].map(tag => `{${tag}}`)
  tags[0] = `{#rows}${tags[0]}`
  tags[tags.length - 1] += '{/rows}'
  const table = grid(
    WIDTHS,
    [{ cells: ['推荐范围', ...FIELDS.map(([, header]) => header)], header: true }, { cells: tags }],
    { height: 0.48, line: 10, size: 15, align: WIDTHS.map(() => 'center' as const) },
  )
  const margin = { top: cm(1.1), bottom: cm(1.1), left: cm(1.4), right: cm(1.4) }
  return paper(
    '清理整顿情况统计表',
    margin,
    [
      line([text('{title}', 32, FONT.title)], { align: AlignmentType.CENTER, line: 22 }),
      line([text('{span}', SIZE.五号)], { align: AlignmentType.CENTER, line: 16, after: 4 }),
      table,
      ...around('notes', [line([text('{.}', SIZE.小五)], { line: 12 })]),
      line(
        [
          text(
            '填报单位（盖章）：　　　　　　　　填报人：　　　　　　　　填报日期：　　　年　　月　　日',
            SIZE.五号,
          ),
        ],
        { line: 18, before: 4 },
      ),
    ],
    true,
  )
}
