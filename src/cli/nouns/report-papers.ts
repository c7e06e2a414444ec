// report month, year: the summaries that go up, as papers or as the figures in them.
import { type Command, Option } from 'commander'
import { percentText } from '../../domain/exact.ts'
import { toldAmount } from '../../domain/inspection/summary.ts'
import { Refusal } from '../../domain/refusal.ts'
import { trendsOf } from '../../domain/report/trends.ts'
import type { YearFigures, YearPart } from '../../domain/report/year.ts'
import { addVerb, districtOption, type Front, fileOptions, textOption, yearOption } from '../front.ts'
import { folderOption, formatOption, writePapers } from '../papers-out.ts'
import { withRates as figuresJson, summaryJson } from './campaign-summary.ts'

export function addReportPapers(front: Front, noun: Command): void {
  addMonth(front, noun)
  addYear(front, noun)
}

function paperOptions({ m }: Front): Option[] {
  return [
    districtOption(m),
    formatOption(m, 'docx', 'html', 'json'),
    new Option('--json', m.words.help['report --json']),
    folderOption(m),
    ...fileOptions(m),
  ]
}

function addMonth(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'month',
    examples: [
      'report month -o month.docx',
      'report month --campaign 诚信服务月2013 --district 朝阳区 --format html --out papers',
      'report month --json',
    ],
    options: [
      new Option('--campaign <name>', front.m.words.help['report month --campaign']),
      ...paperOptions(front),
    ],
    run: async (shell, _args, options) => {
      const wanted = { campaign: textOption(options, 'campaign'), district: textOption(options, 'district') }
      if (shell.format(options) === 'json') {
        const { readMonthFigures } = await import('../../work/report/month-figures.ts')
        const { whole, districts } = readMonthFigures(shell.desk(), wanted)
        const data = {
          ...summaryJson(shell, whole),
          districts: districts.map(({ district, figures }) => ({
            district,
            ...(figuresJson(figures) as object),
          })),
        }
        await shell.show(data, [], options)
        return
      }
      const { monthSummaryPaper } = await import('../../work/papers/month-summary.ts')
      const as = textOption(options, 'format') as 'docx' | 'html'
      await writePapers(shell, [monthSummaryPaper(shell.desk(), wanted, as)], options)
    },
  })
}

function addYear(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'year',
    examples: [
      'report year -o year.docx',
      'report year --year 2013 --district 朝阳区 --format html --out papers',
      'report year --json',
    ],
    options: [yearOption(front.m.words.help['report year --year']!), ...paperOptions(front)],
    run: async (shell, _args, options) => {
      const text = textOption(options, 'year')
      const running = shell.today.slice(0, 4)
      if (text !== null && text > running)
        throw new Refusal('CX6002', { value: text, option: '--year', allowed: `≤ ${running}` })
      const wanted = { year: text === null ? null : Number(text), district: textOption(options, 'district') }
      if (shell.format(options) === 'json') {
        const { readYearFigures } = await import('../../work/report/year-figures.ts')
        await shell.show(yearJson(readYearFigures(shell.desk(), wanted)), [], options)
        return
      }
      const { yearSummaryPaper } = await import('../../work/papers/year-summary.ts')
      const as = textOption(options, 'format') as 'docx' | 'html'
      await writePapers(shell, [yearSummaryPaper(shell.desk(), wanted, as)], options)
    },
  })
}

function yearJson(figures: YearFigures): Record<string, unknown> {
  const { whole, districts, spring, previous, ...head } = figures
  return {
    ...head,
    ...withRates(whole),
    spring: spring.map(({ item, value, gap, unclear }) => ({
      ...{ id: item.id, name: item.name, unit: item.unit },
      ...{ value: toldAmount(item, value), reason: gap, unclear: unclear.length },
    })),
    districts: districts.map(d => ({ ...d, ...withRates(d) })),
    previous: previous && { year: previous.year, ...withRates(previous.whole) },
    trends: trendsOf(figures),
  }
}

/** Rates beside the counts that they are of. */
function withRates<P extends Omit<YearPart, 'rates'> & Partial<Pick<YearPart, 'rates'>>>(part: P) {
  const { rates: r, complaints: c, coverage, ...others } = part
  return {
    ...(r === undefined
      ? {}
      : {
          rates: {
            ...r,
            agency_rate: percentText(r.agency_signed, r.agencies),
            staff_rate: percentText(r.staff_signed, r.staff),
            archive_rate: percentText(r.archives, r.agencies),
          },
        }),
    complaints: {
      ...c,
      closed_rate: percentText(c.closed.n, c.closed.of),
      on_time_rate: percentText(c.on_time.n, c.on_time.of),
    },
    coverage: { ...coverage, rate: percentText(coverage.inspected, coverage.to_inspect) },
    ...others,
  }
}
