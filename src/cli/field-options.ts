// A switch for each field of a record, for what is given by hand instead of in a file.
import type { Option } from 'commander'
import { type Column, officialChoices } from '../domain/imports/column.ts'
import type { Messages } from '../messages/messages.ts'
import type { GivenFields } from '../work/given-fields.ts'
import { FieldOption, type Options, textOption } from './front.ts'

export interface FieldOptions {
  options: Option[]
  /** What a field is, with its choices. */
  about: (field: string) => string
  /** What was given; a field without a switch is named as `place` says, else by its key. */
  given: (options: Options, place?: Readonly<Record<string, string>>) => GivenFields
}

export interface FieldSwitches {
  /** What is said of a field that must be given. */
  required?: string
  /** Fields whose switch is called otherwise than they are. */
  renamed?: Readonly<Record<string, string>>
  /** Fields of which at most one may be given. */
  oneOf?: readonly string[]
}

/** Money is given in yuan, as in files. */
export function fieldOptions(
  m: Messages,
  columns: readonly Column[],
  { required = '', renamed = {}, oneOf = [] }: FieldSwitches = {},
): FieldOptions {
  const { labels } = m.words
  const switches = new Map(
    columns.map(column => {
      const { key, headers, type } = column
      const name = renamed[key] ?? key.replace(/_fen$/, '_yuan')
      const choices = type.is === 'choice' ? labels.oneOf(officialChoices(type.of)) : ''
      // Of two names the longer one tells more.
      const told = name.length < key.length ? key : name
      const about = `${labels.field(headers[0]!, told)}${choices}${column.required ? required : ''}`
      return [key, new FieldOption(`--${name.replaceAll('_', '-')} <value>`, about)]
    }),
  )
  const exclusive = oneOf.flatMap(key => switches.get(key) ?? [])
  for (const option of exclusive)
    option.conflicts(exclusive.filter(other => other !== option).map(other => other.attributeName()))
  return {
    options: [...switches.values()],
    about: field => switches.get(field)!.description,
    given: (options, place = {}) => ({
      fields: new Map(
        [...switches].flatMap(([key, option]): [string, string][] => {
          const text = textOption(options, option.attributeName())
          return text === null ? [] : [[key, text]]
        }),
      ),
      place: field => switches.get(field)?.long ?? place[field] ?? field,
    }),
  }
}
