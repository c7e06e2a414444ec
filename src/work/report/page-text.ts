// How the year as a page writes its figures.
import { meanOf, percentText, pointsText, roundHalfUp } from '../../domain/exact.ts'
import type { Column } from '../../formats/year-page/model.ts'
import { NONE, rateText } from './rate-text.ts'

/** With what it rests on. */
export function shareText(n: number, of: number): string {
  return of === 0 ? NONE : `${rateText(n, of)}（${n}/${of}）`
}

/** To be drawn: null where there is no rate. */
export function percentOf(n: number, of: number): number | null {
  const percent = percentText(n, of)
  return percent === null ? null : Number(percent)
}

/** Of hundredths, to be drawn: rounded half-up to 0.01; null of none. */
export function meanPoints(values: readonly number[]): number | null {
  const mean = meanOf(values)
  return mean && roundHalfUp(mean, 0)
}

export function pointsOr(hundredths: number | null): string {
  return pointsText(hundredths) ?? NONE
}

export const text = (title: string): Column => ({ title })
export const number = (title: string): Column => ({ title, number: true })
