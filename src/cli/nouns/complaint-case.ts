// complaint answer, accept, extend, close, reopen, link, show: a complaint as a case.
import { type Command, Option } from 'commander'
import { complaintKind } from '../../domain/records/complaint.ts'
import { type Step, stepColumns } from '../../domain/records/complaint-case.ts'
import { Refusal } from '../../domain/refusal.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { personalOptions, personalReason } from '../personal.ts'
import { fieldLines, pastLines } from '../show-verb.ts'
import { tellOutcome } from '../tell-outcome.ts'

const STEPS: readonly { step: Step; examples: readonly string[] }[] = [
  { step: 'answer', examples: ['complaint answer TS2013-899 --answered-on 2013-11-01'] },
  {
    step: 'accept',
    examples: [
      'complaint accept TS2013-899 --due-on 2013-12-31 --handler 样办1',
      'complaint accept TS2013-899 --limit-working-days 30',
    ],
  },
  {
    step: 'extend',
    examples: [
      'complaint extend TS2013-1102 --reason 案情复杂',
      'complaint extend TS2013-004 --due-on 2013-11-29 --reason 等候鉴定结论',
    ],
  },
  {
    step: 'close',
    examples: [
      'complaint close TS2013-1102 --finding 不属实',
      'complaint close TS2013-1106 --finding 属实 --dishonest 是 --outcome 责令退费',
    ],
  },
  { step: 'reopen', examples: ['complaint reopen TS2013-001 --reason 投诉人补充证据 --due-on 2013-12-31'] },
]

/** Steps that ask for a reason. */
const REASONED: ReadonlySet<Step> = new Set(['extend', 'reopen'])
/** Ways to say by when, of which one is taken. */
const LIMITS = ['due_on', 'limit_days', 'limit_working_days', 'days', 'working_days']

export function addComplaintSteps(front: Front, noun: Command): void {
  for (const { step, examples } of STEPS) addStep(front, noun, step, examples)
  addLink(front, noun)
  addShow(front, noun)
}

function addStep(front: Front, noun: Command, step: Step, examples: readonly string[]): void {
  const { help } = front.m.words
  const fields = fieldOptions(front.m, stepColumns[step], { oneOf: LIMITS })
  const more = REASONED.has(step) ? [new Option('--reason <text>', help['--reason'])] : []
  addVerb(front, noun, {
    usage: `${step} <number>`,
    examples,
    options: [...fields.options, ...more, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { stepComplaint } = await import('../../work/complaint-case.ts')
      const given = fields.given(options, { reason: '--reason', complaint_no: no })
      const reason = textOption(options, 'reason')?.trim() || null
      const taken = stepComplaint(shell.desk(), no, step, { ...given, reason })
      const { problems, record, touched, listings } = taken
      const { said } = shell.m.words
      const told = {
        problems,
        data: { record, touched, listings },
        done: [said.stepped[step](no), ...fieldLines(shell, complaintKind, record)],
        notDone: said.notStepped(no),
        notes: [...touched.map(said.touched), ...listings.map(said.touchedListing)],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addLink(front: Front, noun: Command): void {
  const { help, usage } = front.m.words
  addVerb(front, noun, {
    usage: 'link <number>',
    examples: ['complaint link TS2013-004 --to TS2013-001'],
    options: [
      new Option('--to <number>', help['complaint link --to']).conflicts('remove'),
      new Option('--remove', help['complaint link --remove']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [no = ''], options) => {
      const { linkComplaint } = await import('../../work/link-complaint.ts')
      const to = textOption(options, 'to')
      if (to === null && options.remove !== true)
        throw new Refusal('CX6001', { message: usage.missingOption('--to') })
      const place = (field: string) => (field === 'duplicate_of' ? '--to' : no)
      const { problems, record } = linkComplaint(shell.desk(), no, to, place)
      const { said } = shell.m.words
      const headline = to === null ? said.unlinked(no) : said.linked(no, to)
      const told = {
        problems,
        data: { record },
        done: [headline, ...fieldLines(shell, complaintKind, record)],
        notDone: said.notStepped(no),
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show <number>',
    examples: [
      'complaint show TS2013-001',
      'complaint show TS2013-001 --include-personal --reason 回访投诉人',
    ],
    options: [...personalOptions(front.m), ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { showComplaint } = await import('../../work/complaint-case.ts')
      const shown = showComplaint(shell.desk(), no, personalReason(shell.m, options))
      const { record, source, history, ...more } = shown
      const { said } = shell.m.words
      const { limit, limit_on, duplicates, reopened } = shown
      // A stated limit stands among the fields.
      const lines = [
        ...fieldLines(shell, complaintKind, record),
        ...(limit === 'default' ? [said.limitOn(limit_on!, said.limit[limit])] : []),
        ...(duplicates.length > 0 ? [said.duplicates(duplicates)] : []),
        ...(reopened > 0 ? [said.reopened(reopened)] : []),
      ]
      await shell.show(
        { ...record, ...more, source, history },
        [...lines, '', ...pastLines(shell, complaintKind, shown)],
        options,
      )
    },
  })
}
