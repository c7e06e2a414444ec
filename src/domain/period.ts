// Periods of figures as texts that sort within a kind: a year 2012, a half year 2012-H1, a quarter 2012-Q3, a month 2012-03.
import { addDays, addMonths, type Day } from './day.ts'

export type Period = string

const NUMERALS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' }

/** The accepted written forms, each with what follows the year. A date is none of them: it may stand for a day. */
const FORMS: readonly (readonly [RegExp, (part: string) => string])[] = [
  [/^(\d{4})(?:年度?)?$/, () => ''],
  [/^(\d{4})(?:年度?)?(上|下)半年$/, half => (half === '上' ? '-H1' : '-H2')],
  [/^(\d{4})-?H([12])$/i, half => `-H${half}`],
  [/^(\d{4})(?:年度?)?第?([一二三四1-4])季度?$/, quarter => `-Q${NUMERALS[quarter] ?? quarter}`],
  [/^(\d{4})-?Q([1-4])$/i, quarter => `-Q${quarter}`],
  [/^(\d{4})[-/](\d{1,2})$/, month => `-${month.padStart(2, '0')}`],
  [/^(\d{4})年(\d{1,2})月份?$/, month => `-${month.padStart(2, '0')}`],
]

/** Reads a period in one of its written forms; null if it has none of them or does not exist. */
export function parsePeriod(text: string): Period | null {
  for (const [form, rest] of FORMS) {
    const match = form.exec(text)
    if (!match) continue
    const period = `${match[1]}${rest(match[2] ?? '')}`
    return periodDays(period) && match[1]! >= '1949' && match[1]! <= '2999' ? period : null
  }
  return null
}

/** First and last day; null for a text that is no period. */
export function periodDays(period: Period): { from: Day; to: Day } | null {
  const match = /^(\d{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.exec(period)
  if (!match) return null
  const [, year, part = ''] = match
  const number = Number(part.replace(/[HQ]/, ''))
  const months = part === '' ? 12 : part.startsWith('H') ? 6 : part.startsWith('Q') ? 3 : 1
  const from = addMonths(`${year}-01-01`, part === '' ? 0 : (number - 1) * months)
  return { from, to: addDays(addMonths(from, months), -1) }
}
