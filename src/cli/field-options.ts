// A switch for each field of a record, for what is given by hand instead of in a file.
import { Option } from 'commander'
import { type Column, officialChoices } from '../domain/imports/column.ts'
import type { Messages } from '../messages/messages.ts'
import type { GivenFields } from '../work/given-fields.ts'
import { type Options, textOption } from './front.ts'

export interface FieldOptions {
  options: Option[]
  /** What a field is, with its choices. */
  about: (field: string) => string
  /** What was given; a field without a switch is named as `place` says, else by its key. */
  given: (options: Options, place?: Readonly<Record<string, string>>) => GivenFields
}

/**
 * Money is given in yuan, as in files. `required`: what is said of a field that must be given; `renamed`: fields whose
 * switch is called otherwise than they are.
 */
export function fieldOptions(
  m: Messages,
  columns: readonly Column[],
  required = '',
  renamed: Readonly<Record<string, string>> = {},
): FieldOptions {
  const { labels } = m.words
  const switches = new Map(
    columns.map(column => {
      const { key, headers, type } = column
      const name = renamed[key] ?? key.replace(/_fen$/, '_yuan')
      const choices = type.is === 'choice' ? labels.oneOf(officialChoices(type.of)) : ''
      const about = `${labels.field(headers[0]!, name)}${choices}${column.required ? required : ''}`
      return [key, new Option(`--${name.replaceAll('_', '-')} <value>`, about)]
    }),
  )
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
