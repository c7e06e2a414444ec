// publicity (公示): nominees and drafts published for some working days, and what was said against them.
import { type Command, Option } from 'commander'
import { stands } from '../../domain/publicity/case.ts'
import { closingColumns, openingColumns } from '../../domain/publicity/columns.ts'
import type { PublicityState } from '../../domain/publicity/period.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Opened } from '../../work/publicity/open.ts'
import type { ListedPublicity } from '../../work/publicity/read.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, evaluationOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { choiceOf } from '../list-filters.ts'
import { writePapers } from '../papers-out.ts'
import { personalOptions, personalReason } from '../personal.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { headJson, publicityJson, shownLines } from './publicity-lines.ts'
import { addObjectionVerbs } from './publicity-objections.ts'

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
      const { problems, warnings, publicity } = opened
      const { output: _paper, ...told } = options
      await tellOutcome(
        shell,
        {
          problems,
          warnings,
          data: { publicity: publicity && publicityJson(publicity, false) },
          ...openedLines(shell, opened, options),
          notDone: shell.m.words.said.publicityNotOpened,
        },
        told,
      )
      const output = textOption(options, 'output')
      if (publicity === null || output === null) return
      const { publicityPaper } = await import('../../work/papers/publicity.ts')
      const as = /\.html?$/i.test(output) ? 'html' : 'docx'
      await writePapers(shell, [publicityPaper(shell.desk(), String(publicity.id), as)], options)
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
  const byScheme = clause === 'default' ? labels.ours : clause
  const from = (option: string) => (options[option] === undefined ? byScheme : said.asTold)
  const origins = { days: from('days'), countFirst: from('countFirstDay') }
  return {
    done: [said.publicityOpened({ id, title, cases: cases.length, noun, first, last })],
    notes: [
      said.publicityTerm({ days, countFirst, origins, counted }),
      ...(before > 0 ? [said.publishedBefore(before, noun)] : []),
      ...(options.output === undefined && options.out === undefined ? [said.noticeNext(id)] : []),
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
      const { showPublicity } = await import('../../work/publicity/show.ts')
      const reason = personalReason(shell.m, options)
      const { publicity, warnings } = showPublicity(shell.desk(), no, reason)
      const personal = reason !== null
      const lines = shownLines(shell, publicity, personal)
      await shell.show(publicityJson(publicity, personal), lines, options, warnings)
      // The envelope has them.
      if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
    },
  })
}

function addClose(front: Front, noun: Command): void {
  const fields = fieldOptions(front.m, closingColumns, { renamed: { closed_on: 'on' } })
  addVerb(front, noun, {
    usage: 'close <publicity>',
    examples: ['publicity close 1 --on 2013-11-04'],
    options: [...fields.options, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { closePublicity } = await import('../../work/publicity/close.ts')
      const { problems, warnings, publicity } = closePublicity(shell.desk(), no, fields.given(options))
      const { said } = shell.m.words
      const { id, kind, cases, scheme } = publicity
      const standing = cases.filter(stands).length
      const count = { standing, removed: cases.length - standing }
      const told = {
        problems,
        warnings,
        data: { publicity: publicityJson(publicity, false) },
        done: [said.publicityClosed({ id, kind, ...count, noun: scheme.applies_to.subject })],
        notDone: said.publicityNotClosed,
        notes: problems.length === 0 && kind === 'nominees' && standing > 0 ? [said.grantNext] : [],
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
