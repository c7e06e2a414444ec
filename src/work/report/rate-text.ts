// How figures are said, on papers and on the page of a year: what there is not is no zero.
import { percentText } from '../../domain/exact.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'

export const NONE = zhCN.words.labels.none

/** In per cent with its sign; nothing of nothing has no rate. */
export function rateText(n: number, of: number): string {
  return percentSign(percentText(n, of))
}

export function percentSign(percent: string | null): string {
  return percent === null ? NONE : `${percent}%`
}

/** As a cell: without the sign. */
export function rateCell(n: number, of: number): string {
  return percentText(n, of) ?? NONE
}

export function countText(n: number | null | undefined): string {
  return n == null ? NONE : String(n)
}
