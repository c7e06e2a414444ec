// quota allocate, explain: places that are computed, adopted and told place by place.
import { type Command, Option } from 'commander'
import { problem } from '../../domain/problem.ts'
import { type Step, stepsOf } from '../../domain/quota/steps.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { AdoptOutcome } from '../../work/quota/adopt.ts'
import type { Allocation, AllottedRow } from '../../work/quota/allocation.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { problemJson } from '../problem-text.ts'
import type { ListColumn, Shell } from '../shell.ts'
import { askedOf, askingOptions, methodOf, methodOption } from './quota-asked.ts'
import { explainedLines, span } from './quota-explained.ts'

/** Places of another total, in the ratio of the official ones. */
const TABLE = '--input samples/city/quota.csv --factor 推荐名额=1'

export function addAllocating(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'allocate',
    examples: [
      `quota allocate ${TABLE} --seats 100 --method sainte-lague`,
      `quota allocate ${TABLE} --seats 100 --method dhondt --min 2 --steps`,
      `quota allocate ${TABLE} --seats 120 --method huntington-hill --adopt --reason 市局会议纪要〔2013〕6号`,
    ],
    options: [
      ...askingOptions(front.m),
      methodOption(front.m),
      new Option('--steps', help['--steps']).conflicts('adopt'),
      new Option('--adopt', help['--adopt']),
      new Option('--settle <unit>', help['--settle']).argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
      new Option('--reason <text>', help['quota allocate --reason']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const adopting = options.adopt === true
      const asked = await askedOf(shell, options, adopting)
      if (adopting) {
        const { adopt } = await import('../../work/quota/adopt.ts')
        const decision = {
          reason: textOption(options, 'reason')?.trim() || null,
          settle: (options.settle as string[] | undefined) ?? [],
        }
        await tellAdopted(shell, await adopt(shell.desk(), asked, methodOf(options), decision), options)
        return
      }
      if (options.settle !== undefined)
        throw new Refusal('CX6001', { message: shell.m.words.usage.missingOption('--adopt') })
      const { allocate } = await import('../../work/quota/allocation.ts')
      await tell(shell, await allocate(shell.desk(), asked, methodOf(options)), options)
    },
  })
  addVerb(front, noun, {
    usage: 'explain <unit>',
    examples: ['quota explain 朝阳区', `quota explain 朝阳区 ${TABLE} --seats 100 --method huntington-hill`],
    options: [...askingOptions(front.m), methodOption(front.m), ...outputOptions(front.m)],
    run: async (shell, [unit = ''], options) => {
      const { explainAdopted, explainComputed } = await import('../../work/quota/explain.ts')
      if (options.input === undefined) {
        const explained = explainAdopted(shell.desk(), textOption(options, 'scheme'), unit)
        await shell.show(explained, explainedLines(shell.m, explained), options)
        return
      }
      const asked = await askedOf(shell, options)
      const method = methodOf(options)
      const { explained, allocation } = await explainComputed(shell.desk(), asked, method, unit)
      if (explained === null) {
        await tell(shell, allocation, options)
        return
      }
      if (shell.format(options) === 'table') shell.problems(allocation.warnings, 'warning')
      await shell.show(explained, explainedLines(shell.m, explained), options, allocation.warnings)
    },
  })
}

async function tell(shell: Shell, allocation: Allocation, options: Options): Promise<void> {
  const { warnings, infeasible, seats } = allocation
  if (options.steps === true && infeasible === null) await listSteps(shell, allocation, options)
  else await listRows(shell, allocation, {}, options)
  if (shell.format(options) === 'table') shell.problems(warnings, 'warning')
  if (options.ratio !== undefined) shell.say(shell.m.words.said.quotaByRatio(seats))
  if (infeasible !== null) {
    shell.problems([problem('CX1304', infeasible)], 'error')
    shell.exitCode = 3
  } else shell.say(sumLine(shell, allocation))
}

async function tellAdopted(shell: Shell, outcome: AdoptOutcome, options: Options): Promise<void> {
  const { allocation, departures, settled, changes, unchanged } = outcome
  const { said } = shell.m.words
  const { infeasible } = allocation
  const problems = infeasible === null ? outcome.problems : [problem('CX1304', infeasible)]
  const adopted = problems.length === 0
  const data = {
    adopted,
    unchanged,
    settled,
    departures,
    changes,
    problems: problems.map(p => problemJson(shell.m, p)),
  }
  await listRows(shell, allocation, data, options)
  if (shell.format(options) === 'table') shell.problems(allocation.warnings, 'warning')
  shell.problems(problems, 'error')
  if (!adopted) {
    shell.fail(said.quotaNotAdopted)
    shell.exitCode = 3
    return
  }
  if (!unchanged) shell.say(said.quotaChanged(changes))
  for (const departure of departures) shell.say(said.quotaDeparts(departure))
  if (settled.length > 0) shell.say(said.quotaSettled(settled))
  shell.say(sumLine(shell, allocation))
  shell.say(unchanged ? said.quotaUnchanged : said.quotaAdopted(allocation.scheme!.id))
}

function sumLine({ m }: Shell, { method, total, seats }: Allocation): string {
  const { said, value } = m.words
  return said.quotaAllotted({ method: value.quotaMethod[method], total, seats })
}

async function listRows(
  shell: Shell,
  allocation: Allocation,
  more: Record<string, unknown>,
  options: Options,
): Promise<void> {
  const { rows, method, total, seats, ties, allotment, infeasible, warnings } = allocation
  const steps = () => (allotment === null ? [] : stepsOf(allotment))
  const wanted = shell.format(options) === 'json'
  const data = wanted ? { rows, total, method, seats, ties, steps: steps(), infeasible, ...more } : undefined
  await shell.list({ rows, columns: rowColumns(shell, rows), json: row => row, data }, options, warnings)
}

function rowColumns({ m }: Shell, rows: readonly AllottedRow[]): ListColumn<AllottedRow>[] {
  const { column, labels } = m.words
  const shown: [string, boolean, (row: AllottedRow) => string | number | null][] = [
    [column.weight_given!, rows.some(r => r.weight !== null), r => r.weight],
    [column.exact_quota!, rows.some(r => r.quota !== null), r => r.quota],
    [column.min_seats!, rows.some(r => r.min > 0), r => r.min],
    [column.max_seats!, rows.some(r => r.max !== null), r => r.max],
    [column.seats!, true, r => r.seats],
    [column.used!, rows.some(r => r.used > 0), r => r.used],
    [column.available!, rows.some(r => r.used > 0), r => r.available],
    [column.official!, rows.some(r => r.official !== null), r => r.official],
  ]
  return [
    ...(rows.some(r => r.district_code !== null)
      ? [{ title: column.district_code!, cell: (r: AllottedRow) => r.district_code }]
      : []),
    { title: column.allotted_unit!, cell: r => r.unit },
    ...shown
      .filter(([, is]) => is)
      .map(([title, , cell]) => ({
        ...{ title, align: 'right' as const },
        cell: (row: AllottedRow) => cell(row) ?? labels.none,
      })),
  ]
}

async function listSteps(shell: Shell, { allotment }: Allocation, options: Options): Promise<void> {
  const { column, value } = shell.m.words
  const rows = allotment === null ? [] : stepsOf(allotment)
  const columns: ListColumn<Step>[] = [
    { title: column.place!, cell: s => span(s), align: 'right' },
    { title: column.allotted_unit!, cell: s => s.unit },
    { title: column.got_by!, cell: s => value.gotBy[s.by] },
    { title: column.claim!, cell: s => s.decimal, align: 'right' },
    { title: column.claim_formula!, cell: s => s.claim },
    { title: column.next_unit!, cell: s => s.next },
    { title: column.next_claim!, cell: s => s.next_decimal, align: 'right' },
  ]
  await shell.list({ rows, columns, json: s => s }, options)
}
