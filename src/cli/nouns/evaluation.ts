// evaluation: open, score sheets, check, run, show, explain, finalize.
import { type Command, Option } from 'commander'
import type { RunSummary } from '../../work/evaluation/run-evaluation.ts'
import { addVerb, evaluationOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { addImport } from '../import-verb.ts'
import { dayOption, yearOption } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { addByHandVerbs } from './evaluation-by-hand.ts'
import { addNoticeVerbs } from './evaluation-notices.ts'
import { addResultVerbs } from './evaluation-results.ts'
import { addScoreSheetVerbs } from './evaluation-sheets.ts'

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
    },
  })
  addVerb(front, noun, {
    usage: 'list',
    examples: ['evaluation list'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { listAllEvaluations } = await import('../../work/evaluation/open-evaluation.ts')
      const { column, value } = shell.m.words
      await shell.list(
        {
          rows: listAllEvaluations(shell.desk()),
          columns: [
            { title: column.id!, cell: e => e.id, align: 'right' },
            { title: column.scheme!, cell: e => e.scheme_id },
            { title: column.year!, cell: e => e.year, align: 'right' },
            { title: column.as_of!, cell: e => e.as_of },
            { title: column.status!, cell: e => value.evaluationStatus[e.status] },
          ],
          json: e => ({
            id: e.id,
            scheme: e.scheme_id,
            year: e.year,
            as_of: e.as_of,
            status: e.status,
            result_sha256: e.result_sha256,
          }),
        },
        options,
      )
    },
  })
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
    },
  })
  addResultVerbs(front, noun)
  addVerb(front, noun, {
    usage: 'finalize',
    examples: ['evaluation finalize'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { finalizeRun } = await import('../../work/evaluation/run-evaluation.ts')
      const summary = finalizeRun(shell.desk(), which(options), null)
      const { said } = shell.m.words
      if (summary.incomplete > 0) shell.say(shell.color.yellow(said.finalizedIncomplete(summary.incomplete)))
      await shell.show(summaryJson(summary), summaryLines(shell, summary, said.finalized(summary)), options)
    },
  })
  addScoreSheetVerbs(front, noun)
  addByHandVerbs(front, noun)
  addNoticeVerbs(front, noun)
}

function summaryJson(summary: RunSummary): Record<string, unknown> {
  const { evaluation, agencies, incomplete, grades, changed } = summary
  return {
    evaluation: evaluation.id,
    scheme: evaluation.scheme_id,
    year: evaluation.year,
    as_of: evaluation.as_of,
    status: evaluation.status,
    agencies,
    incomplete,
    grades,
    changed,
  }
}

function summaryLines(shell: Shell, summary: RunSummary, headline: string): string[] {
  const { labels } = shell.m.words
  const grades = summary.grades.map(g => `  ${g.grade} ${g.label}  ${g.agencies}`)
  return [
    headline,
    ...grades,
    ...(summary.incomplete > 0 ? [`  ${labels.incomplete}  ${summary.incomplete}`] : []),
  ]
}
