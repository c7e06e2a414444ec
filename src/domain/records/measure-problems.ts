// What penalties, sanctions, lists and incentives can have against them: 115x.
import type { MeasureState } from './measure-note.ts'

/** What the record named as basis of a list entry is not. */
export type SourceLack =
  | 'unnamed'
  | 'unknown'
  | 'other_agency'
  | 'not_in_force'
  | 'not_verified'
  | 'not_dishonest'
  | 'not_decided'

export interface MeasureProblems {
  CX1150: { value: string; noun: string; state: MeasureState; on: string | null } // step that does not follow
  // value that two records may not share: with that of another line, or of a record on file
  CX1151: { header: string; value: string; firstLine?: number; record?: string; holder?: string }
  CX1152: { value: string; gap: 'pending' | 'unfounded'; order: string | null } // step on the ladder of sanctions (warning)
  CX1153: { value: string; lack: SourceLack } // entry without a basis on file
  CX1154: { value: string; list: 'red' | 'black'; on: string; id: number } // on that list already
  CX1155: { value: string; list: 'red' | 'black'; on: string; id: number } // on the other list as well (warning)
  CX1156: { value: string } // black entry that names nobody responsible (warning)
  CX1157: { value: string; earliest: string; months: number } // repaired early (warning)
  CX1158: { standing: 'listed' | 'restricted'; what: string; on: string } // incentive to one restricted (warning)
  CX1159: { value: string; due: string; days: number } // put right late (warning)
}
