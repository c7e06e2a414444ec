// Names and contacts of those who complained: shown only when asked for with a reason, which is logged.
import { Option } from 'commander'
import { Refusal } from '../domain/refusal.ts'
import type { Messages } from '../messages/messages.ts'
import { type Options, textOption } from './front.ts'

export function personalOptions({ words: { help } }: Messages): Option[] {
  return [
    new Option('--include-personal', help['--include-personal']),
    new Option('--reason <text>', help['--reason']),
  ]
}

/** The reason, null where personal data is not asked for. One without the other is a mistake of usage. */
export function personalReason({ words: { usage } }: Messages, options: Options): string | null {
  const reason = textOption(options, 'reason')?.trim() || null
  const wanted = options.includePersonal === true
  if (wanted === (reason !== null)) return reason
  throw new Refusal('CX6001', {
    message: usage.missingOption(wanted ? '--reason' : '--include-personal'),
  })
}
