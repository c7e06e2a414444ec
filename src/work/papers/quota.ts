// The allotment table (名额分配表, BJ annex 2) with places used and the for-profit share.
import { paperOf } from '../../domain/scheme/nomination.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { ask, type Desk } from '../desk.ts'
import { type ReportRow, reportOf } from '../quota/report.ts'
import { type QuotaTable, readQuota } from '../show-quota.ts'
import { checkLine, footerNote } from './paper.ts'

type ColumnOut = SheetOut['columns'][number]

const { labels, said, value } = zhCN.words

/** The sheet as laid out; its rows and header serve the CSV too. */
export function planQuotaSheet(desk: Desk): SheetOut {
  return ask(desk, reader => {
    const quota = readQuota(reader)
    const report = reportOf(quota)
    // Where the total is for several years, what earlier ones have used is no longer there.
    const lasting = report.totals.used !== null
    const rows = report.rows.map(row => cells(row, lasting))
    const totals = cells(report.totals, lasting)
    const { issuer } = quota.scheme
    const paper = paperOf(quota.scheme, 'quota')
    return {
      name: '名额分配表',
      title: paper.title,
      subtitle: `${issuer}　${quota.year === null ? '' : `${quota.year}年度`}`,
      columns: columns(lasting),
      rows,
      totals,
      notes: [
        `备注：${paper.note}（${paper.clause}）`,
        ...departed(quota),
        ...[footerNote(quota.scheme, null)].filter(note => note !== ''),
        checkLine(desk, reader, { rows, totals }),
      ],
      landscape: true,
      onePage: true,
    }
  })
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

function columns(lasting: boolean): ColumnOut[] {
  const number = (header: string): ColumnOut => ({ header, type: 'int', align: 'center' })
  const text = (header: string): ColumnOut => ({ header, type: 'text', align: 'center' })
  return [
    ...[text('区划代码'), text('推荐范围'), number('推荐名额')],
    ...(lasting ? [number('已用'), number('可用名额')] : []),
    ...[number('已推荐'), number('剩余'), number('其中经营性'), text('经营性应不少于'), text('经营性占比')],
    { header: '备注', type: 'text', width: 34 },
  ]
}

function cells(row: ReportRow, lasting: boolean): (string | number | null)[] {
  const { nominated, required, share_holds, for_profit_share: share } = row
  return [
    ...[row.district_code ?? '', row.unit ?? '合计', row.seats],
    ...(lasting ? [row.used, row.available] : []),
    ...[nominated, nominated === null ? null : row.left, row.for_profit],
    share_holds ? required : value.outcome.not_applicable,
    // No nominees, no share: never "100%".
    share === null ? labels.none : `${share}%`,
    row.notes.map(said.quotaNote).join(labels.listStop),
  ]
}
