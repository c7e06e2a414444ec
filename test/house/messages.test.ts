// Every message is used, every message asked for is there, and both languages say the same things.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annualFacts } from '../../src/domain/records/metric.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { tree as commandTree, verbsOf } from '../cli/commands.ts'
import { unusedCodes, unusedWords } from './detectors.ts'
import { planted, readTree } from './sources.ts'

const src = readTree(['src'], /\.(ts|yaml)$/)
const zh = await loadMessages('zh-CN')
const en = await loadMessages('en')

/** 'labels/fix', 'value/kind/public', ... without the help texts, which are looked at below. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}/${key}`))
}
const { help, ...others } = zh.words

describe('problem codes', () => {
  it('the detector sees a code that nothing gives, and does not count a comment', () => {
    const tree = planted(src, 'src/work/x.ts', "// 'CX9998'\nconst code = 'CX9997'\n")
    expect(unusedCodes(tree, ['CX9997', 'CX9998'])).toEqual(['CX9998'])
  })

  it('are all given somewhere', () => {
    expect(unusedCodes(src, Object.keys(zh.problems))).toEqual([])
  })

  it('used anywhere have a sentence in both languages', () => {
    const used = new Set(
      [...src.values()].flatMap(text => text.match(/'CX\d{4}'/g) ?? []).map(c => c.slice(1, -1)),
    )
    expect([...used].filter(code => !(code in zh.problems) || !(code in en.problems))).toEqual([])
  })
})

describe('words', () => {
  it('the detector sees a word that nothing says, in a quote, a name or a part of one', () => {
    const tree = planted(
      src,
      'src/work/x.ts',
      "const a = words.said.used\nconst b = 'quoted.word'\n// remarked\n",
    )
    const keys = ['said/used', 'x/quoted.word', 'x/remarkedUpon', 'x/nowhereSaid']
    expect(unusedWords(tree, keys)).toEqual(['x/remarkedUpon', 'x/nowhereSaid'])
  })

  it('are all said somewhere', () => {
    expect(unusedWords(src, keysOf(others))).toEqual([])
  })

  it('are the same in both languages, key for key', () => {
    expect(keysOf(en.words).sort()).toEqual(keysOf(zh.words).sort())
  })

  it('name every fact that rules may ask for', () => {
    for (const { words } of [zh, en])
      expect(annualFacts.filter(fact => !(fact in words.value.fact))).toEqual([])
  })

  it('are told once: of two in one catalogue, one would silently win', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const folder = join(import.meta.dirname, '..', '..', 'src', 'messages', lang)
      const files = await Promise.all(
        readdirSync(folder).map(name => import(join(folder, name)) as Promise<Record<string, object>>),
      )
      const told = ['column', 'help', 'said'].flatMap(part =>
        files.flatMap(file => Object.keys(file[part] ?? {}).map(key => `${part}/${key}`)),
      )
      expect(told.length).toBe(
        Object.keys({ ...zh.words.column }).length +
          Object.keys(zh.words.help).length +
          Object.keys(zh.words.said).length,
      )
      expect(told.filter((key, i) => told.indexOf(key) !== i)).toEqual([])
    }
  })

  it('of the English catalogue are English', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(texts)
          : []
    const chinese = texts(en.words).filter(text =>
      /\p{Script=Han}/u.test(text.replace(/附件\d|春雷行动/g, '')),
    )
    expect(chinese).toEqual([])
  })
})

describe('help texts', () => {
  /** Keys asked for while the command tree is made, and those of them that are not there. */
  async function asked(m: Messages): Promise<{ seen: Set<string>; missing: string[] }> {
    const seen = new Set<string>()
    const watched = new Proxy(m.words.help, {
      get: (target, key) => {
        seen.add(String(key))
        return target[String(key)]
      },
    })
    await commandTree({ ...m, words: { ...m.words, help: watched } })
    return { seen, missing: [...seen].filter(key => !(key in m.words.help)) }
  }

  it('the detector sees one that is missing and one too many', async () => {
    const { '--force': _, ...fewer } = help
    const { missing } = await asked({ ...zh, words: { ...zh.words, help: fewer } })
    expect(missing).toEqual(['--force'])
    const { seen } = await asked({ ...zh, words: { ...zh.words, help: { ...help, 'no such': 'x' } } })
    expect(seen.has('no such')).toBe(false)
  })

  it('are all asked for, and none is missing', async () => {
    const { seen, missing } = await asked(zh)
    expect(missing).toEqual([])
    expect(Object.keys(help).filter(key => !seen.has(key))).toEqual([])
  })

  it('stand at every verb and option', async () => {
    for (const { words, command } of verbsOf(await commandTree(zh))) {
      expect(command.description(), words).not.toBe('')
      for (const option of command.options) expect(option.description, `${words} ${option.long}`).toBeTruthy()
    }
  })
})
