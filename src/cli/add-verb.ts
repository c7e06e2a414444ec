// `NOUN add` (or `set`, which may change one on file): one record by hand, a switch for each of its fields.
import { type Command, Option } from 'commander'
import type { Values } from '../domain/imports/column.ts'
import { findingFields, type RecordKind } from '../domain/records/kind.ts'
import type { AddOutcome } from '../work/add-record.ts'
import type { GivenFields } from '../work/given-fields.ts'
import { type FieldOptions, fieldOptions } from './field-options.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from './front.ts'
import type { Question } from './prompt.ts'
import type { Shell } from './shell.ts'
import { tellOutcome } from './tell-outcome.ts'

export interface Adding {
  /** `set` changes a record that is on file already. */
  verb: 'add' | 'set'
  example: string
  /** The record as lists show it. */
  json: (record: Values) => Record<string, unknown>
}

export function addAdding(
  front: Front,
  noun: Command,
  kind: RecordKind,
  { verb, example, json }: Adding,
): void {
  const { words } = front.m
  // What is set without a day was found today.
  const columns = kind.columns
    .filter(column => !findingFields.includes(column.key))
    .map(column => (verb === 'set' && column.key === kind.day ? { ...column, required: false } : column))
  const fields = fieldOptions(front.m, columns, { required: words.labels.required })
  addVerb(front, noun, {
    usage: verb,
    examples: [example, `${example} --dry-run --json`],
    options: [
      new Option('--agency <agency>', words.help['--agency']),
      ...fields.options,
      new Option('-n, --dry-run', words.help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { addRecord } = await import('../work/add-record.ts')
      const said = fields.given(options, { agency: '--agency', agency_name: '--agency' })
      const { askFor, mayAsk } = await import('./prompt.ts')
      const questions = mayAsk(shell, options) ? await questionsOf(shell, kind, fields, said, options) : []
      const asked = await askFor(shell, questions)
      const agency = textOption(options, 'agency') ?? asked.get('agency') ?? null
      const given = { ...said, fields: new Map([...said.fields, ...asked]), agency }
      const how = { dryRun: options.dryRun === true, replaces: verb === 'set' }
      await tellAdded(shell, addRecord(shell.desk(), kind, given, how), json, options)
    },
  })
}

/** The agency and the required fields that were not given. */
async function questionsOf(
  shell: Shell,
  kind: RecordKind,
  fields: FieldOptions,
  given: GivenFields,
  options: Options,
): Promise<Question[]> {
  const { lookedUp, questionsFor } = await import('./prompt.ts')
  const { resolveAgency } = await import('../work/find-agency.ts')
  const named = textOption(options, 'agency') !== null
  const blank = Object.fromEntries(kind.columns.map(c => [c.key, null]))
  const subject = given.fields.get('subject') ?? null
  const needed = !named && !kind.agencyOptional?.({ ...blank, subject })
  const about = shell.m.words.help['--agency']!
  const check = lookedUp(answer => resolveAgency(shell.desk(), answer))
  const columns = kind.columns.filter(
    // An agency's own honor names it as holder.
    column => !findingFields.includes(column.key) && !(named && column.key === 'holder'),
  )
  return [...(needed ? [{ key: 'agency', about, check }] : []), ...questionsFor(columns, fields, given)]
}

/** Says what was added, or would be on a dry run, or why nothing was. */
export async function tellAdded(
  shell: Shell,
  { added, problems, warnings, notes, label, record }: AddOutcome,
  json: Adding['json'],
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  const dryRun = options.dryRun === true
  const told = {
    ...{ problems, warnings },
    data: { added, dry_run: dryRun, record: json(record), notes },
    done: [dryRun ? said.wouldAdd(label) : said.added(label)],
    notDone: said.notAdded,
    notes: notes.map(note => said.measureNote(note)),
  }
  await tellOutcome(shell, told, options)
}
