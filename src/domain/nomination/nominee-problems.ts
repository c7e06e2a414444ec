// Problems with what people decide about nominees.
import type { Day } from '../day.ts'

/** Any decision but being nominated. */
type Away = 'passed_over' | 'ineligible' | 'tied' | 'dropped'

/** 134x, 135x. */
export interface NomineeProblems {
  // gate that is so already; by whom and since when where a ruling switched it off
  CX1340: { gate: string; state: 'off' | 'off_in_scheme' | 'on'; signer: string | null; on: Day | null }
  CX1341: { district: string; lack: 'no_share' | 'no_waiver' } // nothing that could be waived
  CX1342: { district: string; waived: boolean; signer: string | null; on: Day | null } // waived already, or not waived
  CX1343: { scheme: string } // a district named where all compete together
  CX1344: { available: string } // no district named where each has its own places
  CX1345: { district: string; settled: boolean } // no tie at the line, or one that was settled
  CX1346: { candidate: string; district: string; tied: string } // chosen, and not among the tied
  CX1347: { district: string; chosen: number; open: number; tied: string } // more or fewer chosen than places
  CX1348: { district: string; chosen: string; percent: number } // a choice that the for-profit share does not allow
  CX1349: { district: string } // no settled tie to take back
  CX1350: { candidate: string; gates: { id: string | null; name: string | null }[] } // added, and fails gates
  CX1351: { candidate: string; signer: string | null; on: Day | null } // nominated already; by hand where signed
  CX1352: { candidate: string; signer: string; on: Day } // dropped already
  CX1353: { candidate: string } // dropped, and not eligible anyway
  CX1354: { candidate: string; how: 'add' | 'drop' } // nothing by hand to take back
  CX1355: { candidate: string } // of no district, where places are given by district
  // would be taken off the list although published or granted the title; what the records, or a person, say now
  CX1356: {
    candidate: string
    state: 'published' | 'titled'
    now: Away | null
    gates: readonly (string | null)[]
  }
  CX1358: { candidate: string; on: Day } // an objection to its publicity was upheld
  CX1357: { district: string; names: string } // nominated and not published, others of the list being published
}
