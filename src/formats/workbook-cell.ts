// How one stored cell becomes one text. A workbook holds binary numbers and day counts; the program
// works with the decimal text and the date that the clerk sees, and says which of them it was.

import type { CellType } from '../domain/table.ts'

export interface CellText {
  text: string
  type: CellType
}

type StoredValue = string | number | boolean | Date | null | undefined

const BLANK: CellText = { text: '', type: 'blank' }

/**
 * In: a cell's stored value. Out: its text and kind; line breaks inside a text become LF.
 * Refuses nothing: what the text means is for the record's columns to say.
 */
export function cellText(value: StoredValue): CellText {
  if (value === null || value === undefined || value === '') return BLANK
  if (typeof value === 'string') return { text: value.replace(/\r\n?/g, '\n'), type: 'text' }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', type: 'bool' }
  if (typeof value === 'number') return { text: numberText(value), type: 'number' }
  return { text: dateText(value), type: 'date' }
}

/**
 * In: a number as a workbook stores it. Out: its decimal text without exponent. Whole numbers are exact
 * as far as binary ones are; otherwise 15 significant digits, all that Excel itself keeps and shows
 * (0.1+0.2 is stored as 0.30000000000000004 and means 0.3).
 */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value === 0 ? 0 : value)
  if (!Number.isFinite(value)) return String(value)
  return plainDecimal(String(Number(value.toPrecision(15))))
}

/** Writes 1.5e-7 as 0.00000015; a text without exponent comes back unchanged. */
function plainDecimal(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', exponent = '0'] = match
  const digits = first + rest
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return (
    sign +
    (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  )
}

/** 31 December 1899 is the day 0 of a workbook, on which times of day stand; its last is 31 December 9999. */
const DAYS = { from: Date.UTC(1899, 11, 31), to: Date.UTC(10_000, 0, 1) - 30_000 }

/** Whether a value has the format of a date and is no day that a workbook knows, negative or too far away. */
export function isNoDay(value: StoredValue): boolean {
  return value instanceof Date && !(value.getTime() >= DAYS.from && value.getTime() < DAYS.to)
}

/**
 * In: a date cell's value (UTC holds the sheet's wall clock). Out: YYYY-MM-DD, with HH:MM if the time
 * is not midnight; HH:MM alone for a cell that holds only a time of day (day count 0).
 */
export function dateText(date: Date): string {
  // Excel's day fractions are binary: 09:30 may come as 09:29:59.9999.
  const iso = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString()
  const day = iso.slice(0, 10)
  const time = iso.slice(11, 16)
  if (date.getUTCFullYear() < 1900) return time
  return time === '00:00' ? day : `${day} ${time}`
}

/** In: 0-based column and 1-based row. Out: the cell's name, such as C17. */
export function cellRef(column: number, row: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return letters + row
}
