// Problems of what rows and records say (105x-109x): whose they are, what contradicts, what is on file already.
import type { Messages } from '../messages.ts'
import { near } from './near.ts'

type RecordCode = Extract<keyof Messages['problems'], `CX10${5 | 6 | 7 | 8 | 9}${string}`>

export const recordProblems: Pick<Messages['problems'], RecordCode> = {
  CX1050: p => ({
    what: `"${p.value}" is not on the roster`,
    fix: `Import the roster first, or correct the code or name${near(p.nearest)}`,
  }),
  CX1051: p => ({
    what: `"${p.value}" fits more than one agency: ${p.matches}`,
    fix: 'Fill in the USCC or license number to tell them apart',
  }),
  CX1052: p => ({ what: `The row repeats line ${p.firstLine}: ${p.value}`, fix: 'Keep only one of them' }),
  CX1053: p => ({
    what: `The name "${p.given}" differs from "${p.onFile}" on the roster; the row was matched by its code`,
    fix: 'Check the code; if the name has changed, update the roster',
  }),
  CX1054: p => ({
    what: `There is no district "${p.value}"`,
    fix: `Use the official name or code${near(p.nearest)}`,
  }),
  CX1055: p => ({
    what: `The district "${p.name}" does not have the district code ${p.code}`,
    fix: 'Correct one of them',
  }),
  CX1056: p => ({
    what: `The license number ${p.license} belongs to ${p.holder}`,
    fix: 'Check the license number and the USCC',
  }),
  CX1057: p => ({
    what: `The ownership "${p.value}" does not tell whether the agency is for-profit or public`,
    fix: 'Write the ownership as 民营企业, 国有企业, 事业单位 or the like',
  }),
  CX1058: p => ({
    what: `The row is for "${p.given}", but this evaluation is for "${p.expected}"`,
    fix: 'Check year and scheme, or name the evaluation with --evaluation',
  }),
  CX1059: p => ({ what: `There is no rater kind "${p.value}"`, fix: `Use one of: ${p.known}` }),
  CX1060: p => ({
    what: `The number of inspectors is ${p.count}, but the rule asks for at least ${p.needed}`,
    fix: 'Check the inspection record and add the missing inspectors',
  }),
  CX1061: p => ({
    what: `The status says "${p.status}", but the license was valid only to ${p.validTo}`,
    fix: 'Find out whether it was renewed; the evaluation goes by the date',
  }),
  CX1063: p => ({
    what: `The scheme has no indicator "${p.value}"`,
    fix: `The indicator numbers are ${p.indicators}`,
  }),
  CX1064: p => ({
    what: `The date of grant ${p.value} lies after today (${p.today})`,
    fix: 'It is on file but does not count before that day; correct the date if it is wrong',
  }),
  CX1065: p => ({
    what: `"${p.name}" is in this district already (${p.other === '' ? `line ${p.line}` : p.other}) with another code; kept as two agencies`,
    fix: 'Check whether they are one agency; if so, give them the same code',
  }),
  CX1066: p => ({
    what: `Number and name of column "${p.header}" contradict each other`,
    why: `The indicator of this number is "${p.expected}"`,
    fix: 'Correct the header',
  }),
  CX1067: () => ({
    what: 'The file has columns for single indicators and a column 指标号 as well',
    fix: 'Make two files of the wide and the long form',
  }),
  CX1068: () => ({
    what: 'This score sheet has no rating at all',
    fix: 'Fill in the ratings, or delete the rows of this rater',
  }),
  CX1069: p => ({
    what: `"${p.value}" is not a number of points`,
    fix: 'Leave blank what was not rated, write 0 for zero points, and numbers only',
  }),
  CX1070: p => ({
    what: `${p.header} is ${p.value} without ${p.needs}; it is taken to have been so all along`,
    fix: `Fill in ${p.needs} once the date is known`,
  }),
  CX1071: p => ({
    what: `Closed on ${p.value} without ${p.needs}`,
    fix: 'Until the finding is filled in, indicators that depend on it have no data',
  }),
  CX1080: p => ({
    what: `The period is not understood: ${p.value}`,
    fix: 'Write 2012, 2012H1, 2012Q3 or 2012-03; where a spreadsheet made a date of it, set the column to text first',
  }),
  CX1081: p => ({
    what: `${p.value} has too many digits`,
    why: 'At most 9 digits before the point can be kept',
    fix: 'Take a larger unit, such as 10,000 yuan',
  }),
  CX1082: p => ({ what: `The period ${p.value} is not over yet`, fix: 'Import the final number afterwards' }),
  CX1090: p => ({
    what: `${p.district} gets ${p.given} places, not the ${p.official} of the scheme's table`,
    fix: 'Make sure that there is a formal basis and state it with --reason; the imported number counts and is logged',
  }),
  CX1091: p => ({
    what: `The row of totals says ${p.stated}, the rows add up to ${p.sum}`,
    fix: 'Check the places row by row, then import again',
  }),
  CX1092: p => ({
    what: `${p.value} is on file already, for another agency: ${p.holder}`,
    fix: 'Put the district before numbers that several use; to correct the agency, take the earlier batch back',
  }),
  CX1093: p => ({
    what: `${p.value} is on file already`,
    fix: `To correct it use ${p.noun} edit; another case needs a number of its own`,
  }),
  CX1094: p => ({
    what: {
      open: `${p.value} is not closed`,
      closed: `${p.value} was closed on ${p.on}`,
      accepted: `${p.value} was accepted on ${p.on}`,
    }[p.state],
    fix: {
      open: 'An open case needs no reopening',
      closed: 'Open it again first: complaint reopen',
      accepted: 'If the day is wrong, correct it with complaint edit',
    }[p.state],
  }),
}
