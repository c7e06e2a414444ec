// The bad rows of an import as they came, with code and reason behind them, in the input's own kind of file. Laid
// down before the good rows are committed, and given its name after that: neither is there without the other.
import type { Problem } from '../domain/problem.ts'
import type { TableHead } from '../domain/table.ts'
import type { RejectedRow, Rejects } from '../work/imports/importer.ts'
import { absolute, layDown } from './files.ts'
import type { Options } from './front.ts'
import { problemLines } from './problem-text.ts'
import type { Shell } from './shell.ts'

export class RejectsFile {
  private readonly shell: Shell
  private readonly path: string
  private readonly options: Options
  private rows = 0
  private finish: (() => void) | null = null

  constructor(shell: Shell, path: string, options: Options) {
    this.shell = shell
    this.path = path
    this.options = options
  }

  /** Writes everything under a temporary name. Refuses what could not be handed back. */
  readonly keep = async (rejects: Rejects): Promise<void> => {
    this.rows = rejects.rows.length
    const bytes = await fileOf(this.shell, rejects)
    const { path } = this
    if (path === '-') this.finish = () => this.shell.deliver(path, bytes, this.options)
    else {
      const laid = layDown(absolute(this.shell.world, path), bytes, this.options.force ?? false)
      this.finish = laid.name
      this.forget = laid.forget
    }
  }

  /** The good rows are in: the bad ones get their name. */
  deliver(): void {
    if (!this.finish) return
    this.finish()
    this.shell.say(this.shell.m.words.said.rejectsWritten(this.path, this.rows))
  }

  /** Nothing was imported: nothing is handed back. */
  forget = (): void => {}
}

async function fileOf(shell: Shell, { head, rows }: Rejects): Promise<Uint8Array> {
  const { words } = shell.m
  const { encoding, delimiter = ',' } = head
  const wide = rows.some(row => row.cells.length > head.header.length)
  const header = [...head.header, ...(wide ? [words.overflowHeader] : []), ...words.rejectHeaders]
  const body = rows.map(row => {
    const cells = head.sheet === undefined ? row.cells : spoiled(head, row)
    const beyond = cells.slice(head.header.length).filter(cell => cell !== '')
    return [
      ...head.header.map((_, i) => cells[i] ?? ''),
      ...(wide ? [beyond.join(delimiter)] : []),
      row.problems.map(p => p.code).join(' '),
      row.problems.map(p => reason(shell, p)).join(words.labels.listStop),
    ]
  })
  if (encoding !== 'xlsx' && encoding !== 'xls') {
    // Excel takes a UTF-8 file without its mark for GB18030.
    const marked = encoding === 'utf-8' ? 'utf-8-bom' : encoding
    const { writeCsv } = await import('../formats/csv-write.ts')
    return writeCsv([header, ...body], { encoding: marked, delimiter })
  }
  const { CELL_CHARS } = await import('../formats/limits.ts')
  const { writeXlsx } = await import('../formats/xlsx.ts')
  const columns = header.map(h => ({ header: h, type: 'text' as const }))
  const fitting = body.map(cells => cells.map(cell => cell.slice(0, CELL_CHARS)))
  return writeXlsx([{ name: 'rejects', columns, rows: fitting }])
}

/** What a spreadsheet spoiled stays spoiled to the eye: as a text it would come in as if it had been typed so. */
function spoiled(head: TableHead, { cells, problems }: RejectedRow): string[] {
  const shown = [...cells]
  for (const { code, place } of problems) {
    const at = place.column === undefined ? -1 : head.header.indexOf(place.column)
    if (at < 0) continue
    if (code === 'CX1048') shown[at] = '####'
    else if (code === 'CX1046' || code === 'CX1047') shown[at] = exponent(shown[at] ?? '')
  }
  return shown
}

function exponent(text: string): string {
  const number = Number(text)
  return text === '' || !Number.isFinite(number) ? text : number.toExponential().replace('e', 'E')
}

function reason(shell: Shell, problem: Problem): string {
  const [head = ''] = problemLines(shell.m, problem, 'error')
  return head.slice(head.indexOf(']') + 2)
}
