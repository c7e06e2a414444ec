// How far long work has come is told on a terminal only, after a second, and leaves nothing behind.
import { describe, expect, it } from 'vitest'
import { Progress } from '../../src/cli/progress.ts'
import type { Settings } from '../../src/cli/settings.ts'
import { Shell } from '../../src/cli/shell.ts'
import type { World } from '../../src/cli/world.ts'
import { loadMessages } from '../../src/messages/languages.ts'

const messages = await loadMessages('zh-CN')
const settings: Settings = {
  ...{ db: 'x.db', lang: 'zh-CN', operator: '', today: null },
  ...{ color: false, quiet: false, debug: false },
}

function world(isTerminal: boolean, env: Record<string, string> = {}) {
  const said: string[] = []
  let now = 0
  const sink = { write: (chunk: string | Uint8Array) => void said.push(String(chunk)), isTerminal }
  const made: World = {
    ...{ argv: [], env, cwd: '/', root: '/', login: '', out: { ...sink, isTerminal: false }, err: sink },
    input: { isTerminal: false, readLine: async () => null },
    readStdin: async () => new Uint8Array(),
    clock: () => new Date(now),
  }
  return { world: made, said, pass: (ms: number) => (now += ms) }
}

describe('progress', () => {
  it('waits a second, is drawn at most ten times a second, and wiped before the next sentence', () => {
    const { world: w, said, pass } = world(true)
    const shell = new Shell(w, settings, messages)
    const { progress } = shell.desk()
    progress!('read', 1, 10)
    pass(900)
    progress!('read', 2, 10)
    expect(said).toEqual([])
    pass(200)
    progress!('read', 3, 10)
    pass(50)
    progress!('read', 4, 10)
    pass(100)
    progress!('write', 10, 10)
    shell.say('好了')
    shell.say('完')
    expect(said).toEqual(['\r\u001b[K读取 30 %', '\r\u001b[K写入 100 %', '\r\u001b[K', '好了\n', '完\n'])
  })

  it('of nothing is all done', () => {
    const { world: w, said, pass } = world(true)
    const meter = new Progress(w, messages)
    meter.tell('decide', 0, 0)
    pass(2000)
    meter.tell('decide', 0, 0)
    expect(said).toEqual(['\r\u001b[K核对 100 %'])
  })

  it.each([
    ['where stderr is no terminal', false, {}, false],
    ['with --quiet', true, {}, true],
    ['on a terminal that cannot go back', true, { TERM: 'dumb' }, false],
  ] as const)('is not told %s', (_, terminal, env, quiet) => {
    const { world: w } = world(terminal, env)
    expect(new Shell(w, { ...settings, quiet }, messages).desk().progress).toBeUndefined()
  })
})
