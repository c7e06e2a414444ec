// Who competes with whom for places: the agencies of one jurisdiction, or everybody together.
import type { District } from '../roster/district.ts'
import type { NominationRules } from '../scheme/scheme.ts'

/** A district, or all in one, whose code is null. */
export interface Pool {
  code: string | null
  name: string
  kind: District['kind'] | 'whole'
}

export function poolsOf(
  rules: Pick<NominationRules, 'places_total'>,
  districts: readonly District[],
): Pool[] {
  return rules.places_total.by === 'whole' ? [{ code: null, name: '全市', kind: 'whole' }] : [...districts]
}

export function isIn(pool: Pool, districtCode: string | null): boolean {
  return pool.kind === 'whole' || pool.code === districtCode
}

/** How many for-profit agencies so many nominees need: a part of one is a whole one. */
export function forProfitNeeded(nominees: number, percent: number): number {
  return Math.ceil((nominees * percent) / 100)
}

/** Least percentage of for-profit agencies among the nominees of a pool; 0 where the rule does not hold. */
export function shareIn(rules: Pick<NominationRules, 'for_profit_share'>, pool: Pool): number {
  return pool.kind === 'district' ? (rules.for_profit_share?.percent ?? 0) : 0
}
