// submission status: who has sent, what is late, what is missing.
import type { Command } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import type { Problem } from '../../domain/problem.ts'
import type { DistrictSubmission, OwnSubmission, SubmissionStatus } from '../../work/submission/status.ts'
import { addVerb, type Front, outputOptions, textOption, yearOption } from '../front.ts'
import { problemJson, problemText } from '../problem-text.ts'
import type { Shell } from '../shell.ts'

export function addStatus(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'status',
    examples: ['submission status', 'submission status --year 2013 --json'],
    options: [yearOption(front.m.words.help['submission status --year']!), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { submissionStatus } = await import('../../work/submission/status.ts')
      const year = textOption(options, 'year')
      const status = submissionStatus(shell.desk(), year === null ? null : Number(year))
      const { said, column, labels } = shell.m.words
      if (status.districts.length === 0) {
        const own = status.own.flatMap(o => [ownLine(shell, o), ...lackLines(shell, o)])
        await shell.show(statusJson(shell, status), own.length > 0 ? own : [said.nothingToSend], options)
        return
      }
      const of = (r: DistrictSubmission, cell: (received: Received) => string) =>
        r.received === null ? labels.none : cell(r.received)
      await shell.list<DistrictSubmission>(
        {
          rows: status.districts,
          data: statusJson(shell, status),
          columns: [
            { title: column.district!, cell: r => r.district.name },
            {
              title: column.sent_on!,
              cell: r => (r.received === null && r.chosen_here ? said.chosenHere : of(r, x => x.on)),
            },
            { title: column.receipt!, cell: r => of(r, x => x.receipt) },
            {
              title: column.nominees_of_places!,
              cell: r => `${of(r, x => `${x.nominated}${x.open ? said.openMark : ''}`)}/${r.places}`,
            },
            {
              title: column.share_of!,
              cell: r => of(r, x => `${x.for_profit}/${x.required}${x.waiver ? said.waivedMark : ''}`),
            },
            { title: column.papers_missing!, cell: r => of(r, x => String(x.papers_missing)) },
            { title: column.late!, cell: r => (r.late ? said.lateMark : '') },
            {
              title: column.differences!,
              cell: r => (r.differences === null ? labels.none : r.differences.length),
            },
          ],
          json: districtJson,
          below: belowStatus(shell, status),
        },
        options,
      )
    },
  })
}

type Received = NonNullable<DistrictSubmission['received']>

function belowStatus(shell: Shell, { districts, due_on, own }: SubmissionStatus): string[] {
  const { said, labels } = shell.m.words
  const sent = districts.filter(d => d.received !== null)
  const left = districts.filter(isAwaited).map(d => d.district.name)
  const sum = (count: (d: DistrictSubmission) => number) => districts.reduce((n, d) => n + count(d), 0)
  const text = (total: number | null) => pointsText(total) ?? labels.none
  return [
    said.submissionTotals({
      ...{ sent: sent.length, of: sent.length + left.length },
      nominated: sum(d => d.received?.nominated ?? 0),
      ...{ places: sum(d => d.places), late: districts.filter(d => d.late).length },
    }),
    said.submissionDue(due_on),
    ...(left.length === 0
      ? []
      : [sent.length === 0 ? said.noneSent : said.notSent(left.join(labels.listStop))]),
    ...sent.flatMap(({ differences }) =>
      (differences ?? []).map(d => `  ${said.difference({ ...d, sent: text(d.sent), here: text(d.here) })}`),
    ),
    ...own.filter(o => o.kind !== 'nomination').map(o => ownLine(shell, o)),
  ]
}

function ownLine(shell: Shell, { name, due_on, days_left, sent, late }: OwnSubmission): string {
  const about = { name, due: due_on, days: days_left, late }
  return shell.m.words.said.ownLine({
    ...about,
    sent: sent?.handed_in_on ?? null,
    receipt: sent?.receipt ?? null,
  })
}

/** What keeps a district's package, what it still lacks, and the commands by which it leaves. */
function lackLines(shell: Shell, { lacks }: OwnSubmission): string[] {
  if (lacks === null) return []
  const { said } = shell.m.words
  const lines = (problems: readonly Problem[]) =>
    problems.map(p => {
      const { what, fix } = problemText(shell.m, p)
      return said.lackLine(what, fix)
    })
  const { problems, warnings } = lacks
  return [
    ...(problems.length > 0 ? [said.notReady, ...lines(problems)] : []),
    ...(warnings.length > 0 ? [said.alsoKnown, ...lines(warnings)] : []),
    ...(problems.length > 0 ? [] : [said.packNow]),
  ]
}

function statusJson(shell: Shell, { districts, desk, ...about }: SubmissionStatus): unknown {
  const told = (problems: readonly Problem[]) => problems.map(p => problemJson(shell.m, p))
  const own = about.own.map(({ sent, lacks, ...rest }) => ({
    ...rest,
    lacks: lacks === null ? null : { problems: told(lacks.problems), warnings: told(lacks.warnings) },
    handed_in_on: sent?.handed_in_on ?? null,
    ...{ receipt: sent?.receipt ?? null, note: sent?.note ?? null },
  }))
  return {
    ...about,
    desk: desk?.code ?? null,
    districts: districts.map(districtJson),
    not_sent: districts.filter(isAwaited).map(d => d.district.code),
    own,
  }
}

function isAwaited({ received, chosen_here }: DistrictSubmission): boolean {
  return received === null && !chosen_here
}

function districtJson({ district, received, differences, ...about }: DistrictSubmission): unknown {
  return {
    ...{ district_code: district.code, district: district.name, ...about, received },
    differences:
      differences?.map(d => ({ ...d, sent: pointsText(d.sent), here: pointsText(d.here) })) ?? null,
  }
}
