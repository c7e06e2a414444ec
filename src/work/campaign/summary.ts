// The figures for a campaign's summary (BJ 四(四): by 5 November), of one district or of all.
import type { Campaign } from '../../domain/campaign/campaign.ts'
import { type MonthFigures, monthFigures } from '../../domain/campaign/summary.ts'
import type { RecordTable } from '../../domain/records/kind.ts'
import type { District } from '../../domain/roster/district.ts'
import { listEntries, listSystemHistories } from '../../store/campaign.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { districtNamed } from '../find-district.ts'
import { outstandingOf } from './entries.ts'
import { campaignNamed } from './named.ts'
import { campaignTasks, gapsIn, onRoll } from './overview.ts'

export interface CampaignSummary {
  campaign: Campaign
  /** Name; null of all. */
  district: string | null
  figures: MonthFigures
  outstanding: ReturnType<typeof outstandingOf>
}

export function summarizeCampaign(desk: Desk, name: string, district: string | null): CampaignSummary {
  return ask(desk, reader => {
    const campaign = campaignNamed(reader, name)
    return summaryIn(desk, reader, campaign, district === null ? null : districtNamed(reader, district))
  })
}

/** `place`: null for all. */
export function summaryIn(
  desk: Desk,
  reader: Reader,
  campaign: Campaign,
  place: Pick<District, 'code' | 'name'> | null,
): CampaignSummary {
  const code = place?.code ?? null
  const here = <T extends { district_code: string }>(rows: readonly T[]) =>
    rows.filter(row => code === null || row.district_code === code)
  const rows = (table: RecordTable) => listRecords(reader, table, { agency: null, district: code })
  const entries = here(listEntries(reader, campaign.id))
  const histories = here(listSystemHistories(reader))
  const figures = monthFigures(
    {
      agencies: onRoll(reader, campaign, desk.today, code),
      entries,
      systems: histories,
      rebuilding: gapsIn(campaign, histories, desk.today),
      inspections: rows('inspection'),
      activities: rows('activity'),
      commitments: rows('commitment'),
      // A repeated complaint is counted with its original.
      complaints: rows('complaint').filter(row => row.duplicate_of === null),
      sanctions: rows('sanction'),
      tasks: campaignTasks(reader, campaign, code),
    },
    campaign,
    desk.today,
  )
  return { campaign, district: place?.name ?? null, figures, outstanding: outstandingOf(entries) }
}
