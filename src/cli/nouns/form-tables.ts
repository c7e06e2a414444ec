// form ranking, nominees, quota, hotline: the tables around a nomination, each as Word, workbook, page or text.
import { type Command, Option } from 'commander'
import type { TableFormat } from '../../work/papers/sheet.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  textOption,
} from '../front.ts'
import { folderOption, formatOption, writePapers, writeTablePaper } from '../papers-out.ts'

const formatOf = (options: Options) => textOption(options, 'format') as TableFormat

export function addTableForms(front: Front, noun: Command): void {
  const { help } = front.m.words
  const out = [folderOption(front.m), ...fileOptions(front.m)]
  const word = formatOption(front.m, 'docx', 'xlsx', 'html', 'csv')
  const workbook = formatOption(front.m, 'xlsx', 'docx', 'html', 'csv')
  addVerb(front, noun, {
    usage: 'ranking',
    examples: ['form ranking -o ranking.xlsx', 'form ranking --district 平谷区 --format docx --out tables'],
    options: [workbook, evaluationOption(front.m), districtOption(front.m), ...out],
    run: async (shell, _args, options) => {
      const { rankingPaper } = await import('../../work/papers/ranking.ts')
      const [which, district] = [textOption(options, 'evaluation'), textOption(options, 'district')]
      await writeTablePaper(shell, rankingPaper(shell.desk(), which, district, formatOf(options)), options)
    },
  })
  addVerb(front, noun, {
    usage: 'nominees',
    examples: [
      'form nominees --district 平谷区 -o nominees.docx',
      'form nominees --all --format xlsx --out lists',
      'form nominees --format csv',
    ],
    options: [
      word,
      new Option('--all', help['form nominees --all']),
      evaluationOption(front.m),
      districtOption(front.m).conflicts('all'),
      ...out,
    ],
    run: async (shell, _args, options) => {
      const { nomineePapers } = await import('../../work/papers/nominees.ts')
      const which = textOption(options, 'evaluation')
      const scope = options.all === true ? 'each' : { district: textOption(options, 'district') }
      const papers = nomineePapers(shell.desk(), which, scope, formatOf(options))
      if (scope === 'each') await writePapers(shell, papers, options)
      else await writeTablePaper(shell, papers[0]!, options)
    },
  })
  addVerb(front, noun, {
    usage: 'quota',
    examples: [
      'form quota -o quota.xlsx',
      'form quota --district 平谷区 --format docx --out tables',
      'form quota --format csv',
    ],
    options: [workbook, new Option('--scheme <id>', help['form --scheme']), districtOption(front.m), ...out],
    run: async (shell, _args, options) => {
      const { quotaPaper } = await import('../../work/papers/quota.ts')
      const wanted = { scheme: textOption(options, 'scheme'), district: textOption(options, 'district') }
      await writeTablePaper(shell, quotaPaper(shell.desk(), wanted, formatOf(options)), options)
    },
  })
  addVerb(front, noun, {
    usage: 'hotline',
    examples: ['form hotline -o hotline.docx', 'form hotline --format html --out tables'],
    options: [word, ...out],
    run: async (shell, _args, options) => {
      const { hotlinePaper } = await import('../../work/papers/hotline.ts')
      await writeTablePaper(shell, hotlinePaper(shell.desk(), formatOf(options)), options)
    },
  })
}
