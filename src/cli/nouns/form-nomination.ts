// form recommendation, summary, results, package: the papers of a nomination, one each or all in a batch; and under the
// names that papers have, notice and archive.
import { type Command, Option } from 'commander'
import type { DistrictTally } from '../../work/nomination/list.ts'
import type { SheetFormat } from '../../work/papers/sheet.ts'
import { addVerb, districtOption, evaluationOption, type Front, fileOptions, textOption } from '../front.ts'
import { folderOption, formatOption, writePapers, writeTable, writeTablePaper } from '../papers-out.ts'
import type { Shell } from '../shell.ts'
import { archiveVerb } from './archive.ts'
import { noticeVerb } from './evaluation-notices.ts'
import { placesLeft } from './nomination-lines.ts'

export function addNominationForms(front: Front, noun: Command): void {
  const { help } = front.m.words
  const format = (...formats: string[]) => formatOption(front.m, ...formats)
  const out = folderOption(front.m)
  addVerb(front, noun, {
    usage: 'recommendation [agency]',
    examples: ['form recommendation --all --out forms', 'form recommendation --district 110117 --format csv'],
    options: [
      format('docx', 'csv'),
      out,
      new Option('--all', help['form recommendation --all']),
      evaluationOption(front.m),
      districtOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [agency], options) => {
      const { resolveDistrict } = await import('../../work/find-district.ts')
      const { planRecommendations } = await import('../../work/papers/recommendation.ts')
      const named = textOption(options, 'district')
      const district = named === null ? null : resolveDistrict(shell.desk(), named)
      const which = textOption(options, 'evaluation')
      const only = { district, agency: agency ?? null }
      const { forms, outdated } = planRecommendations(shell.desk(), which, only)
      const { said } = shell.m.words
      if (outdated > 0) shell.say(shell.color.yellow(said.outdatedNominations(outdated)))
      tellNone(shell, forms)
      if (textOption(options, 'format') === 'csv') {
        const header = ['区划代码', '推荐范围', '序号', '统一社会信用代码', '推荐机构名称', '推荐理由']
        const rows = forms.map(f => [
          f.district_code,
          f.district,
          f.number,
          f.uscc,
          f.agency_name,
          f.reasons.join('\n'),
        ])
        await writeTable(shell, [header, ...rows], '推荐表.csv', options)
        return
      }
      await writePapers(
        shell,
        forms.map(f => f.paper),
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'summary [agency]',
    examples: ['form summary --all --out forms', 'form summary 91110105CXYL024935 -o summary.docx'],
    options: [
      format('docx'),
      out,
      new Option('--all', help['form recommendation --all']),
      evaluationOption(front.m),
      districtOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [agency = null], options) => {
      const { planSummaries } = await import('../../work/papers/summary.ts')
      const only = { agency, district: textOption(options, 'district') }
      const papers = planSummaries(shell.desk(), textOption(options, 'evaluation'), only)
      tellNone(shell, papers)
      await writePapers(shell, papers, options)
    },
  })
  addVerb(front, noun, {
    usage: 'results [agency]',
    examples: [
      'form results --out forms',
      'form results 91110105CXYL024935 -o score.docx',
      'form results --all --format csv',
      'form results --district 平谷区 --format xlsx -o scores.xlsx',
    ],
    options: [
      format('docx', 'xlsx', 'html', 'csv'),
      out,
      new Option('--all', help['--all']),
      evaluationOption(front.m),
      districtOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [agency], options) => {
      const { planResults } = await import('../../work/papers/results-table.ts')
      const of = options.all === true ? 'all' : 'nominees'
      const scope =
        agency === undefined ? ({ of, district: textOption(options, 'district') } as const) : { agency }
      const { sheets, table } = planResults(shell.desk(), textOption(options, 'evaluation'), scope)
      tellNone(shell, sheets)
      if (textOption(options, 'format') !== 'docx') {
        await writeTablePaper(shell, table(textOption(options, 'format') as SheetFormat), options)
        return
      }
      await writePapers(
        shell,
        sheets.map(s => s.paper),
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'package',
    examples: ['form package --district 平谷区 --out package'],
    options: [
      evaluationOption(front.m),
      districtOption(front.m),
      new Option('--out <folder>', help['form package --out']).makeOptionMandatory(),
      new Option('--force', help['--force']),
    ],
    run: async (shell, _args, options) => {
      const { packagePapers } = await import('../../work/papers/package.ts')
      const [which, district] = [textOption(options, 'evaluation'), textOption(options, 'district')]
      const { papers, districts, without } = packagePapers(shell.desk(), which, district)
      if (papers.length === 0) tellNone(shell, papers)
      await writePapers(shell, papers, { ...options, all: true }, '推荐材料')
      tellOpen(shell, districts, without)
    },
  })
  addVerb(front, noun, {
    usage: 'notice [subject]',
    examples: ['form notice 91110105CXYL024935 -o notice.docx', 'form notice --all --out notices'],
    ...noticeVerb(front),
  })
  addVerb(front, noun, {
    usage: 'archive [agency]',
    examples: [
      'form archive 91110105CXJG000159 --out archives',
      'form archive --district 密云县 --public --out archives',
    ],
    ...archiveVerb(front),
  })
}

/** What the nomination still leaves open, as its check says it. */
function tellOpen(shell: Shell, districts: readonly DistrictTally[], without: readonly string[]): void {
  const { said } = shell.m.words
  const warn = (text: string) => shell.say(shell.color.yellow(text))
  if (without.length > 0) warn(said.noListOf(without))
  const tied = districts.filter(t => t.tied > 0)
  const left = placesLeft(districts)
  if (tied.length > 0)
    warn(said.tiesOpen(tied.map(t => ({ district: t.pool.name, tied: t.tied, open: t.open }))))
  if (left.length > 0) warn(said.placesLeft(left))
  if (tied.length > 0 || left.length > 0) warn(said.seeCheck)
}

/** A list without nominees is told of: nothing is written. */
function tellNone(shell: Shell, papers: readonly unknown[]): void {
  if (papers.length === 0) shell.say(shell.color.yellow(shell.m.words.said.noNominees))
}
