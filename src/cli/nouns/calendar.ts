// calendar: the working days by the State Council's yearly notices. Counting needs no database.
import { type Command, Option } from 'commander'
import { daysBetween } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ImportedNotice } from '../../work/calendar/import-notice.ts'
import type { ListedYear } from '../../work/calendar/show-calendar.ts'
import { openInput } from '../files.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { knownEncoding } from '../import-verb.ts'
import { dayOption } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'

export function addCalendarVerbs(front: Front, noun: Command): void {
  addShow(front, noun)
  addImport(front, noun)
  addAdd(front, noun)
  addBetween(front, noun)
}

function addShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show [year]',
    examples: ['calendar show', 'calendar show 2013', 'calendar show 2020 --json'],
    options: outputOptions(front.m),
    run: async (shell, [year], options) => {
      const work = await import('../../work/calendar/show-calendar.ts')
      const { column, said } = shell.m.words
      if (year !== undefined) {
        const shown = work.showYear(shell.desk(), yearGiven(year))
        await shell.list(
          {
            rows: shown.holidays,
            data: { ...yearJson(shown.year), source: shown.source, holidays: shown.holidays },
            columns: [
              { title: column.holiday!, cell: h => h.name },
              { title: column.days_off!, cell: h => spans(h.off) },
              { title: column.make_up_days!, cell: h => h.work.join(' ') },
            ],
            json: h => h,
          },
          options,
        )
        shell.say(said.calendarYear(shown.year))
        return
      }
      const { years, source } = work.listYears(shell.desk())
      await shell.list(
        {
          rows: years,
          data: { source, years: years.map(yearJson) },
          columns: [
            { title: column.year!, cell: y => y.year },
            { title: column.working_days!, cell: y => y.working_days, align: 'right' },
            { title: column.days_off!, cell: y => y.days_off, align: 'right' },
            { title: column.make_up_days!, cell: y => y.make_up_days, align: 'right' },
            { title: column.notice!, cell: y => y.notice ?? said.shippedYear },
          ],
          json: yearJson,
        },
        options,
      )
      shell.say(said.calendarSource[source])
    },
  })
}

function yearGiven(text: string): number {
  if (/^(19|20)\d\d$/.test(text)) return Number(text)
  throw new Refusal('CX6002', { value: text, option: '[year]', allowed: '2013' })
}

function yearJson({ year, notice, working_days, days_off, make_up_days }: ListedYear) {
  const origin = notice === null ? 'shipped' : 'imported'
  return { year, origin, notice, working_days, days_off, make_up_days }
}

/** Days that follow on each other as from and to. */
function spans(days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || days.length === 1) return first ?? ''
  return daysBetween(first, last!) === days.length - 1 ? `${first}–${last}` : days.join(' ')
}

function addImport(front: Front, noun: Command): void {
  const { help, usage } = front.m.words
  addVerb(front, noun, {
    usage: 'import <file>',
    examples: [
      'calendar import samples/calendar-2026.csv --notice 国务院办公厅2026年放假通知 --dry-run',
      'calendar import samples/calendar-2026.csv --notice 国务院办公厅2026年放假通知',
    ],
    options: [
      new Option('--notice <text>', help['calendar import --notice']).makeOptionMandatory(),
      new Option('--replace', help['calendar import --replace']),
      new Option('--reason <text>', help['--reason']),
      new Option('-n, --dry-run', help['--dry-run']),
      new Option('-e, --encoding <name>', help['--encoding']),
      new Option('--sheet <name>', help['--sheet']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [path = '-'], options) => {
      const { importNotice } = await import('../../work/calendar/import-notice.ts')
      const notice = textOption(options, 'notice')!.trim()
      const reason = textOption(options, 'reason')?.trim() || null
      const replace = options.replace === true
      if (notice === '') throw new Refusal('CX6001', { message: usage.missingOption('--notice') })
      if (replace && reason === null)
        throw new Refusal('CX6001', { message: usage.missingOption('--reason') })
      const encoding = textOption(options, 'encoding')
      const sheet = textOption(options, 'sheet')
      const input = {
        source: await openInput(shell.world, path),
        ...(encoding === null ? {} : { encoding: await knownEncoding(encoding) }),
        ...(sheet === null ? {} : { sheet }),
      }
      const dryRun = options.dryRun === true
      const how = { notice, replaceFor: replace ? reason : null, dryRun }
      await tellImport(shell, await importNotice(shell.desk(), input, how), how, options)
    },
  })
}

async function tellImport(
  shell: Shell,
  { encoding, years, recounted, affected, problems, warnings }: ImportedNotice,
  { notice, dryRun }: { notice: string; dryRun: boolean },
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  const told = years.flatMap(plan => [
    said.yearBrought[plan.done](plan),
    ...(plan.done === 'replaced' ? plan.changes.map(change => `  ${said.dayChange(change)}`) : []),
  ])
  const refused = problems.length > 0
  await tellOutcome(
    shell,
    {
      problems,
      warnings,
      data: { notice, encoding, dry_run: dryRun, years, publicities: recounted, evaluations: affected },
      done: [...told, ...recounted.map(said.recounted)],
      notDone: said.calendarNotImported,
      notes: [
        // What stands against it: the days that would be others.
        ...(refused ? told : []),
        ...affected.map(said.calendarAffects),
        ...(dryRun && !refused ? [said.calendarDry] : []),
      ],
    },
    options,
  )
}

function addAdd(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'add <date> <days>',
    examples: ['calendar add 2019-05-30 5 --count-first-day', 'calendar add 2013-09-27 5 --json'],
    options: [
      new Option('--count-first-day', front.m.words.help['calendar add --count-first-day']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [date = '', days = ''], options) => {
      const from = dayOption('<date>', date)
      if (!/^[1-9]\d{0,3}$/.test(days))
        throw new Refusal('CX6002', { value: days, option: '<days>', allowed: '1–9999' })
      const first = options.countFirstDay === true
      const { addWorkingDays } = await import('../../work/calendar/count-days.ts')
      const { last_day, counted, source } = addWorkingDays(shell.desk(), from, Number(days), first)
      const { said } = shell.m.words
      const data = { from, working_days: counted.length, first_day_counted: first }
      await shell.show({ date: last_day, counted, source, ...data }, [last_day], options)
      shell.say(said.workingDaysCounted(counted))
      shell.say(said.calendarSource[source])
    },
  })
}

function addBetween(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'between <from> <to>',
    examples: ['calendar between 2013-09-27 2013-10-12', 'calendar between 2013-01-01 2013-12-31 --json'],
    options: outputOptions(front.m),
    run: async (shell, [first = '', last = ''], options) => {
      const [from, to] = [dayOption('<from>', first), dayOption('<to>', last)]
      if (to < from) throw new Refusal('CX6002', { value: to, option: '<to>', allowed: `≥ ${from}` })
      const { workingDaysBetween } = await import('../../work/calendar/count-days.ts')
      const { counted, source } = workingDaysBetween(shell.desk(), from, to)
      const { said } = shell.m.words
      const working_days = counted.length
      await shell.show({ from, to, working_days, counted, source }, [String(working_days)], options)
      if (working_days > 0) shell.say(said.workingDaysCounted(counted))
      shell.say(said.calendarSource[source])
    },
  })
}
