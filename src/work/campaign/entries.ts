// What agencies did in a campaign: entered by hand, taken back with a reason, listed.
import type { Campaign, EntryKind } from '../../domain/campaign/campaign.ts'
import { type Day, isWithin } from '../../domain/day.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { notInFuture } from '../../domain/records/kind.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { deleteEntry, insertEntry, listEntries, type NamedEntry } from '../../store/campaign.ts'
import type { Reader } from '../../store/open.ts'
import { ask, change, type Desk } from '../desk.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNamed } from '../find-district.ts'
import { campaignNamed } from './named.ts'

export interface EntriesWanted {
  kind: EntryKind
  campaign: string
  /** Any names of agencies. */
  agencies: readonly string[]
  /** Without it, today. */
  day: Day | null
  reason: string | null
  remove: boolean
}

export interface EntriesMade {
  campaign: Campaign
  agencies: Pick<Agency, 'uscc' | 'name'>[]
}

/** Enters agencies, or takes what was entered by mistake back; the log keeps both. */
export function enterAgencies(desk: Desk, wanted: EntriesWanted): EntriesMade {
  const { kind, reason, remove } = wanted
  return change(desk, `campaign ${kind}`, writer => {
    const campaign = campaignNamed(writer, wanted.campaign)
    const agencies = allNamed(writer, wanted.agencies)
    const day = wanted.day ?? desk.today
    const problems = [
      ...(reason === null && (remove || kind === 'outstanding') ? [withoutReason()] : []),
      ...(remove ? [] : dayProblems(campaign, day, desk.today)),
    ]
    const entered = new Map(
      listEntries(writer, campaign.id)
        .filter(e => e.kind === kind)
        .map(e => [e.agency_id, e.day]),
    )
    for (const { id, name } of agencies) {
      const before = entered.get(id)
      if (remove && before === undefined)
        problems.push(problem('CX1143', { agency: name, campaign: campaign.name, kind }))
      if (!remove && before !== undefined)
        problems.push(problem('CX1142', { agency: name, campaign: campaign.name, kind, day: before }))
      if (remove) entered.delete(id)
      else entered.set(id, day)
    }
    if (problems.length > 0) throw new Refusal(problems)
    for (const { id } of agencies) {
      if (remove) deleteEntry(writer, campaign.id, id, kind)
      else insertEntry(writer, campaign.id, { agency_id: id, kind, day, reason })
    }
    const summary = {
      campaign: campaign.name,
      agencies: agencies.map(a => a.name).join('、'),
      ...(remove ? { removed: true } : { day }),
      ...(reason === null ? {} : { reason }),
    }
    return { result: { campaign, agencies: agencies.map(({ uscc, name }) => ({ uscc, name })) }, summary }
  }).result
}

/** Every name that the roster does not know is told, not only the first. */
function allNamed(reader: Reader, names: readonly string[]): Agency[] {
  const unknown: Problem[] = []
  const agencies = names.flatMap(name => {
    try {
      return [agencyNamed(reader, name)]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      unknown.push(...error.problems)
      return []
    }
  })
  if (unknown.length > 0) throw new Refusal(unknown)
  return agencies
}

function withoutReason(): Problem {
  return problem('CX1023', { header: '理由' }, { column: '--reason' }, { field: 'reason' })
}

function dayProblems(campaign: Campaign, day: Day, today: Day): Problem[] {
  const at = { column: '--on' }
  const future = notInFuture({ day }, ['day'], today)
  const problems = future.map(f => problem(f.fault.code, f.fault.params as never, at, { field: 'day' }))
  const { name, starts_on: from, ends_on: to } = campaign
  if (!isWithin(day, { from, to }))
    problems.push(problem('CX1141', { value: day, name, from, to }, at, { field: 'day', value: day }))
  return problems
}

/** Who stood out, and why. */
export function listOutstanding(
  desk: Desk,
  campaign: string,
  district: string | null,
): Pick<NamedEntry, 'uscc' | 'agency_name' | 'district_code' | 'day' | 'reason'>[] {
  return ask(desk, reader => {
    const { id } = campaignNamed(reader, campaign)
    const code = district === null ? null : districtNamed(reader, district).code
    return outstandingOf(listEntries(reader, id)).filter(e => code === null || e.district_code === code)
  })
}

export function outstandingOf(entries: readonly NamedEntry[]): ReturnType<typeof listOutstanding> {
  return entries
    .filter(e => e.kind === 'outstanding')
    .map(({ uscc, agency_name, district_code, day, reason }) => ({
      uscc,
      agency_name,
      district_code,
      day,
      reason,
    }))
}
