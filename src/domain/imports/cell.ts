// One cell -> one value, or the fault that says why not. Nothing ambiguous is guessed.
import { FOREVER, parseDay } from '../day.ts'
import { decimalText, MICRO, parseDecimal, parseScaled, scaledText } from '../exact.ts'
import { parsePeriod } from '../period.ts'
import { checkUscc } from '../roster/uscc.ts'
import type { CellType } from '../table.ts'
import { foldWidth } from '../text.ts'
import { type Column, type ColumnType, type Fault, fault, officialChoices, type Value } from './column.ts'
import { withLostZero } from './phone.ts'

const YES_NO: Readonly<Record<string, number>> = {
  是: 1,
  否: 0,
  有: 1,
  没有: 0,
  yes: 1,
  no: 0,
  true: 1,
  false: 0,
  '1': 1,
  '0': 0,
}
/** What judges write of a condition. */
const MET: Readonly<Record<string, number>> = {
  符合: MICRO,
  不符合: 0,
  满足: MICRO,
  不满足: 0,
  是: MICRO,
  否: 0,
  '√': MICRO,
  '✓': MICRO,
  '✔': MICRO,
  '×': 0,
  '✗': 0,
  '✘': 0,
  x: 0,
  true: MICRO,
  false: 0,
}
/** Spreadsheets write a day into a text file with its midnight; any other time is not for them to add. */
const MIDNIGHT = / +0?0:00(:00)?$/
/** All of one character, which spares most cells the search. */
const NO_VALUE = new Set(['-', '—', '/', '无'])
const APOSTROPHE = 39
const EQUALS = 61

/** Reads a cell by its column's type; null for an empty one. `stored` tells how a workbook kept it. */
export function readCell({ type }: Column, raw: string, stored?: CellType): Value | Fault[] {
  const text = unmarked(raw.trim(), type)
  if (text === '' || (text.length === 1 && type.is !== 'text' && NO_VALUE.has(text))) return null
  return readTyped(type, AS_WRITTEN.has(type.is) ? text : foldWidth(text).trim(), stored)
}

/** Without the marks by which a spreadsheet is told that a cell is text. */
function unmarked(text: string, { is }: ColumnType): string {
  // Our own exports put an apostrophe before what a spreadsheet would run as a formula.
  const first = text.charCodeAt(0)
  if (first === APOSTROPHE)
    return text.replace(is === 'code' || is === 'uscc' ? /^'/ : /^'(?=[=+\-@\t＝＋－＠])/, '')
  if (first !== EQUALS) return text
  return /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text
}

const AS_WRITTEN: ReadonlySet<string> = new Set(['text', 'texts', 'choice', 'choices', 'name'])

function readTyped(type: ColumnType, text: string, stored?: CellType): Value | Fault[] {
  if (stored === 'no_day') return [fault('CX1017', { value: text })]
  switch (type.is) {
    case 'text':
      return text
    case 'texts':
      return split(text).join(';')
    case 'code':
      return code(text, type.phone === true, stored)
    case 'uscc': {
      // An 18-digit number cell is damaged already: spreadsheets keep 15 digits.
      if (stored === 'number') return [fault('CX1046', { value: text })]
      const checked = checkUscc(text)
      if (checked.problems.length === 0) return checked.normalized
      // So a text file gets it from a spreadsheet that took it for a number.
      const rounded = /^\d{15}000$/.test(checked.normalized)
      if (rounded && checked.problems.some(p => p.code === 'CX1042'))
        return [fault('CX1046', { value: text })]
      return checked.problems.map(p => ({ code: p.code, params: p.params }) as Fault)
    }
    case 'day': {
      if (type.forever && /^(长期|永久|无固定期限)(有效)?$/.test(text)) return FOREVER
      const day = parseDay(text.length > 10 ? text.replace(MIDNIGHT, '') : text)
      if (day === 'form') return [fault('CX1031', { value: text })]
      if (day === 'day') return [fault('CX1030', { value: text })]
      return day.day
    }
    case 'year': {
      const year = /^(\d{4})年?$/.exec(text)?.[1]
      if (year === undefined) return [fault('CX1033', { value: text })]
      return year >= '1949' && year <= '2999'
        ? Number(year)
        : [fault('CX1034', { value: text, min: '1949', max: '2999' })]
    }
    case 'int':
      return scaled(text.replace(/[人名家]$/, ''), 0, type.max)
    case 'money':
      return scaled(text.replace(/元$/, ''), 2, 1e11)
    case 'rate':
      return asRate(
        text.endsWith('%') ? scaled(text.slice(0, -1).trim(), 4, 100 * 1e4) : scaled(text, 6, 1e6),
      )
    case 'points':
      return points(type, text)
    case 'yes_no': {
      const word = text.toLowerCase()
      return Object.hasOwn(YES_NO, word)
        ? YES_NO[word]!
        : [fault('CX1032', { value: text, allowed: '是、否' })]
    }
    case 'choice':
      return choice(text, type.of)
    case 'choices': {
      const parts = split(text).map(part => choice(part, type.of))
      const faults = parts.filter(part => typeof part !== 'string').flat()
      return faults.length > 0 ? faults : [...new Set(parts as string[])].join(';')
    }
    case 'name': {
      const word = foldWidth(text)
      return Object.hasOwn(type.known, word) ? type.known[word]! : text
    }
    case 'period':
      return parsePeriod(text.replaceAll(' ', '')) ?? [fault('CX1080', { value: text })]
    case 'decimal':
      return type.marks ? (marked(text) ?? decimal(text)) : decimal(text)
    default: {
      const never: never = type
      return never
    }
  }
}

/** A number cell keeps fifteen digits and no leading zero, a date cell nothing of what was typed. */
function code(text: string, phone: boolean, stored?: CellType): string | Fault[] {
  if (stored === 'date') return [fault('CX1048', { value: text })]
  // As a spreadsheet shows what it spoiled, in a text file it wrote or in rows handed back.
  if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return [fault('CX1046', { value: text })]
  if (/^#{3,}$/.test(text)) return [fault('CX1048', { value: text })]
  if (stored !== 'number') return text
  if (text.length > 15) return [fault('CX1046', { value: text })]
  const likely = phone ? withLostZero(text) : null
  return likely === null ? text : [fault('CX1047', { value: text, likely })]
}

function split(text: string): string[] {
  return text
    .split(/[;；、，,\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')
}

function choice(text: string, of: Readonly<Record<string, string>>): string | Fault[] {
  const key = foldWidth(text).trim()
  if (Object.hasOwn(of, key)) return of[key]!
  if (Object.values(of).includes(key)) return key
  const allowed = officialChoices(of).map(choice => choice.word)
  return [fault('CX1032', { value: text, allowed: allowed.join('、') })]
}

function decimal(text: string): number | Fault[] {
  const value = parseDecimal(withoutMarks(text))
  if (value === 'format') return [fault('CX1033', { value: text })]
  if (value === 'places') return [fault('CX1036', { value: text, places: 6 })]
  return value === 'size' ? [fault('CX1081', { value: text })] : value
}

/** 是, 否 or a percentage as it is written; null for what is neither. */
function marked(text: string): string | Fault[] | null {
  if (text === '是' || text === '否') return text
  if (!text.endsWith('%')) return null
  const percent = decimal(text.slice(0, -1).trim())
  if (typeof percent !== 'number')
    return percent.map(f => fault(f.code, { ...f.params, value: text } as never))
  return percent % 100 === 0 ? `${decimalText(percent)}%` : [fault('CX1036', { value: text, places: 4 })]
}

/** Thousands marks are taken out only where they stand as marks (12,500.00). */
function withoutMarks(text: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
}

function points(
  { max, indicator, condition }: Extract<ColumnType, { is: 'points' }>,
  text: string,
): number | Fault[] {
  const word = text.toLowerCase()
  if (condition && Object.hasOwn(MET, word)) return MET[word]!
  if (/^-\d/.test(text)) return [fault('CX1034', { value: text, min: '0', max: scaledText(max, 2) })]
  const value = scaled(text, 6, 1e15)
  if (condition === 'always' && value !== 0 && value !== MICRO) return [notJudged(text)]
  if (typeof value !== 'number' && value[0]?.code === 'CX1033') return [fault('CX1069', { value: text })]
  if (typeof value !== 'number' || value <= max * 1e4) return value
  return [fault('CX1035', { value: text, max: scaledText(max, 2), indicator })]
}

/** A condition that is neither met nor not. */
export function notJudged(value: string): Fault {
  return fault('CX1032', { value, allowed: '符合、不符合' })
}

/** How a percentage is written is said only to whom one was asked of. */
function asRate(read: number | Fault[]): number | Fault[] {
  if (typeof read === 'number') return read
  return read.map(f => (f.code === 'CX1034' ? fault('CX1034', { ...f.params, rate: true }) : f))
}

function scaled(text: string, places: number, max: number): number | Fault[] {
  const plain = withoutMarks(text)
  const value = parseScaled(plain, places)
  if (/^-\d/.test(plain)) return [fault('CX1034', { value: text, min: '0', max: String(max / 10 ** places) })]
  if (value === 'format') return [fault('CX1033', { value: text })]
  if (value === 'places') return [fault('CX1036', { value: text, places })]
  if (value > max) return [fault('CX1034', { value: text, min: '0', max: String(max / 10 ** places) })]
  return value
}
