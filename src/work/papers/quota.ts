// The allotment table (名额分配表, BJ annex 2) with places used and the for-profit share.
import { nominationOf, paperOf } from '../../domain/scheme/nomination.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { ownDistrict } from '../own-district.ts'
import { type ReportRow, reportOf } from '../quota/report.ts'
import { type QuotaTable, readQuota } from '../show-quota.ts'
import { footerNote, type Paper, type Stationery, stationeryOf } from './paper.ts'
import { type Table, type TableFormat, tablePaper } from './sheet.ts'

type ColumnOut = SheetOut['columns'][number]

const { labels, said, value } = zhCN.words

/** By the desk's scheme and of all places unless another scheme or a district (code or name) is named. */
export function quotaPaper(
  desk: Desk,
  { scheme, district }: { scheme: string | null; district: string | null },
  format: TableFormat,
): Paper {
  return ask(desk, reader => {
    const stationery = stationeryOf(desk, reader)
    const only = ownDistrict(reader, district)?.code ?? null
    return tablePaper(stationery, quotaTable(reader, stationery, scheme ?? undefined, only), format)
  })
}

/** Of the desk's scheme unless one is named; of all places or of one district. Refuses where all compete together and the document has no such table. */
export function quotaTable(
  reader: Reader,
  stationery: Stationery,
  scheme_id?: string,
  only: string | null = null,
): Table<'quota'> {
  const quota = onlyOf(readQuota(reader, scheme_id), only)
  const { scheme, year } = quota
  const report = reportOf(quota)
  const shown: Shown = {
    lasting: report.totals.used !== null,
    shared: nominationOf(scheme).for_profit_share !== null,
  }
  const rows = report.rows.map(row => cells(row, shown))
  const totals = cells(report.totals, shown)
  const { title, notes } = headOf(quota)
  const subtitle = `${scheme.issuer}${year === null ? '' : `　${year}年度`}`
  const told = [...notes, ...departed(quota)]
  return {
    kind: 'quota',
    name: ['名额分配表', ...(only === null ? [] : [only, quota.rows[0]?.district.name ?? ''])],
    word: {
      ...{ title, subtitle, shared: shown.shared, notes: told },
      rows: [...report.rows, report.totals].map(row => wordRow(row, shown)),
      footer_note: footerNote(stationery, 'quota', scheme, only),
    },
    sheet: {
      ...{ name: '名额分配表', title, subtitle },
      ...{ columns: columns(shown), rows, totals, notes: told, landscape: true, onePage: true },
    },
  }
}

function onlyOf(quota: QuotaTable, code: string | null): QuotaTable {
  if (code === null) return quota
  const rows = quota.rows.filter(row => row.district.code === code)
  const departures = quota.departures.filter(d => d.district_code === code)
  return { ...quota, rows, departures, total: rows.reduce((sum, row) => sum + row.seats, 0) }
}

/** A document that leaves the table out (LY 三) has none whose title and note could be quoted. */
function headOf({ scheme, total }: QuotaTable): { title: string; notes: string[] } {
  const { title, places_total } = nominationOf(scheme)
  const own = places_total.by === 'whole' ? paperOf(scheme, 'quota') : scheme.papers.quota
  if (own !== null) return { title: own.title, notes: [`备注：${own.note}（${own.clause}）`] }
  const open = total === 0 ? [`名额共${places_total.seats}个（${places_total.clause}），尚未分配。`] : []
  return { title: `“${title}”名额分配表`, notes: ['原文没有本表，表题和格式由本程序所加。', ...open] }
}

/** Places that are not the document's, with what it has and why, as many as share a reason in one line. */
function departed({ departures }: QuotaTable): string[] {
  const byReason = new Map<string | null, string[]>()
  for (const { unit, official, seats, reason } of departures)
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${unit} ${official}→${seats}`])
  return [...byReason].map(
    ([reason, units]) =>
      `与文件名额不同：${units.join('、')}；${reason === null ? '没有写明理由' : `理由：${reason}`}。`,
  )
}

/** What there is to show of the places. */
interface Shown {
  /** The total is for several years: what earlier ones have used is no longer there. */
  lasting: boolean
  /** There is a share for for-profit agencies (BJ 附件2备注); elsewhere nobody is for-profit or not. */
  shared: boolean
}

function columns({ lasting, shared }: Shown): ColumnOut[] {
  const number = (header: string): ColumnOut => ({ header, type: 'int', align: 'center' })
  const text = (header: string): ColumnOut => ({ header, type: 'text', align: 'center' })
  const share: ColumnOut = { header: '经营性占比', type: 'percent', align: 'center' }
  return [
    ...[text('区划代码'), text('推荐范围'), number('推荐名额')],
    ...(lasting ? [number('已用'), number('可用名额')] : []),
    ...[number('已推荐'), number('剩余')],
    ...(shared ? [number('其中经营性'), number('经营性应不少于'), share] : []),
    { header: '备注', type: 'text', width: 34 },
  ]
}

function cells(row: ReportRow, { lasting, shared }: Shown): (string | number | null)[] {
  const { nominated, for_profit } = row
  return [
    ...[row.district_code ?? '', row.unit ?? '合计', row.seats],
    ...(lasting ? [row.used, row.available] : []),
    ...[nominated, nominated === null ? null : row.left],
    ...(shared ? [for_profit, requiredOf(row), shareOf(row)] : []),
    row.notes.map(said.quotaNote).join(labels.listStop),
  ]
}

function requiredOf({ share_holds, required }: ReportRow): string | number | null {
  return share_holds ? required : value.outcome.not_applicable
}

/** No nominees, no share: never "100%". */
function shareOf({ for_profit_share: share }: ReportRow): string {
  return share === null ? labels.none : `${share}%`
}

function wordRow(row: ReportRow, { lasting, shared }: Shown): Table<'quota'>['word']['rows'][number] {
  const { seats, used, available, nominated, left, for_profit } = row
  const written = (cell: string | number | null) => String(cell ?? labels.none)
  const ofShare = (cell: string | number | null) => (shared ? written(cell) : value.outcome.not_applicable)
  return {
    ...{ code: row.district_code ?? '', district: row.unit ?? '合计' },
    seats: lasting ? `${seats}（已用${used}，可用${available}）` : String(seats),
    ...{ nominated: written(nominated), left: written(nominated === null ? null : left) },
    ...{ for_profit: ofShare(for_profit), required: ofShare(requiredOf(row)), share: ofShare(shareOf(row)) },
    note: row.notes.map(said.quotaNote).join(labels.listStop),
  }
}
