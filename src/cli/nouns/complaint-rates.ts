// complaint overdue and rates: cases that are late, and what share of them is dealt with in time.
import { type Command, Option } from 'commander'
import { percentText } from '../../domain/exact.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import type { Problem } from '../../domain/problem.ts'
import { complaintKind } from '../../domain/records/complaint.ts'
import type { WindowRates } from '../../domain/records/complaint-rates.ts'
import type { Counted, DistrictRates, OverdueCase } from '../../work/complaint-rates.ts'
import { addVerb, districtOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { dayOption } from '../settings.ts'
import type { ListColumn, Shell } from '../shell.ts'

export function addComplaintRates(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'overdue',
    examples: ['complaint overdue', 'complaint overdue --district 朝阳区 --json'],
    options: [
      new Option('--agency <agency>', help['--agency']),
      districtOption(front.m),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { overdueComplaints } = await import('../../work/complaint-rates.ts')
      const of = { agency: textOption(options, 'agency'), district: textOption(options, 'district') }
      const { rows, warnings } = overdueComplaints(shell.desk(), of)
      const { column, said } = shell.m.words
      const field = (key: string): ListColumn<OverdueCase> => ({
        title: column[key]!,
        cell: row => row[key] ?? null,
      })
      await shell.list<OverdueCase>(
        {
          rows,
          columns: [
            field('complaint_no'),
            // Whom it is about.
            { title: column.agency_name!, cell: row => row.agency_name ?? row.subject ?? null },
            ...['handler', 'received_on', 'limit_on'].map(field),
            { title: column.limit!, cell: row => said.limit[row.limit] },
            { ...field('days_late'), align: 'right' },
          ],
          json: row => row,
        },
        options,
        warnings,
      )
      warn(shell, warnings, options)
    },
  })
  addVerb(front, noun, {
    usage: 'rates',
    examples: [
      'complaint rates',
      'complaint rates --from 2013-01-01 --to 2013-06-30 --json',
      'complaint rates --by window --district 朝阳区',
    ],
    options: [
      new Option('--from <date>', help['--from']),
      new Option('--to <date>', help['--to']),
      districtOption(front.m),
      new Option('--by <unit>', help['complaint rates --by'])
        .choices(['district', 'window'])
        .default('district'),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { complaintRatesOf, windowRatesOf } = await import('../../work/complaint-rates.ts')
      const counted = countedOf(shell, options)
      if (options.by === 'window') return listWindows(shell, windowRatesOf(shell.desk(), counted), options)
      const { rows, warnings } = complaintRatesOf(shell.desk(), counted)
      await listDistricts(shell, rows, warnings, options)
    },
  })
}

/** The year so far, unless told otherwise. */
function countedOf(shell: Shell, options: Options): Counted {
  const day = (name: 'from' | 'to', otherwise: string) => {
    const text = textOption(options, name)
    return text === null ? otherwise : dayOption(`--${name}`, text)
  }
  const from = day('from', `${shell.today.slice(0, 4)}-01-01`)
  return { from, to: day('to', shell.today), district: textOption(options, 'district') }
}

const RIGHT = { align: 'right' } as const
const SHARES = ['same_day', 'taken_up', 'closed', 'on_time'] as const

async function listDistricts(
  shell: Shell,
  rows: readonly DistrictRates[],
  warnings: readonly Problem[],
  options: Options,
): Promise<void> {
  const { column, labels } = shell.m.words
  await shell.list<DistrictRates>(
    {
      rows,
      columns: [
        { title: column.district!, cell: r => r.district ?? labels.all },
        { title: column.received!, cell: r => r.received, ...RIGHT },
        { title: column.upheld!, cell: r => r.upheld, ...RIGHT },
        ...SHARES.map(key => ({
          title: column[key]!,
          cell: (r: DistrictRates) => percentText(r[key].n, r[key].of) ?? labels.none,
          ...RIGHT,
        })),
      ],
      json: r => ({
        ...r,
        ...Object.fromEntries(SHARES.map(key => [`${key}_rate`, percentText(r[key].n, r[key].of)])),
      }),
    },
    options,
    warnings,
  )
  warn(shell, warnings, options)
}

async function listWindows(shell: Shell, rows: readonly WindowRates[], options: Options): Promise<void> {
  const { column, labels, said } = shell.m.words
  const kind = complaintKind.columns.find(c => c.key === 'window_kind')!
  await shell.list<WindowRates>(
    {
      rows,
      columns: [
        { title: column.window_kind!, cell: r => writtenAs(kind, r.window_kind) ?? said.noWindow },
        { title: column.received!, cell: r => r.received, ...RIGHT },
        { title: column.closed!, cell: r => percentText(r.closed.n, r.closed.of) ?? labels.none, ...RIGHT },
        { title: column.closing_target!, cell: r => r.target ?? labels.none, ...RIGHT },
        { title: column.met!, cell: r => (r.met === null ? labels.none : said.met(r.met)) },
      ],
      json: r => ({
        ...r,
        closed_rate: percentText(r.closed.n, r.closed.of),
        target: r.target === null ? null : String(r.target),
      }),
    },
    options,
  )
}

/** Where no envelope carries a warning, it is said. */
function warn(shell: Shell, warnings: readonly Problem[], options: Options): void {
  if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
}
