// The table of nouns and what a command line builds of it.

import { expect, it } from 'vitest'
import { recordNouns } from '../../src/cli/nouns/record-nouns.ts'
import { nouns } from '../../src/cli/nouns.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { nowhere, tree } from './commands.ts'

const never = () => Promise.reject(new Error('not to be run'))

/** The nouns that have verbs when these are the words of the command line. */
async function built(words: readonly string[]): Promise<string[]> {
  const front = { m: await loadMessages('zh-CN'), run: never, shell: never }
  const program = await buildProgram(front, nowhere, '0.0.0', words)
  return program.commands.filter(noun => noun.commands.length > 0).map(noun => noun.name())
}

it('every kind of records has its noun in the table', () => {
  const names = new Set(nouns.map(noun => noun.name))
  expect(recordNouns.map(({ kind }) => kind.noun).filter(name => !names.has(name))).toEqual([])
})

it('the whole tree has verbs under every noun', async () => {
  const withVerbs = (await tree()).commands.filter(noun => noun.commands.length > 0).map(noun => noun.name())
  expect(withVerbs).toEqual(nouns.map(noun => noun.name))
})

it.each([
  ['a noun', 'agency list', ['agency']],
  ['its other name', '投诉 list', ['complaint']],
  ['switches before it', '--db a.db --lang en log verify', ['log']],
  ['a noun as a value: one more than is called', '--operator duty status', ['duty']],
  ['no noun', 'status --json', []],
  ['nothing known', 'agenci list', []],
])('a command line builds the verbs of what it calls: %s', async (_, line, expected) => {
  expect(await built(line.split(' '))).toEqual(expected)
})
