// quota and nomination: places, proposals, the list and its check.
import type { Command } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { DistrictTally, ListedCandidate, NominationList } from '../../work/nomination/list.ts'
import type { QuotaTable } from '../../work/show-quota.ts'
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
import type { Shell } from '../shell.ts'

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

export function addNominationVerbs(front: Front, noun: Command): void {
  const which = (options: Options) => textOption(options, 'evaluation')
  addVerb(front, noun, {
    usage: 'propose',
    examples: ['nomination propose', 'nomination propose --district 石景山区'],
    options: [evaluationOption(front.m), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { proposeNominees } = await import('../../work/nomination/propose.ts')
      const { listNominations } = await import('../../work/nomination/list.ts')
      const { resolveDistrict } = await import('../../work/find-district.ts')
      const named = textOption(options, 'district')
      const { evaluation } = proposeNominees(shell.desk(), which(options), named)
      const code = named === null ? null : resolveDistrict(shell.desk(), named)
      const list = only(listNominations(shell.desk(), String(evaluation.id)), code)
      if (evaluation.status === 'open')
        shell.say(shell.color.yellow(shell.m.words.said.notFinalized(evaluation.id)))
      await shell.list({ ...tallyListing(shell, list.districts), data: listJson(shell, list) }, options)
      shell.say(shell.m.words.said.proposed(totals(list)))
    },
  })
  addVerb(front, noun, {
    usage: 'list',
    examples: ['nomination list', 'nomination list --district 门头沟区', 'nomination list --json'],
    options: [evaluationOption(front.m), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { resolveDistrict } = await import('../../work/find-district.ts')
      const { listNominations } = await import('../../work/nomination/list.ts')
      const named = textOption(options, 'district')
      const code = named === null ? null : resolveDistrict(shell.desk(), named)
      const list = only(listNominations(shell.desk(), which(options)), code)
      await listCandidates(shell, list, options)
    },
  })
  addVerb(front, noun, {
    usage: 'check',
    examples: ['nomination check', 'nomination check --json'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { checkNominations } = await import('../../work/nomination/list.ts')
      const { list, problems } = checkNominations(shell.desk(), which(options))
      const found = problems.map(p => problemJson(shell.m, p))
      const data = { problems: found, districts: list.districts.map(tallyJson) }
      if (shell.format(options) === 'table') {
        const listing = tallyListing(shell, list.districts)
        await shell.list(listing, options)
        shell.problems(problems, 'error')
      } else await shell.list({ rows: found, columns: problemColumns(shell), json: p => p, data }, options)
      shell.say(shell.m.words.said.nominationChecked(problems.length))
      if (problems.length > 0) shell.exitCode = 3
    },
  })
}

function problemColumns(shell: Shell) {
  const { column } = shell.m.words
  type Row = ReturnType<typeof problemJson>
  return [
    { title: column.code!, cell: (p: Row) => p.code },
    { title: column.finding!, cell: (p: Row) => p.message },
  ]
}

function only(list: NominationList, district: string | null): NominationList {
  if (district === null) return list
  return {
    ...list,
    candidates: list.candidates.filter(c => c.district.code === district),
    districts: list.districts.filter(t => t.district.code === district),
  }
}

async function listCandidates(shell: Shell, list: NominationList, options: Options): Promise<void> {
  const { column, value } = shell.m.words
  const columns = [
    { title: column.district!, cell: (c: ListedCandidate) => c.district.name },
    { title: column.rank!, cell: (c: ListedCandidate) => c.rank ?? '—', align: 'right' as const },
    { title: column.name!, cell: (c: ListedCandidate) => c.agency.name },
    { title: column.kind!, cell: (c: ListedCandidate) => value.kind[c.agency.kind] },
    {
      title: column.total!,
      cell: (c: ListedCandidate) => pointsText(c.total) ?? '—',
      align: 'right' as const,
    },
    { title: column.decision!, cell: (c: ListedCandidate) => value.decision[c.decision] },
    { title: column.reason!, cell: (c: ListedCandidate) => shell.m.candidate(c.reason) },
  ]
  await shell.list(
    { rows: list.candidates, columns, json: c => candidateJson(shell, c), data: listJson(shell, list) },
    options,
  )
}

function listJson(shell: Shell, list: NominationList): Record<string, unknown> {
  return {
    evaluation: list.evaluation.id,
    status: list.evaluation.status,
    candidates: list.candidates.map(c => candidateJson(shell, c)),
    districts: list.districts.map(tallyJson),
  }
}

function candidateJson(shell: Shell, c: ListedCandidate): Record<string, unknown> {
  return {
    district_code: c.district.code,
    rank: c.rank,
    uscc: c.agency.uscc,
    name: c.agency.name,
    kind: c.agency.kind,
    total: pointsText(c.total),
    decision: c.decision,
    reason: shell.m.candidate(c.reason),
  }
}

function tallyJson(t: DistrictTally): Record<string, unknown> {
  const { district, places, nominated, for_profit, required, waived, tied, open } = t
  return {
    district_code: district.code,
    district: district.name,
    places,
    nominated,
    for_profit,
    required,
    waived,
    tied,
    open,
  }
}

function tallyListing(shell: Shell, tallies: readonly DistrictTally[]) {
  const { column } = shell.m.words
  return {
    rows: tallies,
    columns: [
      { title: column.district!, cell: (t: DistrictTally) => t.district.name },
      { title: column.seats!, cell: (t: DistrictTally) => t.places, align: 'right' as const },
      { title: column.nominated!, cell: (t: DistrictTally) => t.nominated, align: 'right' as const },
      { title: column.for_profit!, cell: (t: DistrictTally) => t.for_profit, align: 'right' as const },
      {
        title: column.required!,
        cell: (t: DistrictTally) => (t.district.kind === 'city' ? '—' : t.required),
        align: 'right' as const,
      },
      { title: column.tied!, cell: (t: DistrictTally) => t.tied || '', align: 'right' as const },
    ],
    json: tallyJson,
  }
}

function totals(list: NominationList) {
  const sum = (pick: (t: DistrictTally) => number) => list.districts.reduce((total, t) => total + pick(t), 0)
  return {
    places: sum(t => t.places),
    nominated: sum(t => t.nominated),
    forProfit: sum(t => t.for_profit),
    open: sum(t => t.open),
    ties: list.districts.filter(t => t.tied > 0).map(t => t.district.name),
  }
}
