// What a scheme says of titles: who is nominated for one, how it is published, what takes it back.
import type { Clause, Rule } from './rule.ts'

/** A title, how many may have it, and in which years; null where the document says nothing. */
export interface Award {
  title: string
  seats: number | null
  from: number | null
  to: number | null
  clause: Clause
}

export interface NominationRules {
  title: string
  /** Of the honor, as the register of honors calls it; null where the document does not say. */
  level: string | null
  clause: Clause
  /**
   * `by`: `table`, the jurisdictions' own places add up to it; `allotment`, the document leaves open how it is split;
   * `whole`, all compete for it together.
   */
  places_total: { seats: number; by: 'table' | 'allotment' | 'whole'; clause: Clause }
  /** The years over which the total runs; titles granted in them have used up places. Null: every year anew. */
  period: { from: number; to: number; clause: Clause } | null
  /** Null where nobody is for-profit or not. */
  for_profit_share: { percent: number; scope: 'districts'; may_waive: boolean; clause: Clause } | null
  gates: Gate[]
  ranking: { key: RankingKey; clause: Clause }[]
}

export type RankingKey =
  | 'total'
  | 'standard_grade'
  | 'month_outstanding'
  | 'verified_complaints'
  | 'business_start'
  | 'city_honor'

export type Gate = { id: string; name: string; on: boolean; clause: Clause } & (
  | { test: 'evaluated' }
  | { test: 'min_total'; min: number }
  /** The decision is a pass. */
  | { test: 'passed' }
  /** Holds one of these titles. */
  | { test: 'holds_title'; titles: string[] }
  /** Does not hold this scheme's own title yet. */
  | { test: 'not_held' }
  /** This scheme's own title was not taken back within so many months. */
  | { test: 'not_revoked'; months: number }
  | { test: 'rule'; rule: Rule }
)

/** How long something is published before it is decided, and whether day one counts. */
export interface PublicityRules {
  working_days: number
  count_first_day: boolean
  clause: Clause
}

/** Each ground that calls for a review of a title, with its clause; a person decides. */
export interface RevocationRules {
  clause: Clause
  /** Further titles that are taken back alike, besides the one that the scheme gives. */
  titles: string[]
  grounds: { ground: RevocationGround; clause: Clause }[]
}

export const REVOCATION_GROUNDS = [
  /** A complaint found true that is about dishonesty. */
  'dishonest_complaint',
  /** Any complaint found true. */
  'verified_complaint',
  'penalty',
  'blacklist',
  /** License cancelled, revoked or run out; the body dissolved. */
  'dissolved',
  /** Violations or bad credit of the body or its people. */
  'offense',
] as const
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number]
