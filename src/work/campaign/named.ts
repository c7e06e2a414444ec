// A campaign named on the command line, or the refusal that tells which there are.
import type { Campaign } from '../../domain/campaign/campaign.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nameKey } from '../../domain/text.ts'
import { listCampaigns } from '../../store/campaign.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'

export function campaignNamed(reader: Reader, name: string): Campaign {
  const all = listCampaigns(reader)
  const found = all.find(c => nameKey(c.name) === nameKey(name))
  if (found) return found
  const available = all.map(c => c.name).join('、') || '—'
  throw new Refusal('CX4002', { kind: 'campaign', value: name, available })
}

/** Its name as it is on file. */
export function resolveCampaign(desk: Desk, name: string): string {
  return ask(desk, reader => campaignNamed(reader, name).name)
}
