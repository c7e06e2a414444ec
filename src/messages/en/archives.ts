// Words for archives, rates of commitments and service systems.
import type { SystemState } from '../../domain/archive/roll.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/archives.ts'

export const column: typeof zh.column = {
  section: 'Section',
  text: 'Entry',
  public: 'Public',
  built: 'Built',
  missing: 'Lacking',
  agency_signed: 'Agencies signed',
  agency_rate: 'Agency rate %',
  staff: 'Staff',
  staff_signed: 'Staff signed',
  staff_rate: 'Staff rate %',
  staff_unknown: 'Agencies without head count',
  archives: 'Archives built',
  archive_rate: 'Archive rate %',
}

export const help: typeof zh.help = {
  archive: 'integrity archives',
  'archive show': 'the integrity archive of an agency: every record in its section, with its source',
  'archive missing':
    'what archives lack: basic information, commitments, annual checks, service systems; rates built by district',
  'archive export': 'print integrity archives, one for each agency',
  'archive export --all': 'all agencies',
  'commitment rates': 'rates of agency commitments, staff commitments and archives, by district',
  'system missing': 'agencies whose service systems have no record, are missing or overdue to be rebuilt',
  'system missing --state': 'only those in this state',
  '--public': 'only what may lawfully be shown to the public',
  'commitment rates --missing': 'list the agencies that keep a rate from 100%',
}

const SYSTEM_STATES: Record<SystemState, string> = {
  built: 'built',
  no_record: 'no record',
  missing: 'missing',
  overdue: 'overdue',
}
const systemState = (state: SystemState, due: string | null) =>
  `${SYSTEM_STATES[state]}${due === null ? '' : ` (due ${due})`}`

export const said: typeof zh.said = {
  archiveHead: a => `Integrity archive: ${a.name} (${a.code}), ${a.district}`,
  inner: 'internal',
  seeArchive: agency => `Every record: chengxin archive show ${agency}`,
  nothingOnFile: 'nothing on file',
  open: 'public',
  yes: 'yes',
  no: 'no',
  madeBy: (operator, entry) => `${operator}, log entry ${entry}`,
  builtRate: (district, built, agencies, percent) =>
    `${district}: ${built} of ${agencies} archives built, rate ${percent === null ? '—' : `${percent}%`}`,
  codeOrLicense: 'USCC or license number',
  agencyCommitment: 'agency commitment',
  staffCommitment: (signed, staff) =>
    signed === null ? 'staff commitments' : `staff commitments (${signed} of ${staff} signed)`,
  annualCheck: year => `annual check of ${year}`,
  systemGap: (name, state, due) => `${name} ${systemState(state, due)}`,
  systemState,
  systems: {
    disclosure: 'disclosure system',
    commitment: 'commitment system',
    ledger: 'ledger system',
    feedback: 'feedback system',
  },
}

export const problems: ProblemTextsOf<'CX112'> = {
  CX1120: p => ({
    what: `${p.agency}: ${p.signed} signed the staff commitment, more than its staff of ${p.staff}`,
    why: 'the rate takes all as signed and does not go above 100%',
    fix: 'check the head count of the roster and the number of signatures',
  }),
  CX1121: p => ({
    what: `${p.agency}: number of staff unknown`,
    why: 'without a head count there is no rate; it is taken neither as 0 nor as 100%',
    fix: 'fill in the head count in the roster',
  }),
  CX1122: p => ({
    what: `${p.agency}: not known whether its license is valid, so it is not counted`,
    why: 'the roster gives neither a state nor a last day',
    fix: 'fill in the last day or the state of the license in the roster',
  }),
  CX1123: () => ({
    what: 'no archives named, or named in more than one way',
    fix: 'give one agency, or --district, or --all, and only one of these',
  }),
}
