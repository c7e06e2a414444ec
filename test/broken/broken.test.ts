// Every file of the set through the command line: what it answers, where it says the fault is, and that a refused file
// leaves the database as it was to the byte, log included. The built program answers in JSON, in a process of its own;
// what a person reads comes from the same command line in this process, which is much faster.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, cli, data, done, here, sha256 } from '../cli/run.ts'
import type { Case, Told } from './case.ts'
import { AREAS } from './cases.ts'

const all = Object.values(AREAS).flat()
const TABLES: Readonly<Record<string, string>> = { evaluation: 'sheet' }

interface Answer {
  data: {
    batch: number | null
    encoding: string | null
    rows: number
    added: number
    changed: number
    problems: Said[]
  }
  warnings: Said[]
}
type Said = Record<'code' | 'file' | 'message' | 'column' | 'value' | 'sheet' | 'cell', string | null> & {
  line: number | null
}

describe.concurrent.each(Object.entries(AREAS))('%s', (_, cases) => {
  for (const c of cases) {
    it(`${c.file}: ${c.what}`, () => answered(c), 60_000)
  }
})

it('no two files of the set have the same name', () => {
  expect(new Set(all.map(c => c.file)).size).toBe(all.length)
})

async function answered(c: Case): Promise<void> {
  if ('refused' in c) await refused(c, c.refused)
  else await imported(c, c)
}

/** A folder with the roster of the five agencies, and for score sheets an open evaluation, when the file comes. */
async function setUp(c: Case): Promise<{ cwd: string; command: string[]; db: string }> {
  const cwd = await at(c.noun === 'evaluation' ? 'opened' : 'roster')
  for (const [i, [noun, text]] of (c.before ?? []).entries()) {
    writeFileSync(join(cwd, `before-${i}.csv`), text)
    await done(cwd, `${noun} import before-${i}.csv`)
  }
  writeFileSync(join(cwd, c.file), c.bytes)
  const command = ['--lang', 'zh-CN', c.noun, 'import', c.file, ...(c.flags ?? [])]
  return { cwd, command, db: join(cwd, 'chengxin.db') }
}

async function refused(c: Case, wanted: readonly Told[]): Promise<void> {
  const { cwd, command, db } = await setUp(c)
  const before = [sha256(db), ...readdirSync(cwd)]
  const json = await cli(cwd, [...command, '--json'])
  expect(json.code, json.stderr).toBe(3)
  const answer = JSON.parse(json.stdout) as Answer
  expect(answer.data).toMatchObject({ batch: null, added: 0, changed: 0 })
  const human = await here(cwd, command)
  expect([human.code, human.stdout]).toEqual([3, ''])
  expect(human.stderr).toMatch(/没有导入/)
  expect([sha256(db), ...readdirSync(cwd)], 'the database and its folder').toEqual(before)
  holds(c, answer.data.problems, wanted)
  holds(c, answer.warnings, c.warned ?? [])
  onScreen(c, human.stderr, c.warned ?? [], wanted)
}

async function imported(
  c: Case,
  { encoding, stored }: { encoding: string; stored: readonly Record<string, unknown>[] },
): Promise<void> {
  const { cwd, command } = await setUp(c)
  const human = await here(cwd, [...command, '--dry-run'])
  expect([human.code, human.stdout], human.stderr).toEqual([0, expect.stringContaining(encoding)])
  const json = await cli(cwd, [...command, '--json'])
  expect(json.code, json.stderr).toBe(0)
  const answer = JSON.parse(json.stdout) as Answer
  expect(answer.data).toMatchObject({ encoding, problems: [], batch: expect.any(Number) })
  holds(c, answer.warnings, c.warned ?? [])
  onScreen(c, human.stderr, c.warned ?? [], [])
  const { changes } = await data<{ changes: { table: string; after: object | null }[] }>(
    cwd,
    `import show ${answer.data.batch}`,
  )
  const rows = changes.filter(r => r.table === (TABLES[c.noun] ?? c.noun)).map(r => r.after)
  expect(rows).toMatchObject(stored)
}

/** The problems of the JSON answer: each with its place and value, in this order and no others. */
function holds(c: Case, said: readonly Said[], wanted: readonly Told[]): void {
  const places = said.map(({ code, file, line, column, value, sheet, cell }) => {
    return { code, file, line, column, value, sheet: sheet ?? null, cell: cell ?? null }
  })
  expect(places).toEqual(
    wanted.map(({ code, line = null, column = null, value = null, sheet = null, cell = null }) => {
      return { code, file: c.file, line, column, value, sheet, cell }
    }),
  )
  for (const [i, told] of wanted.entries())
    for (const part of told.says ?? []) expect(said[i]!.message).toContain(part)
}

/** The same on screen: each with its place on a line of its own, and with a remedy. */
function onScreen(c: Case, stderr: string, warned: readonly Told[], wanted: readonly Told[]): void {
  // All problems are told, but only the first five warnings.
  const shown = [...warned.slice(0, 5), ...wanted]
  const blocks = stderr.split(/^(?=(?:错误|提醒)\[)/m).filter(block => /^(错误|提醒)\[/.test(block))
  expect(blocks.map(block => /\[(\w+)\]/.exec(block)?.[1])).toEqual(shown.map(told => told.code))
  for (const [i, told] of shown.entries()) {
    expect(blocks[i]!.split('\n')).toContain(`  位置：${placeOf(c.file, told)}`)
    expect(blocks[i]).toMatch(/^ {2}处理：\S/m)
    for (const part of told.says ?? []) expect(blocks[i]).toContain(part)
  }
}

/** `file:line:column` for text, `file › sheet!C17` for workbooks. */
function placeOf(file: string, { sheet, cell, line, column }: Told): string {
  if (sheet === undefined) return [file, line, column].filter(part => part !== undefined).join(':')
  const within = cell ?? line
  return `${file} › ${sheet}${within === undefined ? '' : `!${within}`}`
}
