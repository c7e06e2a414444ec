// The allotment table (名额分配表, BJ annex 2) with places used and the for-profit share.

import { ratioText } from '../../domain/exact.ts'
import { paperOf } from '../../domain/scheme/nomination.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { ask, type Desk } from '../desk.ts'
import { type QuotaTable, readQuota } from '../show-quota.ts'
import { checkLine } from './paper.ts'

/** The sheet as laid out; its rows and header serve the CSV too. */
export function planQuotaSheet(desk: Desk): SheetOut {
  return ask(desk, reader => {
    const quota = readQuota(reader)
    const rows = quota.rows.map(row => {
      const { nominated, for_profit, required } = row.used ?? {
        nominated: null,
        for_profit: null,
        required: null,
      }
      const share = row.minimum === null ? '不适用' : ''
      return [
        row.district.code,
        row.district.name,
        row.seats,
        nominated,
        nominated === null ? null : row.seats - nominated,
        for_profit,
        row.minimum === null ? share : required,
        sharePercent(nominated, for_profit),
        remark(row),
      ]
    })
    const sum = (column: number) => {
      const values = rows.map(row => row[column]).filter(value => typeof value === 'number')
      return values.length === 0 ? null : values.reduce((a, b) => a + b, 0)
    }
    const totals = ['', '合计', sum(2), sum(3), sum(4), sum(5), sum(6), sharePercent(sum(3), sum(5)), '']
    const { papers, issuer } = quota.scheme
    const paper = paperOf(quota.scheme, 'quota')
    return {
      name: '名额分配表',
      title: paper.title,
      subtitle: `${issuer}　${quota.year === null ? '' : `${quota.year}年度`}`,
      columns: [
        { header: '区划代码', type: 'text', align: 'center' },
        { header: '推荐范围', type: 'text', align: 'center' },
        { header: '推荐名额', type: 'int', align: 'center' },
        { header: '已推荐', type: 'int', align: 'center' },
        { header: '剩余', type: 'int', align: 'center' },
        { header: '其中经营性', type: 'int', align: 'center' },
        { header: '经营性应不少于', type: 'text', align: 'center' },
        { header: '经营性占比', type: 'text', align: 'center' },
        { header: '备注', type: 'text', width: 34 },
      ],
      rows,
      totals,
      notes: [
        `备注：${paper.note}（${paper.clause}）`,
        ...(papers.no_fee === null ? [] : [papers.no_fee.text]),
        checkLine(reader, { rows, totals }),
      ],
      landscape: true,
      onePage: true,
    }
  })
}

function sharePercent(nominated: number | null, forProfit: number | null): string {
  // No nominees, no share: never "100%".
  if (nominated === null || forProfit === null || nominated === 0) return '—'
  return `${ratioText({ n: BigInt(forProfit) * 100n, d: BigInt(nominated) }, 0, 1)}%`
}

function remark({ used, seats, minimum }: QuotaTable['rows'][number]): string {
  if (used === null) return ''
  if (used.tied > 0) return `末位并列 ${used.tied} 家，待定`
  if (used.waived) return '经营性比例已放宽'
  if (used.short) return `经营性机构不足，按比例推荐 ${used.nominated} 家`
  if (used.nominated < seats) return '符合条件的机构不足'
  return minimum === null ? '由市局遴选' : ''
}
