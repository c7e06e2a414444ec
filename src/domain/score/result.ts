// What an evaluation says of one subject.
import type { Indicator } from '../scheme/scheme.ts'
import type { Override } from './dossier.ts'
import type { RuleResult } from './outcome.ts'
import type { RatingGroup } from './review.ts'

export interface IndicatorResult {
  number: number
  name: string
  category: number | null
  /** Hundredths, as all points here; 0 for a condition. */
  points: number
  /** Null while `min` and `max` differ. */
  score: number | null
  min: number
  max: number
  evidence: Indicator['evidence']
  ratings: RatingGroup[]
  rules: RuleResult[]
  /** The highest score left by a hard rule that is not met; null without cap. */
  capped_at: number | null
  /** Whether what is required is fulfilled; null where the decision does not ask. */
  condition: 'met' | 'not_met' | 'no_data' | null
  /** Set by hand, with what it would be otherwise. */
  override: (Override & { computed: { min: number; max: number } }) | null
  clause: string
  points_clause: string
}

export interface Totals {
  total: number | null
  min_total: number
  max_total: number
}

export interface Graded {
  computed_grade: string | null
  grade: string | null
  /** The grades between which it lies while something is unknown; equal once it is known. */
  grades: { lowest: string | null; highest: string | null }
  /** The numbers of indicators whose veto fired, and the ids of grade limits that did. */
  vetoes: (number | string)[]
  /** Points to the next better band and above the current band's floor; null where there is none. */
  bands: { to_next: number | null; cushion: number | null }
  /** Null while it is open, or where the scheme decides nothing. */
  decision: 'passed' | 'failed' | null
  /** Ids of consequences that the scheme draws; proposed only. */
  consequences: string[]
}

export interface SubjectResult extends Totals, Graded {
  indicators: IndicatorResult[]
}
