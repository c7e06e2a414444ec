// The documents tell only what is true: the README's commands give the output it shows, the reference is current.
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/main.ts'
import { reference } from './reference.ts'

const ROOT = join(import.meta.dirname, '..', '..')

interface Shown {
  command: string
  /** 0 unless the command says so: `# exit 3`. */
  exit: number
  output: string
}

/** The ```console blocks: each `$ chengxin ...` line with the lines that follow it. */
function transcripts(markdown: string): Shown[] {
  const blocks = [...markdown.matchAll(/```console\n([\s\S]*?)```/g)].map(match => match[1]!)
  return blocks.flatMap(block =>
    block
      .split(/^\$ chengxin /m)
      .slice(1)
      .map(part => {
        const [line = '', ...lines] = part.split('\n')
        const [command = '', exit = '0'] = line.split('  # exit ')
        return { command, exit: Number(exit), output: lines.join('\n') }
      }),
  )
}

describe.each([
  ['README.md', 12],
  ['docs/year.md', 30],
  ['docs/evaluation.md', 20],
  ['docs/titles.md', 30],
  ['docs/papers.md', 25],
])('%s', (path, least) => {
  const shown = transcripts(readFileSync(join(ROOT, path), 'utf8'))
  let folder = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chengxin-readme-'))
    symlinkSync(join(ROOT, 'samples'), join(folder, 'samples'))
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it(`shows the year in at least ${least} commands`, () => {
    expect(shown.length).toBeGreaterThanOrEqual(least)
  })

  it('shows what each command really prints, one after the other', { timeout: 60_000 }, async () => {
    const printed: Shown[] = []
    for (const { command, exit } of shown) {
      let output = ''
      const keep = (chunk: string | Uint8Array) => {
        output += String(chunk)
      }
      const code = await run({
        argv: ['--today', '2013-11-04', '--operator', '样例办件人', ...command.split(' ')],
        env: { LANG: 'zh_CN.UTF-8' },
        cwd: folder,
        root: ROOT,
        out: { write: keep, isTerminal: false },
        err: { write: () => {}, isTerminal: false },
        input: { isTerminal: false, readLine: async () => null },
        readStdin: async () => new Uint8Array(),
        clock: () => new Date(0),
        login: 'nobody',
      })
      expect([command, code]).toEqual([command, exit])
      printed.push({ command, exit, output: output.replaceAll(`${folder}/`, '') })
    }
    expect(printed).toEqual(shown)
  })
})

it('the README names the two commands that the continuous check runs', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const lines = readme.split('\n').filter(line => line.startsWith('npm ci && npm '))
  expect(lines).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
})

it('docs/reference.md is what the program says of itself', async () => {
  await expect(`${await reference(join(ROOT, 'src', 'schemes'))}\n`).toMatchFileSnapshot(
    '../../docs/reference.md',
  )
})
