// Problems with titles.
import type { Day } from '../day.ts'

/** Why a nominee cannot be given the title. */
export type GrantHindrance =
  | { is: 'holds'; on: Day }
  | { is: 'removed'; on: Day }
  | { is: 'not_published' }
  | { is: 'publicity_open'; until: Day }
  | { is: 'closed_after'; on: Day }
  | { is: 'gate'; name: string; clause: string; records: string[] }

/** 138x, 139x. */
export interface TitleProblems {
  CX1385: { id: number } // evaluation not finalized
  CX1386: { subject: string; title: string; hindrance: GrantHindrance } // nominee who cannot be given the title
  CX1387: { title: string } // nobody is left to give it to
  CX1388: { value: string } // plate number that cannot be counted on from
  CX1389: { title: string } // granted without publicity (warning)
  CX1390: { plate: string } // nothing told of the plate
  CX1391: { value: string; matches: string } // several titles it may be
  CX1392: { value: string; subject: string; found: string } // no finding of the review
  CX1393: { on: Day; asOf: Day } // granted before the day that the evaluation looks at
  CX1394: { pool: string; left: number; wanted: number } // more titles than places left
  CX1396: { on: Day; found: Day; record: string } // revoked before what it rests on was found
  CX1395: { value: string; holder: string } // title that a namesake gets on the same day
}
