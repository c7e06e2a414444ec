// Problems with publicity, objections and consultations.
import type { Day } from '../day.ts'

/** 137x, 138x. */
export interface PublicityProblems {
  CX1370: { value: Day; days: number; year: number } // period into a year whose calendar is not loaded
  CX1371: { what: 'nominees' | 'consultation'; published: string } // published already, in those publicities
  CX1372: { id: number; district: string | null } // nobody nominated
  CX1373: { last: Day; due: Day; name: string; clause: string; open: Day | null } // over only after a deadline (warning)
  CX1374: { places: string } // nobody to call there
  CX1375: { scheme: string } // scheme in force: no draft to consult on
  CX1376: { id: number; state: 'closed' | 'withdrawn'; on: Day } // neither open nor over
  CX1377: { id: number; name: string; kind: 'nominees' | 'consultation' } // not among those published
  CX1378: { on: Day; by: Day } // raised after the last day
  CX1379: { name: string; on: Day | null } // taken out already
  CX1380: { last: Day; on: Day } // closed before the end
  CX1381: { id: number; subject: string | null; on: Day; by: Day; closing: Day } // objection open on that day
  CX1382: { id: number; objections: number } // withdrawn although objections were raised
  CX1383: { first: Day; asOf: Day } // begins before the day that the evaluation looks at (warning)
  CX1384: { value: string; likely: string | null } // no telephone; what it may have been
}
