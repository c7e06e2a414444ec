// complaint accept, close, reopen, show, overdue, rates: a complaint as a case.
import { type Command, Option } from 'commander'
import { ratioText } from '../../domain/exact.ts'
import type { Values } from '../../domain/imports/column.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import { complaintKind } from '../../domain/records/complaint.ts'
import { type Step, stepFields } from '../../domain/records/complaint-case.ts'
import type { Share } from '../../domain/records/complaint-rates.ts'
import type { RecordChange } from '../../work/record-history.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, districtOption, type Front, outputOptions, textOption } from '../front.ts'
import { problemJson } from '../problem-text.ts'
import { dayOption } from '../settings.ts'

const STEPS: readonly { step: Step; examples: readonly string[] }[] = [
  { step: 'accept', examples: ['complaint accept TS2013-899 --due-on 2013-12-31 --handler 样办1'] },
  {
    step: 'close',
    examples: [
      'complaint close TS2013-1102 --finding 不属实',
      'complaint close TS2013-1106 --finding 属实 --dishonest 是 --outcome 责令退费',
    ],
  },
  { step: 'reopen', examples: ['complaint reopen TS2013-001 --reason 投诉人补充证据 --due-on 2013-12-31'] },
]

export function addComplaintVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  for (const { step, examples } of STEPS) addStep(front, noun, step, examples)
  addVerb(front, noun, {
    usage: 'show <number>',
    examples: ['complaint show TS2013-001'],
    options: outputOptions(front.m),
    run: async (shell, [no = ''], options) => {
      const { showComplaint } = await import('../../work/complaint-case.ts')
      const { record, history } = showComplaint(shell.desk(), no)
      const { labels } = shell.m.words
      const [made, ...later] = history
      const when = (c: RecordChange) => `  ${c.at.replace('T', ' ')}  ${c.operator}  `
      const past = later
        .filter(c => c.entry !== made!.entry)
        .map(c => `${when(c)}${c.header}：${c.before ?? labels.none} → ${c.after ?? labels.none}`)
      const lines = [...fieldLines(record), '', `${when(made!)}${made!.command}`, ...past]
      await shell.show({ ...record, history }, lines, options)
    },
  })
  addVerb(front, noun, {
    usage: 'overdue',
    examples: ['complaint overdue', 'complaint overdue --district 朝阳区 --json'],
    options: [
      new Option('--agency <agency>', help['--agency']),
      districtOption(front.m),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { overdueComplaints } = await import('../../work/complaint-case.ts')
      const of = { agency: textOption(options, 'agency'), district: textOption(options, 'district') }
      const { rows, undated } = overdueComplaints(shell.desk(), of)
      const { column, said } = shell.m.words
      await shell.list(
        {
          rows,
          columns: [
            ...['complaint_no', 'agency_name', 'handler', 'received_on', 'due_on'].map(key => ({
              title: column[key] ?? key,
              cell: (row: Values) => row[key] ?? null,
            })),
            { title: column.days_late!, cell: row => row.days_late, align: 'right' },
          ],
          json: row => row,
        },
        options,
      )
      if (undated > 0) shell.say(said.undated(undated))
    },
  })
  addRates(front, noun)
}

function addRates(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'rates',
    examples: ['complaint rates', 'complaint rates --from 2013-01-01 --to 2013-06-30 --json'],
    options: [
      new Option('--from <date>', help['--from']),
      new Option('--to <date>', help['--to']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { complaintRatesOf } = await import('../../work/complaint-case.ts')
      const day = (name: 'from' | 'to', otherwise: string) => {
        const text = textOption(options, name)
        return text === null ? otherwise : dayOption(`--${name}`, text)
      }
      const from = day('from', `${shell.today.slice(0, 4)}-01-01`)
      const rows = complaintRatesOf(shell.desk(), { from, to: day('to', shell.today) })
      const { column, labels } = shell.m.words
      const right = { align: 'right' as const }
      await shell.list(
        {
          rows,
          columns: [
            { title: column.district!, cell: r => r.district ?? labels.all },
            { title: column.received!, cell: r => r.received, ...right },
            { title: column.upheld!, cell: r => r.upheld, ...right },
            { title: column.taken_up!, cell: r => percent(r.taken_up), ...right },
            { title: column.closed!, cell: r => percent(r.closed), ...right },
            { title: column.on_time!, cell: r => percent(r.on_time), ...right },
          ],
          json: r => ({
            ...r,
            taken_up_rate: percent(r.taken_up),
            closed_rate: percent(r.closed),
            on_time_rate: percent(r.on_time),
          }),
        },
        options,
      )
    },
  })
}

/** In per cent, to two places; nothing of nothing has no rate. */
function percent({ n, of }: Share): string | null {
  return of === 0 ? null : ratioText({ n: BigInt(n) * 100n, d: BigInt(of) }, 0, 2)
}

function addStep(front: Front, noun: Command, step: Step, examples: readonly string[]): void {
  const { help } = front.m.words
  const columns = complaintKind.columns.filter(column => stepFields[step].includes(column.key))
  const fields = fieldOptions(front.m, columns)
  const more = step === 'reopen' ? [new Option('--reason <text>', help['--reason'])] : []
  addVerb(front, noun, {
    usage: `${step} <number>`,
    examples,
    options: [...fields.options, ...more, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { stepComplaint } = await import('../../work/complaint-case.ts')
      const given = fields.given(options, { reason: '--reason', complaint_no: no })
      const reason = textOption(options, 'reason')?.trim() || null
      const { problems, record, touched } = stepComplaint(shell.desk(), no, step, { ...given, reason })
      const { said } = shell.m.words
      const format = shell.format(options)
      if (format === 'json' || format === 'ndjson')
        await shell.show(
          { record, problems: problems.map(p => problemJson(shell.m, p)), touched },
          [],
          options,
        )
      else if (problems.length === 0) {
        await shell.show({ record }, [said.stepped[step](no), ...fieldLines(record)], options)
      }
      for (const honor of touched) shell.say(said.touched(honor))
      if (problems.length === 0) return
      shell.problems(problems, 'error')
      shell.fail(said.notStepped(no))
      shell.exitCode = 3
    },
  })
}

/** What is filled, under its official headers. */
function fieldLines(record: Values): string[] {
  return complaintKind.columns.flatMap(column => {
    const text = writtenAs(column, record[column.key] ?? null)
    return text === null || text === '' ? [] : [`${column.headers[0]}：${text}`]
  })
}
