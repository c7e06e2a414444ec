// form inspection, publicity: the papers of supervision and of what is made public.
import type { Command } from 'commander'
import type { TableFormat } from '../../work/papers/sheet.ts'
import { addVerb, districtOption, type Front, fileOptions, textOption, yearOption } from '../front.ts'
import { folderOption, formatOption, writePapers, writeSheet, writeTablePaper } from '../papers-out.ts'

export function addSupervisionForms(front: Front, noun: Command): void {
  const format = (...formats: string[]) => formatOption(front.m, ...formats)
  const out = folderOption(front.m)
  addVerb(front, noun, {
    usage: 'inspection <draw>',
    examples: [
      'form inspection 春雷抽查 --out sheets',
      'form inspection 春雷抽查 --format xlsx -o sheets.xlsx',
      'form inspection 春雷抽查 --format csv',
    ],
    options: [format('docx', 'xlsx', 'csv'), out, ...fileOptions(front.m)],
    run: async (shell, [draw = ''], options) => {
      const { planInspectionSheets, planInspectionTable } = await import('../../work/papers/inspection.ts')
      if (textOption(options, 'format') === 'docx') {
        const { REGULATIONS_SINCE } = await import('../../work/papers/rectification.ts')
        const papers = planInspectionSheets(shell.desk(), draw)
        if (shell.today < REGULATIONS_SINCE)
          shell.say(shell.color.yellow(shell.m.words.said.sheetCitesLaterLaw(REGULATIONS_SINCE)))
        await writePapers(shell, papers, options)
        return
      }
      await writeSheet(shell, planInspectionTable(shell.desk(), draw), '检查记录表', options)
    },
  })
  addVerb(front, noun, {
    usage: 'inspection-summary [batch]',
    examples: [
      'form inspection-summary -o summary.docx',
      'form inspection-summary 春雷2013 --format xlsx -o summary.xlsx',
      'form inspection-summary --year 2013 --district 朝阳区 --format html --out tables',
      'form inspection-summary --format csv',
    ],
    options: [
      yearOption(front.m.words.help['inspection --year']!),
      districtOption(front.m),
      format('docx', 'xlsx', 'html', 'csv'),
      out,
      ...fileOptions(front.m),
    ],
    run: async (shell, [batch], options) => {
      const { inspectionSummaryPaper } = await import('../../work/papers/inspection-summary.ts')
      const year = textOption(options, 'year')
      const wanted = {
        year: year === null ? null : Number(year),
        batch: batch ?? null,
        district: textOption(options, 'district'),
      }
      const as = textOption(options, 'format') as TableFormat
      await writeTablePaper(shell, inspectionSummaryPaper(shell.desk(), wanted, as), options)
    },
  })
  addVerb(front, noun, {
    usage: 'publicity <publicity>',
    examples: ['form publicity 2 -o notice.docx', 'form publicity 2 --format html --out notices'],
    options: [format('docx', 'html'), out, ...fileOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { publicityPaper } = await import('../../work/papers/publicity.ts')
      const as = textOption(options, 'format') as 'docx' | 'html'
      await writePapers(shell, [publicityPaper(shell.desk(), no, as)], options)
    },
  })
}
