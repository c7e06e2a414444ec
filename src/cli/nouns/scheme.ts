// scheme list, show, check, add: the documents as data. What compares and what describes the format is in
// scheme-about.ts, where its round stands in scheme-stages.ts.
import { type Command, Option } from 'commander'
import type { Checklist } from '../../domain/inspection/checklist.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { ListedScheme } from '../../work/scheme/list.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { problemJson } from '../problem-text.ts'
import { namedBy } from '../scheme-named.ts'
import type { Shell } from '../shell.ts'
import { addDiff, addFacts, addSchema } from './scheme-about.ts'
import { addStages } from './scheme-stages.ts'

export function addSchemeVerbs(front: Front, noun: Command): void {
  addList(front, noun)
  addShow(front, noun)
  addCheck(front, noun)
  addDiff(front, noun)
  addAdd(front, noun)
  addFacts(front, noun)
  addSchema(front, noun)
  addStages(front, noun)
}

function addList(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'list',
    examples: ['scheme list', 'scheme list --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { listSchemes } = await import('../../work/scheme/list.ts')
      const { column, said, labels } = shell.m.words
      const status = ({ scheme }: ListedScheme) =>
        scheme === null ? said.checklist : said.schemeStatus[scheme.status]
      await shell.list(
        {
          rows: listSchemes(shell.desk()),
          columns: [
            { title: column.scheme!, cell: r => r.id },
            { title: column.title!, cell: r => r.title },
            { title: column.document!, cell: r => r.scheme?.document ?? r.clause },
            { title: column.status!, cell: status },
            {
              title: column.subjects!,
              cell: r => (r.scheme === null ? null : said.subjectNoun[r.scheme.applies_to.subject]),
            },
            { title: column.stages!, cell: r => r.scheme?.stages.length ?? null, align: 'right' },
            { title: column.shipped!, cell: r => (r.shipped ? said.yes : labels.none) },
            {
              title: column.on_file!,
              cell: r => (r.on_file === null ? labels.none : said.onFile[r.on_file]),
            },
          ],
          json: ({ id, title, scheme, clause, shipped, on_file }) => ({
            id,
            title,
            document: scheme?.document ?? clause,
            issuer: scheme?.issuer ?? null,
            status: scheme?.status ?? null,
            subject: scheme?.applies_to.subject ?? null,
            types: scheme?.applies_to.types.map(type => type.id) ?? [],
            indicators: scheme?.indicators.length ?? 0,
            stages: scheme?.stages.map(stage => stage.name) ?? [],
            shipped,
            on_file,
          }),
        },
        options,
      )
    },
  })
}

function addShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show <scheme>',
    examples: [
      'scheme show zhoushan-2019',
      'scheme show service-window --type petition',
      'scheme show spring-thunder',
      'scheme show @1 --json',
    ],
    options: [
      new Option('--type <type>', front.m.words.help['scheme show --type']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { CHECKLIST_ID } = await import('../../work/scheme/list.ts')
      if (name === CHECKLIST_ID) return showChecklist(shell, options)
      const { schemeNamed } = await import('../../work/scheme/texts.ts')
      const scheme = schemeNamed(shell.desk(), await namedBy(shell, name))
      const type = textOption(options, 'type')
      if (type !== null) refuseUnknown(scheme, type)
      const lines = await import('../scheme-lines.ts')
      const { m } = shell
      const indicators = lines.indicatorsShown(scheme, type)
      const data = lines.schemeJson(m, scheme, indicators)
      const format = shell.format(options)
      if (format === 'table' || format === 'json')
        return shell.show(data, lines.schemeLines(m, scheme, indicators), options)
      await shell.list(
        {
          rows: indicators,
          columns: [...lines.indicatorColumns(m, scheme, indicators), lines.rulesColumn(m, scheme)],
          json: i => lines.indicatorJson(m, scheme, i),
        },
        options,
      )
    },
  })
}

function refuseUnknown({ applies_to }: Scheme, type: string): void {
  if (applies_to.types.some(known => known.id === type)) return
  const available = applies_to.types.map(known => `${known.id} ${known.name}`).join('、')
  throw new Refusal('CX4002', { kind: 'subject_type', value: type, available })
}

async function showChecklist(shell: Shell, options: Options): Promise<void> {
  const { readShippedChecklist } = await import('../../schemes/checklist.ts')
  const { title, clause, items }: Checklist = readShippedChecklist(shell.desk().schemes)
  const { column, labels } = shell.m.words
  await shell.list(
    {
      rows: items,
      columns: [
        { title: column.number!, cell: r => r.id },
        { title: column.criterion!, cell: r => r.name },
        { title: column.clause!, cell: r => r.basis },
        { title: column.breach!, cell: r => r.breach ?? labels.none },
      ],
      json: r => r,
      data: { id: 'spring-thunder', title, clause, items },
    },
    options,
  )
}

function addCheck(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'check <scheme>',
    examples: ['scheme check beijing-2013', 'scheme check service-window --json'],
    options: outputOptions(front.m),
    run: async (shell, [name = ''], options) => {
      const { textOf } = await import('../../work/scheme/texts.ts')
      const { parseScheme } = await import('../../schemes/load.ts')
      const { source, file } = textOf(shell.desk(), await namedBy(shell, name))
      const { value, problems } = parseScheme(source, file)
      const { said } = shell.m.words
      const right = value && {
        file,
        title: value.title,
        indicators: value.indicators.length,
        rules: value.indicators.reduce((sum, i) => sum + i.rules.length, 0),
        ours: countDefaults(value),
      }
      const text = right === null ? said.schemeWrong(file, problems.length) : said.schemeRight(right)
      const data = {
        file,
        id: value?.id ?? null,
        title: value?.title ?? null,
        ok: problems.length === 0,
        problems: problems.map(p => problemJson(shell.m, p)),
      }
      await shell.show(data, [text], options)
      if (shell.format(options) === 'table') shell.problems(problems, 'error')
      if (problems.length > 0) shell.exitCode = 3
    },
  })
}

/** How many values are ours and not the document's. */
function countDefaults(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key.endsWith('clause') && inner === 'default' ? 1 : countDefaults(inner)),
    0,
  )
}

function addAdd(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'add <scheme>',
    examples: [
      'scheme add zhoushan-2019 --dry-run',
      'scheme add shandong-staff',
      'scheme add shandong-staff --replace --json',
    ],
    options: [
      new Option('--replace', help['scheme add --replace']),
      new Option('-n, --dry-run', help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { addScheme } = await import('../../work/scheme/add.ts')
      const { tellOutcome } = await import('../tell-outcome.ts')
      const { said } = shell.m.words
      const dryRun = options.dryRun === true
      const how = { replace: options.replace === true, dryRun }
      const { id, title, done, affected, problems } = addScheme(shell.desk(), await namedBy(shell, name), how)
      const told =
        done === 'refused' ? [] : [said[dryRun ? 'schemeWouldAdd' : 'schemeAdded'][done](title!, id!)]
      await tellOutcome(
        shell,
        {
          problems,
          data: { id, title, done, affected, dry_run: dryRun },
          done: told,
          notDone: said.schemeNotAdded,
          notes: [
            ...affected.map(use => said.schemeAffects(use)),
            ...(dryRun && done !== 'refused' ? [said.schemeDry] : []),
          ],
        },
        options,
      )
    },
  })
}
