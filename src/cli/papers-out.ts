// Papers as they leave: to one file, to a folder with a list of what was written, a table to standard output.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Option } from 'commander'
import { Refusal } from '../domain/refusal.ts'
import { writeCsv } from '../formats/csv-write.ts'
import type { SheetOut } from '../formats/xlsx.ts'
import type { Messages } from '../messages/messages.ts'
import type { MadePaper, Paper } from '../work/papers/paper.ts'
import type { SheetFormat } from '../work/papers/sheet.ts'
import { absolute, writeWhole } from './files.ts'
import { type Options, PaperFormat, textOption } from './front.ts'
import type { Shell } from './shell.ts'

/** Where papers go when nothing is said. */
const FOLDER = 'papers'

/** The formats of a paper, the first unless another is asked for. */
export function formatOption(m: Messages, ...formats: string[]): Option {
  return new PaperFormat('-f, --format <format>', m.words.help['--form-format'])
    .choices(formats)
    .default(formats[0])
}

export function folderOption(m: Messages): Option {
  return new Option('--out <folder>', m.words.help['--out'])
}

/** One sheet as a workbook, a page, or a table. `name`: of the file, without its extension. */
export async function writeSheet(
  shell: Shell,
  sheet: SheetOut,
  name: string,
  options: Options,
): Promise<void> {
  const { sheetPaper } = await import('../work/papers/sheet.ts')
  await writeTablePaper(shell, sheetPaper(sheet, name, textOption(options, 'format') as SheetFormat), options)
}

/** A table as text is data: to standard output unless a folder is named. One table of all is no batch: no list beside it. */
export async function writeTablePaper(shell: Shell, paper: Paper, options: Options): Promise<void> {
  if (textOption(options, 'format') === 'csv' && textOption(options, 'out') === null) {
    shell.write((await paper.make()).bytes, options)
  } else await writePapers(shell, [paper], { ...options, all: false })
}

/** Rows that have no other form, as `writeTablePaper`. */
export async function writeTable(
  shell: Shell,
  rows: (string | number | null)[][],
  name: string,
  options: Options,
): Promise<void> {
  await writeTablePaper(shell, made(name, writeCsv(rows, { encoding: 'utf-8-bom' })), options)
}

export function made(name: string, bytes: Uint8Array): Paper {
  return { name, make: async () => ({ bytes, missing: [], code: null, uncontacted: false }) }
}

/** Of a batch: what was written, so that whoever receives it can see whether all is there and unchanged. */
const listName = (kind: string) => `清单-${kind}.csv`
const LIST_HEADER = ['序号', '文件', '字节数', 'SHA-256', '校验码']

/** In the order in which a folder shows them. */
function listOf(written: readonly Listed[]): (string | number | null)[][] {
  const sorted = written.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
  return [LIST_HEADER, ...sorted.map((row, i) => [i + 1, ...row])]
}

type Listed = [name: string, bytes: number, sha256: string, code: string | null]

function listed({ name }: Paper, { bytes, code }: MadePaper): Listed {
  return [name, bytes.length, createHash('sha256').update(bytes).digest('hex'), code]
}

/**
 * One paper to `-o FILE`, several to a folder, each whole or not there when Ctrl-C ends the work; with `--all` a list of
 * them beside, named by what they are (the first part of a file name unless given). Refused as a whole if one of the
 * files is there already.
 */
export async function writePapers(
  shell: Shell,
  papers: readonly Paper[],
  options: Options,
  kind: string = papers[0]?.name.split(/[-.]/)[0] ?? '',
): Promise<void> {
  const file = textOption(options, 'output')
  const only = papers[0]
  if (file !== null) {
    if (papers.length !== 1 || !only) {
      throw new Refusal('CX6003', { papers: papers.length })
    }
    if (file === '-' && shell.world.out.isTerminal) throw new Refusal('CX6004', { name: only.name })
    const made = await only.make()
    shell.write(made.bytes, options)
    warnMissing(shell, only.name, made.missing)
    await warnUncontacted(shell, [made])
    return
  }
  const folder = textOption(options, 'out') ?? FOLDER
  const force = options.force ?? false
  const place = (name: string) => join(absolute(shell.world, folder), name)
  const named = textOption(options, 'district')
  const { resolveDistrict } = await import('../work/find-district.ts')
  const about = named === null ? kind : `${kind}-${resolveDistrict(shell.desk(), named)}`
  const list = options.all === true && only ? listName(about) : null
  const taken = [...papers.map(p => p.name), ...(list === null ? [] : [list])].filter(n =>
    existsSync(place(n)),
  )
  if (taken.length > 0 && !force) throw new Refusal('CX5008', { path: place(taken[0]!) })
  const { breathe } = await import('../work/desk.ts')
  const { progress } = shell.desk()
  const written: Listed[] = []
  const all: Pick<MadePaper, 'uncontacted'>[] = []
  for (const [i, paper] of papers.entries()) {
    const made = await paper.make()
    writeWhole(place(paper.name), made.bytes, force)
    shell.deliver('-', `${join(folder, paper.name)}\n`, {})
    warnMissing(shell, paper.name, made.missing)
    written.push(listed(paper, made))
    all.push({ uncontacted: made.uncontacted })
    progress?.('write', i + 1, papers.length)
    await breathe()
  }
  if (list !== null) {
    writeWhole(place(list), writeCsv(listOf(written), { encoding: 'utf-8-bom' }), force)
    shell.deliver('-', `${join(folder, list)}\n`, {})
  }
  await warnUncontacted(shell, all)
  shell.say(shell.m.words.said.formsWritten(papers.length, folder))
}

function warnMissing(shell: Shell, name: string, missing: string[]): void {
  if (missing.length > 0) shell.say(shell.color.yellow(shell.m.words.said.missingOnPaper(name, missing)))
}

/** Of all papers together: the market offices of which no phones are on file. */
async function warnUncontacted(shell: Shell, made: readonly Pick<MadePaper, 'uncontacted'>[]): Promise<void> {
  const papers = made.filter(paper => paper.uncontacted).length
  if (papers === 0) return
  const { withoutPhones } = await import('../work/districts.ts')
  const { said } = shell.m.words
  const without = withoutPhones(shell.desk())
  const names = without.map(d => (d === null ? said.thisOffice : `${d.code} ${d.name}`))
  shell.say(shell.color.yellow(said.uncontacted(papers, names, without[0]?.code ?? null)))
}
