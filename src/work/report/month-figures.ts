// The figures of an integrity month (BJ 三(四), 四(四)), of all and by jurisdiction.
import type { Campaign } from '../../domain/campaign/campaign.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readMonthPlan } from '../../schemes/plans.ts'
import { listCampaigns } from '../../store/campaign.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { campaignNamed } from '../campaign/named.ts'
import { type CampaignSummary, summaryIn } from '../campaign/summary.ts'
import { ask, type Desk } from '../desk.ts'
import { ownDistrict } from '../own-district.ts'

export interface MonthWanted {
  campaign: string | null
  district: string | null
}

export interface MonthSummary {
  district_code: string | null
  whole: CampaignSummary
  /** Jurisdictions with agencies in business, or with visits, complaints or sanctions. */
  districts: CampaignSummary[]
}

export function readMonthFigures(desk: Desk, wanted: MonthWanted): MonthSummary {
  return ask(desk, reader => monthFiguresIn(desk, reader, wanted))
}

export function monthFiguresIn(desk: Desk, reader: Reader, wanted: MonthWanted): MonthSummary {
  const campaign =
    wanted.campaign === null ? latestMonth(desk, reader) : campaignNamed(reader, wanted.campaign)
  const place = ownDistrict(reader, wanted.district)
  const whole = summaryIn(desk, reader, campaign, place)
  const districts =
    place === null ? listDistricts(reader).map(d => summaryIn(desk, reader, campaign, d)) : [whole]
  return {
    district_code: place?.code ?? null,
    whole,
    districts: districts.filter(one => one === whole || hasAny(one)),
  }
}

function hasAny({ figures: f }: CampaignSummary): boolean {
  const counts = [f.pacts.of ?? 0, f.inspections.visits.count, f.complaints.received.count]
  return [...counts, ...f.sanctions.map(s => s.count)].some(count => count > 0)
}

/** The last that has begun, else the first to come. */
function latestMonth({ schemes, today }: Desk, reader: Reader): Campaign {
  const { name } = readMonthPlan(schemes)
  const months = listCampaigns(reader).filter(c => c.name.startsWith(name))
  const found = months.find(c => c.starts_on <= today) ?? months.at(-1)
  if (found) return found
  throw new Refusal('CX4002', { kind: 'campaign', value: name, available: 'chengxin campaign open' })
}
