// Of the year as a page: how the places are used with the for-profit share, and what is due.
import type { ReportNote } from '../../domain/quota/report-note.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Card, Figure, Section } from '../../formats/year-page/model.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { type QuotaReport, type ReportRow, reportOf } from '../quota/report.ts'
import type { QuotaTable } from '../show-quota.ts'
import type { DeadlineReport, ReportedDeadline } from './deadlines.ts'
import { number, percentOf, text } from './page-text.ts'
import { countText, NONE, rateText } from './rate-text.ts'

const { labels, said } = zhCN.words

/** `district`: this one alone, without the sums of all. */
export function quotaUse(quota: QuotaTable, district: string | null): Section {
  const report = reportOf(quota)
  const { places_total, for_profit_share } = nominationOf(quota.scheme)
  const { by, seats, clause } = places_total
  const open = by !== 'table' && quota.total === 0
  const rows = report.rows.filter(r => district === null || r.district_code === district)
  const shown = district === null ? [...rows, report.totals] : rows
  const share: Figure = {
    title: '经营性机构占推荐对象的比例',
    note: `区县的推荐对象中经营性机构应不低于 ${for_profit_share?.percent ?? 0}%（${for_profit_share?.clause ?? ''}），市属机构不作要求。`,
    plot: {
      is: 'bars',
      max: 100,
      mark: { value: for_profit_share?.percent ?? 0, text: `${for_profit_share?.percent ?? 0}%` },
      rows: shown.map(row => ({
        label: named(row),
        value: percentOf(row.for_profit ?? 0, row.nominated ?? 0),
        text: rateText(row.for_profit ?? 0, row.nominated ?? 0),
      })),
    },
    table: {
      columns: [text('推荐范围'), ...['已推荐', '其中经营性', '应不少于', '占比'].map(number)],
      rows: shown.map(row => [
        ...[named(row), countText(row.nominated), countText(row.for_profit), required(row)],
        rateText(row.for_profit ?? 0, row.nominated ?? 0),
      ]),
      totals: district === null,
    },
  }
  return {
    id: 'quota',
    title: '名额使用和经营性比例',
    lead: [
      open
        ? `共 ${seats} 个名额（${clause}），${by === 'whole' ? '统一评选，不分配到推荐范围' : '尚未分配'}。`
        : said.quotaTotal(quota.total, seats, clause),
    ],
    figures: open
      ? []
      : [
          use(report, shown, district === null),
          ...(for_profit_share === null || report.totals.nominated === null ? [] : [share]),
        ],
  }
}

export function quotaCard(quota: QuotaTable, district: string | null): Card {
  const { rows, totals } = reportOf(quota)
  const row = district === null ? totals : rows.find(r => r.district_code === district)!
  const { nominated, for_profit, seats } = row
  return {
    label: '已推荐',
    value: nominated === null ? '还没有提出' : `${nominated} / ${seats}`,
    detail: `名额 ${seats} 个${nominated === null ? '' : `，经营性占 ${rateText(for_profit ?? 0, nominated)}`}`,
  }
}

const named = (row: ReportRow) => row.unit ?? '合计'
const required = (row: ReportRow) =>
  row.share_holds ? countText(row.required) : zhCN.words.value.outcome.not_applicable

function use({ totals }: QuotaReport, shown: readonly ReportRow[], summed: boolean): Figure {
  const lasting = totals.used !== null
  const proposed = totals.nominated !== null
  const units = shown.filter(row => row.unit !== null)
  return {
    title: '名额使用',
    note: proposed ? '条长为名额。' : '还没有提出推荐名单。',
    plot: {
      is: 'stacked',
      series: [
        ...(lasting ? [{ name: '历年已用' }] : []),
        ...[{ name: '已推荐' }, { name: proposed ? '剩余' : '名额', open: true }],
      ],
      rows: units.map(row => ({
        label: named(row),
        parts: [...(lasting ? [row.used ?? 0] : []), row.nominated ?? 0, row.left],
      })),
    },
    table: {
      columns: [
        ...[text('推荐范围'), number('名额')],
        ...(lasting ? [number('历年已用'), number('可用')] : []),
        ...[number('已推荐'), number('剩余'), text('备注')],
      ],
      rows: shown.map(row => [
        ...[named(row), String(row.seats)],
        ...(lasting ? [countText(row.used), String(row.available)] : []),
        ...[countText(row.nominated), row.nominated === null ? NONE : String(row.left)],
        row.notes.map(noteText).join(labels.listStop),
      ]),
      totals: summed,
    },
  }
}

/** Who signed a waiver, and the reason in somebody's own words, stay in the file. */
function noteText(note: ReportNote): string {
  if (note.is !== 'waived') return said.quotaNote(note)
  return `经营性比例已放宽${note.by === 0 ? '' : `，少 ${note.by} 家`}`
}

export function deadlineTable({ today, deadlines }: DeadlineReport): Section {
  return {
    id: 'deadlines',
    title: '期限',
    lead: [`按 ${today} 计；逾期的在前，已完成的在后。`],
    figures: [
      {
        title: '各项期限',
        note: '',
        plot: null,
        table: {
          columns: [...['期限', '事项', '情形', '依据', '尚欠'].map(text)],
          rows: deadlines.map(d => [d.due_on, d.name, said.markText(d), said.basis(d), owedText(d)]),
        },
      },
    ],
  }
}

/** By step, as many districts as owe it in one. */
function owedText({ tracked, owed }: ReportedDeadline): string {
  if (!tracked) return said.notTracked
  const steps = new Map<string, ReportedDeadline['owed']>()
  for (const one of owed) {
    const alike = one.count === null ? said.owed[one.what](one) : one.what
    steps.set(alike, [...(steps.get(alike) ?? []), one])
  }
  const texts = [...steps.values()].map(alike => {
    const { what, count: first, until, in_time } = alike[0]!
    const sum = first === null ? null : alike.reduce((n, o) => n + (o.count ?? 0), 0)
    const told = said.owed[what]({ count: sum, until, in_time })
    const places = alike.flatMap(o =>
      o.district === null ? [] : [o.count === null ? o.district : `${o.district} ${o.count}`],
    )
    return places.length === 0 ? told : `${told}（${places.join('、')}）`
  })
  return texts.length === 0 ? NONE : texts.join('；')
}
