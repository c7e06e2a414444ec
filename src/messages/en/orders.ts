// What is said of orders, decisions and summaries.
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {
  'form rectification':
    'Orders to put right what was found: of an inspection, a sanction or an agency, or with --all of all that is open',
  'form rectification --all': 'all that is still to be put right, with a list of what was written',
  'form revocation':
    'The decision to take a title back: final of one taken back, a draft of one that the review proposes',
  'form plate': 'Receipt of a plate: handed out with a title in force, taken back with one that was revoked',
  'form inspection-summary':
    'The summary table of the inspections, by district and in all, with the coverage',
  'report month': 'Summary of the integrity month (due 5 November)',
  'report month --campaign': 'which campaign; without it the latest integrity month',
  'report year':
    'Summary of the year: the three rates, complaints, sanctions, inspections, evaluation, titles, and the year before',
  'report year --year': 'which year; without it this one',
  'report --json': 'the figures only, as JSON',
}

export const said = {
  recordOrAll: 'Name an inspection, a sanction or an agency, or give --all; not both, and not neither',
  nothingToOrder: 'Nothing is to be put right; no paper was written',
  citesLaterLaw: (count: number, since: string) =>
    `${count} of the orders are of inspections before ${since}, when the regulations that the checklist cites were not yet in force: cite what held then before they go out`,
  sheetCitesLaterLaw: (since: string) =>
    `The sheets cite regulations in force since ${since}: for inspections before that, cite what held then`,
  ordersPastDue: (due: readonly string[]) =>
    `The day to put things right is over in ${due.length} of the orders (${[...new Set(due)].sort().join(', ')}); they print the day on file: to set another, correct the record first`,
  draftOnly:
    'This title has not been taken back: what was written is a draft; once it is decided, record it with chengxin title revoke',
}

/** What the fields of these papers are called. */
export const orderField = {
  you: 'form of address',
  breach: 'punishment',
  due: 'until when it is to be put right',
  otherwise: 'what happens otherwise',
  reply_to: 'where to reply',
  draft: 'whether it is a draft',
  honor: 'title',
  ground: 'ground',
  plate_no: 'plate number',
  document: 'document number',
  what: 'what it is about',
  giver: 'who hands over',
  taker: 'who receives',
  handed_on: 'day of handing over',
  span: 'days and scope',
  officers_labor: 'of them of the labor bureau',
  officers_market: 'of them of the market supervision',
  officers_police: 'of them of the police',
  officers_other: 'of them of others',
  seen_agencies: 'visits to agencies',
  seen_employers: 'visits to employers',
  unlicensed: 'placement without a license',
  fake_job: 'false offers of agencies',
  fake_ad: 'false offers of employers',
  id_seized: 'papers or deposits taken',
  ordered: 'orders to rectify',
  refunded: 'refunds ordered, in ten thousand yuan',
  shut: 'illegal agents shut down',
  license_revoked: 'licenses revoked',
  transferred: 'cases handed to the police',
  to_inspect: 'agencies to be inspected',
  inspected: 'agencies inspected',
  inspected_rate: 'coverage of the inspections',
  to: 'to whom it goes',
  agencies: 'agencies',
  pacts: 'agencies that posted the pact',
  failed: 'agencies with items not met',
  systems_missing: 'service systems missing',
  systems_rebuilt: 'service systems rebuilt',
  signed: 'agencies that signed the commitment',
  received: 'complaints received',
  sanctions: 'sanctions',
  rates: 'rows of the three rates',
  agency_rate: 'rate of agency commitments',
  staff: 'staff',
  staff_signed: 'staff who signed the commitment',
  staff_rate: 'rate of staff commitments',
  archives: 'archives built',
  archive_rate: 'rate of archives',
  closed_rate: 'rate of complaints closed',
  on_time_rate: 'rate of complaints closed in time',
  penalties: 'penalties',
  evaluated: 'agencies evaluated',
  mean: 'mean',
  median: 'median',
  granted: 'titles granted',
  taken_back: 'titles taken back',
  has_rates: 'whether there are rates of signing and of archives',
  has_trends: 'whether there is a comparison with the year before',
  trends: 'rows of the comparison with the year before',
  before: 'the year before',
  now: 'this year',
  change: 'change',
}

const TITLE_STATE: Record<string, string> = {
  valid: 'in force, and the review proposes nothing',
  expired: 'expired',
  not_yet: 'not granted yet',
}

export const problems: ProblemTextsOf<'CX1413' | 'CX1414' | 'CX1415' | 'CX1416'> = {
  CX1413: p => ({
    what: `Nothing is to be put right of ${p.label}`,
    why: 'The inspection failed no item, set no day and ordered nothing; or the sanction is of another kind',
    fix: 'See chengxin inspection list --state to_rectify; complete the record where something was left out',
  }),
  CX1414: p => ({
    what: `${p.label} has nothing to put right${p.on === null ? '' : `; the last was done on ${p.on}`}`,
    fix: 'For an order of what is done already, name the inspection or the sanction by its number',
  }),
  CX1415: p => ({
    what: `${p.label} was neither taken back nor proposed to be (${TITLE_STATE[p.state] ?? p.state})`,
    why: 'The decision is of titles taken back, the draft of those that the review proposes',
    fix: 'See chengxin title review; what is decided is recorded with chengxin title revoke first',
  }),
  CX1416: p => ({
    what: `${p.label} has no plate number`,
    why: 'Without a plate nothing is handed out or taken back',
    fix: 'Where there is a plate, enter its number with chengxin honor edit',
  }),
}
