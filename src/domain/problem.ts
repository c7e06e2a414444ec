// Expected failures as values. A problem carries a stable code, its parameters and a place;
// `messages/` turns it into a sentence. Codes are never reused for another meaning.
import type { CalendarProblems } from './calendar/calendar-problems.ts'
import type { FileProblems } from './imports/file-problems.ts'
import type { NomineeProblems } from './nomination/nominee-problems.ts'
import type { OrderProblems } from './papers/order-problems.ts'
import type { SubjectFormProblems } from './papers/subject-form-problems.ts'
import type { TemplateProblems } from './papers/template-problems.ts'
import type { PublicityProblems } from './publicity/publicity-problems.ts'
import type { QuotaProblems } from './quota/quota-problems.ts'
import type { MeasureProblems } from './records/measure-problems.ts'
import type { PaperProblems } from './records/paper-problems.ts'
import type { SubjectProblems } from './records/subject-problems.ts'
import type { SchemeProblems } from './scheme/scheme-problems.ts'
import type { GapProblems } from './score/gap-problems.ts'
import type { SheetProblems } from './score/sheet-problems.ts'
import type { VersionProblems } from './score/version-problems.ts'
import type { SubmissionProblems } from './submission/submission-problems.ts'
import type { TitleProblems } from './title/title-problems.ts'

export interface Place {
  file?: string
  sheet?: string
  /** First physical line of the record, or the sheet row. */
  line?: number
  /** 1-based column, for text files such as schemes. */
  offset?: number
  /** The header's text. */
  column?: string
  /** Workbook cell such as C17. */
  cell?: string
}

/** Every code with the parameters its sentence needs. */
export interface ProblemParams
  extends CalendarProblems,
    FileProblems,
    GapProblems,
    MeasureProblems,
    OrderProblems,
    PublicityProblems,
    PaperProblems,
    QuotaProblems,
    SchemeProblems,
    SheetProblems,
    SubjectFormProblems,
    SubjectProblems,
    SubmissionProblems,
    NomineeProblems,
    TemplateProblems,
    TitleProblems,
    VersionProblems {
  // 110x: complaints as cases, opinions
  // step that does not follow; by: the day, or the original's number
  CX1100: { value: string; state: 'answered' | 'duplicate' | 'single' | 'replied'; by: string | null }
  CX1101: { value: string } // complaint that repeats itself
  CX1102: { value: string; original: string } // original that repeats another
  CX1103: { value: string; holder: string } // original of another agency
  CX1104: { value: string; duplicates: string } // duplicate that has duplicates
  CX1105: { value: string } // original that is not on file
  CX1106: { value: string; due: string } // extension to a day that is not later
  CX1107: { value: string; year: string } // working days into a year whose calendar is not loaded
  CX1108: { cases: number } // limits that cannot be told (warning)

  // 111x: inspections and draws
  CX1110: { names: string } // one inspector twice: a drawn pair that would be one person
  CX1111: { count: number; needed: number } // fewer inspectors than a pair
  CX1112: { value: string } // ratio that draws none, or more than there are
  CX1113: { name: string; on: string | null } // name of a draw: taken on a day, or digits only
  CX1114: { district: string | null; excluded: number } // nobody to draw from
  CX1115: { agency: string; left: string } // fewer than two inspectors may inspect it
  CX1116: { value: string; option: string; among: string } // agency or inspector that is not part of the draw
  CX1117: { kind: string; header: string; value: string } // agency beside another target, or the other way round
  CX1118: { label: string; on: string | null } // nothing to put right, or put right already
  CX1119: { left: number; of: number; due: string } // agencies not inspected in their time (warning)

  // 112x: archives, commitments, service systems
  CX1120: { agency: string; signed: number; staff: number } // more signed than there are heads (warning)
  CX1121: { agency: string } // number of heads unknown (warning)
  CX1122: { agency: string } // neither state nor end of the license known (warning)
  CX1123: Record<string, never> // none or several ways to say whose archives

  // 113x: licenses, subjects, corrections of the roster
  CX1130: { value: string; holder: string } // agency that is on the roster already
  CX1131: Record<string, never> // neither credit code nor license number
  CX1132: { header: string } // field of the roster that should be filled
  CX1133: { holder: string } // same name twice in a district
  CX1134: { agency: string; license: string; validTo: string | null } // has a license already
  CX1135: { agency: string } // has no license
  CX1136: { agency: string; status: 'cancelled' | 'revoked' } // license ended
  CX1137: { value: string; present: string } // renewed to no later day

  // 114x: campaigns, tasks, duties
  CX1140: { name: string; from: string; to: string } // name of another campaign
  CX1141: { value: string; name: string; from: string; to: string } // day outside of the campaign's time
  CX1142: { agency: string; campaign: string; kind: 'pact' | 'outstanding'; day: string } // entered already
  CX1143: { agency: string; campaign: string; kind: 'pact' | 'outstanding' } // nothing to take back
  CX1144: { label: string; day: string } // task done already
  CX1145: { value: string; nearest: string } // subject that is not in the register (warning)
  CX1146: { value: string; count: number } // name that several subjects have (warning)

  // 116x: corrections by hand, personal data
  CX1160: { value: string; numbered: number; id: number } // number of one record, id of another
  CX1161: { value: string; matches: string } // a name that several subjects have
  CX1162: { value: string; duplicates: string; first: string } // original that would leave its duplicates behind
  CX1163: { value: string; header: string; verb: string } // step that an edit would take
  CX1164: { header: string; value: string; agency: string } // the roster keeps what it says (warning)

  // 117x: inspections against their draw
  CX1170: { agency: string; batch: string } // agency that was not drawn (warning)
  CX1171: { given: string; drawn: string; batch: string } // officers other than the pair drawn (warning)
  CX1172: { names: string; count: number } // officer that stands twice (warning)
  CX1173: { value: string; code: string } // target that bears the name of an agency on the roster (warning)

  // 30xx: evaluations and nominations
  CX3001: { id: string } // no such evaluation
  CX3002: { open: string } // several evaluations, none named
  CX3003: Record<string, never> // no evaluation yet
  CX3004: { scheme: string; year: number } // already opened
  CX3005: { id: number } // finalized: frozen
  CX3006: { id: number } // not run yet
  CX3007: { id: number } // records or sheets changed since the last run
  CX3010: { agency: string; indicator: string; missing: string; range: string } // points still unknown
  CX3011: { agency: string; indicator: string; rule: string } // evidence missing, points not affected
  CX3012: { agency: string; range: string } // no sheet at all
  CX3013: { agency: string } // not among those evaluated
  CX3014: { agency: string; stated: string; validTo: string } // stated valid, expired by the as-of day
  CX3015: { id: number } // nobody to evaluate
  CX3016: { scheme: string } // the scheme knows no nominations
  CX3017: { scheme: string; paper: string } // the scheme has no such paper
  CX3020: { district: string; places: number; nominated: number; sent?: true } // over the places; `sent` by a district, which mends it
  CX3021: { district: string; nominated: number; for_profit: number; required: number; sent?: true } // share not held
  CX3022: { district: string; open: number; tied: string; sent?: true } // tie at the line
  CX3024: { id: number } // no proposal yet
  CX3025: { agency: string } // proposal no longer matches the result
  CX3026: { agency: string } // not a nominee
  // 40xx: looking things up
  CX4001: { value: string; nearest: string } // no such agency
  CX4002: { kind: string; value: string; available: string } // no such thing of a kind
  CX4003: { value: string; matches: string } // a name that several agencies have
  // 50xx: files and the database
  CX5001: { path: string } // path taken
  CX5002: { path: string } // no database there
  CX5003: { path: string } // not a database of this program
  CX5004: { path: string } // locked by another program
  CX5005: { path: string } // disk full
  CX5006: { path: string } // cannot be opened or written
  CX5007: { path: string; file: string; program: string } // other version
  CX5008: { path: string } // output exists
  CX5009: { path: string } // input file cannot be read
  CX5010: { no: number; detail: string } // log entry does not verify
  CX5011: { expected: string } // expected head is not in the chain
  CX5012: { path: string } // folder is not empty
  CX5013: { path: string; detail: string } // settings file cannot be read
  CX5017: { batch: number; entries: number[]; referring: { table: string; rows: number }[] } // something was built on the batch
  CX5018: { batch: number } // taken back already
  CX5019: { path: string } // input file changed while it was read
  CX5015: { table: string; row: string } // live row is not what the log recorded last
  CX5016: { evaluation: number; version: number; part: 'basis' | 'result' } // not what was sealed
  CX5014: { path: string; journal: string } // journal mode changed by another program
  CX5030: { path: string } // older file that cannot be copied or written to upgrade it
  // 60xx: the command line
  CX6001: { message: string } // usage
  CX6002: { value: string; option: string; allowed: string } // option value
  CX6003: { papers: number } // -o takes one paper
  CX6004: { name: string } // binary paper to a terminal
  CX6010: { file: string; format: string | null; allowed: string } // ending of -o against --format
  CX6005: { value: string } // not a hash of the log
  CX6007: { path: string } // one target for two things
  CX6009: { path: string } // an output that would take the place of the database or the input
  CX6008: { name: string } // nothing to save as a mapping
  CX6006: { value: string; option: string } // a day that does not exist
}

export type ProblemCode = keyof ProblemParams

export interface Problem<C extends ProblemCode = ProblemCode> {
  code: C
  params: ProblemParams[C]
  place: Place
  /** JSON key of the field concerned. */
  field?: string
  /** The value as it stood in the file. */
  value?: string
}

export function problem<C extends ProblemCode>(
  code: C,
  params: ProblemParams[C],
  place: Place = {},
  about: { field?: string; value?: string } = {},
): Problem {
  return { code, params, place, ...about } as Problem
}

/** A value, or the reasons why there is none; warnings may accompany a value. */
export interface Checked<T> {
  value: T | null
  problems: Problem[]
  warnings: Problem[]
}
