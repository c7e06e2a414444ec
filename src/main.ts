// Wires a run: arguments, streams, clock, operator -> exit code. Nothing is decided here.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, CommanderError } from 'commander'
import { exitCodeOf } from './cli/exit-codes.ts'
import type { Front } from './cli/front.ts'
import { buildProgram, usageSentence } from './cli/program.ts'
import { type Flags, readSettings } from './cli/settings.ts'
import { type OutputOptions, Shell } from './cli/shell.ts'
import { versionOf } from './cli/version.ts'
import type { World } from './cli/world.ts'
import { Refusal } from './domain/refusal.ts'
import { loadMessages } from './messages/languages.ts'

/** Runs one command line in a world; returns its exit code. Never throws. */
export async function run(world: World): Promise<number> {
  let shell: Shell | null = null
  let options: OutputOptions = {}
  let messages = await loadMessages('zh-CN')
  try {
    const early = await readSettings(world, earlyFlags(world.argv))
    messages = await loadMessages(early.lang)
    const front: Front = {
      m: messages,
      run: argv => run({ ...world, argv }),
      shell: async (command: Command) => {
        options = command.opts<OutputOptions>()
        shell = new Shell(world, await readSettings(world, command.optsWithGlobals<Flags>()), messages)
        return shell
      },
    }
    const program = await buildProgram(front, world, versionOf(world.root), world.argv)
    try {
      await program.parseAsync(world.argv.length === 0 ? ['--help'] : [...world.argv], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      const sentence = usageSentence(front, error)
      // A noun alone shows its help and is a mistake all the same.
      if (sentence === null) return error.exitCode === 0 ? 0 : 2
      throw new Refusal('CX6001', { message: sentence })
    }
    return (shell as Shell | null)?.exitCode ?? 0
  } catch (error) {
    const voice = shell ?? new Shell(world, plainSettings, messages)
    if (error instanceof Refusal) {
      voice.problems(error.problems, 'error')
      const code = exitCodeOf(error.problems)
      if (code === 3) voice.refused(error.problems, options)
      return code
    }
    reportDefect(world, voice, error)
    return 1
  }
}

const plainSettings = {
  db: '',
  lang: 'zh-CN',
  operator: '',
  today: null,
  color: false,
  quiet: false,
  debug: false,
} as const

/** The language and whether to show a stack must be known before the arguments are parsed. */
function earlyFlags(argv: readonly string[]): Flags {
  const at = argv.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const lang = at < 0 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice('--lang='.length) : argv[at + 1]
  return lang === undefined ? {} : { lang }
}

/** A fault of the program: one sentence and a log; the stack only with --debug. */
function reportDefect(world: World, voice: Shell, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (world.argv.includes('--debug')) {
    voice.fail(stack)
    return
  }
  const path = join(mkdtempSync(join(tmpdir(), 'chengxin-')), 'error.log')
  writeFileSync(path, `${stack}\n`)
  voice.fail(voice.m.words.said.defect(path))
}

/** The real world: this process. */
export async function main(): Promise<void> {
  // A reader that has seen enough closes the pipe: that is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
    })
  }
  // An open transaction is rolled back when the process ends without its commit.
  process.on('SIGINT', () => process.exit(130))
  process.exitCode = await run({
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    root: join(dirname(fileURLToPath(import.meta.url)), '..'),
    out: {
      write: chunk => void process.stdout.write(chunk),
      isTerminal: process.stdout.isTTY === true,
      columns: process.stdout.columns,
    },
    err: { write: chunk => void process.stderr.write(chunk), isTerminal: process.stderr.isTTY === true },
    input: { isTerminal: process.stdin.isTTY === true, readLine },
    readStdin: async (most = Infinity) => {
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
        chunks.push(chunk)
        size += chunk.length
        if (size > most) break
      }
      return Buffer.concat(chunks)
    },
    clock: () => new Date(),
    login: loginName(),
  })
}

async function readLine(question: string): Promise<string | null> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  return new Promise(resolve => {
    // What is said next begins on a line of its own.
    const leave = () => process.stderr.write('\n')
    const ended = () => {
      leave()
      resolve(null)
    }
    lines.on('SIGINT', () => {
      leave()
      process.exit(130)
    })
    lines.once('close', ended)
    lines.question(question, answer => {
      lines.off('close', ended)
      lines.close()
      resolve(answer)
    })
  })
}

function loginName(): string {
  try {
    return userInfo().username
  } catch {
    return process.env.USER ?? process.env.USERNAME ?? '?'
  }
}
