// How lists are asked for less than everything, and in which order: the same switches for records and agencies.
import { Option } from 'commander'
import { Refusal } from '../domain/refusal.ts'
import type { Messages } from '../messages/messages.ts'
import { type Options, textOption } from './front.ts'
import { dayOption } from './settings.ts'

/** As the program calls it, and as the clerk does. */
export interface Choice {
  name: string
  word: string
}

export function stateOption({ words }: Messages, states: readonly Choice[]): Option {
  return new Option('--state <state>', `${words.help['--state']}${words.labels.oneOf(states)}`)
}

export function sortOptions({ words }: Messages, fields: readonly string[]): Option[] {
  const named = fields.map(name => ({ name, word: name }))
  return [
    new Option('--sort <field>', `${words.help['--sort']}${words.labels.oneOf(named)}`),
    new Option('--descending', words.help['--descending']),
  ]
}

/** The name of the state asked for. Refuses one that is none of them. */
export function stateOf(m: Messages, options: Options, states: readonly Choice[]): string | null {
  return choiceOf(m, options, 'state', states)
}

/** What an option was given of its choices. Refuses what is none of them. */
export function choiceOf(
  { words }: Messages,
  options: Options,
  option: string,
  choices: readonly Choice[],
): string | null {
  const given = textOption(options, option)
  if (given === null) return null
  const found = choices.find(c => c.name === given || c.word === given)
  if (found) return found.name
  const allowed = choices.map(words.labels.choice).join('、')
  throw new Refusal('CX6002', { value: given, option: `--${option}`, allowed })
}

export function sortOf(
  options: Options,
  fields: readonly string[],
): { sort: string | null; descending: boolean } {
  const sort = textOption(options, 'sort')
  if (sort !== null && !fields.includes(sort))
    throw new Refusal('CX6002', { value: sort, option: '--sort', allowed: fields.join('、') })
  return { sort, descending: options.descending === true }
}

/** First and last day, each null where it is not given. */
export function periodOf(options: Options): { from: string | null; to: string | null } {
  const day = (name: 'from' | 'to') => {
    const text = textOption(options, name)
    return text === null ? null : dayOption(`--${name}`, text)
  }
  return { from: day('from'), to: day('to') }
}
