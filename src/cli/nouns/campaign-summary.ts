// The figures of a campaign's summary: as JSON with the records behind each, and as the bones of the paper.

import type { Figure } from '../../domain/campaign/summary.ts'
import { percentText } from '../../domain/exact.ts'
import type { CampaignSummary } from '../../work/campaign/summary.ts'
import type { Shell } from '../shell.ts'

export function summaryJson(shell: Shell, summary: CampaignSummary): Record<string, unknown> {
  const { campaign, district, figures, outstanding } = summary
  const { id: _id, name, ...days } = campaign
  return {
    campaign: name,
    ...days,
    district,
    today: shell.today,
    ...(withRates(figures) as Record<string, unknown>),
    outstanding,
  }
}

/** A rate beside every share. */
export function withRates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRates)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value).map(([key, one]) => [key, withRates(one)])
  const { count, of } = value as Partial<Figure>
  const rate = typeof count === 'number' && typeof of === 'number' ? { rate: percentText(count, of) } : {}
  return { ...Object.fromEntries(inner), ...rate }
}

/** As it is said: nothing of nothing has no rate. */
export function shareOf(
  { m }: Shell,
  count: number,
  of: number,
): { count: number; of: number; rate: string } {
  const rate = percentText(count, of)
  return { count, of, rate: rate === null ? m.words.labels.none : `${rate}%` }
}

export function summaryLines(shell: Shell, summary: CampaignSummary): string[] {
  const { said } = shell.m.words
  const { figures: f, outstanding } = summary
  const share = ({ count, of }: Figure) => shareOf(shell, count, of ?? 0)
  const { inspections, commitments, complaints } = f
  return [
    said.summaryHead({ ...summary.campaign, district: summary.district, today: shell.today }),
    '',
    said.pacts(share(f.pacts)),
    said.inspected({
      visits: inspections.visits.count,
      agencies: share(inspections.agencies),
      failed: inspections.failed.count,
    }),
    ...f.systems.map(({ system, missing, rebuilt, overdue }) =>
      said.systemFigures({
        system: said.systemName[system] ?? system,
        missing: missing.count,
        rebuilt: rebuilt.count,
        overdue: overdue.count,
      }),
    ),
    ...f.activities.map(said.activityFigures),
    said.commitmentFigures({
      inMonth: commitments.agencies.count,
      heads: commitments.staff.heads,
      toDate: share(commitments.agencies_to_date),
      headsToDate: commitments.staff_to_date.heads,
    }),
    said.complaintFigures(complaints.received.count, complaints.closed.count),
    said.sanctionFigures(f.sanctions),
    said.tasks({ done: f.tasks.done.count, open: f.tasks.open.count, overdue: f.tasks.overdue.count }),
    said.outstanding(outstanding.length),
    ...outstanding.map(one => `  ${said.outstandingOne(one)}`),
  ]
}
