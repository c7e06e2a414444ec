// `NOUN show RECORD`: one record with where it came from and what was done to it since.
import type { Command } from 'commander'
import type { Column, Values } from '../domain/imports/column.ts'
import { writtenAs } from '../domain/imports/written.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import { unpacked } from '../domain/records/kind.ts'
import type { Messages } from '../messages/messages.ts'
import type { RecordChange, RecordShown } from '../work/record-history.ts'
import { addVerb, type Front, outputOptions } from './front.ts'
import type { Shell } from './shell.ts'

export function addShowing(
  front: Front,
  noun: Command,
  kind: RecordKind,
  json: (record: Values) => Record<string, unknown>,
): void {
  addVerb(front, noun, {
    usage: 'show <record>',
    examples: [`${kind.noun} show 1`, `${kind.noun} show 1 --json`],
    options: outputOptions(front.m),
    run: async (shell, [name = ''], options) => {
      const { showRecord } = await import('../work/record-history.ts')
      const shown = showRecord(shell.desk(), kind, name)
      const { record, source, history } = shown
      const lines = [...fieldLines(shell, kind, record), '', ...pastLines(shell, kind, shown)]
      await shell.show({ ...json(record), source, history }, lines, options)
    },
  })
}

/** What is filled, under its official headers; `without` what is said elsewhere. */
export function fieldLines(
  { m }: Shell,
  kind: RecordKind,
  record: Values,
  without: readonly string[] = [],
): string[] {
  const { labels, said } = m.words
  const values = { ...unpacked(kind, record), district_code: record.district ?? null }
  return kind.columns.flatMap(column => {
    if (without.includes(column.key)) return []
    const text = writtenAs(column, (values as Values)[column.key] ?? null)
    const empty = text === null || text === ''
    return empty ? [] : [said.field(labels.field(column.headers[0]!, column.key), worded(m, column, text))]
  })
}

/** What is written by its official words, in the language of the reader. */
export function worded({ words }: Messages, { type }: Column, text: string): string {
  const { labels, said } = words
  const one = (of: Readonly<Record<string, string>>, word: string) => {
    const stored = of[word]
    return stored === undefined ? word : labels.value(stored, word)
  }
  switch (type.is) {
    case 'yes_no':
      return text === '是' ? said.yes : said.no
    case 'choice':
      return one(type.of, text)
    case 'choices':
      return text
        .split(';')
        .map(word => one(type.of, word))
        .join(';')
    case 'name':
      return one(type.known, text)
    default:
      return text
  }
}

/** Where the record came from, then each command that changed it, with its reason and the fields. */
export function pastLines({ m }: Shell, kind: RecordKind, { source, history }: RecordShown): string[] {
  const { labels, said } = m.words
  const origin = source === null ? said.byHand : said.fromFile(source)
  const lines: string[] = [origin]
  let entry: number | null = null
  const [made] = history
  for (const change of history) {
    if (change.entry !== entry) lines.push(headOf(change))
    entry = change.entry
    // What it was made with stands above.
    if (change.entry === made!.entry) continue
    const column = kind.columns.find(c => c.key === change.field)
    const [before, after] = [change.before, change.after].map(text =>
      text === null ? labels.none : column ? worded(m, column, text) : text,
    )
    lines.push(said.field(`    ${labels.field(change.header, change.field)}`, `${before} → ${after}`))
  }
  return lines

  function headOf({ at, operator, command, reason }: RecordChange): string {
    const why = reason === null ? '' : `  ${said.field(m.words.column.reason!, reason)}`
    return `  ${at.replace('T', ' ')}  ${operator}  ${command}${why}`
  }
}
