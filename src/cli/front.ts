// The command tree's common parts: how a noun and a verb are declared, and what each run is handed.
import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { type Problem, problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { controlIn, visible } from '../domain/text.ts'
import { CELL_CHARS, overLimit } from '../formats/limits.ts'
import type { Messages } from '../messages/messages.ts'
import { absolute } from './files.ts'
import type { Format, OutputOptions, Shell } from './shell.ts'

export type Options = Record<string, unknown> & OutputOptions

/** A switch for a field of a record: what it says is checked with the other fields. */
export class FieldOption extends Option {}

/** The format of a paper: where it is not said, the ending of `-o` says it. */
export class PaperFormat extends Option {}

export interface VerbSpec {
  /** 'import <file>' - the verb with its arguments. */
  usage: string
  /** Runnable as they stand after `chengxin`; a test runs each. */
  examples: readonly string[]
  options?: readonly Option[]
  run: (shell: Shell, args: readonly string[], options: Options) => Promise<void> | void
}

export interface Front {
  m: Messages
  /** Runs another command line in the same world (the demo does). */
  run: (argv: readonly string[]) => Promise<number>
  /** Settings of the command line, once it is parsed. */
  shell: (command: Command) => Promise<Shell>
}

export type AddVerbs = (front: Front, noun: Command) => void

export function nounCommand(front: Front, program: Command, name: string, alias: string): Command {
  const { words } = front.m
  const noun = program
    .command(name)
    .alias(alias)
    .description(words.help[name] ?? '')
    .helpCommand(false)
  return noun.addHelpText('before', () =>
    examplesText(
      words,
      noun.commands.flatMap(c => allExamples(c).slice(0, 1)),
    ),
  )
}

/** The head of every help text. */
export function examplesText(words: Messages['words'], examples: readonly string[]): string {
  return `${words.labels.examples}\n${examples.map(example => `  chengxin ${example}`).join('\n')}\n`
}

/** Adds a verb to a noun, or a command without a noun to the program. */
export function addVerb(front: Front, parent: Command, spec: VerbSpec): void {
  const { words } = front.m
  const name = spec.usage.split(' ')[0]!
  const full = parent.parent === null && parent.name() === 'chengxin' ? name : `${parent.name()} ${name}`
  const command = parent.command(spec.usage).description(words.help[full] ?? '')
  for (const option of spec.options ?? []) command.addOption(option)
  command.addHelpText('before', examplesText(words, spec.examples))
  examplesOf.set(command, spec.examples)
  command.action(async (...given: unknown[]) => {
    const self = given.at(-1) as Command
    const args = given
      .slice(0, -2)
      .flat()
      .filter((arg): arg is string => typeof arg === 'string')
    const shell = await front.shell(self)
    const options = withFormat(self, spec.options ?? [])
    refuseUnfit(self, args, shell.settings.operator)
    shell.checkTargets(options, options.output)
    protectInputs(shell, args, options)
    await spec.run(shell, args, options)
  })
}

/** What `-o` names may be none of the files that the command line names besides, which are read. */
function protectInputs(shell: Shell, args: readonly string[], { output, ...others }: Options): void {
  if (output === undefined || output === '-') return
  const named = [...args, ...Object.values(others).flat()].filter(one => typeof one === 'string')
  const files = named.map(one => absolute(shell.world, one)).filter(file => existsSync(file))
  shell.protect(absolute(shell.world, output), ...files)
}

const ENDINGS: Readonly<Record<string, string>> = { htm: 'html', txt: 'table' }
/** What shows as a table is text, which may end as it likes, but not so that an office program opens it. */
const OFFICE: readonly string[] = ['docx', 'doc', 'xlsx', 'xls', 'pdf']

/** Refuses an ending that contradicts `--format`, and one in which there is no such paper. */
function withFormat(command: Command, known: readonly Option[]): Options {
  const options = command.opts<Options>()
  const formats = known.find(option => option instanceof PaperFormat)?.argChoices
  const ending = /\.([a-z]+)$/i.exec(options.output ?? '')?.[1]?.toLowerCase()
  if (formats === undefined || ending === undefined) return options
  const meant = ENDINGS[ending] ?? ending
  const said = command.getOptionValueSource('format') === 'cli' ? textOption(options, 'format') : null
  const format = options.json ? 'json' : said
  if (formats.includes(meant) && (format === null || format === meant))
    return { ...options, format: meant as Format }
  if (formats.includes('table') && !formats.includes(meant) && !OFFICE.includes(meant)) return options
  const allowed = formats.map(f => (f === 'table' ? '.txt' : `.${f}`)).join(' ')
  throw new Refusal('CX6010', { file: options.output!, format, allowed })
}

/** Arguments that say nothing themselves: where a file is, what is to be looked at. */
const NOTHING_SAID: ReadonlySet<string> = new Set(['file', 'codes'])

/** What is said on a command line is stored, logged and shown again: as in files, no control characters, and not more than a cell. */
function refuseUnfit(command: Command, args: readonly string[], operator: string): void {
  const fields = new Set(command.options.filter(o => o instanceof FieldOption).map(o => o.long!))
  const said: [string, unknown][] = [
    ...args
      .map((arg, i): [string, string] => [command.registeredArguments[i]?.name() ?? '', arg])
      .filter(([name]) => !NOTHING_SAID.has(name)),
    ...command.options.map((option): [string, unknown] => [
      option.long!,
      command.getOptionValue(option.attributeName()),
    ]),
    ['--operator', operator],
  ]
  const problems = said.flatMap(([column, values]): Problem[] =>
    [values].flat().flatMap(value => {
      if (typeof value !== 'string') return []
      if (value.length > CELL_CHARS) return [overLimit('cell', CELL_CHARS, value.length, { column })]
      const code = fields.has(column) ? null : controlIn(value)
      return code === null ? [] : [problem('CX1013', { code }, { column }, { value: visible(value) })]
    }),
  )
  if (problems.length > 0) throw new Refusal(problems)
}

const examplesOf = new WeakMap<Command, readonly string[]>()

/** Every example in a tree, for the test that runs them. */
export function allExamples(command: Command): string[] {
  return [...(examplesOf.get(command) ?? []), ...command.commands.flatMap(allExamples)]
}

/** --format, --json, -o, --force: on everything that lists or shows. */
export function outputOptions(m: Messages): Option[] {
  const { help } = m.words
  return [
    new Option('-f, --format <format>', help['--format']).choices(['table', 'csv', 'json', 'ndjson']),
    new Option('--json', help['--json']),
    ...fileOptions(m),
  ]
}

export function fileOptions(m: Messages): Option[] {
  const { help } = m.words
  return [new Option('-o, --output <file>', help['--output']), new Option('--force', help['--force'])]
}

export function evaluationOption(m: Messages): Option {
  return new Option('--evaluation <id>', m.words.help['--evaluation'])
}

export function districtOption(m: Messages): Option {
  return new Option('--district <code>', m.words.help['--district'])
}

/** A year in four digits. */
export function yearOption(told: string): Option {
  return new Option('--year <year>', told).argParser((text: string) => {
    if (/^(19|20)\d\d$/.test(text)) return text
    throw new Refusal('CX6002', { value: text, option: '--year', allowed: '2013' })
  })
}

export function textOption(options: Options, name: string): string | null {
  const value = options[name]
  return typeof value === 'string' ? value : null
}

/** Of an option that may be given several times: all that was given. */
export function collected(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}
