// campaign: the integrity month and the like - opened, worked off, summed up.
import { type Command, Option } from 'commander'
import { percentText } from '../../domain/exact.ts'
import { findingFields } from '../../domain/records/kind.ts'
import { taskKind } from '../../domain/records/task.ts'
import type { CampaignOverview, WholeCampaign } from '../../work/campaign/overview.ts'
import { tellAdded } from '../add-verb.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, districtOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { dayOption, yearOption } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { shareOf, summaryJson, summaryLines } from './campaign-summary.ts'

const MONTH = '诚信服务月2013'
const AGENCY = '91110105CXJG000159'

export function addCampaignVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  addOpen(front, noun)
  addTask(front, noun)
  addPact(front, noun)
  addOutstanding(front, noun)
  addVerb(front, noun, {
    usage: 'list',
    examples: ['campaign list', 'campaign list --from 2013-01-01 --json'],
    options: [
      new Option('--from <date>', help['--from']),
      new Option('--to <date>', help['--to']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { listAllCampaigns } = await import('../../work/campaign/overview.ts')
      const days = { from: dayOf(options, 'from', '--from'), to: dayOf(options, 'to', '--to') }
      const { column } = shell.m.words
      const right = { align: 'right' as const }
      await shell.list(
        {
          rows: listAllCampaigns(shell.desk(), days),
          columns: [
            { title: column.campaign!, cell: c => c.name },
            { title: column.starts_on!, cell: c => c.starts_on },
            { title: column.ends_on!, cell: c => c.ends_on },
            { title: column.tasks_done!, cell: c => c.tasks_done, ...right },
            { title: column.tasks_open!, cell: c => c.tasks_open, ...right },
            { title: column.tasks_overdue!, cell: c => c.tasks_overdue, ...right },
            { title: column.pacts!, cell: c => c.pacts, ...right },
            { title: column.agencies!, cell: c => c.agencies, ...right },
            { title: column.systems_missing!, cell: c => c.systems_missing, ...right },
            { title: column.systems_rebuilt!, cell: c => c.systems_rebuilt, ...right },
            { title: column.outstanding!, cell: c => c.outstanding, ...right },
          ],
          json: overviewJson,
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'show <campaign>',
    examples: [`campaign show ${MONTH}`],
    options: outputOptions(front.m),
    run: async (shell, [name = ''], options) => {
      const { showCampaign } = await import('../../work/campaign/overview.ts')
      const whole = showCampaign(shell.desk(), name)
      const { overview, tasks, outstanding, missing } = whole
      const systems = missing.map(({ agency_id: _agency, ...gap }) => gap)
      const json = { ...overviewJson(overview), tasks, outstanding, systems }
      await shell.show(json, wholeLines(shell, whole), options)
    },
  })
  addVerb(front, noun, {
    usage: 'summary <campaign>',
    examples: [`campaign summary ${MONTH}`, `campaign summary ${MONTH} --district 朝阳区 --json`],
    options: [districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, [name = ''], options) => {
      const { summarizeCampaign } = await import('../../work/campaign/summary.ts')
      const summary = summarizeCampaign(shell.desk(), name, textOption(options, 'district'))
      await shell.show(summaryJson(shell, summary), summaryLines(shell, summary), options)
    },
  })
}

function addOpen(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'open [campaign]',
    examples: [
      'campaign open --year 2014',
      'campaign open 诚信宣传周 --from 2013-12-02 --to 2013-12-06 --no-tasks',
    ],
    options: [
      new Option('--year <year>', help['campaign --year']).argParser(yearOption),
      new Option('--from <date>', help['campaign --from']),
      new Option('--to <date>', help['campaign --to']),
      new Option('--rebuild-by <date>', help['--rebuild-by']),
      new Option('--no-tasks', help['--no-tasks']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { openCampaign } = await import('../../work/campaign/open.ts')
      const year = textOption(options, 'year')
      const { campaign, tasks } = openCampaign(shell.desk(), {
        name: name.trim() || null,
        year: year === null ? null : Number(year),
        from: dayOf(options, 'from', '--from'),
        to: dayOf(options, 'to', '--to'),
        rebuildBy: dayOf(options, 'rebuildBy', '--rebuild-by'),
        tasks: options.tasks !== false,
      })
      const { id: _id, name: opened, ...days } = campaign
      const { said } = shell.m.words
      const lines = [said.campaignOpened(campaign), ...tasks.map(task => `  ${said.taskLaid(task)}`)]
      await shell.show({ campaign: opened, ...days, tasks }, lines, options)
    },
  })
}

function addTask(front: Front, noun: Command): void {
  const { help } = front.m.words
  const set = ['campaign', 'district_code', 'done_on', 'outcome', ...findingFields]
  const columns = taskKind.columns
    .filter(column => !set.includes(column.key))
    // Of a campaign unless told otherwise.
    .map(column => (column.key === 'kind' ? { ...column, required: false } : column))
  const fields = fieldOptions(front.m, columns, { required: front.m.words.labels.required })
  addVerb(front, noun, {
    usage: 'task <campaign>',
    examples: [`campaign task ${MONTH} --title 召开诚信建设经验交流会 --due-on 2013-10-25`],
    options: [
      new Option('--agency <agency>', help['--agency']),
      districtOption(front.m),
      ...fields.options,
      new Option('-n, --dry-run', help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { resolveCampaign } = await import('../../work/campaign/named.ts')
      const { addRecord } = await import('../../work/add-record.ts')
      const desk = shell.desk()
      const campaign = resolveCampaign(desk, name)
      const given = fields.given(options, { agency: '--agency', district_code: '--district' })
      const district = textOption(options, 'district') ?? ''
      const all = new Map([
        ['kind', 'campaign'],
        ...given.fields,
        ['campaign', campaign],
        ['district_code', district],
      ])
      const wanted = { ...given, fields: all, agency: textOption(options, 'agency') }
      const outcome = addRecord(desk, taskKind, wanted, {
        dryRun: options.dryRun === true,
        replaces: false,
      })
      await tellAdded(shell, outcome, task => ({ ...task }), options)
    },
  })
}

function entryOptions(front: Front): Option[] {
  const { help } = front.m.words
  return [
    new Option('--on <date>', help['--on']),
    new Option('--reason <text>', help['--reason']),
    new Option('--remove', help['--remove']),
  ]
}

function addPact(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'pact <campaign> <agencies...>',
    examples: [`campaign pact ${MONTH} ${AGENCY} 91110108CXJG00023F --on 2013-10-15`],
    options: [...entryOptions(front), ...outputOptions(front.m)],
    run: async (shell, [campaign = '', ...agencies], options) => {
      await enter(shell, 'pact', campaign, agencies, options)
    },
  })
}

function addOutstanding(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'outstanding <campaign> [agency]',
    examples: [
      `campaign outstanding ${MONTH} ${AGENCY} --reason 公开承诺并带头自查 --on 2013-10-30`,
      `campaign outstanding ${MONTH}`,
    ],
    options: [...entryOptions(front), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, [campaign = '', agency], options) => {
      if (agency !== undefined) {
        await enter(shell, 'outstanding', campaign, [agency], options)
        return
      }
      const { listOutstanding } = await import('../../work/campaign/entries.ts')
      const { column } = shell.m.words
      await shell.list(
        {
          rows: listOutstanding(shell.desk(), campaign, textOption(options, 'district')),
          columns: [
            { title: column.uscc!, cell: e => e.uscc },
            { title: column.agency_name!, cell: e => e.agency_name },
            { title: column.district_code!, cell: e => e.district_code },
            { title: column.day!, cell: e => e.day },
            { title: column.reason!, cell: e => e.reason },
          ],
          json: e => e,
        },
        options,
      )
    },
  })
}

async function enter(
  shell: Shell,
  kind: 'pact' | 'outstanding',
  campaign: string,
  agencies: readonly string[],
  options: Options,
): Promise<void> {
  const { enterAgencies } = await import('../../work/campaign/entries.ts')
  const remove = options.remove === true
  const day = dayOf(options, 'on', '--on')
  const reason = textOption(options, 'reason')?.trim() || null
  const made = enterAgencies(shell.desk(), { kind, campaign, agencies, day, reason, remove })
  const { said } = shell.m.words
  const told = { campaign: made.campaign.name, agencies: made.agencies.map(a => a.name) }
  const line = remove ? said.entryRemoved[kind](told) : said.entryMade[kind](told)
  await shell.show({ ...told, agencies: made.agencies, kind, removed: remove }, [line], options)
}

function dayOf(options: Options, name: string, option: string): string | null {
  const text = textOption(options, name)
  return text === null ? null : dayOption(option, text)
}

function overviewJson({ name, ...rest }: CampaignOverview): Record<string, unknown> {
  return { campaign: name, ...rest, pact_rate: percentText(rest.pacts, rest.agencies) }
}

function wholeLines(shell: Shell, { overview, tasks, outstanding, missing }: WholeCampaign): string[] {
  const { said, labels } = shell.m.words
  const listed = (lines: string[]) => (lines.length > 0 ? lines : [labels.none]).map(line => `  ${line}`)
  return [
    said.campaignHead(overview),
    said.pacts(shareOf(shell, overview.pacts, overview.agencies)),
    '',
    said.tasks({ done: overview.tasks_done, open: overview.tasks_open, overdue: overview.tasks_overdue }),
    ...listed(tasks.map(task => said.taskLine(task))),
    '',
    said.missingSystems(overview.systems_missing, overview.systems_rebuilt),
    ...listed(
      missing.map(gap => said.missingSystem({ ...gap, system: said.systemName[gap.system] ?? gap.system })),
    ),
    '',
    said.outstanding(overview.outstanding),
    ...listed(outstanding.map(said.outstandingOne)),
  ]
}
