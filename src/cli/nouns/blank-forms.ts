// agency template, subject template, metric template, paper template: blank forms that import back once they are filled in.
import { type Command, Option } from 'commander'
import { parsePeriod } from '../../domain/period.ts'
import { subjectKind } from '../../domain/records/subject.ts'
import { subjectTypes, typesOf, typeWord } from '../../domain/records/subject-type.ts'
import { Refusal } from '../../domain/refusal.ts'
import { foldWidth } from '../../domain/text.ts'
import type { Messages } from '../../messages/messages.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  textOption,
} from '../front.ts'
import { choiceOf } from '../list-filters.ts'
import { writeSheet } from '../papers-out.ts'

export function addRosterForm(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'template',
    examples: ['agency template -o roster.xlsx', 'agency template --format csv'],
    options: formOptions(front.m),
    run: async (shell, _args, options) => {
      const { planRosterForm } = await import('../../work/blank-forms.ts')
      await writeSheet(shell, planRosterForm(shell.desk()), '名录', options)
    },
  })
}

export function addSubjectForm(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'template',
    examples: ['subject template --kind 窗口 -o windows.xlsx', 'subject template --format csv'],
    options: [kindOption(front.m), ...formOptions(front.m)],
    run: async (shell, _args, options) => {
      const { planSubjectForm } = await import('../../work/blank-forms.ts')
      const kind = choiceOf(shell.m, options, 'kind', subjectKind.states!)
      await writeSheet(shell, planSubjectForm(shell.desk(), kind), '主体名册', options)
    },
  })
}

export function addMetricForm(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'template',
    examples: [
      'metric template --kind 平台 --metric 工作人员数=人 --metric 满意率 --period 2013 -o metrics.xlsx',
      'metric template --kind 窗口 --metric 服务对象满意率 --format csv',
      'metric template --scheme service-window --period 2013 --format csv',
    ],
    options: [
      new Option('--scheme <id>', help['metric template --scheme']).conflicts(['kind', 'metric', 'type']),
      kindOption(front.m),
      new Option('--type <type>', help['metric template --type']),
      new Option('--metric <name=unit>', help['metric template --metric']).argParser(collected),
      new Option('--period <period>', help['metric template --period']),
      ...formOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { metricsOfScheme, planMetricForm } = await import('../../work/blank-forms.ts')
      const scheme = textOption(options, 'scheme')
      const { kind, kinds, type, metrics } =
        scheme === null
          ? metricsNamed(shell.m, options)
          : { ...metricsOfScheme(shell.desk(), scheme), type: null }
      const given = textOption(options, 'period') ?? shell.today.slice(0, 4)
      const period = parsePeriod(given)
      if (period === null)
        throw new Refusal('CX6002', {
          value: given,
          option: '--period',
          allowed: '2013、2013-H1、2013-Q3、2013-03',
        })
      await writeSheet(
        shell,
        planMetricForm(shell.desk(), { kind, kinds, type, metrics, period }),
        '指标数据',
        options,
      )
    },
  })
}

export function addPaperForm(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'template',
    examples: ['paper template --format csv', 'paper template --district 门头沟区 --format csv'],
    options: [evaluationOption(front.m), districtOption(front.m), ...formOptions(front.m)],
    run: async (shell, _args, options) => {
      const { planPaperForm } = await import('../../work/blank-forms.ts')
      const [which, district] = [textOption(options, 'evaluation'), textOption(options, 'district')]
      const sheet = planPaperForm(shell.desk(), which, district)
      if (sheet === null) shell.say(shell.m.words.said.noPapersLacking)
      else await writeSheet(shell, sheet, '报送材料', options)
    },
  })
}

/** As the options say; refuses when they say too little. */
function metricsNamed(m: Messages, options: Options) {
  const kind = choiceOf(m, options, 'kind', subjectKind.states!)
  const metrics = options.metric as Metric[] | undefined
  const { missingOption } = m.words.usage
  if (kind === null) throw new Refusal('CX6001', { message: missingOption('--kind') })
  if (metrics === undefined) throw new Refusal('CX6001', { message: missingOption('--metric') })
  return { kind, kinds: [], type: typeOf(m, options, kind), metrics }
}

function kindOption({ words }: Messages): Option {
  return new Option(
    '--kind <kind>',
    `${words.help['template --kind']}${words.labels.oneOf(subjectKind.states!)}`,
  )
}

function formOptions({ words }: Messages): Option[] {
  const { help } = words
  return [
    new Option('-f, --format <format>', help['--form-format']).choices(['xlsx', 'csv']).default('xlsx'),
    new Option('--out <folder>', help['--out']),
    ...fileOptions({ words } as Messages),
  ]
}

interface Metric {
  name: string
  unit: string | null
}

/** A type of the kind, in any word that files have for it. */
function typeOf({ words }: Messages, options: Options, kind: string): string | null {
  const given = textOption(options, 'type')
  if (given === null) return null
  const type = subjectTypes[foldWidth(given)] ?? given
  const own = typesOf(kind)
  if (own.includes(type)) return type
  const allowed = own.map(name => words.labels.choice({ name, word: typeWord(name) })).join('、')
  throw new Refusal('CX6002', { value: given, option: '--type', allowed: allowed || words.labels.none })
}

/** Collects `--metric 名称=单位`, given as often as needed. */
function collected(value: string, before: readonly Metric[] = []): Metric[] {
  const [name = '', unit = ''] = value.split('=').map(part => part.trim())
  if (name === '') throw new Refusal('CX6002', { value, option: '--metric', allowed: '工作人员数=人' })
  return [...before, { name, unit: unit === '' ? null : unit }]
}
