// Words for campaigns, tasks and recurring duties.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/campaigns.ts'
import { many } from './count.ts'

const agencies = (n: number) => many(n, 'agency', 'agencies')

const ENTERED = { pact: 'as having posted the pact', outstanding: 'as outstanding' }

export const column: typeof zh.column = {
  campaign: 'Campaign',
  starts_on: 'From',
  ends_on: 'To',
  tasks_done: 'Tasks done',
  tasks_open: 'Open',
  tasks_overdue: 'Overdue',
  pacts: 'Pacts posted',
  systems_missing: 'Systems missing',
  systems_rebuilt: 'Rebuilt',
  outstanding: 'Outstanding',
  subject: 'Subject',
  duty: 'Duty',
  records: 'Records',
  clause: 'Clause',
}

export const help: typeof zh.help = {
  campaign: 'Campaigns such as the integrity month',
  'campaign open': "Open a campaign, by default this year's integrity month in October, and lay its tasks",
  'campaign task': 'Add a task to a campaign',
  'campaign pact': 'Record which agencies posted the pact',
  'campaign outstanding': 'Record an outstanding agency with the reason; without an agency, list them',
  'campaign list': 'List campaigns and how far they have come',
  'campaign show': 'Show a campaign: tasks, systems still missing, outstanding agencies',
  'campaign summary': 'Figures for the summary of a campaign (due on 5 November)',
  'campaign --year': 'year of the integrity month, by default this year',
  'campaign --from': 'first day, by default 1 October',
  'campaign --to': 'last day, by default 31 October',
  '--rebuild-by': 'day by which missing systems are rebuilt, by default the last day',
  '--no-tasks': 'without the tasks of the notice',
  '--on': 'on which day, by default today',
  '--remove': 'take a wrong entry back, with the reason',
  'task done': 'A task is done',
  '--done-on': 'day on which it was done, by default today',
  '--outcome': 'what came of it',
  duty: 'Duties that recur each quarter, half year or year',
  'duty list': 'List what is done, missing or not due yet, by subject and period',
  'duty --year': 'year, by default this year',
  '--quarter': 'only of this quarter',
  '--subject': 'only of this subject or agency, by number or name',
  'duty list --missing': 'only what is past and not on file',
}

export const said: typeof zh.said = {
  campaignOpened: c =>
    `Opened ${c.name}: ${c.starts_on} to ${c.ends_on}, missing systems to be rebuilt by ${c.rebuild_by}`,
  taskLaid: t => `${t.title} (by ${t.due_on})`,
  entryMade: {
    pact: e => `${e.campaign}: ${agencies(e.agencies.length)} posted the pact: ${e.agencies.join(', ')}`,
    outstanding: e => `${e.campaign}: recorded as outstanding: ${e.agencies.join(', ')}`,
  },
  entryRemoved: {
    pact: e => `${e.campaign}: no longer recorded as having posted the pact: ${e.agencies.join(', ')}`,
    outstanding: e => `${e.campaign}: no longer recorded as outstanding: ${e.agencies.join(', ')}`,
  },
  taskDone: t => `Done: ${t.label} (${t.done_on})`,
  campaignHead: c => `${c.name}: ${c.starts_on} to ${c.ends_on}, systems to be rebuilt by ${c.rebuild_by}`,
  summaryHead: c =>
    `${c.name} (${c.starts_on} to ${c.ends_on})${c.district === null ? '' : `, ${c.district}`}, as known on ${c.today}`,
  pacts: s => `Pact: posted by ${s.count} of ${agencies(s.of)}, ${s.rate}`,
  inspected: i =>
    `Inspections: ${many(i.visits, 'visit')}; ${i.agencies.count} of ${agencies(i.agencies.of)} inspected, ${i.agencies.rate}; ${i.failed} with failed items`,
  systemName: {
    disclosure: 'Disclosure system',
    commitment: 'Commitment system',
    ledger: 'Ledger system',
    feedback: 'Feedback system',
  },
  systemFigures: s => `${s.system}: ${s.missing} missing, ${s.rebuilt} rebuilt, ${s.overdue} overdue`,
  activityFigures: a =>
    `${a.kind}: ${many(a.count, 'time')}, ${many(a.heads, 'person', 'persons')}${a.unknown > 0 ? ` (${a.unknown} more without a head count)` : ''}`,
  commitmentFigures: c =>
    `Commitments: in its time ${agencies(c.inMonth)} and ${many(c.heads, 'practitioner')}; to date ${c.toDate.count} of ${agencies(c.toDate.of)}, ${c.toDate.rate}, and ${many(c.headsToDate, 'practitioner')}`,
  complaintFigures: (received, closed) => `Complaints: ${received} received, ${closed} closed`,
  sanctionFigures: all =>
    `Sanctions: ${all.length === 0 ? 'none' : all.map(s => `${s.kind} ${s.count}`).join(', ')}`,
  tasks: t => `Tasks: ${t.done} done, ${t.open} open, ${t.overdue} of them overdue`,
  taskLine: t =>
    `${t.done_on === null ? '·' : '✓'} ${t.id} ${t.title}${t.due_on === null ? '' : ` (by ${t.due_on})`}${t.done_on === null ? '' : `, done on ${t.done_on}`}`,
  missingSystems: (missing, rebuilt) =>
    `Service systems: ${missing} found missing, ${rebuilt} rebuilt, still missing:`,
  missingSystem: g =>
    `${g.agency_name} ${g.system}, to be rebuilt by ${g.due_on}${g.overdue ? ', overdue' : ''}`,
  outstanding: count => `Outstanding: ${agencies(count)}`,
  outstandingOne: e => `${e.agency_name} (${e.day}): ${e.reason ?? ''}`,
  dutyState: { done: 'done', missing: 'missing', pending: 'not due yet' },
  campaignRunning: c => `${c.name}: until ${c.ends_on}, ${many(c.days_left, 'day')} left`,
  openTasks: t => `Tasks: ${t.open} open${t.overdue > 0 ? `, ${t.overdue} of them overdue` : ''}`,
}

export const problems: ProblemTextsOf<'CX114'> = {
  CX1140: p => ({
    what: `There is a campaign "${p.name}" already (${p.from} to ${p.to})`,
    fix: 'Use it, or give another campaign another name',
  }),
  CX1141: p => ({
    what: `${p.value} is outside of "${p.name}" (${p.from} to ${p.to})`,
    why: 'Only what agencies did in its time is recorded',
    fix: 'Give a day of its time with --on',
  }),
  CX1142: p => ({
    what: `${p.agency} is recorded ${ENTERED[p.kind]} in "${p.campaign}" already, on ${p.day}`,
    fix: 'Take a wrong entry back with --remove first',
  }),
  CX1143: p => ({
    what: `${p.agency} is not recorded ${ENTERED[p.kind]} in "${p.campaign}"`,
    fix: 'Check the agency and the campaign',
  }),
  CX1144: p => ({
    what: `"${p.label}" was done on ${p.day}`,
    fix: 'Check the number; what is to be done again is another task',
  }),
  CX1145: p => ({
    what: `"${p.value}" is not in the register of subjects, so this activity counts for nobody's duties`,
    fix: `Record it first with chengxin subject add, or correct its name or number${p.nearest === '' ? '' : ` (closest: ${p.nearest})`}`,
  }),
  CX1146: p => ({
    what: `${p.count} subjects are called "${p.value}", so this activity counts for the duties of none of them`,
    fix: 'Name the subject by its number',
  }),
}
