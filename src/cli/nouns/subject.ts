// subject show: a practitioner, window, ... with everything on file that names it.
import type { Command } from 'commander'
import { findingFields } from '../../domain/records/kind.ts'
import { subjectKind } from '../../domain/records/subject.ts'
import { addVerb, type Front, outputOptions } from '../front.ts'
import { recordJson } from '../record-json.ts'
import { fieldLines, pastLines } from '../show-verb.ts'

export function addSubjectShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show <subject>',
    examples: ['subject show 样例员工乙', 'subject show CY-001 --json'],
    options: outputOptions(front.m),
    run: async (shell, [key = ''], options) => {
      const { showSubject } = await import('../../work/show-subject.ts')
      const shown = showSubject(shell.desk(), key)
      const { record, source, history, records } = shown
      const { help } = shell.m.words
      const sections = records.flatMap(({ kind, rows }) => [
        '',
        help[kind.noun]!,
        ...rows.map(row => {
          const lines = fieldLines(shell, kind, row, [...findingFields, kind.day])
          return `  ${row[kind.day]}  ${lines.join('  ')}`
        }),
      ])
      const found = records.map(
        ({ kind, rows }) => [kind.noun, rows.map(row => recordJson(kind, row))] as const,
      )
      await shell.show(
        { ...recordJson(subjectKind, record), source, history, records: Object.fromEntries(found) },
        [...fieldLines(shell, subjectKind, record), ...sections, '', ...pastLines(shell, subjectKind, shown)],
        options,
      )
    },
  })
}
