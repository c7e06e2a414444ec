// How the places are used: given, used by earlier titles, left, nominated, with the for-profit share (BJ annex 2).
import { percentText } from '../../domain/exact.ts'
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
  left: number
  /** Null until a nomination was proposed. */
  nominated: number | null
  /** Of those that are left, after the nominees. */
  unfilled: number | null
  for_profit: number | null
  required: number | null
  /** Of the nominees, in per cent; null where there are none. */
  for_profit_share: string | null
  waived: boolean
  notes: ReportNote[]
}

export type ReportNote =
  | { is: 'over'; by: number }
  | { is: 'unfilled'; by: number }
  | { is: 'share'; by: number; waived: boolean }
  | { is: 'tied'; tied: number; open: number }

export interface QuotaReport {
  quota: QuotaTable
  clause: string
  rows: ReportRow[]
  totals: ReportRow
}

export function reportQuota(desk: Desk): QuotaReport {
  const quota = showQuota(desk)
  const rows = quota.rows.map(rowOf)
  return { quota, clause: nominationOf(quota.scheme).places_total.clause, rows, totals: totalsOf(rows) }
}

function rowOf({ district, seats, granted, used: tally }: QuotaRow): ReportRow {
  const left = Math.max(0, seats - (granted ?? 0))
  const row = {
    ...{ unit: district.name, district_code: district.code, seats, used: granted, left },
    ...{ waived: tally?.waived ?? false, notes: [] },
  }
  if (tally === null)
    return {
      ...row,
      nominated: null,
      unfilled: null,
      for_profit: null,
      required: null,
      for_profit_share: null,
    }
  const { nominated, for_profit, required, waived, tied, open } = tally
  const unfilled = Math.max(0, left - nominated)
  const notes: ReportNote[] = []
  if (nominated > left) notes.push({ is: 'over', by: nominated - left })
  if (tied > 0) notes.push({ is: 'tied', tied, open })
  if (unfilled > open) notes.push({ is: 'unfilled', by: unfilled - open })
  if (for_profit < required) notes.push({ is: 'share', by: required - for_profit, waived })
  return {
    ...{ ...row, nominated, unfilled, for_profit, required, notes },
    for_profit_share: percentText(for_profit, nominated),
  }
}

function totalsOf(rows: readonly ReportRow[]): ReportRow {
  const sum = (field: 'seats' | 'used' | 'left' | 'nominated' | 'unfilled' | 'for_profit' | 'required') => {
    const values = rows.map(row => row[field]).filter(value => value !== null)
    return values.length === 0 ? null : values.reduce((a, b) => a + b, 0)
  }
  const [nominated, for_profit] = [sum('nominated'), sum('for_profit')]
  return {
    ...{
      unit: null,
      district_code: null,
      seats: sum('seats') ?? 0,
      used: sum('used'),
      left: sum('left') ?? 0,
    },
    ...{ nominated, unfilled: sum('unfilled'), for_profit, required: sum('required') },
    for_profit_share: nominated === null || for_profit === null ? null : percentText(for_profit, nominated),
    ...{ waived: rows.some(row => row.waived), notes: [] },
  }
}
