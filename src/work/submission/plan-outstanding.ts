// Who stood out in the campaigns of the year: what a package says of it, laid over the campaigns of the city. It decides
// among agencies of equal totals (BJ 三(七)), so the city needs it to come to the district's order.
import type { Campaign, CampaignEntry } from '../../domain/campaign/campaign.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import type { AgencyKey } from '../../domain/roster/match.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { MergeStep, Tally } from '../../domain/submission/merging.ts'
import type { PackageContent } from '../../domain/submission/package.ts'
import { nameKey } from '../../domain/text.ts'
import { listCampaigns, listEntries } from '../../store/campaign.ts'
import type { Reader } from '../../store/open.ts'
import { sideOf } from './plan-evaluation.ts'
import { count, type Laying, named } from './plan-registers.ts'

export type Outstanding = CampaignEntry & { campaign: Campaign }

/** Entries of the year, where the scheme ranks by them. */
export function outstandingIn(reader: Reader, { nomination }: Scheme, year: number): Outstanding[] {
  if (!nomination?.ranking.some(({ key }) => key === 'month_outstanding')) return []
  return listCampaigns(reader).flatMap(campaign =>
    listEntries(reader, campaign.id)
      .filter(({ kind, day }) => kind === 'outstanding' && day.startsWith(`${year}-`))
      .map(entry => ({ ...entry, campaign })),
  )
}

export interface OutstandingPlan {
  warnings: Problem[]
  steps: MergeStep[]
  tally: Tally
}

export function planOutstanding(
  { reader, differences, file }: Laying,
  { nomination, manifest }: PackageContent,
  keys: readonly AgencyKey[],
  scheme: Scheme,
): OutstandingPlan {
  const tally: Tally = { added: 0, changed: 0, unchanged: 0 }
  const steps: MergeStep[] = []
  const campaigns = new Map(listCampaigns(reader).map(c => [nameKey(c.name), c]))
  const left = new Set(
    outstandingIn(reader, scheme, manifest.evaluation.year).filter(e => keys.some(k => k.id === e.agency_id)),
  )
  const missing = new Map<string, number>()
  const text = ({ day, reason }: Pick<Outstanding, 'day' | 'reason'>) => [day, reason ?? ''].join(' ').trim()
  const about = (agency: AgencyKey, campaign: string) => ({
    place: `outstanding:${named(agency)}:${campaign}`,
    ...{ record: agency.name, field: campaign },
  })
  for (const { agency, campaign: name, day, reason } of nomination.outstanding) {
    const campaign = campaigns.get(nameKey(name))
    if (campaign === undefined) {
      missing.set(name, (missing.get(name) ?? 0) + 1)
      continue
    }
    const key = keys[agency]!
    const own = [...left].find(e => e.agency_id === key.id && e.campaign.id === campaign.id)
    if (own) left.delete(own)
    const here = own ? text(own) : null
    const side = sideOf(differences, { ...about(key, campaign.name), here, there: text({ day, reason }) })
    if (side === 'package') {
      if (own) steps.push({ do: 'drop_outstanding', campaign: campaign.id, agency_id: own.agency_id })
      steps.push({ do: 'add_outstanding', campaign: campaign.id, agency, day, reason })
    }
    count(tally, side !== 'package' ? 'same' : own ? 'change' : 'add')
  }
  for (const own of left) {
    const key = keys.find(k => k.id === own.agency_id)!
    const gone = { ...about(key, own.campaign.name), here: text(own), there: null }
    if (differences.side(gone) !== 'package') continue
    steps.push({ do: 'drop_outstanding', campaign: own.campaign.id, agency_id: own.agency_id })
    count(tally, 'change')
  }
  const warnings = [...missing].map(([campaign, agencies]) =>
    problem('CX1439', { campaign, agencies }, { file }),
  )
  return { warnings, steps, tally }
}
