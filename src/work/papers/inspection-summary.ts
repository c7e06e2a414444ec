// The table of a campaign of inspections (清理整顿情况统计表, ZS 四(四)): the figures of the checklist for each
// jurisdiction and for all, with the coverage. What no record tells is a dash, not zero.
import { type Coverage, coverageRate } from '../../domain/inspection/due.ts'
import { type SummaryFigure, toldAmount } from '../../domain/inspection/summary.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { getSetting } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { coverageIn } from '../inspection/coverage.ts'
import { type SummaryWanted, summariesIn } from '../inspection/summary.ts'
import { ownDistrict } from '../own-district.ts'
import { chineseDay, footerNote, type Paper, type Stationery, stationeryOf } from './paper.ts'
import { type TableFormat, tablePaper } from './sheet.ts'

const { labels, said } = zhCN.words
const TITLE = '清理整顿情况统计表'

type Row = PaperContent<'inspection-summary'>['rows'][number]
type FigureField = Exclude<keyof Row, 'district' | 'to_inspect' | 'inspected' | 'inspected_rate'>

/** The fields of the paper by the ids of the checklist's figures, in the order of the table. */
const FIELDS: Readonly<Record<string, FigureField>> = {
  officers: 'officers',
  'officers.labor': 'officers_labor',
  'officers.market': 'officers_market',
  'officers.police': 'officers_police',
  'officers.other': 'officers_other',
  agencies: 'seen_agencies',
  employers: 'seen_employers',
  unlicensed: 'unlicensed',
  fake_job: 'fake_job',
  fake_ad: 'fake_ad',
  id_seized: 'id_seized',
  ordered: 'ordered',
  refunded: 'refunded',
  closed: 'shut',
  revoked: 'license_revoked',
  transferred: 'transferred',
}

/** The last three columns. */
const COVERED = ['to_inspect', 'inspected', 'inspected_rate'] as const
const COVERED_HEADERS = ['应检查机构\n（家）', '已检查\n（家）', '覆盖率\n（%）']

interface Filled {
  content: PaperContent<'inspection-summary'>
  headers: string[]
  /** First and last, and whose it is, for the name of the file. */
  named: string[]
}

export function inspectionSummaryPaper(desk: Desk, wanted: SummaryWanted, format: TableFormat): Paper {
  return ask(desk, reader => {
    const stationery = stationeryOf(desk, reader)
    const { content, headers, named } = contentOf(desk, reader, stationery, wanted)
    const rows = content.rows.map(cellsOf)
    const name = [TITLE, ...named]
    const sheet: SheetOut = {
      name: TITLE,
      title: content.title,
      subtitle: content.span,
      columns: headers.map((header, i) => ({
        header,
        type:
          i === 0 ? ('text' as const) : header.includes('万元') || header.includes('%') ? 'decimal' : 'int',
        decimals: 'told',
        align: 'center' as const,
        width: i === 0 ? 12 : 9,
      })),
      rows: rows.slice(0, -1),
      totals: rows.at(-1)!,
      notes: [
        ...content.notes,
        '填报单位（盖章）：　　　　　　填报人：　　　　　填报日期：　　　年　　月　　日',
      ],
      landscape: true,
      onePage: true,
    }
    const table = {
      kind: 'inspection-summary' as const,
      name: name.filter(part => part !== ''),
      word: content,
      sheet,
    }
    return tablePaper(stationery, table, format)
  })
}

function cellsOf(row: Row): string[] {
  return ['district' as const, ...Object.values(FIELDS), ...COVERED].map(key => row[key])
}

function contentOf(desk: Desk, reader: Reader, stationery: Stationery, wanted: SummaryWanted): Filled {
  const { title, clause, scheme: asking, from, to, figures, districts } = summariesIn(desk, reader, wanted)
  const coverage = coverageIn(desk, reader, wanted)
  const covered = new Map(coverage.rows.map(row => [row.district_code, row]))
  const all = coverage.rows.at(-1)!
  const rows = districts
    .filter(d => d.records > 0 || (d.district_code !== null && covered.has(d.district_code)))
    .map(d =>
      rowOf(
        d.district ?? '未写明',
        d.figures,
        d.district_code === null ? null : covered.get(d.district_code),
        all,
      ),
    )
  const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
  const district = ownDistrict(reader, wanted.district)
  // Another scheme's document is no basis here.
  const own = asking === scheme.id
  const which = wanted.batch === null ? '' : `　检查批次：${wanted.batch.trim()}`
  return {
    content: {
      title: `${title}${TITLE}`,
      span: `${chineseDay(from)}至${chineseDay(to)}${which}　${district === null ? '全部推荐范围' : district.name}${own ? `（${clause}）` : ''}`,
      rows: [...rows, rowOf('合计', figures, all, all)],
      notes: [
        `“${labels.none}”表示没有记录可以说明，不是零。${gapsOf(figures)}`,
        said.coverageDays({
          ...{ from: chineseDay(coverage.from), to: chineseDay(coverage.to), on: chineseDay(coverage.on) },
          clause: own ? coverage.clause : '起止为本程序默认',
        }),
        ...figures
          .filter(({ unclear }) => unclear.length > 0)
          .map(({ item, unclear }) => `${item.name}：${said.unclearRecords(unclear.length)}。`),
      ],
      footer_note: footerNote(stationery, 'inspection-summary', scheme, district?.code ?? null),
    },
    named: [`${from}至${to}`, district?.name ?? ''],
    headers: ['推荐范围', ...figures.flatMap(headersOf), ...COVERED_HEADERS],
  }
}

function headersOf({ item }: SummaryFigure): string[] {
  const parts = item.take === 'sum' && item.fields.length > 1 ? item.fields : []
  return [`${item.name}\n（${item.unit}）`, ...parts.map(({ name }) => said.summaryPart(name).trim())]
}

function rowOf(
  district: string,
  figures: readonly SummaryFigure[],
  covered: Coverage | null | undefined,
  whole: Coverage,
): Row {
  const values = figures.flatMap(({ item, value, parts }) => [
    [FIELDS[item.id]!, told(item, value)] as const,
    ...parts.map(part => [FIELDS[`${item.id}.${part.field.id}`]!, told(item, part.value)] as const),
  ])
  // Without any inspection a sum is not told in parts.
  const unknown = Object.values(FIELDS).map(field => [field, labels.none] as const)
  return {
    district,
    ...(Object.fromEntries([...unknown, ...values]) as Record<FigureField, string>),
    to_inspect: covered ? String(covered.to_inspect) : labels.none,
    inspected: covered && whole.inspected > 0 ? String(covered.inspected) : labels.none,
    inspected_rate: (covered && coverageRate(covered, whole)) ?? labels.none,
  }
}

function told(item: SummaryFigure['item'], value: number | null): string {
  return String(toldAmount(item, value) ?? labels.none)
}

/** Why a figure of all is not known, as many as share a reason together. */
function gapsOf(figures: readonly SummaryFigure[]): string {
  const byReason = new Map<string, string[]>()
  for (const { item, gap } of figures)
    if (gap !== null) byReason.set(said.gap[gap]!, [...(byReason.get(said.gap[gap]!) ?? []), item.name])
  return [...byReason].map(([reason, names]) => `${names.join('、')}：${reason}。`).join('')
}
