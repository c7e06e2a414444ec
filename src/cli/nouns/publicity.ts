// publicity (公示): nominees and drafts published for some working days, and what was said against them.
import { type Command, Option } from 'commander'
import type { CaseState } from '../../domain/publicity/case.ts'
import { closingColumns, openingColumns } from '../../domain/publicity/columns.ts'
import type { PublicityState } from '../../domain/publicity/period.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Opened } from '../../work/publicity/open.ts'
import type { ListedPublicity, ShownPublicity } from '../../work/publicity/read.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, evaluationOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { choiceOf } from '../list-filters.ts'
import { partyJson } from '../party-columns.ts'
import { personalOptions, personalReason } from '../personal.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { writePapers } from './form.ts'
import { addObjectionVerbs, objectionJson } from './publicity-objections.ts'

export function addPublicityVerbs(front: Front, noun: Command): void {
  addOpen(front, noun)
  addList(front, noun)
  addShow(front, noun)
  addObjectionVerbs(front, noun)
  addClose(front, noun)
  addWithdraw(front, noun)
}

function addOpen(front: Front, noun: Command): void {
  const { help } = front.m.words
  const fields = fieldOptions(front.m, openingColumns, {
    renamed: { first_day: 'on', working_days: 'days' },
  })
  addVerb(front, noun, {
    usage: 'open',
    examples: [
      'publicity open --district 朝阳区 --on 2013-11-04 -o notice.docx',
      'publicity open --district 市属机构 --phone 010-00000001 --channel 市局网站',
      'publicity open --consultation --scheme zhoushan-2019 --on 2019-05-30',
    ],
    options: [
      evaluationOption(front.m),
      new Option('--district <code>', help['publicity --district']),
      new Option('--consultation', help['--consultation']).conflicts(['evaluation', 'district']),
      new Option('--scheme <id>', help['publicity --scheme']),
      ...fields.options,
      new Option('--count-first-day', help['--count-first-day']),
      new Option('--no-count-first-day', help['--no-count-first-day']),
      new Option('--phone <number>', help['--phone']).argParser(collected),
      ...outputOptions(front.m).filter(o => o.long !== '--output'),
      new Option('-o, --output <file>', help['publicity --output']),
    ],
    run: async (shell, _args, options) => {
      const consultation = options.consultation === true
      const scheme = textOption(options, 'scheme')
      if (scheme !== null && !consultation)
        throw new Refusal('CX6001', { message: shell.m.words.usage.missingOption('--consultation') })
      // Standard output tells what was done; a paper that nobody can see would come after the change.
      if (options.output === '-') throw new Refusal('CX6007', { path: '-' })
      const { openPublicity } = await import('../../work/publicity/open.ts')
      const opened = openPublicity(
        shell.desk(),
        {
          kind: consultation ? 'consultation' : 'nominees',
          ...{ evaluation: textOption(options, 'evaluation'), district: textOption(options, 'district') },
          scheme,
          countFirstDay: (options.countFirstDay as boolean | undefined) ?? null,
          phones: (options.phone as string[] | undefined) ?? [],
        },
        fields.given(options),
      )
      const { problems, publicity } = opened
      const { output: _paper, ...told } = options
      await tellOutcome(
        shell,
        {
          problems,
          data: { publicity: publicity && publicityJson(publicity, false) },
          ...openedLines(shell, opened, options),
          notDone: shell.m.words.said.publicityNotOpened,
        },
        told,
      )
      if (publicity === null || textOption(options, 'output') === null) return
      const { planPublicity, writePublicity } = await import('../../work/papers/publicity.ts')
      const planned = planPublicity(shell.desk(), String(publicity.id))
      await writePapers(shell, [writePublicity(shell.desk(), planned, 'docx')], options)
    },
  })
}

function collected(value: string, before: readonly string[] = []): string[] {
  return [...before, ...(value.trim() === '' ? [] : [value.trim()])]
}

function openedLines(
  { m }: Shell,
  { publicity, clause, before }: Opened,
  options: Options,
): { done: string[]; notes: string[] } {
  if (publicity === null) return { done: [], notes: [] }
  const { said, labels } = m.words
  const { id, title, cases, scheme, first_day: first, last_day: last } = publicity
  const { working_days: days, count_first_day: countFirst, counted } = publicity
  const noun = scheme.applies_to.subject
  const own = options.days !== undefined || options.countFirstDay !== undefined
  const told = own ? null : clause === 'default' ? labels.ours : clause
  return {
    done: [said.publicityOpened({ id, title, cases: cases.length, noun, first, last })],
    notes: [
      said.publicityTerm({ days, countFirst, clause: told, counted }),
      ...(before > 0 ? [said.publishedBefore(before, noun)] : []),
    ],
  }
}

const STATES: readonly PublicityState[] = ['open', 'over', 'closed', 'withdrawn']

function addList(front: Front, noun: Command): void {
  const { help, labels, said } = front.m.words
  const states = STATES.map(name => ({ name, word: said.publicityState[name]! }))
  addVerb(front, noun, {
    usage: 'list',
    examples: ['publicity list', 'publicity list --state open'],
    options: [
      new Option('--state <state>', `${help['--state']}${labels.oneOf(states)}`),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { listPublicity } = await import('../../work/publicity/read.ts')
      const state = choiceOf(shell.m, options, 'state', states) as PublicityState | null
      const { column } = shell.m.words
      const counted = (title: string, of: (p: ListedPublicity) => number) => ({
        title,
        cell: (p: ListedPublicity) => of(p) || '',
        align: 'right' as const,
      })
      await shell.list<ListedPublicity>(
        {
          rows: listPublicity(shell.desk(), state),
          columns: [
            { title: column.id!, cell: p => p.id, align: 'right' },
            { title: column.kind!, cell: p => said.publicityKind[p.kind]! },
            { title: column.title!, cell: p => p.title },
            { title: column.first_day!, cell: p => p.first_day },
            { title: column.last_day!, cell: p => p.last_day },
            { title: column.state!, cell: p => said.publicityState[p.state]! },
            counted(column.cases!, p => p.cases),
            counted(column.open_objections!, p => p.open_objections),
            counted(column.late_replies!, p => p.overdue),
          ],
          json: p => ({
            ...headJson(p),
            ...{ cases: p.cases, open_objections: p.open_objections, late_replies: p.overdue },
          }),
        },
        options,
      )
    },
  })
}

function addShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show <publicity>',
    examples: [
      'publicity show 2',
      'publicity show 2 --json',
      'publicity show 2 --include-personal --reason 书面答复',
    ],
    options: [...personalOptions(front.m), ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { showPublicity } = await import('../../work/publicity/read.ts')
      const reason = personalReason(shell.m, options)
      const shown = showPublicity(shell.desk(), no, reason)
      const personal = reason !== null
      await shell.show(publicityJson(shown, personal), shownLines(shell, shown, personal), options)
    },
  })
}

function shownLines({ m }: Shell, p: ShownPublicity, personal: boolean): string[] {
  const { said, labels } = m.words
  const { id, title, kind, state, counted, channel, phones, cases, objections, blocks } = p
  const of = (wanted: CaseState) => cases.filter(c => c.state === wanted).length
  const counts = (['published', 'objected', 'cleared', 'removed'] as const)
    .map(s => ({ state: s, count: of(s) }))
    .filter(c => c.count > 0)
  const ended = { on: p.closed_on ?? p.withdrawn_on, reason: p.withdrawn_reason }
  return [
    said.publicityHead({ id, title, kind }),
    said.publicityStateLine({ state, left: p.days_left, ...ended }),
    said.publicityDays({
      ...{ first: p.first_day, last: p.last_day, days: p.working_days, countFirst: p.count_first_day },
      counted,
    }),
    ...(channel === null ? [] : [said.publicityChannel(channel)]),
    said.publicityPhones(phones),
    ...(cases.length === 0 ? [] : [said.publicityCases(counts)]),
    ...cases.map(
      c =>
        `  ${[c.district, c.party.name, said.caseState[c.state]].filter(text => text !== null).join('  ')}`,
    ),
    ...(objections.length === 0 ? [] : [said.objectionHead]),
    ...objections.flatMap(o => [
      `  ${said.objectionLine({
        ...{ id: o.id, on: o.raised_on, subject: o.party?.name ?? null, content: o.content },
        ...{ late: o.late_reason, by: o.reply_by },
        state: o.outcome === null ? said.objectionState[o.state]! : said.objectionOutcome[o.outcome]!,
      })}`,
      ...(personal
        ? [
            `    ${said.submitterLine({ submitter: o.submitter ?? labels.none, contact: o.contact ?? labels.none })}`,
          ]
        : []),
      ...(o.reply === null
        ? []
        : [
            `    ${said.replyLine({ reply: o.reply, by: o.resolved_by!, on: o.replied_on!, late: o.replied_on! > o.reply_by })}`,
          ]),
    ]),
    ...(state !== 'open' && state !== 'over'
      ? []
      : [
          ...(blocks.running ? [said.blockedByDays(p.last_day)] : []),
          ...(blocks.objections.length > 0 ? [said.blockedByObjections(blocks.objections)] : []),
        ]),
  ]
}

function headJson(p: ListedPublicity | ShownPublicity): Record<string, unknown> {
  return {
    ...{ id: p.id, kind: p.kind, title: p.title, scheme: p.scheme_id, evaluation: p.evaluation_id },
    ...{ district_code: p.district_code, first_day: p.first_day, last_day: p.last_day },
    ...{ working_days: p.working_days, count_first_day: p.count_first_day, channel: p.channel },
    ...{ phones: p.phones, state: p.state, closed_on: p.closed_on },
    ...{ withdrawn_on: p.withdrawn_on, withdrawn_reason: p.withdrawn_reason },
  }
}

function publicityJson(p: ShownPublicity, personal: boolean): Record<string, unknown> {
  return {
    ...headJson(p),
    ...{ counted: p.counted, days_left: p.days_left, blocking: p.blocks },
    cases: p.cases.map(({ party, state, removed_on }) => ({ ...partyJson(party), state, removed_on })),
    objections: p.objections.map(o => objectionJson(o, personal)),
  }
}

function addClose(front: Front, noun: Command): void {
  const fields = fieldOptions(front.m, closingColumns, { renamed: { closed_on: 'on' } })
  addVerb(front, noun, {
    usage: 'close <publicity>',
    examples: ['publicity close 1 --on 2013-11-04'],
    options: [...fields.options, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { closePublicity } = await import('../../work/publicity/close.ts')
      const { problems, publicity } = closePublicity(shell.desk(), no, fields.given(options))
      const { said } = shell.m.words
      const { id, kind, cases, scheme } = publicity
      const removed = cases.filter(c => c.state === 'removed').length
      const count = { standing: cases.length - removed, removed }
      const told = {
        problems,
        data: { publicity: publicityJson(publicity, false) },
        done: [said.publicityClosed({ id, kind, ...count, noun: scheme.applies_to.subject })],
        notDone: said.publicityNotClosed,
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addWithdraw(front: Front, noun: Command): void {
  const { help, usage } = front.m.words
  addVerb(front, noun, {
    usage: 'withdraw <publicity>',
    examples: ['publicity withdraw 1 --reason 电话写错'],
    options: [new Option('--reason <text>', help['--reason']), ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const reason = textOption(options, 'reason')?.trim() || null
      if (reason === null) throw new Refusal('CX6001', { message: usage.missingOption('--reason') })
      const { withdrawPublicity } = await import('../../work/publicity/close.ts')
      const publicity = withdrawPublicity(shell.desk(), no, reason)
      const done = [shell.m.words.said.publicityWithdrawn(publicity.id)]
      await shell.show({ publicity: publicityJson(publicity, false) }, done, options)
    },
  })
}
