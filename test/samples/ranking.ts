// Ranking and choosing on top of the calculator: the eligible of a district in groups of equals,
// and the best set that the places and the fifty percent rule allow.

import type { Result } from './calculator.ts'

export interface Choice {
  nominated: Result[]
  /** Equal in all ranking keys while only some of them fit: the program has to stop there. */
  tied: Result[]
  /** Eligible, not nominated, with a higher rank than somebody nominated. */
  displaced: Result[]
}

function compare(a: Result, b: Result): number {
  return (
    Number(b.total!.replace('.', '')) - Number(a.total!.replace('.', '')) ||
    b.standardGrade - a.standardGrade ||
    a.verifiedComplaints - b.verifiedComplaints ||
    (a.businessStart < b.businessStart ? -1 : a.businessStart > b.businessStart ? 1 : 0)
  )
}

/** Eligible agencies by district, best first; a group holds those equal in every key. */
export function rankEligible(results: Iterable<Result>): Map<string, Result[][]> {
  const districts = new Map<string, Result[][]>()
  const eligible = [...results].filter(result => result.failed.length === 0).sort(compare)
  for (const result of eligible) {
    const groups = districts.get(result.district) ?? []
    const last = groups.at(-1)
    if (last !== undefined && compare(last[0]!, result) === 0) last.push(result)
    else groups.push([result])
    districts.set(result.district, groups)
  }
  return districts
}

/** `half`: twice the for-profit nominees must reach the number nominated (districts, not the city). */
export function choose(groups: readonly Result[][], places: number, half: boolean): Choice {
  const ranked = groups.flat()
  const forProfit = ranked.filter(result => result.kind === 'for_profit').length
  const count = Math.min(places, ranked.length, half ? 2 * forProfit : places)
  let publicLeft = half ? Math.floor(count / 2) : count
  const nominated: Result[] = []
  for (const result of ranked) {
    if (nominated.length === count) break
    if (result.kind === 'public' && publicLeft === 0) continue
    if (result.kind === 'public') publicLeft--
    nominated.push(result)
  }
  const chosen = new Set(nominated)
  const split = groups.filter(group => {
    const kinds = group.filter(result => result.kind === group[0]!.kind)
    return kinds.some(result => chosen.has(result)) && !kinds.every(result => chosen.has(result))
  })
  const last = ranked.lastIndexOf(nominated.at(-1)!)
  return {
    nominated,
    tied: split.flat(),
    displaced: ranked.slice(0, last).filter(result => !chosen.has(result)),
  }
}
