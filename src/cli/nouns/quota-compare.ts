// quota compare: methods side by side, against the official table, with what is odd about them.
import { type Command, Option } from 'commander'
import { COMPUTED, type Computed } from '../../domain/quota/method.ts'
import type { ComparedRow, Comparison } from '../../work/quota/compare.ts'
import { addVerb, type Front, outputOptions } from '../front.ts'
import type { ListColumn, Shell } from '../shell.ts'
import { askedOf, askingOptions, whole } from './quota-asked.ts'

const MOST_TOTALS = 1000

export function addComparing(front: Front, noun: Command): void {
  const { help } = front.m.words
  const table = '--input samples/city/quota.csv --factor 推荐名额=1'
  addVerb(front, noun, {
    usage: 'compare',
    examples: [
      `quota compare ${table} --seats 100`,
      `quota compare ${table} --seats 100 --method dhondt --method adams --range 20 --json`,
    ],
    options: [
      ...askingOptions(front.m),
      new Option('--method <name...>', help['quota compare --method']).choices(COMPUTED),
      new Option('--range <number>', help['--range']).argParser(whole('--range', 1, MOST_TOTALS)),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { compareQuotas } = await import('../../work/quota/compare.ts')
      const asked = await askedOf(shell, options)
      const wanted = (options.method as Computed[] | undefined) ?? COMPUTED
      const range = typeof options.range === 'number' ? options.range : 1
      const comparison = await compareQuotas(shell.desk(), asked, wanted, range)
      const { rows, methods: summaries, seats, warnings } = comparison
      await shell.list(
        {
          rows,
          columns: columnsOf(shell, comparison),
          json: r => r,
          data: { rows, methods: summaries, seats },
        },
        options,
        warnings,
      )
      if (shell.format(options) === 'table') shell.problems(warnings, 'warning')
      for (const line of summaryLines(shell, comparison)) shell.say(line)
      if (summaries.some(one => one.infeasible !== null)) shell.exitCode = 3
    },
  })
}

function columnsOf({ m }: Shell, { rows, methods: compared }: Comparison): ListColumn<ComparedRow>[] {
  const { column, labels, value } = m.words
  const right = 'right' as const
  return [
    { title: column.allotted_unit!, cell: r => r.unit },
    { title: column.weight_given!, cell: r => r.weight, align: right },
    { title: column.exact_quota!, cell: r => r.quota, align: right },
    ...(rows.some(r => r.official !== null)
      ? [{ title: column.official!, cell: (r: ComparedRow) => r.official ?? labels.none, align: right }]
      : []),
    ...compared.map(({ method, open }) => ({
      title: value.quotaMethod[method],
      // Whoever ties may get one more.
      cell: (r: ComparedRow) =>
        open.includes(r.unit) ? `${r.seats[method]}+?` : (r.seats[method] ?? labels.none),
      align: right,
    })),
  ]
}

function summaryLines({ m }: Shell, { rows, methods: compared }: Comparison): string[] {
  const { said, value } = m.words
  const officially = rows.some(row => row.official !== null)
  return compared.flatMap(one => {
    const method = value.quotaMethod[one.method]
    return [
      ...one.ties.map(tie => said.methodTied({ method, ...tie })),
      ...(officially && one.gains.length + one.losses.length + one.open.length > 0
        ? [said.methodMoved({ ...one, method })]
        : []),
      ...(one.quota_violations.length > 0
        ? [said.methodViolates({ method, violations: one.quota_violations })]
        : []),
    ]
  })
}
