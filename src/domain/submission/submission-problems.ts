// Problems with what goes up to the city.
import type { Day } from '../day.ts'
import type { PaperKind } from '../records/paper-problems.ts'

/** Why an evaluation cannot be packed. */
export type PackLack = 'not_run' | 'stale' | 'no_list' | 'no_nominees' | 'subjects' | 'no_places'

/** What is wrong with the file as a whole. */
export type ContainerFault = 'foreign' | 'cut' | 'damaged' | 'altered' | 'too-big' | 'name' | 'twice'

/** What of a package does not fit the file that it is to be merged into. */
export type Misfit = 'scheme' | 'scheme_text' | 'year' | 'now' | 'district' | 'district_name' | 'desk'

/** 142x to 144x. */
export interface SubmissionProblems {
  CX1420: { lack: PackLack; about: string } // evaluation that cannot be packed
  CX1421: { fault: ContainerFault; part: string } // file that is no whole package
  CX1422: { part: string; lack: 'missing' | 'unlisted' | 'changed' | 'unknown' | 'twice' | 'no_paper' } // part that is not what the manifest says
  CX1423: { part: string; path: string; wanted: string; more: number } // part that cannot be read
  CX1424: { version: number; known: number } // made by a newer program
  CX1425: { given: string; fault: 'form' | 'check' | 'other'; receipt: string } // receipt code that does not fit
  CX1426: { district: string; on: Day; due: Day; what: 'packed' | 'received' } // after the deadline
  CX1427: { misfit: Misfit; there: string; here: string } // package that does not belong here
  CX1428: {
    record: string
    field: string
    here: string
    there: string
    place: string
    before: 'package' | 'file' | null
  } // conflict
  CX1429: { how: 'older' | 'file' | 'content'; district: string; there: string; here: string; on: Day } // older than what was merged
  CX1430: { place: string; form: boolean } // a choice that is none, or of no conflict
  CX1431: { name: string; papers: PaperKind[] } // nominee without papers
  CX1432: { id: number } // packed before the evaluation was finalized (warning)
  CX1433: { id: number } // records changed since it was finalized (warning)
  CX1434: { available: string } // no district named
  CX1435: { why: 'none' | 'finalized' | 'as_of'; asOf: Day; here: Day; year: number; id: number } // sheets and rulings not laid in (warning)
  CX1436: { gate: string; reason: string; signer: string } // gate that the district has off (warning)
  CX1437: { district: string; reason: string; signer: string } // share waived (warning)
  CX1440: { name: string; papers: PaperKind[] } // nominee whose papers are not in the package
  CX1438: { record: string; taken: string } // record that is another agency's here
  CX1439: { campaign: string; agencies: number } // campaign that is not on file here (warning)
  CX1441: { record: string; header: string; field: string; wanted: string; more: number } // record that no package may hold
  CX1442: { district: string; sent: Counted; taken: Counted } // places and share that are not those of the sender (warning)
  CX1443: { scheme: string; lack: 'unknown' | 'text' } // scheme by which nothing can be judged here (warning)
  CX1444: { on: Day; packed: Day } // came before it was packed
}

/** Places, and how many of so many nominees have to be for-profit. */
interface Counted {
  places: number
  required: number
}
