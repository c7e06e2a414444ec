// Problems of the files that come in (10xx): the file, its header, its values, the codes, the roster.
import type { WorkbookFault } from '../../domain/problem.ts'
import type { Messages } from '../messages.ts'
import { textProblem } from './text-problem.ts'

type InputCode = Extract<keyof Messages['problems'], `CX1${string}`>

const LIMITS: Record<string, string> = {
  cell: 'The number of characters in the cell',
  row: 'The number of bytes in the row',
  columns: 'The number of columns',
  workbook: 'The unpacked size of the workbook in bytes',
  cells: 'The number of cells',
}
const WORKBOOK: Record<WorkbookFault, string> = {
  damaged: 'the file is damaged',
  cut: 'the file is not complete; perhaps it was not fully copied',
  encrypted: 'the file is protected by a password',
  dtd: 'it contains external definitions, which are not allowed',
  'no-workbook': 'there is no workbook in it',
  'old-version': 'its version is too old',
}
const LICENSE = 'Check the business license and correct'

/** The nearest known names, for the end of a remedy. */
export function near(text: string): string {
  return text === '' ? '' : ` (closest: ${text})`
}

export const inputProblems: Pick<Messages['problems'], InputCode> = {
  CX1001: p => ({
    what: p.sheets === undefined ? 'The file is empty' : 'The sheet is empty',
    fix:
      p.sheets === undefined ? 'Use a file with a header and rows' : `Name another with --sheet: ${p.sheets}`,
  }),
  CX1002: textProblem,
  CX1003: p => ({
    what: `This is not a text file (binary content at byte ${p.byte})`,
    fix: 'Check that it is the right file; save tables as .csv or .xlsx',
  }),
  CX1004: p => ({
    what: `The quote that opens in line ${p.startLine} is never closed`,
    fix: 'Put a double quote (") at the end of the cell, or delete the extra quote',
  }),
  CX1005: p => ({
    what: 'There is a header but no rows',
    fix: `Fill in rows, then import it${p.sheets === undefined ? '' : `, or name another sheet with --sheet: ${p.sheets}`}`,
  }),
  CX1006: p => ({
    what: `The row has ${p.cells} cells, but the header has only ${p.columns} columns`,
    fix: 'Look for an extra comma; put double quotes (") around text with commas',
  }),
  CX1007: p => ({ what: `There is no sheet "${p.sheet}"`, fix: `Choose from: ${p.available}` }),
  CX1008: p => ({
    what: `The workbook cannot be opened (${WORKBOOK[p.fault]}${p.part === '' ? '' : `: ${p.part}`})`,
    fix: 'Open it in Excel or WPS, save it as .xlsx and try again',
  }),
  CX1009: p => ({
    what: `${LIMITS[p.what] ?? p.what} is over the limit: ${p.actual}, the limit is ${p.limit}`,
    fix: 'Split the file or correct the content',
  }),
  CX1010: p => ({
    what: `Files of this type are not supported (${p.extension})`,
    fix: 'Use .csv, .xlsx or .xls',
  }),
  CX1011: p => ({
    what: `The cell holds the formula error ${p.error}`,
    fix: 'Correct the formula in the sheet or enter the value itself',
  }),
  CX1012: p => ({
    what: `A quote is in the wrong place (${p.detail})`,
    fix: 'Put double quotes (") around the whole cell and double those inside it',
  }),
  CX1013: p => ({
    what: `The cell contains an invisible control character (${p.code})`,
    fix: 'Clear the cell and type it again',
  }),
  CX1014: p => ({
    what: `The cell contains a replacement character (${p.code}); the original character is lost`,
    fix: 'Compare with the original paper and complete the cell',
  }),
  CX1015: p => ({
    what: `The result of the formula is not in the file: ${p.formula}`,
    fix: 'Open the file in Excel or WPS, recalculate, save and import it again',
  }),
  CX1016: p => ({
    what: `Read as GB18030, the header has no known column: ${p.header}`,
    why: 'The file may be in another encoding (such as Big5), or have no header',
    fix: 'If this is garbled, name the encoding with --encoding, or save the file as "CSV UTF-8" in Excel or WPS; if not, use the official column names',
  }),
  CX1017: p => ({
    what: `The cell has the format of a date, but ${p.value} in it is none (Excel shows ####)`,
    fix: 'Give the cell the format "Text" or "General" and type the value again',
  }),
  CX1019: p => ({
    what: `The row has ${p.cells} cells, the header ${p.columns} columns; what is not there changes nothing on file`,
    fix: 'Check that the file is whole and the row not broken',
  }),
  CX1020: p => ({
    what: `The required column "${p.header}" is missing`,
    fix: `Add this column to the header${near(p.nearest)}`,
  }),
  CX1021: p => ({
    what: `The columns "${p.header}" and "${p.first}" mean the same field`,
    fix: 'Keep only one of them',
  }),
  CX1022: p => ({
    what: `The column "${p.header}" is not known and was not imported`,
    fix: 'Leave it if it is not needed; otherwise use the official name, or say what it is with --map header=field',
  }),
  CX1092: p => ({
    what: `${p.value} is on file already, for another agency: ${p.holder}`,
    fix: 'Put the district before numbers that several use; to correct the agency, take the earlier batch back',
  }),
  CX1090: p => ({
    what: `${p.district} gets ${p.given} places, not the ${p.official} of the scheme's table`,
    fix: 'Make sure that there is a formal basis; the imported number counts and is logged',
  }),
  CX1091: p => ({
    what: `The row of totals says ${p.stated}, the rows add up to ${p.sum}`,
    fix: 'Check the places row by row, then import again',
  }),
  CX1024: p => ({
    what: `The file has no column "${p.header}", so ${p.field} was not read from it`,
    fix:
      p.nearest === ''
        ? 'Check the header given to --map or in the mapping'
        : `The nearest column is "${p.nearest}"; check --map or the mapping`,
  }),
  CX1023: p => ({ what: `"${p.header}" is empty`, fix: 'Fill it in, then import again' }),
  CX1030: p => ({
    what: `There is no such date: ${p.value}`,
    fix: 'Check the original paper and correct the date',
  }),
  CX1031: p => ({
    what: `The date is in no accepted form: ${p.value}`,
    fix: 'Write 2013-10-31, 2013/10/31, 2013.10.31, 20131031 or 2013年10月31日',
  }),
  CX1032: p => ({ what: `"${p.value}" is not an accepted value`, fix: `Use one of: ${p.allowed}` }),
  CX1033: p => ({ what: `"${p.value}" is not a number`, fix: 'Write a number only, such as 12 or 3.75' }),
  CX1034: p => ({
    what: `${p.value} is out of range`,
    fix: `It must be from ${p.min} to ${p.max}; ${p.rate ? 'write a percentage as 95% or 0.95' : 'check the original paper and correct it'}`,
  }),
  CX1035: p => ({
    what: `The score ${p.value} is above the maximum ${p.max}${p.indicator === '' ? '' : ` of the indicator "${p.indicator}"`}`,
    fix: 'Check the score sheet and correct it',
  }),
  CX1036: p => ({
    what: `${p.value} has too many decimal places`,
    fix: `Use at most ${p.places}`,
  }),
  CX1037: p => ({
    what: `${p.later} ${p.laterValue} is earlier than ${p.earlier} ${p.earlierValue}`,
    fix: 'Check the original paper and correct one of the dates',
  }),
  CX1038: p => ({
    what: `The date ${p.value} is after today (${p.today})`,
    fix: 'Check the date; what has not happened yet cannot be recorded',
  }),
  CX1039: p => ({
    what: `"${p.header}" is "${p.value}", but the "${p.needs}" that goes with it is missing`,
    fix: `Fill in "${p.needs}" or correct "${p.header}"`,
  }),
  CX1040: p => ({
    what: `The USCC does not have 18 characters but ${p.length}: ${p.value}`,
    fix: `${LICENSE} the code`,
  }),
  CX1041: p => ({
    what: `The USCC contains characters that are never used (${p.bad}): ${p.value}`,
    fix: `${LICENSE} the code; common misreadings: ${p.hint}`,
  }),
  CX1042: p => ({
    what: `The check character of the USCC is wrong: ${p.value}`,
    why: `The last character should be "${p.expected}" but is "${p.actual}"`,
    fix: `${LICENSE} the code`,
  }),
  CX1043: p => ({
    what: `The organization part of the USCC is wrong: ${p.value}`,
    why: `Character 17 should be "${p.expected}" but is "${p.actual}"`,
    fix: `${LICENSE} the code`,
  }),
  CX1044: p => ({
    what: `The department and category "${p.part}" of the USCC do not exist: ${p.value}`,
    fix: `${LICENSE} the first two characters`,
  }),
  CX1045: p => ({
    what: `The region "${p.region}" of the USCC does not exist: ${p.value}`,
    fix: `${LICENSE} characters 3 to 8`,
  }),
  CX1046: p => ({
    what: `A spreadsheet has turned "${p.value}" into a number and lost its last digits`,
    fix: 'Format the column as text, type the code again and export the file again',
  }),
  CX1047: p => ({
    what: `A spreadsheet seems to have cut the first 0 off "${p.value}" (${p.likely})`,
    fix: 'Format the column as text, put the 0 back and import again; a number that has none may stay, as text',
  }),
  CX1048: p => ({
    what: `A spreadsheet has turned "${p.value}" into a date; what was typed is lost`,
    fix: 'Format the column as text and type it again from the original paper',
  }),
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
  CX1064: p => ({
    what: `The date of grant ${p.value} lies after today (${p.today})`,
    fix: 'It is on file but does not count before that day; correct the date if it is wrong',
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
}
