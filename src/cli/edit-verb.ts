// `NOUN edit RECORD`: what is on file corrected by hand, a switch for each field, and why. Records and agencies alike.

import { type Command, Option } from 'commander'
import type { Column, Values } from '../domain/imports/column.ts'
import { problem } from '../domain/problem.ts'
import { findingFields, type RecordKind } from '../domain/records/kind.ts'
import { Refusal } from '../domain/refusal.ts'
import type { EditOutcome } from '../work/edit-record.ts'
import { fieldOptions } from './field-options.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from './front.ts'
import type { Shell } from './shell.ts'
import { changedLines, tellOutcome } from './tell-outcome.ts'

export interface Editing {
  /** A record and the switches that correct it, as an example. */
  example: string
  /** The record as lists show it. */
  json: (record: Values) => Record<string, unknown>
}

export function addEditing(front: Front, noun: Command, kind: RecordKind, { example, json }: Editing): void {
  const { help } = front.m.words
  const columns = kind.columns.filter(column => !findingFields.includes(column.key))
  const fields = correctable(front, columns, kind.noun)
  addVerb(front, noun, {
    usage: 'edit <record>',
    examples: [`${kind.noun} edit ${example}`, `${kind.noun} edit ${example} --dry-run --json`],
    options: [
      new Option('--agency <agency>', help['edit --agency']),
      ...fields.options,
      ...editOptions(front),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { editRecord } = await import('../work/edit-record.ts')
      const given = { ...fields.given(options, PLACES), ...spokenOf(options) }
      const dryRun = options.dryRun === true
      const outcome = editRecord(shell.desk(), kind, name, given, dryRun)
      await tellEdit(shell, { ...outcome, record: json(outcome.record) }, dryRun, options)
    },
  })
}

/** A switch for each field; where a record has a reason of its own, that one is named after the record. */
export function correctable(front: Front, columns: readonly Column[], noun: string) {
  return fieldOptions(front.m, columns, { renamed: { reason: `${noun}_reason` } })
}

const PLACES = { agency: '--agency', agency_name: '--agency', uscc: '--agency', reason: '--reason' }

/** Besides the fields: why, and whether only to look. */
export function editOptions(front: Front): Option[] {
  const { help } = front.m.words
  return [
    new Option('--reason <text>', help['edit --reason']),
    new Option('-n, --dry-run', help['--dry-run']),
  ]
}

function spokenOf(options: Options): { agency: string | null; reason: string | null } {
  return { agency: textOption(options, 'agency'), reason: reasonOf(options) }
}

/** Blank is none. */
export function reasonOf(options: Options): string | null {
  return textOption(options, 'reason')?.trim() || null
}

const HEADERS = { reason: '理由', rater: '评价人' }

/** Refuses a blank one. */
export function textNeeded(options: Options, field: keyof typeof HEADERS): string {
  const text = textOption(options, field)?.trim() ?? ''
  if (text !== '') return text
  throw new Refusal([problem('CX1023', { header: HEADERS[field] }, { column: `--${field}` }, { field })])
}

/** What was changed, field by field; with problems, nothing was. */
export async function tellEdit(
  shell: Shell,
  outcome: Omit<EditOutcome, 'record'> & { record: Record<string, unknown> },
  dryRun: boolean,
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  const { edited, problems, warnings, label, changes, record } = outcome
  const headline =
    changes.length === 0 ? said.nothingToEdit(label) : dryRun ? said.wouldEdit(label) : said.edited(label)
  const told = {
    ...{ problems, warnings },
    data: { edited, dry_run: dryRun, changes, record },
    done: [headline, ...changedLines(shell, changes)],
    notDone: said.notStepped(label),
  }
  await tellOutcome(shell, told, options)
}
