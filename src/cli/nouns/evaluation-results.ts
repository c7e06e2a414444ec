// evaluation check, show, explain: what is missing, what came out, and why.

import { type Command, InvalidArgumentError, Option } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { ResultSort, ResultStatus, ShownResult } from '../../work/evaluation/show-results.ts'
import { explainJson } from '../explain-json.ts'
import { explainColumns, explainRows } from '../explain-table.ts'
import { explainLines } from '../explain-text.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  outputOptions,
  PaperFormat,
  textOption,
} from '../front.ts'
import { sortOf, sortOptions } from '../list-filters.ts'
import { writePapers } from '../papers-out.ts'
import { codeTitle, nameTitle } from '../party-columns.ts'
import { problemJson } from '../problem-text.ts'
import type { Shell } from '../shell.ts'
import { tellVersion } from './evaluation-versions.ts'

/** Fields by which results are sorted. */
const SORTS: readonly ResultSort[] = ['rank', 'total', 'name', 'district_code', 'grade', 'type']

export function addResultVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'check',
    examples: ['evaluation check', 'evaluation check --district 石景山区 --json'],
    options: [evaluationOption(front.m), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => check(shell, options),
  })
  addVerb(front, noun, {
    usage: 'show',
    examples: [
      'evaluation show',
      'evaluation show --district 石景山区',
      'evaluation show --grade A --limit 10',
      'evaluation show --status incomplete --format csv',
    ],
    options: [
      evaluationOption(front.m),
      districtOption(front.m),
      new Option('--grade <grade>', help['--grade']),
      new Option('--status <status>', help['--status']).choices(['complete', 'incomplete']),
      ...sortOptions(front.m, SORTS),
      new Option('--limit <n>', help['--limit']).argParser(countOption),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => show(shell, options),
  })
  addVerb(front, noun, {
    usage: 'explain <subject>',
    examples: [
      'evaluation explain 91110105CXYL024935',
      'evaluation explain 91110105CXYL024935 --ratings',
      'evaluation explain 91110105CXYL024935 --json',
      'evaluation explain 91110105CXYL024935 --format html -o explained.html',
      'evaluation explain 91110105CXYL024935 --format docx -o explained.docx',
    ],
    options: [
      evaluationOption(front.m),
      new Option('--ratings', help['--ratings']),
      new PaperFormat('-f, --format <format>', help['--explain-format']).choices([
        ...['table', 'csv', 'json', 'ndjson'],
        ...['html', 'docx'],
      ]),
      new Option('--json', help['--json']),
      new Option('--out <folder>', help['evaluation explain --out']),
      ...fileOptions(front.m),
    ],
    run: async (shell, [key = ''], options) => explain(shell, key, options),
  })
}

function countOption(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError(text)
  return Number(text)
}

async function explain(shell: Shell, key: string, options: Options): Promise<void> {
  const which = textOption(options, 'evaluation')
  const singles = options.ratings === true
  const format = textOption(options, 'format')
  if (options.json !== true && (format === 'html' || format === 'docx')) {
    const { explanationPaper } = await import('../../work/papers/explanation.ts')
    await writePapers(shell, [explanationPaper(shell.desk(), which, key, { singles, format })], options)
    return
  }
  const { explainResult } = await import('../../work/evaluation/explain-result.ts')
  const { explanationOf } = await import('../../work/evaluation/explanation.ts')
  const explained = explainResult(shell.desk(), which, key)
  tellVersion(shell, explained.evaluation)
  const explanation = explanationOf(shell.m, explained, singles)
  const { warnings } = explained
  if (shell.format(options) === 'csv') {
    const rows = explainRows(explained, explanation)
    await shell.list({ rows, columns: explainColumns(shell.m), json: row => row }, options)
  } else {
    const lines = explainLines(shell, shell.dataColor(options), explanation, shell.width(options))
    await shell.show(explainJson(shell.m, explained), lines, options, warnings)
  }
  if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
}

async function check(shell: Shell, options: Options): Promise<void> {
  const { checkEvaluation } = await import('../../work/evaluation/check-evaluation.ts')
  const { evaluation, scheme, gaps, setAside } = checkEvaluation(
    shell.desk(),
    textOption(options, 'evaluation'),
    textOption(options, 'district'),
  )
  const { column, said, labels } = shell.m.words
  const open = gaps.filter(g => g.open)
  const message = (g: (typeof gaps)[number]) => problemJson(shell.m, g.problem).message
  await shell.list(
    {
      rows: gaps,
      columns: [
        {
          title: codeTitle(shell, scheme.applies_to.subject),
          cell: g => g.party?.uscc ?? g.party?.code ?? null,
        },
        { title: column.weight!, cell: g => (g.open ? pointsText(g.weight) : labels.todo), align: 'right' },
        { title: said.explanation.columns.explanation, cell: message },
      ],
      json: g => ({
        uscc: g.party?.uscc ?? null,
        name: g.party?.name ?? null,
        district_code: g.party?.district_code ?? null,
        indicator: g.indicator,
        weight: pointsText(g.weight),
        open: g.open,
        code: g.problem.code,
        message: message(g),
        subject_code: g.party?.code ?? null,
      }),
    },
    options,
  )
  const subjects = new Set(open.map(g => g.party?.agency_id ?? g.party?.subject_id))
  shell.say(
    said.explanation.checked({
      ...{ id: evaluation.id, subject: scheme.applies_to.subject, subjects: subjects.size },
      ...{ open: open.length, todo: gaps.length - open.length },
    }),
  )
  if (setAside.withdrawn + setAside.excluded > 0) shell.say(said.explanation.setAside(setAside))
  if (gaps.length > 0) shell.exitCode = 3
}

async function show(shell: Shell, options: Options): Promise<void> {
  const { resolveDistrict } = await import('../../work/find-district.ts')
  const { showResults, statusOf } = await import('../../work/evaluation/show-results.ts')
  const named = textOption(options, 'district')
  const { sort, descending } = sortOf(options, SORTS)
  const { evaluation, results, scheme } = showResults(shell.desk(), textOption(options, 'evaluation'), {
    district: named === null ? null : resolveDistrict(shell.desk(), named),
    grade: textOption(options, 'grade'),
    status: textOption(options, 'status') as ResultStatus | null,
    sort: sort as ResultSort | null,
    descending,
    limit: typeof options.limit === 'number' ? options.limit : null,
  })
  tellVersion(shell, evaluation)
  const { column, value, labels, said } = shell.m.words
  const totalText = ({ result }: ShownResult) =>
    hasPoints(scheme)
      ? (pointsText(result.total) ?? `${pointsText(result.min_total)}–${pointsText(result.max_total)}`)
      : labels.none
  const typeName = (id: string | null) => scheme.applies_to.types.find(t => t.id === id)?.name ?? id
  const ofTypes = scheme.applies_to.types.length > 0
  await shell.list(
    {
      rows: results,
      columns: [
        { title: column.rank!, cell: r => r.result.rank ?? '—', align: 'right' },
        { title: codeTitle(shell, scheme.applies_to.subject), cell: r => r.party.uscc ?? r.party.code },
        { title: nameTitle(shell, scheme.applies_to.subject), cell: r => r.party.name },
        ...(ofTypes
          ? [{ title: said.explanation.columns.type, cell: (r: ShownResult) => typeName(r.type) }]
          : []),
        { title: column.total!, cell: totalText, align: 'right' },
        { title: column.grade!, cell: r => r.result.grade ?? gradesText(r) },
        { title: column.status!, cell: r => value.resultStatus[statusOf(scheme, r)] },
      ],
      json: r => ({ ...resultJson(r), status: statusOf(scheme, r), code: r.party.code, ...moreJson(r) }),
    },
    options,
  )
}

function gradesText({ grades }: ShownResult): string {
  if (grades === null) return '—'
  return grades.lowest === grades.highest ? grades.lowest! : `${grades.lowest}–${grades.highest}`
}

/** The keys of the contract, in its order. */
function resultJson({ party, result }: ShownResult): Record<string, unknown> {
  return {
    uscc: party.uscc,
    name: party.name,
    district_code: party.district_code,
    total: pointsText(result.total),
    min_total: pointsText(result.min_total),
    max_total: pointsText(result.max_total),
    computed_grade: result.computed_grade,
    grade: result.grade,
    rank: result.rank,
    vetoes: result.vetoes,
  }
}

function moreJson({ result, type, grades }: ShownResult): Record<string, unknown> {
  return { type, decision: result.decision, grades }
}
