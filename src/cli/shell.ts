// The front desk's voice: data to stdout, talk to stderr, one envelope for JSON, one table for people.
import { Chalk, type ChalkInstance } from 'chalk'
import type { Problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Messages } from '../messages/messages.ts'
import type { Desk } from '../work/desk.ts'
import { absolute, checkTarget, databaseFiles, isSameFile, writeWhole } from './files.ts'
import { problemJson, problemLines } from './problem-text.ts'
import { Progress } from './progress.ts'
import type { Settings } from './settings.ts'
import { type Align, renderTable } from './table.ts'
import type { World } from './world.ts'

/** Colors for text that goes to one of the streams. */
export type Paint = ChalkInstance

export type Format = 'table' | 'csv' | 'json' | 'ndjson'

export interface Listing<Row> {
  rows: readonly Row[]
  columns: readonly ListColumn<Row>[]
  /** One row as JSON. */
  json: (row: Row) => unknown
  /** The whole `data`, where it is more than the array of rows. */
  data?: unknown
  /** Lines under the table. */
  below?: readonly string[]
}

export interface ListColumn<Row> {
  title: string
  cell: (row: Row) => string | number | null
  align?: Align
}

export interface OutputOptions {
  format?: Format
  json?: boolean
  output?: string
  force?: boolean
}

const ON_SCREEN = 20

export class Shell {
  readonly world: World
  readonly settings: Settings
  readonly m: Messages
  /** For what is said on stderr. */
  readonly color: Paint
  exitCode = 0
  private readonly progress: Progress | null

  constructor(world: World, settings: Settings, messages: Messages) {
    this.world = world
    this.settings = settings
    this.m = messages
    this.color = new Chalk({ level: settings.color && world.err.isTerminal ? 1 : 0 })
    const watched = world.err.isTerminal && !settings.quiet && world.env.TERM !== 'dumb'
    this.progress = watched ? new Progress(world, messages) : null
  }

  get today(): string {
    return this.settings.today ?? this.now().slice(0, 10)
  }

  /** With a day given, its midnight, so that runs repeat to the byte. */
  now(): string {
    if (this.settings.today !== null) return `${this.settings.today}T00:00:00`
    const clock = this.world.clock()
    const two = (n: number) => String(n).padStart(2, '0')
    const day = [clock.getFullYear(), two(clock.getMonth() + 1), two(clock.getDate())].join('-')
    return `${day}T${[clock.getHours(), clock.getMinutes(), clock.getSeconds()].map(two).join(':')}`
  }

  desk(): Desk {
    const { root } = this.world
    return {
      db: this.settings.db,
      today: this.today,
      now: this.now(),
      operator: this.settings.operator,
      migrations: `${root}/migrations`,
      schemes: `${root}/src/schemes`,
      templates: `${root}/src/formats/templates`,
      onUpgrade: upgrade => this.say(this.m.words.said.upgraded(upgrade)),
      ...(this.progress ? { progress: this.progress.tell } : {}),
    }
  }

  /** Talk: what was done, what comes next. Never data. */
  say(line: string): void {
    this.progress?.clear()
    if (!this.settings.quiet) this.world.err.write(`${line}\n`)
  }

  fail(line: string): void {
    this.progress?.clear()
    this.world.err.write(`${line}\n`)
  }

  /** For data: only where it goes to a terminal. */
  dataColor(options: OutputOptions): Paint {
    const plain = options.output !== undefined || this.format(options) !== 'table'
    return new Chalk({ level: this.settings.color && this.world.out.isTerminal && !plain ? 1 : 0 })
  }

  format(options: OutputOptions): Format {
    return options.json ? 'json' : (options.format ?? 'table')
  }

  async list<Row>(
    listing: Listing<Row>,
    options: OutputOptions,
    warnings: readonly Problem[] = [],
  ): Promise<void> {
    const { rows, columns } = listing
    switch (this.format(options)) {
      case 'json':
        this.envelope(listing.data ?? rows.map(listing.json), warnings, options)
        break
      case 'ndjson':
        this.write(rows.map(row => `${JSON.stringify(listing.json(row))}\n`).join(''), options)
        break
      case 'csv': {
        const cells = rows.map(row => columns.map(column => column.cell(row)))
        this.write(await this.csv([columns.map(c => c.title), ...cells]), options)
        break
      }
      case 'table': {
        const titles = columns.map(c => ({ title: c.title, align: c.align ?? 'left' }))
        const cells = rows.map(row => columns.map(column => String(column.cell(row) ?? '')))
        const lines = [...renderTable(titles, cells, this.width(options)), ...(listing.below ?? [])]
        this.write(`${lines.join('\n')}\n`, options)
        break
      }
    }
  }

  /** One thing: JSON when asked for, keys and values as CSV, otherwise the lines given. */
  async show(
    data: unknown,
    lines: readonly string[],
    options: OutputOptions,
    warnings: readonly Problem[] = [],
  ): Promise<void> {
    const format = this.format(options)
    if (format === 'json') this.envelope(data, warnings, options)
    else if (format === 'ndjson') this.write(`${JSON.stringify(data)}\n`, options)
    else if (format === 'csv') this.write(await this.csv([['key', 'value'], ...flatten(data)]), options)
    else this.write(`${lines.join('\n')}\n`, options)
  }

  /** What was refused as a whole, where JSON was asked for: whoever reads that gets an envelope on exit 3 too. */
  refused(problems: readonly Problem[], options: OutputOptions): void {
    if (this.format(options) !== 'json') return
    this.envelope({ problems: problems.map(p => problemJson(this.m, p)) }, [], {})
  }

  /** Only a terminal has a width; files and pipes get whole lines. */
  width(options: OutputOptions): number {
    const { isTerminal, columns } = this.world.out
    return isTerminal && options.output === undefined && columns ? columns : Infinity
  }

  /** As Excel opens it well. */
  private async csv(rows: (string | number | null)[][]): Promise<Uint8Array> {
    const { writeCsv } = await import('../formats/csv-write.ts')
    return writeCsv(rows, { encoding: 'utf-8-bom' })
  }

  private envelope(data: unknown, warnings: readonly Problem[], options: OutputOptions): void {
    const body = { schema_version: 1, data, warnings: warnings.map(w => problemJson(this.m, w)) }
    this.write(`${JSON.stringify(body, null, 2)}\n`, options)
  }

  /** Refuses files that are there already, before anything is done. */
  checkTargets(options: Pick<OutputOptions, 'force'>, ...targets: (string | null | undefined)[]): void {
    for (const target of targets) {
      if (!target || target === '-') continue
      const path = absolute(this.world, target)
      this.protect(path, ...databaseFiles(this.settings.db))
      checkTarget(path, options.force ?? false)
    }
  }

  /** Refuses a target that is, or would be, one of these files, whatever `--force` says. */
  protect(target: string, ...files: string[]): void {
    for (const file of files) {
      if (isSameFile(target, file)) throw new Refusal('CX6009', { path: target })
    }
  }

  /** Data to stdout, or to the file of `-o`. */
  write(data: string | Uint8Array, options: Pick<OutputOptions, 'output' | 'force'>): void {
    const target = options.output ?? '-'
    this.deliver(target, data, options)
    if (target !== '-') this.say(this.m.words.said.written(target))
  }

  /** To a file, whole or not at all, or to stdout for `-`; without a word. */
  deliver(target: string, data: string | Uint8Array, options: Pick<OutputOptions, 'force'>): void {
    this.progress?.clear()
    if (target === '-') this.world.out.write(data)
    else writeWhole(absolute(this.world, target), data, options.force ?? false)
  }

  /** Problems on stderr, the first twenty whole, the rest counted; `more` tells where all of them are. */
  problems(
    problems: readonly Problem[],
    severity: 'error' | 'warning',
    more: (left: { code: string; count: number }[]) => string = this.m.words.said.more,
  ): void {
    const limit = severity === 'error' ? ON_SCREEN : ON_SCREEN / 4
    for (const problem of problems.slice(0, limit)) {
      const [head = '', ...rest] = problemLines(this.m, problem, severity)
      const painted = severity === 'error' ? this.color.red(head) : this.color.yellow(head)
      const lines = [painted, ...rest]
      if (severity === 'error') this.fail(lines.join('\n'))
      else this.say(lines.join('\n'))
    }
    if (problems.length > limit) {
      const left = more(countCodes(problems.slice(limit)))
      if (severity === 'error') this.fail(left)
      else this.say(left)
    }
  }
}

/** A thing's values, each with the path of its keys. */
function flatten(data: unknown, path = ''): [string, string | number | null][] {
  if (typeof data !== 'object' || data === null) return [[path, data as string | number | null]]
  return Object.entries(data).flatMap(([key, value]) => flatten(value, path === '' ? key : `${path}.${key}`))
}

function countCodes(problems: readonly Problem[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count }))
}
