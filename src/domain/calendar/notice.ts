// The yearly notice of the State Council as a table: days off and make-up days, one a row. What it changes of the
// calendar on file is worked out here, year by year.
import { type Day, weekday } from '../day.ts'
import { type Column, type Finding, fault, type Values } from '../imports/column.ts'
import type { KeptCalendar } from './kept.ts'
import type { CalendarDay } from './working-days.ts'

export const noticeColumns: readonly Column[] = [
  { key: 'date', headers: ['日期', 'day'], type: { is: 'day' }, required: true },
  {
    key: 'kind',
    headers: ['安排', '类型', 'type'],
    type: {
      is: 'choice',
      of: { 放假: 'off', 休息: 'off', 休: 'off', 上班: 'work', 调休上班: 'work', 补班: 'work', 班: 'work' },
    },
    required: true,
    unless: 'is_off_day',
  },
  // As calendars for programs write it.
  { key: 'is_off_day', headers: ['是否放假'], type: { is: 'yes_no' } },
  { key: 'name', headers: ['名称', '节日', '节假日', 'holiday'], type: { is: 'text' }, required: true },
]

/** A file has the one column or the other. */
export const noticeOneOf: readonly (readonly string[])[] = [['kind', 'is_off_day']]

/** A day of a notice, with the line it stands on. */
export interface NoticeDay extends CalendarDay {
  line: number
}

/** A row that was read whole. */
export function noticeDay(line: number, values: Values): NoticeDay | Finding {
  const { date, kind, is_off_day: off, name } = values
  const flagged = off === null || off === undefined ? null : off === 1 ? 'off' : 'work'
  if (kind !== null && flagged !== null && kind !== flagged)
    return { fault: fault('CX1322', { value: String(kind), other: flagged }), key: 'is_off_day' }
  const meant = kind ?? flagged
  if (meant === null) return { fault: fault('CX1023', { header: '是否放假' }), key: 'is_off_day' }
  return { line, day: date as Day, kind: meant as CalendarDay['kind'], name: String(name) }
}

/** The year whose notice names a day: only New Year's holiday reaches into the December before. */
export function noticeYear(day: Day): number {
  return Number(day.slice(0, 4)) + (day.slice(5, 7) === '12' ? 1 : 0)
}

/** Off in every year by law: a notice that lacks one is not all there. */
const ALWAYS_OFF = ['01-01', '05-01', '10-01']

/** What is wrong with the days of a file, each with its line. `whole`: every row could be read. */
export function checkNotice(
  days: readonly NoticeDay[],
  onFile: KeptCalendar,
  whole: boolean,
): { line: number; finding: Finding }[] {
  const found: { line: number; finding: Finding }[] = []
  const first = new Map<Day, number>()
  const known = new Map(onFile.days.map(({ day, kind }) => [day, kind]))
  for (const { line, day, kind } of days) {
    const firstLine = first.get(day)
    if (firstLine !== undefined) {
      found.push({ line, finding: { fault: fault('CX1052', { value: day, firstLine }), key: 'date' } })
      continue
    }
    first.set(day, line)
    const date = weekday(day)
    // The notice of 2020 was changed in the middle and names a Monday; what is on file so stays as it is.
    if (kind === 'work' && date !== 0 && date !== 6 && known.get(day) !== 'work')
      found.push({ line, finding: { fault: fault('CX1321', { value: day }), key: 'date' } })
  }
  if (!whole) return found
  const off = new Set(days.filter(({ kind }) => kind === 'off').map(({ day }) => day))
  for (const [year, own] of byYear(days)) {
    const lacks = ALWAYS_OFF.map(date => `${year}-${date}`).filter(day => !off.has(day))
    if (lacks.length === 0) continue
    const finding: Finding = { fault: fault('CX1323', { year, lacks: lacks.join('、') }), key: 'date' }
    found.push({ line: own[0]!.line, finding })
  }
  return found
}

function byYear<T extends CalendarDay>(days: readonly T[]): Map<number, T[]> {
  const years = new Map<number, T[]>()
  for (const day of days) {
    const year = noticeYear(day.day)
    years.set(year, [...(years.get(year) ?? []), day])
  }
  return new Map([...years].sort(([a], [b]) => a - b))
}

/** What becomes of one day; null where the notice does not name it. */
export interface DayChange {
  day: Day
  before: Omit<CalendarDay, 'day'> | null
  after: Omit<CalendarDay, 'day'> | null
}

export interface YearPlan {
  year: number
  done: 'added' | 'replaced' | 'unchanged'
  days_off: number
  make_up_days: number
  changes: DayChange[]
}

/** Year by year what a file that has no faults would change. */
export function planNotice(days: readonly CalendarDay[], onFile: KeptCalendar): YearPlan[] {
  const before = byYear(onFile.days)
  return [...byYear(days)].map(([year, own]) => {
    const changes = compare(before.get(year) ?? [], own)
    const loaded = onFile.years.includes(year)
    return {
      year,
      done: !loaded ? 'added' : changes.length > 0 ? 'replaced' : 'unchanged',
      days_off: own.filter(({ kind }) => kind === 'off').length,
      make_up_days: own.filter(({ kind }) => kind === 'work').length,
      changes,
    }
  })
}

function compare(before: readonly CalendarDay[], after: readonly CalendarDay[]): DayChange[] {
  const [was, is] = [before, after].map(
    days => new Map(days.map(({ day, kind, name }) => [day, { kind, name }])),
  )
  return [...new Set([...was!.keys(), ...is!.keys()])].sort().flatMap(day => {
    const change = { day, before: was!.get(day) ?? null, after: is!.get(day) ?? null }
    const same = change.before?.kind === change.after?.kind && change.before?.name === change.after?.name
    return same ? [] : [change]
  })
}

/** The calendar as it is once a plan is applied. */
export function calendarAfter(
  onFile: KeptCalendar,
  plans: readonly YearPlan[],
  notice: string,
): KeptCalendar {
  const days = new Map(onFile.days.map(entry => [entry.day, entry]))
  for (const { day, after } of plans.flatMap(plan => plan.changes)) {
    if (after === null) days.delete(day)
    else days.set(day, { day, ...after })
  }
  const brought = plans.filter(({ done }) => done !== 'unchanged').map(({ year }) => year)
  const kept = (onFile.notices ?? []).filter(({ year }) => !brought.includes(year))
  return {
    years: [...new Set([...onFile.years, ...brought])].sort((a, b) => a - b),
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    notices: [...kept, ...brought.map(year => ({ year, notice }))].sort((a, b) => a.year - b.year),
  }
}
