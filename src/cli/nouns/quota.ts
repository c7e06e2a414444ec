// quota: the places of each jurisdiction, as the document or the authority gave them or as they were computed, and how
// they are used.
import type { Command } from 'commander'
import type { Method } from '../../domain/quota/method.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Adopted } from '../../work/quota/adopt.ts'
import type { ReportNote, ReportRow } from '../../work/quota/report.ts'
import type { QuotaTable } from '../../work/show-quota.ts'
import { addVerb, type Front, outputOptions } from '../front.ts'
import { addImport } from '../import-verb.ts'
import type { ListColumn, Shell } from '../shell.ts'
import { addAllocating } from './quota-allocate.ts'
import { addComparing } from './quota-compare.ts'

export function addQuotaVerbs(front: Front, noun: Command): void {
  addImport(front, noun, ['quota import samples/city/quota.csv --dry-run'], async (desk, source, options) => {
    const { importQuota } = await import('../../work/imports/import-quota.ts')
    return importQuota(desk, source, options)
  })
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
      const { said } = shell.m.words
      await shell.list(
        { rows: quota.rows, data: quotaJson(quota), columns: showColumns(shell, quota), json: quotaRowJson },
        options,
      )
      shell.say(said.quotaTotal(quota.total, nominationOf(quota.scheme).places_total.clause))
      for (const line of adoptedLines(shell, quota.adopted)) shell.say(line)
    },
  })
}

function showColumns({ m }: Shell, { rows }: QuotaTable): ListColumn<QuotaRow>[] {
  const { column, labels } = m.words
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
      { title: column.left!, cell: leftOf },
    ),
    { title: column.minimum!, cell: r => r.minimum ?? '—', align: right },
    { title: column.nominated!, cell: r => r.used?.nominated ?? labels.none, align: right },
    { title: column.for_profit!, cell: r => r.used?.for_profit ?? labels.none, align: right },
    { title: column.tied!, cell: r => r.used?.tied || '', align: right },
  ]
}

function adoptedLines({ m }: Shell, adopted: Adopted | null): string[] {
  if (adopted === null) return []
  const { said, value } = m.words
  const { adopted_on: on, reason, settled } = adopted
  const method = value.quotaMethod[adopted.method as Method]
  return [said.quotaBy({ method, on, reason }), ...(settled.length > 0 ? [said.quotaSettled(settled)] : [])]
}

type QuotaRow = QuotaTable['rows'][number]

/** Whether the places are others than the scheme's table has. */
function departs({ seats, official }: QuotaRow): boolean {
  return official !== null && seats !== official
}

function leftOf({ seats, granted }: QuotaRow): number | null {
  return granted === null ? null : Math.max(0, seats - granted)
}

function quotaRowJson(row: QuotaRow): Record<string, unknown> {
  const { district, seats, official, minimum, weight, granted, used } = row
  return {
    unit: district.name,
    district_code: district.code,
    weight,
    seats,
    official_seats: official,
    used: granted,
    left: leftOf(row),
    for_profit_minimum: minimum,
    nominated: used?.nominated ?? null,
    for_profit: used?.for_profit ?? null,
    market_phones: district.market_phones,
    inspectorate_phones: district.inspectorate_phones,
  }
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
      }
      const columns = reportColumns(shell, rows)
      await shell.list({ rows: [...rows, totals], columns, json: r => r, data }, options)
      shell.say(shell.m.words.said.quotaTotal(totals.seats, clause))
      for (const line of adoptedLines(shell, adopted)) shell.say(line)
    },
  })
}

function reportColumns({ m }: Shell, rows: readonly ReportRow[]): ListColumn<ReportRow>[] {
  const { column, labels, said } = m.words
  const right = 'right' as const
  const number = (title: string, cell: (row: ReportRow) => string | number | null) => ({
    ...{ title, align: right },
    cell: (row: ReportRow) => cell(row) ?? labels.none,
  })
  const noteText = (note: ReportNote): string => {
    const { quotaNote } = said
    if (note.is === 'tied') return quotaNote.tied(note.tied, note.open)
    return note.is === 'share' ? quotaNote.share(note.by, note.waived) : quotaNote[note.is](note.by)
  }
  return [
    { title: column.district_code!, cell: r => r.district_code },
    { title: column.district!, cell: r => r.unit ?? labels.all },
    number(column.seats!, r => r.seats),
    ...(rows.some(r => r.used !== null) ? [number(column.used!, r => r.used)] : []),
    number(column.left!, r => r.left),
    number(column.nominated!, r => r.nominated),
    number(column.unfilled!, r => r.unfilled),
    number(column.for_profit!, r => r.for_profit),
    number(column.required!, r => r.required),
    number(column.for_profit_share!, r => r.for_profit_share),
    ...(rows.some(r => r.waived)
      ? [{ title: column.waived!, cell: (r: ReportRow) => (r.waived ? '√' : '') }]
      : []),
    { title: column.note!, cell: r => r.notes.map(noteText).join(labels.listStop) },
  ]
}
