// Of the year as a page: the three rates, complaints and their times, the coverage of the inspection.
import { coverageRate } from '../../domain/inspection/due.ts'
import type { ComplaintTimes } from '../../domain/records/complaint-times.ts'
import type { Figure, Section } from '../../formats/year-page/model.ts'
import type { DistrictRates as CommitmentRates } from '../archive/roll.ts'
import type { DistrictRates as ComplaintRates } from '../complaint-rates.ts'
import type { CoverageTable, DistrictCoverage } from '../inspection/coverage.ts'
import { number, percentOf, shareText, text } from './page-text.ts'
import { NONE, percentSign, rateText } from './rate-text.ts'

const ALL = '合计'

interface Rate<Row> {
  name: string
  of: (row: Row) => { n: number; of: number }
}

/** Rates of each jurisdiction side by side; the last row is of all. */
function ratesFigure<Row extends { district: string | null }>(
  { title, note }: Pick<Figure, 'title' | 'note'>,
  rows: readonly Row[],
  rates: readonly Rate<Row>[],
  counts: readonly { name: string; of: (row: Row) => number }[],
): Figure {
  const shown = unrepeated(rows).map(row => ({ row, label: row.district ?? ALL }))
  return {
    title,
    note,
    plot: {
      is: 'dots',
      series: rates.map(rate => rate.name),
      rows: shown.map(({ row, label }) => ({
        label,
        values: rates.map(rate => percentOf(rate.of(row).n, rate.of(row).of)),
      })),
    },
    table: {
      columns: [text('推荐范围'), ...[...counts, ...rates].map(({ name }) => number(name))],
      rows: shown.map(({ row, label }) => [
        label,
        ...counts.map(count => String(count.of(row))),
        ...rates.map(rate => shareText(rate.of(row).n, rate.of(row).of)),
      ]),
      totals: shown.length > 1,
    },
  }
}

/** Of one jurisdiction alone the sum of all says the same again. */
function unrepeated<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.length === 2 ? rows.slice(0, 1) : rows
}

/** 机构签署率、从业人员签署率、建档率 (ZS 四(三)). */
export const THREE: readonly Rate<CommitmentRates>[] = [
  { name: '机构签署率', of: r => ({ n: r.agency_signed, of: r.agencies }) },
  { name: '从业人员签署率', of: r => ({ n: r.staff_signed, of: r.staff }) },
  { name: '建档率', of: r => ({ n: r.archives, of: r.agencies }) },
]

export function threeRates(
  { districts, total }: { districts: readonly CommitmentRates[]; total: CommitmentRates },
  today: string,
): Section {
  const figures: Figure[] = [
    {
      title: '三个率',
      note: `在册机构 ${total.agencies} 家，截至 ${today}。`,
      plot: {
        is: 'bars',
        max: 100,
        rows: THREE.map(({ name, of }) => {
          const { n, of: all } = of(total)
          return { label: name, value: percentOf(n, all), text: rateText(n, all) }
        }),
      },
      table: {
        columns: [text('率'), number('已达'), number('应达'), number('百分比')],
        rows: THREE.map(({ name, of }) => {
          const { n, of: all } = of(total)
          return [name, String(n), String(all), rateText(n, all)]
        }),
      },
    },
  ]
  if (districts.length > 0)
    figures.push(
      ratesFigure(
        { title: '各推荐范围的三个率', note: '每个率一种记号，数在表里。' },
        [...districts, total],
        THREE,
        [{ name: '在册机构', of: r => r.agencies }],
      ),
    )
  return {
    id: 'rates',
    title: '签署承诺书和建立诚信档案',
    lead:
      total.staff_unknown === 0 ? [] : [`${total.staff_unknown} 家没有从业人员数，不计入从业人员签署率。`],
    figures,
  }
}

export function complaints(
  rows: readonly ComplaintRates[],
  times: ComplaintTimes,
  span: { from: string; to: string },
): Section {
  const all = rows.at(-1)!
  const spans = times.spans.map(({ from, to, cases }) => {
    const label = to === null ? `${from} 日以上` : from === to ? '当日' : `${from}–${to} 日`
    return { label, cases }
  })
  const took =
    times.median === null ? '' : `已办结的用时中位 ${times.median} 日（0 为当日），最长 ${times.longest} 日。`
  return {
    id: 'complaints',
    title: '投诉举报',
    lead: [
      `${span.from} 至 ${span.to} 收到 ${all.received} 件，查实 ${all.upheld} 件；重复的只计一次。`,
      ...(all.limit_unknown === 0
        ? []
        : [`${all.limit_unknown} 件的办结期限算不出（没有收录该年的工作日历），没有计入按时率。`]),
    ],
    figures: [
      {
        title: '从收到到办结的天数',
        note: `按日历日。${took}`,
        plot: {
          is: 'bars',
          max: Math.max(1, times.open, ...spans.map(s => s.cases)),
          rows: [...spans, { label: '未办结', cases: times.open }].map(({ label, cases }) => ({
            ...{ label, value: cases, text: String(cases) },
          })),
        },
        table: {
          columns: [text('天数'), number('件数'), number('占已办结的')],
          rows: [
            ...spans.map(({ label, cases }) => [label, String(cases), rateText(cases, times.closed)]),
            ['未办结', String(times.open), NONE],
          ],
        },
      },
      ratesFigure(
        { title: '各推荐范围的办理情况', note: '按时率：已办结或已到期的当中，在期限内办结的。' },
        rows,
        [
          { name: '当日答复率', of: r => r.same_day },
          { name: '受理率', of: r => r.taken_up },
          { name: '办结率', of: r => r.closed },
          { name: '按时率', of: r => r.on_time },
        ],
        [
          { name: '收到', of: r => r.received },
          { name: '查实', of: r => r.upheld },
        ],
      ),
    ],
  }
}

export function inspections({ rows: all, from, to, clause }: CoverageTable): Section {
  const rows = unrepeated(all)
  const whole = all.at(-1)!
  const named = (row: DistrictCoverage) => row.district ?? ALL
  return {
    id: 'inspections',
    title: '检查覆盖',
    lead: [],
    figures: [
      {
        title: '各推荐范围的检查覆盖率',
        note: `${from} 至 ${to} 检查过的机构占应检查的（${clause}）。`,
        plot: {
          is: 'bars',
          max: 100,
          rows: rows.map(row => ({
            label: named(row),
            value: whole.inspected === 0 ? null : percentOf(row.inspected, row.to_inspect),
            text:
              whole.inspected === 0 || row.to_inspect === 0
                ? NONE
                : `${percentSign(coverageRate(row, whole))} ${row.inspected}/${row.to_inspect}`,
          })),
        },
        table: {
          columns: [
            text('推荐范围'),
            ...['应检查', '已检查', '未检查', '覆盖率', '许可证情况不明'].map(number),
          ],
          rows: rows.map(row => [
            ...[named(row), String(row.to_inspect), String(row.inspected)],
            ...[String(row.missing.length), percentSign(coverageRate(row, whole))],
            String(row.license_unknown),
          ]),
          totals: rows.length > 1,
        },
      },
    ],
  }
}
