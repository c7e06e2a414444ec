// What a file that comes in can have against it: the file itself, its headers, its values: 10xx.

/** Why a workbook cannot be read. */
export type WorkbookFault = 'damaged' | 'cut' | 'encrypted' | 'dtd' | 'no-workbook' | 'old-version'

/** How a text is no text: its last character is not all there; it has a few bad bytes and is UTF-8 else. */
export type TextFault = 'cut' | 'few'

export interface FileProblems {
  CX1001: { bytes: number; sheets?: string } // empty file, or sheet of a workbook that has others
  // decodes to no known encoding
  CX1002: { tried: { encoding: string; line: number | null }[]; suggest: string; fault?: TextFault }
  CX1003: { byte: number } // binary content, at a byte counted from one
  CX1004: { startLine: number } // quote never closed
  CX1005: { sheets?: string } // header without rows, perhaps on one sheet of several
  CX1006: { cells: number; columns: number } // more cells than the header has columns
  CX1007: { sheet: string; available: string } // no such sheet
  CX1008: { fault: WorkbookFault; part: string } // unreadable workbook, and its part concerned
  CX1009: { what: string; limit: string; actual: string } // over a limit
  CX1010: { extension: string } // unsupported kind of file
  CX1011: { error: string } // cell holds an Excel error
  CX1012: { detail: string } // stray quote
  CX1013: { code: string } // control character in a cell
  CX1014: { code: string } // replacement character U+FFFD: an earlier conversion lost a character (warning)
  CX1015: { formula: string } // formula whose result the workbook does not hold
  CX1016: { header: string } // no header of a file known that was taken for GB18030
  CX1017: { value: string } // number in a date cell that is no day
  CX1019: { cells: number; columns: number } // fewer cells than the header (warning)
  CX1020: { header: string; nearest: string } // required column missing
  CX1021: { header: string; first: string } // two columns for one field
  CX1022: { header: string } // unknown column (warning)
  CX1023: { header: string } // required cell empty
  CX1024: { header: string; field: string; nearest: string } // mapped column not in the file (warning)
  CX1030: { value: string } // date that does not exist
  CX1031: { value: string } // date in no accepted form
  CX1032: { value: string; allowed: string } // not in the list
  CX1033: { value: string } // not a number
  CX1034: { value: string; min: string; max: string; rate?: true } // out of range; of a percentage
  CX1035: { value: string; max: string; indicator: string } // points above the maximum
  CX1036: { value: string; places: number } // too many decimals
  CX1037: { earlier: string; earlierValue: string; later: string; laterValue: string } // dates in wrong order
  CX1038: { value: string; today: string } // dated in the future
  CX1039: { value: string; header: string; needs: string } // fields that contradict each other
  CX1040: { value: string; length: number } // credit code: length
  CX1041: { value: string; bad: string; hint: string } // credit code: character
  CX1042: { value: string; expected: string; actual: string } // credit code: check character
  CX1043: { value: string; expected: string; actual: string } // credit code: organization part
  CX1044: { value: string; part: string } // credit code: department or category
  CX1045: { value: string; region: string } // credit code: unknown province
  CX1046: { value: string } // credit code damaged by a spreadsheet
  CX1047: { value: string; likely: string } // telephone number without its first zero (from text: warning)
  CX1048: { value: string } // code that a spreadsheet turned into a date
  CX1050: { value: string; nearest: string } // agency not on the roster
  CX1051: { value: string; matches: string } // more than one agency fits
  CX1052: { value: string; firstLine: number } // second row of the same thing in one file
  CX1053: { given: string; onFile: string } // name differs from the roster (warning)
  CX1054: { value: string; nearest: string } // unknown district
  CX1055: { name: string; code: string } // district name and code disagree
  CX1056: { license: string; holder: string } // license number belongs to another agency
  CX1057: { value: string } // kind cannot be told from the ownership
  CX1058: { given: string; expected: string } // row is for another evaluation
  CX1059: { value: string; known: string } // unknown rater kind
  CX1060: { count: number; needed: number } // fewer officers than the rule asks (warning)
  CX1061: { status: string; validTo: string } // stated status against expiry date (warning)
  CX1063: { value: string; indicators: string } // no such indicator in the scheme
  CX1064: { value: string; today: string } // granted in the future (warning)
  CX1065: { name: string; other: string; line: number } // namesake with another code (warning)
  CX1066: { header: string; expected: string } // number and name of a score column contradict
  CX1067: Record<string, never> // wide and long form mixed
  CX1068: Record<string, never> // a score row without any rating
  CX1069: { value: string } // a word such as 缺考 where points belong
  CX1070: { value: string; header: string; needs: string } // state without its day (warning)
  CX1071: { value: string; header: string; needs: string } // closed without a finding (warning)
  CX1080: { value: string } // period in no accepted form
  CX1081: { value: string } // number with more digits than can be kept
  CX1082: { value: string } // period that is not over (warning)
  CX1092: { value: string; holder: string } // number that another agency's record has
  CX1094: { value: string; state: 'accepted' | 'closed' | 'open'; on: string | null } // step that does not follow
  CX1093: { value: string; noun: string } // record that is on file already
  CX1090: { district: string; given: number; official: number } // places differ from the scheme's table (warning)
  CX1091: { stated: number; sum: number } // row of totals is not the sum
}
