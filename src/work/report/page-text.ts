// How the year as a page writes its figures.
import { percentText, pointsText, roundHalfUp } from '../../domain/exact.ts'
import type { Column } from '../../formats/year-page/model.ts'

export const NONE = '—'

/** Nothing of nothing has no rate. */
export function rateText(n: number, of: number): string {
  const percent = percentText(n, of)
  return percent === null ? NONE : `${percent}%`
}

/** With what it rests on. */
export function shareText(n: number, of: number): string {
  return of === 0 ? NONE : `${rateText(n, of)}（${n}/${of}）`
}

/** To be drawn: null where there is no rate. */
export function percentOf(n: number, of: number): number | null {
  const percent = percentText(n, of)
  return percent === null ? null : Number(percent)
}

/** The mean of hundredths, rounded half-up to 0.01; null of none. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sum = values.reduce((a, b) => a + b, 0)
  return roundHalfUp({ n: BigInt(sum), d: BigInt(values.length) }, 0)
}

export function pointsOr(hundredths: number | null): string {
  return pointsText(hundredths) ?? NONE
}

export const text = (title: string): Column => ({ title })
export const number = (title: string): Column => ({ title, number: true })
