// The command tree, and how its failures become words and exit codes.
import { Command, type CommanderError, Help, Option } from 'commander'
import stringWidth from 'string-width'
import { examplesText, type Front, nounCommand } from './front.ts'
import { addDemo } from './nouns/demo.ts'
import { addInit, addStatus } from './nouns/house.ts'
import { nouns } from './nouns.ts'
import type { World } from './world.ts'

/** Every noun with its name and help; its verbs only if it is among the `words` of the command line. */
export async function buildProgram(
  front: Front,
  world: World,
  version: string,
  words: readonly string[] = nouns.map(noun => noun.name),
): Promise<Command> {
  const { help, labels } = front.m.words
  const program = new Command('chengxin')
    .description(help['']!)
    .version(version, '-V, --version', help['-V'])
    .helpOption('-h, --help', help['-h'])
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: text => world.out.write(text),
      writeErr: text => world.err.write(text),
      // Mistakes are told in our own words, by `usageSentence`.
      outputError: () => {},
    })
    .addHelpText('before', () => examplesText(front.m.words, FIRST_EXAMPLES))
    .configureHelp({
      displayWidth: stringWidth,
      styleTitle: title => titles(labels)[title] ?? title,
      commandUsage: command => localUsage(labels, new Help().commandUsage(command)),
      subcommandTerm: command => localUsage(labels, new Help().subcommandTerm(command)),
      optionDescription: option => describeOption(labels, option),
      showGlobalOptions: false,
      // The library wraps at spaces, which Chinese does not have.
      boxWrap: text => text,
    })
  for (const option of globalOptions(help)) program.addOption(option)
  addInit(front, program)
  addStatus(front, program)
  addDemo(front, program)
  for (const { name, alias, verbs } of nouns) {
    const noun = nounCommand(front, program, name, alias)
    if (words.includes(name) || words.includes(alias)) (await verbs())(front, noun)
  }
  return program
}

function globalOptions(help: Record<string, string>): Option[] {
  return [
    new Option('--db <file>', help['--db']),
    new Option('--lang <lang>', help['--lang']),
    new Option('--operator <name>', help['--operator']),
    new Option('--today <date>', help['--today']),
    new Option('--no-color', help['--no-color']),
    new Option('--quiet', help['--quiet']),
    new Option('--debug', help['--debug']),
  ]
}

/** The year in five commands. */
const FIRST_EXAMPLES = [
  'demo',
  'agency import samples/city/roster.csv --dry-run',
  'evaluation run',
  'nomination list',
  'status',
]

function localUsage(labels: Front['m']['words']['labels'], text: string): string {
  return text.replace('[options]', labels.anyOptions).replace('[command]', labels.anyCommand)
}

function describeOption(labels: Front['m']['words']['labels'], option: Option): string {
  const choices = option.argChoices ? labels.choices(option.argChoices) : ''
  const standard = option.defaultValue === undefined ? '' : labels.standard(String(option.defaultValue))
  return `${option.description}${choices}${standard}`
}

const titles = (labels: Front['m']['words']['labels']): Record<string, string> => ({
  'Usage:': labels.usage,
  'Options:': labels.options,
  'Global Options:': labels.globalOptions,
  'Commands:': labels.commands,
  'Arguments:': labels.arguments,
})

/** A mistake on the command line as a sentence of ours; null for help and version, which are no mistakes. */
export function usageSentence(front: Front, error: CommanderError): string | null {
  const { usage } = front.m.words
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null
    case 'commander.unknownCommand':
      return usage.unknownCommand(quoted, /Did you mean (?:one of )?(.+?)\?/.exec(error.message)?.[1] ?? '')
    case 'commander.unknownOption':
      return usage.unknownOption(quoted)
    case 'commander.missingArgument':
      return usage.missingArgument(quoted)
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(quoted)
    case 'commander.optionMissingArgument':
      return usage.missingValue(quoted)
    case 'commander.invalidArgument': {
      const [, option = '', value = '', allowed = ''] =
        /option '(.+?)' argument '(.*?)' is invalid\. Allowed choices are (.+)\./.exec(error.message) ?? []
      return option === ''
        ? usage.badValue(error.message.replace(/^error: /, ''))
        : usage.badChoice(option, value, allowed)
    }
    case 'commander.conflictingOption': {
      const [one = '', other = ''] = [...error.message.matchAll(/'(--[^ ']+)[^']*'/g)].map(found => found[1]!)
      return usage.conflict(one, other)
    }
    case 'commander.excessArguments':
      return usage.excess(error.message.replace(/^error: /, ''))
    default:
      return usage.badValue(error.message.replace(/^error: /, ''))
  }
}
