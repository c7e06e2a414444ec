// evaluation template, sheets, withdraw, exclude, exclusions: score sheets before and after they are imported.
import { type Command, Option } from 'commander'
import { shortText } from '../../domain/exact.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ShownExclusion, ShownSheet } from '../../work/evaluation/sheets.ts'
import { textNeeded } from '../edit-verb.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  outputOptions,
  textOption,
} from '../front.ts'
import { made, writePapers, writeSheet } from '../papers-out.ts'
import { nameTitle, partyColumns, partyJson } from '../party-columns.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'

const AGENCY = '91110105CXYL024935'

export function addScoreSheetVerbs(front: Front, noun: Command): void {
  addTemplate(front, noun)
  addSheets(front, noun)
  addWithdraw(front, noun)
  addExclude(front, noun)
  addExclusions(front, noun)
}

function addTemplate(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'template',
    examples: [
      'evaluation template -o sheets.xlsx',
      'evaluation template --rater-kind 专家评价 --rater 专家1 --rater 专家2 --district 朝阳区 -o experts.xlsx',
      `evaluation template --rater-kind self --subject ${AGENCY} --form long --format csv`,
    ],
    options: [
      evaluationOption(front.m),
      kindOption(front),
      new Option('--rater <name>', help['template --rater']).argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
      districtOption(front.m),
      subjectOption(front),
      new Option('--type <type>', help['evaluation template --type']),
      new Option('--form <form>', help['template --form']).choices(['wide', 'long']).default('wide'),
      new Option('-f, --format <format>', help['--form-format']).choices(['xlsx', 'csv']).default('xlsx'),
      new Option('--out <folder>', help['--out']),
      ...fileOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { planScoreSheets } = await import('../../work/evaluation/template.ts')
      const { evaluation, sheets } = planScoreSheets(shell.desk(), textOption(options, 'evaluation'), {
        kind: textOption(options, 'raterKind'),
        raters: (options.rater ?? []) as readonly string[],
        district: await districtOf(shell, options),
        subject: textOption(options, 'subject'),
        type: textOption(options, 'type'),
        form: options.form === 'long' ? 'long' : 'wide',
      })
      const name = `评分表-${evaluation.scheme_id}-${evaluation.year}`
      const names = sheets.map(s => s.name)
      if (textOption(options, 'format') === 'csv') {
        if (sheets.length > 1) throw new Refusal('CX1256', { sheets: names.join('、') })
        await writeSheet(shell, sheets[0]!, name, options)
        return
      }
      const { writeXlsx } = await import('../../formats/xlsx.ts')
      await writePapers(shell, [made(`${name}.xlsx`, await writeXlsx(sheets))], options)
      shell.say(shell.m.words.said.templateWritten(names))
    },
  })
}

function addSheets(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'sheets',
    examples: ['evaluation sheets', `evaluation sheets --subject ${AGENCY} --json`],
    options: [
      evaluationOption(front.m),
      subjectOption(front),
      new Option('--rater <name>', front.m.words.help['--rater']),
      kindOption(front),
      districtOption(front.m),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { showSheets } = await import('../../work/evaluation/sheets.ts')
      const { scheme, sheets } = showSheets(shell.desk(), textOption(options, 'evaluation'), {
        subject: textOption(options, 'subject'),
        rater: textOption(options, 'rater'),
        kind: textOption(options, 'raterKind'),
        district: await districtOf(shell, options),
      })
      const { column, said } = shell.m.words
      await shell.list<ShownSheet>(
        {
          rows: sheets,
          columns: [
            ...partyColumns<ShownSheet>(shell, scheme.applies_to.subject),
            {
              title: column.rater_kind!,
              cell: s => scheme.raters.find(r => r.kind === s.rater_kind)?.name ?? s.rater_kind,
            },
            { title: column.rater!, cell: s => s.rater },
            { title: column.rated!, cell: s => Object.keys(s.ratings).length, align: 'right' },
            { title: column.standing!, cell: s => said.sheetStanding[s.standing] },
            { title: column.reason!, cell: s => s.reason },
            { title: column.note!, cell: s => s.note },
          ],
          json: ({ party, ratings, ...sheet }) => ({
            ...partyJson(party),
            ...sheet,
            ratings: Object.entries(ratings).map(([indicator, rating]) => ({
              indicator: Number(indicator),
              points: shortText(rating, 2, 6),
            })),
          }),
        },
        options,
      )
    },
  })
}

function addWithdraw(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'withdraw <subject>',
    examples: [`evaluation withdraw ${AGENCY} --rater 机构自评 --reason 填错机构`],
    options: [
      evaluationOption(front.m),
      new Option('--rater <name>', help['--rater']).makeOptionMandatory(),
      kindOption(front),
      new Option('--reason <text>', help['--reason']).makeOptionMandatory(),
      new Option('--lift', help['--lift']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [subject = ''], options) => {
      const { withdrawSheet } = await import('../../work/evaluation/sheets.ts')
      const lift = options.lift === true
      const stepped = withdrawSheet(shell.desk(), textOption(options, 'evaluation'), {
        ...{ subject, rater: textNeeded(options, 'rater'), kind: textOption(options, 'raterKind') },
        ...{ reason: textNeeded(options, 'reason'), lift },
      })
      const { said } = shell.m.words
      const { problems, party, rater_kind, rater } = stepped
      const told = {
        problems,
        data: { ...partyJson(party), rater_kind, rater, standing: lift ? 'counted' : 'withdrawn' },
        done: [said.withdrawn({ subject: party.name, rater, lift })],
        notDone: said.notWithdrawn,
        notes: problems.length > 0 ? [] : [said.runAgain(textOption(options, 'evaluation'))],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addExclude(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'exclude',
    examples: [
      `evaluation exclude --rater 专家1 --subject ${AGENCY} --reason 曾在该机构任职`,
      'evaluation exclude --rater 专家4 --reason 与多家机构有业务往来',
    ],
    options: [
      evaluationOption(front.m),
      new Option('--rater <name>', help['--rater']).makeOptionMandatory(),
      subjectOption(front),
      new Option('--reason <text>', help['--reason']).makeOptionMandatory(),
      new Option('--lift', help['--lift']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { excludeRater } = await import('../../work/evaluation/sheets.ts')
      const lift = options.lift === true
      const excluded = excludeRater(shell.desk(), textOption(options, 'evaluation'), {
        ...{ rater: textNeeded(options, 'rater'), subject: textOption(options, 'subject') },
        ...{ reason: textNeeded(options, 'reason'), lift },
      })
      const { problems, rater, party, sheets } = excluded
      const { said } = shell.m.words
      const told = {
        problems,
        data: { rater, subject: party && partyJson(party), sheets, excluded: !lift },
        done: [said.excluded({ rater, subject: party?.name ?? null, lift, sheets })],
        notDone: said.notExcluded,
        notes: problems.length > 0 || sheets === 0 ? [] : [said.runAgain(textOption(options, 'evaluation'))],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addExclusions(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'exclusions',
    examples: ['evaluation exclusions'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { showExclusions } = await import('../../work/evaluation/sheets.ts')
      const { column, said } = shell.m.words
      const { noun, exclusions } = showExclusions(shell.desk(), textOption(options, 'evaluation'))
      await shell.list<ShownExclusion>(
        {
          rows: exclusions,
          columns: [
            { title: column.rater!, cell: e => e.rater },
            { title: nameTitle(shell, noun), cell: e => e.party?.name ?? said.everybody },
            { title: column.reason!, cell: e => e.reason },
          ],
          json: ({ rater, reason, party }) => ({ rater, subject: party && partyJson(party), reason }),
        },
        options,
      )
    },
  })
}

function kindOption({ m }: Front): Option {
  return new Option('--rater-kind <kind>', m.words.help['--rater-kind'])
}

function subjectOption({ m }: Front): Option {
  return new Option('--subject <subject>', m.words.help['evaluation --subject'])
}

export async function districtOf(shell: Shell, options: Options): Promise<string | null> {
  const named = textOption(options, 'district')
  if (named === null) return null
  const { resolveDistrict } = await import('../../work/find-district.ts')
  return resolveDistrict(shell.desk(), named)
}
