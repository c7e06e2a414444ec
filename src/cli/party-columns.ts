// Columns and keys of whom a row is about: an agency has its credit code, other subjects numbers of their own.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { PartyName } from '../domain/score/party.ts'
import type { ListColumn, Shell } from './shell.ts'

export function codeTitle({ m }: Shell, noun: SubjectNoun): string {
  return noun === 'agency' ? m.words.column.uscc! : m.words.column.code!
}

export function nameTitle({ m }: Shell, noun: SubjectNoun): string {
  return noun === 'agency' ? m.words.column.name! : m.words.column.subject!
}

export function partyColumns<Row extends { party: PartyName }>(
  shell: Shell,
  noun: SubjectNoun,
): ListColumn<Row>[] {
  return [
    { title: codeTitle(shell, noun), cell: ({ party }) => party.uscc ?? party.code },
    { title: nameTitle(shell, noun), cell: ({ party }) => party.name },
  ]
}

export function partyJson({ uscc, code, name, district_code }: PartyName): Record<string, unknown> {
  return { uscc, code, name, district_code }
}
