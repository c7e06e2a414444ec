// form recommendation, results, quota: the papers of a nomination.
import { type Command, Option } from 'commander'
import { addVerb, districtOption, evaluationOption, type Front, fileOptions, textOption } from '../front.ts'
import { folderOption, formatOption, writePapers, writeSheet, writeTable } from '../papers-out.ts'

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
      if (forms.length === 0) shell.say(shell.color.yellow(said.noNominees))
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
    usage: 'results [agency]',
    examples: [
      'form results --out forms',
      'form results 91110105CXYL024935 -o score.docx',
      'form results --all --format csv',
    ],
    options: [
      format('docx', 'csv'),
      out,
      new Option('--all', help['--all']),
      evaluationOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [agency], options) => {
      const { planResults } = await import('../../work/papers/results.ts')
      const scope = agency !== undefined ? { agency } : options.all === true ? 'all' : 'nominees'
      const { scheme, sheets } = planResults(shell.desk(), textOption(options, 'evaluation'), scope)
      if (textOption(options, 'format') === 'csv') {
        const raters = scheme.raters.map(r => r.name)
        const header = [
          '统一社会信用代码',
          '机构名称',
          '推荐范围',
          '类别',
          '指标',
          '满分',
          ...raters,
          '得分',
          '依据',
          '总分',
          '等级',
        ]
        const rows = sheets.flatMap(s =>
          s.rows.map(r => [
            s.agency.uscc,
            s.agency.name,
            s.district,
            r.category,
            r.indicator,
            r.points,
            ...r.means,
            r.score,
            r.basis,
            s.total,
            s.grade,
          ]),
        )
        await writeTable(shell, [header, ...rows], '评分表.csv', options)
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
    usage: 'quota',
    examples: ['form quota -o quota.xlsx', 'form quota --format csv'],
    options: [format('xlsx', 'csv'), out, ...fileOptions(front.m)],
    run: async (shell, _args, options) => {
      const { planQuotaSheet } = await import('../../work/papers/quota.ts')
      await writeSheet(shell, planQuotaSheet(shell.desk()), '名额分配表', options)
    },
  })
}
