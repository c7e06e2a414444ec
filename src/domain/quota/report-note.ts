// What is remarked of how a jurisdiction uses its places (BJ annex 2).
import type { Ruling } from '../nomination/ruling.ts'

export type ReportNote =
  | { is: 'over'; by: number }
  | { is: 'tied'; tied: number; open: number }
  /** `short`: because too few for-profit agencies are eligible. */
  | { is: 'left'; by: number; short: boolean }
  | { is: 'share'; by: number }
  /** `by`: how many fewer than the share needs. */
  | ({ is: 'waived'; by: number } & Pick<Ruling, 'reason' | 'signer' | 'ruled_on'>)
  /** Nothing else is to be said of the agencies that the city bureau chooses from (BJ 三(七)). */
  | { is: 'city' }
