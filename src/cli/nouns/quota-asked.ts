// What is asked of an allotment on the command line: the table, the total, the method, the limits.
import { existsSync } from 'node:fs'
import { Option } from 'commander'
import { METHODS, type Method } from '../../domain/quota/method.ts'
import { readRatio } from '../../domain/quota/weights.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Messages } from '../../messages/messages.ts'
import type { Asked } from '../../work/quota/allocation.ts'
import type { NamedFactor } from '../../work/quota/read-weights.ts'
import { openInput } from '../files.ts'
import { type Options, textOption } from '../front.ts'
import type { Shell } from '../shell.ts'

const MOST = 1_000_000

export function askingOptions({ words: { help } }: Messages): Option[] {
  return [
    new Option('--input <file>', help['quota --input']),
    new Option('--seats <number>', help['--seats']).argParser(whole('--seats', 0, MOST)).conflicts('ratio'),
    new Option('--ratio <share>', help['quota --ratio']).argParser(ratio),
    new Option('--min <number>', help['--min']).argParser(whole('--min', 0, MOST)),
    new Option('--max <number>', help['--max']).argParser(whole('--max', 0, MOST)),
    new Option('--factor <column=number>', help['--factor']).argParser(factor),
    new Option('--scheme <id>', help['--scheme']),
    new Option('-e, --encoding <name>', help['--encoding']),
    new Option('--sheet <name>', help['--sheet']),
  ]
}

export function methodOption({ words: { help } }: Messages): Option {
  return new Option('--method <name>', help['quota --method']).choices(METHODS)
}

/** A table and a total need no database: the scheme is asked only where one of them is missing, or it is named. */
export async function askedOf(shell: Shell, options: Options, ofScheme = false): Promise<Asked> {
  const path = textOption(options, 'input')
  const [encoding, sheet] = [textOption(options, 'encoding'), textOption(options, 'sheet')]
  const total = typeof options.seats === 'number' || options.ratio !== undefined || options.method === 'fixed'
  const alone = path !== null && total && !ofScheme
  const scheme = textOption(options, 'scheme') ?? (alone ? null : '')
  // Without a database, what is missing is the total and not the database.
  if (path !== null && scheme === '' && !ofScheme && !existsSync(shell.settings.db))
    throw new Refusal('CX6001', { message: shell.m.words.usage.missingOption('--seats') })
  const share = options.ratio as ReturnType<typeof ratio> | undefined
  const given = (name: string) => (typeof options[name] === 'number' ? options[name] : null)
  return {
    input:
      path === null ? null : { source: await openInput(shell.world, path), ...named({ encoding, sheet }) },
    factors: (options.factor as NamedFactor[] | undefined) ?? [],
    weighs: options.method !== 'fixed',
    seats: given('seats') ?? (share ? { ratio: share } : null),
    ...{ min: given('min'), max: given('max') },
    scheme,
  }
}

function named({ encoding, sheet }: { encoding: string | null; sheet: string | null }) {
  return { ...(encoding === null ? {} : { encoding }), ...(sheet === null ? {} : { sheet }) }
}

/** Population by itself goes by the largest remainder; without a table there is only the official one. */
export function methodOf(options: Options): Method {
  const method = textOption(options, 'method') as Method | null
  return method ?? (options.input === undefined ? 'fixed' : 'largest-remainder')
}

export function whole(option: string, least: number, most: number): (text: string) => number {
  return text => {
    if (/^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
    throw new Refusal('CX6002', { value: text, option, allowed: `${least}–${most}` })
  }
}

function ratio(text: string) {
  const read = readRatio(text)
  if (read === null) throw new Refusal('CX6002', { value: text, option: '--ratio', allowed: '5%、0.05' })
  return read
}

/** Collects `--factor 列=整数`, given as often as needed. */
function factor(value: string, before: readonly NamedFactor[] = []): NamedFactor[] {
  const [, name = '', weight = ''] = /^(.+)=([1-9]\d{0,5})$/.exec(value.trim()) ?? []
  if (name.trim() !== '' && !before.some(f => f.name === name.trim()))
    return [...before, { name: name.trim(), weight: Number(weight) }]
  throw new Refusal('CX6002', { value, option: '--factor', allowed: 'population=7' })
}
