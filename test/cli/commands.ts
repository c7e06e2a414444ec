// The command tree as tests see it: every verb with the words that run it on the five agencies.
import { join } from 'node:path'
import type { Command } from 'commander'
import { buildProgram } from '../../src/cli/program.ts'
import type { World } from '../../src/cli/world.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { HAND, SAMPLES } from './run.ts'

export const nowhere: World = {
  argv: [],
  env: {},
  cwd: '/',
  root: '/',
  out: { write: () => {}, isTerminal: false },
  err: { write: () => {}, isTerminal: false },
  input: { isTerminal: false, readLine: async () => null },
  readStdin: async () => Buffer.alloc(0),
  clock: () => new Date(0),
  login: 'nobody',
}

/** The tree in a language, or with the messages given; it is never run. */
export async function tree(messages?: Messages, lang: 'zh-CN' | 'en' = 'zh-CN'): Promise<Command> {
  const never = () => Promise.reject(new Error('not to be run'))
  return buildProgram(
    { m: messages ?? (await loadMessages(lang)), run: never, shell: never },
    nowhere,
    '0.0.0',
  )
}

export interface Verb {
  /** 'agency list' */
  words: string
  command: Command
}

export function verbsOf(command: Command, before = ''): Verb[] {
  return command.commands.flatMap(child => {
    const words = `${before}${child.name()}`
    return child.commands.length > 0 ? verbsOf(child, `${words} `) : [{ words, command: child }]
  })
}

/** Of what an argument is an example; all others are an agency or a code. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  batch: '1',
  number: 'TS2013-001',
  campaign: '诚信服务月2013',
  task: '1',
  inspection: '1',
  indicator: '5',
  objection: '1',
  publicity: '1',
  record: '1',
  scheme: 'beijing-2013',
  title: 'P-0003',
  other: 'zhoushan-2019',
  before: '1',
  after: '1',
  from: '2013-09-27',
  to: '2013-10-12',
  date: '2013-09-27',
  days: '5',
  unit: '朝阳区',
  kind: 'recommendation',
  template: join(SAMPLES, 'templates', 'recommendation.docx'),
}

/** The verb with an example for each argument it needs. */
export function lineOf(verb: Verb): string {
  const args = verb.command.registeredArguments
    .filter(a => a.required)
    .map(a => ` ${ARGUMENTS[a.name()] ?? HAND}`)
  return `${verb.words}${args.join('')}`
}

export const has = (verb: Verb, flag: string): boolean => verb.command.options.some(o => o.long === flag)
