// quota: the places of each jurisdiction, as the document or the authority gave them.
import type { Command } from 'commander'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { QuotaTable } from '../../work/show-quota.ts'
import { addVerb, type Front, outputOptions } from '../front.ts'
import { addImport } from '../import-verb.ts'

export function addQuotaVerbs(front: Front, noun: Command): void {
  addImport(front, noun, ['quota import samples/city/quota.csv --dry-run'], async (desk, source, options) => {
    const { importQuota } = await import('../../work/imports/import-quota.ts')
    return importQuota(desk, source, options)
  })
  addVerb(front, noun, {
    usage: 'show',
    examples: ['quota show', 'quota show --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { showQuota } = await import('../../work/show-quota.ts')
      const quota = showQuota(shell.desk())
      const { column, labels, said } = shell.m.words
      await shell.list(
        {
          rows: quota.rows,
          data: quotaJson(quota),
          columns: [
            { title: column.district_code!, cell: r => r.district.code },
            { title: column.district!, cell: r => r.district.name },
            { title: column.seats!, cell: r => r.seats, align: 'right' },
            ...(quota.rows.some(departs)
              ? [{ title: column.official!, cell: officialOf, align: 'right' as const }]
              : []),
            { title: column.minimum!, cell: r => r.minimum ?? '—', align: 'right' },
            { title: column.nominated!, cell: r => r.used?.nominated ?? labels.none, align: 'right' },
            { title: column.for_profit!, cell: r => r.used?.for_profit ?? labels.none, align: 'right' },
            { title: column.tied!, cell: r => r.used?.tied || '', align: 'right' },
          ],
          json: r => quotaRowJson(r),
        },
        options,
      )
      shell.say(said.quotaTotal(quota.total, nominationOf(quota.scheme).places_total.clause))
    },
  })
}

type QuotaRow = QuotaTable['rows'][number]

/** Whether the places are others than the scheme's table has. */
function departs({ seats, official }: QuotaRow): boolean {
  return seats !== official
}

function officialOf({ official }: QuotaRow): number {
  return official
}

function quotaRowJson({ district, seats, official, minimum, used }: QuotaRow): Record<string, unknown> {
  return {
    unit: district.name,
    district_code: district.code,
    weight: null,
    seats,
    official_seats: official,
    for_profit_minimum: minimum,
    nominated: used?.nominated ?? null,
    for_profit: used?.for_profit ?? null,
    market_phones: district.market_phones,
    inspectorate_phones: district.inspectorate_phones,
  }
}

/** An official table is fixed: no ties, no steps. */
function quotaJson(quota: QuotaTable): Record<string, unknown> {
  const { places_total } = nominationOf(quota.scheme)
  return {
    rows: quota.rows.map(quotaRowJson),
    total: quota.total,
    method: 'fixed',
    ties: [],
    steps: [],
    clause: places_total.clause,
  }
}
