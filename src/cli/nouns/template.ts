// template list, show, export, check, use: the Word templates of papers, which a bureau restyles in Word or WPS.
import { type Command, Option } from 'commander'
import { type FieldAt, fieldsIn } from '../../domain/papers/field-shape.ts'
import { shapeName, written } from '../../domain/papers/tags.ts'
import { TEMPLATES, type TemplateId } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { StoredTemplate } from '../../store/template.ts'
import type { CheckedTemplate } from '../../work/templates/check.ts'
import type { ShownKind } from '../../work/templates/kinds.ts'
import { openInput } from '../files.ts'
import { addVerb, type Front, fileOptions, outputOptions, textOption } from '../front.ts'
import { folderOption, made, writePapers } from '../papers-out.ts'
import { problemJson } from '../problem-text.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'

export function addTemplateVerbs(front: Front, noun: Command): void {
  addList(front, noun)
  addShow(front, noun)
  addExport(front, noun)
  addCheck(front, noun)
  addUse(front, noun)
}

function addList(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'list',
    examples: ['template list', 'template list --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { listKinds } = await import('../../work/templates/kinds.ts')
      const { column, said } = shell.m.words
      await shell.list<ShownKind>(
        {
          rows: listKinds(shell.desk()),
          columns: [
            { title: column.template_kind!, cell: t => t.kind },
            { title: column.template_title!, cell: t => t.title },
            { title: column.template_file!, cell: t => t.own?.file ?? said.templateOurs },
            { title: column.template_sha256!, cell: t => t.sha256.slice(0, 12) },
            { title: column.used_on!, cell: t => t.own?.used_on ?? null },
          ],
          json: ({ kind, title, own, sha256 }) => ({ kind, title, ...inUse(own), sha256 }),
        },
        options,
      )
    },
  })
}

function inUse(own: StoredTemplate | null): Record<string, unknown> {
  return { default: own === null, file: own?.file ?? null, used_on: own?.used_on ?? null }
}

function addShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show <kind>',
    examples: ['template show recommendation', 'template show 评分表 --json'],
    options: outputOptions(front.m),
    run: async (shell, [name = ''], options) => {
      const { kindNamed, listKinds } = await import('../../work/templates/kinds.ts')
      const kind = kindNamed(name)
      const { title, own, sha256 } = listKinds(shell.desk()).find(t => t.kind === kind)!
      const { column, said } = shell.m.words
      const fields = fieldsIn(TEMPLATES[kind].fields).map(field => fieldJson(shell, kind, field))
      await shell.list(
        {
          rows: fields,
          data: { kind, title, ...inUse(own), sha256, fields },
          columns: [
            { title: column.template_field!, cell: f => f.field },
            { title: column.meaning!, cell: f => f.meaning },
            { title: column.shape!, cell: f => said.fieldShape[f.shape] },
            { title: column.field_required!, cell: f => (f.required ? said.yes : null) },
            { title: column.write!, cell: f => f.write },
          ],
          json: f => f,
        },
        options,
      )
      shell.say(said.templateInUse(title, own))
    },
  })
}

function fieldJson({ m }: Shell, kind: TemplateId, { path, shape }: FieldAt) {
  const name = path.at(-1)!
  const required: readonly string[] = TEMPLATES[kind].required
  return {
    field: path.join('.'),
    meaning: (m.words.templateField as Readonly<Record<string, string>>)[name]!,
    shape: shapeName(shape),
    required: required.includes(path.join('.')),
    within: path.length > 1 ? path.at(-2)! : null,
    write: written(name, shape),
  }
}

function addExport(front: Front, noun: Command): void {
  const { help, usage } = front.m.words
  addVerb(front, noun, {
    usage: 'export [kinds...]',
    examples: [
      'template export recommendation -o restyled.docx',
      'template export --all --out templates',
      'template export results --default --out templates',
    ],
    options: [
      new Option('--all', help['template export --all']),
      new Option('--default', help['template export --default']),
      folderOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, names, options) => {
      const { kindNamed, templateFiles, templateIds } = await import('../../work/templates/kinds.ts')
      if (names.length > 0 === (options.all === true)) {
        const message =
          options.all === true ? usage.conflict('kinds', '--all') : usage.missingArgument('kinds')
        throw new Refusal('CX6001', { message })
      }
      const kinds = names.length > 0 ? [...new Set(names.map(kindNamed))] : templateIds
      const files = templateFiles(shell.desk(), kinds, options.default === true)
      await writePapers(
        shell,
        files.map(({ name, bytes }) => made(name, bytes)),
        options,
      )
    },
  })
}

/** Says which kind was taken where nobody named one. */
async function check(shell: Shell, path: string, as: TemplateId | null): Promise<CheckedTemplate> {
  const { checkTemplate } = await import('../../work/templates/check.ts')
  const { TEMPLATE_BYTES } = await import('../../formats/docx-tags.ts')
  const checked = await checkTemplate(await openInput(shell.world, path, TEMPLATE_BYTES), as)
  if (as === null && checked.kind !== null)
    shell.say(shell.m.words.said.templateTaken(checked.kind, TEMPLATES[checked.kind].title))
  return checked
}

function addCheck(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'check <template>',
    examples: ['template check samples/templates/recommendation.docx --as recommendation'],
    options: [new Option('--as <kind>', help['template check --as']), ...outputOptions(front.m)],
    run: async (shell, [path = ''], options) => {
      const { kindNamed } = await import('../../work/templates/kinds.ts')
      const named = textOption(options, 'as')
      const { kind, problems } = await check(shell, path, named === null ? null : kindNamed(named))
      const { said } = shell.m.words
      const found = problems.map(p => problemJson(shell.m, p))
      const text =
        problems.length > 0
          ? said.templateFaults(path, problems.length)
          : said.templateSound(path, TEMPLATES[kind!].title)
      await shell.show({ file: path, kind, ok: problems.length === 0, problems: found }, [text], options)
      if (shell.format(options) === 'table') shell.problems(problems, 'error', said.moreInJson)
      if (problems.length > 0) shell.exitCode = 3
    },
  })
}

function addUse(front: Front, noun: Command): void {
  const { help, usage } = front.m.words
  addVerb(front, noun, {
    usage: 'use <kind> [template]',
    examples: [
      'template use recommendation samples/templates/recommendation.docx',
      'template use recommendation --default',
    ],
    options: [
      new Option('--default', help['template use --default']),
      new Option('--dry-run', help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = '', path], options) => {
      const { kindNamed } = await import('../../work/templates/kinds.ts')
      const { useTemplate } = await import('../../work/templates/use.ts')
      const kind = kindNamed(name)
      if ((path === undefined) !== (options.default === true)) {
        const message =
          path === undefined ? usage.missingArgument('template') : usage.conflict('template', '--default')
        throw new Refusal('CX6001', { message })
      }
      const { said } = shell.m.words
      const given = path === undefined ? null : await check(shell, path, kind)
      const problems = given?.problems ?? []
      const dryRun = options.dryRun === true
      const used = problems.length > 0 ? null : useTemplate(shell.desk(), kind, given, dryRun)
      const told = {
        problems,
        data: {
          ...{ kind, title: TEMPLATES[kind].title, changed: used?.changed ?? false, dry_run: dryRun },
          ...{ before: inUse(used?.before ?? null), after: inUse(used?.after ?? null) },
          sha256: used?.after?.sha256 ?? null,
        },
        done: used === null ? [] : [said.templateUsed({ ...used, dryRun })],
        notDone: said.templateNotUsed,
      }
      await tellOutcome(shell, told, options)
    },
  })
}
