// quota: the places of each jurisdiction, as the document or the authority gave them or as they were computed, and how
// they are used.
import { type Command, Option } from 'commander'
import type { Method } from '../../domain/quota/method.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Departure } from '../../work/quota/adopt.ts'
import type { ReportRow } from '../../work/quota/report.ts'
import { departs, type Source, type SourcedPlace } from '../../work/quota/source.ts'
import type { QuotaTable } from '../../work/show-quota.ts'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { addImport } from '../import-verb.ts'
import type { ListColumn, Shell } from '../shell.ts'
import { addAllocating } from './quota-allocate.ts'
import { addComparing } from './quota-compare.ts'
import { sourceText } from './quota-explained.ts'

export function addQuotaVerbs(front: Front, noun: Command): void {
  addImport(
    front,
    noun,
    ['quota import samples/city/quota.csv --dry-run'],
    async (desk, source, options, given) => {
      const { importQuota } = await import('../../work/imports/import-quota.ts')
      return importQuota(desk, source, options, textOption(given, 'reason')?.trim() || null)
    },
    [new Option('--reason <text>', front.m.words.help['quota import --reason'])],
  )
  addShow(front, noun)
  addAllocating(front, noun)
  addComparing(front, noun)
  addReport(front, noun)
}

function addShow(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'show',
    examples: ['quota show', 'quota show --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { showQuota } = await import('../../work/show-quota.ts')
      const quota = showQuota(shell.desk())
      await shell.list(
        { rows: quota.rows, data: quotaJson(quota), columns: showColumns(shell, quota), json: quotaRowJson },
        options,
      )
      for (const line of quotaLines(shell, quota)) shell.say(line)
    },
  })
}

function showColumns({ m }: Shell, { rows }: QuotaTable): ListColumn<QuotaRow>[] {
  const { column, labels, value } = m.words
  const right = 'right' as const
  const where = (is: boolean, more: ListColumn<QuotaRow>) => (is ? [{ ...more, align: right }] : [])
  return [
    { title: column.district_code!, cell: r => r.district.code },
    { title: column.district!, cell: r => r.district.name },
    ...where(
      rows.some(r => r.weight !== null),
      { title: column.weight_given!, cell: r => r.weight },
    ),
    { title: column.seats!, cell: r => r.seats, align: right },
    ...where(rows.some(departs), { title: column.official!, cell: r => r.official }),
    ...where(
      rows.some(r => r.granted !== null),
      { title: column.used!, cell: r => r.granted },
    ),
    ...where(
      rows.some(r => r.granted !== null),
      { title: column.available!, cell: r => r.available },
    ),
    { title: column.minimum!, cell: r => r.minimum ?? value.outcome.not_applicable, align: right },
    { title: column.nominated!, cell: r => r.used?.nominated ?? labels.none, align: right },
    { title: column.left!, cell: r => (r.used === null ? labels.none : r.left), align: right },
    { title: column.for_profit!, cell: r => r.used?.for_profit ?? labels.none, align: right },
    { title: column.tied!, cell: r => r.used?.tied || '', align: right },
  ]
}

/** The total beside the document's, how it was split, and every place that is not the document's. */
function quotaLines({ m }: Shell, { scheme, total, adopted, departures }: QuotaTable): string[] {
  const { said, value } = m.words
  const { seats: official, clause, by } = nominationOf(scheme).places_total
  const open = by !== 'table' && total === 0
  const lines = [open ? said.quotaOpen[by](official, clause) : said.quotaTotal(total, official, clause)]
  if (adopted !== null) {
    const { adopted_on: on, reason, settled } = adopted
    const method = value.quotaMethod[adopted.method as Method]
    lines.push(
      said.quotaBy({ method, on, reason }),
      ...(settled.length > 0 ? [said.quotaSettled(settled)] : []),
    )
    return lines
  }
  const told = new Map<string, { units: Departure[]; source: Source; reason: string | null }>()
  for (const { unit, official, seats, source, reason } of departures) {
    const key = JSON.stringify([source, reason])
    const same = told.get(key) ?? { units: [], source, reason }
    told.set(key, { ...same, units: [...same.units, { unit, official: official!, seats }] })
  }
  for (const { units, source, reason } of told.values())
    lines.push(said.quotaDeparted({ units, reason, source: sourceText(m, source, null) }))
  return lines
}

type QuotaRow = QuotaTable['rows'][number]

function quotaRowJson(row: QuotaRow): Record<string, unknown> {
  const { district, seats, official, minimum, weight, granted, available, left, used } = row
  return {
    unit: district.name,
    district_code: district.code,
    weight,
    seats,
    official_seats: official,
    used: granted,
    available,
    for_profit_minimum: minimum,
    nominated: used?.nominated ?? null,
    left: used === null ? null : left,
    for_profit: used?.for_profit ?? null,
    market_phones: district.market_phones,
    inspectorate_phones: district.inspectorate_phones,
  }
}

function departureJson({ unit, district_code, official, seats, source, reason }: SourcedPlace) {
  return { unit, district_code, official, seats, source, reason }
}

/** A table is fixed: no ties, no steps. */
function quotaJson(quota: QuotaTable): Record<string, unknown> {
  const { places_total } = nominationOf(quota.scheme)
  const { adopted } = quota
  return {
    rows: quota.rows.map(quotaRowJson),
    total: quota.total,
    method: adopted?.method ?? 'fixed',
    ties: adopted?.ties ?? [],
    steps: adopted?.steps ?? [],
    settled: adopted?.settled ?? [],
    adopted_on: adopted?.adopted_on ?? null,
    reason: adopted?.reason ?? null,
    departures: quota.departures.map(departureJson),
    clause: places_total.clause,
  }
}

function addReport(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'report',
    examples: ['quota report', 'quota report --format csv -o report.csv'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { reportQuota } = await import('../../work/quota/report.ts')
      const { quota, clause, rows, totals } = reportQuota(shell.desk())
      const { adopted } = quota
      const data = {
        ...{ rows, totals, method: adopted?.method ?? 'fixed', clause, year: quota.year },
        ...{ adopted_on: adopted?.adopted_on ?? null, reason: adopted?.reason ?? null },
        departures: quota.departures.map(departureJson),
      }
      const columns = reportColumns(shell, rows)
      // A line each of districts only: whoever adds them up wants no total among them.
      const shown = shell.format(options) === 'ndjson' ? rows : [...rows, totals]
      await shell.list({ rows: shown, columns, json: r => r, data }, options)
      for (const line of quotaLines(shell, quota)) shell.say(line)
    },
  })
}

function reportColumns({ m }: Shell, rows: readonly ReportRow[]): ListColumn<ReportRow>[] {
  const { column, labels, said, value } = m.words
  const right = 'right' as const
  const number = (title: string, cell: (row: ReportRow) => string | number | null) => ({
    ...{ title, align: right },
    cell: (row: ReportRow) => cell(row) ?? labels.none,
  })
  return [
    { title: column.district_code!, cell: r => r.district_code },
    { title: column.district!, cell: r => r.unit ?? labels.all },
    number(column.seats!, r => r.seats),
    ...(rows.some(r => r.used !== null)
      ? [number(column.used!, r => r.used), number(column.available!, r => r.available)]
      : []),
    number(column.nominated!, r => r.nominated),
    number(column.left!, r => (r.nominated === null ? null : r.left)),
    number(column.for_profit!, r => r.for_profit),
    number(column.required!, r => (r.share_holds ? r.required : value.outcome.not_applicable)),
    number(column.for_profit_share!, r => r.for_profit_share),
    ...(rows.some(r => r.waived)
      ? [{ title: column.waived!, cell: (r: ReportRow) => (r.waived ? '√' : '') }]
      : []),
    { title: column.note!, cell: r => r.notes.map(said.quotaNote).join(labels.listStop) },
  ]
}
