// evaluation: open, score sheets, check, run, show, explain.
import { type Command, Option } from 'commander'
import { addVerb, evaluationOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { addImport } from '../import-verb.ts'
import { dayOption, yearOption } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { addByHandVerbs } from './evaluation-by-hand.ts'
import { addNoticeVerbs } from './evaluation-notices.ts'
import { addQuestionVerbs } from './evaluation-questions.ts'
import { addResultVerbs } from './evaluation-results.ts'
import { addScoreSheetVerbs } from './evaluation-sheets.ts'
import { addVersionList, addVersionVerbs, summaryJson, summaryLines } from './evaluation-versions.ts'

export function addEvaluationVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  const which = (options: Options) => textOption(options, 'evaluation')
  addVerb(front, noun, {
    usage: 'open',
    examples: ['evaluation open --year 2014 --as-of 2014-10-31'],
    options: [
      new Option('--year <year>', help['--year']).makeOptionMandatory().argParser(yearOption),
      new Option('--as-of <date>', help['--as-of']),
      new Option('--scheme <id>', help['--scheme']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { openEvaluation } = await import('../../work/evaluation/open-evaluation.ts')
      const asOf = textOption(options, 'asOf')
      const evaluation = openEvaluation(shell.desk(), {
        year: Number(options.year),
        asOf: asOf === null ? null : dayOption('--as-of', asOf),
        scheme: textOption(options, 'scheme'),
      })
      const { id, scheme_id, year, as_of, status } = evaluation
      await shell.show(
        { id, scheme: scheme_id, year, as_of, status },
        [shell.m.words.said.opened(evaluation)],
        options,
      )
      await tellElsewhere(shell, String(id))
      if (shell.format(options) === 'table')
        shell.say(shell.m.words.said.next('evaluation template', String(id)))
    },
  })
  addVersionList(front, noun)
  addImport(
    front,
    noun,
    ['evaluation import samples/city/scores.csv --dry-run'],
    async (desk, source, options, given) => {
      const { importSheets } = await import('../../work/imports/import-sheets.ts')
      return importSheets(desk, which(given), source, options)
    },
    [evaluationOption(front.m)],
  )
  addVerb(front, noun, {
    usage: 'run',
    examples: ['evaluation run'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { runEvaluation } = await import('../../work/evaluation/run-evaluation.ts')
      const summary = await runEvaluation(shell.desk(), which(options))
      await shell.show(
        summaryJson(summary),
        summaryLines(shell, summary, shell.m.words.said.ran(summary)),
        options,
      )
      await tellElsewhere(shell, which(options))
      if (shell.format(options) === 'table')
        shell.say(shell.m.words.said.next('evaluation finalize', which(options)))
    },
  })
  addResultVerbs(front, noun)
  addVersionVerbs(front, noun)
  addQuestionVerbs(front, noun)
  addScoreSheetVerbs(front, noun)
  addByHandVerbs(front, noun)
  addNoticeVerbs(front, noun)
}

/** Who is left out because the register has it as another kind. */
async function tellElsewhere(shell: Shell, which: string | null): Promise<void> {
  const { countElsewhere } = await import('../../work/evaluation/party.ts')
  const found = countElsewhere(shell.desk(), which)
  if (found) shell.say(shell.color.yellow(shell.m.words.said.elsewhere(found)))
}
