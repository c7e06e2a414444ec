// evaluation: the versions of an evaluation - list, finalize, reopen, replay.
import { type Command, Option } from 'commander'
import type { Evaluation } from '../../store/evaluation.ts'
import type { RunSummary } from '../../work/evaluation/run-evaluation.ts'
import { reasonOf, textNeeded } from '../edit-verb.ts'
import { addVerb, evaluationOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { problemJson } from '../problem-text.ts'
import type { Shell } from '../shell.ts'
import { alignedCounts } from '../table.ts'

export function addVersionList(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'list',
    examples: ['evaluation list'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { listAllEvaluations } = await import('../../work/evaluation/open-evaluation.ts')
      const { column } = shell.m.words
      await shell.list(
        {
          rows: listAllEvaluations(shell.desk()),
          columns: [
            { title: column.id!, cell: e => e.id, align: 'right' },
            { title: column.version!, cell: e => e.version, align: 'right' },
            { title: column.scheme!, cell: e => e.scheme_id },
            { title: column.year!, cell: e => e.year, align: 'right' },
            { title: column.as_of!, cell: e => e.as_of },
            { title: column.status!, cell: e => statusText(shell, e) },
            { title: column.note!, cell: e => noteText(shell, e) },
          ],
          json: e => ({
            id: e.id,
            version: e.version,
            scheme: e.scheme_id,
            year: e.year,
            as_of: e.as_of,
            status: e.status,
            result_sha256: e.result_sha256,
            partial_reason: e.partial_reason,
            reopened_reason: e.reopened_reason,
          }),
        },
        options,
      )
    },
  })
}

function statusText(shell: Shell, { status, reopened_reason }: Evaluation): string {
  const { said, value } = shell.m.words
  return reopened_reason === null ? value.evaluationStatus[status] : said.reopenedStatus
}

function noteText(shell: Shell, { partial_reason, reopened_reason }: Evaluation): string {
  const { labels, said } = shell.m.words
  const notes = [
    ...(partial_reason === null ? [] : [said.partial(partial_reason)]),
    ...(reopened_reason === null ? [] : [said.reopenedNote(reopened_reason)]),
  ]
  return notes.join(labels.stop)
}

/** Beside results: that they were finalized with gaps, or are of a version that was opened again. */
export function tellVersion(shell: Shell, { version, partial_reason, reopened_reason }: Evaluation): void {
  const { said } = shell.m.words
  if (reopened_reason !== null)
    shell.say(shell.color.yellow(said.superseded({ version, reason: reopened_reason })))
  if (partial_reason !== null) shell.say(shell.color.yellow(said.partial(partial_reason)))
}

export function addVersionVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'finalize',
    examples: ['evaluation finalize --allow-partial --reason 缺评分的不参加推荐'],
    options: [
      evaluationOption(front.m),
      new Option('--allow-partial', help['--allow-partial']),
      new Option('--reason <text>', help['--reason']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => finalize(shell, options),
  })
  addVerb(front, noun, {
    usage: 'reopen',
    examples: ['evaluation reopen --reason 处罚决定被撤销'],
    options: [
      evaluationOption(front.m),
      new Option('--reason <text>', help['--reason']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => reopen(shell, options),
  })
  addVerb(front, noun, {
    usage: 'replay',
    examples: ['evaluation replay', 'evaluation replay --evaluation 1@1 --json'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => replay(shell, options),
  })
}

async function finalize(shell: Shell, options: Options): Promise<void> {
  const { finalizeRun } = await import('../../work/evaluation/run-evaluation.ts')
  const reason = reasonOf(options)
  const partial = options.allowPartial === true ? reason : null
  const summary = finalizeRun(shell.desk(), textOption(options, 'evaluation'), partial)
  const { said } = shell.m.words
  if (summary.incomplete > 0) shell.say(shell.color.yellow(said.finalizedIncomplete(summary)))
  else if (options.allowPartial === true || reason !== null) shell.say(said.reasonUnused)
  await shell.show(summaryJson(summary), summaryLines(shell, summary, said.finalized(summary)), options)
  if (shell.format(options) === 'table')
    shell.say(said.next('evaluation notice', String(summary.evaluation.id)))
}

async function reopen(shell: Shell, options: Options): Promise<void> {
  const { reopenFinalized } = await import('../../work/evaluation/reopen-evaluation.ts')
  const reason = textNeeded(options, 'reason')
  const { evaluation, kept, candidates } = reopenFinalized(
    shell.desk(),
    textOption(options, 'evaluation'),
    reason,
  )
  const { id, scheme_id, year, as_of, status, version } = evaluation
  const { said } = shell.m.words
  if (candidates > 0) shell.say(shell.color.yellow(said.candidatesOutdated(candidates)))
  await shell.show(
    {
      id,
      scheme: scheme_id,
      year,
      as_of,
      status,
      version,
      reopened: { version: kept.version, reason, result_sha256: kept.result_sha256 },
      candidates,
    },
    [said.evaluationReopened({ id, version, kept: kept.version })],
    options,
  )
  if (shell.format(options) === 'table') shell.say(said.next('evaluation run', String(id)))
}

async function replay(shell: Shell, options: Options): Promise<void> {
  const { replayEvaluation } = await import('../../work/evaluation/replay-evaluation.ts')
  const { evaluation, agencies, by, digests, problems } = replayEvaluation(
    shell.desk(),
    textOption(options, 'evaluation'),
  )
  const { said } = shell.m.words
  const { id, version, status } = evaluation
  const same = problems.length === 0
  await shell.show(
    {
      evaluation: id,
      version,
      status,
      agencies,
      compared_by: by,
      same,
      digests,
      problems: problems.map(p => problemJson(shell.m, p)),
    },
    [
      said.replayed({ id, version, agencies, finalized: status === 'finalized', bytes: by === 'bytes' }),
      ...digests.map(d => said.digest({ part: d.part, found: d.found, same: d.kept === d.found })),
      same ? said.replaySame : said.replayDiffers(problems.length),
    ],
    options,
  )
  if (shell.format(options) === 'table') shell.problems(problems, 'error')
  if (!same) shell.exitCode = 3
}

export function summaryJson(summary: RunSummary): Record<string, unknown> {
  const { evaluation, agencies, incomplete, grades, changed } = summary
  return {
    evaluation: evaluation.id,
    version: evaluation.version,
    scheme: evaluation.scheme_id,
    year: evaluation.year,
    as_of: evaluation.as_of,
    status: evaluation.status,
    partial_reason: evaluation.partial_reason,
    agencies,
    incomplete,
    grades,
    changed,
  }
}

export function summaryLines(shell: Shell, summary: RunSummary, headline: string): string[] {
  const { labels, said } = shell.m.words
  const { partial_reason: partial } = summary.evaluation
  const counts = [
    ...summary.grades.map(g => [[...new Set([g.grade, g.label])].join(' ').trim(), g.agencies] as const),
    ...(summary.incomplete > 0 ? [[labels.incomplete, summary.incomplete] as const] : []),
  ]
  return [
    headline,
    ...alignedCounts(counts).map(line => `  ${line}`),
    ...(partial === null ? [] : [`  ${said.partial(partial)}`]),
  ]
}
