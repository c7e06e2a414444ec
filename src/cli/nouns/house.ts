// init, status, log, scheme, uscc: the file itself, the year at a glance, who did what, small helpers.
import { type Command, Option } from 'commander'
import type { LogEntry } from '../../domain/log/entry.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkUscc } from '../../domain/roster/uscc.ts'
import type { Status } from '../../work/show-status.ts'
import type { Expected } from '../../work/verify-log.ts'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { problemJson } from '../problem-text.ts'
import type { Paint, Shell } from '../shell.ts'

export function addInit(front: Front, program: Command): void {
  const { help } = front.m.words
  addVerb(front, program, {
    usage: 'init',
    examples: ['init --scheme beijing-2013 --db new.db', 'init --district 110105 --db chaoyang.db'],
    options: [
      new Option('--scheme <id>', help['--scheme']).default('beijing-2013'),
      new Option('--district <code>', help['init --district']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { initDatabase } = await import('../../work/init.ts')
      const wanted = { scheme: String(options.scheme), district: textOption(options, 'district') }
      const made = initDatabase(shell.desk(), wanted)
      const data = { ...made, district: made.district?.code ?? null }
      await shell.show(data, [shell.m.words.said.made(made)], options)
      shell.say(
        shell.m.words.said.next(made.scheme.subject === 'agency' ? 'agency import' : 'subject import'),
      )
    },
  })
}

export function addStatus(front: Front, program: Command): void {
  addVerb(front, program, {
    usage: 'status',
    examples: ['status', 'status --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { showStatus } = await import('../../work/show-status.ts')
      const status = showStatus(shell.desk())
      await shell.show(
        { ...status, log: status.log && { ...status.log } },
        statusLines(shell, shell.dataColor(options), status),
        options,
      )
    },
  })
}

function statusLines(shell: Shell, color: Paint, status: Status): string[] {
  const { column, said, help, labels } = shell.m.words
  const lines = [color.bold(said.statusHead(status.today, status.scheme, status.district))]
  if (status.phones.length > 0) lines.push(said.field(column.market_phones!, status.phones.join(' ')))
  lines.push('')
  for (const [table, count] of Object.entries(status.counts)) {
    lines.push(
      `  ${count > 0 ? '✓' : '·'} ${said.counted(help[table] ?? table, count, status.batches[table] ?? 0)}`,
    )
  }
  const { evaluation, nomination } = status
  lines.push(
    `  ${evaluation ? '✓' : '·'} ${evaluation ? said.evaluationState(evaluation) : labels.noEvaluation}`,
  )
  // Done only when it could go out as it stands.
  const listed = nomination && nomination.nominated > 0 && nomination.tied + nomination.outdated === 0
  lines.push(`  ${listed ? '✓' : '·'} ${nomination ? said.nominationState(nomination) : labels.noNomination}`)
  const { publicity, titles } = status
  if (publicity) {
    const all = publicity.unpublished + publicity.running + publicity.over + publicity.objections === 0
    lines.push(`  ${all ? '✓' : '·'} ${said.publicityTally(publicity)}`)
    if (publicity.late > 0) lines.push(color.red(`  ! ${said.publicityLate(publicity.late)}`))
  }
  if (titles) lines.push(`  ${titles.touched === 0 ? '✓' : '·'} ${said.titleState(titles)}`)
  if (status.campaign) lines.push(`  · ${said.campaignRunning(status.campaign)}`)
  const { inspection } = status
  if (inspection) {
    const all = inspection.inspected === inspection.to_inspect
    lines.push(`  ${all ? '✓' : '·'} ${said.inspectionState(inspection)}`)
  }
  for (const { noun, state, word, count } of status.pressing) {
    const text = said.pressing({
      noun: help[noun] ?? noun,
      word,
      count,
      list: `${noun} list --state ${state}`,
    })
    lines.push(color.yellow(`  ! ${text}`))
  }
  if (status.tasks.open > 0) lines.push(`  · ${said.openTasks(status.tasks)}`)
  lines.push('', labels.deadlines)
  for (const d of status.deadlines) {
    const text = `  ${said.marked(d.mark)}${said.deadline(d)}`
    lines.push(
      d.mark === 'late' ? color.red(text) : ['ahead', 'done'].includes(d.mark) ? text : color.yellow(text),
    )
    if (d.publicity !== null && d.mark !== 'done' && (d.mark !== 'late' || d.publicity.unpublished > 0))
      lines.push(`    ${said.opening(d.publicity)}`)
  }
  lines.push('', said.next(status.next, evaluation?.several ? String(evaluation.id) : null))
  return lines
}

export function addLogVerbs(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'list',
    examples: ['log list', 'log list --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { readLog } = await import('../../work/read-log.ts')
      const { column } = shell.m.words
      await shell.list<LogEntry>(
        {
          rows: readLog(shell.desk()),
          columns: [
            { title: column.no!, cell: e => e.no, align: 'right' },
            { title: column.at!, cell: e => e.at.replace('T', ' ') },
            { title: column.operator!, cell: e => e.operator },
            { title: column.command!, cell: e => e.command },
            { title: column.rows!, cell: e => e.rows, align: 'right' },
            { title: column.hash!, cell: e => e.hash.slice(0, 12) },
            { title: column.summary!, cell: e => summaryText(e.summary) },
          ],
          json: e => ({ ...e, summary: JSON.parse(e.summary) as unknown }),
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'verify',
    examples: ['log verify'],
    options: [new Option('--expect <code>', front.m.words.help['--expect']), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { codeOf, verifyWholeLog } = await import('../../work/verify-log.ts')
      const typed = textOption(options, 'expect')
      const code = typed === null ? null : codeOf(typed)
      if (typed !== null && code === null) throw new Refusal('CX6005', { value: typed })
      const { entries, head, expected, problems } = verifyWholeLog(shell.desk(), code)
      const found = problems.map(p => problemJson(shell.m, p))
      const { said } = shell.m.words
      // A check code that no paper has says nothing of the log.
      const broken = problems.filter(p => p.code !== 'CX1409').length
      const text = broken > 0 ? said.logBroken(broken) : said.logWhole(entries, head)
      const lines = [text, ...(expected === null ? [] : expectedLines(said, expected))]
      const data = { entries, head, expected: expected && expectedJson(expected), problems: found }
      await shell.show(data, lines, options)
      if (shell.format(options) === 'table') shell.problems(problems, 'error')
      if (problems.length > 0) shell.exitCode = 3
    },
  })
}

type Said = Shell['m']['words']['said']

/** Whether the file behind a paper is still what was signed, and if not, what changed it since. */
function expectedLines(said: Said, { entry, since, paper }: Expected): string[] {
  if (paper !== null) return [said.paperStands(paper)]
  if (entry === null) return []
  const { no, at, command } = entry
  return [
    said.entryStands({ no, day: at.slice(0, 10), command, since: since.length }),
    ...since.map(e => `  ${e.no}  ${e.at.slice(0, 10)}  ${e.operator}  ${e.command}`),
  ]
}

function expectedJson({ entry, since, paper }: Expected): Record<string, unknown> {
  const told = ({ no, at, operator, command, rows }: LogEntry) => ({ no, at, operator, command, rows })
  return {
    entry: entry && { ...told(entry), hash: entry.hash },
    changed_since: entry && since.map(told),
    paper: paper && { ...paper },
  }
}

/** The figures of a summary in one line; digests and names of files' bytes stay in the JSON. */
function summaryText(summary: string): string {
  const fields = Object.entries(JSON.parse(summary) as Record<string, unknown>)
  return fields
    .filter(
      ([key, value]) =>
        value !== null && String(value) !== '' && !['sha256', 'result', 'basis'].includes(key),
    )
    .map(([key, value]) => `${key}=${compact(value)}`)
    .join(' ')
}

/** What a value holds in turn: 1/2/3 and {a=1 b=2}. */
function compact(value: unknown): string {
  if (Array.isArray(value)) return value.map(compact).join('/')
  if (value === null || typeof value !== 'object') return String(value)
  return `{${Object.entries(value)
    .map(([key, own]) => `${key}=${compact(own)}`)
    .join(' ')}}`
}

export function addUsccVerbs(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'check <codes...>',
    examples: ['uscc check 91110105CXJG000159', 'uscc check 91110105CXJG000159 12110106CXJG0004XA --json'],
    options: outputOptions(front.m),
    run: async (shell, given, options) => {
      const { column, labels } = shell.m.words
      const codes = given.length === 1 && given[0] === '-' ? await codesFromStdin(shell) : given
      const rows = codes.map(code => {
        const { normalized, problems } = checkUscc(code)
        return {
          code,
          normalized,
          ok: problems.length === 0,
          problems: problems.map(p => problemJson(shell.m, p)),
        }
      })
      await shell.list(
        {
          rows,
          columns: [
            { title: column.uscc!, cell: r => r.normalized },
            { title: column.result!, cell: r => (r.ok ? labels.ok : labels.notOk) },
            { title: column.finding!, cell: r => r.problems.map(p => p.message).join(labels.listStop) },
          ],
          json: r => r,
        },
        options,
      )
      if (rows.some(r => !r.ok)) shell.exitCode = 3
    },
  })
}

async function codesFromStdin(shell: Shell): Promise<string[]> {
  const text = Buffer.from(await shell.world.readStdin()).toString('utf8')
  return text.split(/\s+/).filter(code => code !== '')
}
