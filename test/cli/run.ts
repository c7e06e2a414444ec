// Running the program in tests: the built one in a process of its own (`cli`), or the same command tree in this
// process (`here`, much faster). Both get a folder of their own, a fixed day and clerk, and nothing of the caller's.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { run } from '../../src/main.ts'

export const ROOT = join(import.meta.dirname, '..', '..')
export const SAMPLES = join(ROOT, 'samples')
export const BIN = join(ROOT, 'bin', 'chengxin.js')
/** The agency whose evaluation was computed by hand. */
export const HAND = '91110105CXJG000159'

const FIXED = ['--today', '2013-11-04', '--operator', '测试员']

export interface Ran {
  code: number
  stdout: string
  stderr: string
  /** Standard output as bytes. */
  bytes: Buffer
}

export interface Given {
  env?: Record<string, string>
  stdin?: string | Uint8Array
  /** Which streams are a terminal; none otherwise. */
  terminal?: 'out' | 'err' | 'both'
  /** Of the terminal; without it lines are as long as they are. */
  columns?: number
  /** What is typed at the keyboard, line by line, in this process only; without it there is none. */
  answers?: readonly string[]
  /** Leave out the fixed day and clerk. */
  bare?: boolean
}

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder, gone when the test file ends. `samples` lies in it as in the repository. */
export function folder(withSamples = false): string {
  const path = mkdtempSync(join(tmpdir(), 'chengxin-test-'))
  made.push(path)
  if (withSamples) symlinkSync(SAMPLES, join(path, 'samples'))
  return path
}

/** A command line as words; a list where words hold spaces. */
type Line = string | readonly string[]
const words = (line: Line): string[] => (typeof line === 'string' ? line.split(' ') : [...line])

/** The built program in a process of its own. */
export function cli(cwd: string, line: Line, given: Given = {}): Promise<Ran> {
  const argv = [BIN, ...(given.bare ? [] : FIXED), ...words(line)]
  const env = { PATH: process.env.PATH, HOME: cwd, TMPDIR: tmpdir(), ...given.env }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd, env })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      const bytes = Buffer.concat(out)
      resolve({
        code: code ?? -1,
        stdout: bytes.toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
        bytes,
      })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(given.stdin ?? '')
  })
}

/** The same command line through `run` in this process. */
export async function here(cwd: string, line: Line, given: Given = {}): Promise<Ran> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const answers = [...(given.answers ?? [])]
  const sink = (chunks: Buffer[], name: 'out' | 'err') => ({
    write: (chunk: string | Uint8Array) => void chunks.push(Buffer.from(chunk as string)),
    isTerminal: given.terminal === name || given.terminal === 'both',
    columns: given.columns,
  })
  const code = await run({
    argv: [...(given.bare ? [] : FIXED), ...words(line)],
    env: given.env ?? {},
    cwd,
    root: ROOT,
    out: sink(out, 'out'),
    err: sink(err, 'err'),
    input: {
      isTerminal: given.answers !== undefined,
      readLine: async question => {
        err.push(Buffer.from(question))
        return answers.shift() ?? null
      },
    },
    readStdin: async () => Buffer.from((given.stdin ?? '') as string),
    clock: () => new Date(2013, 10, 4, 9, 30, 0),
    login: 'login',
  })
  const bytes = Buffer.concat(out)
  return { code, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8'), bytes }
}

/** Runs and expects exit code 0; what failed is shown. */
export async function done(cwd: string, line: Line, given: Given = {}): Promise<Ran> {
  const ran = await here(cwd, line, given)
  expect(ran.code, `${words(line).join(' ')}\n${ran.stderr}`).toBe(0)
  return ran
}

/** `data` of a command's JSON; the exit code must be as given. */
export async function data<T>(cwd: string, line: Line, code = 0): Promise<T> {
  const ran = await here(cwd, [...words(line), '--json'])
  expect(ran.code, ran.stderr).toBe(code)
  return (JSON.parse(ran.stdout) as { data: T }).data
}

export const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

export const five = (name: string): string => join(SAMPLES, 'five', `${name}.csv`)

/** Some of the five, and of the city, lack ratings. */
export const FINALIZE = 'evaluation finalize --allow-partial --reason 缺评分的不参加推荐'

/** The year of the five agencies, step by step. */
const STEPS = [
  ['init', ['init']],
  ['roster', [`agency import ${five('roster')}`]],
  [
    'records',
    [
      `complaint import ${five('complaints')}`,
      `penalty import ${five('penalties')}`,
      `honor import ${five('honors')}`,
      `inspection import ${five('inspection')}`,
    ],
  ],
  ['opened', ['evaluation open --year 2013 --as-of 2013-10-31']],
  ['scored', [`evaluation import ${five('scores')}`]],
  ['run', ['evaluation run']],
  ['finalized', [FINALIZE]],
] as const

export type Stage = (typeof STEPS)[number][0]

let stages: Promise<string> | null = null

async function makeStages(): Promise<string> {
  const cwd = folder()
  for (const [stage, lines] of STEPS) {
    for (const line of lines) await done(cwd, line)
    copyFileSync(join(cwd, 'chengxin.db'), join(cwd, `${stage}.db`))
  }
  return cwd
}

/** A new folder whose chengxin.db stands at a stage of the year of the five. */
export async function at(stage: Stage): Promise<string> {
  stages ??= makeStages()
  const cwd = folder()
  copyFileSync(join(await stages, `${stage}.db`), join(cwd, 'chengxin.db'))
  return cwd
}

/** Every agency's recommendation form and self-summary of 2013, so that no nominee lacks them. */
export async function withPapers(cwd: string): Promise<void> {
  const agencies = await data<{ uscc: string | null; name: string }[]>(cwd, 'agency list')
  const rows = agencies.flatMap(({ uscc, name }) =>
    ['推荐表', '自评总结'].map(kind => `2013,${uscc ?? ''},${name},${kind},2013-11-01`),
  )
  writeFileSync(
    join(cwd, 'papers.csv'),
    ['评估年度,统一社会信用代码,机构名称,材料,收到日期', ...rows].join('\n'),
  )
  await done(cwd, 'paper import papers.csv')
}

/** A folder with a copy of another's database. */
export function copied(from: string): string {
  const cwd = folder()
  copyFileSync(join(from, 'chengxin.db'), join(cwd, 'chengxin.db'))
  return cwd
}
