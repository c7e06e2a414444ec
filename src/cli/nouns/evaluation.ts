// evaluation: open, score sheets, check, run, show, explain.
import { type Command, Option } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import type { ShownResult } from '../../work/evaluation/show-results.ts'
import { explainJson, explainLines } from '../explain-text.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  type Options,
  outputOptions,
  textOption,
} from '../front.ts'
import { addImport } from '../import-verb.ts'
import { problemJson } from '../problem-text.ts'
import { dayOption, yearOption } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { addQuestionVerbs } from './evaluation-questions.ts'
import {
  addVersionList,
  addVersionVerbs,
  summaryJson,
  summaryLines,
  tellVersion,
} from './evaluation-versions.ts'

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
    usage: 'check',
    examples: ['evaluation check', 'evaluation check --json'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => check(shell, which(options), options),
  })
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
  addVerb(front, noun, {
    usage: 'show',
    examples: ['evaluation show', 'evaluation show --district 石景山区', 'evaluation show --format csv'],
    options: [evaluationOption(front.m), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => show(shell, which(options), options),
  })
  addVerb(front, noun, {
    usage: 'explain <agency>',
    examples: ['evaluation explain 91110105CXYL024935', 'evaluation explain 91110105CXYL024935 --json'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, [key = ''], options) => {
      const { explainResult } = await import('../../work/evaluation/show-results.ts')
      const found = explainResult(shell.desk(), which(options), key)
      tellVersion(shell, found.evaluation)
      await shell.show(
        explainJson(shell.m, found),
        explainLines(shell, shell.dataColor(options), found),
        options,
      )
    },
  })
  addVersionVerbs(front, noun)
  addQuestionVerbs(front, noun)
}

async function check(shell: Shell, which: string | null, options: Options): Promise<void> {
  const { checkEvaluation } = await import('../../work/evaluation/check-evaluation.ts')
  const { evaluation, gaps } = checkEvaluation(shell.desk(), which)
  const { column, said, labels } = shell.m.words
  const open = gaps.filter(g => g.open)
  await shell.list(
    {
      rows: gaps,
      columns: [
        { title: column.uscc!, cell: g => g.uscc },
        { title: column.weight!, cell: g => (g.open ? pointsText(g.weight) : labels.todo), align: 'right' },
        { title: column.finding!, cell: g => problemJson(shell.m, g.problem).message },
      ],
      json: g => ({
        uscc: g.uscc,
        name: g.name,
        district_code: g.district_code,
        indicator: g.indicator,
        weight: pointsText(g.weight),
        open: g.open,
        code: g.problem.code,
        message: problemJson(shell.m, g.problem).message,
      }),
    },
    options,
  )
  shell.say(
    said.checked(
      evaluation.id,
      new Set(open.map(g => g.agency_id)).size,
      open.length,
      gaps.length - open.length,
    ),
  )
  if (gaps.length > 0) shell.exitCode = 3
}

async function show(shell: Shell, which: string | null, options: Options): Promise<void> {
  const { resolveDistrict } = await import('../../work/find-district.ts')
  const { showResults } = await import('../../work/evaluation/show-results.ts')
  const named = textOption(options, 'district')
  const district = named === null ? null : resolveDistrict(shell.desk(), named)
  const { evaluation, results } = showResults(shell.desk(), which, district)
  tellVersion(shell, evaluation)
  const { column, value } = shell.m.words
  const between = (r: ShownResult) => `${pointsText(r.result.min_total)}–${pointsText(r.result.max_total)}`
  await shell.list(
    {
      rows: results,
      columns: [
        { title: column.rank!, cell: r => r.result.rank ?? '—', align: 'right' },
        { title: column.uscc!, cell: r => r.party.uscc ?? r.party.code },
        { title: column.name!, cell: r => r.party.name },
        { title: column.total!, cell: r => pointsText(r.result.total) ?? between(r), align: 'right' },
        { title: column.grade!, cell: r => r.result.grade ?? '—' },
        { title: column.status!, cell: r => value.resultStatus[statusOf(r)] },
      ],
      json: resultJson,
    },
    options,
  )
}

function statusOf(shown: ShownResult): 'complete' | 'incomplete' {
  return shown.result.total === null ? 'incomplete' : 'complete'
}

function resultJson(shown: ShownResult): Record<string, unknown> {
  const { party, result } = shown
  return {
    uscc: party.uscc,
    name: party.name,
    district_code: party.district_code,
    total: pointsText(result.total),
    min_total: pointsText(result.min_total),
    max_total: pointsText(result.max_total),
    computed_grade: result.computed_grade,
    grade: result.grade,
    decision: result.decision,
    rank: result.rank,
    vetoes: result.vetoes,
    status: statusOf(shown),
  }
}
