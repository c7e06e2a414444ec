// How the places are used: given, used by earlier titles, nominated, left, with the for-profit share (BJ annex 2).
import { percentText } from '../../domain/exact.ts'
import type { ReportNote } from '../../domain/quota/report-note.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Desk } from '../desk.ts'
import { type QuotaRow, type QuotaTable, showQuota } from '../show-quota.ts'

export interface ReportRow {
  /** Null of all together. */
  unit: string | null
  district_code: string | null
  seats: number
  /** By titles of earlier evaluations of the period; null where every year begins anew. */
  used: number | null
  /** The places less those. */
  available: number
  /** Null until a nomination was proposed. */
  nominated: number | null
  /** Of the available ones, what no nominee takes. */
  left: number
  for_profit: number | null
  /** Null until a nomination was proposed, and where no share holds. */
  required: number | null
  share_holds: boolean
  /** Of the nominees, in per cent; null where there are none. */
  for_profit_share: string | null
  waived: boolean
  notes: ReportNote[]
}

export interface QuotaReport {
  quota: QuotaTable
  clause: string
  rows: ReportRow[]
  totals: ReportRow
}

export function reportQuota(desk: Desk): QuotaReport {
  return reportOf(showQuota(desk))
}

export function reportOf(quota: QuotaTable): QuotaReport {
  const rows = quota.rows.map(rowOf)
  return { quota, clause: nominationOf(quota.scheme).places_total.clause, rows, totals: totalsOf(rows) }
}

function rowOf(row: QuotaRow): ReportRow {
  const { district, seats, granted: used, available, left, minimum, used: tally } = row
  const share_holds = minimum !== null
  const nominated = tally?.nominated ?? null
  const for_profit = tally?.for_profit ?? null
  return {
    ...{ unit: district.name, district_code: district.code, seats, used, available, nominated, left },
    ...{ for_profit, required: share_holds ? (tally?.required ?? null) : null, share_holds },
    for_profit_share: shareOf(nominated, for_profit),
    ...{ waived: (tally?.waiver ?? null) !== null, notes: notesOf(row) },
  }
}

function notesOf({ district, available, left, used: tally }: QuotaRow): ReportNote[] {
  if (tally === null) return []
  const { nominated, for_profit, required, waiver, tied, open, short } = tally
  const notes: ReportNote[] = []
  if (nominated > available) notes.push({ is: 'over', by: nominated - available })
  if (tied > 0) notes.push({ is: 'tied', tied, open })
  if (left > open) notes.push({ is: 'left', by: left - open, short })
  const by = Math.max(0, required - for_profit)
  if (waiver !== null) {
    const { reason, signer, ruled_on } = waiver
    notes.push({ is: 'waived', by, reason, signer, ruled_on })
  } else if (by > 0) notes.push({ is: 'share', by })
  return notes.length === 0 && district.kind === 'city' ? [{ is: 'city' }] : notes
}

function shareOf(nominated: number | null, forProfit: number | null): string | null {
  return nominated === null || forProfit === null ? null : percentText(forProfit, nominated)
}

function totalsOf(rows: readonly ReportRow[]): ReportRow {
  type Summed = 'seats' | 'used' | 'available' | 'nominated' | 'left' | 'for_profit' | 'required'
  const sum = (field: Summed) => {
    const values = rows.map(row => row[field]).filter(value => value !== null)
    return values.length === 0 ? null : values.reduce((a, b) => a + b, 0)
  }
  const [nominated, for_profit] = [sum('nominated'), sum('for_profit')]
  return {
    ...{ unit: null, district_code: null, seats: sum('seats') ?? 0, used: sum('used') },
    ...{ available: sum('available') ?? 0, nominated, left: sum('left') ?? 0, for_profit },
    ...{ required: sum('required'), share_holds: rows.some(row => row.share_holds) },
    for_profit_share: shareOf(nominated, for_profit),
    ...{ waived: rows.some(row => row.waived), notes: [] },
  }
}
