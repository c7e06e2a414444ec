// form: the papers in the formats in which they are signed and sent.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import { writeCsv } from '../../formats/csv-write.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import type { Paper } from '../../work/papers/paper.ts'
import { absolute, writeWhole } from '../files.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  textOption,
} from '../front.ts'
import type { Shell } from '../shell.ts'

/** Where papers go when nothing is said. */
const FOLDER = 'papers'

export function addFormVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  const format = (...formats: string[]) =>
    new Option('-f, --format <format>', help['--form-format']).choices(formats).default(formats[0])
  const out = new Option('--out <folder>', help['--out'])
  addVerb(front, noun, {
    usage: 'recommendation [agency]',
    examples: ['form recommendation --out forms', 'form recommendation --district 110117 --format csv'],
    options: [
      format('docx', 'csv'),
      out,
      evaluationOption(front.m),
      districtOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [agency], options) => {
      const { resolveDistrict } = await import('../../work/find-district.ts')
      const { planRecommendations, writeRecommendations } = await import(
        '../../work/papers/recommendation.ts'
      )
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
      await writePapers(shell, writeRecommendations(shell.desk(), forms), options)
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
      const { planResults, writeResults } = await import('../../work/papers/results.ts')
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
      await writePapers(shell, writeResults(shell.desk(), sheets), options)
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
  addVerb(front, noun, {
    usage: 'inspection <draw>',
    examples: [
      'form inspection 春雷抽查 --out sheets',
      'form inspection 春雷抽查 --format xlsx -o sheets.xlsx',
      'form inspection 春雷抽查 --format csv',
    ],
    options: [format('docx', 'xlsx', 'csv'), out, ...fileOptions(front.m)],
    run: async (shell, [draw = ''], options) => {
      const { planInspectionSheets, planInspectionTable, writeInspectionSheets } = await import(
        '../../work/papers/inspection.ts'
      )
      if (textOption(options, 'format') === 'docx') {
        const sheets = planInspectionSheets(shell.desk(), draw)
        await writePapers(shell, writeInspectionSheets(shell.desk(), sheets), options)
        return
      }
      await writeSheet(shell, planInspectionTable(shell.desk(), draw), '检查记录表', options)
    },
  })
  addVerb(front, noun, {
    usage: 'publicity <publicity>',
    examples: ['form publicity 2 -o notice.docx', 'form publicity 2 --format html --out notices'],
    options: [format('docx', 'html'), out, ...fileOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { planPublicity, writePublicity } = await import('../../work/papers/publicity.ts')
      const as = textOption(options, 'format') as 'docx' | 'html'
      const paper = writePublicity(shell.desk(), planPublicity(shell.desk(), no), as)
      await writePapers(shell, [paper], options)
    },
  })
}

/** One sheet as a workbook, or as a table where that is asked for. `name`: of the file, without its extension. */
export async function writeSheet(
  shell: Shell,
  sheet: SheetOut,
  name: string,
  options: Options,
): Promise<void> {
  if (textOption(options, 'format') === 'csv') {
    const rows = sheet.totals ? [...sheet.rows, sheet.totals] : sheet.rows
    await writeTable(shell, [sheet.columns.map(c => c.header), ...rows], `${name}.csv`, options)
    return
  }
  const { writeXlsx } = await import('../../formats/xlsx.ts')
  await writePapers(shell, [made(`${name}.xlsx`, await writeXlsx([sheet]))], options)
}

/** A table is data: to standard output unless a file or folder is named. */
export async function writeTable(
  shell: Shell,
  rows: (string | number | null)[][],
  name: string,
  options: Options,
): Promise<void> {
  const bytes = writeCsv(rows, { encoding: 'utf-8-bom' })
  const folder = textOption(options, 'out')
  if (folder === null) shell.write(bytes, options)
  else await writePapers(shell, [made(name, bytes)], options)
}

export function made(name: string, bytes: Uint8Array): Paper {
  return { name, make: async () => ({ bytes, missing: [] }) }
}

/**
 * One paper to `-o FILE`, several to a folder, each whole or not there when Ctrl-C ends the work. Refused as a whole if
 * one of the files is there already.
 */
export async function writePapers(shell: Shell, papers: readonly Paper[], options: Options): Promise<void> {
  const file = textOption(options, 'output')
  const only = papers[0]
  if (file !== null) {
    if (papers.length !== 1 || !only) {
      throw new Refusal('CX6003', { papers: papers.length })
    }
    if (file === '-' && shell.world.out.isTerminal) throw new Refusal('CX6004', { name: only.name })
    const { bytes, missing } = await only.make()
    shell.write(bytes, options)
    warnMissing(shell, only.name, missing)
    return
  }
  const folder = textOption(options, 'out') ?? FOLDER
  const force = options.force ?? false
  const targets = papers.map(paper => ({ paper, path: join(absolute(shell.world, folder), paper.name) }))
  const taken = targets.filter(t => existsSync(t.path))
  if (taken.length > 0 && !force) throw new Refusal('CX5008', { path: taken[0]!.path })
  const { breathe } = await import('../../work/desk.ts')
  const { progress } = shell.desk()
  for (const [i, { paper, path }] of targets.entries()) {
    const { bytes, missing } = await paper.make()
    writeWhole(path, bytes, force)
    shell.deliver('-', `${join(folder, paper.name)}\n`, {})
    warnMissing(shell, paper.name, missing)
    progress?.('write', i + 1, targets.length)
    await breathe()
  }
  shell.say(shell.m.words.said.formsWritten(papers.length, folder))
}

function warnMissing(shell: Shell, name: string, missing: string[]): void {
  if (missing.length > 0) shell.say(shell.color.yellow(shell.m.words.said.missingOnPaper(name, missing)))
}
