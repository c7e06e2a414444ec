// complaint, penalty, sanction, honor, ...: records of the year, imported, added and listed alike.
import { type Command, Option } from 'commander'
import { type Column, officialChoices, type Value, type Values } from '../../domain/imports/column.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Messages } from '../../messages/messages.ts'
import type { GivenFields } from '../../work/given-fields.ts'
import type { Wanted } from '../../work/list-records.ts'
import { addAdding } from '../add-verb.ts'
import { addEditing } from '../edit-verb.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, districtOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { addImport } from '../import-verb.ts'
import { periodOf, sortOf, sortOptions, stateOf, stateOption } from '../list-filters.ts'
import { personalOptions, personalReason } from '../personal.ts'
import { recordJson } from '../record-json.ts'
import { addShowing, worded } from '../show-verb.ts'
import { NUMBERS, recordNouns } from './record-nouns.ts'
import { addRecordVerbs } from './record-verbs.ts'

export function addRecordNounVerbs(front: Front, noun: Command): void {
  const name = noun.name()
  const { kind, official, sample, adding, replaces, editing, ownShow, filtering, columns } = recordNouns.find(
    one => one.kind.noun === name,
  )!
  const json = (record: Values) => recordJson(kind, record)
  if (sample !== null) {
    const example = `${name} import samples/${sample} --dry-run`
    addImport(front, noun, [example], async (desk, source, options) => {
      const { importRecords } = await import('../../work/imports/import-records.ts')
      return importRecords(desk, kind, source, options)
    })
  }
  if (adding !== null) {
    const verb = replaces ? 'set' : 'add'
    const example = `${name} ${verb} --agency 91110105CXJG000159 ${adding}`
    addAdding(front, noun, kind, { verb, example, json })
  }
  addEditing(front, noun, kind, { example: editing, json })
  if (!ownShow) addShowing(front, noun, kind, json)
  addRecordVerbs(front, noun, kind, json)
  const states = kind.states ?? []
  const filtered = kind.columns.filter(column => kind.filters?.includes(column.key))
  const filters = fieldOptions(front.m, filtered)
  const personal = kind.columns.filter(c => c.personal).map(c => c.key)
  addVerb(front, noun, {
    usage: 'list',
    examples: [
      `${name} list`,
      `${name} list --agency 91110105CXJG000159 --json`,
      `${name} list --district 朝阳区 --from 2013-01-01 --sort ${kind.day} --descending`,
      ...states.slice(0, 1).map(state => `${name} list --state ${state.name}`),
      ...(kind.subject ? [`${name} list --subject 样例街道就业服务平台`] : []),
      ...(filtering === undefined ? [] : [`${name} list ${filtering}`]),
      ...(personal.length > 0 ? [`${name} list --include-personal --reason 回访`] : []),
    ],
    options: [...filters.options, ...listOptions(front, kind, columns)],
    run: async (shell, _args, options) => {
      const { listRecordsOf } = await import('../../work/list-records.ts')
      const reason = personal.length === 0 ? null : personalReason(shell.m, options)
      const fields = valuesOf(shell.m, filtered, filters.given(options))
      const wanted = { ...wantedOf(shell.m, kind, columns, options), fields }
      const rows = listRecordsOf(shell.desk(), kind, wanted, reason)
      const shownColumns = reason === null ? columns : [...columns, ...personal]
      const typeOf = new Map(kind.columns.map(c => [c.key, c]))
      await shell.list<Values>(
        {
          rows,
          columns: shownColumns.map(key => ({
            title: titleOf(shell.m, official ? typeOf.get(key) : undefined, key),
            align: NUMBERS.has(key) ? ('right' as const) : ('left' as const),
            cell: row =>
              key === 'failed_items'
                ? failedItems(row.items)
                : shown(shell.m, typeOf.get(key), row[key] ?? null),
          })),
          json: row => recordJson(kind, row),
        },
        options,
      )
    },
  })
}

/** As the catalogue calls a field, or by the official header of its column. */
function titleOf({ words }: Messages, column: Column | undefined, key: string): string {
  return column ? words.labels.field(column.headers[0]!, key) : (words.column[key] ?? key)
}

function listOptions(front: Front, kind: RecordKind, columns: readonly string[]): Option[] {
  const { help } = front.m.words
  return [
    new Option('--agency <agency>', help['--agency']),
    ...(kind.subject ? [new Option('--subject <subject>', help['list --subject'])] : []),
    districtOption(front.m),
    new Option('--from <date>', help['--from']),
    new Option('--to <date>', help['--to']),
    ...(kind.states ? [stateOption(front.m, kind.states)] : []),
    ...sortOptions(front.m, sortable(kind, columns)),
    ...(kind.columns.some(c => c.personal) ? personalOptions(front.m) : []),
    ...outputOptions(front.m),
  ]
}

function wantedOf(m: Messages, kind: RecordKind, columns: readonly string[], options: Options): Wanted {
  return {
    agency: textOption(options, 'agency'),
    subject: textOption(options, 'subject'),
    district: textOption(options, 'district'),
    ...periodOf(options),
    state: stateOf(m, options, kind.states ?? []),
    ...sortOf(options, sortable(kind, columns)),
  }
}

/** What fields are to be, each a choice of the program or any text. */
function valuesOf({ words }: Messages, columns: readonly Column[], given: GivenFields): Values {
  return Object.fromEntries(
    [...given.fields].map(([key, text]) => {
      const { type } = columns.find(c => c.key === key)!
      if (type.is !== 'choice') return [key, text]
      const choices = officialChoices(type.of)
      const value = type.of[text] ?? choices.find(c => c.name === text)?.name
      if (value !== undefined) return [key, value]
      const allowed = choices.map(words.labels.choice).join('、')
      throw new Refusal('CX6002', { value: text, option: given.place(key), allowed })
    }),
  )
}

/** What is listed, without what is drawn from several fields. */
function sortable(kind: RecordKind, columns: readonly string[]): string[] {
  return [...new Set([kind.day, ...columns])].filter(key => key !== 'failed_items')
}

function shown(m: Messages, column: Column | undefined, value: Value): Value {
  const text = column ? writtenAs(column, value) : null
  if (!column || text === null) return value
  // As a number, whose minus nobody takes for the beginning of a formula.
  return column.type.is === 'decimal' ? Number(text) : worded(m, column, text)
}

function failedItems(items: Value | undefined): string {
  const results = JSON.parse(String(items ?? '{}')) as Record<string, string>
  return Object.keys(results)
    .filter(id => results[id] === 'fail')
    .join(' ')
}
