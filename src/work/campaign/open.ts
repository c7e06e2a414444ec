// Opens a campaign and lays the tasks that its notice asks of the desk.
import { type Campaign, planCampaign, tasksOf } from '../../domain/campaign/campaign.ts'
import type { Day } from '../../domain/day.ts'
import { problem } from '../../domain/problem.ts'
import { inOrder, storedValues } from '../../domain/records/kind.ts'
import { taskKind } from '../../domain/records/task.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nameKey } from '../../domain/text.ts'
import { readMonthPlan } from '../../schemes/plans.ts'
import { insertCampaign, listCampaigns } from '../../store/campaign.ts'
import { insertRecord, recordsByKey } from '../../store/record.ts'
import { getSetting } from '../../store/reference.ts'
import { change, type Desk } from '../desk.ts'

export interface CampaignWanted {
  name: string | null
  year: number | null
  from: Day | null
  to: Day | null
  rebuildBy: Day | null
  /** Whether the tasks of the notice are laid. */
  tasks: boolean
}

/** Where a day of the campaign comes from, for problems. */
const SWITCHES = { starts_on: '--from', ends_on: '--to', rebuild_by: '--rebuild-by' }

export function openCampaign(
  desk: Desk,
  wanted: CampaignWanted,
): { campaign: Campaign; tasks: { title: string; due_on: Day }[] } {
  const plan = readMonthPlan(desk.schemes)
  return change(desk, 'campaign open', writer => {
    const planned = planCampaign(plan, wanted, desk.today)
    const problems = inOrder({ ...planned }, [
      ['starts_on', '开始日期', 'ends_on', '结束日期'],
      ['starts_on', '开始日期', 'rebuild_by', '补建期限'],
    ]).map(({ fault, key }) => {
      const at = { column: SWITCHES[key as keyof typeof SWITCHES] }
      return problem(fault.code, fault.params as never, at, { field: key })
    })
    const taken = listCampaigns(writer).find(c => nameKey(c.name) === nameKey(planned.name))
    if (taken)
      problems.unshift(problem('CX1140', { name: taken.name, from: taken.starts_on, to: taken.ends_on }))
    if (problems.length > 0) throw new Refusal(problems)
    const campaign = { id: insertCampaign(writer, planned), ...planned }
    const laid = (
      wanted.tasks && planned.name.startsWith(plan.name)
        ? tasksOf(plan, planned, getSetting(writer, 'district'))
        : []
    )
      .map(values => ({ values, key: taskKind.key(values, null) }))
      .filter(({ key }) => recordsByKey(writer, 'task', [key]).size === 0)
    for (const { values, key } of laid)
      insertRecord(writer, 'task', storedValues(taskKind, { ...taskKind.pack(values), key, agency_id: null }))
    const tasks = laid.map(({ values }) => ({ title: String(values.title), due_on: String(values.due_on) }))
    return { result: { campaign, tasks }, summary: { campaign: campaign.name, tasks: tasks.length } }
  }).result
}
