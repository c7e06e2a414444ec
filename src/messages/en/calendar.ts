// Words for the working-day calendar and planning back from deadlines.
import type { DeadlineMark } from '../../domain/calendar/deadlines.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/calendar.ts'
import { many } from './count.ts'

const MARKS: Record<DeadlineMark, string> = {
  ahead: '',
  'T-7': 'T-7',
  'T-1': 'T-1',
  today: 'today',
  late: 'late',
  done: 'done',
}

const markText: typeof zh.said.markText = ({ mark, days_left: days, of_district }) => {
  const own = of_district ? ' (this district)' : ''
  if (mark === 'done' || mark === 'today') return `${MARKS[mark]}${own}`
  if (mark === 'late') return `${many(-days, 'day')} late${own}`
  return `${mark === 'ahead' ? '' : `${MARKS[mark]}, `}${many(days, 'day')} left${own}`
}

const basis: typeof zh.said.basis = ({ clause, by_default }) =>
  by_default ? `default of the program, after ${clause}` : clause

type Special = { kind: 'off' | 'work'; name: string } | null

const KINDS = { off: 'off', work: 'at work' }
const special = (day: Special) => (day === null ? 'not in the notice' : `${KINDS[day.kind]} (${day.name})`)

export const column: typeof zh.column = {
  holiday: 'Holiday',
  working_days: 'Working days',
  days_off: 'Days off',
  make_up_days: 'Make-up days',
  notice: 'Notice',
  due: 'Due',
  mark: 'Mark',
  deadline: 'What is due',
  open_counted: 'Open publicity by (first day counted)',
  open_not_counted: 'Open publicity by (first day not counted)',
  owed: 'Still owed',
}

export const help: typeof zh.help = {
  calendar: 'Working-day calendar: the yearly notices of the State Council',
  'calendar show': 'The years that are loaded, or the days off and make-up days of one',
  'calendar import': 'Load the notice of a year or of several; a notice comes in whole or not at all',
  'calendar add': 'Count working days from a day on; needs no database',
  'calendar between': 'Working days between two days, both included; needs no database',
  report: 'Reports',
  'report deadlines':
    'Planning back from each deadline: when publicity has to open, what each district still owes; late ones first',
  'calendar import --notice': 'title and number of the notice',
  'calendar import --replace': 'where a year is loaded with other days, go by this file; needs --reason',
  'calendar add --count-first-day': 'day one counts as well (it does not otherwise)',
}

export const said: typeof zh.said = {
  calendarSource: {
    database: 'By the calendar of the database',
    shipped: 'There is no database: by the calendar that came with the program',
  },
  shippedYear: 'came with the program',
  calendarYear: y =>
    `${y.year}: ${many(y.working_days, 'working day')}, ${y.notice === null ? 'came with the program' : `by ${y.notice}`}`,
  workingDaysCounted: days => `${many(days.length, 'day')} counted: ${days.join(' ')}`,
  yearBrought: {
    added: y => `${y.year}: new, ${many(y.days_off, 'day')} off, ${many(y.make_up_days, 'make-up day')}`,
    replaced: y => `${y.year}: ${many(y.changes.length, 'day')} other than on file`,
    unchanged: y => `${y.year}: as on file, nothing changed`,
  },
  dayChange: c => `${c.day}: ${special(c.before)} → ${special(c.after)}`,
  calendarNotImported: 'The calendar is as it was',
  calendarDry: 'This was a trial; nothing was written',
  recounted: p =>
    `Publicity ${p.id} "${p.title}" (from ${p.first_day}) was counted again: last day ${p.after} instead of ${p.before}`,
  calendarAffects: e =>
    `Evaluation ${e.evaluation} (${e.year}) was run by the calendar as it was; run it again: chengxin evaluation run --evaluation ${e.evaluation}`,
  marked: mark => (MARKS[mark] === '' ? '' : `[${MARKS[mark]}] `),
  markText,
  basis,
  deadlineHead: d => `${d.due_on}  ${markText(d)}  ${d.name} (${basis(d)})`,
  notTracked: 'handing it in is not kept here',
  yearMissing: year => `no calendar of ${year}`,
  opening: p => {
    const { first_day_counted: counted, first_day_not_counted: not } = p.last_day_to_open
    if (counted === null || not === null)
      return `When publicity has to open cannot be told: the calendar of ${p.missing_year} is not loaded (chengxin calendar import)`
    const left = p.count_first_day ? p.days_left.first_day_counted! : p.days_left.first_day_not_counted!
    const how =
      p.opened > 0
        ? ` (${many(p.opened, 'publicity', 'publicities')} opened so far${p.unpublished > 0 ? `, ${many(p.unpublished, 'nominee')} not published` : ''})`
        : left < 0
          ? `, ${many(-left, 'day')} past`
          : left === 0
            ? ', today'
            : `, ${many(left, 'day')} left`
    const days = many(p.working_days, 'working day')
    return p.count_first_day
      ? `Publicity of ${days} has to open by ${counted}${how} (if the first day does not count, by ${not})`
      : `Publicity of ${days} has to open by ${not}${how} (if the first day counts, by ${counted})`
  },
  owed: {
    evaluation_not_opened: () => 'no evaluation opened',
    not_run: () => 'evaluation not run',
    run_again: () => 'data changed: run the evaluation again',
    incomplete: o => `${o.count} without a known total`,
    not_finalized: () => 'evaluation not finalized',
    not_proposed: () => 'no nominations proposed',
    outdated: o => `${o.count} on the list no longer fit the records`,
    ties_open: o => `${o.count} tied`,
    papers_missing: o => `papers of ${many(o.count ?? 0, 'nominee')} not all in`,
    publicity_not_opened: o => `${many(o.count ?? 0, 'nominee')} not published`,
    publicity_running: o =>
      `publicity running until ${o.until}${o.in_time === false ? ', cannot be closed in time' : ''}`,
    publicity_not_closed: o => `publicity over since ${o.until}, not closed`,
    objections_open: o => `${many(o.count ?? 0, 'objection')} undecided`,
    not_granted: o => `${many(o.count ?? 0, 'nominee')} without the title yet`,
    not_filed: o => `${many(o.count ?? 0, 'nominee')} not filed yet`,
    not_handed_in: () => 'not noted as handed in (chengxin submission send)',
    not_inspected: o => `${o.count} not inspected`,
  },
}

export const problems: ProblemTextsOf<'CX132'> = {
  CX1320: p => ({
    what: `The working days of ${p.years} cannot be counted: no calendar is loaded`,
    why: 'A year without its notice is never taken as plain Monday to Friday',
    fix: 'Load the notice of the year with chengxin calendar import; chengxin calendar show lists the years loaded',
  }),
  CX1321: p => ({
    what: `${p.value} is a working day anyway, not one to make up`,
    why: 'Only weekends are made up; the date is probably wrong',
    fix: 'Correct the date by the notice, or take the row out',
  }),
  CX1322: p => ({
    what: `The row says ${KINDS[p.value as 'off' | 'work']} and ${KINDS[p.other as 'off' | 'work']} at once`,
    fix: 'Correct one of the columns by the notice',
  }),
  CX1323: p => ({
    what: `The notice of ${p.year} is not all there: ${p.lacks} not off`,
    why: 'These days are off every year; days of December belong to the notice of the next year. What is left out would be taken for a working day',
    fix: `Complete the notice of ${p.year} and import it again`,
  }),
  CX1324: p => ({
    what: `The calendar of ${p.years} is loaded already; ${many(p.changes, 'day')} would change`,
    why: 'Last days of publicity and limits of complaints go by these days',
    fix: 'If the file is right, add --replace with a --reason; --dry-run shows what would change',
  }),
  CX1325: p => ({
    what: `By this calendar the last day of publicity ${p.id} "${p.title}" cannot be counted: ${p.year} is not loaded`,
    why: 'A publicity that is running needs its last day',
    fix: `Put the notice of ${p.year} into the same file, or load it first`,
  }),
}
