// inspection coverage, summary: who was inspected, and the upward table with the records behind each number.
import { type Command, Option } from 'commander'
import { percentText } from '../../domain/exact.ts'
import type { Values } from '../../domain/imports/column.ts'
import type { Coverage } from '../../domain/inspection/due.ts'
import { type Figure, type SummaryFigure, toldAmount } from '../../domain/inspection/summary.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Messages } from '../../messages/messages.ts'
import type { DistrictCoverage } from '../../work/inspection/coverage.ts'
import {
  addVerb,
  districtOption,
  type Front,
  type Options,
  outputOptions,
  textOption,
  yearOption,
} from '../front.ts'
import type { Shell } from '../shell.ts'

/** Which part of the campaign a table is about. */
function partOptions({ m }: Front): Option[] {
  const { help } = m.words
  return [
    yearOption(help['inspection --year']!),
    new Option('--batch <name>', help['--batch']),
    districtOption(m),
  ]
}

function partOf(options: Options) {
  const year = textOption(options, 'year')
  return {
    year: year === null ? null : Number(year),
    batch: textOption(options, 'batch'),
    district: textOption(options, 'district'),
  }
}

export function addCoverage(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'coverage',
    examples: [
      'inspection coverage',
      'inspection coverage --district 朝阳区 --missing',
      'inspection coverage --year 2013 --batch 春雷2013 --json',
    ],
    options: [
      ...partOptions(front),
      new Option('--missing', front.m.words.help['inspection coverage --missing']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { coverageOf } = await import('../../work/inspection/coverage.ts')
      const { rows, warnings, clause, ...days } = coverageOf(shell.desk(), partOf(options))
      const missing = rows
        .filter(row => row.district !== null)
        .flatMap(({ missing, district }) =>
          missing.map(({ id, uscc, name, district_code }) => ({ id, uscc, name, district_code, district })),
        )
      const { column, labels, said } = shell.m.words
      const right = { align: 'right' as const }
      const json = ({ missing, ...row }: DistrictCoverage) => ({
        ...row,
        missing: missing.length,
        rate: rateOf(row),
      })
      const data = { ...days, rows: rows.map(json), ...(options.missing === true ? { missing } : {}) }
      if (options.missing === true) {
        const columns = ['id', 'uscc', 'name', 'district'] as const
        await shell.list(
          {
            rows: missing,
            columns: columns.map(key => ({
              title: column[key]!,
              cell: (row: (typeof missing)[number]) => row[key],
            })),
            json: row => row,
            data,
          },
          options,
          warnings,
        )
      } else
        await shell.list(
          {
            rows,
            columns: [
              { title: column.district!, cell: r => r.district ?? labels.all },
              { title: column.to_inspect!, cell: r => r.to_inspect, ...right },
              { title: column.inspected!, cell: r => r.inspected, ...right },
              { title: column.inspected_rate!, cell: r => rateOf(r) ?? labels.none, ...right },
              { title: column.license_unknown!, cell: r => r.license_unknown, ...right },
            ],
            json,
            data,
          },
          options,
          warnings,
        )
      if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
      shell.say(said.coverageDays({ ...days, clause }))
    },
  })
}

const rateOf = (row: Pick<Coverage, 'inspected' | 'to_inspect'>) => percentText(row.inspected, row.to_inspect)

export function addSummary(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'summary',
    examples: [
      'inspection summary',
      'inspection summary --year 2013 --district 密云县 --rows ordered',
      'inspection summary --rows officers.police',
      'inspection summary --batch 春雷2013 --format csv -o 汇总表.csv',
    ],
    options: [
      ...partOptions(front),
      new Option('--rows <item>', front.m.words.help['--rows']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { summaryOf } = await import('../../work/inspection/summary.ts')
      const { title, clause, from, to, figures } = summaryOf(shell.desk(), partOf(options))
      const item = textOption(options, 'rows')
      const { column, said, labels } = shell.m.words
      const format = shell.format(options)
      const lines = figures.flatMap(linesOf)
      // A program that reads the table wants neither dashes nor indents.
      const plain = format === 'csv'
      const nameOf = ({ part, name }: Line) => {
        const text = part ? said.summaryPart(name) : name
        return plain ? text.trim() : text
      }
      if (item !== null) await listRows(shell, lines, item, options)
      else
        await shell.list(
          {
            rows: lines,
            columns: [
              { title: column.id!, cell: line => line.id },
              { title: column.item!, cell: nameOf },
              {
                title: column.value!,
                cell: line => amountOf(line) ?? (plain ? null : labels.none),
                align: 'right',
              },
              { title: column.unit!, cell: line => line.item.unit },
              { title: column.remark!, cell: line => remark(shell.m, line) },
            ],
            json: line => ({ id: line.id, ...figureJson(line) }),
            data: { rows: figures.map(summaryJson), from, to },
          },
          options,
        )
      shell.say(said.inspectedHead({ title, clause, from, to }))
    },
  })
}

/** A line of the table: an item, or a part of one. */
interface Line extends Figure {
  id: string
  name: string
  item: SummaryFigure['item']
  part: boolean
}

function linesOf({ parts, ...figure }: SummaryFigure): Line[] {
  const { item } = figure
  return [
    { ...figure, id: item.id, name: item.name, part: false },
    ...parts.map(({ field, ...own }) => ({
      ...own,
      id: `${item.id}.${field.id}`,
      name: field.name,
      item,
      part: true,
    })),
  ]
}

/** The records behind one number, then those that may belong to it but do not say so. */
async function listRows(
  shell: Shell,
  lines: readonly Line[],
  wanted: string,
  options: Options,
): Promise<void> {
  const line = lines.find(({ id, name }) => id === wanted || name === wanted)
  if (line === undefined) {
    const allowed = lines.map(({ id, name }) => `${id}（${name}）`).join('、')
    throw new Refusal('CX6002', { value: wanted, option: '--rows', allowed })
  }
  const { column, said } = shell.m.words
  const right = { align: 'right' as const }
  await shell.list(
    {
      rows: [...countedOf(line), ...line.unclear.map(record => rowOf(line, record, null))],
      columns: [
        { title: column.record!, cell: row => `${said.summaryTable[row.table]} ${row.id}` },
        { title: column.day!, cell: row => row.day },
        { title: column.name!, cell: row => row.agency },
        { title: column.what!, cell: row => row.what },
        { title: column.amount!, cell: row => row.amount ?? said.unclear, ...right },
      ],
      json: row => row,
    },
    options,
  )
  const gap = remark(shell.m, line)
  if (gap !== '') shell.say(gap)
}

function summaryJson(figure: SummaryFigure): Record<string, unknown> {
  const [whole, ...parts] = linesOf(figure) as [Line, ...Line[]]
  const named = (line: Line) => ({ id: line.id, name: line.name, ...figureJson(line) })
  return {
    ...named(whole),
    ...(parts.length === 0 ? {} : { split: parts.map(named) }),
    records: countedOf(whole),
  }
}

function figureJson(line: Line): Record<string, unknown> {
  return {
    unit: line.item.unit,
    value: amountOf(line),
    reason: line.gap,
    unclear: line.unclear.map(record => record.id),
  }
}

function amountOf({ value, item }: Pick<Line, 'value' | 'item'>): string | number | null {
  return toldAmount(item, value)
}

function remark(m: Messages, { gap, unclear }: Figure): string {
  const { said, labels } = m.words
  return [
    ...(gap === null ? [] : [said.gap[gap]!]),
    ...(unclear.length === 0 ? [] : [said.unclearRecords(unclear.length)]),
  ].join(labels.listStop)
}

const countedOf = (line: Line) => line.counted.map(({ record, amount }) => rowOf(line, record, amount))

/** `amount`: null where nobody knows whether it counts. */
function rowOf({ item }: Line, record: Values, amount: number | null) {
  const table = item.take === 'penalties' ? ('penalty' as const) : ('inspection' as const)
  return {
    table,
    id: record.id as number,
    day: String(table === 'penalty' ? record.decision_date : record.date),
    agency: String(record.agency_name ?? record.target),
    what: whatOf(table, record),
    amount: amountOf({ value: amount, item }),
  }
}

function whatOf(table: 'penalty' | 'inspection', record: Values): string {
  const parts =
    table === 'penalty'
      ? [record.decision_no, record.kind]
      : [record.batch, record.findings, record.measure, record.officers]
  return parts.filter(part => part !== null).join(' ')
}
