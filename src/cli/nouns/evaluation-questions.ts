// evaluation: questions to results that change nothing - compare, what-if, robustness.
import { type Command, Option } from 'commander'
import { decimalText, pointsText } from '../../domain/exact.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { PairAtLine } from '../../work/evaluation/robustness.ts'
import { differenceColumns, differenceJson } from '../difference-text.ts'
import {
  addVerb,
  collected,
  districtOption,
  evaluationOption,
  type Front,
  type Options,
  outputOptions,
  textOption,
} from '../front.ts'
import { dayOption } from '../settings.ts'
import type { Shell } from '../shell.ts'

export function addQuestionVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'compare <before> <after>',
    examples: ['evaluation compare 1 1', 'evaluation compare 2013 2013 --all --format csv'],
    options: [new Option('--all', help['compare --all']), ...outputOptions(front.m)],
    run: async (shell, [before = '', after = ''], options) => compare(shell, before, after, options),
  })
  addVerb(front, noun, {
    usage: 'what-if [agency]',
    examples: [
      'evaluation what-if --without TS2013-001',
      'evaluation what-if 91110105CXJG000159 --weight self=0 --as-of 2013-12-31',
      'evaluation what-if --cap 60 --points 16=6',
    ],
    options: [
      evaluationOption(front.m),
      new Option('--without <record>', help['--without']).argParser(collected),
      new Option('--weight <kind=number>', help['--weight']).argParser(paired('--weight')),
      new Option('--points <indicator=number>', help['--points']).argParser(paired('--points')),
      new Option('--cap <percent>', help['--cap']),
      new Option('--as-of <date>', help['what-if --as-of']),
      new Option('--all', help['compare --all']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [agency], options) => suppose(shell, agency ?? null, options),
  })
  addVerb(front, noun, {
    usage: 'robustness',
    examples: ['evaluation robustness', 'evaluation robustness --seed 20131104 --runs 200 --district 朝阳区'],
    options: [
      evaluationOption(front.m),
      districtOption(front.m),
      new Option('--seed <text>', help['robustness --seed']),
      new Option('--runs <number>', help['--runs']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => robustness(shell, options),
  })
}

/** Collects `NAME=NUMBER`, given as often as needed. */
function paired(option: string) {
  return (text: string, before: ReadonlyMap<string, string> = new Map()): Map<string, string> => {
    const [, name, value] = /^(.+)=(.+)$/.exec(text) ?? []
    if (name === undefined || value === undefined)
      throw new Refusal('CX6002', { value: text, option, allowed: 'NAME=NUMBER' })
    return new Map([...before, [name, value]])
  }
}

async function compare(shell: Shell, first: string, second: string, options: Options): Promise<void> {
  const { compareEvaluations } = await import('../../work/evaluation/compare-evaluations.ts')
  const { isRankOnly } = await import('../../work/evaluation/differences.ts')
  const { before, after, scheme, differences } = compareEvaluations(shell.desk(), first, second)
  const all = options.all === true
  const rows = differences.filter(d => all || d.moved)
  const moved = differences.filter(d => d.moved).length
  const rankOnly = differences.filter(isRankOnly).length
  const counts = { subjects: differences.length, moved, rank_only: rankOnly }
  await shell.list(
    {
      rows,
      columns: differenceColumns(shell, scheme),
      json: differenceJson,
      data: {
        before: evaluationJson(before),
        after: evaluationJson(after),
        ...counts,
        differences: rows.map(differenceJson),
      },
    },
    options,
  )
  const named = { before: nameOf(before), after: nameOf(after) }
  shell.say(
    shell.m.words.said.compared({
      ...named,
      subjects: differences.length,
      subject: scheme.applies_to.subject,
      moved,
      rankOnly,
      all,
    }),
  )
}

function nameOf({ id, version }: Evaluation): string {
  return `${id}@${version}`
}

function evaluationJson(evaluation: Evaluation): Record<string, unknown> {
  const { id, version, scheme_id, year, as_of, status } = evaluation
  return { evaluation: id, version, scheme: scheme_id, year, as_of, status }
}

async function suppose(shell: Shell, agency: string | null, options: Options): Promise<void> {
  const { whatIf } = await import('../../work/evaluation/what-if.ts')
  const { isRankOnly } = await import('../../work/evaluation/differences.ts')
  const asOf = textOption(options, 'asOf')
  const asked = {
    subject: agency,
    without: (options.without as string[] | undefined) ?? [],
    weights: (options.weight as Map<string, string> | undefined) ?? new Map<string, string>(),
    points: (options.points as Map<string, string> | undefined) ?? new Map<string, string>(),
    cap: textOption(options, 'cap'),
    as_of: asOf === null ? null : dayOption('--as-of', asOf),
  }
  const found = whatIf(shell.desk(), textOption(options, 'evaluation'), asked)
  const { evaluation, scheme, subject, without, differences } = found
  const all = options.all === true
  const isNamed = (d: (typeof differences)[number]) =>
    subject !== null && d.agency_id === subject.agency_id && d.subject_id === subject.subject_id
  const changes = differences.filter(d => d.nomination && d.nomination.before !== d.nomination.after)
  const rows = differences.filter(
    d => all || isNamed(d) || changes.includes(d) || (subject === null && d.moved),
  )
  const gains = changes.filter(d => d.nomination?.after === 'nominated')
  const loses = changes.filter(d => d.nomination?.before === 'nominated')
  const moved = differences.filter(d => d.moved).length
  const rankOnly = differences.filter(isRankOnly).length
  const briefly = (list: typeof differences) =>
    list.map(({ uscc, name, district_code }) => ({ uscc, name, district_code }))
  await shell.list(
    {
      rows,
      columns: [
        ...differenceColumns(shell, scheme),
        ...(differences.some(d => d.nomination) ? nominationColumns(shell) : []),
      ],
      json: supposedJson,
      data: {
        ...evaluationJson(evaluation),
        supposed: {
          as_of: found.as_of,
          without,
          weights: Object.fromEntries(asked.weights),
          points: Object.fromEntries(asked.points),
          cap: asked.cap,
        },
        subjects: differences.length,
        moved,
        rank_only: rankOnly,
        nominations: { gains: briefly(gains), loses: briefly(loses) },
        differences: rows.map(supposedJson),
      },
    },
    options,
  )
  const { said } = shell.m.words
  const given = [
    ...[...asked.weights].map(([kind, weight]) => `--weight ${kind}=${weight}`),
    ...[...asked.points].map(([indicator, points]) => `--points ${indicator}=${points}`),
    ...(asked.cap === null ? [] : [`--cap ${asked.cap}`]),
  ]
  shell.say(said.supposed({ evaluation: nameOf(evaluation), asOf: found.as_of, without, given }))
  shell.say(
    said.supposedMoved({
      subjects: differences.length,
      subject: scheme.applies_to.subject,
      moved,
      rankOnly,
      all,
    }),
  )
  if (differences.some(d => d.nomination)) {
    shell.say(said.gains(gains.map(d => d.name)))
    shell.say(said.loses(loses.map(d => d.name)))
  }
}

type Supposed = import('../../work/evaluation/what-if.ts').WhatIf['differences'][number]

function supposedJson(difference: Supposed): Record<string, unknown> {
  return { ...differenceJson(difference), nomination: difference.nomination }
}

function nominationColumns(shell: Shell) {
  const { column, value, labels } = shell.m.words
  const word = (d: Supposed, side: 'before' | 'after') => {
    const decision = d.nomination?.[side]
    return decision ? value.decision[decision] : labels.none
  }
  return [
    { title: column.nomination_before!, cell: (d: Supposed) => word(d, 'before') },
    { title: column.nomination_after!, cell: (d: Supposed) => word(d, 'after') },
  ]
}

const MOST_RUNS = 100_000

async function robustness(shell: Shell, options: Options): Promise<void> {
  const { robustnessOf } = await import('../../work/evaluation/robustness.ts')
  const runs = textOption(options, 'runs') ?? '1000'
  if (!/^[1-9]\d{0,5}$/.test(runs) || Number(runs) > MOST_RUNS)
    throw new Refusal('CX6002', { value: runs, option: '--runs', allowed: `1–${MOST_RUNS}` })
  const seed = textOption(options, 'seed')?.trim() || '1'
  const { evaluation, variation, pairs, tied } = robustnessOf(
    shell.desk(),
    textOption(options, 'evaluation'),
    { district: textOption(options, 'district'), seed, runs: Number(runs) },
  )
  const { column, said } = shell.m.words
  const percent = (share: number) => decimalText(share * 10_000)
  const varied = {
    seed,
    runs: Number(runs),
    weights: percent(variation.weights),
    ratings: percent(variation.ratings),
  }
  const data = {
    ...evaluationJson(evaluation),
    seed,
    runs: Number(runs),
    weights_percent: varied.weights,
    ratings_percent: varied.ratings,
    pairs: pairs.map(pairJson),
    tied: tied.map(({ code, name }) => ({ district_code: code, district: name })),
  }
  if (shell.format(options) === 'table') {
    const lines = [
      ...pairs.map(p => said.firmness(spoken(p, Number(runs)))),
      ...tied.map(d => said.tiedAtLine(d.name)),
    ]
    await shell.show(data, [said.varied(varied), ...(lines.length > 0 ? lines : [said.noPairs])], options)
    return
  }
  const columns = [
    { title: column.district!, cell: (p: PairAtLine) => p.pool.name },
    { title: column.nominated!, cell: (p: PairAtLine) => p.nominated.party.name },
    { title: column.passed_over!, cell: (p: PairAtLine) => p.passed_over.party.name },
    { title: column.swapped!, cell: (p: PairAtLine) => p.swapped },
    { title: column.equal!, cell: (p: PairAtLine) => p.equal },
  ]
  await shell.list({ rows: pairs, columns, json: pairJson, data }, options)
  shell.say(said.varied(varied))
}

function spoken({ pool, nominated, passed_over, swapped, equal }: PairAtLine, runs: number) {
  return {
    district: pool.name,
    runs,
    nominated: nominated.party.name,
    nominatedTotal: pointsText(nominated.total),
    passedOver: passed_over.party.name,
    passedOverTotal: pointsText(passed_over.total),
    swapped,
    equal,
  }
}

function pairJson({ pool, nominated, passed_over, swapped, equal }: PairAtLine): Record<string, unknown> {
  const side = ({ party, total }: PairAtLine['nominated']) => {
    const { uscc, name } = party
    return { uscc, name, total: pointsText(total) }
  }
  return {
    district_code: pool.code,
    district: pool.name,
    nominated: side(nominated),
    passed_over: side(passed_over),
    swapped,
    equal,
  }
}
