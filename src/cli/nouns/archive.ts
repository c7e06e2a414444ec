// archive: the integrity archive (诚信档案) of an agency, what archives lack, and archives as papers.
import { type Command, Option } from 'commander'
import type { Audience } from '../../domain/archive/entries.ts'
import type { Gap } from '../../domain/archive/roll.ts'
import { percentText } from '../../domain/exact.ts'
import type { Messages } from '../../messages/messages.ts'
import type { ArchiveEntry, ArchiveSection, EntrySource } from '../../work/archive/read-archives.ts'
import {
  addVerb,
  districtOption,
  type Front,
  fileOptions,
  type Options,
  outputOptions,
  textOption,
  type VerbSpec,
} from '../front.ts'
import { folderOption, formatOption, writePapers } from '../papers-out.ts'
import { ratesJson } from './commitment-rates.ts'

export function addArchiveVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  const publicOption = new Option('--public', help['--public'])
  addVerb(front, noun, {
    usage: 'show <agency>',
    examples: ['archive show 91110105CXJG000159', 'archive show 91110105CXJG000159 --public --json'],
    options: [publicOption, ...outputOptions(front.m)],
    run: async (shell, [key = ''], options) => {
      const { showArchive } = await import('../../work/archive/show-archive.ts')
      const audience = audienceOf(options)
      const { agency, district, opened, sections } = showArchive(shell.desk(), key, audience)
      const { column, help: names, said, labels } = shell.m.words
      const rows = sections.flatMap((section): { section: ArchiveSection; entry: ArchiveEntry | null }[] =>
        section.entries.length === 0
          ? [{ section, entry: null }]
          : section.entries.map(entry => ({ section, entry })),
      )
      const { uscc, name, license_no, district_code } = agency
      const from = audience === 'public' ? { opened_on: opened.at.slice(0, 10) } : openedJson(opened)
      if (shell.format(options) === 'table') {
        const code = uscc ?? license_no ?? String(agency.id)
        const head = said.archiveHead({ name, code, district })
        shell.write(`${[head, ...sections.flatMap(s => sectionLines(shell.m, s))].join('\n')}\n`, options)
        return
      }
      await shell.list(
        {
          rows,
          data: { agency: { uscc, name, license_no, district_code, district, ...from }, sections },
          columns: [
            { title: column.section!, cell: r => r.section.title },
            { title: column.date!, cell: r => r.entry?.date ?? null },
            { title: column.kind!, cell: r => (r.entry === null ? null : names[r.entry.kind]!) },
            { title: column.text!, cell: r => r.entry?.text ?? said.nothingOnFile },
            { title: column.state!, cell: r => r.entry?.state ?? null },
            ...(audience === 'public'
              ? []
              : [
                  { title: column.source!, cell: (r: Row) => sourceText(shell.m, r.entry?.source ?? null) },
                  {
                    title: column.public!,
                    cell: (r: Row) => (r.entry === null ? null : r.entry.public ? said.open : labels.none),
                  },
                ]),
            { title: column.record!, cell: r => r.entry?.record ?? null },
          ],
          json: r => ({ section: r.section.id, title: r.section.title, entry: r.entry }),
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'missing',
    examples: ['archive missing', 'archive missing --district 朝阳区 --json'],
    options: [districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { readGaps } = await import('../../work/archive/roll.ts')
      const { agencies, districts, total, warnings } = readGaps(shell.desk(), textOption(options, 'district'))
      const { column, said, labels } = shell.m.words
      const json = (a: (typeof agencies)[number]) => ({
        uscc: a.agency.uscc,
        agency_name: a.agency.name,
        district_code: a.agency.district_code,
        district: a.district,
        built: a.built,
        missing: a.missing,
      })
      await shell.list(
        {
          rows: agencies,
          data: {
            agencies: agencies.map(json),
            districts: districts.map(builtJson),
            total: builtJson(total),
          },
          columns: [
            { title: column.district!, cell: a => a.district },
            { title: column.agency_name!, cell: a => a.agency.name },
            { title: column.built!, cell: a => (a.built ? said.yes : said.no) },
            {
              title: column.missing!,
              cell: a => a.missing.map(gap => gapText(shell.m, gap)).join(labels.listStop),
            },
          ],
          json,
        },
        options,
        warnings,
      )
      for (const d of [...districts, total])
        shell.say(
          said.builtRate(
            d.district ?? labels.all,
            d.archives,
            d.agencies,
            percentText(d.archives, d.agencies),
          ),
        )
      if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
    },
  })
  addVerb(front, noun, {
    usage: 'export [agency]',
    examples: [
      'archive export 91110105CXJG000159 --out archives',
      'archive export --district 密云县 --format html --public --out archives',
    ],
    ...archiveVerb(front),
  })
}

/** Under whatever name: `archive export`, `form archive`. */
export function archiveVerb(front: Front): Pick<VerbSpec, 'options' | 'run'> {
  const { help } = front.m.words
  return {
    options: [
      formatOption(front.m, 'docx', 'html'),
      districtOption(front.m),
      new Option('--all', help['archive export --all']),
      new Option('--public', help['--public']),
      folderOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [agency], options) => {
      const { archivePapers } = await import('../../work/papers/archive.ts')
      const scope = {
        agency: agency ?? null,
        district: textOption(options, 'district'),
        all: options.all === true,
      }
      const audience = audienceOf(options)
      const format = textOption(options, 'format') === 'html' ? 'html' : 'docx'
      await writePapers(shell, archivePapers(shell.desk(), scope, audience, format), options)
    },
  }
}

/** A section as it is read: what the roster says in a line each, records with their text below. */
function sectionLines(m: Messages, { title, entries }: ArchiveSection): string[] {
  const { help: names, said } = m.words
  if (entries.length === 0) return ['', title, `  ${said.nothingOnFile}`]
  const lines = entries.flatMap(({ date, kind, text, state, source, record, public: open }) => {
    const origin = sourceText(m, source)
    // For the public everything is open, and sources are not told.
    const told = origin === null ? [] : [origin, open ? said.open : said.inner]
    if (kind === 'agency') return [`  ${text}〔${[date, ...told].join('，')}〕`]
    const head = [date, names[kind], record, state === null ? null : `〔${state}〕`, ...told]
    return [`  ${head.filter(part => part !== null).join('  ')}`, `      ${text}`]
  })
  return ['', title, ...lines]
}

type Row = { entry: ArchiveEntry | null }

function audienceOf(options: Options): Audience {
  return options.public === true ? 'public' : 'internal'
}

function openedJson({ at, operator, entry, file, line }: EntrySource): Record<string, unknown> {
  return {
    opened_on: at.slice(0, 10),
    opened_by: operator,
    opened_entry: entry,
    opened_file: file,
    opened_line: line,
  }
}

function sourceText(m: Messages, source: EntrySource | null): string | null {
  if (source === null) return null
  const { file, line, entry, operator } = source
  return file === null ? m.words.said.madeBy(operator, entry) : `${file}:${line}`
}

function builtJson(rates: Parameters<typeof ratesJson>[0]): Record<string, unknown> {
  const { district_code, district, agencies, archives, archive_rate } = ratesJson(rates)
  return { district_code, district, agencies, built: archives, rate: archive_rate }
}

function gapText(m: Messages, gap: Gap): string {
  const { column, said } = m.words
  switch (gap.is) {
    case 'basic':
      return gap.field === 'code' ? said.codeOrLicense : column[gap.field]!
    case 'agency_commitment':
      return said.agencyCommitment
    case 'staff_commitment':
      return said.staffCommitment(gap.signed, gap.staff)
    case 'annual_check':
      return said.annualCheck(gap.year)
    case 'system':
      return said.systemGap(said.systems[gap.system]!, gap.state, gap.due_on)
  }
}
