// `NOUN add`: one record by hand, a switch for each of its fields.
import { type Command, Option } from 'commander'
import type { Column, Values } from '../domain/imports/column.ts'
import type { RecordKind } from '../domain/records/kind.ts'
import type { Messages } from '../messages/messages.ts'
import { addVerb, type Front, outputOptions, textOption } from './front.ts'
import { problemJson } from './problem-text.ts'

/** `json`: the record as lists show it. */
export function addAdding(
  front: Front,
  noun: Command,
  kind: RecordKind,
  example: string,
  json: (record: Values) => Record<string, unknown>,
): void {
  const { words } = front.m
  const fields = kind.columns
    .filter(column => column.key !== 'uscc' && column.key !== 'agency_name')
    .map(column => ({ column, option: fieldOption(front.m, column, words.labels.required) }))
  addVerb(front, noun, {
    usage: 'add',
    examples: [example, `${example} --dry-run --json`],
    options: [
      new Option('--agency <agency>', words.help['--agency']),
      ...fields.map(field => field.option),
      new Option('-n, --dry-run', words.help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { addRecord } = await import('../work/add-record.ts')
      const given = fields.flatMap(({ column, option }): [string, string][] => {
        const text = textOption(options, option.attributeName())
        return text === null ? [] : [[column.key, text]]
      })
      const place = (field: string) =>
        field === 'agency' ? '--agency' : (fields.find(f => f.column.key === field)?.option.long ?? field)
      const dryRun = options.dryRun === true
      const outcome = addRecord(
        shell.desk(),
        kind,
        { fields: new Map(given), agency: textOption(options, 'agency'), place },
        dryRun,
      )
      const { added, problems, warnings, label, record } = outcome
      const refused = problems.length > 0
      const headline = refused
        ? words.said.notAdded
        : dryRun
          ? words.said.wouldAdd(label)
          : words.said.added(label)
      const data = { added, dry_run: dryRun, record: json(record) }
      if (options.json || options.format === 'json' || options.format === 'ndjson') {
        const findings = problems.map(p => problemJson(shell.m, p))
        await shell.show({ ...data, problems: findings }, [], options, warnings)
      } else {
        shell.problems(warnings, 'warning')
        shell.problems(problems, 'error')
        if (!refused) await shell.show(data, [headline], options)
      }
      if (refused) {
        shell.fail(headline)
        shell.exitCode = 3
      }
    },
  })
}

/** The switch for a field; money is given in yuan, as in files. */
export function fieldOption(m: Messages, column: Column, required: string): Option {
  const { key, headers, type } = column
  const { labels } = m.words
  const name = key.replace(/_fen$/, '_yuan')
  const choices = type.is === 'choice' ? labels.oneOf(officialChoices(type.of)) : ''
  const about = `${labels.field(headers[0]!, name)}${choices}${column.required ? required : ''}`
  return new Option(`--${name.replaceAll('_', '-')} <value>`, about)
}

/** The first word of each choice is the official one. */
function officialChoices(of: Readonly<Record<string, string>>): { name: string; word: string }[] {
  const words = new Map<string, string>()
  for (const [word, name] of Object.entries(of)) if (!words.has(name)) words.set(name, word)
  return [...words].map(([name, word]) => ({ name, word }))
}
