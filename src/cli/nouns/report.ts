// report: the year as a page; what is due, whole, and what is still owed for it.
import type { Command } from 'commander'
import type { OpeningPlan } from '../../domain/calendar/deadlines.ts'
import type { ReportedDeadline } from '../../work/report/deadlines.ts'
import type { Owed } from '../../work/report/owed.ts'
import { addVerb, districtOption, type Front, outputOptions, textOption } from '../front.ts'
import { pad, textWidth } from '../table.ts'
import { addReportPage } from './report-page.ts'
import { addReportPapers } from './report-papers.ts'

export function addReportVerbs(front: Front, noun: Command): void {
  addDeadlines(front, noun)
  addReportPapers(front, noun)
  addReportPage(front, noun)
}

function addDeadlines(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'deadlines',
    examples: ['report deadlines', 'report deadlines --district 朝阳区', 'report deadlines --json'],
    options: [districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { reportDeadlines } = await import('../../work/report/deadlines.ts')
      const report = reportDeadlines(shell.desk(), textOption(options, 'district'))
      const { column, labels, said } = shell.m.words
      const opens = (pick: (plan: OpeningPlan) => string | null) => (row: Row) =>
        row.publicity === null
          ? labels.none
          : (pick(row.publicity) ?? said.yearMissing(row.publicity.missing_year!))
      const rows = report.deadlines.flatMap(rowsOf)
      const owedText = ({ tracked, owed }: ReportedDeadline) =>
        tracked ? owed.map(o => said.owed[o.what](o)).join(labels.listStop) : said.notTracked
      const place = (r: Row) => (r.owed.length === 0 ? labels.none : (r.district ?? said.everywhere))
      if (shell.format(options) === 'table') {
        const color = shell.dataColor(options)
        const head = (d: ReportedDeadline) => {
          const text = said.deadlineHead(d)
          return d.mark === 'late'
            ? color.red(text)
            : d.days_left <= 7 && d.mark !== 'done'
              ? color.yellow(text)
              : text
        }
        const lines = report.deadlines.flatMap(d => [
          head(d),
          ...(d.publicity === null ? [] : [`  ${said.opening(d.publicity)}`]),
          ...(d.tracked
            ? alignedPairs(
                rowsOf(d)
                  .filter(r => r.owed.length > 0)
                  .map(r => [place(r), owedText(r)]),
              )
            : [`  ${said.notTracked}`]),
        ])
        await shell.show(report, [labels.deadlines, ...lines], options)
        return
      }
      await shell.list(
        {
          rows,
          data: report,
          columns: [
            { title: column.due!, cell: r => r.due_on },
            { title: column.mark!, cell: said.markText },
            { title: column.deadline!, cell: r => r.name },
            { title: column.clause!, cell: said.basis },
            {
              title: column.open_counted!,
              cell: opens(plan => plan.last_day_to_open.first_day_counted),
            },
            {
              title: column.open_not_counted!,
              cell: opens(plan => plan.last_day_to_open.first_day_not_counted),
            },
            { title: column.district!, cell: place },
            { title: column.owed!, cell: owedText },
          ],
          json: rowJson,
        },
        options,
      )
    },
  })
}

/** What each district owes, below each other. */
function alignedPairs(pairs: readonly (readonly [district: string, owed: string])[]): string[] {
  const widest = Math.max(0, ...pairs.map(([district]) => textWidth(district)))
  return pairs.map(([district, owed]) => `  ${pad(district, widest)}  ${owed}`)
}

interface Row extends ReportedDeadline {
  district_code: string | null
  district: string | null
}

/** One for each district that owes something, one where nobody does. */
function rowsOf(deadline: ReportedDeadline): Row[] {
  const byDistrict = new Map<string | null, Owed[]>()
  for (const owed of deadline.owed)
    byDistrict.set(owed.district_code, [...(byDistrict.get(owed.district_code) ?? []), owed])
  if (byDistrict.size === 0) return [{ ...deadline, district_code: null, district: null }]
  return [...byDistrict].map(([district_code, owed]) => {
    return { ...deadline, owed, district_code, district: owed[0]!.district }
  })
}

function rowJson({ owed, district_code, district, ...deadline }: Row): unknown {
  const owes = owed.map(({ what, count, until, in_time }) => ({ what, count, until, in_time }))
  return { ...deadline, district_code, district, owed: owes }
}
