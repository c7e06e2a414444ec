// Campaigns with how far they have come, and one of them in full.

import { rollOn } from '../../domain/archive/roll.ts'
import type { Campaign } from '../../domain/campaign/campaign.ts'
import { lastingFindings, type Rebuilding, rebuildingIn } from '../../domain/campaign/rebuilding.ts'
import type { Day } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { taskIs } from '../../domain/records/task.ts'
import { listAgencies } from '../../store/agency.ts'
import { listCampaigns, listEntries, listSystemHistories, type SystemHistory } from '../../store/campaign.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { outstandingOf } from './entries.ts'
import { campaignNamed } from './named.ts'

export interface CampaignOverview extends Omit<Campaign, 'id'> {
  tasks_open: number
  tasks_overdue: number
  tasks_done: number
  pacts: number
  /** Agencies in business. */
  agencies: number
  systems_missing: number
  systems_rebuilt: number
  outstanding: number
}

export type SystemGap = Rebuilding & Omit<SystemHistory, 'written'>

export interface WholeCampaign {
  overview: CampaignOverview
  tasks: Values[]
  outstanding: ReturnType<typeof outstandingOf>
  /** Systems that are still missing. */
  missing: SystemGap[]
}

/** Those with a day between two, the latest first. */
export function listAllCampaigns(
  desk: Desk,
  { from, to }: { from: Day | null; to: Day | null },
): CampaignOverview[] {
  return ask(desk, reader => {
    const histories = listSystemHistories(reader)
    return listCampaigns(reader)
      .filter(c => (from === null || c.ends_on >= from) && (to === null || c.starts_on <= to))
      .map(campaign => overviewOf(reader, campaign, histories, desk.today))
  })
}

export function showCampaign(desk: Desk, name: string): WholeCampaign {
  return ask(desk, reader => {
    const campaign = campaignNamed(reader, name)
    const histories = listSystemHistories(reader)
    const gaps = gapsIn(campaign, histories, desk.today)
    return {
      overview: overviewOf(reader, campaign, histories, desk.today),
      tasks: campaignTasks(reader, campaign).map(
        ({ key: _key, agency_id: _agency, batch_id: _batch, line: _line, ...task }) => task,
      ),
      outstanding: outstandingOf(listEntries(reader, campaign.id)),
      missing: gaps.filter(gap => gap.rebuilt_on === null),
    }
  })
}

function overviewOf(
  reader: Reader,
  campaign: Campaign,
  histories: readonly SystemHistory[],
  today: Day,
): CampaignOverview {
  const { id: _id, ...rest } = campaign
  const agencies = onRoll(reader, campaign, today, null)
  const entries = listEntries(reader, campaign.id)
  const tasks = campaignTasks(reader, campaign)
  const inState = (state: 'open' | 'done' | 'overdue') =>
    tasks.filter(task => taskIs(state, task, today)).length
  const gaps = gapsIn(campaign, histories, today)
  return {
    ...rest,
    tasks_open: inState('open'),
    tasks_overdue: inState('overdue'),
    tasks_done: inState('done'),
    pacts: entries.filter(e => e.kind === 'pact' && agencies.has(e.agency_id)).length,
    agencies: agencies.size,
    systems_missing: gaps.length,
    systems_rebuilt: gaps.filter(gap => gap.rebuilt_on !== null).length,
    outstanding: entries.filter(e => e.kind === 'outstanding').length,
  }
}

export function campaignTasks(reader: Reader, { name }: Campaign, district: string | null = null): Values[] {
  return listRecords(reader, 'task', { agency: null, district }).filter(task => task.campaign === name)
}

/** Ids of the agencies on the roll at its end, or today before that; of a district or of all. */
export function onRoll(
  reader: Reader,
  { ends_on }: Pick<Campaign, 'ends_on'>,
  today: Day,
  district: string | null,
): Set<number> {
  const day = today < ends_on ? today : ends_on
  const agencies = listAgencies(reader, district ?? undefined)
  return new Set(agencies.filter(agency => rollOn(agency, day) === 'on').map(agency => agency.id))
}

export function gapsIn(campaign: Campaign, histories: readonly SystemHistory[], today: Day): SystemGap[] {
  return histories.flatMap(({ written, ...system }) => {
    const gap = rebuildingIn(lastingFindings(written), campaign, today)
    return gap === null ? [] : [{ ...system, ...gap }]
  })
}
