// What a record's columns are called in files and how a cell becomes a value.
// A record kind is described once, as data; reading, checking, listing and exporting all use it.
import type { ProblemCode, ProblemParams } from '../problem.ts'

/** A field's stored form: text (days, codes, choices), integer (counts, fen, millionths, 0/1) or nothing. */
export type Value = string | number | null
/** Values by JSON key; the database columns have the same names. */
export type Values = Record<string, Value>

export type ColumnType =
  | { is: 'text' }
  /** Text that a spreadsheet would spoil: kept as written, refused from a cell that shows it was spoiled. */
  | { is: 'code'; phone?: true }
  | { is: 'uscc' }
  /** `forever`: a license without an end (长期) is accepted. */
  | { is: 'day'; forever?: true }
  | { is: 'year' }
  | { is: 'int'; max: number }
  /** Yuan in files, integer fen inside. */
  | { is: 'money' }
  /** "95.0%" or 0.95 in files, integer millionths inside. */
  | { is: 'rate' }
  | { is: 'yes_no' }
  /** Text in the file -> stored choice. The stored choice itself is accepted too. */
  | { is: 'choice'; of: Readonly<Record<string, string>> }
  /** Several choices in one cell, separated by ; 、 or ，; stored joined by ';'. */
  | { is: 'choices'; of: Readonly<Record<string, string>> }
  /**
   * A rating: at most the indicator's points (hundredths); stored in millionths. A condition is met (one point) or not,
   * also in words; `sometimes` where the column also takes points.
   */
  | { is: 'points'; max: number; indicator: string; condition?: 'always' | 'sometimes' }
  /** A name of an open list: known words -> stored name, any other as it is written. */
  | { is: 'name'; known: Readonly<Record<string, string>> }
  /** A year, half year, quarter or month (domain/period.ts). */
  | { is: 'period' }
  /**
   * A number of either sign with up to six decimals; stored in millionths. `marks`: 是, 否 and a percentage stay as they
   * are written, for the row to say what they are.
   */
  | { is: 'decimal'; marks?: true }
  /** Several texts in one cell, separated by ; or 、; stored joined by ';'. */
  | { is: 'texts' }

/** Choices with their official word, which is the first that each has. */
export function officialChoices(of: Readonly<Record<string, string>>): { name: string; word: string }[] {
  const words = new Map<string, string>()
  for (const [word, name] of Object.entries(of)) if (!words.has(name)) words.set(name, word)
  return [...words].map(([name, word]) => ({ name, word }))
}

export interface Column {
  /** JSON key and database column. */
  key: string
  /** The official header first, then its aliases. */
  headers: readonly string[]
  type: ColumnType
  required?: boolean
  /** The field beside which a required one may be empty. */
  unless?: string
  /** A header that begins with this number and a dot means this column, whatever name follows (5.信息公示). */
  number?: number
  /** Names and contacts of complainants: kept apart, left out of lists and exports. */
  personal?: boolean
}

/** A fault found in a value, before the place is known. */
export type Fault = { [C in ProblemCode]: { code: C; params: ProblemParams[C] } }[ProblemCode]

/** A finding on a row: a fault with the field it concerns. */
export interface Finding {
  fault: Fault
  key: string
}

export function fault<C extends ProblemCode>(code: C, params: ProblemParams[C]): Fault {
  return { code, params } as Fault
}
