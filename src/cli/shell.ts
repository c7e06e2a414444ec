// The front desk's voice: data to stdout, talk to stderr, one envelope for JSON, one table for people.
import { Chalk, type ChalkInstance } from 'chalk'
import type { Problem } from '../domain/problem.ts'
import type { Messages } from '../messages/messages.ts'
import type { Desk } from '../work/desk.ts'
import { absolute, writeWhole } from './files.ts'
import { problemJson, problemLines } from './problem-text.ts'
import type { Settings } from './settings.ts'
import { type Align, renderTable } from './table.ts'
import type { World } from './world.ts'

export type Format = 'table' | 'csv' | 'json' | 'ndjson'

export interface Listing<Row> {
  rows: readonly Row[]
  columns: readonly ListColumn<Row>[]
  /** One row as JSON. */
  json: (row: Row) => unknown
  /** The whole `data`, where it is more than the array of rows. */
  data?: unknown
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
  readonly color: ChalkInstance
  exitCode = 0

  constructor(world: World, settings: Settings, messages: Messages) {
    this.world = world
    this.settings = settings
    this.m = messages
    this.color = new Chalk({ level: settings.color ? 1 : 0 })
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
    }
  }

  /** Talk: what was done, what comes next. Never data. */
  say(line: string): void {
    if (!this.settings.quiet) this.world.err.write(`${line}\n`)
  }

  fail(line: string): void {
    this.world.err.write(`${line}\n`)
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
        const { writeCsv } = await import('../formats/csv.ts')
        const cells = rows.map(row => columns.map(column => column.cell(row)))
        this.write(writeCsv([columns.map(c => c.title), ...cells], { encoding: 'utf-8-bom' }), options)
        break
      }
      case 'table': {
        const titles = columns.map(c => ({ title: c.title, align: c.align ?? 'left' }))
        const cells = rows.map(row => columns.map(column => String(column.cell(row) ?? '')))
        this.write(`${renderTable(titles, cells).join('\n')}\n`, options)
        break
      }
    }
  }

  /** One thing: JSON when asked for, otherwise the lines given. */
  show(
    data: unknown,
    lines: readonly string[],
    options: OutputOptions,
    warnings: readonly Problem[] = [],
  ): void {
    const format = this.format(options)
    if (format === 'json') this.envelope(data, warnings, options)
    else if (format === 'ndjson') this.write(`${JSON.stringify(data)}\n`, options)
    else this.write(`${lines.join('\n')}\n`, options)
  }

  private envelope(data: unknown, warnings: readonly Problem[], options: OutputOptions): void {
    const body = { schema_version: 1, data, warnings: warnings.map(w => problemJson(this.m, w)) }
    this.write(`${JSON.stringify(body, null, 2)}\n`, options)
  }

  /** Data to stdout, or to the file of `-o`. */
  write(data: string | Uint8Array, options: Pick<OutputOptions, 'output' | 'force'>): void {
    if (options.output === undefined || options.output === '-') this.world.out.write(data)
    else {
      writeWhole(absolute(this.world, options.output), data, options.force ?? false)
      this.say(this.m.words.said.written(options.output))
    }
  }

  /** Problems on stderr, the first twenty whole, the rest counted. */
  problems(problems: readonly Problem[], severity: 'error' | 'warning'): void {
    const limit = severity === 'error' ? ON_SCREEN : ON_SCREEN / 4
    for (const problem of problems.slice(0, limit)) {
      const [head = '', ...rest] = problemLines(this.m, problem, severity)
      const painted = severity === 'error' ? this.color.red(head) : this.color.yellow(head)
      const lines = [painted, ...rest]
      if (severity === 'error') this.fail(lines.join('\n'))
      else this.say(lines.join('\n'))
    }
    if (problems.length > limit) {
      const left = this.m.words.said.more(countCodes(problems.slice(limit)))
      if (severity === 'error') this.fail(left)
      else this.say(left)
    }
  }
}

function countCodes(problems: readonly Problem[]): { code: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count }))
}
