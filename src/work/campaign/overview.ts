// Campaigns with how far they have come, and one of them in full.
import type { Campaign } from '../../domain/campaign/campaign.ts'
import { lastingFindings, type Rebuilding, rebuildingIn } from '../../domain/campaign/rebuilding.ts'
import type { Day } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { taskKind } from '../../domain/records/task.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { listAgencies } from '../../store/agency.ts'
import {
  listCampaigns,
  listEntries,
  listSystemHistories,
  type NamedEntry,
  type SystemHistory,
} from '../../store/campaign.ts'
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

/** The latest first. */
export function listAllCampaigns(desk: Desk): CampaignOverview[] {
  return ask(desk, reader => {
    const histories = listSystemHistories(reader)
    return listCampaigns(reader).map(campaign => overviewOf(reader, campaign, histories, desk.today))
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
  const agencies = new Set(agenciesInBusiness(reader, null).map(a => a.id))
  const entries = listEntries(reader, campaign.id)
  const tasks = campaignTasks(reader, campaign)
  const inState = (name: string) =>
    tasks.filter(task => taskKind.states!.find(s => s.name === name)!.holds(task, today)).length
  const gaps = gapsIn(campaign, histories, today)
  return {
    ...rest,
    tasks_open: inState('open'),
    tasks_overdue: inState('overdue'),
    tasks_done: inState('done'),
    pacts: pactsOf(entries, agencies).length,
    agencies: agencies.size,
    systems_missing: gaps.length,
    systems_rebuilt: gaps.filter(gap => gap.rebuilt_on !== null).length,
    outstanding: entries.filter(e => e.kind === 'outstanding').length,
  }
}

function pactsOf(entries: readonly NamedEntry[], agencies: ReadonlySet<number>): NamedEntry[] {
  return entries.filter(e => e.kind === 'pact' && agencies.has(e.agency_id))
}

export function campaignTasks(reader: Reader, { name }: Campaign, district: string | null = null): Values[] {
  return listRecords(reader, 'task', { agency: null, district }).filter(task => task.campaign === name)
}

/** On the roster, and not known to have ended: who has given the license back has no premises to post anything in. */
export function agenciesInBusiness(reader: Reader, district: string | null): Agency[] {
  return listAgencies(reader, district ?? undefined).filter(
    a => a.license_status !== 'cancelled' && a.license_status !== 'revoked',
  )
}

export function gapsIn(campaign: Campaign, histories: readonly SystemHistory[], today: Day): SystemGap[] {
  return histories.flatMap(({ written, ...system }) => {
    const gap = rebuildingIn(lastingFindings(written), campaign, today)
    return gap === null ? [] : [{ ...system, ...gap }]
  })
}
