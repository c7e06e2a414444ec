// Problems of the files that come in (10xx): the file, its header, its values, the codes, the roster.

import type { WorkbookFault } from '../../domain/imports/file-problems.ts'
import type { Messages } from '../messages.ts'
import { near } from './near.ts'
import { textProblem } from './text-problem.ts'

type InputCode = Extract<keyof Messages['problems'], `CX10${0 | 1 | 2 | 3 | 4}${string}`>

const LIMITS: Record<string, string> = {
  cell: 'The number of characters in the cell or value',
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
    what: `There is an invisible control character (${p.code})`,
    fix: 'Remove it and type the text again',
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
  CX1023: p => ({ what: `"${p.header}" is empty`, fix: 'Fill it in' }),
  CX1024: p => ({
    what: `The file has no column "${p.header}", so ${p.field} was not read from it`,
    fix:
      p.nearest === ''
        ? 'Check the header given to --map or in the mapping'
        : `The nearest column is "${p.nearest}"; check --map or the mapping`,
  }),
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
    fix: `Fill in "${p.needs}" or correct "${p.header}"; on the command line "" empties a field`,
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
}
