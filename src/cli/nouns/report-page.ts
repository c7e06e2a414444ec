// report html: the year as one page that opens anywhere without a network.
import { type Command, Option } from 'commander'
import { addVerb, districtOption, evaluationOption, type Front, fileOptions, textOption } from '../front.ts'
import { folderOption, writePapers } from '../papers-out.ts'
import { yearOption } from '../settings.ts'

export function addReportPage(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'html',
    examples: [
      'report html -o report.html',
      'report html --year 2013 --district 朝阳区 -o chaoyang.html',
      'report html --out pages',
    ],
    options: [
      new Option('--year <year>', help['report html --year']).conflicts('evaluation').argParser(yearOption),
      evaluationOption(front.m),
      districtOption(front.m),
      folderOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { yearPaper } = await import('../../work/report/page.ts')
      const year = textOption(options, 'year')
      const wanted = {
        year: year === null ? null : Number(year),
        evaluation: textOption(options, 'evaluation'),
        district: textOption(options, 'district'),
      }
      await writePapers(shell, [yearPaper(shell.desk(), wanted)], options)
    },
  })
}
