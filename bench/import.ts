// Measures the import against the sqlite3 shell's on the same files, and against itself on larger ones. Run from the
// root of the repository, as `npm run bench` does; what is measured and why stands in README.md beside this file.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, growthOf, LIMITS, memoryOf, tableOf, timeOf } from './figures.ts'
import { type Content, fileOf, writeFile } from './files.ts'
import {
  type Bench,
  copyDatabase,
  expectAgencies,
  expectChanged,
  expectRows,
  Failure,
  importOurs,
  importSqlite,
  initOurs,
  initSqlite,
  type Run,
  sqliteVersion,
} from './measure.ts'

const USAGE = `npm run bench -- [--runs N] [--million] [--rows N] [--json FILE] [--keep]
  --runs N     runs of each import, of which the median counts (5)
  --million    also ten times the rows, at most twice
  --rows N     rows of the roster (100000); other sizes are for trying the benchmark out
  --json FILE  keeps the figures and every run behind them
  --keep       leaves the files and databases where they are
`
const OURS = 'ours.db'
const THEIRS = 'sqlite3.db'

interface Options {
  rows: number
  runs: number
  million: boolean
}

/** The whole benchmark, in the order of the table. */
function measure(bench: Bench, { rows, runs, million }: Options): Figure[] {
  const small = besides(bench, ['roster', 'gb18030'], rows, runs)
  const workbook = repeat(runs, () => {
    initOurs(bench, OURS)
    const run = importOurs(bench, OURS, 'agency', made(bench, 'workbook', rows))
    expectAgencies(bench, OURS, rows)
    return run
  })
  const base = 'base.db'
  initOurs(bench, base)
  importOurs(bench, base, 'agency', fileOf('roster', rows))
  const changed = repeat(runs, () => {
    copyDatabase(bench, base, OURS)
    const run = importOurs(bench, OURS, 'agency', made(bench, 'changed', rows))
    expectChanged(bench, OURS, rows)
    return run
  })
  const complaints = repeat(runs, () => {
    copyDatabase(bench, base, OURS)
    const run = importOurs(bench, OURS, 'complaint', made(bench, 'complaints', rows))
    expectRows(bench, OURS, 'complaint', rows)
    return run
  })
  const figures = [
    ...small,
    timeOf(`${thousands(rows)} rows, XLSX`, workbook),
    memoryOf(`${thousands(rows)} rows, XLSX`, workbook, LIMITS.workbookMegabytes),
    timeOf('the same roster, 1 % changed', changed),
    memoryOf('the same roster, 1 % changed', changed),
    timeOf(`${thousands(rows)} complaints`, complaints),
    memoryOf(`${thousands(rows)} complaints`, complaints),
  ]
  if (!million) return figures
  const large = besides(bench, ['roster'], rows * 10, Math.min(runs, 2))
  return [
    ...figures,
    ...large,
    growthOf('ten times the rows: time', small[0]!, large[0]!, LIMITS.growthOfTime),
    growthOf('ten times the rows: peak memory', small[1]!, large[1]!, LIMITS.growthOfMemory),
  ]
}

/** Rows up to which the limit of memory is given; beyond them it is the growth that counts. */
const LIMITED = 100_000

/** Ours and sqlite3 in turn on the same files, so that what else the machine does hits both. */
function besides(bench: Bench, contents: readonly Content[], rows: number, runs: number): Figure[] {
  const found = contents.map(content => ({ content, ours: [] as Run[], sqlite3: [] as number[] }))
  for (let i = 0; i < runs; i++) {
    for (const { content, ours, sqlite3 } of found) {
      const file = made(bench, content, rows)
      initOurs(bench, OURS)
      ours.push(importOurs(bench, OURS, 'agency', file))
      expectAgencies(bench, OURS, rows)
      initSqlite(bench, THEIRS)
      sqlite3.push(importSqlite(bench, THEIRS, file))
      expectRows(bench, THEIRS, 'agency', rows)
    }
  }
  return found.flatMap(({ content, ours, sqlite3 }) => {
    const name = `${thousands(rows)} rows, ${content === 'gb18030' ? 'GB18030' : 'UTF-8'}`
    return [timeOf(name, ours, sqlite3), memoryOf(name, ours, rows > LIMITED ? null : LIMITS.megabytes)]
  })
}

/** The file, written when it is first asked for. */
function made({ folder }: Bench, content: Content, rows: number): string {
  const file = fileOf(content, rows)
  if (existsSync(join(folder, file))) return file
  process.stderr.write(`${file}\n`)
  const args = [process.argv[1]!, 'write', content, String(rows)]
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Failure(`${file} could not be written`)
  return file
}

function repeat(runs: number, run: () => Run): Run[] {
  return Array.from({ length: runs }, run)
}

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

function main(): void {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      rows: { type: 'string', default: '100000' },
      million: { type: 'boolean', default: false },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const options = { rows: Number(values.rows), runs: Number(values.runs), million: values.million }
  const counts = [options.rows, options.runs]
  if (!counts.every(count => Number.isInteger(count) && count >= 1)) throw new Failure(USAGE)
  const shell = sqliteVersion()
  if (shell === null) {
    throw new Failure(
      'The sqlite3 shell is needed to compare with, and there is none here. Install it:\n' +
        '  apt-get install sqlite3   (Debian, Ubuntu)      brew install sqlite   (macOS)\n' +
        '  or from https://sqlite.org/download.html (sqlite-tools)',
    )
  }
  // Ctrl-C ends the process that is being measured; this one then takes its files away and ends as well.
  process.on('SIGINT', () => {})
  const root = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'chengxin-bench-'))
  try {
    const figures = measure({ root, folder }, options)
    process.stdout.write(tableOf(figures))
    if (values.json !== undefined) {
      const machine = { node: process.version, sqlite3: shell, processors: availableParallelism() }
      writeFileSync(
        resolve(root, values.json),
        `${JSON.stringify({ ...options, machine, figures }, null, 2)}\n`,
      )
    }
  } finally {
    if (values.keep) process.stderr.write(`${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

try {
  const [, , verb, content, rows] = process.argv
  if (verb === 'write') await writeFile(content as Content, Number(rows))
  else main()
} catch (error) {
  const known =
    error instanceof Failure || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 1
}
