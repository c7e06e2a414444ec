// Why a candidate was chosen or not, as data; messages make the sentence for lists and papers.
import type { Day } from '../day.ts'
import type { RankingKey } from '../scheme/scheme.ts'
import type { Reason } from '../score/outcome.ts'
import type { TieMethod } from './ruling.ts'

export interface FailedGate {
  name: string | null
  clause: string
  reason: Reason
  records: string[]
}

/** How a tie was settled, and by which ruling. */
export interface Settled {
  ruling: number
  method: TieMethod
  reason: string
  signer: string
  on: Day
}

/** `despite`: gates that are not passed, and do not count because they are switched off. */
export type CandidateReason = { despite?: FailedGate[] } & (
  | /** `rank` among all eligible, `place` among the nominees; `line` below is the lowest total chosen. */
  /** `shared`: with other nominees. */
  { is: 'nominated'; rank: number; place: number; places: number; shared?: true; settled?: Settled }
  /** `key`: where the total is that of the last nominated, the one that told them apart. */
  | { is: 'full'; places: number; line: string | null; key?: RankingKey }
  | { is: 'share'; required: number; line: string | null }
  /** `with`: some of the `others` by name. */
  | { is: 'tied'; open: number; with: string[]; others: number }
  /** Equal to those chosen, and not chosen when the tie was settled. */
  | { is: 'settled'; by: Settled }
  /** A place that stays empty because too few for-profit agencies are eligible. */
  | { is: 'short'; size: number; places: number; for_profit: number }
  /** Put in or taken out by a person, who signed for it; `objection`: the one that was upheld. */
  | { is: 'by_hand'; how: 'add' | 'drop'; reason: string; signer: string; on: Day; objection?: number }
  | { is: 'gates'; gates: FailedGate[] }
  /** Places are given by district, and it belongs to none. */
  | { is: 'no_district' }
)
