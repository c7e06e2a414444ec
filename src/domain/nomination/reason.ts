// Why a candidate was chosen or not, as data; messages make the sentence for lists and papers.
import type { Day } from '../day.ts'
import type { Reason } from '../score/outcome.ts'

export type CandidateReason =
  /** `rank` among all eligible, `place` among the nominees; `line` below is the lowest total nominated. */
  | { is: 'nominated'; rank: number; place: number; places: number }
  | { is: 'full'; places: number; line: string | null }
  | { is: 'share'; required: number; line: string | null }
  /** `with`: some of the `others` by name. */
  | { is: 'tied'; open: number; with: string[]; others: number }
  /** A place that stays empty because too few for-profit agencies are eligible. */
  | { is: 'short'; size: number; places: number; for_profit: number }
  /** Put in or taken out by a person, who signed for it. */
  | { is: 'by_hand'; how: 'add' | 'drop'; reason: string; signer: string; on: Day }
  | { is: 'gates'; gates: { name: string | null; clause: string; reason: Reason; records: string[] }[] }
