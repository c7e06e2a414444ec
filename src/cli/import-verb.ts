// `NOUN import FILE`: the same words, switches and answers for every kind of file.
import { setFlagsFromString } from 'node:v8'
import { type Command, Option } from 'commander'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from '../work/desk.ts'
import type { ImportOptions, ImportOutcome, ImportSource } from '../work/imports/import-file.ts'
import type { FieldChange } from '../work/imports/importer.ts'
import { absolute, openInput } from './files.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from './front.ts'
import { problemJson, problemLines } from './problem-text.ts'
import { RejectsFile } from './rejects.ts'
import type { Shell } from './shell.ts'

type Import = (
  desk: Desk,
  source: ImportSource,
  options: ImportOptions,
  given: Options,
) => Promise<ImportOutcome>

export function addImport(
  front: Front,
  noun: Command,
  examples: readonly string[],
  run: Import,
  more: readonly Option[] = [],
): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'import <file>',
    examples,
    options: [
      ...more,
      new Option('-n, --dry-run', help['--dry-run']),
      new Option('--rejects <file>', help['--rejects']),
      new Option('--report <file>', help['--report']),
      new Option('-e, --encoding <name>', help['--encoding']),
      new Option('--sheet <name>', help['--sheet']),
      new Option('--map <column=field>', help['--map']).argParser(mapped),
      new Option('--mapping <name>', help['--mapping']),
      new Option('--save-mapping <name>', help['--save-mapping']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [path = '-'], options) => {
      // Text is read piece by piece, which keeps little and makes much garbage: a nursery that does not grow saves
      // memory and no time. A workbook is held whole.
      if (!/\.(xlsx|xlsm|xls|et)$/i.test(path)) setFlagsFromString('--semi-space-growth-factor=1')
      const rejects = textOption(options, 'rejects')
      const report = textOption(options, 'report')
      shell.checkTargets(options, rejects, report)
      checkStreams(shell, options, rejects, report)
      const dryRun = options.dryRun === true
      const source: ImportSource = { source: await openInput(shell.world, path) }
      for (const target of [rejects, report, options.output]) {
        if (target && target !== '-' && path !== '-')
          shell.protect(absolute(shell.world, target), absolute(shell.world, path))
      }
      const encoding = textOption(options, 'encoding')
      const sheet = textOption(options, 'sheet')
      if (encoding !== null) source.encoding = await knownEncoding(encoding)
      if (sheet !== null) source.sheet = sheet
      const mapping = await mappingOf(shell, noun.name(), options)
      if (mapping.size > 0) source.mapping = mapping
      checkSaving(mapping, options)
      const back = rejects === null || dryRun ? null : new RejectsFile(shell, rejects, options)
      const given = { dryRun, rejects: rejects !== null, ...(back ? { keep: back.keep } : {}) }
      let outcome: ImportOutcome
      try {
        outcome = await run(shell.desk(), source, given, options)
      } catch (error) {
        back?.forget()
        throw error
      }
      back?.deliver()
      await keepMapping(shell, noun.name(), outcome, options)
      await tell(shell, source.source.file, outcome, dryRun, options)
      if (report !== null) writeReport(shell, report, outcome, options)
      if (outcome.problems.length > 0) shell.exitCode = 3
    },
  })
}

/** Data and files each need a place of their own. */
function checkStreams(shell: Shell, options: Options, ...targets: (string | null)[]): void {
  const json = shell.format(options) !== 'table'
  const all = [...targets, options.output ?? (json ? '-' : null)].filter(target => target !== null)
  const twice = all.find((target, i) => all.indexOf(target) !== i)
  if (twice !== undefined) throw new Refusal('CX6007', { path: twice })
}

function checkSaving(mapping: ReadonlyMap<string, string>, options: Options): void {
  const name = textOption(options, 'saveMapping')
  if (name !== null && (mapping.size === 0 || name.trim() === '')) throw new Refusal('CX6008', { name })
}

/** Collects `--map 列=字段`, given as often as needed. */
function mapped(value: string, before: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const at = value.lastIndexOf('=')
  const [header, field] = [value.slice(0, at).trim(), value.slice(at + 1).trim()]
  if (at > 0 && header !== '' && field !== '') return new Map([...before, [header, field]])
  throw new Refusal('CX6002', { value, option: '--map', allowed: '单位全称=name' })
}

/** The saved mapping named, under what the command line says itself. */
async function mappingOf(shell: Shell, kind: string, options: Options): Promise<Map<string, string>> {
  const given = (options.map as Map<string, string> | undefined) ?? new Map<string, string>()
  const name = textOption(options, 'mapping')
  if (name === null) return given
  const { savedMapping } = await import('../work/imports/mappings.ts')
  return new Map([...savedMapping(shell.desk(), kind, name), ...given])
}

/** What a file was read by is kept once the file is in. */
async function keepMapping(
  shell: Shell,
  kind: string,
  outcome: ImportOutcome,
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  if (outcome.mapping.size > 0) shell.say(said.mapped([...outcome.mapping]))
  const name = textOption(options, 'saveMapping')
  if (name === null || (outcome.batch === null && outcome.same_as === null)) return
  const { saveMapping } = await import('../work/imports/mappings.ts')
  saveMapping(shell.desk(), kind, name, outcome.mapping)
  shell.say(said.mappingSaved(name))
}

export async function knownEncoding(name: string): Promise<string> {
  const { isForcedEncoding } = await import('../formats/encoding.ts')
  if (isForcedEncoding(name)) return name
  throw new Refusal('CX6002', {
    value: name,
    option: '--encoding',
    allowed: 'utf-8、gb18030、utf-16le、utf-16be',
  })
}

async function tell(
  shell: Shell,
  file: string,
  outcome: ImportOutcome,
  dryRun: boolean,
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  const { batch, same_as, encoding, rows, added, changed, unchanged, rejected } = outcome
  const { problems, warnings } = outcome
  const format = shell.format(options)
  const asked = options.rejects !== undefined
  const refused = problems.length > 0 && batch === null && !(asked && rejected > 0)
  const headline = refused
    ? said.importRefused(file, rejected, rows - rejected)
    : same_as !== null
      ? said.importSame(file, same_as)
      : dryRun
        ? said.importDry({ file, encoding, rows, added, changed, unchanged, rejected })
        : batch === null
          ? said.importNothing({ file, encoding, rows, added, changed, unchanged, rejected })
          : said.importDone({ file, encoding, batch, rows, added, changed, unchanged, rejected })
  const data = { batch, same_as, encoding, rows, added, changed, unchanged, rejected, dry_run: dryRun }
  if (format === 'json' || format === 'ndjson') {
    const changes: FieldChange[] = outcome.changes
    const findings = problems.map(p => problemJson(shell.m, p))
    await shell.show(
      { ...data, problems: findings, changes, missing: outcome.missing },
      [],
      options,
      warnings,
    )
    shell.say(headline)
    return
  }
  shell.problems(warnings, 'warning')
  shell.problems(problems, 'error')
  if (refused) {
    shell.fail(headline)
    return
  }
  if (outcome.missing.length > 0) shell.say(said.missingAgencies(outcome.missing.map(a => a.name)))
  const lines = [headline, ...changeLines(shell, outcome.changes)]
  // Rejects or a report on standard output are the data; then this is talk.
  if (options.rejects === '-' || options.report === '-') shell.say(lines.join('\n'))
  else await shell.show(data, lines, options)
}

const CHANGES_SHOWN = 10

function changeLines(shell: Shell, changes: readonly FieldChange[]): string[] {
  const { words } = shell.m
  const text = (value: string | null) => value ?? words.labels.none
  const lines = changes.slice(0, CHANGES_SHOWN).map(({ what, header, before, after }) => {
    const change = { what, field: header, before: text(before), after: text(after) }
    return `  ${words.said.fieldChange(change)}`
  })
  const left = changes.length - lines.length
  return left > 0 ? [...lines, `  ${words.said.moreChanges(left)}`] : lines
}

function writeReport(shell: Shell, path: string, outcome: ImportOutcome, options: Options): void {
  const lines = [
    ...outcome.problems.flatMap(p => problemLines(shell.m, p, 'error')),
    ...outcome.warnings.flatMap(p => problemLines(shell.m, p, 'warning')),
  ]
  shell.deliver(path, `${lines.join('\n')}\n`, options)
}
