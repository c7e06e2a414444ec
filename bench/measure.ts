// Runs one program as a process of its own and takes its wall time and, of ours, its peak memory; then looks into the
// database whether all is there. A process that fails or a row that is missing or wrong ends the benchmark.

import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readFileSync, rmSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { type Content, fileOf } from './files.ts'
import { totalOf } from './pencil.ts'
import { isChanged, ROSTER_HEADER, rosterRow } from './roster.ts'

/** What the benchmark cannot go on after; told as one sentence, without a stack. */
export class Failure extends Error {}

export interface Run {
  seconds: number
  /** Peak resident memory; not known of the sqlite3 shell. */
  megabytes: number
}

export interface Bench {
  /** Root of the repository. */
  root: string
  /** Where files and databases lie; the processes run there, so that no settings file of the user's is near. */
  folder: string
}

/** A fresh database of ours, as `init` leaves it. */
export function initOurs({ root, folder }: Bench, db: string): void {
  dropDatabase(folder, db)
  timed(process.execPath, [program(root), '--db', db, 'init', '--scheme', 'beijing-2013'], folder)
}

/** `chengxin NOUN import FILE`. */
export function importOurs(bench: Bench, db: string, noun: string, file: string): Run {
  return runOurs(bench, db, [noun, 'import', file])
}

/** One command of ours, the whole process from start to exit. */
export function runOurs({ root, folder }: Bench, db: string, words: readonly string[]): Run {
  const peak = join(folder, 'peak')
  rmSync(peak, { force: true })
  const preload = pathToFileURL(join(root, 'bench', 'peak.mjs')).href
  const args = ['--import', preload, program(root), '--db', db, ...words]
  const seconds = timed(process.execPath, args, folder, { PEAK_FILE: peak })
  return { seconds, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 }
}

/** A fresh database with one table of text columns, the credit code unique. */
export function initSqlite({ folder }: Bench, db: string): void {
  dropDatabase(folder, db)
  const connection = new Database(join(folder, db))
  const columns = ROSTER_HEADER.map(name => `"${name}" TEXT${name === '统一社会信用代码' ? ' UNIQUE' : ''}`)
  connection.exec(`CREATE TABLE agency (${columns.join(', ')})`)
  connection.close()
}

/** The sqlite3 shell's own import, the whole process. */
export function importSqlite({ folder }: Bench, db: string, file: string): number {
  return timed('sqlite3', ['-batch', db, '.mode csv', `.import --skip 1 ${file} agency`], folder)
}

/** The answer to a question, made and thrown away: the whole process of the shell. */
export function querySqlite({ folder }: Bench, db: string, question: string): number {
  return timed('sqlite3', ['-batch', db, `.output ${devNull}`, question], folder)
}

/** A table read from a file into memory, and the answer to a question about it: the whole process of the shell. */
export function queryCsv(
  { folder }: Bench,
  file: string,
  table: string,
  question: string,
): { seconds: number; text: string } {
  const name = table.replace(/\(.*/, '')
  const load = [`CREATE TABLE ${table}`, '.mode csv', `.import --skip 1 ${file} ${name}`]
  const answer = 'answer.csv'
  const seconds = timed('sqlite3', ['-batch', ':memory:', ...load, `.output ${answer}`, question], folder)
  return { seconds, text: readFileSync(join(folder, answer), 'utf8') }
}

/** Version of the shell, or null where there is none. */
export function sqliteVersion(): string | null {
  const { status, stdout } = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split(' ')[0]! : null
}

function timed(command: string, args: string[], cwd: string, more: Record<string, string> = {}): number {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('CHENGXIN_')),
  )
  const start = process.hrtime.bigint()
  const ran = spawnSync(command, args, {
    cwd,
    env: { ...env, ...more },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  // The shell goes on after a row that it cannot store and exits with 0; it says so on stderr.
  if (ran.error || ran.status !== 0 || (command === 'sqlite3' && ran.stderr !== '')) {
    const said = ran.error?.message ?? `${ran.signal ?? `exit ${ran.status}`}: ${ran.stderr.slice(-1000)}`
    throw new Failure(`${[command, ...args].join(' ')}\n${said}`)
  }
  return seconds
}

/** The number of rows, or the benchmark ends. */
export function expectRows({ folder }: Bench, db: string, table: string, rows: number): void {
  const found = look(folder, db, connection =>
    connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  expectSame(`rows of ${table} in ${db}`, found, rows)
}

/** Every thousandth agency has the code, name and scope that the file gave it, through encoding and quotes. */
export function expectAgencies(bench: Bench, db: string, rows: number): void {
  expectRows(bench, db, 'agency', rows)
  look(bench.folder, db, connection => {
    const find = connection.prepare('SELECT name, legal_rep, scope FROM agency WHERE uscc = ?').raw()
    for (let i = 0; i < rows; i += 1000) {
      const row = rosterRow(i)
      expectSame(`agency of row ${i + 1} in ${db}`, find.get(row[2]), [row[1], row[9], row[14]])
    }
  })
}

/** The last import changed the rows that it had to, and no others. */
export function expectChanged(bench: Bench, db: string, rows: number): void {
  expectRows(bench, db, 'agency', rows)
  const wanted = Array.from({ length: rows }, (_, i) => i).filter(isChanged).length
  const query = 'SELECT added, changed, unchanged, rejected FROM batch ORDER BY id DESC'
  const counts = look(bench.folder, db, connection => connection.prepare(query).raw().get())
  expectSame(`added, changed, unchanged, rejected in ${db}`, counts, [0, wanted, rows - wanted, 0])
}

/** Every agency has a total and the rank that follows from all totals; every thousandth total is worked out again. */
export function expectTotals(bench: Bench, db: string, agencies: number): void {
  expectRows(bench, db, 'result', agencies)
  look(bench.folder, db, connection => {
    const ranks =
      'SELECT count(*) FROM (SELECT rank, rank() OVER (ORDER BY total DESC) AS wanted FROM result) WHERE rank IS NOT wanted'
    expectSame(`wrong ranks in ${db}`, connection.prepare(ranks).pluck().get(), 0)
    const find = connection
      .prepare('SELECT total FROM result JOIN agency ON agency.id = agency_id WHERE uscc = ?')
      .pluck()
    for (let i = 0; i < agencies; i += 1000) {
      expectSame(`total of agency ${i + 1} in ${db}`, find.get(rosterRow(i)[2]), totalOf(i))
    }
  })
}

function expectSame(what: string, found: unknown, wanted: unknown): void {
  const [was, should] = [JSON.stringify(found), JSON.stringify(wanted)]
  if (was !== should) throw new Failure(`${what}: ${was} instead of ${should}`)
}

function look<T>(folder: string, db: string, question: (connection: Database.Database) => T): T {
  const connection = new Database(join(folder, db), { readonly: true })
  try {
    return question(connection)
  } finally {
    connection.close()
  }
}

const program = (root: string): string => join(root, 'bin', 'chengxin.js')

/** A database and what a process may leave beside it. */
const PARTS = ['', '-wal', '-shm', '-journal']

function dropDatabase(folder: string, db: string): void {
  for (const part of PARTS) rmSync(join(folder, db + part), { force: true })
}

/** What was copied is on the disk before the next process starts: its first commit would wait for all of it. */
export function copyDatabase({ folder }: Bench, from: string, to: string): void {
  dropDatabase(folder, to)
  for (const part of PARTS) {
    if (!existsSync(join(folder, from + part))) continue
    copyFileSync(join(folder, from + part), join(folder, to + part))
    const copy = openSync(join(folder, to + part), 'r+')
    fsyncSync(copy)
    closeSync(copy)
  }
}

/** The file, written when it is first asked for. */
export function made({ folder }: Bench, content: Content, rows: number): string {
  const file = fileOf(content, rows)
  if (existsSync(join(folder, file))) return file
  process.stderr.write(`${file}\n`)
  const args = [process.argv[1]!, 'write', content, String(rows)]
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Failure(`${file} could not be written`)
  return file
}
