// What is used of places that run over several years.
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { latestAllotment } from '../../store/allotment.ts'
import type { Reader } from '../../store/open.ts'
import { countTitles, countTitlesOn } from '../../store/title.ts'
import type { KeptInput } from './adopted.ts'

/**
 * District code -> places used in the period of a scheme: by titles on file but for those that rest on the evaluation
 * `except`, and by those that the table adopted last told of and the register did not have then.
 */
export function usedPlaces(reader: Reader, scheme: Scheme, except = 0): ReadonlyMap<string | null, number> {
  const { title, period } = nominationOf(scheme)
  if (period === null) return new Map()
  const used = countTitles(reader, title, period, except)
  const adopted = latestAllotment(reader, scheme.id)
  if (adopted === undefined) return used
  const { told, units } = JSON.parse(adopted.input) as KeptInput
  if (!told) return used
  const then = countTitlesOn(reader, title, period.from, adopted.adopted_on)
  for (const { code, used: stated } of units) {
    const missing = stated - (then.get(code) ?? 0)
    if (missing > 0) used.set(code, (used.get(code) ?? 0) + missing)
  }
  return used
}
